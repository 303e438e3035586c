"""Moves of a facilitator with a stake: another person leads the decision, or the group consents to the exception."""

from __future__ import annotations

from coalmeet.errors import NotAllowed
from coalmeet.meeting import events
from coalmeet.meeting.leading import regular
from coalmeet.meeting.moves.asking import on_the_record, running_item, the_person
from coalmeet.meeting.stake import parties, party_that_leads
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
