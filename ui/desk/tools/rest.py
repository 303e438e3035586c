"""A break: when we go on, and a key to go on."""

from __future__ import annotations

from coalmeet.meeting.moves import clock, flow, people
from coalmeet.meeting.publish import return_words
from coalmeet.meeting.state import Meeting
from coalmeet.text import _
from ui import theme
from ui.desk.hands import Hands, gesture
from ui.desk.phrases import present
from ui.desk.step import Step
from ui.desk.tool import Tool, Verbs
from ui.widgets.card import Card
from ui.widgets.labels import OneLine, Wrapped
from ui.widgets.layouts import column

MORE = 5  # minutes by which a break is made longer or shorter


class Rest(Tool):
    """The return time is the big thing."""

    def __init__(self, hands: Hands) -> None:
        super().__init__(hands)
        self._caption = OneLine(_("We go on at"), theme.BODY, tone="ink2")
        self._time = Wrapped("", theme.CLOCK, theme.STRONG, tabular=True)  # a day takes a line beside a call
        self._here = Wrapped("", theme.DETAIL, tone="ink2")
        self.setLayout(
            column(Card(column(self._caption, 2, self._time, 6, self._here, margins=(20, 18, 20, 18))), None)
        )

    def show_meeting(self, meeting: Meeting, now: int) -> None:
        self._say_when(meeting, now)
        words = _("Back: {present}.") if meeting.is_adjourned else _("Before the break: {present}.")
        self._here.setVisible(bool(meeting.present_people))
        self._here.setText(words.format(present=present(meeting)))

    def show_now(self, meeting: Meeting, now: int) -> None:
        current = meeting.current
        if not meeting.on_break and current and current.paused:
            self._say_when(meeting, now)

    def _say_when(self, meeting: Meeting, now: int) -> None:
        """The moment, with its day where that is another one; nobody who comes later is noted anywhere."""
        when = return_words(meeting, now)
        self._caption.setText(_("We go on at") if not meeting.is_adjourned else _("We go on"))
        self._time.setText(when or _("another day"))

    def step(self) -> Step:
        return Step(_("Go on"), "primary", "play")

    def others(self) -> tuple[Step, ...]:
        meeting = self.hands.meeting
        found = [Step(_("Who is back?"), "attendance", "users")]
        if meeting.is_adjourned and left_last(meeting):
            found.insert(0, Step(_("All are back"), "back_again", "check-check"))
        if meeting.on_break:
            found += [Step(_("5 min more"), "grace"), Step(_("5 min less"), "less")]
        return tuple(found)

    def verbs(self) -> Verbs:
        if self.hands.meeting.on_break:
            return {
                "primary": self._go_on,
                "grace": lambda: self.hands.do(clock.move_return, MORE),
                "less": lambda: self.hands.do(clock.move_return, -MORE),
            }
        return {
            "primary": self._go_on,
            "back_again": lambda: self.hands.do(people.arrive_all, left_last(self.hands.meeting)),
        }

    @gesture
    def _go_on(self) -> None:
        if self.hands.meeting.is_adjourned:
            self.hands.do(flow.go_on)
        elif self.hands.meeting.on_break:
            self.hands.do(clock.end_break)
        else:
            self.hands.do(flow.next_item)


def left_last(meeting: Meeting) -> tuple[str, ...]:
    """Who was here when the meeting stopped for the day, and is not back yet."""
    stopped = meeting.adjournments[-1].since if meeting.adjournments else 0
    return tuple(
        one.seat.person for one in meeting.people if one.spans and one.spans[-1].until == stopped and stopped
    )
