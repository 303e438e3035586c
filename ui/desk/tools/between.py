"""Between two items: what comes next, or the closing when nothing is left."""

from __future__ import annotations

from coalmeet.meeting import timing
from coalmeet.meeting.moves import flow
from coalmeet.meeting.order import coming_item
from coalmeet.meeting.state import Meeting
from coalmeet.text import _, minutes, ngettext
from ui import theme
from ui.desk.hands import Hands
from ui.desk.step import Step
from ui.desk.tool import Tool, Verbs
from ui.widgets.card import Card
from ui.widgets.labels import OneLine, Wrapped
from ui.widgets.layouts import column


class Between(Tool):
    """One key starts what comes next."""

    def __init__(self, hands: Hands) -> None:
        super().__init__(hands)
        self._caption = OneLine("", theme.DETAIL, tone="ink2")
        self._title = Wrapped("", theme.HEADING, theme.STRONG, most=3)
        self._detail = Wrapped("", theme.BODY, tone="ink2", most=3)
        card = Card(column(self._caption, 4, self._title, 4, self._detail, margins=(20, 16, 20, 18)))
        self.setLayout(column(card, None))

    def show_meeting(self, meeting: Meeting, now: int) -> None:
        following = coming_item(meeting)
        self._caption.setText(_("Next") if following else _("Every item has an outcome"))
        self._title.setText(following.entry.title if following else _("The meeting can be closed."))
        box = minutes(following.minutes) if following and following.minutes else ""
        self._detail.setText((following.entry.desired_outcome or box) if following else "")
        self._detail.setVisible(bool(self._detail.text()))

    def step(self) -> Step:
        if coming_item(self.hands.meeting) is None:
            return Step(_("Close the meeting"), "close_meeting", "door-open")
        return Step(_("Start it"), "primary", "play")

    def others(self) -> tuple[Step, ...]:
        other = Step(_("Another item"), "agenda", "layout-list")
        minutes_ago = self._gap() // timing.MINUTE
        if not minutes_ago or coming_item(self.hands.meeting) is None:
            return (other,)
        words = ngettext("It began {count} min ago", "It began {count} min ago", minutes_ago)
        return (other, Step(words.format(count=minutes_ago), "began", "clock"))

    def verbs(self) -> Verbs:
        following = coming_item(self.hands.meeting)
        if following is None:
            return {"close_meeting": lambda: self.hands.do(flow.close_meeting)}
        return {
            "primary": lambda: self.hands.do(flow.next_item),
            "began": lambda: self.hands.do(flow.start_item, following.id, ago=self._gap()),
        }

    def _gap(self) -> int:
        """How long ago a forgotten start can have been, in milliseconds; 0 where that is too long to be one."""
        gap = timing.between_items_ms(self.hands.meeting, self.hands.live.now())
        return gap if gap <= flow.LONGEST_AGO else 0
