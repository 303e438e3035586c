"""A round: done is a tick, now is filled and says speaking, next is outlined; a proposal that is spoken of stays."""

from __future__ import annotations

from coalmeet.public import PublicView
from coalmeet.text import _
from ui import theme
from ui.share import frame
from ui.share.pieces import Style
from ui.share.proposal_text import proposal_text, text_height
from ui.share.sheet import BOTTOM, LEFT, WIDTH, Sheet
from ui.share.stages.themes import themes
from ui.share.voices import heard_row, now_and_next, voices

_FEW = 6
_WITH_ALL = 230.0  # room below a text in which all who are still to come can be named


def rounds(sheet: Sheet, view: PublicView) -> None:
    """Place the round."""
    if view.groups_until:
        _groups(sheet, view)
        return
    frame.small_clock(sheet, view.clock)
    spoken_of = view.proposal is not None and bool(view.proposal.text)
    caption = view.proposal.caption if view.proposal is not None and spoken_of else ""
    icon = "lock" if view.proposal and view.proposal.locked else "pencil"
    top = frame.heading(sheet, view, frame.BESIDE_SMALL, 44, caption, icon) + 12
    top = max(top, frame.UNDER_SMALL) if view.clock else top
    if spoken_of and view.proposal is not None:
        strip = BOTTOM - 104
        area = (LEFT, top, WIDTH, strip - 60 - top)
        below = top + text_height(view.proposal, WIDTH, strip - 60 - top) + 16
        proposal_text(sheet, view.proposal, area)
        if BOTTOM - below > _WITH_ALL:
            one_after_the_other(sheet, view, below)
            return
        heard_row(sheet, view.turns, strip - 48, WIDTH)
        now_and_next(sheet, view.turns, (LEFT, strip, WIDTH, 104))
        return
    if view.themes:
        strip = BOTTOM - 96
        themes(sheet, view.themes, (LEFT, top, WIDTH, strip - 16 - top))
        now_and_next(sheet, view.turns, (LEFT, strip, WIDTH, 96))
        return
    if all(turn.state in {"now", "next"} for turn in view.turns):  # a sweep calls two and names nobody else
        now_and_next(sheet, view.turns, (LEFT, top + 8, WIDTH, 112))
        return
    if len(view.turns) <= _FEW:
        voices(
            sheet,
            (LEFT, top + 8, WIDTH, BOTTOM - top - 8),
            view.turns,
            least_rows=2 if len(view.turns) == 4 else 3,
        )
        return
    one_after_the_other(sheet, view, top)


def _groups(sheet: Sheet, view: PublicView) -> None:
    """The time of return is the large thing, because it stays right even on a frozen picture."""
    width = frame.talking_clock(sheet, view)
    top = frame.heading(sheet, view, width, 44) + 28
    sheet.sign(LEFT, top + 2, 36, "users", "accent")
    words = Style(30, theme.STRONG, "accent")
    sheet.line(LEFT + 52, top, width - 52, _("Small groups. We are back together at"), words)
    size = min(150.0, (BOTTOM - top - 50) / 1.2)
    large = Style(size, theme.BOLD, tabular=True)
    sheet.words(LEFT - 4, top + 44, width, view.groups_until, large, 1)


def one_after_the_other(sheet: Sheet, view: PublicView, top: float) -> None:
    """Those heard as ticks, who speaks and who is next in a card, and below it who is still to come."""
    top = heard_row(sheet, view.turns, top, WIDTH) + 4
    if all(
        turn.state not in {"now", "next"} for turn in view.turns
    ):  # nobody is called: as they wish, by sign
        waiting = [turn for turn in view.turns if turn.state not in {"heard", "passed"}]
        voices(sheet, (LEFT, top + 8, WIDTH, BOTTOM - top - 8), waiting)
        return
    now_and_next(sheet, view.turns, (LEFT, top, WIDTH, 96))
    rest = [turn for turn in view.turns if turn.state not in {"heard", "passed", "now", "next"}]
    voices(sheet, (LEFT, top + 110, WIDTH, BOTTOM - top - 110), rest)
