"""What was written down in a round: one list, or what goes well beside what could be better."""

from __future__ import annotations

from collections.abc import Sequence

from coalmeet.public import PublicLine
from coalmeet.text import _, ngettext
from ui import theme
from ui.share import setting
from ui.share.pieces import Area, Style
from ui.share.sheet import CAPTION, CAPTION_ACCENT, Sheet

_LARGE, _TEXT, _GAP = Style(theme.SHARE_TEXT), Style(theme.SHARE_TEXT_LESS), 48.0
_WHOLE, _CUT = 6, 2  # lines that one may take while all have room, and when the latest must do
_HEAD = 36.0


def themes(sheet: Sheet, noted: Sequence[PublicLine], area: Area) -> None:
    """Place the themes; the latest stay when there is not room for all."""
    left, top, width, height = area
    plain = all(not one.state for one in noted)
    wide = width if plain else (width - _GAP) / 2
    sides = ((_("Going well"), ("well", "")), (_("Could be better"), ("better",)))
    lists = [("", noted)] if plain else [(title, _of(noted, states)) for title, states in sides]
    room = height - (0 if plain else _HEAD)
    tries = ((_LARGE, _WHOLE), (_TEXT, _WHOLE), (_TEXT, _CUT))
    fits = ((style, most) for style, most in tries if _tallest(lists, style, wide, most) <= room)
    style, most = next(fits, tries[-1])
    for at, (title, found) in enumerate(lists):
        _list(sheet, title, found, (left + at * (wide + _GAP), top, wide, height), style, most)


def _of(noted: Sequence[PublicLine], states: Sequence[str]) -> Sequence[PublicLine]:
    return [one for one in noted if one.state in states]


def _tallest(
    lists: Sequence[tuple[str, Sequence[PublicLine]]], style: Style, width: float, most: int
) -> float:
    return max(sum(_tall(one, style, width, most) for one in found) for _title, found in lists)


def _tall(one: PublicLine, style: Style, width: float, most: int) -> float:
    return len(setting.wrap(one.text, style, width - 26, most)) * style.leading + 6


def _list(sheet: Sheet, title: str, noted: Sequence[PublicLine], area: Area, style: Style, most: int) -> None:
    left, top, width, height = area
    end = top + height
    if title:
        sheet.line(left, top, width, title, CAPTION_ACCENT)
        top += _HEAD
    tall = [_tall(one, style, width, most) for one in noted]
    room, shown = end - top, len(noted)
    if sum(tall) > room:
        room, shown = room - CAPTION.leading - 6, 0
        while shown < len(noted) and sum(tall[-shown - 1 :]) <= room:
            shown += 1
    hidden = len(noted) - shown
    if hidden:
        words = ngettext("{count} more before", "{count} more before", hidden).format(count=hidden)
        sheet.line(left, top, width, words, CAPTION)
        top += CAPTION.leading + 6
    for one in noted[hidden:]:
        sheet.line(left, top, 20, "·", style)
        top = sheet.words(left + 26, top, width - 26, one.text, style, most) + 6
