"""The welcome: the agenda with its times, who facilitates, who is here and who is still expected."""

from __future__ import annotations

from dataclasses import dataclass

from coalmeet.public import PublicLine, PublicView
from coalmeet.text import _, ngettext
from ui import theme
from ui.share import frame, setting
from ui.share.pieces import Area, Style
from ui.share.sheet import BOTTOM, CAPTION, CAPTION_STRONG, LEFT, RIGHT, WIDTH, Sheet
from ui.share.voices import voices
from ui.widgets.chip import label_word
from ui.widgets.draw import LABEL_ICONS

_HERE = Style(24, theme.STRONG)
_SENTENCE = 4  # lines for why a meeting cannot wait, where the agenda leaves the room
_TOLD = 2  # decisions that are told in full
_FEW = 12  # so many items stand in one column beside the large clock; more need the whole width
_GAP = 40.0  # between two columns
_TALL, _LEAST = 60.0, 34.0  # a row's height, at most and in two columns
_BEFORE = ("decision", "discussion", "update")  # what goes first where there is not room for all


@dataclass(frozen=True, slots=True)
class _Column:
    """Where a column of the agenda stands, how tall its rows are, and what they say."""

    left: float
    width: float
    row: float
    size: float
    timed: bool
    whole: bool  # the label in words too


@dataclass(frozen=True, slots=True)
class _Listed:
    """An item of the agenda as it is listed; a break rests."""

    line: PublicLine
    rests: bool


def welcome(sheet: Sheet, view: PublicView) -> None:
    """Place the welcome."""
    few = len(view.lines) <= _FEW
    beside = frame.BESIDE_RING if view.clock or view.turns or view.presence else WIDTH
    room = beside if few else frame.BESIDE_SMALL
    top = frame.title(sheet, _("Welcome"), 82, room)
    top = _when(sheet, view, top, room, with_presence=not few)
    if view.co_facilitator:
        words = _("Co-facilitator: {name}").format(name=view.co_facilitator)
        top = sheet.words(LEFT, top, room, words, Style(24, tone="ink2"), 1)
    most = _SENTENCE if len(view.lines) <= _FEW / 2 else 2 if few else 1
    top = frame.sentence(sheet, view.sentence, top + 2, room, most) + 14
    if view.told:
        top = _told(sheet, view, top, room)
    if few:
        frame.large_clock(sheet, view.clock)
        _expected(sheet, view)
        _agenda(sheet, _listed(view), (LEFT, top, beside, BOTTOM - top), 1)
    else:
        frame.small_clock(sheet, view.clock)
        top = max(top, frame.UNDER_SMALL - 8 if view.clock else top)
        _long_agenda(sheet, view, top)


def _when(sheet: Sheet, view: PublicView, top: float, room: float, *, with_presence: bool) -> float:
    """The day; and how many are here, where their faces have no room. Answers where it ends."""
    style = Style(24, tone="ink2")
    if not with_presence or not view.presence:
        return sheet.words(LEFT, top, room, view.when, style, 1)
    used = sheet.line(LEFT, top, room, view.when, style)
    left = LEFT + used + 28 if used else LEFT
    if left + setting.width_of(view.presence, _HERE) > LEFT + room:
        left, top = LEFT, top + style.leading
    sheet.line(left, top, LEFT + room - left, view.presence, _HERE)
    return top + style.leading


def _told(sheet: Sheet, view: PublicView, top: float, room: float) -> float:
    """What was decided since the last meeting, below the agenda's heading; two fit, more are counted."""
    for words in view.told[:_TOLD]:
        top = sheet.words(LEFT, top, room, words, Style(20, theme.MEDIUM), 2) + 4
    more = len(view.told) - _TOLD
    if more > 0:
        words = ngettext("and {count} more decision", "and {count} more decisions", more)
        top = sheet.words(LEFT, top, room, words.format(count=more), Style(20, tone="ink2"), 1) + 4
    return top + 8


