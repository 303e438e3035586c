"""The text of a proposal on a sheet, with its changes, as large as it fits; who brought it and why."""

from __future__ import annotations

from coalmeet.public import PublicPiece, PublicProposal
from coalmeet.text import _
from ui import theme
from ui.share.pieces import Area, Style
from ui.share.sheet import CAPTION, TEXT, Sheet

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


def background(sheet: Sheet, proposal: PublicProposal, left: float, top: float, width: float) -> float:
    """Who brought it and why, in two lines at most each; answers where it ends."""
    if proposal.need:
        need = _("The need behind it: {need}").format(need=proposal.need)
        top = sheet.words(left, top, width, need, CAPTION, 2) + 4
    if proposal.brought_by:
        brought = _("Brought by {organisation}").format(organisation=proposal.brought_by)
        top = sheet.words(left, top, width, brought, Style(CAPTION.size, theme.MEDIUM, "ink2"), 1)
    return top
