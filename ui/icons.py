"""Lucide's icons, tinted in the colour that is asked for and kept; no other file loads an icon."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from coalmeet.resources import folder
from ui import theme


def draw(painter: QPainter, name: str, area: QRectF, tone: str) -> None:
    """Paint an icon into a square in a colour of the theme, as sharp as the painter's scale allows."""
    _renderer(name, str(getattr(theme.colours(), tone))).render(painter, area)


def pixmap(name: str, tone: str, size: float, ratio: float = 1.0) -> QPixmap:
    """An icon as a picture of `size` logical pixels on a screen with this pixel ratio."""
    return _pixmap(name, str(getattr(theme.colours(), tone)), size, ratio)


def icon(name: str, tone: str = "ink", size: float = theme.ICON) -> QIcon:
    """An icon for Qt's own controls and menus; made anew by whoever shows it when the colours change."""
    made = QIcon(pixmap(name, tone, theme.px(size)))
    made.addPixmap(pixmap(name, tone, theme.px(size), 2.0))
    return made


@lru_cache(maxsize=256)
def _renderer(name: str, code: str) -> QSvgRenderer:
    text = (folder("icons") / f"{name}.svg").read_text(encoding="utf-8")
    return QSvgRenderer(QByteArray(text.replace("currentColor", code).encode()))


@lru_cache(maxsize=512)
def _pixmap(name: str, code: str, size: float, ratio: float) -> QPixmap:
    side = max(1, round(size * ratio))
    picture = QPixmap(QSize(side, side))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    _renderer(name, code).render(painter, QRectF(0, 0, side, side))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture
