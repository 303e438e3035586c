"""An objection as what it is, a gift: a plain card in ink with its reason, beside the text that takes it up."""

from __future__ import annotations

from collections.abc import Sequence

from coalmeet.public import PublicObjection, PublicView
from coalmeet.text import _, ngettext
from ui import theme
from ui.share import frame, setting
from ui.share.pieces import Area, Box, Style
from ui.share.proposal_text import proposal_text
from ui.share.sheet import BOTTOM, CAPTION, CAPTION_STRONG, LEFT, SMALL, TEXT, WIDTH, Sheet

_GAP, _BETWEEN, _MOST = 24.0, 12.0, 2
_ONE, _SEVERAL = 476.0, 560.0  # how wide the cards are: several need the width, one has the height
_HEAD = Style(24, theme.BOLD)
_REASON = Style(24, theme.MEDIUM)
_AROUND, _GROUND = 48.0, SMALL.leading + 4  # what a card needs besides its reason
_HEAD_SMALL = Style(22, theme.BOLD)


def integrating(sheet: Sheet, view: PublicView) -> None:
    """Place the objections and the text side by side."""
    frame.small_clock(sheet, view.clock)
    top = frame.heading(sheet, view, frame.BESIDE_SMALL, 40) + 14
    top = max(top, frame.UNDER_SMALL) if view.clock else top
    card = _SEVERAL if len(view.objections) > 1 else _ONE
    left = LEFT + (card + _GAP if view.objections else 0)
    _objections(sheet, view, top, card)
    _text(sheet, view, (left, top, LEFT + WIDTH - left, BOTTOM - top))


def _objections(sheet: Sheet, view: PublicView, top: float, width: float) -> None:
    if not view.objections:
        return
    shown, size, needs = _chosen(view.objections, top, width)
    count, more = len(view.objections), len(view.objections) - len(shown)
    end = BOTTOM - (CAPTION.leading if more else 0)
    free = end - top - _BETWEEN * (len(shown) - 1)
    for at, (objection, need) in enumerate(zip(shown, needs, strict=True)):
        head = _("Objection {number} of {count}").format(number=at + 1, count=count)
        spare = max(0.0, (free - sum(needs)) / len(shown))
        height = need + spare
        _card(
            sheet,
            objection,
            head if count > 1 else _("Objection"),
            (LEFT, top, width, height),
            min(16.0, spare / 2),
            size,
        )
        top += height + _BETWEEN
    if more:
        text = ngettext("and {count} more", "and {count} more", more).format(count=more)
        sheet.line(LEFT + 28, end + 2, width, text, CAPTION)


def _chosen(
    objections: Sequence[PublicObjection], top: float, width: float
) -> tuple[Sequence[PublicObjection], float, list[float]]:
    """All objections if their reasons can be read in the call, else the first two; the size of letters, and how tall
    each card must be.
    """
    free = BOTTOM - top - _BETWEEN * (len(objections) - 1)
    size, needs = _needs(objections, free, width)
    if len(objections) <= _MOST or (size >= CAPTION.size and sum(needs) <= free):
        return objections, size, needs
    free = BOTTOM - CAPTION.leading - top - _BETWEEN * (_MOST - 1)
    return objections[:_MOST], *_needs(objections[:_MOST], free, width)


def _needs(shown: Sequence[PublicObjection], free: float, width: float) -> tuple[float, list[float]]:
    """The largest size of letters in which all reasons fit, and how tall each card must be then."""
    needs: list[float] = []
    size = float(theme.SHARE_LEAST)
    for size in setting.sizes(_REASON.size, theme.SHARE_LEAST):
        style = setting.at_size(_REASON, size)
        rows = [len(setting.wrap(_reason(one), style, width - 48)) for one in shown]
        needs = [
            _AROUND + (_GROUND if one.ground else 0) + style.leading * count
            for one, count in zip(shown, rows, strict=True)
        ]
        if sum(needs) <= free:
            return size, needs
    return size, [need * free / sum(needs) for need in needs]


def _reason(objection: PublicObjection) -> str:
    return objection.reason or _("The reason follows; everyone helps to find the words.")


def _card(sheet: Sheet, objection: PublicObjection, head: str, area: Area, spare: float, size: float) -> None:
    """One objection; alone it is as large as the text beside it, of several none is larger than another."""
    left, top, width, height = area
    sheet.add(Box(area, "surface", "ink"))
    roomy = height > 240
    style = _HEAD if roomy else _HEAD_SMALL
    room, inner, at = left + 24, width - 48, top + (22 if roomy else 9 + spare)
    sheet.sign(room, at + 3, 24, "hand", "ink")
    used = sheet.line(room + 36, at, inner - 36, head, style)
    if not roomy:
        sheet.line(room + 48 + used, at + 3, inner - 48 - used, objection.who, CAPTION, "end")
    foot = _foot(sheet, objection, room, inner, top + height - 18) if roomy else 6.0
    at += style.leading + (10 if roomy else 1)
    ground = _GROUND + (8 if roomy else 0) if objection.ground else 0
    words = Style(theme.SHARE_TEXT if roomy else size, theme.MEDIUM, "ink" if objection.reason else "ink2")
    end = sheet.fitted(
        (room, at, inner, max(24.0, top + height - foot - at - ground)), _reason(objection), words
    )
    sheet.line(room, end + 2, inner, objection.ground, CAPTION if roomy else SMALL)


def _foot(sheet: Sheet, objection: PublicObjection, left: float, width: float, end: float) -> float:
    lines = [text for text in (objection.who, objection.standing) if text]
    if not lines:
        return 0.0
    tall = CAPTION.leading * len(lines)
    top = end - tall
    sheet.rule(left, top - 12, width)
    for at, text in enumerate(lines):
        style = Style(20, theme.STRONG) if text == objection.who else CAPTION
        sheet.line(left, top + at * CAPTION.leading, width, text, style)
    return tall + 30


def _text(sheet: Sheet, view: PublicView, area: Area) -> None:
    left, top, width, height = area
    sheet.box(area)
    if view.proposal is None:
        return
    room, inner, at = left + 28, width - 56, top + 22
    sheet.sign(room, at + 4, 24, "lock" if view.proposal.locked else "pencil", "accent")
    sheet.line(
        room + 36, at, inner - 36, view.proposal.caption, setting.at_size(Style(24, theme.BOLD, "accent"), 24)
    )
    at += _HEAD.leading + 12
    said = [*_who_works(view.objections), _("Then everyone is asked again.")]
    foot = CAPTION.leading * len(said) + 34
    proposal_text(sheet, view.proposal, (room, at, inner, top + height - foot - at), TEXT)
    at = top + height - foot
    sheet.rule(room, at, inner)
    for number, text in enumerate(said):
        style = CAPTION if number == len(said) - 1 else CAPTION_STRONG
        sheet.line(room, at + 14 + number * CAPTION.leading, inner, text, style)


def _who_works(objections: Sequence[PublicObjection]) -> list[str]:
    """Who works on it, where several cards have no room to say so each; one says it itself."""
    return (
        list(dict.fromkeys(one.standing for one in objections if one.standing)) if len(objections) > 1 else []
    )
