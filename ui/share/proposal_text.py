"""The text of a proposal on a sheet, with its changes, as large as it fits; who brought it and why."""

from __future__ import annotations

from coalmeet.public import PublicPiece, PublicProposal
from coalmeet.text import _
from ui import theme
from ui.share import setting
from ui.share.pieces import Area, Style
from ui.share.sheet import CAPTION, SMALL, TEXT, Sheet

_BROUGHT = Style(CAPTION.size, theme.MEDIUM, "ink2")
SECOND = 3  # lines that a second language may take; the binding text is the large one
QUIET = Style(TEXT.size, tone="ink2")


def proposal_text(sheet: Sheet, proposal: PublicProposal, area: Area, style: Style = TEXT) -> float:
    """The text with its changes; a sentence where there is none yet. Answers where it ends."""
    if not proposal.text.strip():
        return sheet.fitted(area, _("There is no text yet. We write it together."), QUIET)
    if any(piece.kind != "same" for piece in proposal.pieces) and _changed(proposal.pieces):
        return sheet.changes(area, proposal.pieces, style)
    return sheet.fitted(area, proposal.text, style)


def _changed(pieces: tuple[PublicPiece, ...]) -> bool:
    """Whether it is a change of an earlier text: a first version is not all underlined."""
    return any(piece.kind in {"same", "removed"} for piece in pieces)


def text_height(proposal: PublicProposal, width: float, room: float) -> float:
    """How tall the text will be in this room, before it is placed."""
    return proposal_text(Sheet(), proposal, (0, 0, width, room))


def background(sheet: Sheet, proposal: PublicProposal, left: float, top: float, width: float) -> None:
    """Who brought it and why, below a line."""
    if not background_height(proposal, width):
        return
    sheet.rule(left, top + 24, width)
    top = sheet.words(left, top + 36, width, proposal.second, CAPTION, SECOND)
    top = sheet.words(left, top, width, _need(proposal), _need_style(proposal, width), 2)
    brought = (
        _("Brought by {organisation}").format(organisation=proposal.brought_by) if proposal.brought_by else ""
    )
    sheet.line(left, top, width, brought, _BROUGHT)


def background_height(proposal: PublicProposal, width: float) -> float:
    """How tall that will be, the room above it included; 0 when nothing is known."""
    style, need = _need_style(proposal, width), _need(proposal)
    tall = len(setting.wrap(need, style, width, 2)) * style.leading if need else 0
    if proposal.second:
        tall += len(setting.wrap(proposal.second, CAPTION, width, SECOND)) * CAPTION.leading
    tall += _BROUGHT.leading if proposal.brought_by else 0
    return tall + 32.0 if tall else 0.0


def _need(proposal: PublicProposal) -> str:
    return _("The need behind it: {need}").format(need=proposal.need) if proposal.need else ""


def _need_style(proposal: PublicProposal, width: float) -> Style:
    """A little smaller, if that spares a second line with one word in it."""
    need = _need(proposal)
    return SMALL if setting.width_of(need, SMALL) <= width < setting.width_of(need, CAPTION) else CAPTION
