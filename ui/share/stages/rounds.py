"""A round: done is a tick, now is filled and says speaking, next is outlined; a proposal that is spoken of stays."""

from __future__ import annotations

from coalmeet.public import PublicView
from ui.share import frame
from ui.share.proposal_text import proposal_text
from ui.share.sheet import BOTTOM, LEFT, WIDTH, Sheet
from ui.share.voices import heard_row, now_and_next, voices

_FEW = 6


def rounds(sheet: Sheet, view: PublicView) -> None:
    """Place the round."""
    frame.small_clock(sheet, view.clock)
    spoken_of = view.proposal is not None and bool(view.proposal.text)
    caption = view.proposal.caption if view.proposal is not None and spoken_of else ""
    icon = "lock" if view.proposal and view.proposal.locked else "pencil"
    top = frame.heading(sheet, view, frame.BESIDE_SMALL, 44, caption, icon) + 12
    top = max(top, frame.UNDER_SMALL) if view.clock else top
    if spoken_of and view.proposal is not None:
        strip = BOTTOM - 104
        proposal_text(sheet, view.proposal, (LEFT, top, WIDTH, strip - 60 - top))
        heard_row(sheet, view.turns, strip - 48, WIDTH)
        now_and_next(sheet, view.turns, (LEFT, strip, WIDTH, 104))
        return
    if len(view.turns) <= _FEW:
        voices(
            sheet,
            (LEFT, top + 8, WIDTH, BOTTOM - top - 8),
            view.turns,
            least_rows=2 if len(view.turns) == 4 else 3,
        )
        return
    _many(sheet, view, top)


def _many(sheet: Sheet, view: PublicView, top: float) -> None:
    top = heard_row(sheet, view.turns, top, WIDTH) + 4
    now_and_next(sheet, view.turns, (LEFT, top, WIDTH, 96))
    rest = [turn for turn in view.turns if turn.state not in {"heard", "passed", "now", "next"}]
    voices(sheet, (LEFT, top + 110, WIDTH, BOTTOM - top - 110), rest)
