"""The consent round: who has answered, never what, until all have; then everything at once. Below, what one can say."""

from __future__ import annotations

from collections.abc import Sequence

from coalmeet.public import PublicTurn, PublicView
from coalmeet.text import _
from ui import theme
from ui.share import frame, setting
from ui.share.pieces import Area, Box, Style
from ui.share.plain_people import thanks
from ui.share.proposal_text import QUIET
from ui.share.reveal import answered, consents, revealed, still_asked
from ui.share.sheet import BOTTOM, CAPTION, CAPTION_STRONG, LEFT, RIGHT, SENTENCE, WIDTH, Sheet
from ui.share.voices import have_room, now_and_next, voices

_COUNT = Style(24, theme.STRONG)  # how many consent, once all have answered
_FOOT, _CARD = 56.0, 84.0
_VOICE, _CALLED = 56.0, 120.0  # a row of voices; who is called, and one row of those who come after


def consent(sheet: Sheet, view: PublicView) -> None:
    """Place the consent round."""
    frame.small_clock(sheet, view.clock)
    turns = revealed(view.turns)
    text = view.proposal.text if view.proposal else ""
    caption = view.proposal.caption if view.proposal else ""
    top = frame.chip_row(sheet, view, frame.BESIDE_SMALL, caption)
    foot = _foot(sheet, view, turns)
    least = min(_CALLED, _VOICE * -(-len(turns) // 3))
    top = _text(sheet, text, top, foot + 60 + least) + 12
    if view.proposal and view.proposal.second:
        top = sheet.words(LEFT, top, WIDTH, view.proposal.second, CAPTION, 2) + 8
    standing = _standing(view, turns)
    asked = _COUNT if any(turn.answer for turn in turns) else SENTENCE
    style = next((one for one in _smaller(asked) if setting.width_of(standing, one) <= WIDTH), CAPTION)
    top = sheet.words(LEFT, top, WIDTH, standing, style, 2) + 10
    _voices(sheet, turns, (LEFT, top, WIDTH, BOTTOM - foot - top))


def _smaller(style: Style) -> list[Style]:
    return [setting.at_size(style, size) for size in setting.sizes(style.size, CAPTION.size)]


def _voices(sheet: Sheet, turns: Sequence[PublicTurn], area: Area) -> None:
    """All of them, each with a word for how it stands. Where there is no room for that: those who said more than yes,
    or who is asked now and next, and below them who is still to be asked.
    """
    left, top, width, height = area
    if not have_room(turns, area) and any(turn.answer for turn in turns):
        telling = [turn for turn in turns if turn.answer not in {"consent", "yes"}]
        voices(sheet, area, telling, consent=True)
    elif not have_room(turns, area) and any(turn.state == "now" for turn in turns):
        now_and_next(sheet, turns, (left, top, width, _CARD))
        rest = [turn for turn in turns if turn.state == "waiting"]
        voices(sheet, (left, top + _CARD + 8, width, height - _CARD - 8), rest, consent=True)
    else:
        voices(sheet, area, turns, consent=True)


def _text(sheet: Sheet, text: str, top: float, least: float) -> float:
    """The text to consent to, beside the clock: large if it is short, and leaving `least` for the voices if not."""
    words, style = (
        (text, Style(36, theme.STRONG)) if text else (_("There is no text yet. We write it together."), QUIET)
    )
    room = frame.UNDER_SMALL - 10 - top
    chosen, lines = setting.fitted(words, style, frame.BESIDE_SMALL, room, 26)
    if len(setting.wrap(words, chosen, frame.BESIDE_SMALL, lines + 1)) <= lines:
        sheet.words(LEFT, top, frame.BESIDE_SMALL, words, chosen, lines)
        return top + room
    room = BOTTOM - least - top
    end = sheet.fitted((LEFT, top, frame.BESIDE_SMALL, room), words, Style(24, theme.MEDIUM))
    return max(frame.UNDER_SMALL - 10, end)


def _standing(view: PublicView, turns: Sequence[PublicTurn]) -> str:
    here = [turn for turn in turns if turn.state != "away"]
    if view.tally and here and all(turn.answer for turn in here):
        return _("Everyone has answered: {count}").format(count=view.tally)
    if here and all(turn.answer for turn in here):
        return _("Everyone has answered: {count} of {all} consent.").format(
            count=consents(here), all=len(here)
        )
    asked = " ".join(part for part in (view.sentence, view.tally) if part)
    return _("{sentence} {answered} of {all} have answered.").format(
        sentence=asked, answered=answered(turns), all=len(here)
    )


def _foot(sheet: Sheet, view: PublicView, turns: Sequence[PublicTurn]) -> float:
    area: Area = (LEFT, BOTTOM - _FOOT, WIDTH, _FOOT)
    objections = sum(1 for turn in turns if turn.answer == "objection")
    if any(turn.answer for turn in turns):
        if not objections:
            return 0.0
        sheet.add(Box(area, "surface", "ink"))
        sheet.sign(LEFT + 24, BOTTOM - 40, 24, "hand", "ink")
        sheet.line(LEFT + 62, BOTTOM - 43, WIDTH - 86, thanks(objections), Style(22, theme.STRONG))
        return _FOOT + 12
    if not view.can_say or not still_asked(turns):
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
