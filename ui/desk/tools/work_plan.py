"""The work-plan review: what is open is done, moved, handed on, or dropped because it was too much."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial

from PySide6.QtWidgets import QComboBox, QVBoxLayout

from coalmeet.meeting.moves import flow, work
from coalmeet.meeting.state import Meeting
from coalmeet.text import _, ngettext
from ui import theme
from ui.desk.action_line import ActionLine, OpenLine, lines_of
from ui.desk.day_field import DayField
from ui.desk.even_grid import EvenGrid
from ui.desk.hands import Hands, gesture
from ui.desk.made_row import MadeRows, actions_in
from ui.desk.step import Step
from ui.desk.tool import Tool, Verbs
from ui.desk.verb_button import verb_button
from ui.widgets.card import Card
from ui.widgets.fields import Choice, Field
from ui.widgets.labels import OneLine, Wrapped
from ui.widgets.layouts import column, row

STATES = ("done", "moved", "handed_on", "dropped")
NOBODY = "nobody"  # chosen on purpose, unlike no choice
LATER_DAYS = 28  # what "moved" proposes while nobody says another date


class WorkPlan(Tool):
    """Keys 1 to 4 answer for the chosen action, and the next unanswered one is chosen."""

    def __init__(self, hands: Hands) -> None:
        super().__init__(hands)
        self._chosen = ""
        self._offered: list[tuple[str, str]] = []
        self._count = Wrapped("", theme.BODY, theme.MEDIUM)
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.px(2))
        self._rows: dict[str, ActionLine] = {}
        self.until = DayField(lambda: hands.meeting, _("Moved until"))
        self.owner: QComboBox = Choice()
        self.owner.setAccessibleName(_("Handed on to"))
        self.owner.activated.connect(lambda row: self._review("handed_on") if row else None)
        words = {
            "done": _("Done"),
            "moved": _("Moved"),
            "handed_on": _("Handed on"),
            "dropped": _("Dropped"),
        }
        buttons = []
        for state in STATES:
            button = verb_button(words[state], f"work_{state}", size=44)
            button.clicked.connect(lambda _checked=False, one=state: self._review(one))
            buttons.append(button)
        fields = row(
            (Field(_("If moved, until"), self.until), 1), 12, (Field(_("If handed on, to"), self.owner), 1)
        )
        self._text = Wrapped("", theme.SECTION, theme.MEDIUM, most=3)
        self._who = OneLine("", theme.DETAIL, tone="ink2")
        answer = column(self._text, 2, self._who, 12, EvenGrid(buttons), 10, fields, margins=(16, 14, 16, 14))
        self._answer = Card(answer)
        self._today = Wrapped(_("Agreed today"), theme.BODY, theme.MEDIUM)
        self.made = MadeRows(hands)
        self._new = Card(column(self.made, margins=(16, 8, 12, 8)))
        self._plan = Card(column(self._list, margins=(8, 8, 8, 8)))
        self.setLayout(
            column(self._answer, 12, self._count, 8, self._plan, 12, self._today, 8, self._new, None)
        )

    def show_meeting(self, meeting: Meeting, now: int) -> None:
        found = lines_of(meeting)
        left = [one.id for one in found if not one.state]
        if self._chosen not in {one.id for one in found} or (self._chosen not in left and left):
            self._chosen = left[0] if left else ""
        self.hands.live.look_at(self._chosen)
        self._count.setText(_count(len(found), len(left)))
        for one in found:
            if one.id not in self._rows:
                self._add(one.id)
        self._show_rows(found)
        self._answer.setVisible(bool(self._chosen))
        self._plan.setVisible(bool(found))
        self._show_new(meeting)
        if not self.until.day():
            later = date.fromisoformat(meeting.date) + timedelta(days=LATER_DAYS)
            self.until.show_day(meeting.next_time.date or later.isoformat())
        self._offer_owners(meeting)

    def _show_new(self, meeting: Meeting) -> None:
        """What was agreed today is not reviewed, but it can be struck out when it is too much."""
        made = actions_in(meeting)
        for part in (self._today, self._new):
            part.setVisible(bool(made))
        self.made.show_made(made)

    def _offer_owners(self, meeting: Meeting) -> None:
        """Those who are here first; nobody is chosen by itself."""
        offered = [("", _("Choose who")), *owners(meeting), (NOBODY, _("nobody yet"))]
        if offered != self._offered:
            self._offered = offered
            self.owner.clear()
            for code, words in offered:
                self.owner.addItem(words, code)

    def step(self) -> Step:
        return Step(_("Next item"), "primary", "skip-forward")

    def verbs(self) -> Verbs:
        return {
            "primary": lambda: self.hands.do(flow.next_item),
            "next_row": lambda: self._step(1),
            "previous_row": lambda: self._step(-1),
            **{f"work_{state}": partial(self._review, state) for state in STATES},
        }

    def _add(self, action: str) -> None:
        line = ActionLine()
        line.clicked.connect(lambda: self._choose(action))
        self._rows[action] = line
        self._list.addWidget(line)

    def _step(self, step: int) -> None:
        ids = list(self._rows)
        if ids:
            at = ids.index(self._chosen) if self._chosen in ids else -step
            self._choose(ids[(at + step) % len(ids)])

    def _choose(self, action: str) -> None:
        self._chosen = action
        self.hands.live.look_at(action)
        self._answer.show()
        self._show_rows(lines_of(self.hands.meeting))

    def _show_rows(self, found: tuple[OpenLine, ...]) -> None:
        for one in found:
            chosen = one.id == self._chosen
            self._rows[one.id].show_line(one, chosen=chosen)
            if chosen:
                self._text.setText(one.text)
                self._who.setText(one.detail)

    @gesture
    def _review(self, state: str) -> None:
        if not self._chosen:
            return
        owner = str(self.owner.currentData() or "") if state == "handed_on" else ""
        if state == "handed_on" and not owner:
            self.hands.said.emit(_("Choose who takes it on, with the arrow keys and Enter."))
            self.owner.setFocus()
            self.owner.showPopup()
            return
        due = self.until.day() if state == "moved" else ""
        done = self.hands.do(work.review_action, self._chosen, state, due, "" if owner == NOBODY else owner)
        if done and owner:
            self.owner.setCurrentIndex(0)  # the next one is not handed on to the same person by a slip
            self.window().setFocus()


def _count(found: int, left: int) -> str:
    if not found:
        return _("No action is open. That is a good beginning.")
    if not left:
        return _("All actions have been looked at.")
    return ngettext("{count} action to look at", "{count} actions to look at", left).format(count=left)


def owners(meeting: Meeting) -> list[tuple[str, str]]:
    """Who can take work on: those who are here, then those who would be asked."""
    here = [(one.seat.person, one.seat.name) for one in meeting.people if one.here]
    away = [
        (one.seat.person, _("{name}, not here: is asked").format(name=one.seat.name))
        for one in meeting.people
        if not one.here
    ]
    return [*here, *away]
