"""The work-plan review: what is done as ticks, the action that is looked at now, and what comes after it."""

from __future__ import annotations

from coalmeet.public import PublicLine, PublicView
from coalmeet.text import _, ngettext
from ui import theme
from ui.share import frame
from ui.share.pieces import Area, Style
from ui.share.sheet import BOTTOM, CAPTION, LEFT, WIDTH, Sheet

_NOW, _ROW = 96.0, 62.0


def work_plan(sheet: Sheet, view: PublicView) -> None:
    """Place the open actions."""
    frame.small_clock(sheet, view.clock)
    top = frame.heading(sheet, view, frame.BESIDE_SMALL, 44) + 12
    top = max(top, frame.UNDER_SMALL - 12) if view.clock else top
    seen = [line for line in view.lines if line.state not in {"", "open"}]
    waiting = [line for line in view.lines if line.state in {"", "open"}]
    if seen:
        top = _seen(sheet, len(seen), len(view.lines), top)
    if not waiting:
        sheet.words(LEFT, top + 24, WIDTH, _done_words(view), Style(30, theme.MEDIUM), 2)
        return
    _now(sheet, waiting[0], (LEFT, top, WIDTH, _NOW))
    _after(sheet, waiting[1:], top + _NOW + 8)


def _done_words(view: PublicView) -> str:
    return _("All actions have been looked at.") if view.lines else _("No action is open.")


def _seen(sheet: Sheet, seen: int, count: int, top: float) -> float:
    text = _("{seen} of {all} looked at").format(seen=seen, all=count)
    left = LEFT + sheet.line(LEFT, top + 2, WIDTH, text, CAPTION) + 16
    if left + seen * 38 < LEFT + WIDTH:
        for number in range(seen):
            sheet.disc(left + number * 38, top, 32, "", "heard")
    return top + 44


def _now(sheet: Sheet, line: PublicLine, area: Area) -> None:
    left, top, width, height = area
    sheet.box(area)
    sheet.sign(left + 26, top + (height - 32) / 2, 32, "circle-dot", "accent")
    end = left + width - 28
    if line.end:
        end -= sheet.line(end - 260, top + 33, 260, line.end, Style(22, theme.STRONG), "end") + 24
    start = left + 78
    sheet.line(start, top + 12, end - start, line.text, Style(28, theme.BOLD))
    sheet.line(start, top + 54, end - start, line.detail, CAPTION)


def _after(sheet: Sheet, rest: list[PublicLine], top: float) -> None:
    rows = int((BOTTOM - top) // _ROW)
    shown = rest if len(rest) <= rows else rest[: rows - 1] if rows > 1 else rest[:0]
    for number, line in enumerate(shown):
        _row(sheet, line, top + number * _ROW)
        if number < len(shown) - 1:
            sheet.rule(LEFT, top + (number + 1) * _ROW, WIDTH)
    if len(shown) < len(rest):
        more = len(rest) - len(shown)
        text = ngettext("and {count} more", "and {count} more", more).format(count=more)
        sheet.line(LEFT + 78, min(top + len(shown) * _ROW + 10, BOTTOM - 28), WIDTH - 78, text, CAPTION)


def _row(sheet: Sheet, line: PublicLine, top: float) -> None:
    sheet.sign(LEFT + 28, top + 19, 24, "circle", "ink3")
    end = LEFT + WIDTH - 28
    if line.end:
        end -= sheet.line(end - 240, top + 18, 240, line.end, CAPTION, "end") + 24
    start = LEFT + 78
    sheet.line(start, top + 2, end - start, line.text, Style(24, theme.MEDIUM))
    sheet.line(start, top + 32, end - start, line.detail, CAPTION)
