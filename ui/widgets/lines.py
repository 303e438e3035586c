"""Breaks text into lines that fit, anywhere if a word is too long; the last ends in … when there is more."""

from __future__ import annotations

import re
import unicodedata

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

_UNSHOWN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]+")
_DOT = " · "
_FEW, _LONELY = 3, 0.3  # lines of a short text; the part of the width up to which a last line looks lost
_BREAKS = re.compile(r"\r\n|[\r\u2028\u2029]")
_FROM_LEFT, _FROM_RIGHT = "\u200e", "\u200f"  # marks without width that begin a line in their direction
_ISOLATE = "\u2068{}\u2069"  # its own direction inside, one thing to whatever stands around it


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


def isolated(text: str) -> str:
    """The text as a part of another one, which may read the other way: neither turns what the other says around."""
    return _ISOLATE.format(text) if text else ""


def wrap(text: str, font: QFont, width: float, most: int = 0) -> tuple[str, ...]:
    """The lines of a text at this width; at most `most` (0: as many as it takes), the last then with …

    Each line is painted for itself, and yet reads in the direction of its whole text."""
    lines: list[str] = []
    directions: list[bool | None] = []
    for paragraph in shown(text).strip("\n").split("\n"):
        lines += _paragraph(paragraph, font, max(1.0, width))
        directions += [_from_right(paragraph)] * (len(lines) - len(directions))
        if most and len(lines) > most:
            # What is left over goes to the eliding, so that it sees that there is more.
            glue = "" if f"{lines[most - 1]}{lines[most]}" in paragraph else " "  # a hyphen ends a line too
            rest = elided(f"{lines[most - 1]}{glue}{lines[most]}…", font, width)
            lines = [*lines[: most - 1], rest]
            break
    return tuple(_turned(line, whole) for line, whole in zip(lines, directions, strict=False))


def wrap_name(text: str, font: QFont, width: float, most: int) -> tuple[str, ...]:
    """The lines of a name; one that is too long leaves words out before its last ones, for names that begin alike
    end differently.
    """
    name = one_line(text)
    whole = wrap(name, font, width)
    if len(whole) <= most:
        return whole
    for line in whole[: most - 1]:
        name = name[len(line) :].lstrip()  # a line may end inside a word, after a hyphen
    words = name.split()
    for begin in range(1, len(words)):
        rest = f"… {' '.join(words[begin:])}"
        if width_of(rest, font) <= width:
            return (*whole[: most - 1], rest)
    room = max(0.0, width)
    last = QFontMetricsF(font).elidedText(" ".join(words), Qt.TextElideMode.ElideLeft, room)
    return (*whole[: most - 1], last)


def wrap_evenly(text: str, font: QFont, width: float, most: int = 0) -> tuple[str, ...]:
    """As `wrap`, but a short text does not end in a line of one lonely word: its lines then share the words.

    Parts with a dot between them stay whole where that takes no further line.
    """
    found = wrap(text, font, width, most)
    parts = _parts(text, font, width) if len(found) > 1 else ()
    if parts and len(parts) <= len(found):
        return parts
    if not 1 < len(found) <= _FEW or "\n" in shown(text).strip("\n") or found[-1].endswith("…"):
        return found
    if width_of(found[-1], font) > width * _LONELY:
        return found
    least, enough = width / 2, width
    for _step in range(5):
        middle = (least + enough) / 2
        if len(wrap(text, font, middle)) > len(found):
            least = middle
        else:
            enough = middle
    return wrap(text, font, enough)


def _parts(text: str, font: QFont, width: float) -> tuple[str, ...]:
    """Lines that break only between the parts of a text like "one · two · three"; () where one is too wide."""
    parts = one_line(text).split(_DOT)
    lines = [parts[0]]
    for part in parts[1:]:
        together = f"{lines[-1]}{_DOT}{part}"
        if width_of(together, font) <= width:
            lines[-1] = together
        else:
            lines.append(part)
    return tuple(lines) if len(parts) > 1 and all(width_of(line, font) <= width for line in lines) else ()


def _from_right(text: str) -> bool | None:
    """Whether a text reads from right to left, by its first letter; None where it has none."""
    kinds = (unicodedata.bidirectional(letter) for letter in text)
    return next((kind != "L" for kind in kinds if kind in {"L", "R", "AL"}), None)


def _turned(line: str, whole: bool | None) -> str:
    """A line that alone would read the other way than its paragraph begins with a mark."""
    if whole is None or _from_right(line) is whole or (not whole and _from_right(line) is None):
        return line
    return f"{_FROM_RIGHT if whole else _FROM_LEFT}{line}"


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
