"""An item in which people talk: its title large, what should be different afterwards, the clock at its largest."""

from __future__ import annotations

from coalmeet.public import PublicItem, PublicView
from coalmeet.text import _
from ui import theme
from ui.share import frame, setting
from ui.share.pieces import Style
from ui.share.sheet import BOTTOM, CAPTION, CAPTION_ACCENT, LEFT, TEXT, WIDTH, Sheet
from ui.share.stages.asking import asking
from ui.share.voices import now_and_next


def item(sheet: Sheet, view: PublicView) -> None:
    """Place the item, or the stack while somebody has the floor or waits for it."""
    if view.asking:
        asking(sheet, view)
        return
    width = frame.talking_clock(sheet, view)
    if view.item is None:  # between two items the sentence is all there is to say
        frame.title(sheet, view.sentence, 134, width)
    else:
        top = frame.heading(sheet, view, width, theme.SHARE_TITLE) + 20
        end = frame.next_line(sheet, view, _("Next"), WIDTH)  # the clock ends above it
        if any(turn.state == "now" for turn in view.turns):
            now_and_next(sheet, view.turns, (LEFT, end - 104, width, 104))
            end -= 120
        _outcome(sheet, view.item, top, end, width)
        return
    frame.next_line(sheet, view, _("Next"), WIDTH)


def _outcome(sheet: Sheet, shown: PublicItem, top: float, end: float, width: float) -> None:
    people, style = _people(shown), Style(CAPTION.size, theme.MEDIUM)
    rows = len(setting.wrap(people, style, width - 34, 2)) if people else 0
    if people:
        end -= 17 + rows * style.leading
    if shown.desired_outcome and end - top > 60:
        sheet.line(LEFT, top, width, _("What should be different afterwards"), CAPTION_ACCENT)
        top = (
            sheet.fitted(
                (LEFT, top + 32, width, end - top - 32), shown.desired_outcome, TEXT, theme.SHARE_LEAST
            )
            + 16
        )
    if people:
        top = min(top, BOTTOM - 30)
        sheet.sign(LEFT, top + 2, 22, "users", "ink2")
        sheet.words(LEFT + 34, top, width - 34, people, style, rows, ours=True)


def _people(shown: PublicItem) -> str:
    if shown.presenters and shown.brought_by and shown.brought_by not in shown.presenters:
        return _("{people}, for {organisation}").format(
            people=shown.presenters, organisation=shown.brought_by
        )
    return shown.presenters or shown.brought_by
