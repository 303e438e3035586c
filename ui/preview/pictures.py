"""The parts of pages that are drawn already: as many as fit into a budget, those seen last are kept."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QImage, QPainter

from ui.preview.reader import Band

ROWS = 1024  # pixels of a band: small enough to come at once, at whatever zoom
BUDGET = 160 * 1024 * 1024  # bytes: a screen of four million pixels holds sixteen


class Pictures:
    """Pictures by their bands. Those of another zoom stand in until the right ones are there."""

    def __init__(self) -> None:
        self._kept: dict[Band, QImage] = {}

    def keep(self, band: Band, picture: QImage) -> None:
        """Keep a picture; those that were not looked at for the longest go."""
        self._kept[band] = picture
        held = sum(one.sizeInBytes() for one in self._kept.values())
        while held > BUDGET and len(self._kept) > 1:
            held -= self._kept.pop(next(iter(self._kept))).sizeInBytes()

    def clear(self) -> None:
        """Keep nothing."""
        self._kept.clear()

    def lacking(self, page: int, size: QSize, top: int, bottom: int) -> list[Band]:
        """The bands of a page that show its rows from top to bottom and are not there; `size` in pixels."""
        return [band for band in _bands(page, size, top, bottom) if band not in self._kept]

    def paint(self, painter: QPainter, page: int, area: QRect, size: QSize, rows: tuple[int, int]) -> None:
        """Paint a page into its area: what is there of these rows, and below it what was there at another zoom."""
        wanted = _bands(page, size, *rows)
        if any(band not in self._kept for band in wanted):
            others = [band for band in self._kept if band.page == page and band.width != size.width()]
            for band in others:
                if band.width == others[-1].width:  # of several zooms the one that was seen last
                    painter.drawImage(_place(band, area), self._kept[band])
        for band in wanted:
            if band in self._kept:
                self._kept[band] = picture = self._kept.pop(band)  # seen just now: the last to go
                painter.drawImage(_place(band, area), picture)


def _bands(page: int, size: QSize, top: int, bottom: int) -> list[Band]:
    return list(_each_band(page, size, max(0, top), min(bottom, size.height())))


def _each_band(page: int, size: QSize, top: int, bottom: int) -> Iterator[Band]:
    for start in range(top // ROWS * ROWS, bottom, ROWS):
        yield Band(page, size.width(), size.height(), start, min(ROWS, size.height() - start))


def _place(band: Band, area: QRect) -> QRectF:
    high = area.height() / band.height
    return QRectF(area.left(), area.top() + band.top * high, area.width(), band.rows * high)
