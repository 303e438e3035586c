"""Lucide's icons, tinted in the colour that is asked for and kept; no other file loads an icon."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from coalmeet.resources import folder
from ui import theme

# Icons that point to where reading goes on, or where it came from: they turn around with the window.
POINTING = frozenset({"arrow-left", "arrow-right", "chevron-right", "log-out", "skip-forward", "undo-2"})


def draw(painter: QPainter, name: str, area: QRectF, tone: str) -> None:
    """Paint an icon into a square in a colour of the theme, as sharp as the painter's scale allows."""
    renderer = _renderer(name, str(getattr(theme.colours(), tone)))
    if not _turns(name):
        renderer.render(painter, area)
        return
    painter.save()
    painter.translate(area.left() + area.right(), 0)
    painter.scale(-1, 1)
    renderer.render(painter, area)
    painter.restore()


def pixmap(name: str, tone: str, size: float, ratio: float = 1.0) -> QPixmap:
    """An icon as a picture of `size` logical pixels on a screen with this pixel ratio."""
    return _pixmap(name, str(getattr(theme.colours(), tone)), size, ratio, _turns(name))


def icon(name: str, tone: str = "ink", size: float = theme.ICON) -> QIcon:
    """An icon for Qt's own controls and menus; made anew by whoever shows it when the colours change."""
    made = QIcon(pixmap(name, tone, theme.px(size)))
    made.addPixmap(pixmap(name, tone, theme.px(size), 2.0))
    return made


def _turns(name: str) -> bool:
    return name in POINTING and QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft


@lru_cache(maxsize=256)
def _renderer(name: str, code: str) -> QSvgRenderer:
    text = (folder("icons") / f"{name}.svg").read_text(encoding="utf-8")
    return QSvgRenderer(QByteArray(text.replace("currentColor", code).encode()))


@lru_cache(maxsize=512)
def _pixmap(name: str, code: str, size: float, ratio: float, turned: bool) -> QPixmap:
    side = max(1, round(size * ratio))
    picture = QPixmap(QSize(side, side))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    if turned:
        painter.translate(side, 0)
        painter.scale(-1, 1)
    _renderer(name, code).render(painter, QRectF(0, 0, side, side))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture
