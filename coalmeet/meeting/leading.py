"""Who led the meeting and took its notes: whose turn it was, who did it, and why somebody stood in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from coalmeet.meeting.proposal import Proposal
from coalmeet.meeting.state import Leading, Meeting, RoleHeld

Had = TypeVar("Had", Leading, RoleHeld)
MORE_ROLES = ("co_facilitator", "timekeeper", "stack_keeper")  # only where a coalition wants them


def planned_organisation(meeting: Meeting) -> str:
    """The organisation whose turn it was: the one agreed on, else that of the person who was named; "" for none."""
    return meeting.turn or _organisation(meeting, meeting.planned_facilitator)


def deputy(meeting: Meeting) -> Leading | None:
    """Who leads the decision of one item now in the facilitator's place, or None."""
    last = meeting.facilitators[-1] if meeting.facilitators else None
    return last if last and last.item else None


def regular(meeting: Meeting) -> Leading | None:
    """Who facilitates the meeting, whoever leads a single decision meanwhile; None where nobody was named."""
    return next((one for one in reversed(meeting.facilitators) if not one.item), None)


def deputy_in(meeting: Meeting, proposal: Proposal) -> str:
    """Who led this decision in the facilitator's place, when it was decided or as it stands; "" for nobody."""
    moment, found = proposal.decided_at, ""
    for one, until in _stretches(meeting):
        led_then = until is None or (moment and until >= moment)
        if one.item == proposal.item and led_then and (not moment or one.since <= moment):
            found = one.person
    return found


def leading_organisation(meeting: Meeting) -> str:
    """The organisation that led for most of the time that items took; "" for a person without one.

    Whoever takes over a single decision, because another has a stake in it, has not taken the turn; nor has one
    that was named and was not here, where another led. While no item has run, or between two that led as long, it
    is the one that leads now.
    """
    led: dict[str, int] = {}
    turns = _turns(meeting)
    here = [one for one in turns if _was_here(meeting, one[0], one[2])]
    for has_turn, since, until in reversed(here or turns):
        organisation = _organisation(meeting, has_turn.person)
        led[organisation] = led.get(organisation, 0) + _running(meeting, since, until)
    return max(led, key=lambda one: led[one], default="")


def planned_note_organisation(meeting: Meeting) -> str:
    """The organisation whose turn it was to take notes: the one agreed on, else that of the person who was named
    beforehand; "" for none.
    """
    return meeting.notes_turn or _organisation(meeting, meeting.planned_note_taker)


def noting_organisation(meeting: Meeting) -> str:
    """The organisation that took notes for most of the time that items took; "" for a person without one, or where
    nobody is known to have taken any.

    Whoever was named and was not here took none.
    """
    noted: dict[str, int] = {}
    for one, until in reversed(_until_the_next(meeting.notes_by)):
        if one.person and _was_here(meeting, one, until):
            organisation = _organisation(meeting, one.person)
            noted[organisation] = noted.get(organisation, 0) + _running(meeting, one.since, until)
    return max(noted, key=lambda one: noted[one], default="")


def stand_in_reason(meeting: Meeting) -> str:
    """Why another organisation led than the one whose turn it was; "" where none did or nobody said why."""
    actual = leading_organisation(meeting)
    if actual == planned_organisation(meeting):
        return ""
    took_over = (one for one in meeting.facilitators if _organisation(meeting, one.person) == actual)
    return next((one.reason for one in took_over), "")


def facilitators(meeting: Meeting) -> tuple[str, ...]:
    """Everybody who facilitated, in order, each once; who was named and came only when another led did not."""
    led = [
        one.person
        for one, until in _stretches(meeting)
        if one.person == meeting.facilitator or _was_here(meeting, one, until)
    ]
    return tuple(dict.fromkeys(led))


def note_takers(meeting: Meeting) -> tuple[str, ...]:
    """Everybody who took notes, in order, each once; who was named and never came did not."""
    named = dict.fromkeys((*meeting.note_takers, meeting.note_taker))
    return tuple(one for one in named if one and (one == meeting.note_taker or _came(meeting, one)))


def holder(meeting: Meeting, role: str) -> str:
    """Who has one of MORE_ROLES now, "" for nobody."""
    return next((one.person for one in reversed(meeting.roles) if one.role == role), "")


def holders(meeting: Meeting, role: str) -> tuple[str, ...]:
    """Everybody who had one of MORE_ROLES, in order, each once; who was named and never came did not."""
    named = dict.fromkeys(one.person for one in meeting.roles if one.role == role and one.person)
    return tuple(one for one in named if one == holder(meeting, role) or _came(meeting, one))


def _stretches(meeting: Meeting) -> list[tuple[Leading, int | None]]:
    return _until_the_next(meeting.facilitators)


def _until_the_next(trail: Sequence[Had]) -> list[tuple[Had, int | None]]:
    """Each with the moment from which the next one had it, None for the last."""
    return list(zip(trail, [*(one.since for one in trail[1:]), None], strict=False))


def _turns(meeting: Meeting) -> list[tuple[Leading, int, int | None]]:
    """Whose turn each stretch was: a decision that a deputy led belongs to the turn of whoever handed it over."""
    found: list[tuple[Leading, int, int | None]] = []
    for one, until in _stretches(meeting):
        has_turn = found[-1][0] if one.item and found else one
        found.append((has_turn, one.since, until))
    return found


def _running(meeting: Meeting, since: int, until: int | None) -> int:
    """Milliseconds that ended stretches of items took between two moments."""
    ended = [
        (span.since, span.until) for item in meeting.items for span in item.slices if span.until is not None
    ]
    return sum(
        max(0, (end if until is None else min(end, until)) - max(begin, since)) for begin, end in ended
    )


def _organisation(meeting: Meeting, person: str) -> str:
    presence = meeting.presence(person)
    return presence.seat.organisation if presence else ""


def _was_here(meeting: Meeting, one: Leading | RoleHeld, until: int | None) -> bool:
    """Whether somebody was here at any time while it was for them to lead, or to take notes."""
    presence = meeting.presence(one.person)
    return presence is not None and any(
        (until is None or span.since < until) and (span.until is None or span.until > one.since)
        for span in presence.spans
    )


def _came(meeting: Meeting, person: str) -> bool:
    presence = meeting.presence(person)
    return presence is not None and bool(presence.spans)
