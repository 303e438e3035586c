"""The break: the time of return is the large thing, because it stays right even on a frozen picture."""

from __future__ import annotations

from coalmeet.public import ClockState, PublicView
from coalmeet.text import _
from ui import theme
from ui.share import frame, setting
from ui.share.pieces import Style
from ui.share.sheet import LEFT, SENTENCE, Sheet


def pause(sheet: Sheet, view: PublicView) -> None:
    """Place the break."""
    # The clock of an item that the break interrupts stands still: beside the time of return it would only confuse.
    clock = view.clock if view.clock and view.clock.state is not ClockState.PAUSED else None
    frame.large_clock(sheet, clock, 150)
    width = frame.BESIDE_RING if clock else frame.BESIDE_SMALL
    words = Style(36, theme.STRONG, "accent")
    sheet.sign(LEFT, 170, 40, "coffee", "accent")
    if view.return_time:
        back = _("We go on") if view.another_day else _("Break. We are back at")
        sheet.line(LEFT + 56, 168, width - 56, back, words)
        # A time alone is as large as can be; with its day it takes the size in which one line holds both.
        time, _lines = setting.fitted(view.return_time, Style(200, theme.BOLD, tabular=True), width, 1, 72)
        bottom = sheet.words(LEFT - 6, 214, width, view.return_time, time, 1)
    else:
        alone = _("We go on another day") if view.another_day else _("Break")
        bottom = sheet.words(LEFT + 56, 168, width - 56, alone, words, 1) + 24
    sheet.words(LEFT, bottom - 2, width, view.sentence, SENTENCE, 2)
    frame.next_line(sheet, view, _("Then"), width)
