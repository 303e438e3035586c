"""The outcome that an item leaves with when nobody says another one: every item leaves with an outcome."""

from __future__ import annotations

from coalmeet.errors import NotAllowed
from coalmeet.meeting.state import Item, Meeting
from coalmeet.text import _

BEING_DECIDED = ("consent", "integrating")

ITEM_OUTCOMES = (
    "agreed", "provisional", "recommended", "not agreed", "postponed", "parked", "referred", "delegated",
    "dropped", "withdrawn", "noted", "not reached",
)  # fmt: skip

ADOPTED = ("agreed", "provisional")


def check_outcome(meeting: Meeting, item: Item, outcome: str) -> None:
    """Raise NotAllowed unless the item may be said to have this outcome.

    What is on the table is agreed by consent and no other way: an item never says so in its place.
    """
    if outcome not in ITEM_OUTCOMES:
        raise NotAllowed(
            _("“{outcome}” is not an outcome. Choose one from the list.").format(outcome=outcome)
        )
    if outcome in ADOPTED and meeting.live_proposal(item.id) is not None:
        raise NotAllowed(
            _(
                "The proposal of “{title}” is not adopted. Ask for consent to it, or choose another outcome."
            ).format(title=item.entry.title)
        )


def natural_outcome(meeting: Meeting, item: Item) -> str:
    """What the record of the item says it came to.

    Raises NotAllowed while a proposal is in the middle of its consent round: that needs an ending of its own.
    """
    live = meeting.live_proposal(item.id)
    if live is not None and live.stage in BEING_DECIDED:
        raise NotAllowed(
            _(
                "The proposal of “{title}” is in its consent round. "
                "Finish it, park it, or refer it to a group."
            ).format(title=item.entry.title)
        )
    if live is not None and (live.stage != "draft" or live.ancestor):
        return "postponed"
    decided = [one for one in meeting.proposals_of(item.id) if one.decided and not one.reopened_as]
    if decided:
        return decided[-1].outcome
    return "postponed" if live is not None else "noted"
