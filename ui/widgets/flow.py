"""Lays widgets out like words: side by side, on to the next line where the width ends, from the leading side.

In its line each stands in the middle of the tallest; one that is wider than a whole line is cut to it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from ui import theme

LEAST = 160  # design pixels of width that any of them is content with: nothing here makes a window scroll sideways


class FlowLayout(QLayout):
    """`gap` design pixels between widgets and between lines."""

    def __init__(self, parent: QWidget | None = None, gap: int = 8) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._gap = theme.px(gap)
        if parent is not None:
            parent.setLayout(self)
        self.setContentsMargins(0, 0, 0, 0)

    def gap(self) -> int:
        """Logical pixels between two widgets."""
        return self._gap

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._lay(QRect(0, 0, width, 0), place=False)

    def setGeometry(self, area: QRect) -> None:
        super().setGeometry(area)
        self._lay(area, place=True)

    def sizeHint(self) -> QSize:
        shown = [item.sizeHint().width() for item in self._items if not item.isEmpty()]
        return QSize(sum(shown) + self._gap * max(0, len(shown) - 1), self.minimumSize().height())

    def minimumSize(self) -> QSize:
        widest = max((item.minimumSize().width() for item in self._items), default=0)
        tallest = max((item.sizeHint().height() for item in self._items), default=0)
        return QSize(min(widest, theme.px(LEAST)), tallest)

    def _lay(self, area: QRect, *, place: bool) -> int:
        y, found = 0, self._lines(area.width())
        for line in found:
            tallest = max(size.height() for _item, size in line)
            x = 0
            for item, size in line:
                if place:
                    at = QPoint(self._from_left(area, x, size.width()), area.top() + y)
                    item.setGeometry(QRect(at + QPoint(0, (tallest - size.height()) // 2), size))
                x += size.width() + self._gap
            y += tallest + self._gap
        return max(0, y - self._gap)

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        """Which stand in one line, each with the size that it gets."""
        found: list[list[tuple[QLayoutItem, QSize]]] = []
        x = 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint().boundedTo(item.maximumSize()).boundedTo(QSize(max(1, width), 10_000))
            if not found or x + size.width() > width:
                found.append([])
                x = 0
            found[-1].append((item, size))
            x += size.width() + self._gap
        return found

    def _from_left(self, area: QRect, x: int, width: int) -> int:
        parent = self.parentWidget()
        back = parent is not None and parent.isRightToLeft()
        return area.right() + 1 - x - width if back else area.left() + x


def flowing(*things: QWidget, gap: int = 8) -> QWidget:
    """A widget in which these are laid out so, `gap` design pixels apart."""
    inside = QWidget()
    flow = FlowLayout(inside, gap)
    for one in things:
        flow.addWidget(one)
    return inside
