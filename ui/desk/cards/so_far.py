"""So far: what somebody who comes late needs to hear, to read aloud or to copy into the call's chat."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout

from coalmeet.meeting.so_far import Part, as_text, so_far
from coalmeet.meeting.state import Meeting
from coalmeet.text import _
from ui import theme
from ui.desk.hands import Hands
from ui.desk.step import Step
from ui.desk.tool import Tool, Verbs
from ui.widgets.labels import OneLine, Wrapped
from ui.widgets.layouts import add, column, empty


class SoFarCard(Tool):
    """Only what the call has seen already; nothing of the notes."""

    def __init__(self, hands: Hands) -> None:
        super().__init__(hands)
        self._shown: tuple[Part, ...] | None = None
        self._copied = Wrapped("", theme.DETAIL, theme.MEDIUM, "accent")
        self._copied.hide()
        self._parts = QVBoxLayout()
        self._parts.setSpacing(theme.px(4))
        words = _("Read it aloud to whoever has just come, or copy it into the call’s chat.")
        self.setLayout(
            column(Wrapped(words, theme.DETAIL, tone="ink2"), 10, self._parts, 10, self._copied, None)
        )

    def title(self) -> str:
        return _("What happened so far")

    def show_meeting(self, meeting: Meeting, now: int) -> None:
        shown = so_far(meeting, now)
        if shown == self._shown:
            return
        self._shown = shown
        self._copied.hide()
        empty(self._parts)
        for number, part in enumerate(shown):
            if number:
                self._parts.addSpacing(theme.px(10))
            add(self._parts, OneLine(part.heading, theme.DETAIL, theme.STRONG, "accent"))
            for line in part.lines:
                add(self._parts, Wrapped(line, theme.BODY))
        if not shown:
            add(self._parts, Wrapped(_("Nothing has happened yet."), theme.BODY))

    def show_now(self, meeting: Meeting, now: int) -> None:
        self.show_meeting(meeting, now)

    def text(self) -> str:
        """What would be copied."""
        return as_text(self._shown or ())

    def step(self) -> Step | None:
        return Step(_("Copy as text"), "primary", "copy") if self._shown else None

    def verbs(self) -> Verbs:
        return {"primary": self._copy}

    def put_away(self) -> None:
        self._copied.hide()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text())
        self._copied.setText(_("Copied, to paste into the chat."))
        self._copied.show()
