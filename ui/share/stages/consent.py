"""The consent round: who has answered, never what, until all have; then everything at once. Below, what one can say."""

from __future__ import annotations

from collections.abc import Sequence

from coalmeet.public import PublicTurn, PublicView
from coalmeet.text import _, ngettext
from ui import theme
from ui.share import frame, setting
from ui.share.pieces import Area, Box, Style
from ui.share.proposal_text import QUIET
from ui.share.reveal import answered, revealed
from ui.share.sheet import BOTTOM, CAPTION, CAPTION_STRONG, LEFT, RIGHT, WIDTH, Sheet
from ui.share.voices import voices

_FOOT = 56.0


def consent(sheet: Sheet, view: PublicView) -> None:
    """Place the consent round."""
    frame.small_clock(sheet, view.clock)
    turns = revealed(view.turns)
    text = view.proposal.text if view.proposal else ""
    caption = view.proposal.caption if view.proposal else ""
    top = frame.chip_row(sheet, view, frame.BESIDE_SMALL, caption)
    top = _text(sheet, text, top, len(turns)) + 12
    end = BOTTOM - _foot(sheet, view, turns)
    top = sheet.words(LEFT, top, WIDTH, _standing(view, turns), CAPTION, 2) + 8
    voices(sheet, (LEFT, top, WIDTH, end - top), turns, consent=True)


def _text(sheet: Sheet, text: str, top: float, voices_there: int) -> float:
    """The text to consent to: beside the small clock if it is short, across the window if it is long."""
    style = Style(32, theme.STRONG)
    beside = frame.UNDER_SMALL - 8 - top
    if not text:
        return sheet.fitted(
            (LEFT, top, frame.BESIDE_SMALL, beside), _("There is no text yet. We write it together."), QUIET
        )
    chosen, lines = setting.fitted(text, style, frame.BESIDE_SMALL, beside, 24)
    if len(setting.wrap(text, chosen, frame.BESIDE_SMALL, lines + 1)) <= lines:
        return max(frame.UNDER_SMALL - 10, sheet.words(LEFT, top, frame.BESIDE_SMALL, text, chosen, lines))
    most = 330.0 if voices_there <= 12 else 240.0
    return sheet.fitted((LEFT, frame.UNDER_SMALL, WIDTH, most - 90), text, Style(26, theme.MEDIUM))


def _standing(view: PublicView, turns: Sequence[PublicTurn]) -> str:
    here = [turn for turn in turns if turn.state != "away"]
    if here and all(turn.answer for turn in here):
        return _("Everyone has answered: {count} of {count}.").format(count=len(here))
    return _("{sentence} {answered} of {all} have answered.").format(
        sentence=view.sentence, answered=answered(turns), all=len(here)
    )


def _foot(sheet: Sheet, view: PublicView, turns: Sequence[PublicTurn]) -> float:
    area: Area = (LEFT, BOTTOM - _FOOT, WIDTH, _FOOT)
    objections = sum(1 for turn in turns if turn.answer == "objection")
    if any(turn.answer for turn in turns):
        if not objections:
            return 0.0
        sheet.add(Box(area, "surface", "ink"))
        sheet.sign(LEFT + 24, BOTTOM - 40, 24, "hand", "ink")
        thanks = ngettext(
            "{count} objection. Thank you: now we find out what the text has missed.",
            "{count} objections. Thank you: now we find out what the text has missed.",
            objections,
        ).format(count=objections)
        sheet.line(LEFT + 62, BOTTOM - 43, WIDTH - 86, thanks, Style(22, theme.STRONG))
        return _FOOT + 12
    if not view.can_say:
        return 0.0
    sheet.box(area)
    left = LEFT + 24 + sheet.line(LEFT + 24, BOTTOM - 41, 200, _("You can say"), CAPTION_STRONG) + 28
    _sayings(sheet, view.can_say, left, BOTTOM - 41)
    return _FOOT + 12


def _sayings(sheet: Sheet, sayings: tuple[str, ...], left: float, top: float) -> None:
    free = RIGHT - 24 - left - sum(setting.width_of(text, CAPTION) for text in sayings)
    gap = max(16.0, min(48.0, free / max(1, len(sayings) - 1)))
    for at, text in enumerate(sayings):
        if at:
            sheet.rule(left - gap / 2 - 1, top + 5, 2, "line", 18)
        left += sheet.line(left, top, max(40.0, RIGHT - 24 - left), text, CAPTION) + gap
