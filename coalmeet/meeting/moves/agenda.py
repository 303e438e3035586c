"""Moves on the agenda itself, in the middle of the meeting: each stands for a yes of the group, in one input."""

from __future__ import annotations

from coalmeet.errors import NotAllowed
from coalmeet.meeting import events
from coalmeet.meeting.moves.asking import must_be_on_record, running_item, some_text, the_item
from coalmeet.meeting.outcomes import natural_outcome
from coalmeet.meeting.state import Item, Meeting
from coalmeet.meeting.timing import MINUTE, left_ms
from coalmeet.text import _

Events = tuple[events.Event, ...]
LABELS = ("decision", "update", "discussion", "")


def add_item(
    meeting: Meeting, at: int, entry: events.AgendaEntry, before: str = "", reason: str = ""
) -> Events:
    """Put another item on the agenda, before one that is given or at the end."""
    must_be_on_record(meeting)
    some_text(entry.title, _("Give the item a title."))
    if meeting.item(entry.id):
        raise NotAllowed(_("This item is on the agenda already. Choose it from the list."))
    if entry.label not in LABELS or entry.minutes < 0:
        raise NotAllowed(_("Choose decision, update or discussion, and give the item no fewer than 0 min."))
    return (events.ItemAdded(entry, before, reason.strip()),)


def move_item(meeting: Meeting, at: int, item: str, before: str = "", reason: str = "") -> Events:
    """Put an item that is still to come in another place."""
    must_be_on_record(meeting)
    wanted = the_item(meeting, item)
    if wanted.outcome or wanted.running:
        raise NotAllowed(
            _("“{title}” has been dealt with. Move an item that is still to come.").format(
                title=wanted.entry.title
            )
        )
    if before == item:
        raise NotAllowed(_("An item cannot stand before itself. Choose another place."))
    return (events.ItemMoved(item, before, reason.strip()),)


def label_item(meeting: Meeting, at: int, item: str, label: str, reason: str = "") -> Events:
    """Say what an item is: a decision, an update or a discussion."""
    must_be_on_record(meeting)
    the_item(meeting, item)
    if label not in LABELS:
        raise NotAllowed(_("Choose decision, update or discussion."))
    return (events.ItemLabelled(item, label, reason.strip()),)


def rename_item(meeting: Meeting, at: int, item: str, title: str, reason: str = "") -> Events:
    """Give an item another title, as it turned out what it is about."""
    must_be_on_record(meeting)
    wanted = _own_item(meeting, item)
    kept = some_text(title, _("Give the item a title."))
    if kept == wanted.entry.title:
        raise NotAllowed(_("This is its title already. Write another one."))
    return (events.ItemRenamed(item, kept, reason.strip()),)


def choose_topic(
    meeting: Meeting, at: int, item: str, topic: str = "", title: str = "", reason: str = ""
) -> Events:
    """Let an item go on with an earlier topic, whose last title is given; "" makes it a topic of its own again."""
    must_be_on_record(meeting)
    wanted = _own_item(meeting, item)
    if (topic or item) == (wanted.entry.topic or item):
        raise NotAllowed(_("It goes on with this topic already. Choose another one."))
    return (events.TopicChosen(item, topic, title.strip() if topic else "", reason.strip()),)


def split_item(
    meeting: Meeting, at: int, item: str, id: str, title: str, minutes: int | None = None, reason: str = ""
) -> Events:
    """Make two items of one. The second part gets `minutes` of what the first has left, half of it by default.

    It begins with the label, the presenters and the topic of the first; what was noted, proposed and decided
    stays there.
    """
    must_be_on_record(meeting)
    first = _open_item(meeting, item)
    kept = some_text(title, _("Give the second part a title."))
    if meeting.item(id):
        raise NotAllowed(_("This item is on the agenda already. Choose it from the list."))
    left = whole_minutes_left(first, at)
    given = left // 2 if minutes is None else minutes
    if not 0 <= given <= left:
        raise NotAllowed(
            _("“{title}” has {count} min left. Give the second part no more than that.").format(
                title=first.entry.title, count=left
            )
        )
    entry = events.AgendaEntry(
        id,
        kept,
        first.entry.label,
        given,
        presenters=first.entry.presenters,
        kind=first.entry.kind,
        topic=first.entry.topic or first.id,
    )
    return (events.ItemSplit(item, entry, reason.strip()),)


def merge_items(meeting: Meeting, at: int, item: str, into: str, reason: str = "") -> Events:
    """Take an item up within another one, which gets the minutes that it has left."""
    must_be_on_record(meeting)
    gone, kept = _open_item(meeting, item), _open_item(meeting, into)
    if item == into:
        raise NotAllowed(_("An item cannot be taken up within itself. Choose another one."))
    if gone.running:
        raise NotAllowed(
            _("“{title}” is running. Take the other item up within it instead.").format(
                title=gone.entry.title
            )
        )
    if meeting.live_proposal(item) is not None:
        raise NotAllowed(
            _("“{title}” has a proposal on its table. Take the other item up within it instead.").format(
                title=gone.entry.title
            )
        )
    return (events.ItemMerged(item, kept.id, whole_minutes_left(gone, at), reason.strip()),)


def whole_minutes_left(item: Item, at: int) -> int:
    """The whole minutes of its timebox that an item still has; what it has used it cannot give away."""
    return max(0, left_ms(item, at) // MINUTE)


def _open_item(meeting: Meeting, item: str) -> Item:
    """An item of the group's own that has no outcome yet."""
    wanted = the_item(meeting, item)
    if wanted.outcome:
        raise NotAllowed(
            _("“{title}” has been dealt with. Choose an item that is still open.").format(
                title=wanted.entry.title
            )
        )
    return _own_item(meeting, item)


def _own_item(meeting: Meeting, item: str) -> Item:
    """An item that the group brought itself."""
    wanted = the_item(meeting, item)
    if wanted.entry.built_in:
        raise NotAllowed(
            _("“{title}” is a part of every meeting. Move it, or change its minutes.").format(
                title=wanted.entry.title
            )
        )
    natural_outcome(meeting, wanted)  # refuses in the middle of a consent round
    return wanted


def suspend_record(meeting: Meeting, at: int) -> Events:
    """Go off the record: nothing is decided and nothing typed until it ends."""
    item = running_item(meeting)
    if item.is_off_record:
        raise NotAllowed(_("This part is off the record already."))
    live = meeting.live_proposal(item.id)
    if live is not None and live.stage == "consent":
        raise NotAllowed(_("A consent round is going on. Finish it first, then go off the record."))
    return (events.RecordSuspended(item.id),)


def resume_record(meeting: Meeting, at: int) -> Events:
    """Go on the record again."""
    item = running_item(meeting)
    if not item.is_off_record:
        raise NotAllowed(_("The meeting is on the record."))
    return (events.RecordResumed(item.id),)
