"""Credit for taking turns: who earned which part of a turn, who paid one, meeting by meeting, exactly.

Credit stops at one turn, so that patchy attendance never piles up a claim. A debt stops at one turn too: else those
who always come sink together, turn by turn that nobody else is there to take, and a new organisation, which starts
at zero, would pay for years in which it was not here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from coalmeet.coalition.organisation import Organisation
from coalmeet.coalition.turn import Turn, TurnNote

MOST = Fraction(1)
LEAST = -MOST
NOTHING = Fraction(0)


@dataclass(frozen=True, slots=True)
class Entry:
    """What one meeting did to an organisation's credit, in turns: before + earned + moved - paid - lost = after.

    `moved` came in (or, negative, went) with a swap; `lost` is what the limit of one turn cut off, negative for
    what it let go of a debt.
    """

    meeting: str
    date: date
    before: Fraction
    earned: Fraction
    moved: Fraction
    paid: Fraction
    lost: Fraction

    @property
    def after(self) -> Fraction:
        """Credit when the meeting was over."""
        return self.before + self.earned + self.moved - self.paid - self.lost


Ledger = Mapping[str, tuple[Entry, ...]]


def ledger(history: Iterable[Turn], organisations: Iterable[Organisation], term: int = 1) -> Ledger:
    """The entries of each organisation by its id, oldest first; meetings that changed nothing have none.

    A meeting of which nobody knows who took the turn moves no credit: no turn was given that others could have
    earned. An organisation enters at zero with its first meeting. Where a turn is a term of several meetings, each of
    them moves that part of one: a whole term costs one turn.
    """
    known = {organisation.id: organisation for organisation in organisations}
    books: dict[str, list[Entry]] = {id: [] for id in known}
    balances = dict.fromkeys(known, NOTHING)
    for turn in in_order(history):
        if turn.actual not in known:
            continue
        able = able_at(turn, known)
        part = Fraction(1, len(able) * term)
        moved = _swapped(turn, balances)
        for id in sorted({*able, *moved, turn.actual}):
            earned = part if id in able else NOTHING
            paid = Fraction(1, term) if id == turn.actual else NOTHING
            entry, balances[id] = _entry(turn, balances[id], earned, moved.get(id, NOTHING), paid)
            books[id].append(entry)
    return {id: tuple(entries) for id, entries in books.items()}


def in_order(history: Iterable[Turn]) -> tuple[Turn, ...]:
    """The turns, oldest meeting first; two of one day stay as they were given."""
    return tuple(sorted(history, key=lambda turn: turn.date))


def credit(entries: Iterable[Entry]) -> Fraction:
    """The credit after these entries; zero for an organisation without any."""
    return next((entry.after for entry in reversed(tuple(entries))), NOTHING)


def able_at(turn: Turn, known: Mapping[str, Organisation]) -> frozenset[str]:
    """The organisations that were there and could have taken the turn; whoever did was there."""
    unable = {*turn.busy, *(note.organisation for note in turn.notes if note.wish == "not_facilitating")}
    there = {*turn.present, turn.actual} & known.keys()
    return frozenset(id for id in there if (known[id].facilitates and id not in unable) or id == turn.actual)


def exchange(notes: Iterable[TurnNote], balances: Mapping[str, Fraction]) -> dict[str, Fraction]:
    """What swaps move, by organisation: each takes the other's credit, and so the other's place."""
    now = dict(balances)
    for note in notes:
        if note.wish == "swap" and note.organisation in now and note.other in now:
            now[note.organisation], now[note.other] = now[note.other], now[note.organisation]
    return {id: now[id] - balances[id] for id in now if now[id] != balances[id]}


def _swapped(turn: Turn, balances: Mapping[str, Fraction]) -> dict[str, Fraction]:
    """A swap counts only if the other organisation then did facilitate."""
    kept = [note for note in turn.notes if note.other == turn.actual]
    return exchange(kept, balances) if kept else {}


def _entry(
    turn: Turn, before: Fraction, earned: Fraction, moved: Fraction, paid: Fraction
) -> tuple[Entry, Fraction]:
    """The entry and the balance after it; adding fractions is slow, and years of meetings have thousands."""
    reached = before + earned
    if moved or paid:
        reached += moved - paid
    after = MOST if reached > MOST else max(reached, LEAST)
    lost = NOTHING if after == reached else reached - after
    return Entry(turn.meeting, turn.date, before, earned, moved, paid, lost), after
