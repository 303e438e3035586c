"""The stack: who has the floor large, then who comes next, the rule in a sentence; the clock at its largest."""

from __future__ import annotations

from dataclasses import dataclass

from coalmeet.public import PublicAsking, PublicView
from coalmeet.text import _, ngettext
from ui import theme
from ui.share import frame, setting
from ui.share.pieces import Style
from ui.share.sheet import BOTTOM, CAPTION, LEFT, TITLE, Sheet
from ui.share.voices import fitting, name_style
from ui.widgets import draw

_ROW, _TWO, _CARD = 52.0, 62.0, 92.0  # a row, one with a name on two lines, and who has the floor
_LEFT, _RIGHT, _MORE = 86.0, 24.0, 44.0  # beside a name; to say how many more there are
_NAME = Style(26, theme.MEDIUM)
_KINDS = {"process": "refresh-cw", "question": "circle-question-mark", "reply": "message-circle"}


@dataclass(frozen=True, slots=True)
class _Row:
    """Somebody who waits, and how the name is set."""

    one: PublicAsking
    name: Style
    lines: int

    @property
    def tall(self) -> float:
        """How tall the row is."""
        return _ROW if self.lines == 1 else _TWO


def asking(sheet: Sheet, view: PublicView) -> None:
    """Place the stack, beside the large clock."""
    width = frame.talking_clock(sheet, view)
    top = frame.chip_row(sheet, view, width)
    if view.item is not None:
        top = _title(sheet, view.item.title, top, width)
    top = frame.sentence(sheet, view.sentence, top, width, 1) + 8
    rule = len(setting.wrap(view.asking_rule, CAPTION, width, 2)) * CAPTION.leading
    waiting = list(view.asking)
    if waiting and waiting[0].state == "now":
        _speaker(sheet, waiting.pop(0), (LEFT, top, width, _CARD))
        top += _CARD + 6
    top = _rows(sheet, waiting, top, BOTTOM - rule - 6, width)
    sheet.words(LEFT, top + 10, width, view.asking_rule, CAPTION, 2)


def _title(sheet: Sheet, text: str, top: float, width: float) -> float:
    """Two lines, if they hold it: here it is people who matter."""
    if frame.is_long(text, width):
        return sheet.words(LEFT, top, width, text, Style(theme.SHARE_TEXT_LESS, theme.BOLD), 3)
    for size in setting.sizes(48, 30):
        style = setting.at_size(TITLE, size)
        if len(setting.wrap(text, style, width, 3)) <= (1 if size > 36 else 2):
            break
    return sheet.words(LEFT, top, width, text, style, 2)


def _speaker(sheet: Sheet, one: PublicAsking, area: tuple[float, float, float, float]) -> None:
    left, top, width, height = area
    sheet.box(area)
    sheet.disc(left + 26, top + (height - 64) / 2, 64, one.initials, "now")
    start, room = left + 116, width - 140
    name = fitting(one.name, Style(34, theme.BOLD), room)
    said = _("{word} · {who}").format(word=_("speaking"), who=one.detail) if one.detail else _("speaking")
    tall = name.leading + 30
    at = top + (height - tall) / 2
    sheet.line(start, at, room, one.name, name)
    sheet.line(start, at + name.leading, room, said, Style(22, theme.STRONG, "accent"))


def _rows(sheet: Sheet, waiting: list[PublicAsking], top: float, end: float, width: float) -> float:
    """Who comes next, a row each; answers where they end."""
    rows = [_Row(one, *_name_in(one, width)) for one in waiting]
    shown = _that_fit(rows, end - top)
    for at, one in enumerate(shown):
        if at:
            sheet.rule(LEFT, top, width)
        _row(sheet, one, top, width)
        top += one.tall
    more = len(waiting) - len(shown)
    if more:
        text = ngettext("and {count} more", "and {count} more", more).format(count=more)
        sheet.line(LEFT + 86, top + 12, width - 86, text, CAPTION)
        top += 44
    return top


def _that_fit(rows: list[_Row], height: float) -> list[_Row]:
    """As many as there is room for; where that is not all, there is room to say how many more there are."""
    if sum(one.tall for one in rows) <= height:
        return rows
    shown, reached = 0, 0.0
    while shown < len(rows) and reached + rows[shown].tall + _MORE <= height:
        reached += rows[shown].tall
        shown += 1
    return rows[:shown]


def _name_in(one: PublicAsking, width: float) -> tuple[Style, int]:
    """The style of a name and its number of lines in the room that is left beside the words for how they ask."""
    room = width - _LEFT - _RIGHT - setting.width_of(one.times, CAPTION) - 20
    if one.kind_word:
        room -= _chip(one) + 20
    if one.state == "next":
        room -= setting.width_of(_("next"), CAPTION) + 18
    return name_style(one.name, _NAME, room, _TWO - 4)


def _chip(one: PublicAsking) -> float:
    icon = _KINDS.get(one.kind, "message-circle")
    return setting.width_of(one.kind_word, frame.SMALL_STRONG) + sum(
        draw.chip_padding(frame.SMALL_STRONG.size, icon)
    )


def _row(sheet: Sheet, row: _Row, top: float, width: float) -> None:
    one, middle = row.one, top + row.tall / 2
    sheet.disc(LEFT + 24, middle - 21, 42, one.initials, one.state)
    left, right = LEFT + _LEFT, LEFT + width - _RIGHT
    right -= sheet.line(right - 200, middle - 12, 200, one.times, CAPTION, "end") + 20
    if one.kind_word:
        icon = _KINDS.get(one.kind, "message-circle")
        right -= _chip(one)
        sheet.capsule(right, middle - 17, icon, one.kind_word, frame.SMALL_STRONG, tone="accent")
        right -= 20
    following = _("next") if one.state == "next" else ""
    room = right - left - (setting.width_of(following, CAPTION) + 18 if following else 0)
    wide = min(room, setting.width_of(one.name, row.name)) if row.lines == 1 else room
    sheet.words(left, middle - row.lines * row.name.leading / 2, wide, one.name, row.name, row.lines)
    left += wide + 18
    said = (
        _("{word} · {who}").format(word=following, who=one.detail) if following and one.detail else one.detail
    )
    if following and setting.width_of(said, CAPTION) > right - left:
        said = following
    if following or right - left > 60:
        sheet.line(left, middle - 12, right - left, said or following, CAPTION)
