"""From a public view to the picture that shows it."""

from __future__ import annotations

from collections.abc import Callable

from coalmeet.public import PublicView, Stage
from coalmeet.text import _
from ui import theme
from ui.share.frame import headline
from ui.share.pieces import Picture, Style, mirrored
from ui.share.ribbon import ribbon
from ui.share.sheet import LEFT, WIDTH, Sheet
from ui.share.stages.closing import closing
from ui.share.stages.consent import consent
from ui.share.stages.integrating import integrating
from ui.share.stages.item import item
from ui.share.stages.pause import pause
from ui.share.stages.proposal import proposal
from ui.share.stages.result import result
from ui.share.stages.rounds import rounds
from ui.share.stages.selection import selection
from ui.share.stages.temperature import temperature
from ui.share.stages.welcome import welcome
from ui.share.stages.work_plan import work_plan

_STAGES: dict[Stage, Callable[[Sheet, PublicView], None]] = {
    Stage.WELCOME: welcome,
    Stage.TEMPERATURE: temperature,
    Stage.ITEM: item,
    Stage.ROUND: rounds,
    Stage.PROPOSAL: proposal,
    Stage.CONSENT: consent,
    Stage.VOTE: consent,
    Stage.SELECTION: selection,
    Stage.INTEGRATING: integrating,
    Stage.RESULT: result,
    Stage.WORK_PLAN: work_plan,
    Stage.BREAK: pause,
    Stage.CLOSING: closing,
    Stage.CLOSED: closing,
}


def picture(view: PublicView, *, from_right: bool = False) -> Picture:
    """All pieces of the picture, for those who read from the left or from the right."""
    sheet = Sheet()
    headline(sheet, view)
    _STAGES[view.stage](sheet, view)
    if view.stage is not Stage.CLOSED:
        ribbon(sheet, view)
    done = tuple(sheet.pieces)
    return mirrored(done) if from_right else done


def nothing() -> Picture:
    """Nothing of any meeting: only a sentence, so that nobody thinks that something broke."""
    sheet = Sheet()
    sheet.words(
        LEFT,
        theme.SHARE_HEIGHT / 2 - 16,
        WIDTH,
        _("Nothing is shown just now."),
        Style(24, tone="ink3"),
        1,
        "middle",
    )
    return tuple(sheet.pieces)
