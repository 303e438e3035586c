"""Where each page lies on the canvas at a zoom, which of them are seen, and which zoom makes them fit."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize

from coalmeet.documents.pdf_pages import Size

PER_POINT = 96 / 72  # logical pixels of a point at 100 %
STEPS = (0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0, 4.0)
WIDTH, PAGE = "width", "page"  # the two ways to fit


@dataclass(frozen=True, slots=True)
class Places:
    """The areas of the pages, one below the other, and of all of them, in logical pixels."""

    areas: tuple[QRect, ...] = ()
    size: QSize = QSize(0, 0)  # noqa: RUF009 - never changed

    def seen(self, top: int, height: int) -> range:
        """The pages of which something lies in this stretch."""
        tops = [area.top() for area in self.areas]
        first = max(0, bisect_right(tops, top) - 1)
        if self.areas and self.areas[first].bottom() < top:
            first += 1
        return range(first, max(first, bisect_right(tops, top + height)))

    def at(self, middle: int) -> int:
        """The page at this height, or the one above it; 0 when there is none."""
        return max(0, bisect_right([area.top() for area in self.areas], middle) - 1)


def arrange(sizes: Sequence[Size], zoom: float, room: QSize, gap: int) -> Places:
    """The pages at this zoom (1.0 is 100 %), each in the middle of the room or of the widest page."""
    scale = zoom * PER_POINT
    shapes = [QSize(max(1, round(one.width * scale)), max(1, round(one.height * scale))) for one in sizes]
    wide = max([room.width(), *(shape.width() + 2 * gap for shape in shapes)])
    areas, top = [], gap
    for shape in shapes:
        areas.append(QRect((wide - shape.width()) // 2, top, shape.width(), shape.height()))
        top += shape.height() + gap
    return Places(tuple(areas), QSize(wide, top))


def fitting(sizes: Sequence[Size], way: str, room: QSize, gap: int) -> float:
    """The zoom at which the widest page fills the width of the room, or every page fits into it as a whole."""
    if not sizes:
        return 1.0
    wide = (room.width() - 2 * gap) / (max(one.width for one in sizes) * PER_POINT)
    high = (room.height() - 2 * gap) / (max(one.height for one in sizes) * PER_POINT)
    return min(max(wide if way == WIDTH else min(wide, high), STEPS[0] / 2), STEPS[-1])


def next_step(zoom: float, way: int) -> float:
    """The next zoom that is larger (way 1) or smaller (−1); the outermost stays."""
    if way > 0:
        return next((step for step in STEPS if step > zoom * 1.01), STEPS[-1])
    return next((step for step in reversed(STEPS) if step < zoom / 1.01), STEPS[0])
