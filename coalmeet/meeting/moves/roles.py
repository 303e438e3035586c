"""Moves on the roles that only some meetings know: who learns to facilitate, keeps the time, or keeps the stack."""

from __future__ import annotations

from coalmeet.errors import NotAllowed
from coalmeet.meeting import events
from coalmeet.meeting.leading import MORE_ROLES, holder
from coalmeet.meeting.moves.asking import must_be_open, the_person
from coalmeet.meeting.state import Meeting
from coalmeet.text import _

Events = tuple[events.Event, ...]


def take_role(meeting: Meeting, at: int, role: str, person: str) -> Events:
    """From now on this person has the role: co_facilitator, timekeeper or stack_keeper; "" for nobody any more."""
    must_be_open(meeting)
    if role not in MORE_ROLES:
        raise NotAllowed(_("Choose a role: co-facilitator, timekeeper or stack keeper."))
    now = holder(meeting, role)
    if not person:
        if not now:
            raise NotAllowed(_("Nobody has this role. Choose who takes it."))
        return (events.RoleTaken(role, ""),)
    presence = the_person(meeting, person)
    if now == person:
        raise NotAllowed(_("{name} has this role already.").format(name=presence.seat.name))
    if not presence.here:
        raise NotAllowed(_("{name} is not here. Note their arrival first.").format(name=presence.seat.name))
    if role == "co_facilitator" and person == meeting.facilitator:
        raise NotAllowed(
            _("{name} facilitates. Choose who learns it beside them.").format(name=presence.seat.name)
        )
    return (events.RoleTaken(role, person),)
