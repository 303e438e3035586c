"""What an entry about somebody's presence takes along when it is put right: answers that nobody gave after all."""

from __future__ import annotations

from collections.abc import Sequence

from coalmeet.meeting import events
from coalmeet.meeting.fold import effective
from coalmeet.meeting.journal import Move
from coalmeet.meeting.state import Meeting
from coalmeet.meeting.timing import present_at

Events = tuple[events.Event, ...]
UNASKED = "unasked"  # the answer of whoever turns out not to have been asked


def voided(before: Meeting, after: Meeting, moves: Sequence[Move]) -> Events:
    """Corrections of the answers of those for whom, as it turns out, nobody was there who spoke for them.

    An objection stays: only its objector lets it go. What was sent beforehand needs nobody there.
    """
    return tuple(
        events.Corrected(move.id, index, "answer", UNASKED)
        for move in effective(moves)
        for index, event in enumerate(move.events)
        if isinstance(event, events.Answered)
        and event.how != "beforehand"
        and event.answer not in (UNASKED, "objection")
        and _had_a_voice(before, event.organisation, move.at)
        and not _had_a_voice(after, event.organisation, move.at)
    )


def _had_a_voice(meeting: Meeting, unit: str, moment: int) -> bool:
    return any(
        one.has_voice and unit in (one.seat.person, one.seat.organisation) and present_at(one, moment)
        for one in meeting.people
    )
