"""One organisation in the rotation: why it stands where it stands, and what it can say about its turn."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu

from coalmeet.meeting.rotation import Standing
from coalmeet.meeting.rotation_words import sentences
from coalmeet.text import _
from ui import theme
from ui.rotation.look import RotationLook
from ui.rotation.shown import arithmetic
from ui.widgets import lines
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.fields import Choice, Field
from ui.widgets.folded_choice import FoldedChoice
from ui.widgets.labels import OneLine, Wrapped
from ui.widgets.layouts import column, hairline, row, upright
from ui.widgets.menus import open_below
from ui.widgets.rows import RowList
from ui.widgets.texts import TextLine


class TurnDetail(Card):
    """`said` carries a wish (skip, coming, not_facilitating) that is turned on or off, for the organisation shown.

    `swapped` carries the other organisation, `agreed` asks to give it the turn, `chosen` a person who does it,
    `explained` why somebody stands in, `learning` who learns to facilitate beside them.
    """

    said = Signal(str, str)
    swapped = Signal(str, str)
    agreed = Signal(str)
    chosen = Signal(str)
    explained = Signal(str)
    learning = Signal(str)

    def __init__(self) -> None:
        self._name = Wrapped("", theme.HEADING, theme.STRONG)
        self._why = Wrapped("", theme.BODY, tone="ink2")
        self.agree = Button(_("Agree on this turn"), "tint", icon="check")
        self.skip = Button(_("Skips this time"))
        self.swap = Button(_("Swap"), icon="arrow-left-right")
        self.coming = Button(_("Will be there"))
        self.declines = Button()
        for button in (self.skip, self.coming, self.declines):
            button.setCheckable(True)
        self.facilitator = Choice()
        self._who = Field("", self.facilitator)
        self.learner = FoldedChoice(_("Somebody learns to facilitate"), _("Co-facilitator, who learns"))
        self.reason = TextLine(_("For example: ill"))
        self._reason = Field(_("Why somebody stands in, for the minutes"), self.reason)
        self._ledger_title = OneLine(_("Meeting by meeting, in turns"), theme.SECTION, theme.STRONG)
        self.ledger = RowList(_("Credit, meeting by meeting"))
        self._line = hairline()
        self._organisation = ""
        self.ledger.setVerticalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        )  # the whole card scrolls
        inside = upright(
            column(
                self._name, 8, self._why, 14,
                row(self.agree, None), 8, row(self.skip, self.swap, None, gap=8), 8,
                row(self.coming, self.declines, None, gap=8), 14,
                self._who, 8, self.learner, 8, self._reason, 14, self._line, 14,
                self._ledger_title, 4, self.ledger, None,
                margins=(18, 18, 18, 12),
            )
        )  # fmt: skip
        super().__init__(column((inside, 1)))
        self._connect()

    def show_standing(self, standing: Standing, seen: RotationLook) -> None:
        """Show where an organisation stands."""
        id = self._organisation = standing.organisation.id
        self._seen = seen
        self._name.setText(standing.organisation.name)
        self._why.setText(" ".join(sentences(standing)))
        planned = seen.coming is not None
        has_turn = planned and seen.agreed == id
        notes = seen.role == "note_taker"
        self.declines.setText(_("Takes no notes") if notes else _("Does not facilitate"))
        self._who.show_name(_("Who takes notes") if notes else _("Who facilitates"))
        self.agree.setVisible(planned and standing.facilitates and not has_turn)
        self._who.setVisible(has_turn)
        self._reason.setVisible(has_turn and bool(seen.stand_in) and not notes)
        self.learner.setVisible(has_turn and not notes)
        learners = [(one.person.id, one.person.name) for one in seen.voices if one.person.id != seen.named]
        self.learner.offer([("", _("nobody")), *learners], seen.learns)
        said = seen.note(id, "stand_in")
        self.reason.show_text(said.reason if said else "")
        for button, wish in (
            (self.skip, "skip"),
            (self.coming, "coming"),
            (self.declines, "not_facilitating"),
        ):
            button.setChecked(seen.note(id, wish) is not None)
            button.setVisible(planned or wish == "not_facilitating")
        self.declines.setEnabled(standing.organisation.facilitates)
        self.swap.setVisible(planned and standing.facilitates)
        self._offer_people(seen)
        entries = arithmetic(standing)
        self.ledger.show_rows(entries)
        self.ledger.setFixedHeight(len(entries) * max(0, self.ledger.sizeHintForRow(0)))
        for part in (self._line, self._ledger_title):
            part.setVisible(bool(entries))

    def _offer_people(self, seen: RotationLook) -> None:
        """Those of the organisation first; anybody else stands in for it, and the turn stays its own."""
        self.facilitator.clear()
        self.facilitator.addItem(_("nobody yet"), "")
        own = seen.people_of(self._organisation)
        for one in own:
            self.facilitator.addItem(one.person.name, one.person.id)
        mine = {one.person.id for one in own}
        for other in seen.voices:
            if other.person.id not in mine:
                words = _("{name} stands in").format(name=other.person.name)
                self.facilitator.addItem(words, other.person.id)
        self.facilitator.setCurrentIndex(max(0, self.facilitator.findData(seen.named)))

    def _connect(self) -> None:
        self.agree.clicked.connect(lambda: self.agreed.emit(self._organisation))
        for button, wish in (
            (self.skip, "skip"),
            (self.coming, "coming"),
            (self.declines, "not_facilitating"),
        ):
            button.clicked.connect(lambda _on=False, wish=wish: self.said.emit(self._organisation, wish))
        self.swap.clicked.connect(lambda: open_below(self.others(), self.swap))
        self.reason.settled.connect(self.explained)
        self.learner.chosen.connect(self.learning)
        self.facilitator.activated.connect(lambda at: self.chosen.emit(self.facilitator.itemData(at)))

    def others(self) -> QMenu:
        """The organisations with which the turn can be swapped, as a menu."""
        menu = QMenu(self)
        for standing in self._seen.order:
            one = standing.organisation
            if standing.facilitates and one.id != self._organisation:
                entry = menu.addAction(lines.one_line(one.name)[:60].replace("&", "&&"))
                entry.triggered.connect(
                    lambda _on=False, id=one.id: self.swapped.emit(self._organisation, id)
                )
        return menu
