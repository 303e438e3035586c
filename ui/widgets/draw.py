"""The painted shapes that the desk and the shared window have in common: face, chip, pill, ring, bar of time.

Each takes a painter and the area to fill, in whatever units the painter has; colours are the theme's.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPainterPath, QPen

from ui import icons, theme

LABEL_ICONS = {"decision": "gavel", "discussion": "messages-square", "update": "megaphone"}

# ground, border and ink of a label's chip: shape and icon tell them apart, not only the colour
_LABEL_TONES = {
    "decision": ("accent", "", "on_accent"),
    "discussion": ("accent_soft", "", "accent"),
    "update": ("", "ink3", "ink2"),
}


@dataclass(frozen=True, slots=True)
class _Look:
    """How a face looks: ground and border ("" for none), ink, the icon in place of initials."""

    ground: str
    border: str
    ink: str
    icon: str = ""
    dashed: bool = False
    thick: bool = False


_WAITING = _Look("surface", "ink3", "ink2")
_LOOKS = {
    "heard": _Look("accent_soft", "", "accent", "check"),
    "answered": _Look("track", "line", "ink2"),
    "now": _Look("accent", "", "on_accent"),
    "passed": _Look("", "ink3", "ink2", "skip-forward", dashed=True),
    "away": _Look("", "ink3", "ink3", dashed=True),
    "consent": _Look("accent_soft", "", "accent", "check"),
    "concern": _Look("accent_soft", "", "accent", "message-circle"),
    "objection": _Look("surface", "ink", "ink", "hand", thick=True),
    "aside": _Look("surface", "ink3", "ink2", "minus", dashed=True),
    "yes": _Look("accent_soft", "", "accent", "check"),
    "no": _Look("surface", "ink", "ink", "x", thick=True),
    "abstain": _Look("surface", "ink3", "ink2", "minus", dashed=True),
}

RING = 0.054  # how thick the ring of the clock is, of its width

CLOCK_TONES = {
    "late": "last",  # a start that lies behind us
    "running": "accent",
    "open": "accent",
    "last minute": "last",
    "over": "over",
    "paused": "paused",
}


def face(painter: QPainter, area: QRectF, initials: str, state: str) -> None:
    """One voice as a disc: a state of a turn (heard, now, …) or an answer (consent, objection, …)."""
    look, side = _LOOKS.get(state, _WAITING), area.width()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(theme.colour(look.ground) if look.ground else Qt.BrushStyle.NoBrush)
    painter.setPen(_border(look, side))
    edge = side * 0.03
    painter.drawEllipse(area.adjusted(edge, edge, -edge, -edge))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if look.icon:
        icons.draw(painter, look.icon, centred(area, side * 0.46), look.ink)
        return
    painter.setFont(theme.drawn_font(side * (0.4 if len(initials) < 3 else 0.3), theme.STRONG))
    painter.setPen(theme.colour(look.ink))
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, initials)


def chip(painter: QPainter, area: QRectF, label: str, word: str, font: QFont) -> None:
    """An item's label: decision filled, discussion tinted, update outlined, each with its icon and word."""
    ground, border, ink = _LABEL_TONES.get(label, _LABEL_TONES["update"])
    capsule(painter, area, ground, border)
    _icon_and_word(painter, area, LABEL_ICONS.get(label, ""), word, font, ink)


def pill(painter: QPainter, area: QRectF, icon: str, word: str, font: QFont, tone: str) -> None:
    """A state in a word with its icon; `tone` is accent, last, over, paused, or ink for a plain one."""
    if tone == "ink":
        capsule(painter, area, "surface", "line")
    else:
        capsule(painter, area, f"{tone}_soft", "")
    _icon_and_word(painter, area, icon, word, font, tone)


def capsule(painter: QPainter, area: QRectF, ground: str, border: str, radius: float = 0) -> None:
    """A rounded box; with full ends unless a radius is given. What is tinted has a line around it in high contrast."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    width = 1.0 if radius else 1.5
    if ground == "accent_soft" and not border:
        border, width = "chosen_line", theme.colours().chosen_width
    painter.setPen(QPen(theme.colour(border), width) if border else Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(ground) if ground else Qt.BrushStyle.NoBrush)
    inner = area.adjusted(width / 2, width / 2, -width / 2, -width / 2) if border else area
    painter.drawRoundedRect(inner, radius or inner.height() / 2, radius or inner.height() / 2)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def ring(painter: QPainter, area: QRectF, part: float, state: str) -> None:
    """Time left as an arc from the top: dashed when paused, full when over, bare when counting up."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    width = area.width() * RING
    circle = area.adjusted(width / 2 + 1, width / 2 + 1, -width / 2 - 1, -width / 2 - 1)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.colour("track"), width))
    painter.drawEllipse(circle)
    part = 1.0 if state == "over" else max(0.0, min(1.0, part))
    if part <= 0 or state == "open":
        return
    pen = QPen(theme.colour(CLOCK_TONES[state]), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    if state == "paused":
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([0.5, 0.5])
    painter.setPen(pen)
    turn = 1 if painter.layoutDirection() == Qt.LayoutDirection.RightToLeft else -1
    painter.drawArc(circle, 90 * 16, round(turn * part * 360 * 16))


def time_bar(painter: QPainter, area: QRectF, part: float, tone: str, *, from_right: bool = False) -> None:
    """The only thick bar there is: time used, on a track."""
    with clipped(painter, area):
        painter.fillRect(area, theme.colour("track"))
        used = area.width() * max(0.0, min(1.0, part))
        left = area.right() - used if from_right else area.left()
        painter.fillRect(QRectF(left, area.top(), used, area.height()), theme.colour(tone))


@contextmanager
def clipped(painter: QPainter, area: QRectF) -> Iterator[None]:
    """Paint only inside a bar with round ends."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    path = QPainterPath()
    path.addRoundedRect(area, area.height() / 2, area.height() / 2)
    painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
    try:
        yield
    finally:
        painter.restore()


def centred(area: QRectF, side: float) -> QRectF:
    """A square in the middle of an area."""
    middle = area.center()
    return QRectF(
        QPointF(middle.x() - side / 2, middle.y() - side / 2),
        QPointF(middle.x() + side / 2, middle.y() + side / 2),
    )


def _border(look: _Look, side: float) -> QPen:
    if not look.border:
        return QPen(Qt.PenStyle.NoPen)
    width = max(1.0, side * (0.05 if look.thick else 0.03))
    return QPen(
        theme.colour(look.border), width, Qt.PenStyle.DashLine if look.dashed else Qt.PenStyle.SolidLine
    )


def _icon_and_word(painter: QPainter, area: QRectF, icon: str, word: str, font: QFont, ink: str) -> None:
    size, backwards = font.pixelSize(), painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
    before, after = chip_padding(size, icon)
    if icon:
        left = area.right() - size * 1.95 if backwards else area.left() + size * 0.8
        icons.draw(
            painter, icon, QRectF(left, area.center().y() - size * 0.575, size * 1.15, size * 1.15), ink
        )
    painter.setFont(font)
    painter.setPen(theme.colour(ink))
    room = area.adjusted(after, 0, -before, 0) if backwards else area.adjusted(before, 0, -after, 0)
    side = Qt.AlignmentFlag.AlignRight if backwards else Qt.AlignmentFlag.AlignLeft
    painter.drawText(room, int(side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute), word)


def chip_padding(size: float, icon: str) -> tuple[float, float]:
    """Room before the word (icon included) and after it, for a font size."""
    return (size * 2.4 if icon else size * 0.9), size * 0.95
