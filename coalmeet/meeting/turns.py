"""Whose turn it is in a round: an order that begins with another each time, remote people first, and misses
nobody.
"""

from __future__ import annotations

from coalmeet.meeting.state import Meeting, Round

MAY_PASS = ("temperature", "questions", "free", "closing")
REMOTE = ("video", "phone")


def units(meeting: Meeting, kind: str, unit: str = "organisation") -> tuple[str, ...]:
    """Who speaks in such a round, in the order in which they are to be called.

    A temperature round goes by person, interpreters left out; the others go by organisation with a voice.
    In a consent round the facilitator's own organisation answers last.
    """
    if kind == "temperature" or unit == "person":
        everybody = tuple(
            one.seat.person for one in meeting.present_people if one.seat.capacity != "interpreter"
        )
    else:
        everybody = meeting.present_members
    ordered = _remote_first(meeting, _turned(everybody, _begun(meeting, kind)))
    if kind != "consent":
        return ordered
    own = facilitating_organisation(meeting)
    return (*(one for one in ordered if one != own), *(one for one in ordered if one == own))


def _begun(meeting: Meeting, kind: str) -> int:
    by_person = kind == "temperature"
    return sum(1 for one in meeting.rounds if (one.kind == "temperature") == by_person)


def _turned(everybody: tuple[str, ...], times: int) -> tuple[str, ...]:
    if not everybody:
        return ()
    start = times % len(everybody)
    return everybody[start:] + everybody[:start]


def _remote_first(meeting: Meeting, order: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted(order, key=lambda unit: not is_remote(meeting, unit)))


def is_remote(meeting: Meeting, unit: str) -> bool:
    """Whether a person, or everybody of an organisation, takes part from afar while others are in a room."""
    if all(one.channel in (*REMOTE, "") for one in meeting.present_people):
        return False
    here = [one for one in meeting.present_people if unit in (one.seat.person, one.seat.organisation)]
    return bool(here) and all(one.channel in REMOTE for one in here)


def is_here(meeting: Meeting, unit: str) -> bool:
    """Whether a person or an organisation is present now."""
    presence = meeting.presence(unit)
    return presence.here if presence else unit in meeting.present_members


def waiting(meeting: Meeting, the_round: Round) -> tuple[str, ...]:
    """Who has not had a turn yet and is here, in order; the first is the one whose turn it is."""
    done = {*the_round.heard, *the_round.passed}
    return tuple(unit for unit in the_round.order if unit not in done and is_here(meeting, unit))


def unit_of(meeting: Meeting, person: str, the_round: Round) -> str:
    """How a person takes part in a round: as themselves or through their organisation; "" if they have no
    voice in it.
    """
    presence = meeting.presence(person)
    if presence is None:
        return ""
    if the_round.unit == "person":
        return person if presence.seat.capacity != "interpreter" else ""
    return presence.seat.organisation if presence.has_voice else ""


def facilitating_organisation(meeting: Meeting) -> str:
    """The organisation of whoever facilitates, "" for none."""
    presence = meeting.presence(meeting.facilitator)
    return presence.seat.organisation if presence else ""


def speaker(meeting: Meeting, unit: str) -> str:
    """The name to call: the delegate who is here for an organisation, or the person."""
    presence = meeting.presence(unit)
    if presence:
        return presence.seat.name
    here = [one for one in meeting.present_people if one.seat.organisation == unit and one.has_voice]
    here.sort(key=lambda one: one.seat.capacity != "delegate")
    return here[0].seat.name if here else ""
