"""Who will have left by when, and which decision would then lack quorum: said before it, never after."""

from __future__ import annotations

from dataclasses import dataclass

from coalmeet.meeting.order import coming_items
from coalmeet.meeting.state import Item, Meeting, Presence
from coalmeet.meeting.timing import MINUTE, left_ms
from coalmeet.meeting.words import listed
from coalmeet.text import clock_time, ngettext

NEAR = 20 * MINUTE  # before a decision is taken up, or before the one on whom it depends leaves


@dataclass(frozen=True, slots=True)
class QuorumEnds:
    """When there will be too few to decide (wall time), and with whose leaving."""

    at: int
    people: tuple[Presence, ...]


@dataclass(frozen=True, slots=True)
class Endangered:
    """A decision that is planned to end (`until`, wall time) when there will be too few to take it."""

    item: Item
    since: int
    until: int
    ends: QuorumEnds


def quorum_ends(meeting: Meeting) -> QuorumEnds | None:
    """The first moment at which those who said that they leave take quorum with them; None if it holds.

    An organisation is here as long as one of its representatives is: with an alternate in the room a delegate may
    leave.
    """
    if not meeting.quorum or not meeting.has_quorum:
        return None
    going = sorted((one for one in meeting.present_people if one.leaves_at), key=lambda one: one.leaves_at)
    before = set(meeting.voices)
    for place, last in enumerate(going):
        gone = going[: place + 1]
        staying = _voices(meeting, gone)
        if len(staying) < meeting.quorum:
            missed = before - staying
            taking = tuple(one for one in gone if {one.seat.person, one.seat.organisation} & missed)
            return QuorumEnds(last.leaves_at, taking)
    return None


def _voices(meeting: Meeting, gone: list[Presence]) -> set[str]:
    stays = [one for one in meeting.present_people if one.has_voice and one not in gone]
    people, organisations = {one.seat.person for one in stays}, {one.seat.organisation for one in stays}
    return {voice for voice in meeting.voices if voice in people or voice in organisations}


def endangered(meeting: Meeting, now: int) -> Endangered | None:
    """The first decision that is planned to end after quorum does; None where all is well."""
    ends = quorum_ends(meeting)
    if ends is None or not meeting.is_open or meeting.is_adjourned:
        return None
    begins = max(now, meeting.rest_return) if meeting.on_break else now
    current = meeting.current
    rest = (current,) if current else ()
    for item in (*rest, *coming_items(meeting)):
        length = max(0, left_ms(item, now))
        until = begins + length
        if _decides(meeting, item) and until > ends.at:
            return Endangered(item, begins, until, ends)
        begins = until
    return None


def _decides(meeting: Meeting, item: Item) -> bool:
    """Whether something is still to be decided in it."""
    if meeting.live_proposal(item.id) is not None:
        return True
    decided = any(one.decided for one in meeting.proposals_of(item.id))
    return item.entry.label == "decision" and not decided


def quorum_warning(meeting: Meeting, now: int) -> str:
    """What to say before a decision whose quorum depends on somebody who leaves; "" while none is near.

    It is said as the item comes near, while it runs, or when the leaving does.
    """
    found = endangered(meeting, now)
    if found is None or min(found.since, found.ends.at) - now > NEAR:
        return ""
    names = listed([one.seat.name for one in found.ends.people])
    time = clock_time(found.ends.at, meeting.time_zone)
    if found.item.running:
        return ngettext(
            "Quorum depends on {names}, who leaves at {time}. Ask for consent before, or ask who can stay.",
            "Quorum depends on {names}, who leave by {time}. Ask for consent before, or ask who can stay.",
            len(found.ends.people),
        ).format(names=names, time=time)
    return ngettext(
        "“{title}” ends at {end} as planned, and quorum depends on {names}, who leaves at {time}. "
        "Take it up before, or ask who can stay.",
        "“{title}” ends at {end} as planned, and quorum depends on {names}, who leave by {time}. "
        "Take it up before, or ask who can stay.",
        len(found.ends.people),
    ).format(
        title=found.item.entry.title,
        end=clock_time(found.until, meeting.time_zone),
        names=names,
        time=time,
    )
