"""What the decisions page shows of a file, read in one go; the minutes of one decision are read when it is chosen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from coalmeet.coalition.decision import (
    ADOPTED,
    Decision,
    DecisionEntry,
    Wait,
    counting,
    open_objections,
    review_of,
    state,
    waits,
)
from coalmeet.coalition.later_life import wait_words
from coalmeet.coalition.meeting_row import MeetingRow
from coalmeet.meeting.minutes import minutes
from coalmeet.meeting.minutes_values import Decision as Said
from coalmeet.text import _, plain_day
from ui.decisions.since import since

if TYPE_CHECKING:
    from coalmeet.store.connection import Connection

PAST = ("replaced", "ended", "withdrawn")
LOOK_AGAIN = ("review_due", "overdue", "reopened", "provisional")


@dataclass(frozen=True, slots=True)
class Standing:
    """One decision as it stands today: its state as a code, the day on which it comes back, what it waits for with the
    sentence that says so, and the objections that are open.
    """

    decision: Decision
    meeting: MeetingRow | None
    state: str
    review: date | None
    open_for: tuple[tuple[Wait, str], ...] = ()
    raised: tuple[tuple[DecisionEntry, str], ...] = ()

    @property
    def shortly(self) -> str:
        """What it waits for in a few words, the most urgent first; "" for one that waits for nothing."""
        order = ("window_over", "circulate", "window", "mandate")
        found = sorted(self.open_for, key=lambda one: order.index(one[0].kind))
        return _shortly(found[0][0]) if found else ""

    @property
    def group(self) -> str:
        """Under which of the page's choices it falls: look, force, past, or other (never adopted)."""
        if self.state in PAST:
            return "past"
        if self.state in LOOK_AGAIN:
            return "look"
        return "force" if self.decision.outcome in ADOPTED else "other"


def _shortly(wait: Wait) -> str:
    if wait.kind == "window_over":
        return _("did anything arrive?")
    if wait.kind == "circulate" or wait.day is None:
        return _("minutes not round yet") if wait.kind == "circulate" else ""
    words = _("to be confirmed by {day}") if wait.kind == "mandate" else _("open until {day}")
    return words.format(day=plain_day(wait.day))


def look(con: Connection, today: date) -> tuple[Standing, ...]:
    """All decisions, those of the newest meeting first; a constant number of statements."""
    from coalmeet.store import decisions, meetings, people

    names = {one.id: one.name for one in people.organisations(con)}

    entries: dict[str, list[DecisionEntry]] = {}
    for entry in decisions.entries(con):
        entries.setdefault(entry.decision, []).append(entry)
    known: Mapping[str, MeetingRow] = {row.id: row for row in meetings.meetings(con)}
    found = []
    for one in decisions.decisions(con):
        of_it = entries.get(one.id, [])
        code = state(one, of_it, today)
        open_for = waits(one, of_it, today) if code == "provisional" else ()
        found.append(
            Standing(
                one,
                known.get(one.meeting),
                code,
                review_of(one, of_it),
                tuple((wait, wait_words(wait, today, names.get(wait.organisation, ""))) for wait in open_for),
                tuple(_raised(one, of_it, names)) if code == "reopened" else (),
            )
        )
    return tuple(found)


def _raised(
    one: Decision, entries: Iterable[DecisionEntry], names: Mapping[str, str]
) -> Iterator[tuple[DecisionEntry, str]]:
    """What stands against it, each with a sentence: who said it, how it arrived and when."""
    of_it = counting(entries, one.id)
    for entry in open_objections(of_it):
        channel = {"mail": _("by mail"), "phone": _("by phone")}.get(entry.channel, "")
        yield entry, _sentence(_("{who} objected: {text}"), _who(entry, names, channel), entry.text)
    for entry in of_it:
        if entry.kind == "mandate_refused":
            yield (
                entry,
                _sentence(_("{who} did not confirm its consent: {text}"), _who(entry, names), entry.text),
            )


def _who(entry: DecisionEntry, names: Mapping[str, str], channel: str = "") -> str:
    name = names.get(entry.organisation) or _("An organisation")
    about = _(", ").join(part for part in (channel, plain_day(entry.on) if entry.on else "") if part)
    return _("{name} ({about})").format(name=name, about=about) if about else name


def _sentence(words: str, who: str, text: str) -> str:
    return words.format(who=who, text=text or _("the reason is not written down yet"))


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of one decision: by the minutes of its meeting (None where they do not), and by what came since."""

    said: Said | None
    since: tuple[str, ...]


def told(con: Connection, decision: Decision, language: str) -> Told:
    """All that is told of a decision, read when it is chosen."""
    from coalmeet.store import decisions, people

    names = {one.id: one.name for one in people.organisations(con)}
    entries = decisions.entries(con, decision.id)
    return Told(_said_at_meeting(con, decision, language), tuple(since(decision.id, entries, names)))


def _said_at_meeting(con: Connection, decision: Decision, language: str) -> Said | None:
    from coalmeet.store import records

    record = records.find(con, decision.meeting)
    if record is None:
        return None
    known = minutes(record, lang=language)
    every = [one for item in known.items for one in item.decisions]
    same = [one for one in every if one.text == decision.text] or [
        one for one in every if one.number == decision.number
    ]
    return same[0] if same else None
