"""The clock of the call: a ring with its digits, each a piece of its own, so that a second paints little."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coalmeet.public import PublicClock
from ui import theme
from ui.share import setting
from ui.share.pieces import Area, ClockPlace, Dial, Piece, Style, Words
from ui.widgets.draw import CLOCK_TONES

_DIGIT = re.compile(r"\d")
_STEPS = 120  # of a full ring, half a mark of a watch each: most seconds then change the digits only
_DIGITS, _ROOM = 0.25, 0.72  # of the ring's width: how large the digits are, and how wide they may be
_HIGHER = 0.045  # by which they stand higher, with a caption below
_CAPTION, _CAPTION_ROOM, _CAPTION_MIDDLE = 0.056, 0.62, 0.655


def dial(clock: PublicClock, place: ClockPlace) -> Iterator[Piece]:
    """The ring, its digits, and the caption below them where the ring has room for it."""
    left, top, side, _tall = place.area
    whole = clock.planned_minutes * 60_000
    part = min(1.0, max(0.0, clock.left_ms / whole)) if whole else 0.0
    yield Dial(place.area, round(part * _STEPS) / _STEPS, clock.state.value)
    style = Style(max(theme.SHARE_LEAST, side * _CAPTION), theme.MEDIUM, "ink2")
    below = bool(place.caption) and setting.width_of(place.caption, style) < side * _CAPTION_ROOM
    yield _digits(clock, place.area, side * _HIGHER if below else 0.0)
    if below:
        room = side * _ROOM
        middle = top + side * _CAPTION_MIDDLE - style.leading / 2
        at = (left + (side - room) / 2, middle, room, style.leading)
        yield Words(at, (place.caption,), style, place.caption, "middle")


def _digits(clock: PublicClock, ring: Area, higher: float) -> Words:
    left, top, side, _tall = ring
    tone = "ink" if clock.state.value in {"running", "open"} else CLOCK_TONES[clock.state.value]
    style = Style(side * _DIGITS, theme.STRONG, tone, tabular=True)
    # All digits are as wide: measured once, and no second changes the size.
    alike = _DIGIT.sub("0", clock.digits)
    while setting.width_of(alike, style) > side * _ROOM:
        style = setting.at_size(style, style.size * 0.94)
    tall, room = style.leading, side * _ROOM
    at = (left + (side - room) / 2, top + (side - tall) / 2 - higher, room, tall)
    return Words(at, (clock.digits,), style, clock.digits, "middle")
