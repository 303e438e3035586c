"""The rotation page: whose turn it is to facilitate or to take notes, with the arithmetic, skip, swap and stand-in."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from coalmeet.coalition.turn import OF_ANY_ROLE, Role, TurnNote
from coalmeet.ids import new_id
from coalmeet.meeting.rotation import proposed
from coalmeet.text import _
from ui import theme
from ui.page import Head, Page
from ui.rotation.detail import TurnDetail
from ui.rotation.look import FIELDS, RotationLook, look
from ui.rotation.rows import PLACE, SIDE, RotationList, widths
from ui.rotation.shown import head_line, key_line, rotation_rows
from ui.rotation.term_row import TermRow
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.empty import EmptyState
from ui.widgets.labels import OneLine, Wrapped
from ui.widgets.layouts import column, row, widget
from ui.widgets.segments import Segments
from ui.widgets.side_by_side import SideBySide

BESIDE = 344
STACKED = 720  # design pixels of the page below which there is no room for the key


class RotationPage(Page):
    """Turns go around organisations; the organisation names the person."""

    TABLES = frozenset(
        {"coalition", "organisation", "person", "affiliation", "turn", "turn_note", "meeting", "attendance"}
    )

    def __init__(self) -> None:
        self.roles = Segments(
            (("facilitator", _("Facilitates"), ""), ("note_taker", _("Takes notes"), "")),
            _("Turns to do what"),
        )
        super().__init__(Head(_("Rotation"), "", self.roles))
        self.list, self.detail = RotationList(), TurnDetail()
        self.first = self.list
        self.term = TermRow()
        self.term.chosen.connect(self.set_term)
        self.key = Wrapped("", 14, tone="ink2")
        self._headings = _Headings()
        listed = Card(column(self._headings, (self.list, 1), margins=(8, 12, 8, 8)))
        order = widget(column((listed, 1), 10, self.key, 8, self.term))
        self._whole = SideBySide(order, self.detail, BESIDE, gap=16, below=(380, 420))
        members = Button(_("Add members"), "primary", icon="users")
        members.clicked.connect(lambda: self.go.emit("members", ""))
        self._empty = EmptyState(
            "repeat",
            _("Nobody to take turns yet"),
            _(
                "Add the member organisations first. From the first meeting on, the program says whose turn it is."
            ),
            members,
        )
        self.body.addWidget(self._whole, 1)
        self.body.addWidget(self._empty, 1)
        self.seen: RotationLook | None = None
        self.role: Role = "facilitator"
        self.list.chosen.connect(self.show_standing)
        self.list.widened.connect(self._show_columns)
        self.detail.said.connect(self.say)
        self.detail.swapped.connect(self.swap)
        self.detail.agreed.connect(self.agree)
        self.detail.chosen.connect(self.choose_person)
        self.detail.explained.connect(self.explain)
        self.detail.learning.connect(self.choose_learner)
        self.roles.chosen.connect(self.show_role)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.key.setVisible(self.width() >= theme.px(STACKED))

    def refresh(self) -> None:
        seen = self.seen = self.book.read(look, self.book.today(), self.role)
        self.roles.show_choice(self.role)
        self.roles.setVisible(bool(seen.order))
        self._show_columns(self.list.viewport().width())
        self.head.line.setText(head_line(seen))
        self._whole.setVisible(bool(seen.order))
        self._empty.setVisible(not seen.order)
        self.list.show_rows(rotation_rows(seen))
        self.term.show_term(seen.term)
        self.show_standing(self.list.current())

    def _show_columns(self, width: int) -> None:
        """Name the columns that there are, and say what stands in them."""
        dots = bool(self.seen and self.seen.meetings)
        self._headings.fit(width, dots=dots)
        self.key.setText(key_line(self.role, dots=bool(widths(width, dots=dots).dots)))

    def show_role(self, role: str) -> None:
        """Show the turns to facilitate, or those to take notes: the same rules, each with its own account."""
        self.role = "note_taker" if role == "note_taker" else "facilitator"
        self.look_again()
        self.list.choose_first()

    def show_standing(self, organisation: str) -> None:
        """Show why an organisation stands where it stands."""
        standing = self.seen.standing(organisation) if self.seen else None
        self.detail.setVisible(standing is not None)
        if standing is not None and self.seen is not None:
            self.detail.show_standing(standing, self.seen)

    def set_term(self, meetings: int) -> None:
        """A turn lasts so many meetings from now on; what was led already is reckoned anew."""
        from coalmeet.store import coalition

        with self.saying(), self.book.step(_("Change how long a turn lasts")) as writing:
            writing.do(coalition.write, turn_meetings=meetings)
        self.look_again()

    def say(self, organisation: str, wish: str) -> None:
        """Keep what an organisation says about its turn, or take it back when it was said before."""
        if self.seen is None:
            return
        said = self.seen.note(organisation, wish)
        with self.saying(), self.book.step(_("Say something about a turn")) as writing:
            if said is not None:
                writing.delete("turn_note", said.id)
            else:
                meeting = "" if wish == "not_facilitating" else self.seen.meeting
                role = "facilitator" if wish in OF_ANY_ROLE else self.role
                fields = {"organisation": organisation, "wish": wish, "role": role}
                writing.edit("turn_note", new_id(), meeting=meeting, **fields)
                coming = self.seen.coming
                if wish in {"skip", "not_facilitating"} and coming and self.seen.agreed == organisation:
                    nobody = dict.fromkeys(FIELDS[self.role], "")
                    writing.edit("meeting", coming.id, **nobody)  # agreed no longer
        self.look_again()

    def swap(self, organisation: str, other: str) -> None:
        """Let two organisations swap their turns: each takes the other's credit."""
        from coalmeet.store import rotation

        if self.seen is None:
            return
        note = TurnNote("", self.seen.meeting, organisation, "swap", other, role=self.role)
        instead = {organisation: other, other: organisation}.get(self.seen.agreed)
        with self.saying():
            with self.book.step(_("Swap two turns")) as writing:
                writing.do(rotation.say, note)
                if instead:  # the turn was agreed already: it goes to the other
                    writing.edit("meeting", self.seen.meeting, **self.seen.turn_of(instead))
            self.done_with_undo(_("The two have swapped their turns."))

    def agree(self, organisation: str) -> None:
        """Give an organisation the turn of the next meeting; its delegate is named for it."""
        if self.seen is None or self.seen.coming is None:
            return
        first = proposed(self.seen.order)
        skipped = self.seen.note(organisation, "skip")
        with self.saying():
            with self.book.step(_("Agree on a turn")) as writing:
                writing.edit("meeting", self.seen.meeting, **self.seen.turn_of(organisation))
                if skipped is not None:  # whoever takes the turn after all does not skip it
                    writing.delete("turn_note", skipped.id)
            if first is not None and first.organisation.id != organisation:
                self.done_with_undo(_("Agreed, out of the order that the credit proposes."))

    def explain(self, reason: str) -> None:
        """Keep why somebody stands in at the next meeting."""
        if self.seen is None or not self.seen.agreed:
            return
        said = self.seen.note(self.seen.agreed, "stand_in")
        with self.saying(), self.book.step(_("Say why somebody stands in")) as writing:
            writing.edit(
                "turn_note",
                said.id if said else new_id(),
                meeting=self.seen.meeting,
                organisation=self.seen.agreed,
                wish="stand_in",
                reason=reason,
            )
        self.look_again()

    def choose_person(self, person: str) -> None:
        """Name the person who does it; the turn stays the organisation's own, also with a stand-in."""
        words = _("Name who takes notes") if self.role == "note_taker" else _("Name who facilitates")
        self._edit(words, FIELDS[self.role][1], person)

    def choose_learner(self, person: str) -> None:
        """Name who learns to facilitate at the next meeting, "" for nobody."""
        self._edit(_("Name who learns to facilitate"), "co_facilitator", person)

    def _edit(self, words: str, field: str, person: str) -> None:
        if self.seen is not None and self.seen.coming is not None:
            with self.saying():
                self.book.edit(words, "meeting", self.seen.meeting, **{field: person})


class _Headings(QWidget):
    """What the columns are; as wide as the columns of the list below, beside which a bar may stand."""

    def __init__(self) -> None:
        super().__init__()
        words = (_("Turn"), _("Organisation and people"), _("Last meetings"), _("Credit, in turns"))
        self._labels = [OneLine(word, theme.META, theme.MEDIUM, "ink3") for word in words]
        turn, name, *others = self._labels
        self._bar, self._rows = QWidget(), 0
        self.setLayout(row(turn, (name, 1), *others, self._bar, margins=(SIDE, 0, SIDE, 6)))
        turn.setFixedWidth(theme.px(PLACE))

    def fit(self, width: int, *, dots: bool) -> None:
        """Stand above the columns of rows that are so many logical pixels wide."""
        at_end = widths(width, dots=dots)
        self._labels[2].setVisible(bool(at_end.dots))
        self._labels[3].setText(_("Credit, in turns") if at_end.bar else _("Credit"))
        self._labels[2].setFixedWidth(theme.px(at_end.dots))
        self._labels[3].setFixedWidth(theme.px(at_end.credit + at_end.bar))
        self._rows = width
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        self._bar.setFixedWidth(max(0, self.width() - self._rows))
