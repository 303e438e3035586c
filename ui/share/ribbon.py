"""The ribbon at the foot: the agenda as time, each item as wide as it is long, and when the meeting will end."""

from __future__ import annotations

from dataclasses import dataclass

from coalmeet.public import PublicSegment, PublicView
from coalmeet.text import _, minutes, ngettext
from ui import theme
from ui.share import setting
from ui.share.pieces import BarPlace, Stretch, Style
from ui.share.sheet import LEFT, RIGHT, Sheet
from ui.widgets.draw import CLOCK_TONES

TOP, BAR = 613.0, 10.0
LABEL_TOP, MINUTES_TOP = 632.0, 660.0
ENDS_WIDTH = 132.0
NUMBER = Style(theme.SHARE_LEAST, tone="ink3", tabular=True)
NOW = Style(19, theme.STRONG)
END = Style(19, theme.STRONG, tabular=True)
NOTE = Style(theme.SHARE_LEAST, tone="ink2")
OTHER = Style(19, tone="ink2")
PAST = Style(19, tone="ink3")
_TICK, _AFTER_NUMBER, _BEFORE_END = 26.0, 9.0, 24.0
_BORROWED = 560.0  # as wide as the current label may become at its neighbours' cost
UNKNOWN_MINUTES = 5  # an item without a timebox is drawn as if it were this long


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a segment lies."""

    segment: PublicSegment
    left: float
    width: float


def ribbon(sheet: Sheet, view: PublicView) -> None:
    """Place the ribbon; nothing when there is no agenda."""
    ends = _("Ends {time}").format(time=view.ends) if view.ends else ""
    room = max(ENDS_WIDTH - _BEFORE_END, setting.width_of(ends, END)) if ends else 0.0
    right = RIGHT - room - _BEFORE_END if ends else RIGHT
    if view.segments:
        places = _places(view.segments, right - LEFT)
        tone = CLOCK_TONES[view.clock.state.value] if view.clock else "accent"
        for place in places:
            _bar(sheet, place, tone)
        if _crowded(places):
            _counts(sheet, places, right)
        else:
            _labels(sheet, places, right)
            _lengths(sheet, places)
    if ends:
        sheet.line(RIGHT - room, LABEL_TOP, room, ends, END)
        if setting.width_of(view.ends_note, NOTE) <= room:  # better nothing than half of it
            sheet.line(RIGHT - room, MINUTES_TOP, room, view.ends_note, NOTE)


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
    segment, area = place.segment, (place.left, TOP, place.width, BAR)
    if segment.state == "now":
        sheet.add(BarPlace(area, tone))
    elif segment.state == "done":
        sheet.add(Stretch(area, 1.0, "accent"))
    else:
        sheet.add(Stretch(area, 0.0, tone, dotted=segment.is_break))


def _labels(sheet: Sheet, places: list[_Place], right: float) -> None:
    """The current label borrows its neighbours' room; the others say what they have room for."""
    taken = [_current(sheet, place, right) for place in places if place.segment.state == "now"]
    for place in places:
        if place.segment.state != "now":
            _other(sheet, place, taken)


def _crowded(places: list[_Place]) -> bool:
    """Whether most items are too short for so much as their number: then a few numbers here and there say nothing."""
    bare = [place for place in places if setting.width_of(place.segment.number, OTHER) > place.width]
    return 2 * len(bare) > len(places)


def _counts(sheet: Sheet, places: list[_Place], right: float) -> None:
    """The current item by its name and length, before it how many are done, after it how many are to come."""
    done, coming = (
        sum(1 for place in places if place.segment.state == state and not place.segment.is_break)
        for state in ("done", "next")
    )
    now = next((place for place in places if place.segment.state == "now"), None)
    past = ngettext("{count} done", "{count} done", done).format(count=done) if done else ""
    ahead = ngettext("{count} to come", "{count} to come", coming).format(count=coming) if coming else ""
    start = LEFT
    if past:
        sheet.sign(LEFT, LABEL_TOP + 4, 18, "check", "ink3")
        start += _TICK + sheet.line(LEFT + _TICK, LABEL_TOP, right - LEFT, past, PAST) + 32
    if now is None:
        sheet.line(start, LABEL_TOP, right - start, ahead, OTHER)
        return
    end = right - sheet.line(right - 240, LABEL_TOP, 240, ahead, OTHER, "end") - 32
    wide = min(_width(now.segment, NOW), end - start)
    left = max(start, min(now.left, end - wide))
    _name(sheet, now.segment, left, wide, NOW)
    if now.segment.minutes:
        sheet.line(left, MINUTES_TOP, end - left, minutes(now.segment.minutes), NUMBER)


def _current(sheet: Sheet, place: _Place, right: float) -> tuple[float, float]:
    wide = min(_width(place.segment, NOW), max(place.width, _BORROWED), right - LEFT)
    left = max(LEFT, min(place.left, right - wide))
    _name(sheet, place.segment, left, wide, NOW)
    return left - 12, left + wide + 12


def _other(sheet: Sheet, place: _Place, taken: list[tuple[float, float]]) -> None:
    segment, done = place.segment, place.segment.state == "done"
    style = PAST if done else OTHER
    whole = setting.width_of(segment.title, style) + _TICK if done else _width(segment, style)
    short = 18.0 if done else setting.width_of(segment.number, style) if segment.number else 0.0
    if whole <= place.width - 4 and _free(place.left, whole, taken):
        wide = whole
    elif 0 < short <= place.width + 4 and _free(place.left, short, taken):
        wide = short
    else:
        return
    if done:
        sheet.sign(place.left, LABEL_TOP + 4, 18, "check", "ink3")
        sheet.line(place.left + _TICK, LABEL_TOP, wide - _TICK, segment.title if wide > short else "", style)
    elif wide > short:
        _name(sheet, segment, place.left, wide, style)
    else:
        sheet.line(place.left, LABEL_TOP, wide, segment.number, style)
    taken.append((place.left - 6, place.left + wide + 6))


def _name(sheet: Sheet, segment: PublicSegment, left: float, width: float, style: Style) -> None:
    used = sheet.line(left, LABEL_TOP, width, segment.number, style)
    used += _AFTER_NUMBER if used else 0
    sheet.line(left + used, LABEL_TOP, width - used, segment.title, style)


def _width(segment: PublicSegment, style: Style) -> float:
    number = setting.width_of(segment.number, style) + _AFTER_NUMBER if segment.number else 0.0
    return number + setting.width_of(segment.title, style) + 1


def _lengths(sheet: Sheet, places: list[_Place]) -> None:
    for place in places:
        length = place.segment.minutes
        for text in (minutes(length), str(length)) if length else ():
            if setting.width_of(text, NUMBER) <= place.width + 1:
                sheet.line(place.left, MINUTES_TOP, place.width + 2, text, NUMBER)
                break


def _free(left: float, wide: float, taken: list[tuple[float, float]]) -> bool:
    return all(left + wide <= start or left >= end for start, end in taken)
