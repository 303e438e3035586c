"""The stack: two letters add a name, one key calls the next; the rule of its order stands in words below it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coalmeet.meeting import stack
from coalmeet.meeting.finding import CHOICES
from coalmeet.meeting.moves import stack as moves
from coalmeet.meeting.state import Meeting
from coalmeet.meeting.turns import usual_unit
from coalmeet.meeting.words import asking_kind
from coalmeet.text import _
from ui import theme
from ui.desk import phrases
from ui.desk.asking_row import AskingRow, AskingWords, rows_of
from ui.desk.hands import Hands, gesture
from ui.desk.person_field import PersonField
from ui.desk.row_focus import step_focus
from ui.desk.step import Step
from ui.widgets.labels import Wrapped
from ui.widgets.layouts import column, empty

Verbs = dict[str, Callable[[], object]]


class StackPart(QWidget):
    """Enter with letters typed adds a name; `entered` tells Enter alone."""

    entered = Signal()

    def __init__(self, hands: Hands) -> None:
        super().__init__()
        self.hands = hands
        self._shown: tuple[AskingWords, ...] | None = None
        self.add = PersonField(lambda: hands.meeting, _("Who would like to speak?"), kinds=True)
        self._kinds = Wrapped(_kinds_in_words(), theme.META, tone="ink2")
        self._made: list[AskingRow] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._nobody = Wrapped(
            _("Nobody waits to speak. Type two letters of a name when somebody raises a hand."),
            theme.DETAIL,
            tone="ink2",
        )
        self._rule = Wrapped("", theme.META, theme.MEDIUM, "ink2")
        self._turns = Wrapped("", theme.META, tone="ink2")
        self.setLayout(
            column(self.add, 4, self._kinds, 6, self._nobody, self._rows, 6, self._rule, 2, self._turns)
        )
        self.add.chosen.connect(lambda person, kind: self.hands.do(moves.join, person, kind))
        self.add.entered.connect(self.entered)

    def show_meeting(self, meeting: Meeting) -> None:
        """Show who has the floor and who comes next, with the rule; nothing is redrawn that stands as before."""
        self._rule.setText(_rule(meeting))
        self._turns.setText(_turns_so_far(meeting))
        self._turns.setVisible(bool(self._turns.text()))
        shown = rows_of(meeting)
        if shown == self._shown:
            return
        self._shown = shown
        focused = self._focused()
        empty(self._rows)
        self._made.clear()
        for words in shown:
            self._add_row(words, focused=words.person == focused)
        self._nobody.setVisible(not shown)
        self._kinds.setVisible(len(shown) < 2)  # by then it is known
        self._rule.setVisible(bool(shown))

    def rows(self) -> list[AskingRow]:
        """The rows, in the order in which they stand."""
        return list(self._made)

    def verbs(self) -> Verbs:
        """What the keys do to the rows; calling the next one is for whoever shows this."""
        rows = [one for one in self._made if one.words.state != "now"]
        return {
            "next_row": lambda: step_focus(rows, 1),
            "previous_row": lambda: step_focus(rows, -1),
            "row_up": lambda: self._shift(self._focused(), -1),
            "row_down": lambda: self._shift(self._focused(), 1),
            "delete_row": self._remove_focused,
        }

    def call(self) -> None:
        """Whoever speaks was heard; the next has the floor."""
        self.hands.do(moves.give_floor)

    def _add_row(self, words: AskingWords, *, focused: bool) -> None:
        made = AskingRow(words)
        made.moved.connect(self._shift)
        made.left.connect(lambda person: self.hands.do(moves.withdraw, person))
        self._rows.addWidget(made)
        self._made.append(made)
        if focused and words.state != "now":
            made.setFocus()

    def _focused(self) -> str:
        return next((one.words.person for one in self._made if one.hasFocus()), "")

    def _remove_focused(self) -> None:
        if self._focused():
            self.hands.do(moves.withdraw, self._focused())

    @gesture
    def _shift(self, person: str, step: int) -> None:
        """One place up or down, where there is one."""
        order = [one.person for one in stack.line(self.hands.meeting)]
        at = order.index(person) if person in order else -1
        if step < 0 < at:
            self.hands.do(moves.move, person, order[at - 1])
        elif step > 0 and 0 <= at < len(order) - 1:
            self.hands.do(moves.move, person, order[at + 2] if at + 2 < len(order) else "")


def step_of(meeting: Meeting) -> Step | None:
    """The next speaker of the stack, or that the last one was heard; None while a round goes on or nobody is there."""
    if meeting.round is not None:
        return None
    waits = stack.line(meeting)
    if waits:
        name = phrases.first_name(meeting.name_of(waits[0].person))
        return Step(_("Next: {name}").format(name=phrases.short(name, 24)), "next_speaker", "chevron-right")
    return Step(_("Was heard"), "next_speaker", "check") if stack.speaking(meeting) else None


def others_of(meeting: Meeting) -> tuple[Step, ...]:
    """Let those be heard who have not spoken in this item, where there are some."""
    if meeting.current is None or meeting.round or not stack.unheard(meeting, usual_unit(meeting)):
        return ()
    return (Step(_("Let us hear others"), "hear_others", "users"),)


def _rule(meeting: Meeting) -> str:
    return _("{rule} {kinds}").format(rule=stack.rule(meeting), kinds=stack.rule_of_kinds())


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
    # No line breaks between a name and its number.
    each = [
        _("{organisation}\N{NO-BREAK SPACE}{count}").format(organisation=one.name, count=counts[one.id])
        for one in spoke
    ]
    return _("Turns so far: {turns}.").format(turns=_(", ").join(each)) if each else ""
