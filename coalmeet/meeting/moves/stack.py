"""Moves of the stack: who asks to speak, who has the floor, and letting those be heard who were not yet."""

from __future__ import annotations

from coalmeet.errors import NotAllowed
from coalmeet.meeting import events
from coalmeet.meeting.moves.asking import running_item, the_person
from coalmeet.meeting.stack import KINDS, asking, line, speaking, unheard
from coalmeet.meeting.state import Meeting
from coalmeet.meeting.turns import units
from coalmeet.text import _

Events = tuple[events.Event, ...]


def join(meeting: Meeting, at: int, person: str, kind: str = "new") -> Events:
    """Note that somebody wishes to speak; asking for something else changes what they wait for."""
    running_item(meeting)
    presence = the_person(meeting, person)
    if kind not in KINDS:
        raise NotAllowed(
            _("Choose what the point is: new, a direct reply, a question, or about the process.")
        )
    if not presence.here:
        raise NotAllowed(_("{name} is not here. Note their arrival first.").format(name=presence.seat.name))
    if presence.seat.capacity == "interpreter":
        raise NotAllowed(
            _("{name} interprets. Choose whoever speaks through them.").format(name=presence.seat.name)
        )
    if any(one.person == person and one.kind == kind for one in asking(meeting)):
        raise NotAllowed(_("{name} is in the stack already.").format(name=presence.seat.name))
    return (events.StackJoined(person, kind),)


def withdraw(meeting: Meeting, at: int, person: str) -> Events:
    """Note that somebody does not wish to speak any more."""
    return (events.StackLeft(_waiting(meeting, person)),)


def move(meeting: Meeting, at: int, person: str, before: str = "", reason: str = "") -> Events:
    """Put a name before another one, or at the end; the facilitator decides, a reason is optional."""
    _waiting(meeting, person)
    if before:
        _waiting(meeting, before)
    order = [one.person for one in line(meeting)]
    behind = order[order.index(person) + 1 :]
    if before == person or (behind[0] if behind else "") == before:
        raise NotAllowed(_("{name} stands there already.").format(name=meeting.name_of(person)))
    return (events.StackMoved(person, before, reason.strip()),)


def _waiting(meeting: Meeting, person: str) -> str:
    running_item(meeting)
    if all(one.person != person for one in asking(meeting)):
        raise NotAllowed(
            _("{name} is not in the stack. Add the name first.").format(name=meeting.name_of(person))
        )
    return person


def give_floor(meeting: Meeting, at: int, person: str = "") -> Events:
    """Whoever speaks was heard; the next in line has the floor, or a named person, waiting or not."""
    running_item(meeting)
    if meeting.round is not None:
        raise NotAllowed(_("A round is going on: let it end. The stack waits."))
    waiting = {one.person: one for one in line(meeting)}
    if person:
        if not the_person(meeting, person).here:
            raise NotAllowed(
                _("{name} is not here. Note their arrival first.").format(name=meeting.name_of(person))
            )
        kind = waiting[person].kind if person in waiting else "new"
        return (events.FloorGiven(person, kind),)
    if waiting:
        first = next(iter(waiting.values()))
        return (events.FloorGiven(first.person, first.kind),)
    if speaking(meeting) is None:
        raise NotAllowed(_("Nobody waits to speak. Add a name, or begin a round."))
    return (events.FloorFreed(),)


def hear_others(meeting: Meeting, at: int, id: str, unit: str = "") -> Events:
    """ "Let us hear others": call those who have not spoken in this item yet, naming nobody beforehand."""
    running_item(meeting)
    if meeting.round is not None:
        raise NotAllowed(_("A round is going on: it misses nobody. Let it end first."))
    by = unit or "organisation"
    left = unheard(meeting, by)
    if not left:
        raise NotAllowed(_("Everybody has been heard on this item."))
    order = units(meeting, "free", by, left)
    freed: Events = (events.FloorFreed(),) if speaking(meeting) else ()
    return (*freed, events.RoundBegun(id, "free", by, order, way="sweep"))
