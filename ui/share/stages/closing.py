"""The close: what was decided and taken on, one last round, and when and with whom the coalition meets again."""

from __future__ import annotations

from dataclasses import replace

from coalmeet.public import PublicLine, PublicResult, PublicView, Stage
from coalmeet.text import _, ngettext
from ui import theme
from ui.share import frame, setting
from ui.share.pieces import Area, Box, Style
from ui.share.sheet import BOTTOM, CAPTION, CAPTION_ACCENT, CAPTION_STRONG, LEFT, RIGHT, TOP, Sheet
from ui.share.stages.result import AGREED, icon_of
from ui.share.voices import fitting, now_and_next
from ui.widgets.face import initials

_CARD, _GAP = 396.0, 48.0
_ROW = 36.0
_PAGE_END = 688.0
_TEXT = Style(24, theme.MEDIUM)


def closing(sheet: Sheet, view: PublicView) -> None:
    """Place the close, or the thanks after it."""
    again = bool(view.next_meeting or view.next_facilitator or view.next_note_taker)
    closed, before = view.stage is Stage.CLOSED, len(sheet.pieces)
    beside = _CARD + _GAP if again else frame.RING_SMALL + _GAP if view.clock else 0
    width = RIGHT - LEFT - beside
    thanks = view.sentence if closed else _("What we take with us")
    top = frame.title(sheet, thanks, TOP, width, theme.SHARE_TITLE if closed else 44) + 2
    top = frame.sentence(sheet, "" if closed else view.sentence, top, width) + 16
    end = _PAGE_END if closed else BOTTOM  # no ribbon any more
    if again:
        _again(sheet, view, RIGHT - _CARD, TOP)
    else:
        frame.small_clock(sheet, view.clock)
    if any(turn.state == "now" for turn in view.turns):
        now_and_next(sheet, view.turns, (LEFT, end - 92, width, 92))
        end -= 108
    top = _results(sheet, view.results, top, end - (_ROW if view.lines else 0), width)
    _actions(sheet, view.lines, top, end, width)
    if closed:
        _lower(sheet, before)


def _lower(sheet: Sheet, first: int) -> None:
    """What little there is stands in the upper middle of the page, which has no ribbon any more."""
    kept, own = sheet.pieces[:first], sheet.pieces[first:]
    free = _PAGE_END - max(piece.area[1] + piece.area[3] for piece in own)
    by = max(0.0, free * 0.35)
    moved = [replace(one, area=(one.area[0], one.area[1] + by, *one.area[2:])) for one in own]
    sheet.pieces[:] = [*kept, *moved]


def _results(sheet: Sheet, results: tuple[PublicResult, ...], top: float, end: float, width: float) -> float:
    """Decisions as cards, each as tall as its text needs, while there is room; then how many more there are."""
    for number, (one, lines) in enumerate(zip(results, _lines_each(results, end - top, width), strict=True)):
        left_over = len(results) - number
        if top + _tall(lines) + (_ROW if left_over > 1 and lines == 1 else 0) > end:
            text = ngettext("and {count} more decision", "and {count} more decisions", left_over)
            sheet.line(LEFT + 70, top, width - 70, text.format(count=left_over), CAPTION)
            return top + _ROW
        _decision(sheet, one, (LEFT, top, width, _tall(lines)), lines)
        top += _tall(lines) + 10
    return top + 4


def _lines_each(results: tuple[PublicResult, ...], height: float, width: float) -> list[int]:
    """How many lines of each decision are shown, so that as many decisions as possible are."""
    each = [len(setting.wrap(one.text, _TEXT, width - 94, 3)) for one in results]
    while max(each, default=1) > 1 and sum(_tall(lines) + 10 for lines in each) - 10 > height:
        each[each.index(max(each))] -= 1
    return each


def _tall(lines: int) -> float:
    return lines * _TEXT.leading + CAPTION.leading + 26


def _decision(sheet: Sheet, shown: PublicResult, area: Area, lines: int) -> None:
    left, top, width, _height = area
    agreed = shown.outcome in AGREED
    sheet.add(Box(area, "accent_soft" if agreed else "surface", "" if agreed else "line"))
    sheet.sign(left + 22, top + 14, 30, icon_of(shown.outcome), "accent" if agreed else "ink")
    end = sheet.words(left + 70, top + 11, width - 94, shown.text, _TEXT, lines)
    used = sheet.line(left + 70, end + 2, width - 94, shown.outcome_word, CAPTION_STRONG)
    if shown.lines:
        room = width - 106 - used
        sheet.line(left + 82 + used, end + 2, room, shown.lines[0], fitting(shown.lines[0], CAPTION, room))


def _actions(sheet: Sheet, lines: tuple[PublicLine, ...], top: float, end: float, width: float) -> None:
    rows = int((end - top) // _ROW)
    if not lines or rows < 1:
        return
    shown = lines if len(lines) <= rows else lines[: rows - 1]
    due = max((setting.width_of(line.end, CAPTION) + 20 for line in shown if line.end), default=0.0)
    for number, line in enumerate(shown):
        at = top + number * _ROW
        sheet.sign(LEFT + 24, at + 7, 20, "circle-dot", "ink3")
        owner = min(setting.width_of(line.detail, CAPTION), 300.0 - due / 2)
        room = width - 70 - owner - 20 - due
        sheet.line(LEFT + 70, at + 3, room, line.text, Style(20, theme.MEDIUM))
        sheet.line(LEFT + width - due - owner, at + 3, owner, line.detail, CAPTION, "end")
        sheet.line(LEFT + width - due + 20, at + 3, due - 20, line.end, CAPTION, "end")
    if len(shown) < len(lines):
        more = len(lines) - len(shown)
        text = ngettext("and {count} more action", "and {count} more actions", more).format(count=more)
        if not shown:
            text = ngettext("{count} new action", "{count} new actions", more).format(count=more)
        sheet.sign(LEFT + 24, top + len(shown) * _ROW + 7, 20, "list-checks", "ink2")
        sheet.line(LEFT + 70, top + len(shown) * _ROW + 3, width - 70, text, CAPTION)


def _again(sheet: Sheet, view: PublicView, left: float, top: float) -> None:
    """The card with when and with whom the coalition meets again, as tall as it needs to be."""
    room, inner, at = left + 32, _CARD - 64, top + 28
    inside = Sheet()
    if view.next_meeting:
        inside.line(room, at, inner, _("Next meeting"), CAPTION_ACCENT)
        at = inside.fitted((room, at + 34, inner, 84), view.next_meeting, Style(34, theme.BOLD), 22) + 24
    for role, name in (
        (_("Facilitates"), view.next_facilitator),
        (_("Takes notes"), view.next_note_taker),
    ):
        if not name:
            continue
        if at > top + 28:
            inside.rule(room, at, inner)
            at += 24
        inside.line(room, at, inner, role, CAPTION_ACCENT)
        inside.disc(room, at + 40, 56, initials(name.split(",")[0]), "next")
        end = inside.words(room + 72, at + 38, inner - 72, name, Style(24, theme.STRONG), 3)
        at = max(end, at + 96) + 24
    sheet.box((left, top, _CARD, at - top + 4))
    sheet.pieces += inside.pieces
