"""Between two items: what comes next, or the closing when nothing is left."""

from __future__ import annotations

from coalmeet.meeting.moves import flow
from coalmeet.meeting.order import coming_item
from coalmeet.meeting.state import Meeting
from coalmeet.text import _, minutes
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
        return (Step(_("Another item"), "agenda", "layout-list"),)

    def verbs(self) -> Verbs:
        if coming_item(self.hands.meeting) is None:
            return {"close_meeting": lambda: self.hands.do(flow.close_meeting)}
        return {"primary": lambda: self.hands.do(flow.next_item)}
