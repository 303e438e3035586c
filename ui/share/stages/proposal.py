"""A proposal while it is presented, asked about and amended: the text is the large thing, with what changed in it."""

from __future__ import annotations

from coalmeet.public import PublicView
from ui.share import frame
from ui.share.proposal_text import background, background_height, proposal_text, text_height
from ui.share.sheet import BOTTOM, LEFT, WIDTH, Sheet
from ui.share.voices import now_and_next


def proposal(sheet: Sheet, view: PublicView) -> None:
    """Place the proposal."""
    frame.small_clock(sheet, view.clock)
    text = view.proposal
    caption = text.caption if text else ""
    icon = "lock" if text and text.locked else "pencil"
    top = frame.heading(sheet, view, frame.BESIDE_SMALL, 44, caption, icon) + 16
    top = max(top, frame.UNDER_SMALL) if view.clock else top
    end = BOTTOM
    if any(turn.state == "now" for turn in view.turns):
        now_and_next(sheet, view.turns, (LEFT, end - 104, WIDTH, 104))
        end -= 116
    if text is None:
        return
    foot = background_height(text, WIDTH - 64)
    room = end - top - 48 - foot
    tall = text_height(text, WIDTH - 64, room)
    sheet.box((LEFT, top, WIDTH, 48 + tall + foot))
    proposal_text(sheet, text, (LEFT + 32, top + 24, WIDTH - 64, room))
    background(sheet, text, LEFT + 32, top + 24 + tall, WIDTH - 64)
