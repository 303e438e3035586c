"""What was not as planned, in words: agenda changes, extensions with who paid, entries corrected
afterwards.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from coalmeet.meeting.consent import why_fallen
from coalmeet.meeting.mending import AgendaChange, Mending
from coalmeet.meeting.proposal import Proposal
from coalmeet.meeting.put_right_news import changed, changed_words
from coalmeet.meeting.state import Meeting
from coalmeet.meeting.telling import as_told, mendings
from coalmeet.meeting.words import answer, capacity, ending, outcome
from coalmeet.text import _, clock_seconds, clock_time


def changes(meeting: Meeting) -> list[dict[str, Any]]:
    """Each change with its time of day and a sentence."""
    return [
        {"at": clock_time(one.at, meeting.time_zone), "text": change_text(meeting, one)}
        for one in _told_once(meeting)
    ]


def _with_last_titles(meeting: Meeting) -> list[AgendaChange]:
    """Titles found step by step are told with the first one and the last; one that came back is no change."""
    renamed: set[str] = set()
    found = []
    for change in meeting.changes:
        if change.kind == "renamed":
            if change.item in renamed or change.other == _title(meeting, change.item):
                renamed.add(change.item)
                continue
            renamed.add(change.item)
        found.append(change)
    return found


def _told_once(meeting: Meeting) -> list[AgendaChange]:
    """Minutes that were given or given back step by step are one change, told at its last step."""
    found: list[AgendaChange] = []
    for change in _with_last_titles(meeting):
        last = found[-1] if found else None
        again = last and change.kind.startswith("time_") and (change.kind, change.item, change.other) == (
            last.kind, last.item, last.other,
        )  # fmt: skip
        if last and again:
            found[-1] = replace(change, minutes=last.minutes + change.minutes)
        else:
            found.append(change)
    return found


def _title(meeting: Meeting, item_id: str) -> str:
    item = meeting.item(item_id)
    return item.entry.title if item else ""


def _plain() -> str:
    return _("“{title}” lost its label.")


_LABELLED: dict[str, Callable[[], str]] = {
    "decision": lambda: _("“{title}” became a decision."),
    "update": lambda: _("“{title}” became an update."),
    "discussion": lambda: _("“{title}” became a discussion."),
}


def change_text(meeting: Meeting, change: AgendaChange) -> str:
    """One change as a sentence, with its reason where one was given."""
    title, other = _title(meeting, change.item), _title(meeting, change.other)
    count = abs(change.minutes)
    table = {
        "added": _("“{title}” was added to the agenda."),
        "moved": _("“{title}” was moved before “{other}”.")
        if other
        else _("“{title}” was moved to the end."),
        "renamed": _("“{before}” is called “{title}” now."),
        "topic": _("“{title}” goes on with an earlier topic: “{before}”.")
        if change.other
        else _("“{title}” is a topic of its own."),
        "labelled": _LABELLED.get(change.other, _plain)(),
        "taken_up": _("“{title}” was taken up before “{other}”."),
        "split": _("“{title}” was split: “{other}” became item {number}, with {count} min."),
        "merged": _("“{title}” was taken up within “{other}”, which got its {count} min."),
        "time_grace": _("“{title}” got {count} min of grace."),
        "time_end": _("“{title}” got {count} min more; the meeting ends that much later."),
        "time_item": _("“{title}” got {count} min more, taken from “{other}”."),
        "time_postponed": _("“{title}” got {count} min more; “{other}” was postponed."),
        "time_given_back": _("“{title}” gave back {count} min."),
        "time_correction": _("The facilitator corrected the time of “{title}” by {count} min."),
    }
    text = table.get(change.kind) or _("“{title}”: {outcome}.").replace("{outcome}", outcome(change.kind))
    number = found.number if (found := meeting.item(change.other)) else ""
    sentence = text.format(title=title, other=other, count=count, number=number, before=change.other)
    return (
        _("{sentence} Reason: {reason}").format(sentence=sentence, reason=change.reason)
        if change.reason
        else sentence
    )


def corrections(meeting: Meeting) -> list[dict[str, str]]:
    """Entries corrected afterwards and decisions that came back because of it."""
    # Why somebody was moved in the stack is nothing that the minutes tell of a person.
    silent = ("StackMoved", "MeetingContinued")
    found = [mending_text(named, one) for named, one in mendings(meeting) if one.kind not in silent]
    told = as_told(meeting)
    found += [_reopened(told, one) for one in told.proposals if one.reopened_as]
    found += [changed_words(told, one) for one in changed(told)]
    found += [_("The meeting was reopened: {reason}").format(reason=reason) for reason in meeting.reopenings]
    return [{"text": text} for text in found]


def _reopened(meeting: Meeting, proposal: Proposal) -> str:
    if proposal.reopened_why == "stake":
        return _("The decision “{text}” was reopened, because whoever led it had a stake in it.").format(
            text=proposal.words
        )
    said = _("The decision “{text}” was reopened, because an entry on which it rested was corrected.").format(
        text=proposal.words
    )
    why = why_fallen(meeting, proposal)
    return _("{said} {why}").format(said=said, why=why) if why else said


def mending_text(meeting: Meeting, mending: Mending) -> str:
    """One corrected entry as a sentence."""
    name = meeting.name_of(mending.about) or _title(meeting, mending.about)
    before, after = _shown(meeting, mending, mending.before), _shown(meeting, mending, mending.after)
    if mending.kind in ("Arrived", "Departed") and mending.field == "at":
        kind = (
            _("Arrival of {name}: {after}, corrected.")
            if mending.kind == "Arrived"
            else _("Departure of {name}: {after}, corrected.")
        )
        return kind.format(name=name, after=after)
    if mending.field == "mistaken":
        return _mistaken(name, mending)
    if mending.field == "ago":
        moment = clock_seconds(mending.at - int(float(mending.after)), meeting.time_zone)
        kind = (
            _("Beginning of “{name}”: {after}, corrected.")
            if mending.kind == "ItemStarted"
            else _("End of “{name}”: {after}, corrected.")
        )
        return kind.format(name=name, after=moment)
    if name and before:
        return _("{name}: “{before}” was corrected to “{after}”.").format(
            name=name, before=before, after=after
        )
    if name:
        return _("{name}: corrected to “{after}”.").format(name=name, after=after)
    return _("“{before}” was corrected to “{after}”.").format(before=before, after=after)


def _mistaken(name: str, mending: Mending) -> str:
    """A coming or going that was entered and had not happened, or had after all."""
    put_right = mending.after == "True"
    if mending.kind == "Arrived":
        words = _("{name} was not there, corrected.") if put_right else _("{name} was there, corrected.")
    else:
        words = _("{name} had not left, corrected.") if put_right else _("{name} had left, corrected.")
    return words.format(name=name)


def _shown(meeting: Meeting, mending: Mending, value: str) -> str:
    if mending.field == "at":
        return clock_time(int(value), meeting.time_zone) if value not in ("", "0") else ""
    if mending.field in ("proposer", "organisation", "owner"):
        return meeting.name_of(value) or value
    if mending.field == "version":
        return _("version {number}").format(number=value)
    tables = {"answer": answer, "outcome": outcome, "ending": ending, "capacity": capacity}
    return tables[mending.field](value) if mending.field in tables else value
