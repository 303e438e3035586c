"""Choosing a person for a role: each name with the reasons heard for it, as large as their number allows."""

from __future__ import annotations

from collections.abc import Sequence

from coalmeet.public import PublicLine, PublicView
from coalmeet.text import ngettext
from ui import theme
from ui.share import frame
from ui.share.pieces import Style
from ui.share.sheet import BOTTOM, CAPTION, LEFT, WIDTH, Sheet
from ui.share.voices import heard_row, name_style, now_and_next, voices

_STRIP = 96.0  # height of who speaks now and who is next
_NAME, _REASON, _ROW = Style(26, theme.STRONG), Style(22), 40.0
_NAME_WIDE = 380.0


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
        top = heard_row(sheet, view.turns, top, WIDTH) + 4
        rest = [turn for turn in view.turns if turn.state == "waiting"]
        voices(sheet, (LEFT, top, WIDTH, end - top), rest)
        return
    _names(sheet, view.lines, top, end)


def _names(sheet: Sheet, named: Sequence[PublicLine], top: float, end: float) -> None:
    """A row each; reasons get as many lines as there is room, and the latest names stay where there is not."""
    rows = max(1, int((end - top) // _ROW))
    shown = named if len(named) <= rows else named[len(named) - rows + 1 :]
    if len(shown) < len(named):
        more = len(named) - len(shown)
        words = ngettext("{count} more before", "{count} more before", more).format(count=more)
        sheet.line(LEFT, top + 6, WIDTH, words, CAPTION)
        top += _ROW
    each = (end - top) / len(shown) - 12
    most = max(1, int(each) // _REASON.leading)
    for one in shown:
        name, lines = name_style(one.text, _NAME, _NAME_WIDE, each)
        called = sheet.words(LEFT, top, _NAME_WIDE, one.text, name, lines)
        width = WIDTH - _NAME_WIDE - 32
        below = sheet.words(LEFT + _NAME_WIDE + 32, top + 3, width, one.detail, _REASON, most)
        top = max(top + _ROW, called + 8, below + 12)
