"""Moves of a facilitator with a stake: another person leads the decision, or the group consents to the exception."""

from __future__ import annotations

from coalmeet.errors import NotAllowed
from coalmeet.meeting import events
from coalmeet.meeting.leading import regular
from coalmeet.meeting.moves.asking import must_be_on_record, on_the_record, running_item, the_person
from coalmeet.meeting.proposal import Proposal
from coalmeet.meeting.stake import led_by_a_party, parties, party_that_leads
from coalmeet.meeting.state import Meeting
from coalmeet.text import _

Events = tuple[events.Event, ...]


def lead_instead(meeting: Meeting, at: int, person: str, reason: str = "") -> Events:
    """Somebody else leads the decision of the running item; it is handed back by itself when it is made.

    Whoever facilitates otherwise takes it back before that with the same move.
    """
    item = running_item(meeting)
    presence = the_person(meeting, person)
    name = presence.seat.name
    if meeting.facilitator == person:
        raise NotAllowed(_("{name} leads already.").format(name=name))
    if not presence.here:
        raise NotAllowed(_("{name} is not here. Note their arrival first.").format(name=name))
    if presence.seat.capacity == "interpreter":
        raise NotAllowed(_("{name} interprets. Choose somebody else.").format(name=name))
    before = regular(meeting)
    if before is not None and before.person == person:
        return (events.FacilitatorChanged(person, reason.strip()),)
    if presence.seat.organisation and presence.seat.organisation in parties(meeting, item.id):
        raise NotAllowed(
            _("{organisation} is a party in this too. Choose somebody of another organisation.").format(
                organisation=meeting.name_of(presence.seat.organisation)
            )
        )
    return (events.FacilitatorChanged(person, reason.strip(), item.id),)


def allow_lead(meeting: Meeting, at: int) -> Events:
    """The group consents that whoever facilitates leads this decision although their organisation is a party in it."""
    item = on_the_record(meeting)
    if not party_that_leads(meeting, item.id):
        raise NotAllowed(_("Whoever leads this decision has no stake in it. Nobody needs to be asked."))
    return (events.LeadAllowed(item.id, meeting.facilitator),)


def let_stand(meeting: Meeting, at: int, proposal: str) -> Events:
    """It turned out that a party led a decision: the group was asked afterwards, and consents that it stands."""
    found = _led_by_a_party(meeting, proposal)
    return (events.LeadAllowed(found.item, found.leader, found.id),)


def take_up_again(meeting: Meeting, at: int, proposal: str, successor: str) -> Events:
    """It turned out that a party led a decision: it is open again, and somebody else leads it; `successor` is an id."""
    found = _led_by_a_party(meeting, proposal)
    return (events.DecisionReopened(found.id, successor, "stake"),)


def _led_by_a_party(meeting: Meeting, proposal: str) -> Proposal:
    must_be_on_record(meeting)
    found = next((one for one in led_by_a_party(meeting) if one.id == proposal), None)
    if found is None:
        raise NotAllowed(_("Whoever led this decision had no stake in it. Leave it as it stands."))
    return found
