"""Moves when somebody is called and no answer comes: asked again at the end, then counted as left."""

from __future__ import annotations

from collections.abc import Sequence

from coalmeet.errors import NotAllowed
from coalmeet.meeting import events
from coalmeet.meeting.asked import to_ask_again
from coalmeet.meeting.moves.asking import must_be_open, the_proposal, the_round
from coalmeet.meeting.state import Meeting, Presence
from coalmeet.meeting.turns import waiting
from coalmeet.text import _

Events = tuple[events.Event, ...]


def still_here(meeting: Meeting, at: int, voices: Sequence[str] = ()) -> Events:
    """Before a decision: these voices (all present ones unless named) were seen or heard. One input for all."""
    now = the_round(meeting)
    if now.kind != "consent":
        raise NotAllowed(_("This is asked when a decision begins. Ask for consent first."))
    if now.seen:
        raise NotAllowed(_("Everybody was asked already. Call them by name."))
    seen = tuple(voices) or meeting.voices
    return (events.StillHere(tuple(one for one in seen if one in meeting.voices)),)


def no_answer(meeting: Meeting, at: int, unit: str = "") -> Events:
    """Somebody was called and did not answer; called twice, they count as left from then.

    An objection of theirs stays open: silence ends none.
    """
    now = the_round(meeting)
    left = waiting(meeting, now)
    called = unit or (left[0] if left else "")
    if called not in left:
        raise NotAllowed(_("They are not waiting to be called. Call somebody who is."))
    unheard = events.NotAnswered(called)
    if called not in now.unanswered:
        return (unheard,)
    return (unheard, *(events.Departed(one.seat.person) for one in people_of(meeting, called) if one.here))


def back_again(meeting: Meeting, at: int, unit: str) -> Events:
    """Somebody who counted as left because no answer came is back, and is called again at the end."""
    must_be_open(meeting)
    now = meeting.round
    back = lost(meeting, unit)
    if not back:
        raise NotAllowed(_("They did not count as left. Note their arrival instead."))
    joined: Events = (events.RoundJoined(unit),) if now is not None and unit not in now.order else ()
    return (*(events.Arrived(one.seat.person) for one in back), *joined)


def answers_stand(meeting: Meeting, at: int, voices: Sequence[str] = ()) -> Events:
    """Their line had broken after they answered; they are back, were asked again, and stand by what they said.

    These voices, or all to whom it applies. Whoever says something else now simply answers anew.
    """
    proposal = the_proposal(meeting)
    asked = tuple(one for one in to_ask_again(meeting, proposal) if not voices or one in voices)
    if not asked:
        raise NotAllowed(_("Nobody of them has to be asked again. Note what they say now as their answer."))
    said = (proposal.answer_of(one) for one in asked)
    return tuple(
        events.Answered(
            proposal.id,
            one.version,
            one.organisation,
            one.answer,
            one.person,
            one.text,
            "turn",
            one.confirm_by,
        )
        for one in said
        if one is not None
    )


def lost(meeting: Meeting, unit: str) -> tuple[Presence, ...]:
    """The people of a voice who count as left because they were called twice without an answer."""
    called_in = [one for one in meeting.rounds if one.unanswered.count(unit) > 1]
    gone = [one for one in people_of(meeting, unit) if one.spans and one.spans[-1].until is not None]
    if not called_in or len(gone) < len([one for one in people_of(meeting, unit) if one.spans]):
        return ()
    latest = max((one.spans[-1].until or 0 for one in gone), default=0)
    return tuple(one for one in gone if one.spans[-1].until == latest and latest >= called_in[-1].begun)


def people_of(meeting: Meeting, unit: str) -> tuple[Presence, ...]:
    """Those who speak for a voice: one person, or the delegate and alternates of an organisation."""
    return tuple(
        one for one in meeting.people if one.has_voice and unit in (one.seat.person, one.seat.organisation)
    )
