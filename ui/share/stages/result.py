"""How a decision came out, in its exact words."""

from __future__ import annotations

from coalmeet.public import PublicResult, PublicView
from coalmeet.text import _
from ui import theme
from ui.share import frame
from ui.share.pieces import Area, Box, Style
from ui.share.sheet import CAPTION, LEFT, WIDTH, Sheet

_TEXT, _LINE, _ABOVE = Style(30, theme.MEDIUM), CAPTION, 80.0
_HALF = 44  # letters that half the card has room for
_MOST = 5  # rows below the words
AGREED = {"agreed", "provisional"}
ICONS = {
    "agreed": "circle-check",
    "provisional": "hourglass",
    "recommended": "message-square-quote",
    "postponed": "calendar",
    "parked": "archive",
    "referred": "users",
    "delegated": "users",
    "withdrawn": "undo-2",
}


def result(sheet: Sheet, view: PublicView) -> None:
    """Place the result."""
    frame.small_clock(sheet, view.clock)
    top = frame.heading(sheet, view, frame.BESIDE_SMALL, 44) + 16
    top = max(top, frame.UNDER_SMALL) if view.clock else top
    end = frame.next_line(sheet, view, _("Next"), WIDTH)
    if view.result is not None:
        _card(sheet, view.result, (LEFT, top, WIDTH, end - 4 - top))


def icon_of(outcome: str) -> str:
    """The icon that stands beside an outcome's word."""
    return ICONS.get(outcome, "circle")


def _card(sheet: Sheet, shown: PublicResult, area: Area) -> None:
    left, top, width, height = area
    agreed = shown.outcome in AGREED
    tone = "accent" if agreed else "ink"
    rows = _rows(shown.lines)
    below = _LINE.leading * len(rows)
    room = height - _ABOVE - below - 40
    tall = Sheet().fitted((0, 0, width - 64, room), shown.text, _TEXT)
    foot = top + _ABOVE + tall + 16
    sheet.add(
        Box(
            (left, top, width, foot + below + 24 - top),
            *(("accent_soft", "") if agreed else ("surface", "line")),
        )
    )
    sheet.sign(left + 32, top + 26, 38, icon_of(shown.outcome), tone)
    used = sheet.line(left + 86, top + 23, width - 240, shown.outcome_word, Style(36, theme.BOLD, tone))
    sheet.line(
        left + 86 + used + 20, top + 37, 120, shown.number, Style(22, theme.STRONG, "ink2", tabular=True)
    )
    sheet.fitted((left + 32, top + _ABOVE, width - 64, room), shown.text, _TEXT)
    for number, row in enumerate(rows):
        wide = width - 64 if len(row) == 1 else (width - 64) / 2 - 16
        for column, line in enumerate(row):
            sheet.line(
                left + 32 + column * (width - 64) / 2, foot + number * _LINE.leading, wide, line, _LINE
            )


def _rows(lines: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Short lines in pairs; one that is too long for half the card has a row of its own."""
    short = [line for line in lines if len(line) <= _HALF]
    pairs = [tuple(short[at : at + 2]) for at in range(0, len(short), 2)]
    return [*pairs, *((line,) for line in lines if len(line) > _HALF)][:_MOST]
