"""The text of a proposal on a sheet, with its changes, as large as it fits; who brought it and why."""

from __future__ import annotations

from coalmeet.public import PublicPiece, PublicProposal
from coalmeet.text import _
from ui import theme
from ui.share import setting
from ui.share.pieces import Area, Style
from ui.share.sheet import CAPTION, SMALL, TEXT, Sheet

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


def background(sheet: Sheet, proposal: PublicProposal, left: float, end: float, width: float) -> float:
    """Who brought it and why, at the foot of a card that ends there; answers where it begins."""
    need = _("The need behind it: {need}").format(need=proposal.need) if proposal.need else ""
    brought = (
        _("Brought by {organisation}").format(organisation=proposal.brought_by) if proposal.brought_by else ""
    )
    if not need and not brought:
        return end
    strong = Style(CAPTION.size, theme.MEDIUM, "ink2")
    style = SMALL if setting.width_of(need, SMALL) <= width < setting.width_of(need, CAPTION) else CAPTION
    tall = len(setting.wrap(need, style, width, 2)) * style.leading if need else 0
    top = end - tall - (strong.leading if brought else 0)
    sheet.rule(left, top - 16, width)
    sheet.line(left, sheet.words(left, top, width, need, style, 2), width, brought, strong)
    return top - 16
