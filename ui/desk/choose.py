"""Which tool the moment needs: the meeting says it, nobody has to switch anything."""

from __future__ import annotations

from coalmeet.meeting.choosing import CHANGES, NOMINATIONS, selection_in
from coalmeet.meeting.proposal import Proposal
from coalmeet.meeting.state import Item, Meeting, Round
from coalmeet.meeting.voting import VOTED

BUILT_IN_TOOLS = ("opening", "temperature", "work_plan", "break", "closing")


def tool_for(meeting: Meeting) -> str:
    """The name of the tool: opening, temperature, item, round, proposal, consent, workbench, result, …"""
    if meeting.closed_at:
        return "closed"
    if meeting.on_break or meeting.is_adjourned:
        return "break"
    current = meeting.current
    if current is None:
        return _between(meeting)
    if current.entry.built_in in BUILT_IN_TOOLS and meeting.live_proposal(current.id) is None:
        return _built_in(meeting, current)
    return _for_item(meeting, current)


def _between(meeting: Meeting) -> str:
    return "between" if any(item.started for item in meeting.items) else "opening"


def _built_in(meeting: Meeting, current: Item) -> str:
    # A free round may be taken inside any item; the closing has a round of its own in its tool.
    if meeting.round and meeting.round.kind not in {"temperature", "closing"}:
        return "round"
    return current.entry.built_in


def _for_item(meeting: Meeting, current: Item) -> str:
    live = meeting.live_proposal(current.id)
    if meeting.round and _needs_its_own(meeting.round):
        return "round"
    if live is None and _chooses(meeting, current):
        return "selection"
    if live is not None:
        return _for_proposal(live)
    if meeting.round:
        return "temperature" if meeting.round.kind == "temperature" else "round"
    if any(one.decided and not one.reopened_as for one in meeting.proposals_of(current.id)):
        return "result"
    return "proposal" if current.entry.label == "decision" or current.entry.proposal else "item"


def _chooses(meeting: Meeting, current: Item) -> bool:
    """Whether a person is being chosen for a role, or is to be, by the kind of the item."""
    if meeting.round and meeting.round.kind not in (NOMINATIONS, CHANGES):
        return False
    if selection_in(meeting, current.id) is not None:
        return True
    return meeting.kind(current.entry.kind).method == "selection" and not meeting.proposals_of(current.id)


def _needs_its_own(the_round: Round) -> bool:
    """A round in which not each is called in turn, or in which something is written down, beside any text."""
    return the_round.kind not in {"consent", "temperature"} and bool(
        the_round.way != "turn" or the_round.ready
    )


def _for_proposal(live: Proposal) -> str:
    if (
        live.method in ("consent", "selection")
        and live.open_objections
        and live.stage in {"integrating", "amending"}
    ):
        return "workbench"
    if live.method in VOTED and live.stage == "consent" and live.locked:
        return "vote"
    if live.method == "delegated":
        return "delegated"
    return "consent" if live.stage == "consent" and live.locked else "proposal"
