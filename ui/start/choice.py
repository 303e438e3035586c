"""A large button of the welcome screen: an icon, what it does, a line about it, and its key."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy

from ui import icons, theme
from ui.widgets import lines, painted_text

_HEIGHT, _SIDE, _MARK, _BETWEEN = 84, 24, 26, 20


class BigChoice(QPushButton):
    """One of the first steps; `primary` is the one that most people want."""

    def __init__(self, icon: str, title: str, line: str, key: str, *, primary: bool = False) -> None:
        super().__init__(title)
        self._icon, self._line, self._key, self._primary = icon, line, key, primary
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleDescription(", ".join(part for part in (line, key) if part))

    def sizeHint(self) -> QSize:
        return QSize(theme.px(480), theme.px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_box(painter)
        self._paint_words(painter)

    def _paint_box(self, painter: QPainter) -> None:
        area, radius = QRectF(self.rect()).adjusted(1, 1, -1, -1), theme.px(theme.RADIUS_CARD)
        ground = theme.colour("accent" if self._primary else "surface")
        if self.underMouse() or self.isDown():
            ground = ground.darker(106) if self._primary else theme.colour("sunk")
        painter.setBrush(ground)
        painter.setPen(Qt.PenStyle.NoPen if self._primary else QPen(theme.colour("line"), 1))
        painter.drawRoundedRect(area, radius, radius)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            if self._primary:
                painter.setPen(QPen(theme.colour("on_accent"), 1.5))
                painter.drawRoundedRect(area.adjusted(3, 3, -3, -3), radius - 3, radius - 3)
            painter.setPen(QPen(theme.colour("ink"), 2))
            painter.drawRoundedRect(area, radius, radius)

    def _paint_words(self, painter: QPainter) -> None:
        ink, quiet = ("on_accent", "on_accent") if self._primary else ("ink", "ink2")
        side, mark = theme.px(_SIDE), theme.px(_MARK)
        key_font = theme.font(14, theme.MEDIUM)
        key_width = lines.width_of(self._key, key_font) + 2
        left = side + mark + theme.px(_BETWEEN)
        width = self.width() - left - key_width - side - theme.px(12)
        half = self.height() / 2
        icon_area = QRectF(side, half - mark / 2, mark, mark)
        icons.draw(painter, self._icon, self._turned(icon_area), "on_accent" if self._primary else "accent")
        title, line = theme.font(18, theme.STRONG), theme.font(theme.BODY)
        above = self._turned(QRectF(left, half - theme.px(27), width, theme.px(26)))
        below = self._turned(QRectF(left, half + theme.px(1), width, theme.px(24)))
        end = self._turned(QRectF(self.width() - side - key_width, 0, key_width, self.height()))
        backwards = self.isRightToLeft()
        painted_text.write(painter, above, self.text(), title, ink, backwards=backwards)
        painted_text.write(painter, below, self._line, line, quiet, backwards=backwards)
        painted_text.write(painter, end, self._key, key_font, quiet, backwards=backwards, side="middle")

    def _turned(self, area: QRectF) -> QRectF:
        if not self.isRightToLeft():
            return area
        return QRectF(self.width() - area.right(), area.top(), area.width(), area.height())
