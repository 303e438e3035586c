"""Moves that carry the meeting along: from item to item, and to its close."""

from __future__ import annotations

from datetime import date as dates

from coalmeet.errors import NotAllowed
from coalmeet.meeting import events
from coalmeet.meeting.moves.asking import must_be_on_record, must_be_open, running_item, the_item
from coalmeet.meeting.moves.work import a_date
from coalmeet.meeting.order import coming_item
from coalmeet.meeting.outcomes import check_outcome, natural_outcome
from coalmeet.meeting.state import Item, Meeting
from coalmeet.meeting.timing import MINUTE, last_turn, used_ms
from coalmeet.text import _, clock_time, wall

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
    _must_stand_alone(meeting, wanted)
    began = _reasonable(meeting, at, ago)
    ended = _ending(meeting, began) if meeting.current else ()
    return (*_back_to_work(meeting, began), *ended, events.ItemStarted(item, began))


def _must_stand_alone(meeting: Meeting, wanted: Item) -> None:
    within = meeting.item(wanted.merged_into) if wanted.outcome else None
    if within is not None:
        raise NotAllowed(
            _("“{title}” is taken up within “{other}”. Start that one.").format(
                title=wanted.entry.title, other=within.entry.title
            )
        )


def _reasonable(meeting: Meeting, at: int, ago: int) -> int:
    if not 0 <= ago <= LONGEST_AGO:
        raise NotAllowed(_("An item can be dated back by two hours at most. Choose a later moment."))
    return min(ago, max(0, at - last_turn(meeting)))


def _back_to_work(meeting: Meeting, ago: int = 0) -> Events:
    """What ends by itself when the meeting turns to an item: a break or the time until another day, and a round
    that belongs elsewhere.
    """
    again: Events = (events.MeetingContinued(ago),) if meeting.is_adjourned else ()
    rest: Events = (events.BreakEnded(),) if meeting.on_break else ()
    ended: Events = (events.RoundEnded(),) if meeting.round else ()
    return (*again, *rest, *ended)


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
    must_be_on_record(meeting)
    wanted = the_item(meeting, item)
    if wanted.running:
        return end_item(meeting, at, outcome, reason)
    natural_outcome(meeting, wanted)  # refuses while it waits in the middle of a consent round
    check_outcome(meeting, wanted, outcome)
    return (events.ItemSettled(item, outcome, reason.strip()),)


def adjourn(meeting: Meeting, at: int, date: str = "", start: str = "") -> Events:
    """Stop for the day and go on another day; the running item is left open and taken up again then.

    `date` (ISO) and `start` ("HH:MM") say when, where that is known. Raises NotAllowed in a consent round, and for
    a moment that has passed.
    """
    must_be_open(meeting)
    if meeting.is_adjourned:
        raise NotAllowed(_("The meeting has stopped for the day already. Go on when all are back."))
    if any(one.stage == "consent" for one in meeting.proposals if not one.decided):
        raise NotAllowed(
            _("A consent round is going on, and who is here need not be there another day. Finish it first.")
        )
    until = _moment(meeting, date, start)
    if until and until <= at:
        raise NotAllowed(_("That moment has passed. Choose a later one, or leave the date open."))
    ended: Events = (events.RoundEnded(),) if meeting.round else ()
    left: Events = (events.ItemLeft(meeting.current.id),) if meeting.current else ()
    return (*ended, *left, events.MeetingAdjourned(until))


def _moment(meeting: Meeting, date: str, start: str) -> int:
    day = a_date(date)
    if not day:
        return 0
    began = clock_time(meeting.planned_start or meeting.opened_at, meeting.time_zone)
    try:
        return wall(dates.fromisoformat(day), start or began, meeting.time_zone)
    except ValueError:
        raise NotAllowed(_("“{text}” is not a time. Write it as 18:30.").format(text=start)) from None


def go_on(meeting: Meeting, at: int) -> Events:
    """Go on with a meeting that had stopped for the day; those who are back arrive again."""
    must_be_open(meeting)
    if not meeting.is_adjourned:
        raise NotAllowed(_("The meeting is going on."))
    return (events.MeetingContinued(),)


def close_meeting(meeting: Meeting, at: int) -> Events:
    """Close: the running item gets its outcome, what was not taken up is "not reached"."""
    must_be_open(meeting)
    ended = _ending(meeting) if meeting.current else ()
    for item in meeting.items:
        natural_outcome(meeting, item)  # no consent round is left hanging in an item that was put aside
    unreached = tuple(
        events.ItemSettled(item.id, _left_with(meeting, item, at))
        for item in meeting.items
        if not item.outcome and not item.running
    )
    return (*_back_to_work(meeting), *ended, *unreached, events.MeetingClosed())


def _left_with(meeting: Meeting, item: Item, at: int) -> str:
    """What an item that was put aside comes to at the close: one only looked at for a moment was not reached."""
    found = natural_outcome(meeting, item) if item.started else "not reached"
    used = {one.item for one in meeting.actions} | {one.item for one in meeting.rounds}
    glanced = used_ms(item, at) < MINUTE and item.id not in used and not item.entry.built_in
    return "not reached" if found == "noted" and glanced else found


def reopen_meeting(meeting: Meeting, at: int, reason: str) -> Events:
    """Take a closed meeting up again, while its minutes are a draft (who calls it knows whether they are)."""
    if not meeting.closed_at:
        raise NotAllowed(_("The meeting is still open. Go on with it."))
    if not reason.strip():
        raise NotAllowed(_("Say in a few words why the meeting is opened again."))
    return (events.MeetingReopened(reason.strip()),)
