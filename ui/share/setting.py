"""How text fits into the shared window: measured once at 1280×720, in sizes that never fall below the smallest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainterPath, QTextCharFormat, QTextLayout, QTextOption

from coalmeet.public import PublicPiece
from ui import theme
from ui.share.pieces import Style
from ui.widgets import lines

_RIGHT = Qt.AlignmentFlag.AlignRight


def font(style: Style) -> QFont:
    """The typeface in a style."""
    return theme.drawn_font(style.size, style.weight, tabular=style.tabular)


@lru_cache(maxsize=1024)
def wrap(text: str, style: Style, width: float, most: int = 0) -> tuple[str, ...]:
    """The lines of a text, at most `most`, the last then with …"""
    if most == 1:
        return (lines.elided(text, font(style), width),)
    return lines.wrap(text, font(style), width, most)


@lru_cache(maxsize=1024)
def width_of(text: str, style: Style) -> float:
    """How wide a text is on one line."""
    return lines.width_of(lines.one_line(text), font(style)) + 1


@dataclass(frozen=True, slots=True)
class Outline:
    """One sign from its baseline, and how far the next one stands from it."""

    path: QPainterPath
    advance: float


@lru_cache(maxsize=64)
def outline(sign: str, style: Style) -> Outline:
    """The outline of a digit, or of a colon or plus among digits."""
    face, path = font(style), QPainterPath()
    face.setFeature(QFont.Tag("case"), 1)  # as high as it stands between digits, which it does not see here
    path.addText(0, 0, face, sign)
    return Outline(path, QFontMetricsF(face).horizontalAdvance(sign))


@lru_cache(maxsize=64)
def baseline(style: Style) -> float:
    """How far below the top of its line a text stands, in the middle of the line."""
    metrics = QFontMetricsF(font(style))
    return (style.leading - metrics.height()) / 2 + metrics.ascent()


def at_size(style: Style, size: float) -> Style:
    """The same style in another size."""
    return Style(size, style.weight, style.tone, style.tabular)


def sizes(largest: float, least: float) -> Sequence[int]:
    """Sizes to try, the largest first."""
    return range(round(largest), round(least) - 1, -2)


@lru_cache(maxsize=256)
def fitted(text: str, style: Style, width: float, height: float, least: float) -> tuple[Style, int]:
    """The largest size in which the whole text fits, and the number of lines that fit in it."""
    for size in sizes(style.size, least):
        tried = at_size(style, size)
        room = max(1, int(height // tried.leading))
        if len(wrap(text, tried, width, room + 1)) <= room:
            return tried, room
    last = at_size(style, least)
    return last, max(1, int(height // last.leading))


@lru_cache(maxsize=64)
def fitted_changes(
    runs: tuple[PublicPiece, ...], style: Style, width: float, height: float, least: float
) -> tuple[Style, float]:
    """The largest size in which a text with its changes fits, and the height it then has."""
    tried, tall = style, 0.0
    for size in sizes(style.size, least):
        tried = at_size(style, size)
        tall = set_changes(runs, tried, width).boundingRect().height()
        if tall <= height:
            break
    return tried, min(tall, height)


def set_changes(
    runs: tuple[PublicPiece, ...], style: Style, width: float, *, from_right: bool = False
) -> QTextLayout:
    """A text with its changes, set in lines: struck in ink 3, added in bold underlined accent."""
    clean = list(_spaced(runs))
    layout = QTextLayout("".join(text for _kind, text in clean), font(style))
    option = QTextOption(
        Qt.AlignmentFlag.AlignAbsolute | (_RIGHT if from_right else Qt.AlignmentFlag.AlignLeft)
    )
    option.setTextDirection(
        Qt.LayoutDirection.LayoutDirectionAuto
    )  # as the text runs, not as the program does
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats(_formats(clean))
    layout.beginLayout()
    at = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, at))
        at += style.leading
    layout.endLayout()
    return layout


def _spaced(runs: tuple[PublicPiece, ...]) -> Iterator[tuple[str, str]]:
    """The runs with room between what was struck and what took its place; no line is drawn under a space."""
    before = " "
    for run in runs:
        text = lines.shown(run.text).replace("\n", "\u2028")
        body = text.rstrip(" ") if run.kind != "same" else text
        if run.kind == "added" and not before.endswith((" ", "\u2028")):
            yield "same", " "
        yield run.kind, body
        yield "same", text[len(body) :]
        before = text or before


def _formats(runs: list[tuple[str, str]]) -> list[QTextLayout.FormatRange]:
    ranges, start = [], 0
    for kind, text in runs:
        length = len(text.encode("utf-16-le", "surrogatepass")) // 2  # Qt counts in these
        made = QTextLayout.FormatRange()
        made.start, made.length, made.format = start, length, _format(kind)
        ranges.append(made)
        start += length
    return ranges


def _format(kind: str) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(theme.colour({"added": "accent", "removed": "ink3"}.get(kind, "ink")))
    if kind == "added":
        made.setFontWeight(theme.BOLD)
        made.setFontUnderline(True)
    made.setFontStrikeOut(kind == "removed")
    return made
