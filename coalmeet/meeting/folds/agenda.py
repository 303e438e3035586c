"""Folds of the agenda and its clock."""

from __future__ import annotations

from dataclasses import replace

from coalmeet.meeting import events
from coalmeet.meeting.folds.folding import closed_span, folds, opened_span, with_item
from coalmeet.meeting.mending import AgendaChange
from coalmeet.meeting.numbering import next_number, part_number
from coalmeet.meeting.order import jumped
from coalmeet.meeting.state import Extension, Item, Meeting, Span

PAID_BY_ITEMS = ("item", "postponed")  # the payers whose own minutes become fewer


def _noted(meeting: Meeting, change: AgendaChange) -> Meeting:
    return replace(meeting, changes=(*meeting.changes, change)) if meeting.agenda_agreed else meeting


def _placed(items: tuple[Item, ...], item: Item, before: str) -> tuple[Item, ...]:
    others = [one for one in items if one.id != item.id]
    place = next((number for number, one in enumerate(others) if one.id == before), len(others))
    return (*others[:place], item, *others[place:])


@folds(events.ItemAdded)
def item_added(meeting: Meeting, event: events.ItemAdded, at: int) -> Meeting:
    """Before another item, or at the end."""
    number = next_number(meeting.items, event.entry)
    items = _placed(meeting.items, Item(event.entry, added=True, number=number), event.before)
    change = AgendaChange(at, "added", event.entry.id, event.before, event.entry.minutes, event.reason)
    return _noted(replace(meeting, items=items), change)


@folds(events.ItemMoved)
def item_moved(meeting: Meeting, event: events.ItemMoved, at: int) -> Meeting:
    """The item keeps everything else."""
    item = meeting.item(event.item)
    if item is None:
        return meeting
    moved = replace(meeting, items=_placed(meeting.items, item, event.before))
    return _noted(moved, AgendaChange(at, "moved", event.item, event.before, 0, event.reason))


@folds(events.ItemLabelled)
def item_labelled(meeting: Meeting, event: events.ItemLabelled, at: int) -> Meeting:
    """A label may be found on the way."""
    labelled = with_item(
        meeting, event.item, lambda item: replace(item, entry=replace(item.entry, label=event.label))
    )
    if meeting.items == labelled.items:
        return meeting
    return _noted(labelled, AgendaChange(at, "labelled", event.item, event.label, 0, event.reason))


@folds(events.ItemRenamed)
def item_renamed(meeting: Meeting, event: events.ItemRenamed, at: int) -> Meeting:
    """What it is about turned out on the way; the minutes know both titles."""
    item = meeting.item(event.item)
    if item is None or item.entry.title == event.title:
        return meeting
    renamed = with_item(
        meeting, item.id, lambda one: replace(one, entry=replace(one.entry, title=event.title))
    )
    return _noted(renamed, AgendaChange(at, "renamed", item.id, item.entry.title, 0, event.reason))


@folds(events.TopicChosen)
def topic_chosen(meeting: Meeting, event: events.TopicChosen, at: int) -> Meeting:
    """The history of the topic is the item's from here on."""
    topic = event.topic or event.item
    chosen = with_item(
        meeting, event.item, lambda item: replace(item, entry=replace(item.entry, topic=topic))
    )
    if meeting.items == chosen.items:
        return meeting
    return _noted(chosen, AgendaChange(at, "topic", event.item, event.title, 0, event.reason))


def _gives(item: Item, minutes: int, kind: str, other: str, at: int) -> Item:
    """The item with minutes more or fewer that went to or came from another one."""
    change = Extension(minutes, kind, other, at)
    return replace(item, extensions=(*item.extensions, change)) if minutes else item


@folds(events.ItemSplit)
def item_split(meeting: Meeting, event: events.ItemSplit, at: int) -> Meeting:
    """The new part stands right after the first, and has the minutes that the first gives up."""
    first, minutes = meeting.item(event.item), event.entry.minutes
    if first is None:
        return meeting
    part = Item(event.entry, added=True, number=part_number(meeting.items, first))
    places = [item.id for item in meeting.items]
    after = places[places.index(first.id) + 1 :]
    items = _placed(meeting.items, part, after[0] if after else "")
    split = with_item(
        replace(meeting, items=items),
        first.id,
        lambda item: _gives(item, -minutes, "split", part.id, at),
    )
    return _noted(split, AgendaChange(at, "split", first.id, part.id, minutes, event.reason))


