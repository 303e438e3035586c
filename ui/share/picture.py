"""From a public view to the picture that shows it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import lru_cache

from coalmeet.public import PublicSegment, PublicView, Stage
from coalmeet.text import _, language
from ui import theme
from ui.share.dial import dial
from ui.share.frame import headline
from ui.share.pieces import BarPlace, ClockPlace, Layout, Picture, Piece, Stretch, Style, mirrored
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


_STEP = 2.0  # by which a bar grows: as much as can be seen, so that few seconds paint it again


def picture(view: PublicView, *, from_right: bool = False) -> Picture:
    """All pieces of the picture, for those who read from the left or from the right."""
    return at_this_second(at_rest(view), view, from_right=from_right)


def at_this_second(rest: PublicView, view: PublicView, *, from_right: bool) -> Picture:
    """The same for one who knows already what of the view is `at_rest`."""
    return tuple(_going_on(_laid_out(rest, from_right, language()), view))


def at_rest(view: PublicView) -> PublicView:
    """The view without what goes on with each second: equal while nothing else happens."""
    clock = replace(view.clock, left_ms=0, digits="") if view.clock else None
    return replace(view, clock=clock, segments=tuple(_still(one) for one in view.segments))


def _still(segment: PublicSegment) -> PublicSegment:
    return replace(segment, part=0.0) if segment.state == "now" else segment


@lru_cache(maxsize=4)  # two windows, now and before: while only the clock goes on, nothing is laid out again
def _laid_out(view: PublicView, from_right: bool, _language: str) -> Layout:
    sheet = Sheet()
    headline(sheet, view)
    _STAGES[view.stage](sheet, view)
    if view.stage is not Stage.CLOSED:
        ribbon(sheet, view)
    done = tuple(sheet.pieces)
    return mirrored(done) if from_right else done


def _going_on(layout: Layout, view: PublicView) -> Iterator[Piece]:
    for piece in layout:
        if isinstance(piece, ClockPlace):
            if view.clock:
                yield from dial(view.clock, piece)
        elif isinstance(piece, BarPlace):
            used = next((one.part for one in view.segments if one.state == "now"), 0.0)
            steps = max(1, round(piece.area[2] / _STEP))
            yield Stretch(piece.area, round(used * steps) / steps, piece.tone)
        else:
            yield piece


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
    return tuple(piece for piece in sheet.pieces if not isinstance(piece, ClockPlace | BarPlace))
