"""Who stands in for a facilitator or a note taker that is not there: by credit, among those who came."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from coalmeet.meeting.rotation import Standing
from coalmeet.meeting.rotation_words import HUNDREDTHS, turns
from coalmeet.text import _


def stand_in(order: Sequence[Standing], here: Collection[str]) -> Standing | None:
    """The organisation to ask, of those here; None where none of them takes the role.

    The most credit goes first, whoever was expected: they came. One that asked to be skipped, and whose pass is not
    over, is asked only where all of them did. `order` is that of this meeting, for ties.
    """
    able = [one for one in order if one.facilitates and one.organisation.id in here]
    willing = [one for one in able if not one.wait] or able
    free = [one for one in willing if not one.leads] or willing
    return max(free, key=lambda one: one.credit, default=None)


def why_stand_in(order: Sequence[Standing], here: Collection[str]) -> str:
    """Why this organisation is asked to stand in, in a sentence; "" where there is nobody to ask."""
    chosen = stand_in(order, here)
    if chosen is None:
        return ""
    name = chosen.organisation.name
    others = [one for one in order if one.facilitates and one.organisation.id in here and one != chosen]
    if not others:
        return _("{name} is the only one here that can.").format(name=name)
    credit = turns(round(chosen.credit * HUNDREDTHS))
    if any(one.credit == chosen.credit for one in others):
        return _("{name} comes first of those here, with a credit of {credit}.").format(
            name=name, credit=credit
        )
    if any(one.credit > chosen.credit for one in others):
        return _("{name} has most credit of those here that are free: {credit}.").format(
            name=name, credit=credit
        )
    return _("{name} has most credit of those who came: {credit}.").format(name=name, credit=credit)
