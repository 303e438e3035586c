"""The close: what was decided and taken on, one last round, and when and with whom the coalition meets again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from coalmeet.public import PublicLine, PublicResult, PublicView, Stage
from coalmeet.text import _, ngettext
from ui import theme
from ui.share import frame, setting
from ui.share.pieces import Area, Box, Style
from ui.share.sheet import BOTTOM, CAPTION, CAPTION_ACCENT, CAPTION_STRONG, LEFT, RIGHT, TOP, Sheet
from ui.share.stages.result import AGREED, icon_of
from ui.share.stages.rounds import one_after_the_other
from ui.share.stages.taken_on import ROW, actions_below, actions_beside, shown_below, shown_in
from ui.share.voices import fitting, now_and_next
from ui.widgets.face import initials

_CARD, _GAP = 396.0, 48.0
_ROOMS = ((26.0, 10.0), (16.0, 8.0))  # around the words of a decision, and between two of them
_AFTER, _FEW = 4.0, 3  # below the last of them; so many new actions have room if decisions can leave it
_PAGE_END = 688.0
_TEXT = Style(24, theme.MEDIUM)


def closing(sheet: Sheet, view: PublicView) -> None:
    """Place the close, or the thanks after it."""
    again = bool(view.next_meeting or view.next_facilitator or view.next_note_taker)
    closed, before = view.stage is Stage.CLOSED, len(sheet.pieces)
    beside = _CARD + _GAP if again else frame.RING_SMALL + _GAP if view.clock else 0
    width = RIGHT - LEFT - beside
    something = bool(view.results or view.lines) and not closed
    heading = _("What we take with us") if something else view.sentence
    top = frame.title(sheet, heading, TOP, width, theme.SHARE_TITLE if closed else 44) + 2
    top = frame.sentence(sheet, view.sentence if something else "", top, width) + 14
    foot = end = _PAGE_END if closed else BOTTOM  # no ribbon any more
    below = _again(sheet, view, RIGHT - _CARD, TOP) + 16 if again else foot
    if not again:
        frame.small_clock(sheet, view.clock)
    if view.turns and not (again or something):
        one_after_the_other(sheet, view, max(top, frame.UNDER_SMALL))
        return
    if any(turn.state == "now" for turn in view.turns):
        now_and_next(sheet, view.turns, (LEFT, end - 92, width, 92))
        end -= 108
    _taken_along(sheet, view, (LEFT, top, width, end - top), (RIGHT - _CARD, below, _CARD, foot - below))
    if closed:
        _lower(sheet, before)


def _taken_along(sheet: Sheet, view: PublicView, area: Area, beside: Area) -> None:
    """Decisions, and the new actions below them; or below the next meeting, where there is room for more of them."""
    left, top, width, height = area
    end, lines = top + height, view.lines
    least = _kept_for(lines, len(view.results), height)
    reached = _results(Sheet(), view.results, top, end - least, width)
    if lines and shown_in(lines, beside) >= max(1, shown_below(lines, end - reached)):
        _results(sheet, view.results, top, end, width)
        actions_beside(sheet, lines, beside)
        return
    top = _results(sheet, view.results, top, end - least, width)
    actions_below(sheet, lines, (left, top, width, end - top))


def _lower(sheet: Sheet, first: int) -> None:
    """What little there is stands in the upper middle of the page, which has no ribbon any more."""
    kept, own = sheet.pieces[:first], sheet.pieces[first:]
    free = _PAGE_END - max(piece.area[1] + piece.area[3] for piece in own)
    by = max(0.0, free * 0.35)
    moved = [replace(one, area=(one.area[0], one.area[1] + by, *one.area[2:])) for one in own]
    sheet.pieces[:] = [*kept, *moved]


def _kept_for(lines: Sequence[PublicLine], decisions: int, height: float) -> float:
    """The room that decisions leave to new actions: for a few of them, if all decisions are shown even so; else to say
    how many there are.
    """
    if not lines:
        return 0.0
    around, gap = _ROOMS[-1]
    few = min(len(lines), _FEW) * ROW + _ROOMS[0][1] + _AFTER
    fits = decisions * (_tall(1, around) + gap) - gap <= height - few
    return few if fits else ROW + _ROOMS[0][1] + _AFTER


def _results(sheet: Sheet, results: tuple[PublicResult, ...], top: float, end: float, width: float) -> float:
    """Decisions as cards, each as tall as its text needs, while there is room; then how many more there are."""
    each, around, gap = _lines_each(results, end - top, width)
    for number, (one, lines) in enumerate(zip(results, each, strict=True)):
        left_over, tall = len(results) - number, _tall(lines, around)
        if top + tall + (ROW if left_over > 1 and lines == 1 else 0) > end:
            text = ngettext("and {count} more decision", "and {count} more decisions", left_over)
            sheet.line(LEFT + 70, top, width - 70, text.format(count=left_over), CAPTION)
            return top + ROW
        _decision(sheet, one, (LEFT, top, width, tall), lines)
        top += tall + gap
    return top + _AFTER


def _lines_each(
    results: tuple[PublicResult, ...], height: float, width: float
) -> tuple[list[int], float, float]:
    """How many lines of each decision are shown, so that as many decisions as possible are; and how much room there is
    in a card around the words, and between two cards.
    """
    fits = ((a, g) for a, g in _ROOMS if len(results) * (_tall(1, a) + g) - g <= height)
    around, gap = next(fits, _ROOMS[-1])
    each = [len(setting.wrap(one.text, _TEXT, width - 94, 3)) for one in results]
    while max(each, default=1) > 1 and sum(_tall(lines, around) + gap for lines in each) - gap > height:
        each[each.index(max(each))] -= 1
    return each, around, gap


def _tall(lines: int, around: float) -> float:
    return lines * _TEXT.leading + CAPTION.leading + around


def _decision(sheet: Sheet, shown: PublicResult, area: Area, lines: int) -> None:
    left, top, width, height = area
    around = height - _tall(lines, 0)
    agreed = shown.outcome in AGREED
    sheet.add(Box(area, "accent_soft" if agreed else "surface", "" if agreed else "line"))
    sheet.sign(left + 22, top + around / 2 + 1, 30, icon_of(shown.outcome), "accent" if agreed else "ink")
    end = sheet.words(left + 70, top + around / 2 - 2, width - 94, shown.text, _TEXT, lines)
    used = sheet.line(left + 70, end + 2, width - 94, shown.outcome_word, CAPTION_STRONG)
    if shown.lines:
        room = width - 106 - used
        sheet.line(left + 82 + used, end + 2, room, shown.lines[0], fitting(shown.lines[0], CAPTION, room))


def _again(sheet: Sheet, view: PublicView, left: float, top: float) -> float:
    """The card with when and with whom the coalition meets again, as tall as it needs to be; answers where it ends."""
    room, inner, at = left + 32, _CARD - 64, top + 28
    inside = Sheet()
    if view.next_meeting:
        inside.line(room, at, inner, _("Next meeting"), CAPTION_ACCENT)
        at = inside.fitted((room, at + 32, inner, 84), view.next_meeting, Style(34, theme.BOLD), 22) + 20
    for role, name in (
        (_("Facilitates"), view.next_facilitator),
        (_("Takes notes"), view.next_note_taker),
    ):
        if name:
            if at > top + 28:
                inside.rule(room, at, inner)
                at += 20
            at = _who(inside, role, name, (room, at, inner, 0)) + 20
    sheet.box((left, top, _CARD, at - top + 4))
    sheet.pieces += inside.pieces
    return at + 4


def _who(sheet: Sheet, role: str, name: str, area: Area) -> float:
    """Who does it next time, the organisation on a line of its own; answers where it ends."""
    left, top, width, _height = area
    person, _comma, organisation = name.partition(", ")
    sheet.disc(left, top + 2, 56, initials(person), "next")
    sheet.line(left + 72, top, width - 72, role, CAPTION_ACCENT)
    end = sheet.words(left + 72, top + CAPTION.leading, width - 72, person, Style(24, theme.STRONG), 2)
    end = sheet.words(left + 72, end, width - 72, organisation, CAPTION, 2)
    return max(end, top + 60)
