"""Moves on the clock: pauses, minutes more or fewer and who pays for them, breaks, sleep."""

from __future__ import annotations

from coalmeet.errors import NotAllowed
from coalmeet.meeting import events
from coalmeet.meeting.moves.asking import must_be_open, running_item, the_item
from coalmeet.meeting.outcomes import natural_outcome
from coalmeet.meeting.state import Item, Meeting
from coalmeet.meeting.timing import MINUTE, left_ms
from coalmeet.text import _

Events = tuple[events.Event, ...]
GRACE = 2  # +1 minute is the facilitator's own to give at most twice an item; more is asked of the group
PAYERS = ("grace", "end", "item", "postponed", "given_back", "correction")


def pause(meeting: Meeting, at: int, ago: int = 0) -> Events:
    """Stop the running item's clock."""
    if running_item(meeting).paused:
        raise NotAllowed(_("The clock is paused already. Resume it when you go on."))
    return (events.ClockPaused(min(max(0, ago), max(0, at - _ran_since(meeting)))),)


def _ran_since(meeting: Meeting) -> int:
    """Since when the running item's clock has run without a pause, as wall time."""
    item = running_item(meeting)
    ends = [one.until for one in item.pauses if one.until is not None]
    return max([item.slices[-1].since, *ends])


def resume(meeting: Meeting, at: int) -> Events:
    """Let the clock go on; a break ends with it."""
    if meeting.on_break:
        return end_break(meeting, at)
    if not running_item(meeting).paused:
        raise NotAllowed(_("The clock is running."))
    return (events.ClockResumed(),)


def change_timebox(
    meeting: Meeting, at: int, minutes: int, payer: str = "grace", payer_item: str = "", item: str = ""
) -> Events:
    """Give the running (or a named) item whole minutes more, or fewer when below zero.

    `payer` "correction" puts the clock itself right, which the facilitator may do at any time. Raises NotAllowed
    when a grace minute would be the third, when nobody is named who pays, or when an item is to pay more than it
    has left.
    """
    target = the_item(meeting, item) if item else running_item(meeting)
    must_be_open(meeting)
    if not minutes:
        raise NotAllowed(_("Say how many minutes."))
    if payer not in PAYERS:
        raise NotAllowed(
            _("Say who pays for the time: a later item, one that is postponed, or the end of the meeting.")
        )
    if minutes < 0:
        if target.minutes + minutes < 0:
            raise NotAllowed(_("The item has only {count} min. Take off fewer.").format(count=target.minutes))
        return (events.TimeboxChanged(target.id, minutes, payer if payer == "correction" else "given_back"),)
    if payer == "grace":
        given = sum(change.minutes for change in target.extensions if change.payer == "grace")
        if minutes > 1 or given >= GRACE:
            raise NotAllowed(_("Two grace minutes at most. Ask the group for more, and say who pays for it."))
    return _paid(meeting, at, events.TimeboxChanged(target.id, minutes, payer, payer_item))


def _paid(meeting: Meeting, at: int, change: events.TimeboxChanged) -> Events:
    if change.payer not in ("item", "postponed"):
        return (change,)
    payer = the_item(meeting, change.payer_item)
    if payer.id == change.item or payer.outcome:
        raise NotAllowed(
            _("“{title}” cannot pay. Choose an item that is still to come.").format(title=payer.entry.title)
        )
    if payer.entry.built_in == "closing":
        raise NotAllowed(_("The closing keeps its minutes. Choose another item, or end later."))
    waits = change.payer == "postponed"
    if left_ms(payer, at) < change.minutes * MINUTE:
        raise NotAllowed(_too_little(payer, at, waits=waits))
    if not waits:
        return (change,)
    if payer.running:
        raise NotAllowed(
            _("“{title}” is running. Choose an item that is still to come.").format(title=payer.entry.title)
        )
    natural_outcome(meeting, payer)  # refuses in the middle of a consent round
    return (change, events.ItemSettled(payer.id, "postponed"))


def _too_little(payer: Item, at: int, *, waits: bool) -> str:
    """What it lacks, and what to do: an item gives no more minutes than it has, even when it waits."""
    sentence = (
        _("“{title}” has only {count} min left. Ask for fewer minutes, or let the meeting end later.")
        if waits
        else _("“{title}” has only {count} min left. Choose another item, or postpone it.")
    )
    return sentence.format(title=payer.entry.title, count=max(0, left_ms(payer, at) // MINUTE))


def count_gap(meeting: Meeting, at: int, since: int, until: int) -> Events:
    """Count a stretch in which the laptop slept as a pause of the running item."""
    running_item(meeting)
    if not meeting.opened_at <= since < until <= at:
        raise NotAllowed(_("This stretch does not lie within the meeting. Choose a later beginning."))
    return (events.GapCounted(since, until),)


def begin_break(meeting: Meeting, at: int, minutes: int = 10) -> Events:
    """Send all into a break and say when it ends; the running item waits."""
    must_be_open(meeting)
    if meeting.is_adjourned:
        raise NotAllowed(_("The meeting has stopped for the day. Go on first."))
    if meeting.on_break:
        raise NotAllowed(_("There is a break already. End it before the next."))
    if not 1 <= minutes <= 24 * 60:
        raise NotAllowed(_("Say how many minutes the break takes."))
    return (events.BreakBegun(at + minutes * MINUTE),)


def move_return(meeting: Meeting, at: int, minutes: int) -> Events:
    """Let the break last so many minutes longer, or shorter when below zero; never into the past."""
    must_be_open(meeting)
    if not meeting.on_break:
        raise NotAllowed(_("There is no break now. Begin one first."))
    until = max(meeting.rest_return, at) + minutes * MINUTE
    if until <= at:
        raise NotAllowed(_("That moment has passed. Go on, or choose a later one."))
    return (events.ReturnMoved(until),)


def end_break(meeting: Meeting, at: int) -> Events:
    """Go on after the break."""
    must_be_open(meeting)
    if not meeting.on_break:
        raise NotAllowed(_("There is no break now. Begin one first."))
    return (events.BreakEnded(),)
