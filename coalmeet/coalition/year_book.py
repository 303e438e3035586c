"""The year book of a coalition: which minutes of a period it holds, what became of the decisions, who did the work.

What goes in is what members may read: minutes as their records give them, the later state of decisions, and counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from coalmeet.coalition.coalition import Coalition
from coalmeet.coalition.decision import Decision, DecisionEntry, review_of
from coalmeet.coalition.decision import state as state_of
from coalmeet.coalition.decision_words import state_words
from coalmeet.coalition.meeting_row import MeetingRow
from coalmeet.coalition.organisation import Organisation, within
from coalmeet.coalition.turn import Turn
from coalmeet.errors import NotAllowed
from coalmeet.meeting import minutes_values as said
from coalmeet.meeting.minutes import minutes, published
from coalmeet.meeting.minutes_closing import status
from coalmeet.meeting.minutes_words import many, names, value
from coalmeet.text import _, brief_day, ngettext, plain_day, speaking

Record = Mapping[str, Any]
APPROVED, ROUND, ELSEWHERE = "approved", "circulated", ""


@dataclass(frozen=True, slots=True)
class Held:
    """A meeting of the period, and the record of one that is over; `state` is that of its minutes, or of the meeting
    (planned, running) while it has none. "" is for a record from elsewhere: what became of it is not known here.
    """

    meeting: MeetingRow
    record: Record | None
    state: str


@dataclass(frozen=True, slots=True)
class Gathered:
    """What a file says of a period, its last day included; `today` is the day on which decisions are looked at."""

    coalition: Coalition
    first: date
    last: date
    today: date
    held: tuple[Held, ...]
    decisions: tuple[Decision, ...]
    entries: tuple[DecisionEntry, ...]
    turns: tuple[Turn, ...]
    organisations: tuple[Organisation, ...]


@dataclass(frozen=True, slots=True)
class Later:
    """How a decision stands today, in words: its state, "" for one that was never adopted, and the day on which it
    comes back.
    """

    state: str = ""
    review: str = ""


@dataclass(frozen=True, slots=True)
class Chapter:
    """The minutes of one meeting, its record as it may travel, and its decisions in their order, each with what
    became of it.
    """

    minutes: said.Minutes
    record: Record
    decisions: tuple[tuple[said.Decision, Later], ...]


@dataclass(frozen=True, slots=True)
class Outside:
    """A decision that no meeting took: its words, the day, who took it under which authority, and how it stands."""

    text: str
    day: str
    by: str
    later: Later


@dataclass(frozen=True, slots=True)
class Share:
    """How often somebody came, of how many meetings, facilitated, and took notes."""

    name: str
    came: int
    of: int
    facilitated: int
    noted: int


@dataclass(frozen=True, slots=True)
class YearBook:
    """Everything that the book shows, in order and in words. `left_out` are pairs of a meeting and why it is not in."""

    coalition: str
    title: str
    period: str
    told_on: str
    day: str  # ISO date of what it tells of
    language: str
    chapters: tuple[Chapter, ...]
    left_out: tuple[tuple[str, str], ...]
    outside: tuple[Outside, ...]
    organisations: tuple[Share, ...]
    people: tuple[Share, ...]
    unknown: int  # meetings of which nobody noted who came


def chosen(held: Iterable[Held], *, circulated: bool) -> tuple[tuple[Held, ...], tuple[Held, ...]]:
    """The meetings that the book holds and those that it leaves out, both oldest first.

    Approved minutes, and records that came from elsewhere; those that only went round where that is wished.
    """
    wanted = {APPROVED, ELSEWHERE, *([ROUND] if circulated else [])}
    order = sorted(held, key=lambda one: (one.meeting.date, one.meeting.start, one.meeting.id))
    inside = [one.record is not None and one.state in wanted for one in order]
    return (
        tuple(one for one, is_in in zip(order, inside, strict=True) if is_in),
        tuple(one for one, is_in in zip(order, inside, strict=True) if not is_in),
    )


def why_not(one: Held) -> str:
    """Why a meeting is not in the book."""
    if one.state == "planned":
        return _("Planned, not yet held")
    if one.state == "running":
        return _("Not closed yet")
    return status(one.record or {}, planned=False)[1]


def year_book(told: Gathered, *, circulated: bool = False) -> YearBook:
    """The book, in the coalition's language. Raises NotAllowed where the period has nothing that it could hold."""
    must_hold_something(told, circulated=circulated)
    with speaking(told.coalition.language):
        return _book(told, *chosen(told.held, circulated=circulated))