@folds(events.ItemMerged)
def item_merged(meeting: Meeting, event: events.ItemMerged, at: int) -> Meeting:
    """The one leaves the agenda and keeps what was noted in it; the other gets its minutes, and what it lacks."""
    gone, into = meeting.item(event.item), meeting.item(event.into)
    if gone is None or into is None:
        return meeting
    left = with_item(
        meeting,
        gone.id,
        lambda item: replace(
            _gives(item, -event.minutes, "merged", into.id, at),
            outcome="noted",
            reason="",
            merged_into=into.id,
        ),
    )
    merged = with_item(
        left,
        into.id,
        lambda item: replace(
            _gives(item, event.minutes, "merged", gone.id, at), entry=_joined(item.entry, gone.entry)
        ),
    )
    return _noted(merged, AgendaChange(at, "merged", gone.id, into.id, event.minutes, event.reason))


def _joined(entry: events.AgendaEntry, other: events.AgendaEntry) -> events.AgendaEntry:
    """Who presents either presents the whole; a proposal or a wanted outcome that only the other had comes along."""
    presenters = tuple(dict.fromkeys((*entry.presenters, *other.presenters)))
    joined = replace(
        entry, presenters=presenters, desired_outcome=entry.desired_outcome or other.desired_outcome
    )
    if entry.proposal or not other.proposal:
        return joined
    return replace(joined, proposal=other.proposal, need=other.need, proposer=other.proposer, kind=other.kind)


@folds(events.ItemStarted)
def item_started(meeting: Meeting, event: events.ItemStarted, at: int) -> Meeting:
    """A new slice begins; taking an item up again takes its outcome away."""
    before = jumped(meeting, event.item)
    started = with_item(
        meeting,
        event.item,
        lambda item: replace(
            item,
            slices=opened_span(item.slices, at - event.ago),
            outcome="",
            reason="",
            merged_into="",
            corrected=item.corrected or bool(event.ago),
        ),
    )
    return _noted(started, AgendaChange(at, "taken_up", event.item, before)) if before else started


def _stopped(item: Item, at: int, ago: int) -> Item:
    return replace(
        item,
        slices=closed_span(item.slices, at - ago),
        pauses=closed_span(item.pauses, at - ago),
        off_record=closed_span(item.off_record, at - ago),
        corrected=item.corrected or bool(ago),
    )


@folds(events.ItemLeft)
def item_left(meeting: Meeting, event: events.ItemLeft, at: int) -> Meeting:
    """The slice ends, the item stays open."""
    return with_item(meeting, event.item, lambda item: _stopped(item, at, event.ago))


@folds(events.ItemEnded)
def item_ended(meeting: Meeting, event: events.ItemEnded, at: int) -> Meeting:
    """The slice ends and the item has its outcome."""
    return with_item(
        meeting,
        event.item,
        lambda item: replace(_stopped(item, at, event.ago), outcome=event.outcome, reason=event.reason),
    )


@folds(events.ItemSettled)
def item_settled(meeting: Meeting, event: events.ItemSettled, at: int) -> Meeting:
    """An outcome without a slice of its own."""
    settled = with_item(
        meeting, event.item, lambda item: replace(item, outcome=event.outcome, reason=event.reason)
    )
    if event.outcome == "not reached":
        return settled
    return _noted(settled, AgendaChange(at, event.outcome, event.item, reason=event.reason))


@folds(events.ClockPaused)
def clock_paused(meeting: Meeting, event: events.ClockPaused, at: int) -> Meeting:
    """Time stands still for the running item."""
    if meeting.current is None:
        return meeting
    return with_item(
        meeting,
        meeting.current.id,
        lambda item: replace(item, pauses=opened_span(item.pauses, at - event.ago)),
    )


@folds(events.ClockResumed)
def clock_resumed(meeting: Meeting, event: events.ClockResumed, at: int) -> Meeting:
    """Time goes on."""
    if meeting.current is None:
        return meeting
    return with_item(
        meeting, meeting.current.id, lambda item: replace(item, pauses=closed_span(item.pauses, at))
    )


