"""Paints a picture, at whatever size its window has."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from ui import icons, theme
from ui.share import setting
from ui.share.pieces import Area, Box, Capsule, Changes, Dial, Disc, Piece, Rule, Sign, Stretch, Words
from ui.widgets import draw

_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute | Qt.TextFlag.TextDontClip
_SIDES = {
    "start": int(_LINE | Qt.AlignmentFlag.AlignLeft),
    "middle": int(_LINE | Qt.AlignmentFlag.AlignHCenter),
    "end": int(_LINE | Qt.AlignmentFlag.AlignRight),
}
_OUTLINED = 64  # the size from which Qt keeps no pictures of letters
_OTHER_SIDE = {"start": "end", "end": "start", "middle": "middle"}


def paint(painter: QPainter, piece: Piece, *, from_right: bool) -> None:
    """Paint one piece; the painter is scaled so that it has 1280×720 units."""
    painter.setLayoutDirection(
        Qt.LayoutDirection.RightToLeft if from_right else Qt.LayoutDirection.LeftToRight
    )
    area = rectangle(piece.area)
    match piece:
        case Words() if piece.style.tabular and piece.style.size >= _OUTLINED and piece.side == "middle":
            _figures(painter, piece)
        case Words():
            _words(painter, piece, from_right)
        case Changes():
            painter.setPen(theme.colour(piece.style.tone))
            layout = setting.set_changes(piece.runs, piece.style, area.width(), from_right=from_right)
            layout.draw(painter, area.topLeft())
        case Box():
            _box(painter, piece)
        case Rule():
            painter.fillRect(area, theme.colour(piece.tone))
        case Sign():
            icons.draw(painter, piece.icon, area, piece.tone)
        case Disc():
            draw.face(painter, area, piece.letters, piece.state)
        case Capsule() if piece.label:
            draw.chip(painter, area, piece.label, piece.whole, setting.font(piece.style))
        case Capsule():
            draw.pill(painter, area, piece.icon, piece.whole, setting.font(piece.style), piece.tone)
        case Dial():
            draw.ring(painter, area, piece.part, piece.state)
        case Stretch():
            _stretch(painter, piece, from_right)


def rectangle(area: Area) -> QRectF:
    """An area as Qt's rectangle."""
    return QRectF(*area)


def _words(painter: QPainter, piece: Words, from_right: bool) -> None:
    left, top, width, _height = piece.area
    if not piece.ours:
        # The text itself says in which direction it runs; only the side it stands on follows the window.
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    painter.setFont(setting.font(piece.style))
    painter.setPen(theme.colour(piece.style.tone))
    flags = _SIDES[_OTHER_SIDE[piece.side] if from_right else piece.side]
    for at, line in enumerate(piece.lines):
        painter.drawText(
            QRectF(left, top + at * piece.style.leading, width, piece.style.leading), flags, line
        )


def _figures(painter: QPainter, piece: Words) -> None:
    """The digits of the large clock, from outlines that are kept: letters so large Qt outlines anew each time."""
    left, top, width, _height = piece.area
    outlines = [setting.outline(sign, piece.style) for sign in piece.whole]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(
        left + (width - sum(one.advance for one in outlines)) / 2, top + setting.baseline(piece.style)
    )
    for one in outlines:
        painter.fillPath(one.path, theme.colour(piece.style.tone))
        painter.translate(one.advance, 0)
    painter.restore()


def _box(painter: QPainter, piece: Box) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    width = 2.0 if piece.border == "ink" else 1.0
    painter.setPen(QPen(theme.colour(piece.border), width) if piece.border else Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(piece.ground) if piece.ground else Qt.BrushStyle.NoBrush)
    area = rectangle(piece.area).adjusted(width / 2, width / 2, -width / 2, -width / 2)
    painter.drawRoundedRect(area, piece.radius, piece.radius)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _stretch(painter: QPainter, piece: Stretch, from_right: bool) -> None:
    area = rectangle(piece.area)
    if piece.dotted:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("ink3"), 2, Qt.PenStyle.DotLine))
        middle = area.center().y()
        painter.drawLine(QPointF(area.left(), middle), QPointF(area.right(), middle))
        return
    draw.time_bar(painter, area, piece.part, piece.tone, from_right=from_right)
