"""An objection as what it is, a gift: a plain card in ink with its reason, beside the text that takes it up."""

from __future__ import annotations

from coalmeet.public import PublicObjection, PublicView
from coalmeet.text import _, ngettext
from ui import theme
from ui.share import frame, setting
from ui.share.pieces import Area, Box, Style
from ui.share.proposal_text import proposal_text
from ui.share.sheet import BOTTOM, CAPTION, LEFT, SMALL, TEXT, WIDTH, Sheet

_CARD, _GAP, _MOST = 452.0, 24.0, 3
_HEAD = Style(24, theme.BOLD)


def integrating(sheet: Sheet, view: PublicView) -> None:
    """Place the objections and the text side by side."""
    frame.small_clock(sheet, view.clock)
    top = frame.heading(sheet, view, frame.BESIDE_SMALL, 40) + 14
    top = max(top, frame.UNDER_SMALL) if view.clock else top
    shown = view.objections[:_MOST]
    _objections(sheet, view, top)
    left = LEFT + (_CARD + _GAP if shown else 0)
    _text(sheet, view, (left, top, LEFT + WIDTH - left, BOTTOM - top))


def _objections(sheet: Sheet, view: PublicView, top: float) -> None:
    shown, count = view.objections[:_MOST], len(view.objections)
    if not shown:
        return
    more = count - len(shown)
    end = BOTTOM - (32 if more else 0)
    height = (end - top - 12 * (len(shown) - 1)) / len(shown)
    for at, objection in enumerate(shown):
        head = (
            _("Objection {number} of {count}").format(number=at + 1, count=count)
            if count > 1
            else _("Objection")
        )
        _card(sheet, objection, head, (LEFT, top + at * (height + 12), _CARD, height))
    if more:
        text = ngettext("and {count} more", "and {count} more", more).format(count=more)
        sheet.line(LEFT + 28, end + 6, _CARD, text, CAPTION)


def _card(sheet: Sheet, objection: PublicObjection, head: str, area: Area) -> None:
    left, top, width, height = area
    sheet.add(Box(area, "surface", "ink"))
    roomy = height > 190
    room, inner = left + 28, width - 56
    at = top + (22 if roomy else 12)
    sheet.sign(room, at + 3, 26, "hand", "ink")
    used = sheet.line(room + 38, at, inner - 38, head, _HEAD)
    if objection.who and not roomy:
        sheet.line(room + 38 + used + 12, at + 4, inner - 50 - used, objection.who, SMALL)
    foot = _foot(sheet, objection, room, inner, top + height - 18) if roomy else 0.0
    at += _HEAD.leading + (10 if roomy else 2)
    reason = objection.reason or _("The reason follows; everyone helps to find the words.")
    style = Style(24, theme.MEDIUM, "ink" if objection.reason else "ink2")
    end = sheet.fitted(
        (room, at, inner, max(24.0, top + height - 12 - foot - at - (30 if objection.ground else 0))),
        reason,
        style,
    )
    if objection.ground and end + 26 <= top + height - foot:
        sheet.line(room, end + 4, inner, objection.ground, CAPTION if roomy else SMALL)


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
    foot = CAPTION.leading + 34
    proposal_text(sheet, view.proposal, (room, at, inner, top + height - foot - at), TEXT)
    sheet.rule(room, top + height - foot, inner)
    sheet.line(room, top + height - foot + 14, inner, _("Then everyone is asked again."), CAPTION)