def _listed(view: PublicView) -> list[_Listed]:
    rests = {at for at, segment in enumerate(view.segments) if segment.is_break}
    return [_Listed(line, at in rests) for at, line in enumerate(view.lines)]


def _long_agenda(sheet: Sheet, view: PublicView, top: float) -> None:
    """Two columns that can be read in the call; what does not fit is told in a sentence, not made smaller."""
    listed, rows, height = _listed(view), int((BOTTOM - top) // _LEAST), BOTTOM - top
    if len(listed) > 2 * rows:
        rows, height = rows - 1, height - CAPTION.leading - 10
        kept = _foremost(listed, 2 * rows)
        words = _(
            "{shown} of {count} items: what we decide, then what we discuss. "
            "The whole agenda is in the text for the chat."
        ).format(shown=len(kept), count=sum(1 for one in listed if not one.rests))
        sheet.line(LEFT, BOTTOM - CAPTION.leading, WIDTH, words, CAPTION)
        listed = kept
    _agenda(sheet, listed, (LEFT, top, WIDTH, height), 2)


def _foremost(listed: list[_Listed], most: int) -> list[_Listed]:
    """What the meeting decides, then what it discusses, as much as there is room for, in the order of the agenda."""
    order = {label: place for place, label in enumerate(_BEFORE)}
    items = [one for one in listed if not one.rests]
    ranked = sorted(range(len(items)), key=lambda at: order.get(items[at].line.state, len(order)))
    return [items[at] for at in sorted(ranked[:most])]


def _agenda(sheet: Sheet, listed: list[_Listed], area: Area, columns: int) -> None:
    left, top, width, height = area
    if not listed:
        return
    step, rows = (width + _GAP) / columns, -(-len(listed) // columns)
    tall = min(_TALL, height / rows)
    timed = any(one.line.at for one in listed)  # times keep their column where one is missing
    size = min(26.0, max(18.0, tall * 0.56))
    for at, one in enumerate(listed):
        column, row = divmod(at, rows)
        place = _Column(left + column * step, step - _GAP, tall, size, timed, columns == 1)
        _row(sheet, place, top + row * tall, one)
        if row < rows - 1 and at < len(listed) - 1:
            sheet.rule(place.left, top + (row + 1) * tall, place.width)


def _row(sheet: Sheet, place: _Column, top: float, one: _Listed) -> None:
    line, rests = one.line, one.rests
    text = Style(place.size, theme.REGULAR if rests else theme.MEDIUM, "ink2" if rests else "ink")
    small = Style(min(20.0, max(18.0, place.size - 3)), tone="ink2", tabular=True)
    start, end = place.left, place.left + place.width
    base = top + (place.row - text.leading) / 2
    below = top + (place.row - small.leading) / 2
    if place.timed:
        sheet.line(start, below, 76, line.at, small)
        start += 80
    icon = min(24.0, place.size)
    if line.state in LABEL_ICONS:
        sheet.sign(start, top + (place.row - icon) / 2, icon, LABEL_ICONS[line.state], "accent")
    elif rests:
        sheet.sign(start, top + (place.row - icon) / 2, icon, "coffee", "ink3")
    else:
        sheet.sign(start + icon / 2 - 4, top + place.row / 2 - 4, 8, "circle", "ink3")
    start += icon + (16 if place.whole else 12)
    sheet.line(end - 88, below, 88, line.detail, small, "end")
    end -= 108 if line.detail or place.whole else 0
    if place.whole and line.state:
        sheet.line(end - 112, below, 120, label_word(line.state), small, "end")
        end -= 132
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
    """A face for each organisation, as large as all of them fit; none where some would be missing."""
    for side in (40.0, 30.0, 24.0):
        columns, rows = int((width + 8) // (side + 8)), int((BOTTOM + 8 - top) // (side + 8))
        if len(view.turns) > columns * rows:
            continue
        for at, turn in enumerate(view.turns):
            row, column = divmod(at, columns)
            letters = turn.initials if side >= 40 else ""
            sheet.disc(left + column * (side + 8), top + row * (side + 8), side, letters, turn.state)
        return
