"""The items of an agenda that goes round: when each begins, how it is decided, its text, and why it comes back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from coalmeet.coalition.topic import Earlier, history, history_words
from coalmeet.meeting import words
from coalmeet.meeting.absent import USUAL_WINDOW
from coalmeet.meeting.ahead_values import Draft, Entry
from coalmeet.meeting.deciding import how_decided
from coalmeet.meeting.emergency import called, emergency_of
from coalmeet.meeting.events import EarlierTry
from coalmeet.meeting.minutes_again import came_back
from coalmeet.meeting.minutes_values import Fact
from coalmeet.meeting.minutes_words import sentence, with_year
from coalmeet.meeting.record_again import item_keys
from coalmeet.meeting.state import Item, Meeting
from coalmeet.meeting.timing import MINUTE
from coalmeet.text import _, clock_time, minutes, ngettext


def entries(meeting: Meeting, topics: Sequence[Earlier]) -> tuple[Entry, ...]:
    """The items in order; `topics` are the times at which topics were taken up before, of whatever meeting."""
    found = []
    at = meeting.planned_start
    for item in meeting.items:
        found.append(_entry(meeting, item, at, topics))
        at += item.entry.minutes * MINUTE if at else 0
    return tuple(found)


def _entry(meeting: Meeting, item: Item, at: int, topics: Sequence[Earlier]) -> Entry:
    entry = item.entry
    return Entry(
        clock=clock_time(at, meeting.time_zone) if at else "",
        number=item.number,
        title=entry.title or words.label(entry.label) or _("An item without a title"),
        label=words.label(entry.label) if entry.label else "",
        minutes=minutes(entry.minutes) if entry.minutes else "",
        presenters=_(", ").join(entry.presenters),
        outcome=entry.desired_outcome,
        how=how_decided(meeting, item) if is_decided(item) else "",
        back=tuple(_back(meeting, item, topics)),
        draft=Draft(entry.proposal, tuple(_facts(meeting, item))) if entry.proposal.strip() else None,
    )


def is_decided(item: Item) -> bool:
    """Whether something is up for decision in an item."""
    return item.entry.label == "decision" or bool(item.entry.proposal.strip())


def needed(meeting: Meeting, item: Item) -> str:
    """How many must be there to decide this; "" where a group or a person decides, or nobody counts."""
    if meeting.kind(item.entry.kind).method == "delegated" or not meeting.quorum:
        return ""
    return must_be_there(meeting)


def must_be_there(meeting: Meeting) -> str:
    """How many voices must be there to decide, in short."""
    if meeting.profile.unit == "person":
        return ngettext("{count} voice must be there", "{count} voices must be there", meeting.quorum).format(
            count=meeting.quorum
        )
    return ngettext(
        "{count} of {members} organisations must be there",
        "{count} of {members} organisations must be there",
        meeting.quorum,
    ).format(count=meeting.quorum, members=len(meeting.members))


def _back(meeting: Meeting, item: Item, topics: Sequence[Earlier]) -> Iterator[str]:
    """Why it comes back: what it takes up again, and what came of its topic at earlier meetings."""
    emergency = emergency_of(meeting, item.id)
    if emergency is not None and emergency.item:
        yield sentence(_("An emergency, {called}").format(called=called(emergency)))
    yield from came_back(item_keys(meeting, item))
    if item.entry.topic and not item.entry.built_in and not item.entry.again.decision:
        day = date.fromisoformat(meeting.date)
        before = history_words(history(topics, item.entry.topic, day), day)
        if before:
            yield before


def _facts(meeting: Meeting, item: Item) -> Iterator[Fact]:
    entry = item.entry
    told = (
        (_("Needed because"), entry.need),
        (_("Proposed by"), meeting.name_of(entry.proposer)),
        (_("Kind"), entry.kind),
        (_("How decided"), how_decided(meeting, item) or _("Decided by consent")),
        (_("Present"), needed(meeting, item)),
        (_("Tried before"), _tried(meeting, entry.earlier)),
        (_("Afterwards"), window(meeting, item)),
    )
    for label, said in told:
        if said.strip():
            yield Fact(label, (said,))


def _tried(meeting: Meeting, earlier: EarlierTry) -> str:
    if not earlier.proposal:
        return ""
    day = with_year(earlier.date)
    names = [name for name in map(meeting.name_of, earlier.objectors) if name]
    if not names:
        return _("Consent was not reached on {day}.").format(day=day)
    return _("Consent was not reached on {day}: the objection of {names} stood.").format(
        day=day, names=words.listed(names)
    )


def window(meeting: Meeting, item: Item) -> str:
    """What absent organisations can do once it is decided; "" where nothing is owed to them."""
    row = meeting.kind(item.entry.kind)
    urgent = emergency_of(meeting, item.id) is not None
    if row.method == "delegated" and not (row.window_days > 0 or row.critical or urgent):
        return ""
    days = row.window_days if row.window_days >= 0 else meeting.profile.window_days
    if days or urgent:
        return _everybody(days or USUAL_WINDOW)
    protected = [one.name for one in meeting.members if one.protected] if row.critical else []
    if not protected:
        return ""
    return ngettext(
        "{names}, whose voice is protected, can object for {count} day after the minutes went round.",
        "{names}, whose voice is protected, can object for {count} days after the minutes went round.",
        USUAL_WINDOW,
    ).format(names=words.listed(protected), count=USUAL_WINDOW)


def _everybody(days: int) -> str:
    return ngettext(
        "Absent organisations may object for {count} day after the minutes went round.",
        "Absent organisations may object for {count} days after the minutes went round.",
        days,
    ).format(count=days)
