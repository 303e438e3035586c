"""Words painted on one line: they begin where reading begins, and each text keeps its own direction."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFont, QPainter

from ui import theme
from ui.widgets import lines

_SIDES = {
    "begin": Qt.AlignmentFlag.AlignLeft,
    "end": Qt.AlignmentFlag.AlignRight,
    "middle": Qt.AlignmentFlag.AlignHCenter,
}


def write(
    painter: QPainter,
    area: QRectF | QRect,
    text: str,
    font: QFont,
    tone: str,
    *,
    backwards: bool,
    side: str = "begin",
) -> None:
    """Paint a text on one line, ending in … where it is too wide.

    `backwards` says that the window reads from right to left; `side` is begin, end or middle. A Latin name in a
    window from right to left stands on the right and still ends with its own last letter.
    """
    room = QRectF(area)
    if not text or room.width() <= 0:
        return
    towards = _SIDES[side]
    if backwards and side != "middle":
        towards = _SIDES["begin" if side == "end" else "end"]
    painter.save()
    painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    painter.setFont(font)
    painter.setPen(theme.colour(tone))
    flags = int(
        towards | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute | Qt.TextFlag.TextSingleLine
    )
    painter.drawText(room, flags, lines.elided(text, font, room.width()))
    painter.restore()