def must_hold_something(told: Gathered, *, circulated: bool) -> None:
    """Raise NotAllowed, with what to do, where the period has nothing that a book could hold."""
    inside, outside = chosen(told.held, circulated=circulated)
    if not inside:
        raise NotAllowed(_nothing(told, outside, circulated=circulated))


def _nothing(told: Gathered, outside: Sequence[Held], *, circulated: bool) -> str:
    first, last = plain_day(told.first), plain_day(told.last)
    rounds = sum(one.state == ROUND for one in outside)
    if not outside:
        words = _(
            "No meeting was held from {first} to {last}. Choose another period, or bring in records of its meetings."
        )
        return words.format(first=first, last=last)
    if rounds and not circulated:
        words = ngettext(
            "Of the meetings from {first} to {last} none has approved minutes; those of {count} went round. "
            "Let the next meeting approve them, or take in what only went round.",
            "Of the meetings from {first} to {last} none has approved minutes; those of {count} went round. "
            "Let the next meeting approve them, or take in what only went round.",
            rounds,
        )
        return words.format(first=first, last=last, count=rounds)
    words = _(
        "Of the meetings from {first} to {last} none has approved minutes. Let minutes go round, and approve them at "
        "the next meeting."
    )
    return words.format(first=first, last=last)


def _book(told: Gathered, inside: Sequence[Held], outside: Sequence[Held]) -> YearBook:
    here = told.coalition
    register, counted = _Register(told), _Counting(told, inside)
    chapters = tuple(_chapter(one, here, register) for one in inside)
    return YearBook(
        coalition=here.name,
        title=title_of(told.first, told.last),
        period=_("{first} to {last}").format(first=plain_day(told.first), last=plain_day(told.last)),
        told_on=plain_day(told.today),
        day=told.today.isoformat(),
        language=here.language,
        chapters=chapters,
        left_out=tuple((_named(one), why_not(one)) for one in outside),
        outside=tuple(register.outside()),
        organisations=counted.organisations(),
        people=counted.people(),
        unknown=counted.unknown,
    )


def title_of(first: date, last: date) -> str:
    """What a book of these days is called."""
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        if first.year == last.year:
            return _("Year book {year}").format(year=first.year)
        return _("Year book {first}–{last}").format(first=first.year, last=last.year)
    return _("Book of minutes")


def _named(one: Held) -> str:
    title = one.meeting.title or one.meeting.coalition or _("Meeting")
    return _("{day}: {words}").format(day=brief_day(one.meeting.date), words=title)


def _chapter(one: Held, here: Coalition, register: _Register) -> Chapter:
    assert one.record is not None
    made = minutes(one.record, coalition=here.name, lang=here.language, time_zone=here.time_zone)
    worded = [decision for item in made.items for decision in item.decisions]
    unworded = [decision for decision in made.decisions if not decision.worded]
    found = sorted([*worded, *unworded], key=lambda decision: decision.item)
    listed = tuple((decision, register.later(one.meeting.id, decision)) for decision in found)
    return Chapter(made, published(one.record), listed)


