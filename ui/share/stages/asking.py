"""The stack: who has the floor large, then who comes next, the rule in a sentence; the clock at its largest."""

from __future__ import annotations

from coalmeet.public import PublicAsking, PublicView
from coalmeet.text import _, ngettext
from ui import theme
from ui.share import frame, setting
from ui.share.pieces import Style
from ui.share.sheet import BOTTOM, CAPTION, LEFT, TITLE, Sheet
from ui.share.voices import fitting, name_style
from ui.widgets import draw

_ROW, _CARD = 52.0, 92.0
_NAME = Style(26, theme.MEDIUM)
_KINDS = {"process": "refresh-cw", "question": "circle-question-mark", "reply": "message-circle"}


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
    most = max(1, int((end - top) // _ROW))
    shown = waiting if len(waiting) <= most else waiting[: most - 1]
    for at, one in enumerate(shown):
        if at:
            sheet.rule(LEFT, top, width)
        _row(sheet, one, top, width)
        top += _ROW
    more = len(waiting) - len(shown)
    if more:
        text = ngettext("and {count} more", "and {count} more", more).format(count=more)
        sheet.line(LEFT + 86, top + 12, width - 86, text, CAPTION)
        top += 44
    return top


def _row(sheet: Sheet, one: PublicAsking, top: float, width: float) -> None:
    sheet.disc(LEFT + 24, top + 5, 42, one.initials, one.state)
    left, right = LEFT + 86, LEFT + width - 24
    right -= sheet.line(right - 200, top + 14, 200, one.times, CAPTION, "end") + 20
    if one.kind_word:
        icon = _KINDS.get(one.kind, "message-circle")
        wide = setting.width_of(one.kind_word, frame.SMALL_STRONG) + sum(
            draw.chip_padding(frame.SMALL_STRONG.size, icon)
        )
        sheet.capsule(right - wide, top + 9, icon, one.kind_word, frame.SMALL_STRONG, tone="accent")
        right -= wide + 20
    following = _("next") if one.state == "next" else ""
    room = right - left - (setting.width_of(following, CAPTION) + 18 if following else 0)
    name, lines = name_style(one.name, _NAME, room, _ROW - 4)
    wide = min(room, setting.width_of(one.name, name)) if lines == 1 else room
    sheet.words(left, top + (_ROW - lines * name.leading) / 2, wide, one.name, name, lines)
    left += wide + 18
    said = (
        _("{word} · {who}").format(word=following, who=one.detail) if following and one.detail else one.detail
    )
    if following and setting.width_of(said, CAPTION) > right - left:
        said = following
    if following or right - left > 60:
        sheet.line(left, top + 14, right - left, said or following, CAPTION)
