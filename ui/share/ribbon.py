"""The ribbon at the foot: the agenda as time, each item as wide as it is long, and when the meeting will end."""

from __future__ import annotations

from dataclasses import dataclass

from coalmeet.public import PublicSegment, PublicView
from coalmeet.text import _, minutes
from ui import theme
from ui.share import setting
from ui.share.pieces import Stretch, Style
from ui.share.sheet import LEFT, RIGHT, Sheet
from ui.widgets.draw import CLOCK_TONES

TOP, BAR = 613.0, 10.0
LABEL_TOP, MINUTES_TOP = 632.0, 660.0
ENDS_WIDTH = 132.0
NUMBER = Style(theme.SHARE_LEAST, tone="ink3", tabular=True)
NOW = Style(19, theme.STRONG)
OTHER = Style(19, tone="ink2")
PAST = Style(19, tone="ink3")
UNKNOWN_MINUTES = 5  # an item without a timebox is drawn as if it were this long


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a segment lies."""

    segment: PublicSegment
    left: float
    width: float


def ribbon(sheet: Sheet, view: PublicView) -> None:
    """Place the ribbon; nothing when there is no agenda."""
    right = RIGHT - ENDS_WIDTH if view.ends else RIGHT
    if view.segments:
        places = _places(view.segments, right - LEFT)
        tone = CLOCK_TONES[view.clock.state.value] if view.clock else "accent"
        for place in places:
            _bar(sheet, place, tone)
        _labels(sheet, places, right)
        _lengths(sheet, places)
    if view.ends:
        left = RIGHT - ENDS_WIDTH + 24
        room = RIGHT - left
        sheet.line(
            left,
            LABEL_TOP,
            room,
            _("Ends {time}").format(time=view.ends),
            Style(19, theme.STRONG, tabular=True),
        )
        sheet.line(left, MINUTES_TOP, room, view.ends_note, Style(theme.SHARE_LEAST, tone="ink2"))


def _places(segments: tuple[PublicSegment, ...], width: float) -> list[_Place]:
    gap = min(8.0, width * 0.15 / len(segments))
    total = sum(one.minutes or UNKNOWN_MINUTES for one in segments)
    free = width - gap * (len(segments) - 1)
    least = min(8.0, free / len(segments))  # a minute among hours must still be seen
    shared = free - least * len(segments)
    places, left = [], LEFT
    for one in segments:
        wide = least + shared * (one.minutes or UNKNOWN_MINUTES) / total
        places.append(_Place(one, left, wide))
        left += wide + gap
    return places


def _bar(sheet: Sheet, place: _Place, tone: str) -> None:
    segment = place.segment
    part = {"done": 1.0, "now": segment.part}.get(segment.state, 0.0)
    dotted = segment.is_break and segment.state == "next"
    shown = "accent" if segment.state == "done" else tone
    sheet.add(Stretch((place.left, TOP, place.width, BAR), part, shown, dotted))


def _labels(sheet: Sheet, places: list[_Place], right: float) -> None:
    """The current label borrows its neighbours' room; the others say what they have room for."""
    taken = [_current(sheet, place, right) for place in places if place.segment.state == "now"]
    for place in places:
        if place.segment.state != "now":
            _other(sheet, place, taken)


def _current(sheet: Sheet, place: _Place, right: float) -> tuple[float, float]:
    text = _named(place.segment)
    wide = min(setting.width_of(text, NOW), max(place.width, 420.0), right - LEFT)
    left = max(LEFT, min(place.left, right - wide))
    sheet.line(left, LABEL_TOP, wide + 1, text, NOW)
    return left - 12, left + wide + 12


def _other(sheet: Sheet, place: _Place, taken: list[tuple[float, float]]) -> None:
    segment, done = place.segment, place.segment.state == "done"
    style = PAST if done else OTHER
    sign = 26.0 if done else 0.0
    for text in (
        segment.title if done else _named(segment),
        "" if segment.is_break or done else segment.number,
    ):
        wide = setting.width_of(text, style) + sign if text else sign
        fits = wide and (wide <= place.width - 4 or (text == segment.number and wide <= place.width + 4))
        if (fits or (done and not text and place.width >= 22)) and _free(place.left, wide, taken):
            if done:
                sheet.sign(place.left, LABEL_TOP + 4, 18, "check", "ink3")
            sheet.line(place.left + sign, LABEL_TOP, place.width, text, style)
            taken.append((place.left - 6, place.left + wide + 6))
            return


def _lengths(sheet: Sheet, places: list[_Place]) -> None:
    for place in places:
        length = place.segment.minutes
        for text in (minutes(length), str(length)) if length else ():
            if setting.width_of(text, NUMBER) <= place.width + 1:
                sheet.line(place.left, MINUTES_TOP, place.width + 2, text, NUMBER)
                break


def _named(segment: PublicSegment) -> str:
    if segment.is_break or not segment.number:
        return segment.title
    return _("{number}  {title}").format(number=segment.number, title=segment.title)


def _free(left: float, wide: float, taken: list[tuple[float, float]]) -> bool:
    return all(left + wide <= start or left >= end for start, end in taken)
