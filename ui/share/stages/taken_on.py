"""New actions at the close: below the decisions or beside them, as many as there is room for."""

from __future__ import annotations

from collections.abc import Sequence

from coalmeet.public import PublicLine
from coalmeet.text import ngettext
from ui import theme
from ui.share import setting
from ui.share.pieces import Area, Style
from ui.share.sheet import CAPTION, SMALL, Sheet

ROW = 33.0  # of one action in one line
_INDENT, _TEXT, _MOST = 34.0, Style(20, theme.MEDIUM), 2  # in the narrow column
_AFTER, _MORE = 10.0, 28.0  # below an action; to say how many more there are


def shown_below(lines: Sequence[PublicLine], height: float) -> int:
    """How many actions have a row of their own in this height."""
    rows = int(height // ROW)
    return len(lines) if len(lines) <= rows else max(0, rows - 1)


def actions_below(sheet: Sheet, lines: Sequence[PublicLine], area: Area) -> None:
    """Who took on what, until when, in one line each."""
    left, top, width, height = area
    if not lines or height < ROW:
        return
    shown = lines[: shown_below(lines, height)]
    due = max((setting.width_of(line.end, CAPTION) + 20 for line in shown if line.end), default=0.0)
    for number, line in enumerate(shown):
        at = top + number * ROW
        sheet.sign(left + 24, at + 7, 20, "circle-dot", "ink3")
        owner = min(setting.width_of(line.detail, CAPTION), 300.0 - due / 2)
        room = width - 70 - owner - 20 - due
        sheet.line(left + 70, at + 3, room, line.text, _TEXT)
        sheet.line(left + width - due - owner, at + 3, owner, line.detail, CAPTION, "end")
        sheet.line(left + width - due + 20, at + 3, due - 20, line.end, CAPTION, "end")
    if len(shown) < len(lines):
        at = top + len(shown) * ROW
        sheet.sign(left + 24, at + 7, 20, "list-checks", "ink2")
        sheet.line(left + 70, at + 3, width - 70, _more(len(lines), len(shown)), CAPTION)


def shown_in(lines: Sequence[PublicLine], area: Area) -> int:
    """How many actions have room in a narrow column."""
    _left, _top, width, height = area
    count, reached = 0, 0.0
    for number, line in enumerate(lines):
        reached += _tall(line, width)
        if reached + (_MORE if number < len(lines) - 1 else 0) > height + _AFTER:
            break
        count += 1
    return count


def actions_beside(sheet: Sheet, lines: Sequence[PublicLine], area: Area) -> None:
    """The same in a narrow column: what is to be done, and below it who does it."""
    left, top, width, _height = area
    shown = lines[: shown_in(lines, area)]
    for line in shown:
        sheet.sign(left, top + 4, 20, "circle-dot", "ink3")
        below = sheet.words(left + _INDENT, top, width - _INDENT, line.text, _TEXT, _MOST)
        used = sheet.line(left + _INDENT, below, width - _INDENT, line.detail, SMALL)
        room = width - _INDENT - used - 20
        sheet.line(left + _INDENT + used + 20, below, room, line.end, SMALL, "end")
        top += _tall(line, width)
    if len(shown) < len(lines):
        sheet.line(left + _INDENT, top, width - _INDENT, _more(len(lines), len(shown)), SMALL)


def _tall(line: PublicLine, width: float) -> float:
    rows = len(setting.wrap(line.text, _TEXT, width - _INDENT, _MOST))
    return rows * _TEXT.leading + SMALL.leading + _AFTER


def _more(count: int, shown: int) -> str:
    if not shown:
        return ngettext("{count} new action", "{count} new actions", count).format(count=count)
    more = count - shown
    return ngettext("and {count} more action", "and {count} more actions", more).format(count=more)
