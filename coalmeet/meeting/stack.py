"""The stack: who speaks next outside of rounds. Those heard least come first, and nobody waits for ever."""

from __future__ import annotations

from collections import Counter

from coalmeet.meeting.state import Meeting, Round
from coalmeet.meeting.talk import Asking, Floor
from coalmeet.text import _

KINDS = ("process", "question", "reply", "new")  # in the order in which they come
REPLIES = 2  # in a row; then somebody with another point speaks, so that two people do not keep the floor
AHEAD = 4  # in a row of all that go ahead; then somebody who has been waiting with a new point speaks
_TALK = (
    "questions",
    "reactions",
    "free",
    "closing",
)  # rounds in which one speaks; a word or an answer is none


def asking(meeting: Meeting) -> tuple[Asking, ...]:
    """Who waits to speak in the running item and is here, in the order in which they asked."""
    item = meeting.current.id if meeting.current else ""
    here = {one.seat.person for one in meeting.present_people}
    return tuple(one for one in meeting.stack if one.item == item and one.person in here)


def speaking(meeting: Meeting) -> Floor | None:
    """Who has the floor in the running item, or None."""
    current, last = meeting.current, meeting.floors[-1] if meeting.floors else None
    if current is None or last is None or last.until or last.item != current.id:
        return None
    presence = meeting.presence(last.person)
    here = presence is not None and presence.here and last.at >= current.slices[-1].since
    return last if here else None


def turns(meeting: Meeting) -> Counter[str]:
    """How often each person and each organisation has spoken in this meeting, by id.

    The floor and rounds in which one speaks count, for the organisation and for whoever spoke for it; a
    temperature word, an answer to a proposal and a sign do not. Whoever speaks for no organisation counts for
    themselves alone.
    """
    found: Counter[str] = Counter()
    for floor in meeting.floors:
        _count(meeting, found, floor.person)
    for one in meeting.rounds:
        if one.kind in _TALK:
            for unit in one.heard:
                if unit not in one.signs:
                    _count(meeting, found, unit)
                    found[_spoke_for(meeting, unit, one)] += 1
    del found[""]
    return found


def _spoke_for(meeting: Meeting, unit: str, the_round: Round) -> str:
    """Who spoke for an organisation in a round, as the call saw it: its delegate, else whoever of it was here.

    "" where the round went by person, who has been counted.
    """
    ends = the_round.marks[-1] if the_round.marks else the_round.begun
    here = [
        one
        for one in meeting.people
        if one.has_voice
        and one.seat.organisation == unit
        and any(
            span.since <= ends and (span.until is None or span.until > the_round.begun) for span in one.spans
        )
    ]
    here.sort(key=lambda one: one.seat.capacity != "delegate")
    return here[0].seat.person if here else ""


def _count(meeting: Meeting, found: Counter[str], unit: str) -> None:
    found[unit] += 1
    organisation = _organisation(meeting, unit)
    if organisation != unit:
        found[organisation] += 1


def _organisation(meeting: Meeting, unit: str) -> str:
    """The organisation for which a person speaks, else the person or organisation itself."""
    presence = meeting.presence(unit)
    return presence.seat.organisation or unit if presence else unit


def line(meeting: Meeting) -> tuple[Asking, ...]:
    """Who comes next, in order: by kind, then by who was heard least, then by who asked first.

    Person and organisation count together. Each place is found as if those before had spoken. What the
    facilitator moved stands where it was put.
    """
    left, order = list(asking(meeting)), []
    counts = turns(meeting)
    item = meeting.current.id if meeting.current else ""
    said = [floor.kind for floor in meeting.floors if floor.item == item]
    while left:
        one = _next(meeting, left, counts, said)
        left.remove(one)
        order.append(one)
        said.append(one.kind)
        _count(meeting, counts, one.person)
    return _as_moved(order)


def _next(meeting: Meeting, left: list[Asking], counts: Counter[str], said: list[str]) -> Asking:
    may = [one for one in left if one.kind not in held_back(said)] or left

    def rank(one: Asking) -> tuple[int, int, int]:
        own, together = counts[one.person], counts[_organisation(meeting, one.person)]
        return KINDS.index(one.kind) if one.kind in KINDS else len(KINDS), own + together, own

    return min(may, key=rank)  # the first of equals is the one who asked first


def held_back(said: list[str]) -> tuple[str, ...]:
    """The kinds that do not go ahead now, after the kinds that were said in an item, the latest last."""
    if len(said) >= AHEAD and "new" not in said[-AHEAD:]:
        return ("process", "question", "reply")
    if len(said) >= REPLIES and set(said[-REPLIES:]) == {"reply"}:
        return ("reply",)
    return ()


def _as_moved(order: list[Asking]) -> tuple[Asking, ...]:
    for moved in sorted((one for one in order if one.place), key=lambda one: one.place):
        at = next((number for number, one in enumerate(order) if one.person == moved.before), None)
        if at is None and moved.before:
            continue  # that person is not waiting any more
        order.remove(moved)
        at = next((number for number, one in enumerate(order) if one.person == moved.before), len(order))
        order.insert(at, moved)
    return tuple(order)


def rule(meeting: Meeting) -> str:
    """The rule of the order in words, to stand next to it; and what holds somebody back where something does."""
    item = meeting.current.id if meeting.current else ""
    held = held_back([floor.kind for floor in meeting.floors if floor.item == item])
    waiting = asking(meeting)
    if any(one.kind in held for one in waiting) and any(one.kind not in held for one in waiting):
        if "process" in held:
            return _("Four went ahead in a row: now somebody who has been waiting with a new point.")
        return _("Two replies in a row: now somebody with another point.")
    return _("Those heard least come first, person and organisation together.")


def rule_of_kinds() -> str:
    """What goes ahead of new points, in words."""
    return _(
        "Points about the process come first, then questions to understand, then direct replies, "
        "two in a row at most."
    )


def times(count: int) -> str:
    """Which time it would be that somebody speaks who spoke so often; it is never counted far, to shame nobody."""
    table = {0: _("first time today"), 1: _("second time"), 2: _("third time")}
    return table.get(count, _("fourth time or more"))


def unheard(meeting: Meeting, unit: str = "organisation") -> tuple[str, ...]:
    """Who is here with a voice and has not yet spoken in the running item, by the ids of the unit."""
    item = meeting.current.id if meeting.current else ""
    spoke: set[str] = set()
    for floor in meeting.floors:
        if floor.item == item:
            spoke |= {floor.person, _organisation(meeting, floor.person)}
    for one in meeting.rounds:
        if one.item == item and one.kind in _TALK:
            spoke |= {*one.heard, *(_organisation(meeting, heard) for heard in one.heard)}
    if unit == "person":
        everybody = tuple(
            one.seat.person for one in meeting.present_people if one.seat.capacity != "interpreter"
        )
    else:
        everybody = meeting.present_members
    return tuple(one for one in everybody if one not in spoke)