class _Register:
    """The decisions of the file by their meeting, and what happened to each; asked for thousands of them."""

    def __init__(self, told: Gathered) -> None:
        self._told = told
        self._of_meeting: dict[str, list[Decision]] = {}
        self._entries: dict[str, list[DecisionEntry]] = {}
        for one in told.decisions:
            self._of_meeting.setdefault(one.meeting, []).append(one)
        for entry in told.entries:
            self._entries.setdefault(entry.decision, []).append(entry)

    def later(self, meeting: str, decision: said.Decision) -> Later:
        """What became of a decision of the minutes; a record may give one number twice."""
        known = self._of_meeting.get(meeting, ())
        same = [one for one in known if decision.worded and one.text.strip() == decision.text]
        found = next((one for one in same if one.number == decision.number), same[0] if same else None)
        return self._now(found) if found else Later()

    def _now(self, decision: Decision) -> Later:
        of_it = self._entries.get(decision.id, ())
        review = review_of(decision, of_it)
        code = state_of(decision, of_it, self._told.today)
        return Later(state_words().get(code, ""), plain_day(review) if review else "")

    def outside(self) -> Iterator[Outside]:
        """Those of the period that no meeting took."""
        first, last = self._told.first, self._told.last
        taken = [(one.decided_on, one) for one in self._told.decisions if one.decided_on]
        for day, one in sorted(taken, key=lambda pair: (pair[0], pair[1].id)):
            if first <= day <= last:
                by = _(", ").join(part for part in (one.decided_by, one.authority) if part)
                yield Outside(one.text, plain_day(day), by, self._now(one))


class _Counting:
    """Who came, facilitated and took notes at the meetings of the book: organisations, and people who have none."""

    def __init__(self, told: Gathered, inside: Sequence[Held]) -> None:
        days = {one.meeting.id: one.meeting.date for one in inside}
        self._known = {one.id: one for one in told.organisations}
        self._turns = [turn for turn in told.turns if turn.meeting in days]
        self._records = [one.record or {} for one in inside]
        self._days = [days[turn.meeting] for turn in self._turns if turn.present]
        self._led = [turn.actual for turn in self._turns]
        self._noted = [turn.noted for turn in self._turns]
        self.unknown = sum(not _told_of(record) for record in self._records)

    def organisations(self) -> tuple[Share, ...]:
        """Those that came at least once or could have, by name; entries of one name are one line of the paper."""
        same: dict[str, list[Organisation]] = {}
        for one in self._known.values():
            same.setdefault(" ".join(one.name.split()), []).append(one)
        shares = [self._share(name, entries) for name, entries in same.items()]
        found = [one for one in shares if one is not None]
        return tuple(sorted(found, key=lambda one: one.name.casefold()))

    def _share(self, name: str, entries: Sequence[Organisation]) -> Share | None:
        """What organisations of one name did; None for those that had nothing to do with these meetings."""
        ids = {one.id for one in entries}
        came = sum(not ids.isdisjoint(turn.present) for turn in self._turns)
        led, noted = (sum(done in ids for done in who) for who in (self._led, self._noted))
        chances = max(self._chances(one) for one in entries)
        could = chances and any(one.member for one in entries)
        return Share(name, came, chances, led, noted) if came or led or noted or could else None

    def _chances(self, one: Organisation) -> int:
        """Meetings at which it could have been: those since it joined, until it left."""
        return sum(within(day, one.joined, one.left) for day in self._days)

    def people(self) -> tuple[Share, ...]:
        """People for whom no organisation is named, under the names that the minutes have."""
        shares: dict[str, Share] = {}
        for record in self._records:
            belongs = {value(one, "name") for one in many(record, "people") if value(one, "organisation")}
            here = {value(one, "name") for one in many(record, "people") if one.get("present")} - {""}
            led, noted = set(names(record, "facilitators")), set(names(record, "note_takers"))
            for name in (here | led | noted) - belongs:
                before = shares.get(name, Share(name, 0, len(self._records) - self.unknown, 0, 0))
                shares[name] = replace(
                    before,
                    came=before.came + (name in here),
                    facilitated=before.facilitated + (name in led),
                    noted=before.noted + (name in noted),
                )
        return tuple(sorted(shares.values(), key=lambda one: (one.name.casefold(), one.name)))


def _told_of(record: Record) -> bool:
    """Whether somebody noted who came: people, or organisations alone."""
    return any(one.get("present") for key in ("people", "members") for one in many(record, key))
