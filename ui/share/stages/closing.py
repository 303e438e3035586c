"""The close: what was decided and taken on, one last round, and when and with whom the coalition meets again."""

from __future__ import annotations

from coalmeet.public import PublicLine, PublicResult, PublicView, Stage
from coalmeet.text import _, ngettext
from ui import theme
from ui.share import frame, setting
from ui.share.pieces import Area, Box, Style
from ui.share.sheet import BOTTOM, CAPTION, CAPTION_ACCENT, LEFT, RIGHT, TOP, Sheet
from ui.share.stages.result import AGREED, icon_of
from ui.share.voices import now_and_next
from ui.widgets.face import initials

_CARD, _GAP = 396.0, 48.0
_ROW = 36.0


def closing(sheet: Sheet, view: PublicView) -> None:
    """Place the close, or the thanks after it."""
    again = bool(view.next_meeting or view.next_facilitator)
    width = RIGHT - LEFT - (_CARD + _GAP if again else 0)
    closed = view.stage is Stage.CLOSED
    heading = _("Thank you") if closed else _("What we take with us")
    top = frame.title(sheet, heading, TOP, width, 54 if closed else 44) + 2
    top = frame.sentence(sheet, view.sentence, top, width) + 16
    end = BOTTOM
    if any(turn.state == "now" for turn in view.turns):
        now_and_next(sheet, view.turns, (LEFT, end - 92, width, 92))
        end -= 108
    if again:
        _again(sheet, view, (RIGHT - _CARD, TOP, _CARD, BOTTOM - TOP))
    top = _results(sheet, view.results, top, end - (_ROW * 2 if view.lines else 0), width)
    _actions(sheet, view.lines, top, end, width)


def _results(sheet: Sheet, results: tuple[PublicResult, ...], top: float, end: float, width: float) -> float:
    """Decisions as cards while there is room for two lines each, then only how many more there are."""
    if not results:
        return top
    tall = max(76.0, min(118.0, (end - top) / len(results) - 12))
    room = max(1, int((end - top) // (tall + 12)))
    shown = results if len(results) <= room else results[: max(1, room - 1)]
    for one in shown:
        _decision(sheet, one, (LEFT, top, width, tall))
        top += tall + 12
    if len(shown) < len(results):
        more = len(results) - len(shown)
        text = ngettext("and {count} more decision", "and {count} more decisions", more).format(count=more)
        sheet.line(LEFT + 70, top, width - 70, text, CAPTION)
        top += _ROW
    return top + 4


def _decision(sheet: Sheet, shown: PublicResult, area: Area) -> None:
    left, top, width, height = area
    agreed = shown.outcome in AGREED
    sheet.add(Box(area, "accent_soft" if agreed else "surface", "" if agreed else "line"))
    sheet.sign(left + 22, top + 16, 30, icon_of(shown.outcome), "accent" if agreed else "ink")
    meta = CAPTION.leading if height >= 96 else 0
    below = ", ".join((shown.outcome_word, *shown.lines)) if shown.lines else shown.outcome_word
    end = sheet.fitted(
        (left + 70, top + 11, width - 94, height - 20 - meta), shown.text, Style(24, theme.MEDIUM), 20
    )
    if meta:
        sheet.line(left + 70, end, width - 94, below, CAPTION)


def _actions(sheet: Sheet, lines: tuple[PublicLine, ...], top: float, end: float, width: float) -> None:
    rows = int((end - top) // _ROW)
    if not lines or rows < 1:
        return
    shown = lines if len(lines) <= rows else lines[: rows - 1]
    for number, line in enumerate(shown):
        at = top + number * _ROW
        sheet.sign(LEFT + 24, at + 7, 20, "circle-dot", "ink3")
        owner = setting.width_of(line.detail, CAPTION)
        room = width - 70 - min(owner, 300.0) - 20
        sheet.line(LEFT + 70, at + 3, room, line.text, Style(20, theme.MEDIUM))
        sheet.line(LEFT + width - 300, at + 3, 300, line.detail, CAPTION, "end")
    if len(shown) < len(lines):
        more = len(lines) - len(shown)
        text = ngettext("and {count} more action", "and {count} more actions", more).format(count=more)
        if not shown:
            text = ngettext("{count} new action", "{count} new actions", more).format(count=more)
        sheet.sign(LEFT + 24, top + len(shown) * _ROW + 7, 20, "list-checks", "ink2")
        sheet.line(LEFT + 70, top + len(shown) * _ROW + 3, width - 70, text, CAPTION)


def _again(sheet: Sheet, view: PublicView, area: Area) -> None:
    left, top, width, _height = area
    sheet.box(area)
    room, inner, at = left + 32, width - 64, top + 28
    if view.next_meeting:
        sheet.line(room, at, inner, _("Next meeting"), CAPTION_ACCENT)
        at = sheet.fitted((room, at + 34, inner, 170), view.next_meeting, Style(34, theme.BOLD), 24) + 28
    if view.next_meeting and view.next_facilitator:
        sheet.rule(room, at, inner)
        at += 28
    if view.next_facilitator:
        sheet.line(room, at, inner, _("Facilitates"), CAPTION_ACCENT)
        sheet.disc(room, at + 40, 56, initials(view.next_facilitator.split(",")[0]), "next")
        sheet.words(room + 72, at + 38, inner - 72, view.next_facilitator, Style(24, theme.STRONG), 3)
