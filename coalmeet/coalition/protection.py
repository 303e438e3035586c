"""Protected voices that are looked at again: who has one is a decision, so each review is an item of an agenda."""

from __future__ import annotations

from coalmeet.coalition.plan import PlannedItem
from coalmeet.coalition.waiting import Waiting
from coalmeet.text import _

MINUTES = 10  # for one organisation; nobody has to use them


def topic_of(organisation: str) -> str:
    """The topic under which all reviews of one organisation's protected voice stand."""
    return f"protected-{organisation}"


def item_for(one: Waiting, item_id: str) -> PlannedItem:
    """The item that asks whether an organisation (`one` is its review that waits) keeps its protected voice."""
    return PlannedItem(
        id=item_id,
        position=0,
        title=_("Protected voice of {name}").format(name=one.title),
        label="decision",
        minutes=MINUTES,
        desired_outcome=_("We know whether {name} keeps its protected voice.").format(name=one.title),
        proposal=_("{name} keeps its protected voice for another year.").format(name=one.title),
        topic=topic_of(one.id),
    )
