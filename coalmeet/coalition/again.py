"""A decision that comes back to an agenda: its words are the draft, and the item names it."""

from __future__ import annotations

from collections.abc import Sequence

from coalmeet.coalition.decision import Decision
from coalmeet.coalition.plan import PlannedItem
from coalmeet.text import _

MINUTES = 10
_SHORT = 80  # characters of its words in the title of an item
_STAY_FIRST = ("opening", "temperature", "work_plan")  # what every meeting begins with


def again(state: str, one: Decision, item: str, topic: str = "") -> PlannedItem:
    """The item that takes a decision up again; `state` is why (recommended, reopened, or a review), `item` its id.

    It is of the same kind and brought by the same member: who must be heard, and how it is decided, stays as it was.
    """
    words = one.text
    short = words if len(words) <= _SHORT else words[: _SHORT - 1].rsplit(" ", 1)[0] + "…"
    titles = {
        "recommended": _("Decide what was recommended: {words}"),
        "reopened": _("Repair with the objection: {words}"),
    }
    outcomes = {
        "recommended": _("It is decided, now that enough are here"),
        "reopened": _("We have a text that answers the objection"),
    }
    return PlannedItem(
        item,
        0,
        "",
        titles.get(state, _("Look again: {words}")).format(words=short),
        "decision",
        MINUTES,
        outcomes.get(state, _("It is kept, changed or ended")),
        proposal=words,
        proposer=one.proposed_by,
        kind=one.kind,
        topic=topic,
        ancestor=one.id,
    )


def first_place(items: Sequence[PlannedItem]) -> int:
    """Where the first item of the group's own stands, counted from 0."""
    places = [at for at, item in enumerate(items) if item.built_in in _STAY_FIRST]
    before = next((at for at, item in enumerate(items) if not item.built_in), len(items))
    leading = [at for at in places if at < before]
    return max(leading) + 1 if leading else 0
