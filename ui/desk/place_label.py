"""Where in the agenda the meeting is: with whoever brings it where there is room, else the number alone, or nothing."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPaintEvent

from ui import theme
from ui.widgets import lines, painted_text
from ui.widgets.labels import OneLine

MORE = 64  # design pixels that a name needs, for its beginning to say more than nothing


class PlaceLabel(OneLine):
    """Readers hear all of it; a number that is cut would be another number, so that it is shown whole or not."""

    def __init__(self) -> None:
        super().__init__("", theme.DETAIL, tone="ink2")
        self._short = ""

    def show_place(self, whole: str, short: str) -> None:
        """Show "Item 3 of 10, presented by Amina Okafor", or its beginning `short`."""
        self._short = short
        self.setText(whole)
        self.setVisible(bool(whole))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())  # what the call sees comes first

    def shown(self) -> str:
        """What stands there in this width."""
        short = lines.width_of(self._short, self.font())
        if self.sizeHint().width() <= self.width() + 1 or self.width() >= short + theme.px(MORE):
            return self.text()
        return self._short if short <= self.width() else ""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = self.pen()
        painted_text.write(
            painter, self.rect(), self.shown(), self.font(), "ink2", backwards=self.isRightToLeft()
        )
