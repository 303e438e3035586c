"""Whose turn it is in a round: an order that begins with another each time, remote people first, and misses
nobody.
"""

from __future__ import annotations

from coalmeet.meeting.choosing import CHANGES, NOMINATIONS, candidate
from coalmeet.meeting.state import VOICES, Meeting, Round

MAY_PASS = ("temperature", "questions", "free", "closing", NOMINATIONS, CHANGES)
REMOTE = ("video", "phone")
SMALL = 6  # people; in such a meeting each speaks for themselves, organisations or not
UNCALLED = ("popcorn", "sign")  # ways in which nobody is called by name


def units(
    meeting: Meeting, kind: str, unit: str = "organisation", only: tuple[str, ...] = ()
) -> tuple[str, ...]:
    """Who speaks in such a round, in the order in which they are to be called; `only` leaves the others out.

    A temperature round goes by person, interpreters left out; the others go by organisation with a voice.
    Remote people come first; whoever began a round longest ago, or never, begins. In a consent round the
    facilitator's own organisation answers last, and after it that of a person who would be chosen.
    """
    if kind == "temperature" or unit == "person":
        everybody = tuple(
            one.seat.person for one in meeting.present_people if one.seat.capacity != "interpreter"
        )
    else:
        everybody = meeting.voices if kind == "consent" else meeting.present_members
    asked = tuple(one for one in everybody if not only or one in only)
    last = _last(meeting) if kind == "consent" else ()
    late = _places(meeting, asked, last)
    first = _beginner(meeting, tuple(one for one in asked if one not in late))
    ordered = _remote_first(meeting, _turned(asked, first))
    return tuple(sorted(ordered, key=lambda one: late.get(one, -1)))


def in_their_place(meeting: Meeting, the_round: Round) -> tuple[str, ...]:
    """The order of a round that is going on, after somebody came or the lead was handed over.

    In a consent round whoever answers after all others does so still; the others keep their places.
    """
    if the_round.kind != "consent":
        return the_round.order
    done = {*the_round.heard, *the_round.passed}
    last = _last(meeting)
    late = _places(meeting, tuple(one for one in the_round.order if one not in done), last)
    return tuple(sorted(the_round.order, key=lambda one: late.get(one, -1)))


def _places(meeting: Meeting, asked: tuple[str, ...], last: tuple[str, ...]) -> dict[str, int]:
    """Of those asked, who answers after all others, with their place among these."""
    return {
        one: max(n for n, of in enumerate(last) if of == organisation_of(meeting, one))
        for one in asked
        if organisation_of(meeting, one) in last
    }


def _last(meeting: Meeting) -> tuple[str, ...]:
    """Organisations that answer after all others: the facilitator's and, where somebody is chosen, theirs."""
    live = meeting.live_proposal(meeting.current.id) if meeting.current else None
    chosen = candidate(meeting, live.id) if live else ""
    own = (facilitating_organisation(meeting), organisation_of(meeting, chosen) if chosen else "")
    return tuple(one for one in own if one)


def organisation_of(meeting: Meeting, unit: str) -> str:
    """The organisation that a voice belongs to: a person's, or itself."""
    presence = meeting.presence(unit)
    return presence.seat.organisation if presence else unit


def began(meeting: Meeting) -> tuple[str, ...]:
    """Who began a round, at earlier meetings and at this one: each once, the latest one last."""
    everybody = (*meeting.began, *(one.first for one in meeting.rounds if one.first))
    return tuple(reversed(dict.fromkeys(reversed(everybody))))


def _beginner(meeting: Meeting, asked: tuple[str, ...]) -> str:
    """Whoever is to begin: of those far away, where some are, the one who began longest ago, or never.

    So nobody begins twice before each of the others who are here has begun once.
    """
    far = _far_away(meeting)
    remote = tuple(one for one in asked if one in far)
    latest = {unit: number for number, unit in enumerate(began(meeting))}
    return min(remote or asked, key=lambda one: latest.get(one, -1), default="")


def _turned(everybody: tuple[str, ...], first: str) -> tuple[str, ...]:
    start = everybody.index(first) if first in everybody else 0
    return everybody[start:] + everybody[:start]


def _remote_first(meeting: Meeting, order: tuple[str, ...]) -> tuple[str, ...]:
    far = _far_away(meeting)
    return tuple(sorted(order, key=lambda unit: unit not in far))


