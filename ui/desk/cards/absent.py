"""Absent members: who is not here, and what one of them wrote about the circulated text."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coalmeet.ids import new_id
from coalmeet.meeting.absent import absent_members, beforehand
from coalmeet.meeting.moves import absent
from coalmeet.meeting.proposal import Proposal
from coalmeet.meeting.state import Meeting
from coalmeet.meeting.words import answer
from coalmeet.text import _
from ui import theme
from ui.desk.hands import Hands, gesture
from ui.desk.line_field import LineField
from ui.desk.option_row import OptionRow
from ui.desk.step import Step
from ui.desk.tool import Tool, Verbs
from ui.widgets.fields import Choice, Field
from ui.widgets.labels import Wrapped
from ui.widgets.layouts import column, empty, widget
from ui.widgets.segments import Segments

ANSWERS = ("consent", "concern", "objection")


class AbsentCard(Tool):
    """Choose the organisation, what it answered, and its words; Enter notes it."""

    def __init__(self, hands: Hands) -> None:
        super().__init__(hands)
        self.chosen = ""
        self._shown: object = None
        self.rows: dict[str, OptionRow] = {}
        self._head = Wrapped("", theme.DETAIL, tone="ink2")
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.px(4))
        self.answer = Segments(
            [("consent", _("Consent"), ""), ("concern", _("Concern"), ""), ("objection", _("Objection"), "")],
            _("What they answered"),
        )
        self.answer.chosen.connect(lambda _code: self._follow())
        self.words = LineField()
        self.words.setPlaceholderText(_("as they sent them"))
        self.words.returnPressed.connect(self._note)
        self.reader = Choice()
        self._own = widget(
            column(Field(_("Their words"), self.words), 8, Field(_("Who reads them out"), self.reader))
        )
        self._form = widget(column(12, self.answer, 10, self._own))
        self.setLayout(column(self._head, 10, self._list, self._form, None))

    def first_field(self) -> QWidget | None:
        return self.rows.get(self.chosen)

    def title(self) -> str:
        return _("Absent members")

    def show_meeting(self, meeting: Meeting, now: int) -> None:
        live, away = self.hands.on_the_table, absent_members(meeting)
        shown = (away, live, meeting.present_people, meeting.facilitator)
        if shown == self._shown:
            return
        self._shown = shown
        if self.chosen not in away:
            self.chosen = away[0] if away else ""
        self._head.setText(_said(away, live))
        empty(self._list)
        self.rows = {one: self._row(meeting, live, one) for one in away}
        for one in self.rows.values():
            self._list.addWidget(one)
        self._form.setVisible(live is not None and bool(away))
        self._offer_readers(meeting)
        self._follow()

    def step(self) -> Step | None:
        if self.hands.on_the_table is None or not self.chosen:
            return None
        # Nobody consents by a key that was pressed once too often: what they answered is said each time.
        reason = "" if self.answer.choice() else _("Choose what they answered: keys 1 to 3.")
        return Step(_("Note what they wrote"), "primary", "check", reason)

    def verbs(self) -> Verbs:
        if self.step() is None:
            return {}
        answers = {f"answer_{code}": partial(self._answer, code) for code in ANSWERS}  # the keys of a round
        walk = {"next_row": lambda: step_row(self, 1), "previous_row": lambda: step_row(self, -1)}
        return {"primary": self._note, **answers, **walk}

    def _answer(self, code: str) -> None:
        self.answer.show_choice(code)
        self._follow()
        if code != "consent":
            self.words.setFocus()

    def _row(self, meeting: Meeting, live: Proposal | None, one: str) -> OptionRow:
        member = meeting.member(one)
        protected = _("protected voice") if member is not None and member.protected else ""
        made = OptionRow(
            meeting.name_of(one), " · ".join(filter(None, (protected, wrote(meeting, live, one))))
        )
        made.setChecked(one == self.chosen)
        made.clicked.connect(partial(self._choose, one))
        return made

    def _choose(self, organisation: str, _checked: bool = False) -> None:
        self.chosen = organisation

    def _follow(self) -> None:
        """Consent needs no words and nobody who reads them."""
        self._own.setVisible(self.answer.choice() in {"concern", "objection"})
        self.restated.emit()

    def _offer_readers(self, meeting: Meeting) -> None:
        before = self.reader.currentData() or meeting.facilitator
        self.reader.clear()
        for one in meeting.present_people:
            self.reader.addItem(one.seat.name, one.seat.person)
        self.reader.setCurrentIndex(max(0, self.reader.findData(before)))

    @gesture
    def _note(self) -> None:
        code = self.answer.choice()
        text = "" if code == "consent" else self.words.text().strip()
        reader = "" if code == "consent" else str(self.reader.currentData() or "")
        if self.hands.do(absent.answer_beforehand, self.chosen, code, text, reader, new_id()):
            self.words.clear()
            self.answer.show_choice("")
            self._follow()


def step_row(card: AbsentCard, by: int) -> None:
    """Choose the next of the absent members (1), or the one before (-1)."""
    rows = list(card.rows)
    if rows:
        card.chosen = rows[(rows.index(card.chosen) + by) % len(rows)]
        card.rows[card.chosen].setChecked(True)
        card.rows[card.chosen].setFocus()


def _said(away: tuple[str, ...], live: Proposal | None) -> str:
    if not away:
        return _("Every member organisation is here.")
    if live is None:
        return _("When a text is on the table, what one of them wrote beforehand can be entered here.")
    return _("Did one of them write about this text? Its objection or concern counts as raised.")


def wrote(meeting: Meeting, live: Proposal | None, organisation: str) -> str:
    """What an absent organisation has written about the text on the table; "" while nothing is noted."""
    if live is None:
        return ""
    objection = [one for one in live.objections if one.organisation == organisation and not one.ending]
    if objection:
        reader = meeting.name_of(objection[-1].reader)
        if reader:
            return _("objection, read out by {name}").format(name=reader)
        return _("objection")
    said = [one.answer for one in beforehand(live) if one.organisation == organisation]
    return _("wrote: {answer}").format(answer=answer(said[-1]).lower()) if said else ""
