"""Moves about who is here, and who facilitates."""

from __future__ import annotations

from collections.abc import Sequence

from coalmeet.errors import NotAllowed
from coalmeet.meeting import events
from coalmeet.meeting.moves.asking import must_be_open, some_text, the_person
from coalmeet.meeting.state import Meeting
from coalmeet.meeting.turns import cut_off, unit_of, waiting
from coalmeet.text import _

Events = tuple[events.Event, ...]
CHANNELS = ("room", "video", "phone", "")
CAPACITIES = ("delegate", "alternate", "guest", "interpreter")


def arrive(meeting: Meeting, at: int, person: str, channel: str = "", earlier: int = 0) -> Events:
    """Note that somebody came in, now or `earlier` milliseconds ago; they join a round that is going on."""
    must_be_open(meeting)
    presence = the_person(meeting, person)
    if channel not in CHANNELS:
        raise NotAllowed(_("Choose how they take part: in the room, by video or by phone."))
    if presence.here:
        if channel and channel != presence.channel:
            return (events.Arrived(person, channel),)  # the stretch goes on, only the way changes
        raise NotAllowed(_("{name} is here already.").format(name=presence.seat.name))
    when = _not_before_last_stretch(meeting, at, person, earlier)
    return (events.Arrived(person, channel, when), *_joins_round(meeting, person))


def lose_line(meeting: Meeting, at: int, persons: Sequence[str]) -> Events:
    """Note whose line broke: the clock stops, the round and its answers stay, and they are asked again."""
    must_be_open(meeting)
    cut = tuple(dict.fromkeys(person for person in persons if the_person(meeting, person).here))
    if not cut:
        raise NotAllowed(_("Say whose line broke; nobody of those is here."))
    current = meeting.current
    runs = current is not None and not current.paused and not meeting.on_break
    stopped: Events = (events.ClockPaused(),) if runs else ()
    return (*stopped, events.LineLost(cut))


def come_back(meeting: Meeting, at: int, persons: Sequence[str] = ()) -> Events:
    """They, or all whose line broke, are back: asked at the end of the round, and the clock goes on with the last."""
    must_be_open(meeting)
    away = tuple(one.seat.person for one in meeting.people if one.cut_off)
    back = tuple(one for one in away if not persons or one in persons)
    if not back:
        raise NotAllowed(_("Nobody’s line is broken. Note an arrival instead."))
    found: list[events.Event] = []
    for person in back:
        found += [events.Arrived(person), *_joins_round(meeting, person)]
    return (*found, *_goes_on(meeting, set(back) == set(away)))


def go_on_without(meeting: Meeting, at: int, persons: Sequence[str] = ()) -> Events:
    """They, or all whose line broke, count as left from then; the clock goes on with the last.

    They block nothing any more, and have the window of absent members where there is one; they may come again.
    """
    must_be_open(meeting)
    away = tuple(one.seat.person for one in meeting.people if one.cut_off)
    gone = tuple(one for one in away if not persons or one in persons)
    if not gone:
        raise NotAllowed(_("Nobody’s line is broken. Note that they left instead."))
    left: Events = tuple(events.Departed(person) for person in gone)
    return (*left, *_goes_on(meeting, set(away) == set(gone)))


def _goes_on(meeting: Meeting, last: bool) -> Events:
    """The clock stood still for them; with the last of them it goes on."""
    current = meeting.current
    return (events.ClockResumed(),) if last and current is not None and current.paused else ()


def _joins_round(meeting: Meeting, person: str) -> Events:
    if meeting.round is None:
        return ()
    unit = unit_of(meeting, person, meeting.round)
    if unit and unit not in meeting.round.order:
        return (events.RoundJoined(unit),)
    if unit in cut_off(meeting, meeting.round) and waiting(meeting, meeting.round):
        return (events.AskedLater(unit),)  # their line broke before they were heard: the others go first
    return ()


def _not_before_last_stretch(meeting: Meeting, at: int, person: str, earlier: int) -> int:
    """When it happened, as wall time, or 0 for "when it was entered": stretches of one person never
    overlap.
    """
    if earlier <= 0:
        return 0
    presence = the_person(meeting, person)
    ends = [span.until if span.until is not None else span.since for span in presence.spans]
    return max([at - earlier, *ends])


def arrive_all(meeting: Meeting, at: int, persons: Sequence[str]) -> Events:
    """Start with whom we have: note several arrivals in one stroke."""
    must_be_open(meeting)
    found: list[events.Event] = []
    for person in persons:
        if not the_person(meeting, person).here:
            found += [events.Arrived(person), *_joins_round(meeting, person)]
    if not found:
        raise NotAllowed(_("All of them are here already."))
    return tuple(found)


def depart(meeting: Meeting, at: int, person: str, earlier: int = 0) -> Events:
    """Note that somebody left, now or `earlier` milliseconds ago."""
    must_be_open(meeting)
    presence = the_person(meeting, person)
    if not presence.here and not presence.cut_off:
        raise NotAllowed(_("{name} is not here. Choose somebody who is.").format(name=presence.seat.name))
    return (events.Departed(person, _not_before_last_stretch(meeting, at, person, earlier)),)


def announce_departure(meeting: Meeting, at: int, person: str, until: int) -> Events:
    """Note until when somebody can stay (wall time)."""
    must_be_open(meeting)
    the_person(meeting, person)
    if until <= at:
        raise NotAllowed(_("That time is past. Note that they left instead."))
    return (events.DepartureAnnounced(person, until),)


def add_person(meeting: Meeting, at: int, seat: events.Seat, channel: str = "") -> Events:
    """Somebody who is not on the list comes in."""
    must_be_open(meeting)
    some_text(seat.name, _("Say who came in."))
    if meeting.presence(seat.person):
        raise NotAllowed(_("{name} is on the list already. Note their arrival there.").format(name=seat.name))
    if seat.capacity not in CAPACITIES:
        raise NotAllowed(_("Choose what they are here as: delegate, alternate, guest or interpreter."))
    if seat.organisation and meeting.member(seat.organisation) is None:
        raise NotAllowed(_("This organisation is not a member. Note the person as a guest."))
    joined = _joins_round_as(meeting, seat)
    return (events.SeatAdded(seat), events.Arrived(seat.person, channel), *joined)


def _joins_round_as(meeting: Meeting, seat: events.Seat) -> Events:
    now = meeting.round
    if now is None or seat.capacity == "interpreter":
        return ()
    unit = seat.person if now.unit == "person" else seat.organisation
    if now.unit == "organisation" and seat.capacity == "guest":
        return ()
    return (events.RoundJoined(unit),) if unit and unit not in now.order else ()


def hand_over(meeting: Meeting, at: int, person: str, reason: str = "") -> Events:
    """Another person facilitates from now on."""
    must_be_open(meeting)
    presence = the_person(meeting, person)
    if meeting.facilitator == person:
        raise NotAllowed(_("{name} facilitates already.").format(name=presence.seat.name))
    if not presence.here:
        raise NotAllowed(_("{name} is not here. Note their arrival first.").format(name=presence.seat.name))
    return (events.FacilitatorChanged(person, reason),)


def change_note_taker(meeting: Meeting, at: int, person: str) -> Events:
    """Another person takes notes from now on."""
    must_be_open(meeting)
    presence = the_person(meeting, person)
    if meeting.note_taker == person:
        raise NotAllowed(_("{name} takes notes already.").format(name=presence.seat.name))
    if not presence.here:
        raise NotAllowed(_("{name} is not here. Note their arrival first.").format(name=presence.seat.name))
    return (events.NoteTakerChanged(person),)