def usual_unit(meeting: Meeting) -> str:
    """By whom a round goes unless said: by organisation; by person in a small meeting, or where people decide."""
    people = [one for one in meeting.present_people if one.seat.capacity != "interpreter"]
    if meeting.profile.unit == "person":
        return "person"
    return "person" if 0 < len(people) <= SMALL else "organisation"


def usual_kind(meeting: Meeting) -> str:
    """What kind of round is meant now: questions about the text on the table, reactions to it, or a free one."""
    live = meeting.live_proposal(meeting.current.id) if meeting.current else None
    return {"clarifying": "questions", "reacting": "reactions"}.get(live.stage if live else "", "free")


def _far_away(meeting: Meeting) -> frozenset[str]:
    """The people, and the organisations with all their people, that take part from afar while others are in a room."""
    here = meeting.present_people
    if all(one.channel in (*REMOTE, "") for one in here):
        return frozenset()
    far = {one for one in here if one.channel in REMOTE}
    near = {one.seat.organisation for one in here if one not in far}
    return frozenset({one.seat.person for one in far} | {one.seat.organisation for one in far} - near - {""})


def is_here(meeting: Meeting, unit: str) -> bool:
    """Whether a person or an organisation is present now."""
    presence = meeting.presence(unit)
    return presence.here if presence else unit in meeting.present_members


def waiting(meeting: Meeting, the_round: Round) -> tuple[str, ...]:
    """Who has not had a turn yet and is here, in order; the first is the one whose turn it is."""
    done = {*the_round.heard, *the_round.passed}
    return tuple(unit for unit in the_round.order if unit not in done and is_here(meeting, unit))


def called(meeting: Meeting, the_round: Round) -> tuple[str, ...]:
    """Who is called, in order: nobody while people speak as they wish, or are in small groups."""
    if the_round.way in UNCALLED or the_round.groups_until:
        return ()
    return waiting(meeting, the_round)


def cut_off(meeting: Meeting, the_round: Round) -> tuple[str, ...]:
    """Whose line broke before they were heard: they are asked again when they are back."""
    done = {*the_round.heard, *the_round.passed}
    away = {one.seat.person for one in meeting.people if one.cut_off}
    away |= {one.seat.organisation for one in meeting.people if one.cut_off and one.has_voice}
    return tuple(
        unit for unit in the_round.order if unit in away and unit not in done and not is_here(meeting, unit)
    )


def lost(meeting: Meeting, the_round: Round) -> tuple[str, ...]:
    """Whose line broke before they were heard, and who did not come back, whether the others wait for them or not."""
    done = {*the_round.heard, *the_round.passed}
    broke = {one.seat.person: one for one in meeting.people if one.cut_at and one.spans}
    gone = [one.seat for one in broke.values() if one.spans[-1].until == one.cut_at]
    away = {seat.person for seat in gone} | {seat.organisation for seat in gone if seat.capacity in VOICES}
    return tuple(
        unit for unit in the_round.order if unit in away and unit not in done and not is_here(meeting, unit)
    )


def reacted(meeting: Meeting) -> bool:
    """Whether each has said a first reaction to the text on the table: the round for it has ended."""
    live = meeting.live_proposal(meeting.current.id) if meeting.current else None
    if live is None or live.stage != "reacting" or meeting.round is not None:
        return False
    return any(
        one.kind == "reactions" and one.item == live.item and one.begun >= live.stage_since
        for one in meeting.rounds
    )


def to_take_up(meeting: Meeting) -> Round | None:
    """The last round of this item, when it ended without somebody who is here now; or None.

    Consent asks for itself who has not answered; words may come late anyway.
    """
    last = meeting.rounds[-1] if meeting.rounds else None
    item = meeting.current.id if meeting.current else ""
    if last is None or not last.ended or last.item != item or last.kind in ("consent", "temperature"):
        return None
    return last if waiting(meeting, last) else None


def interrupted(meeting: Meeting) -> Round | None:
    """The round that was going on when the meeting stopped for the day, while somebody is here who was not heard."""
    last = to_take_up(meeting)
    stopped = {one.since for one in meeting.adjournments}
    return last if last is not None and last.until in stopped and meeting.round is None else None


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