@folds(events.GapCounted)
def gap_counted(meeting: Meeting, event: events.GapCounted, at: int) -> Meeting:
    """A stretch of sleep becomes a pause of whatever ran then, kept in order and apart from other pauses."""
    if meeting.current is None:
        return meeting
    gap = Span(event.since, max(event.since, event.until))
    return with_item(
        meeting, meeting.current.id, lambda item: replace(item, pauses=_merged((*item.pauses, gap)))
    )


def _merged(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Spans in order, overlapping ones joined, so that no second is counted twice."""
    joined: list[Span] = []
    for span in sorted(spans, key=lambda one: one.since):
        last = joined[-1] if joined else None
        if last is None or (last.until is not None and last.until < span.since):
            joined.append(span)
        else:
            until = None if last.until is None or span.until is None else max(last.until, span.until)
            joined[-1] = Span(last.since, until)
    return tuple(joined)


@folds(events.TimeboxChanged)
def timebox_changed(meeting: Meeting, event: events.TimeboxChanged, at: int) -> Meeting:
    """The item gets the minutes; an item that pays gives up as many, one that is put off for it as well."""
    extension = Extension(event.minutes, event.payer, event.payer_item, at)
    changed = with_item(
        meeting, event.item, lambda item: replace(item, extensions=(*item.extensions, extension))
    )
    if event.payer in PAID_BY_ITEMS and event.payer_item:
        changed = with_item(
            changed, event.payer_item, lambda item: _gives(item, -event.minutes, "paid", event.item, at)
        )
    change = AgendaChange(at, f"time_{event.payer}", event.item, event.payer_item, event.minutes)
    return replace(changed, changes=(*changed.changes, change))


@folds(events.BreakBegun)
def break_begun(meeting: Meeting, event: events.BreakBegun, at: int) -> Meeting:
    """The running item waits."""
    rested = replace(meeting, rest=Span(at), rest_return=event.until)
    return clock_paused(rested, events.ClockPaused(), at)


@folds(events.ReturnMoved)
def return_moved(meeting: Meeting, event: events.ReturnMoved, at: int) -> Meeting:
    """Only the moment that all are told; who came back at the first one waits."""
    return replace(meeting, rest_return=event.until) if meeting.on_break else meeting


@folds(events.BreakEnded)
def break_ended(meeting: Meeting, event: events.BreakEnded, at: int) -> Meeting:
    """The running item goes on."""
    rest = replace(meeting.rest, until=max(at, meeting.rest.since)) if meeting.rest else None
    return clock_resumed(replace(meeting, rest=rest, rest_return=0), events.ClockResumed(), at)


@folds(events.MeetingAdjourned)
def adjourned(meeting: Meeting, event: events.MeetingAdjourned, at: int) -> Meeting:
    """Everybody goes home: a break ends, and whoever comes back arrives again."""
    people = tuple(replace(one, spans=closed_span(one.spans, at), leaves_at=0) for one in meeting.people)
    rest = meeting.rest if meeting.rest is None else closed_span((meeting.rest,), at)[0]
    return replace(
        meeting,
        people=people,
        rest=rest,
        rest_return=0,
        adjournments=opened_span(meeting.adjournments, at),
        continues_at=event.until,
    )


@folds(events.MeetingContinued)
def continued(meeting: Meeting, event: events.MeetingContinued, at: int) -> Meeting:
    """The time between the two days belongs to no item and to nobody's presence."""
    return replace(meeting, adjournments=closed_span(meeting.adjournments, at - event.ago), continues_at=0)


@folds(events.RecordSuspended)
def record_suspended(meeting: Meeting, event: events.RecordSuspended, at: int) -> Meeting:
    """Off the record from here."""
    return with_item(
        meeting, event.item, lambda item: replace(item, off_record=opened_span(item.off_record, at))
    )


@folds(events.RecordResumed)
def record_resumed(meeting: Meeting, event: events.RecordResumed, at: int) -> Meeting:
    """On the record again."""
    return with_item(
        meeting, event.item, lambda item: replace(item, off_record=closed_span(item.off_record, at))
    )
