"""Choosing a person for a role: each name with the reasons heard for it, as large as their number allows."""

from __future__ import annotations

from collections.abc import Sequence

from coalmeet.public import PublicLine, PublicView
from coalmeet.text import ngettext
from ui import theme
from ui.share import frame
from ui.share.pieces import Style
from ui.share.sheet import BOTTOM, CAPTION, LEFT, WIDTH, Sheet
from ui.share.voices import heard_row, now_and_next

_STRIP = 96.0  # height of who speaks now and who is next
_NAME, _REASON, _ROW = Style(26, theme.STRONG), Style(22), 40.0
_NAME_WIDE, _WHO_WIDE = 330.0, 280.0


def selection(sheet: Sheet, view: PublicView) -> None:
    """Place names and reasons; nothing is counted and nothing is sorted by how often it was said."""
    frame.small_clock(sheet, view.clock)
    top = frame.heading(sheet, view, frame.BESIDE_SMALL, 44) + 12
    top = max(top, frame.UNDER_SMALL) if view.clock else top
    end = BOTTOM
    if any(turn.state == "now" for turn in view.turns):
        end = BOTTOM - _STRIP - 12
        now_and_next(sheet, view.turns, (LEFT, BOTTOM - _STRIP, WIDTH, _STRIP))
    if not view.lines:
        heard_row(sheet, view.turns, top, WIDTH)
        return
    _names(sheet, view.lines, top, end)


def _names(sheet: Sheet, named: Sequence[PublicLine], top: float, end: float) -> None:
    """The latest stay where there is not room for all; a reason gets a second line where there is."""
    rows = max(1, int((end - top) // _ROW))
    tall = 2 if len(named) * (_ROW + _REASON.leading) <= end - top else 1
    shown = named if len(named) <= rows else named[len(named) - rows + 1 :]
    if len(shown) < len(named):
        more = len(named) - len(shown)
        words = ngettext("{count} more before", "{count} more before", more).format(count=more)
        sheet.line(LEFT, top + 6, WIDTH, words, CAPTION)
        top += _ROW
    middle = WIDTH - _NAME_WIDE - _WHO_WIDE - 40
    for one in shown:
        sheet.line(LEFT, top, _NAME_WIDE, one.text, _NAME)
        below = sheet.words(LEFT + _NAME_WIDE + 20, top + 3, middle, one.detail, _REASON, tall)
        sheet.line(LEFT + WIDTH - _WHO_WIDE, top + 5, _WHO_WIDE, one.end, CAPTION, "end")
        top = max(top + _ROW, below + 8)
