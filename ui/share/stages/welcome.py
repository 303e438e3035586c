"""The welcome: the agenda with its times, who facilitates, who is here and who is still expected."""

from __future__ import annotations

from dataclasses import dataclass

from coalmeet.public import PublicLine, PublicView
from coalmeet.text import _, ngettext
from ui import theme
from ui.share import frame
from ui.share.pieces import Style
from ui.share.sheet import BOTTOM, CAPTION_STRONG, LEFT, RIGHT, WIDTH, Sheet
from ui.share.voices import voices
from ui.widgets.chip import label_word
from ui.widgets.draw import LABEL_ICONS

_TOLD = 2  # decisions that are told in full
_FEW = 12  # so many items stand in one column beside the large clock; more need the whole width


@dataclass(frozen=True, slots=True)
class _Column:
    """Where a column of the agenda stands and how tall its rows are."""

    left: float
    width: float
    row: float
    size: float


def welcome(sheet: Sheet, view: PublicView) -> None:
    """Place the welcome."""
    few = len(view.lines) <= _FEW
    beside = frame.BESIDE_RING if view.clock or view.turns or view.presence else WIDTH
    room = beside if few else frame.BESIDE_SMALL
    top = frame.title(sheet, _("Welcome"), 82, room)
    top = sheet.words(LEFT, top, room, view.when, Style(24, tone="ink2"), 1)
    if view.co_facilitator:
        words = _("Co-facilitator: {name}").format(name=view.co_facilitator)
        top = sheet.words(LEFT, top, room, words, Style(24, tone="ink2"), 1)
    top = frame.sentence(sheet, view.sentence, top + 2, room, 2 if few else 1) + 14
    if view.told:
        top = _told(sheet, view, top, room)
    if few:
        frame.large_clock(sheet, view.clock)
        _expected(sheet, view)
        _agenda(sheet, view, LEFT, top, beside, 1)
    else:
        frame.small_clock(sheet, view.clock)
        top = max(top, frame.UNDER_SMALL - 8 if view.clock else top)
        _agenda(sheet, view, LEFT, top, WIDTH, _columns(len(view.lines), BOTTOM - top))


def _told(sheet: Sheet, view: PublicView, top: float, room: float) -> float:
    """What was decided since the last meeting, below the agenda's heading; two fit, more are counted."""
    for words in view.told[:_TOLD]:
        top = sheet.words(LEFT, top, room, words, Style(20, theme.MEDIUM), 2) + 4
    more = len(view.told) - _TOLD
    if more > 0:
        words = ngettext("and {count} more decision", "and {count} more decisions", more)
        top = sheet.words(LEFT, top, room, words.format(count=more), Style(20, tone="ink2"), 1) + 4
    return top + 8


def _columns(count: int, height: float) -> int:
    for columns in (2, 3, 4, 5):
        if count <= columns * int(height // 26):
            return columns
    return 5


def _agenda(sheet: Sheet, view: PublicView, left: float, top: float, width: float, columns: int) -> None:
    lines = view.lines
    if not lines:
        return
    rests = {at for at, segment in enumerate(view.segments) if segment.is_break}
    step = (width + 32) / columns
    rows = -(-len(lines) // columns)
    most = int((BOTTOM - top) // 25)
    rows = min(rows, most)
    timed = step - 32 > 250 and any(line.at for line in lines)  # times keep their column where one is missing
    height = min(60.0, (BOTTOM - top) / rows)
    size = min(26.0, max(18.0, height * 0.46))
    for at, line in enumerate(lines[: rows * columns]):
        column, row = divmod(at, rows)
        place = _Column(left + column * step, step - 32, height, size)
        _row(sheet, place, top + row * height, line, columns == 1, at in rests, timed)
        if row < rows - 1 and at < len(lines) - 1:
            sheet.rule(place.left, top + (row + 1) * height, place.width)


def _row(
    sheet: Sheet, place: _Column, top: float, line: PublicLine, whole: bool, rests: bool, timed: bool
) -> None:
    text = Style(place.size, theme.REGULAR if rests else theme.MEDIUM, "ink2" if rests else "ink")
    small = Style(min(20.0, max(18.0, place.size - 3)), tone="ink2", tabular=True)
    start, end = place.left, place.left + place.width
    base = top + (place.row - text.leading) / 2
    below = top + (place.row - small.leading) / 2
    if timed:
        sheet.line(start, below, 76, line.at, small)
        start += 80
    icon = min(24.0, place.size)
    if line.state in LABEL_ICONS:
        sheet.sign(start, top + (place.row - icon) / 2, icon, LABEL_ICONS[line.state], "accent")
    elif rests:
        sheet.sign(start, top + (place.row - icon) / 2, icon, "coffee", "ink3")
    else:
        sheet.sign(start + icon / 2 - 4, top + place.row / 2 - 4, 8, "circle", "ink3")
    start += icon + (16 if whole else 10)
    if whole:
        sheet.line(end - 88, below, 88, line.detail, small, "end")
        sheet.line(end - 220, below, 120, label_word(line.state), small, "end")
        end -= 240 if line.state else 108
    sheet.line(start, base, end - start, line.text, text)


def _expected(sheet: Sheet, view: PublicView) -> None:
    left, width = RIGHT - frame.RING, frame.RING
    top = 82 + (frame.RING + 24 if view.clock else 0)
    if view.clock and view.clock.state.value in {"last minute", "over", "paused"}:
        top += 56
    if view.presence:
        top = sheet.words(left, top, width, view.presence, CAPTION_STRONG, 2) + 8
    if not view.clock:
        voices(sheet, (left, top, width, BOTTOM - top), view.turns)
        return
    _faces(sheet, view, left, top, width)


def _faces(sheet: Sheet, view: PublicView, left: float, top: float, width: float) -> None:
    side = 40.0 if len(view.turns) <= 21 else 30.0
    columns = int((width + 8) // (side + 8))
    for at, turn in enumerate(view.turns[: columns * max(1, int((BOTTOM - top) // (side + 8)))]):
        row, column = divmod(at, columns)
        letters = turn.initials if side >= 40 else ""
        sheet.disc(left + column * (side + 8), top + row * (side + 8), side, letters, turn.state)
