"""Moves that carry the meeting along: from item to item, and to its close."""

from __future__ import annotations

from coalmeet.errors import NotAllowed
from coalmeet.meeting import events
from coalmeet.meeting.moves.asking import must_be_open, running_item, the_item
from coalmeet.meeting.order import coming_item
from coalmeet.meeting.outcomes import check_outcome, natural_outcome
from coalmeet.meeting.state import Meeting
from coalmeet.meeting.timing import MINUTE, last_turn
from coalmeet.text import _

Events = tuple[events.Event, ...]
LONGEST_AGO = 120 * MINUTE  # an item cannot have begun longer ago than this; more is a slip of the finger


def agree_agenda(meeting: Meeting, at: int) -> Events:
    """Those present consent to the agenda; from here changes of it are recorded."""
    must_be_open(meeting)
    if meeting.agenda_agreed:
        raise NotAllowed(_("The agenda is agreed already. Later changes are recorded by themselves."))
    return (events.AgendaAgreed(),)


def start_item(meeting: Meeting, at: int, item: str, ago: int = 0) -> Events:
    """Turn to an item, now or `ago` milliseconds earlier; what was running is ended with its natural
    outcome.
    """
    must_be_open(meeting)
    wanted = the_item(meeting, item)
    if wanted.running:
        raise NotAllowed(_("“{title}” is running already.").format(title=wanted.entry.title))
    ended = _ending(meeting, ago) if meeting.current else ()
    return (*_back_to_work(meeting), *ended, events.ItemStarted(item, _reasonable(meeting, at, ago)))


def _reasonable(meeting: Meeting, at: int, ago: int) -> int:
    if not 0 <= ago <= LONGEST_AGO:
        raise NotAllowed(_("An item can be dated back by two hours at most. Choose a later moment."))
    return min(ago, max(0, at - last_turn(meeting)))


def _back_to_work(meeting: Meeting) -> Events:
    """What ends by itself when the meeting turns to an item: a break, and a round that belongs elsewhere."""
    rest: Events = (events.BreakEnded(),) if meeting.on_break else ()
    ended: Events = (events.RoundEnded(),) if meeting.round else ()
    return (*rest, *ended)


def _ending(meeting: Meeting, ago: int = 0, outcome: str = "", reason: str = "") -> Events:
    current = running_item(meeting)
    chosen = outcome or natural_outcome(meeting, current)
    check_outcome(meeting, current, chosen)
    if outcome:
        natural_outcome(meeting, current)  # refuses in the middle of a consent round
    return (events.ItemEnded(current.id, chosen, ago, reason),)


def end_item(meeting: Meeting, at: int, outcome: str = "", reason: str = "", ago: int = 0) -> Events:
    """Leave the running item with an outcome: the given one, or what its record says."""
    running_item(meeting)
    ended: Events = (events.RoundEnded(),) if meeting.round else ()
    return (*ended, *_ending(meeting, _reasonable(meeting, at, ago), outcome, reason))


def leave_item(meeting: Meeting, at: int) -> Events:
    """Leave the running item without an outcome, to take it up again."""
    current = running_item(meeting)
    ended: Events = (events.RoundEnded(),) if meeting.round else ()
    return (*ended, events.ItemLeft(current.id))


def next_item(meeting: Meeting, at: int, outcome: str = "") -> Events:
    """End what is running and start the next item that has no outcome yet."""
    must_be_open(meeting)
    following = coming_item(meeting)
    if following is None:
        raise NotAllowed(_("That was the last item. Close the meeting, or add an item."))
    ended = _ending(meeting, outcome=outcome) if meeting.current else ()
    return (*_back_to_work(meeting), *ended, events.ItemStarted(following.id))


def settle_item(meeting: Meeting, at: int, item: str, outcome: str, reason: str = "") -> Events:
    """Give an item that is not running an outcome: postponed, parked, dropped, referred, not reached."""
    must_be_open(meeting)
    wanted = the_item(meeting, item)
    if wanted.running:
        return end_item(meeting, at, outcome, reason)
    check_outcome(meeting, wanted, outcome)
    return (events.ItemSettled(item, outcome, reason),)


def close_meeting(meeting: Meeting, at: int) -> Events:
    """Close: the running item gets its outcome, what was not taken up is "not reached"."""
    must_be_open(meeting)
    ended = _ending(meeting) if meeting.current else ()
    for item in meeting.items:
        natural_outcome(meeting, item)  # no consent round is left hanging in an item that was put aside
    unreached = tuple(
        events.ItemSettled(item.id, natural_outcome(meeting, item) if item.started else "not reached")
        for item in meeting.items
        if not item.outcome and not item.running
    )
    return (*_back_to_work(meeting), *ended, *unreached, events.MeetingClosed())


def reopen_meeting(meeting: Meeting, at: int, reason: str) -> Events:
    """Take a closed meeting up again, while its minutes are a draft (who calls it knows whether they are)."""
    if not meeting.closed_at:
        raise NotAllowed(_("The meeting is still open."))
    if not reason.strip():
        raise NotAllowed(_("Say in a few words why the meeting is opened again."))
    return (events.MeetingReopened(reason.strip()),)
