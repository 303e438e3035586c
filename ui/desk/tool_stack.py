"""Holds the tool of the moment: made when it is first needed, shown while the meeting is in its stage."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coalmeet.meeting.state import Meeting
from ui.desk.as_seen import put_all_in_order, put_in_order
from ui.desk.choose import tool_for
from ui.desk.scroll import Scroll
from ui.desk.tool import Tool

Makers = Mapping[str, Callable[[], Tool]]


class ToolStack(Scroll):
    """`restated` and `opens` are those of whichever tool is shown; what does not fit scrolls.

    `above` stands before each of them, where it has something to say."""

    restated = Signal()
    opens = Signal(str)

    def __init__(self, makers: Makers, above: QWidget) -> None:
        self._holder = QWidget()
        super().__init__(self._holder)
        self._makers = makers
        self._tools: dict[str, Tool] = {}
        self.name = ""
        self._column = QVBoxLayout(self._holder)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.first, self.last = QVBoxLayout(), QVBoxLayout()  # in a flat window more than the tool scrolls
        self._column.addLayout(self.first)
        self._column.addWidget(above)
        self._column.addLayout(self.last)

    @property
    def tool(self) -> Tool | None:
        """The tool that is shown."""
        return self._tools.get(self.name)

    def show_meeting(self, meeting: Meeting, now: int) -> None:
        """Show the tool that the moment needs, with the meeting as it stands."""
        name = tool_for(meeting)
        if name != self.name:
            self._switch(name)
        if self.tool is not None:
            self.tool.show_meeting(meeting, now)
            put_all_in_order(self.tool)

    def _switch(self, name: str) -> None:
        before = self.tool
        if name not in self._tools:
            made = self._makers[name]()
            made.restated.connect(self.restated)
            made.opens.connect(self.opens)
            made.hide()
            self._tools[name] = made
            self._column.insertWidget(
                self._column.count() - 1, made, 1
            )  # what stands above takes what it needs
            put_in_order(self._holder)
        self.name = name
        if before is not None:
            before.hide()
        self._tools[name].show()
        self.verticalScrollBar().setValue(0)
