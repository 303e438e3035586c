"""Breaks text into lines that fit, anywhere if a word is too long; the last ends in … when there is more."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

_UNSHOWN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]+")
_BREAKS = re.compile(r"\r\n|[\r\u2028\u2029]")


def shown(text: str) -> str:
    """The text without characters that a screen cannot show; its line breaks stay."""
    return _UNSHOWN.sub(" ", _BREAKS.sub("\n", text)).replace("\t", " ")


def one_line(text: str) -> str:
    """The text on one line, whatever breaks it had."""
    return " ".join(shown(text).split())


def width_of(text: str, font: QFont) -> float:
    """Logical pixels that the text needs on one line."""
    return QFontMetricsF(font).horizontalAdvance(text)


def elided(text: str, font: QFont, width: float) -> str:
    """The text on one line, ending in … when it is wider."""
    return QFontMetricsF(font).elidedText(one_line(text), Qt.TextElideMode.ElideRight, max(0.0, width))


def wrap(text: str, font: QFont, width: float, most: int = 0) -> tuple[str, ...]:
    """The lines of a text at this width; at most `most` (0: as many as it takes), the last then with …"""
    lines: list[str] = []
    for paragraph in shown(text).strip("\n").split("\n"):
        lines += _paragraph(paragraph, font, max(1.0, width))
        if most and len(lines) > most:
            # What is left over goes to the eliding, so that it sees that there is more.
            rest = elided(f"{lines[most - 1]} {lines[most]}…", font, width)
            return (*lines[: most - 1], rest)
    return tuple(lines)


def line_height(font: QFont) -> float:
    """Logical pixels from one line to the next: a little more than the letters need."""
    return round(QFontMetricsF(font).height() * 1.06)


def _paragraph(text: str, font: QFont, width: float) -> list[str]:
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    units = text.encode("utf-16-le", "surrogatepass")  # Qt counts in these
    layout.beginLayout()
    lines = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        start, end = 2 * line.textStart(), 2 * (line.textStart() + line.textLength())
        lines.append(units[start:end].decode("utf-16-le", "replace").rstrip())
    layout.endLayout()
    return lines or [""]
