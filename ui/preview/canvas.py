"""The pages on the screen, one below the other: white as paper in every theme, as sharp as the screen."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QImage,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from coalmeet.documents.pdf_pages import Hit, Size
from coalmeet.text import _
from ui import theme
from ui.preview.pictures import Pictures
from ui.preview.places import PER_POINT, WIDTH, Places, arrange, fitting, next_step
from ui.preview.reader import Band
from ui.widgets.scroll_area import keep_bars_unspoken
from ui.widgets.spoken import announce

GAP = 16  # design pixels around a page
NOTCH = 120  # what one step of a wheel says


class Canvas(QAbstractScrollArea):
    """`wanted` carries the bands to be drawn next, `turned` the page that is looked at, `zoomed` the zoom."""

    wanted = Signal(object)
    turned = Signal(int)
    zoomed = Signal(float)

    def __init__(self) -> None:
        super().__init__()
        keep_bars_unspoken(self)
        self.sizes: tuple[Size, ...] = ()
        self.places = Places()
        self.page, self.zoom = 0, 1.0
        self.fit = WIDTH  # "" while the zoom is a number
        self.pictures = Pictures()
        self.hits: Sequence[Hit] = ()
        self.hit = -1
        self._asked: tuple[Band, ...] = ()
        self._turn = 0  # of the wheel, while it has not come to a notch
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setVerticalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAlwaysOn
        )  # else fitting would never settle
        self.setAccessibleName(_("Pages"))
        self.horizontalScrollBar().setLayoutDirection(
            Qt.LayoutDirection.LeftToRight
        )  # paper has no direction
        for bar in (self.verticalScrollBar(), self.horizontalScrollBar()):
            bar.setSingleStep(theme.px(40))
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._look())

    def show_pages(self, sizes: tuple[Size, ...]) -> None:
        """Show other pages, from the place where the old ones were; none empties the canvas."""
        self.sizes, self.hits, self.hit, self._asked = sizes, (), -1, ()
        always = (
            Qt.ScrollBarPolicy.ScrollBarAlwaysOn
        )  # fitting would never settle with one that comes and goes
        self.setVerticalScrollBarPolicy(always if sizes else Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.pictures.clear()
        self._arrange()
        self._look()
        self.viewport().update()

    def take(self, band: Band, picture: QImage) -> None:
        """A part of a page was drawn."""
        self.pictures.keep(band, picture)
        self.viewport().update()

    def set_zoom(self, zoom: float = 1.0, fit: str = "", at: QPoint | None = None) -> None:
        """Show the pages at a zoom (1.0 is 100 %) or fitting; the point `at` stays, else the middle."""
        at = at or self.viewport().rect().center()
        before, on = self.places, self.page
        spot = _part(before.areas[on], at + self._corner()) if before.areas else (0.5, 0.0)
        self.zoom, self.fit = zoom, fit
        self._arrange()
        if fit and self.sizes:
            self.go_to(on)
        elif self.sizes:
            area = self.places.areas[on]
            left, top = area.left() + spot[0] * area.width(), area.top() + spot[1] * area.height()
            self._scroll(round(left) - at.x(), round(top) - at.y())
        self.zoomed.emit(self.zoom)
        self.viewport().update()

    def go_to(self, page: int) -> None:
        """Show a page from its upper edge."""
        if self.sizes:
            area = self.places.areas[min(max(page, 0), len(self.sizes) - 1)]
            self.verticalScrollBar().setValue(area.top() - theme.px(GAP))

    def reveal(self, hits: Sequence[Hit], hit: int) -> None:
        """Mark what was found, one of it above the others, and scroll to that one; −1 is none."""
        moved = 0 <= hit < len(hits) and (
            hit != self.hit or not self.hits or hits[hit] != self.hits[self.hit]
        )
        self.hits, self.hit = hits, hit
        if moved and hits[hit].boxes:
            area = self._box(hits[hit], 0)
            if not self.viewport().rect().adjusted(0, 40, 0, -40).contains(area.toRect()):
                middle = area.center().toPoint() + self._corner() - self.viewport().rect().center()
                self._scroll(middle.x(), middle.y())
        self.viewport().update()

    def say(self, words: str) -> None:
        """The words of the page that is looked at, for screen readers."""
        self.setAccessibleDescription(words)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        page = self.page
        before = self.places.areas[page].top() if self.places.areas else 0
        part = (self.verticalScrollBar().value() - before) / self.zoom
        self._arrange()
        if self.sizes:
            self.verticalScrollBar().setValue(round(self.places.areas[page].top() + part * self.zoom))

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._turn += event.angleDelta().y()  # a touch pad tells small parts of a notch
            if abs(self._turn) >= NOTCH:
                self.set_zoom(next_step(self.zoom, self._turn), at=event.position().toPoint())
                self._turn = 0
            event.accept()
        else:
            super().wheelEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), theme.colour("paper"))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        lacking: list[Band] = []
        for page in self.places.seen(self._corner().y(), self.viewport().height()):
            lacking += self._paint_page(painter, page)
        asked = tuple(lacking)
        if asked != self._asked:
            self._asked = asked
            self.wanted.emit(asked)

    def _paint_page(self, painter: QPainter, page: int) -> list[Band]:
        area = self.places.areas[page].translated(-self._corner())
        painter.fillRect(area, theme.PRINTED)
        ratio = self.viewport().devicePixelRatioF()
        size = QSize(round(area.width() * ratio), round(area.height() * ratio))
        rows = (round(-area.top() * ratio), round((self.viewport().height() - area.top()) * ratio))
        self.pictures.paint(painter, page, area, size, rows)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        first = bisect_left(self.hits, page, key=lambda hit: hit.page)
        for at in range(first, bisect_left(self.hits, page + 1, first, key=lambda hit: hit.page)):
            for box in range(len(self.hits[at].boxes)):
                tone = theme.PRINTED_NOW if at == self.hit else theme.PRINTED_FOUND
                painter.fillRect(self._box(self.hits[at], box), tone)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        if 0 <= self.hit < len(self.hits) and self.hits[self.hit].page == page:
            painter.setPen(QPen(theme.PRINTED_INK, 1.5))  # a colour alone would not tell it from the others
            for box in range(len(self.hits[self.hit].boxes)):
                painter.drawRect(self._box(self.hits[self.hit], box).adjusted(-1, -1, 1, 1))
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.drawRect(area.adjusted(-1, -1, 0, 0))
        if page == self.page and self.hasFocus():  # apart from the page, which may be as white as the ink
            painter.setPen(QPen(theme.colour("ink"), 2))
            painter.drawRect(area.adjusted(-5, -5, 5, 5))
        return self.pictures.lacking(page, size, *rows)

    def _arrange(self) -> None:
        """Lay the pages out anew; a narrower canvas shows their middle."""
        room, gap = self.viewport().size(), theme.px(GAP)
        if self.fit:
            self.zoom = fitting(self.sizes, self.fit, room, gap)
        self.places = arrange(self.sizes, self.zoom, room, gap)
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        was_narrower = across.maximum() == 0
        across.setRange(0, max(0, self.places.size.width() - room.width()))
        down.setRange(0, max(0, self.places.size.height() - room.height()))
        across.setPageStep(room.width())
        down.setPageStep(room.height())
        if was_narrower:
            across.setValue(across.maximum() // 2)

    def _look(self) -> None:
        """Tell when another page is looked at: the one in the middle."""
        self.viewport().update()
        page = self.places.at(self._corner().y() + self.viewport().height() // 2)
        words = _("Page {page} of {pages}").format(page=page + 1, pages=len(self.sizes))
        if self.sizes and (page != self.page or words != self.accessibleName()):
            self.page = page
            self.setAccessibleName(words)
            self.setAccessibleDescription("")
            self.turned.emit(page)
            if self.hasFocus():
                announce(self, words)

    def _scroll(self, left: int, top: int) -> None:
        self.horizontalScrollBar().setValue(left)
        self.verticalScrollBar().setValue(top)

    def _corner(self) -> QPoint:
        """What lies in the upper left corner of the viewport."""
        return QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _box(self, hit: Hit, number: int) -> QRectF:
        """Where words that were found stand in the viewport."""
        box, scale = hit.boxes[number], self.zoom * PER_POINT
        page = self.places.areas[hit.page].topLeft() - self._corner()
        found = QRectF(box.left * scale, box.top * scale, box.width * scale, box.height * scale)
        return found.translated(page).adjusted(-1, -1, 1, 1)


def _part(area: QRect, point: QPoint) -> tuple[float, float]:
    """How far across and down a page a point lies: 0 to 1 each."""
    return (point.x() - area.left()) / area.width(), (point.y() - area.top()) / area.height()
