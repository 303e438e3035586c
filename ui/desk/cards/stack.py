"""The stack: two letters add a name, one key calls the next; the rule of its order stands in words below it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coalmeet.ids import new_id
from coalmeet.meeting import stack
from coalmeet.meeting.finding import CHOICES
from coalmeet.meeting.moves import stack as moves
from coalmeet.meeting.state import Meeting
from coalmeet.meeting.words import asking_kind
from coalmeet.text import _
from ui import theme
from ui.desk import phrases
from ui.desk.asking_row import AskingRow, AskingWords, rows_of
from ui.desk.hands import Hands
from ui.desk.person_field import PersonField
from ui.desk.row_focus import step_focus
from ui.desk.step import Step
from ui.desk.tool import Tool, Verbs
from ui.widgets.labels import Wrapped
from ui.widgets.layouts import column, empty


class StackCard(Tool):
    """Enter with letters typed adds a name, Enter alone is the next speaker."""

    def __init__(self, hands: Hands) -> None:
        super().__init__(hands)
        self._shown: tuple[AskingWords, ...] | None = None
        self.add = PersonField(lambda: hands.meeting, _("Who would like to speak?"), kinds=True)
        self._kinds = Wrapped(_kinds_in_words(), theme.META, tone="ink2")
        self._made: list[AskingRow] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._rule = Wrapped("", theme.DETAIL, theme.MEDIUM)
        self._order = Wrapped(stack.rule_of_kinds(), theme.META, tone="ink2")
        self._turns = Wrapped("", theme.META, tone="ink2")
        self.setLayout(
            column(
                self.add,
                4,
                self._kinds,
                12,
                self._rows,
                10,
                self._rule,
                2,
                self._order,
                10,
                self._turns,
                None,
            )
        )
        self.add.chosen.connect(lambda person, kind: self.hands.do(moves.join, person, kind))
        self.add.entered.connect(self._call)

    def first_field(self) -> QWidget:
        return self.add.box

    def title(self) -> str:
        return _("Who would like to speak?")

    def show_meeting(self, meeting: Meeting, now: int) -> None:
        self._rule.setText(stack.rule(meeting))
        self._turns.setText(_turns_so_far(meeting))
        self._turns.setVisible(bool(self._turns.text()))
        shown = rows_of(meeting)
        if shown == self._shown:
            return
        self._shown = shown
        focused = next((one.words.person for one in self.rows() if one.hasFocus()), "")
        empty(self._rows)
        self._made.clear()
        for words in shown:
            self._add_row(words, focused=words.person == focused)
        if not shown:
            words_ = _("Nobody waits to speak. Type two letters of a name when somebody raises a hand.")
            self._rows.addWidget(Wrapped(words_, theme.DETAIL, tone="ink2"))

    def rows(self) -> list[AskingRow]:
        """The rows, in the order in which they stand."""
        return list(self._made)

    def step(self) -> Step | None:
        meeting = self.hands.meeting
        if meeting.round is not None:
            return None  # the round's own button goes on
        waits = stack.line(meeting)
        if waits:
            name = phrases.first_name(meeting.name_of(waits[0].person))
            return Step(
                _("Next: {name}").format(name=phrases.short(name, 24)), "next_speaker", "chevron-right"
            )
        if stack.speaking(meeting):
            return Step(_("Was heard"), "next_speaker", "check")
        return None

    def others(self) -> tuple[Step, ...]:
        if self.hands.meeting.round is not None or not stack.unheard(self.hands.meeting):
            return ()
        return (Step(_("Let us hear others"), "hear_others", "users"),)

    def verbs(self) -> Verbs:
        rows = [one for one in self.rows() if one.words.state != "now"]
        found: dict[str, Callable[[], object]] = {
            "hear_others": self._hear_others,
            "next_row": lambda: step_focus(rows, 1),
            "previous_row": lambda: step_focus(rows, -1),
            "row_up": lambda: self._shift_focused(-1),
            "row_down": lambda: self._shift_focused(1),
            "delete_row": self._remove_focused,
        }
        if self.hands.meeting.round is None:
            found |= {"primary": self._call, "next_speaker": self._call}
        return found

    def _add_row(self, words: AskingWords, *, focused: bool) -> None:
        made = AskingRow(words)
        made.moved.connect(self._shift)
        made.left.connect(lambda person: self.hands.do(moves.withdraw, person))
        self._rows.addWidget(made)
        self._made.append(made)
        if focused and words.state != "now":
            made.setFocus()

    def _call(self) -> None:
        self.hands.do(moves.give_floor)

    def _hear_others(self) -> None:
        self.hands.do(moves.hear_others, new_id())

    def _focused(self) -> str:
        return next((one.words.person for one in self.rows() if one.hasFocus()), "")

    def _shift_focused(self, step: int) -> None:
        if self._focused():
            self._shift(self._focused(), step)

    def _remove_focused(self) -> None:
        if self._focused():
            self.hands.do(moves.withdraw, self._focused())

    def _shift(self, person: str, step: int) -> None:
        """One place up or down, where there is one."""
        order = [one.person for one in stack.line(self.hands.meeting)]
        at = order.index(person) if person in order else -1
        if step < 0 < at:
            self.hands.do(moves.move, person, order[at - 1])
        elif step > 0 and 0 <= at < len(order) - 1:
            self.hands.do(moves.move, person, order[at + 2] if at + 2 < len(order) else "")


def _kinds_in_words() -> str:
    """Which digit says which kind of point."""
    each = (
        _("{digit} {kind}").format(digit=at, kind=asking_kind(kind).lower())
        for at, kind in enumerate(CHOICES, start=1)
    )
    return _("A digit after the letters says what for: {kinds}.").format(kinds=_(", ").join(each))


def _turns_so_far(meeting: Meeting) -> str:
    """How often each organisation has spoken, most first; never a person, and never how long."""
    counts = stack.turns(meeting)
    spoke = sorted((one for one in meeting.members if counts[one.id]), key=lambda one: -counts[one.id])
    each = [_("{organisation} {count}").format(organisation=one.name, count=counts[one.id]) for one in spoke]
    return _("Turns so far: {turns}.").format(turns=_(", ").join(each)) if each else ""
