"""A list and what is chosen in it: beside each other where both have room, below each other where they have not."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui import theme
from ui.widgets.layouts import row, widget
from ui.widgets.scroll_area import ScrollArea

ANY_WIDTH = 16_777_215  # Qt's own largest size
# design pixels: a list beside something; both below each other; both beside each other, where nothing scrolls
LEAST_LIST, LEAST_BELOW, LEAST_BESIDE = 300, (220, 360), 160


class SideBySide(ScrollArea):
    """`side` is so many design pixels wide while it stands beside; below, both keep a height, and the whole scrolls.

    With `shares` both grow in these parts, and `width` is the least of the side. Where something around it scrolls
    already, `scrolls` is false: the height is asked for as a whole.
    """

    def __init__(
        self,
        main: QWidget,
        side: QWidget,
        width: int,
        gap: int = 24,
        *,
        shares: tuple[int, int] = (1, 0),
        scrolls: bool = True,
        below: tuple[int, int] = LEAST_BELOW,
    ) -> None:
        super().__init__()
        self._main, self._side, self._width, self._gap = main, side, width, gap
        self._grows, self._scrolls, self._least = bool(shares[1]), scrolls, below
        self._row = row((main, shares[0]), (side, shares[1]), gap=gap)
        self.setWidget(widget(self._row))
        self._stand()

    def sizeHint(self) -> QSize:
        """Where something around it scrolls, it asks for no more than it needs: else two things would scroll."""
        hint = super().sizeHint()
        return hint if self._scrolls else QSize(hint.width(), self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._stand()
        super().resizeEvent(event)

    def is_narrow(self) -> bool:
        """Whether there is no room beside each other."""
        return self.width() < theme.px(self._width + LEAST_LIST)

    def _stand(self) -> None:
        narrow = self.is_narrow()
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._row.setDirection(down if narrow else across)
        self._side.setMinimumWidth(0 if narrow else theme.px(self._width))
        self._side.setMaximumWidth(ANY_WIDTH if narrow or self._grows else theme.px(self._width))
        for part, least in zip((self._main, self._side), self._least, strict=True):
            part.setMinimumHeight(theme.px(least) if narrow else 0)
        if not self._scrolls:
            self.setMinimumHeight(theme.px(sum(self._least) + self._gap if narrow else LEAST_BESIDE))
