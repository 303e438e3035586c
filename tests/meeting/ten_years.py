"""Ten years of a coalition that meets, in which organisations join, stay away, skip, swap and stand in for others."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction
from itertools import combinations
from random import Random

from coalmeet.coalition.organisation import Organisation
from coalmeet.coalition.turn import Turn, TurnNote, Wish
from coalmeet.meeting.rotation import Standing, standings
from coalmeet.meeting.rotation_stand_in import stand_in

BEGAN = date(2026, 1, 1)
YEARS = 10
LOWEST = 0.15  # of the meetings, for the organisation that comes least
WEEKLY, MONTHLY = 7, 30  # days between two meetings

Rota = Callable[[tuple[Standing, ...], int], tuple[str, ...]]


def by_credit(order: tuple[Standing, ...], _meeting: int) -> tuple[str, ...]:
    """The order that the program proposes."""
    return tuple(one.organisation.id for one in order if one.facilitates)


def every_second_to_the_same(order: tuple[Standing, ...], meeting: int) -> tuple[str, ...]:
    """The control: one organisation has every second meeting, the others share the rest."""
    rest = [one for one in by_credit(order, meeting) if one != "o0"]
    return ("o0", *rest) if meeting % 2 else (*rest, "o0")


@dataclass(frozen=True)
class Announced:
    """Whose turn was announced at the close, what had been said about it, and where each stood."""

    organisation: str
    notes: tuple[TurnNote, ...]
    order: tuple[Standing, ...]

    def said(self, organisation: str, *wishes: Wish) -> bool:
        """Whether an organisation said one of these about this turn."""
        return any(
            note.wish in wishes and organisation in (note.organisation, note.other) for note in self.notes
        )


@dataclass(frozen=True)
class Years:
    """What happened: each meeting, and what had been announced for it."""

    organisations: tuple[Organisation, ...]
    steady: frozenset[str]
    turns: tuple[Turn, ...]
    announced: tuple[Announced, ...]


class Coalition:
    """A coalition whose members are as they are; all that happens follows from the seed.

    `steady` of them always come and never skip or swap; the others come to between 15 % and nearly all of the
    meetings, evenly spread. At each close it is asked who can come next time: `answers` of them say so.
    """

    def __init__(
        self,
        seed: int,
        members: int,
        *,
        steady: int = 2,
        newcomers: int = 2,
        answers: float = 0.7,
        lowest: float = LOWEST,
    ) -> None:
        self.random = Random(f"{seed} {members} {steady} {newcomers}")
        self.answers = answers
        patchy = members - steady
        self.comes = {f"o{n}": 1.0 for n in range(steady)}
        for n in range(patchy):
            self.comes[f"o{steady + n}"] = lowest + (1 - lowest) * n / patchy
        for n in range(members, members + newcomers):
            self.comes[f"o{n}"] = 1.0 if n % 2 else self.random.uniform(lowest, 1)
        self.organisations = [self._organisation(id, new=int(id[1:]) >= members) for id in self.comes]
        self.random.shuffle(self.organisations)
        self.steady = frozenset(id for id, rate in self.comes.items() if rate == 1)

    def _organisation(self, id: str, *, new: bool) -> Organisation:
        joined = BEGAN + timedelta(days=self.random.randrange(YEARS * 365)) if new else BEGAN
        facilitates = self.comes[id] == 1 or self.random.random() > 0.1
        size = self.random.choice([None, 3, 12, 12, 60])
        return Organisation(id, f"Org {id}", size=size, joined=joined, facilitates=facilitates)

    def live(self, every: int = MONTHLY, rota: Rota = by_credit, years: int = YEARS) -> Years:
        """Meet for ten years, every so many days."""
        turns: list[Turn] = []
        announced: list[Announced] = []
        day = BEGAN
        while day < BEGAN + timedelta(days=365 * years):
            members = [one for one in self.organisations if one.belongs(day)]
            coming = {one.id for one in members if self.random.random() < self.comes[one.id]}
            agreed = self._close(turns, members, coming, day, rota)
            announced.append(agreed)
            turns.append(self._meet(agreed, coming, f"m{len(turns)}", day))
            day += timedelta(days=every)
        return Years(tuple(self.organisations), self.steady, tuple(turns), tuple(announced))

    def _close(
        self,
        turns: Sequence[Turn],
        members: Sequence[Organisation],
        coming: set[str],
        day: date,
        rota: Rota,
    ) -> Announced:
        """Who can come next time? Then the rotation proposes, and people agree, skip or swap."""
        meeting = f"m{len(turns)}"
        notes = [
            TurnNote(f"{meeting}{id}", meeting, id, "coming")
            for id in sorted(coming)
            if self.random.random() < self.answers
        ]
        while True:
            order = standings(turns, members, day, notes, meeting)
            first, *others = rota(order, len(turns))
            skipped = {note.organisation for note in notes if note.wish == "skip"}
            chance = 1.0 if first in self.steady or first in skipped else self.random.random()
            if chance < 0.06 and len(skipped) < len(others):
                notes.append(TurnNote(f"{meeting}{first}-", meeting, first, "skip"))
            elif chance < 0.1 and others:
                other = next((one for one in others if one not in skipped | self.steady), first)
                swap = TurnNote(f"{meeting}{first}+", meeting, first, "swap", other)
                return Announced(other, (*notes, swap) if other != first else tuple(notes), order)
            else:
                return Announced(first, tuple(notes), order)

    def _meet(self, agreed: Announced, coming: set[str], meeting: str, day: date) -> Turn:
        """Who was announced facilitates, or somebody who came stands in: the one that the program proposes."""
        instead = stand_in(agreed.order, coming)
        asked = instead.organisation.id if instead else ""
        actual = agreed.organisation if agreed.organisation in coming else asked
        reason = "" if actual == agreed.organisation else "away"
        present = tuple(sorted(coming))
        return Turn(meeting, day, present, agreed.organisation, actual, reason, notes=agreed.notes)


def with_notes(years: Years, meetings: int) -> tuple[Turn, ...]:
    """The first so many meetings, at each of which the program proposed who takes notes, of those who came."""
    held: list[Turn] = []
    for turn in years.turns[:meetings]:
        order = standings(
            held,
            years.organisations,
            turn.date,
            turn.notes,
            turn.meeting,
            role="note_taker",
            leads=turn.actual,
        )
        asked = stand_in(order, turn.present)
        held.append(replace(turn, noted=asked.organisation.id if asked else ""))
    return tuple(held)


def widest_gap_in_notes(years: Years, turns: Sequence[Turn]) -> Fraction:
    """The most turns to take notes by which one that always came was away from its part of those that fell to them."""
    widest = Fraction(0)
    joined = {one.id: one.joined or BEGAN for one in years.organisations}
    group = [id for id in years.steady if joined[id] <= BEGAN]
    for id in group:
        balance = lowest = highest = Fraction(0)
        for turn in turns:
            if turn.noted in group:
                balance += (turn.noted == id) - Fraction(1, len(group))
            lowest, highest = min(lowest, balance), max(highest, balance)
        widest = max(widest, highest - lowest)
    return widest


def widest_gap(years: Years) -> Fraction:
    """The most turns by which one that always came and could have facilitated was away from its fair share.

    Over any stretch of meetings, the share is what fell to each of those who were there all through it: who
    comes now and then takes what it is there for, and the others share the rest.
    """
    widest = Fraction(0)
    joined = {one.id: one.joined or BEGAN for one in years.organisations}
    for since in {joined[id] for id in years.steady}:
        group = [id for id in years.steady if joined[id] <= since]
        turns = [turn for turn in years.turns if turn.date >= since]
        for id in group:
            balance = lowest = highest = Fraction(0)
            for turn in turns:
                if turn.actual in group:
                    balance += (turn.actual == id) - Fraction(1, len(group))
                lowest, highest = min(lowest, balance), max(highest, balance)
            widest = max(widest, highest - lowest)
    return widest


def widest_gap_to_equal_parts(years: Years) -> Fraction:
    """The same by the strictest measure of a fair share: an equal part of each meeting for all who were there."""
    widest = Fraction(0)
    able = {one.id for one in years.organisations if one.facilitates}
    joined = {one.id: one.joined or BEGAN for one in years.organisations}
    for id in years.steady:
        balance = lowest = highest = Fraction(0)
        for turn in years.turns:
            if turn.date >= joined[id] and turn.actual:
                balance += (turn.actual == id) - Fraction(1, len(able & {*turn.present}))
            lowest, highest = min(lowest, balance), max(highest, balance)
        widest = max(widest, highest - lowest)
    return widest


def skipped_and_announced(years: Years) -> list[str]:
    """Meetings for which one was announced that had just asked to be skipped, though others could be asked."""
    found = []
    for turn, now in _pairs(years):
        skipped = {note.organisation for note in now.notes if note.wish == "skip"}
        if now.organisation in skipped and not now.said(now.organisation, "swap"):
            found.append(turn.meeting)
    return found


def proposed_again(years: Years) -> list[tuple[str, str]]:
    """Meetings for which an organisation was announced that had skipped or missed the one before.

    Not counted: it said that it would come this time, or took the turn of another by a swap; it facilitated then
    after all; or there is nobody else who could be asked. Of two the other's turn is a full pass.
    """
    found = []
    for (before, then), (turn, now) in zip(_pairs(years), _pairs(years)[1:], strict=False):
        declined = {note.organisation for note in then.notes if note.wish == "skip"}
        declined = (declined | ({before.planned} - {*before.present})) - {before.actual}
        asked = {one.organisation.id for one in now.order if one.facilitates}
        asked -= {note.organisation for note in now.notes if note.wish == "skip"}
        excused = now.said(now.organisation, "coming", "swap") or asked <= declined or len(asked) < 3
        if now.organisation in declined and not excused:
            found.append((turn.meeting, now.organisation))
    return found


def _pairs(years: Years) -> list[tuple[Turn, Announced]]:
    return list(zip(years.turns, years.announced, strict=True))


def missing(years: Years) -> Fraction:
    """The part of those announced who were not there."""
    away = sum(turn.planned not in turn.present for turn in years.turns)
    return Fraction(away, len(years.turns))


def coalitions(seeds: int, most: int = 12) -> list[tuple[int, int, int]]:
    """Seed, members and how many of them are steady, for many different coalitions."""
    sizes = [(members, steady) for members, steady in combinations(range(1, most + 1)[::-1], 2)]
    fitting = [(members, steady) for members, steady in sizes if members >= 3 and steady <= members // 2]
    return [(seed, *size) for seed in range(seeds) for size in fitting[seed % 5 :: 5]]
