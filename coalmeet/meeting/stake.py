"""A facilitator with a stake: whose organisation proposes, objects or is a party does not lead that decision.

Another person leads it, or the group consents that the facilitator does although. Who belongs to no organisation has
no stake.
"""

from __future__ import annotations

from coalmeet.meeting.choosing import candidate
from coalmeet.meeting.proposal import Proposal
from coalmeet.meeting.state import Meeting, Presence
from coalmeet.meeting.turns import facilitating_organisation, organisation_of
from coalmeet.text import _


def parties(meeting: Meeting, item_id: str) -> tuple[str, ...]:
    """Ids of the organisations that are a party in the decision of an item: who proposes, who objects, who would be
    chosen.

    Whoever objected stays a party until the decision is made, also where the objection ended.
    """
    live = meeting.live_proposal(item_id)
    if live is not None:
        return parties_in(meeting, live)
    item = meeting.item(item_id)
    return (item.entry.proposer,) if item and item.entry.proposer else ()


def parties_in(meeting: Meeting, proposal: Proposal) -> tuple[str, ...]:
    """Ids of the organisations that are a party in a decision, open or made."""
    objectors = (one.organisation for one in proposal.objections)
    found = (proposal.proposer, candidate(meeting, proposal.id), *objectors)
    return tuple(dict.fromkeys(organisation_of(meeting, one) for one in found if one))


def party_that_leads(meeting: Meeting, item_id: str) -> str:
    """The organisation of whoever facilitates, where it is a party and the group has not consented; else ""."""
    own = facilitating_organisation(meeting)
    if not own or own not in parties(meeting, item_id):
        return ""
    return "" if (item_id, meeting.facilitator) in meeting.leads_allowed else own


def able_to_lead(meeting: Meeting, item_id: str) -> tuple[Presence, ...]:
    """Who is here and could lead the decision: of an organisation that is no party, or of none; members first."""
    involved = parties(meeting, item_id)
    found = [
        one
        for one in meeting.present_people
        if one.seat.person != meeting.facilitator
        and one.seat.organisation not in involved
        and one.seat.capacity != "interpreter"
    ]
    return tuple(sorted(found, key=lambda one: not one.has_voice))


def led_by_a_party(meeting: Meeting) -> tuple[Proposal, ...]:
    """Adopted texts that were led by somebody whose organisation is a party in them, as it turned out afterwards.

    Left out are those where the group consented to it, before or afterwards, and those that are open again. What the
    coalition gave away to a group or a person nobody leads.
    """
    return tuple(
        one
        for one in meeting.proposals
        if one.stage == "adopted"
        and not (one.reopened_as or one.lead_accepted or one.method == "delegated")
        and organisation_of(meeting, one.leader) in parties_in(meeting, one)
        and (one.item, one.leader) not in meeting.leads_allowed
    )


def why_not_adoptable(meeting: Meeting, proposal: Proposal) -> str:
    """The sentence that says who leads and should not, and what to do; "" where nothing stands in the way."""
    own = party_that_leads(meeting, proposal.item)
    if not own:
        return ""
    named = {"organisation": meeting.name_of(own), "name": meeting.name_of(meeting.facilitator)}
    if not able_to_lead(meeting, proposal.item):
        return _(
            "{organisation} is a party in this, and {name} leads it. Nobody else is here who could: "
            "ask the group whether {name} may lead it all the same."
        ).format(**named)
    return _(
        "{organisation} is a party in this, and {name} leads it. Let somebody else lead the decision, "
        "or ask the group whether {name} may lead it all the same."
    ).format(**named)
