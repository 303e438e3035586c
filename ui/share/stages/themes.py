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


def themes(sheet: Sheet, noted: Sequence[PublicLine], area: Area) -> None:
    """Place the themes; the latest stay when there is not room for all."""
    left, top, width, height = area
    plain = all(not one.state for one in noted)
    wide = width if plain else (width - _GAP) / 2
    style = _LARGE if _tall(noted, _LARGE, wide) <= height - 36 else _TEXT
    if plain:
        _list(sheet, "", noted, area, style)
        return
    half = wide
    sides = ((_("Going well"), ("well", "")), (_("Could be better"), ("better",)))
    for at, (title, states) in enumerate(sides):
        found = [one for one in noted if one.state in states]
        _list(sheet, title, found, (left + at * (half + _GAP), top, half, height), style)


def _tall(noted: Sequence[PublicLine], style: Style, width: float) -> float:
    return sum(_lines(one, style, width) * style.leading + 6 for one in noted)


def _lines(one: PublicLine, style: Style, width: float) -> int:
    return len(setting.wrap(one.text, style, width - 26, 2))


def _list(sheet: Sheet, title: str, noted: Sequence[PublicLine], area: Area, style: Style) -> None:
    left, top, width, height = area
    end = top + height
    if title:
        sheet.line(left, top, width, title, CAPTION_ACCENT)
        top += 36
    tall = [_tall([one], style, width) for one in noted]
    room, shown = end - top, len(noted)
    if sum(tall) > room:
        room, shown = room - CAPTION.leading, 0
        while shown < len(noted) and sum(tall[-shown - 1 :]) <= room:
            shown += 1
    hidden = len(noted) - shown
    if hidden:
        words = ngettext("{count} more before", "{count} more before", hidden).format(count=hidden)
        sheet.line(left, top, width, words, CAPTION)
        top += CAPTION.leading
    for one in noted[hidden:]:
        sheet.line(left, top, 20, "·", style)
        top = sheet.words(left + 26, top, width - 26, one.text, style, 2) + 6
