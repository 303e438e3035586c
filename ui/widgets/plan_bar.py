"""An agenda as width: an item is as wide as its minutes, and what lies beyond the agreed end is hatched."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from coalmeet.coalition.plan import PlannedItem
from coalmeet.text import _, ngettext
from ui import theme
from ui.widgets import lines, painted_text
from ui.widgets.spoken import Painted

_BAR, _GAP, _NUMBERS, _ENDS = 13, 7, 18, 18


@dataclass(frozen=True, slots=True)
class _Part:
    """One item as a stretch, in minutes from the start; `number` is 0 for a break."""

    since: int
    until: int
    label: str
    number: int


class PlanBar(Painted):
    """The agenda of a meeting that is being prepared."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._parts: tuple[_Part, ...] = ()
        self._agreed = 0
        self._end = ""

    def show_plan(self, items: Sequence[PlannedItem], agreed: int, end: str) -> None:
        """Show these items against the agreed minutes (0: none agreed) and their end as "HH:MM" ("": unknown)."""
        self._parts, self._agreed, self._end = _parts(items), agreed, end
        total = self._total()
        if agreed and total > agreed:
            words = _("{planned} minutes planned, {agreed} agreed.").format(planned=total, agreed=agreed)
        else:
            words = ngettext("{planned} minute planned.", "{planned} minutes planned.", total).format(
                planned=total
            )
        self.speak(words)
        self.setFixedHeight(self.sizeHint().height())
        self.update()

    def sizeHint(self) -> QSize:
        below = _ENDS + 8 if self._end_has_own_row() else 8
        return QSize(theme.px(320), theme.px(_BAR + _NUMBERS + below))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(160), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for part in self._parts:
            self._paint_part(painter, part)
        if self._agreed:
            self._paint_end(painter)

    def _total(self) -> int:
        return self._parts[-1].until if self._parts else 0

    def _end_has_own_row(self) -> bool:
        """The end stands among the numbers where the last of them leaves room for it."""
        free = self._agreed - (self._parts[-1].since if self._parts else 0)
        return self._total() > self._agreed or free * 14 < max(self._total(), self._agreed, 1)

    def _is_dense(self) -> bool:
        """Whether items are too narrow for numbers: then they are a plain strip."""
        return self.width() < theme.px(28) * len(self._parts)

    def _x(self, minutes: float) -> float:
        whole = max(self._total(), self._agreed, 1)
        return self.width() * minutes / whole

    def _mirrored(self, area: QRectF) -> QRectF:
        if not self.isRightToLeft():
            return area
        return QRectF(self.width() - area.right(), area.top(), area.width(), area.height())

    def _paint_part(self, painter: QPainter, part: _Part) -> None:
        left, right = self._x(part.since), self._x(part.until)
        gap = 1.0 if self._is_dense() else min(float(theme.px(_GAP)), (right - left) / 3)
        area = self._mirrored(QRectF(left, 1, max(2.0, right - left - gap), theme.px(_BAR)))
        if not part.number:
            painter.setPen(QPen(theme.colour("ink3"), 1.3, Qt.PenStyle.DotLine))
            painter.drawLine(
                QPointF(area.left(), area.center().y()), QPointF(area.right(), area.center().y())
            )
        else:
            self._paint_item(painter, area, part)
        word = str(part.number) if part.number else (_("Break") if right - left > theme.px(48) else "")
        if part.until - part.since and right - left > theme.px(18) and not self._is_dense():
            below = QRectF(
                area.left(), theme.px(_BAR + 5), max(area.width(), theme.px(24)), theme.px(_NUMBERS)
            )
            if self.isRightToLeft():
                below.moveRight(area.right())
            font = theme.font(theme.META, tabular=True)
            painted_text.write(painter, below, word, font, "ink2", backwards=self.isRightToLeft())

    def _paint_item(self, painter: QPainter, area: QRectF, part: _Part) -> None:
        whole, within = QPainterPath(), QPainterPath()
        radius = 1.5 if self._is_dense() else min(5.0, area.width() / 2)
        whole.addRoundedRect(area, radius, radius)
        end = self._x(self._agreed) if self._agreed else self.width()
        within.addRect(self._mirrored(QRectF(0, 0, end, area.height() + 4)))
        inside, outside = whole.intersected(within), whole.subtracted(within)
        painter.setPen(Qt.PenStyle.NoPen)
        if part.label == "decision":
            painter.fillPath(inside, theme.colour("accent"))
        elif part.label == "update":
            painter.strokePath(inside, QPen(theme.colour("ink3"), 1.3))
        else:
            tone = QColor(theme.colour("accent"))  # a copy: the theme keeps its own
            tone.setAlphaF(0.38)
            painter.fillPath(inside, tone)
        if not outside.isEmpty():
            painter.fillPath(outside, theme.colour("over_soft"))
            painter.fillPath(outside, QBrush(theme.colour("over"), Qt.BrushStyle.BDiagPattern))

    def _paint_end(self, painter: QPainter) -> None:
        over = self._total() - self._agreed
        x = self._x(self._agreed)
        own = self._end_has_own_row()
        top, height = theme.px(_BAR + (_NUMBERS + 4 if own else 5)), theme.px(_ENDS)
        if over > 0:
            painter.fillRect(self._mirrored(QRectF(x - 4, 0, 2, top + 2)), theme.colour("ink"))
        font = theme.font(theme.META, theme.STRONG, tabular=True)
        words = _("+{minutes} min").format(minutes=over) if over > 0 else ""
        wide, wide_over = (lines.width_of(text, font) + 4 for text in (self._end, words))
        left, left_over = end_places(x, wide, wide_over if words else 0.0, self.width())
        backwards = self.isRightToLeft()
        for text, tone, at, width in (
            (self._end, "ink" if over > 0 else "ink2", left, wide),
            (words, "over", left_over, wide_over),
        ):
            area = self._mirrored(QRectF(at, top, width, height))
            painted_text.write(painter, area, text, font, tone, backwards=backwards, side="middle")


def end_places(x: float, wide: float, wide_over: float, whole: float) -> tuple[float, float]:
    """Where the words before and after the agreed end at `x` begin, in pixels: within the bar, and never on
    each other."""
    between = 8.0
    left = max(0.0, x - 4 - wide)
    left_over = min(max(x + 4, left + wide + between), whole - wide_over)
    return (min(left, left_over - between - wide) if wide_over else left), left_over


def _parts(items: Sequence[PlannedItem]) -> tuple[_Part, ...]:
    at = number = 0
    found = []
    for item in items:
        since, at = at, at + (item.minutes or 0)
        is_break = item.built_in == "break"
        number += not is_break
        found.append(_Part(since, max(at, since), item.label, 0 if is_break else number))
    return tuple(found)
