"""Whose turn it is to facilitate, or to take notes: the organisations in the order in which they should be asked.

The rule was chosen by simulation: of those that turns divided by attendance announced, 31 % were not there.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal

from coalmeet.coalition.organisation import Organisation
from coalmeet.coalition.turn import Role, Turn, TurnNote, Wish
from coalmeet.meeting.credit import NOTHING, Entry, credit, exchange, in_order, ledger
from coalmeet.meeting.rotation_roles import able_in, said_of, turns_of

LOOKED_BACK = 4  # meetings
CAME_ENOUGH = 2  # of those

Expectation = Literal["said_so", "said_away", "comes", "first_meetings", "missed_its_turn", "came_too_rarely"]
Edge = Literal[
    "term",
    "both",
    "not_lately",
    "expected",
    "not_skipping",
    "leads",
    "credit",
    "longest_ago",
    "smallest",
    "name",
    "alone",
]


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one organisation stands for the next meeting, with everything that put it there.

    `credit` is in turns and includes `moved`, what a swap agreed for the next meeting brings. `came` of
    `looked_back` meetings; `wait` is how many meetings are left until a skip is asked again, 0 for none. `again` is
    true for one that skipped or missed the turn just before: nobody is asked twice running.
    `served` counts the meetings of a term that is not over, 0 for none. `facilitates` is false for an organisation
    that does not want to be asked: it is shown, not proposed. `leads` is true, where it is about taking notes, for
    the one that facilitates that meeting: it is asked after the others who can.
    """

    organisation: Organisation
    credit: Fraction
    entries: tuple[Entry, ...]
    moved: Fraction
    came: int
    looked_back: int
    expectation: Expectation
    last_turn: date | None
    wait: int
    again: bool
    facilitates: bool
    served: int = 0
    role: Role = "facilitator"
    leads: bool = False

    @property
    def is_expected(self) -> bool:
        """Whether somebody from it will probably be there next time."""
        return self.expectation in ("said_so", "comes", "first_meetings")

    @property
    def goes_on(self) -> bool:
        """Whether it is in the middle of a term, and may go on with it."""
        free = not self.wait and not self.again and not self.leads
        return bool(self.served) and self.is_expected and free


def standings(
    history: Iterable[Turn],
    organisations: Iterable[Organisation],
    day: date,
    notes: Iterable[TurnNote] = (),
    meeting: str | None = None,
    term: int = 1,
    role: Role = "facilitator",
    leads: str = "",
) -> tuple[Standing, ...]:
    """The member organisations of `day`, the one to ask first in front, those that do not take the role last.

    `history` is the meetings held. Of `notes` those count that were said for good or for `meeting`, the next
    one; None stands for any meeting that has not been held. `term` is how many meetings a turn lasts: whoever is in the
    middle of one goes on, unless they skip or will not be there. `leads` is the organisation that facilitates the
    meeting for which a note taker is asked.
    """
    turns = turns_of(role, in_order(history))
    held = {turn.meeting for turn in turns}
    coming = [note for note in said_of(role, notes) if note.meeting not in held]
    said = [note for note in coming if meeting is None or note.meeting in ("", meeting)]
    members = able_in(role, (organisation for organisation in organisations if organisation.belongs(day)))
    books = ledger(turns, members, term)
    balances = {id: credit(entries) for id, entries in books.items()}
    moved = exchange(said, balances)
    asked = [one for one in members if _facilitates(one, said)]
    found = [
        Standing(
            organisation=one,
            credit=balances[one.id] + moved.get(one.id, NOTHING),
            entries=books[one.id],
            moved=moved.get(one.id, NOTHING),
            came=_came(one.id, since_joining(one, turns)[-LOOKED_BACK:]),
            looked_back=min(len(since_joining(one, turns)), LOOKED_BACK),
            expectation=_expectation(one.id, since_joining(one, turns), said),
            last_turn=max((turn.date for turn in turns if turn.actual == one.id), default=None),
            wait=_wait(one.id, turns, said, others=len(asked) - 1),
            again=_again(one.id, turns, said, others=len(asked) - 1),
            facilitates=one in asked,
            served=_served(one.id, turns, term),
            role=role,
            leads=one.id == leads,
        )
        for one in members
    ]
    return tuple(sorted(found, key=_key))


def proposed(order: Sequence[Standing]) -> Standing | None:
    """The organisation to ask first, or None when there is nobody who takes the role."""
    return order[0] if order and order[0].facilitates else None


def edge(order: Sequence[Standing]) -> Edge:
    """What puts the first before the second: the first comparison in which they differ."""
    asked = [standing for standing in order if standing.facilitates]
    if len(asked) < 2:
        return "alone"
    first, second = asked[:2]
    expected = [standing for standing in asked[1:] if standing.is_expected]
    lately = first.again != second.again or bool(first.wait) != bool(second.wait)
    pairs: list[tuple[Edge, bool]] = [
        ("term", first.goes_on),
        ("both", first.leads),
        ("not_lately", lately and not first.is_expected),
        ("expected", first.is_expected and not expected),
        ("not_skipping", first.is_expected and not first.wait and all(one.wait for one in expected)),
        ("leads", second.leads and second.is_expected),
        ("credit", first.credit != second.credit),
        ("longest_ago", first.last_turn != second.last_turn),
        ("smallest", first.organisation.size != second.organisation.size),
    ]
    return next((name for name, differs in pairs if differs), "name")


def _key(standing: Standing) -> tuple[bool, bool, bool, bool, bool, bool, Fraction, date, float, str, str]:
    organisation = standing.organisation
    size = float("inf") if organisation.size is None else organisation.size
    return (
        not standing.facilitates,
        not standing.goes_on,
        standing.again,
        not standing.is_expected,
        standing.leads,
        standing.wait > 0,
        -standing.credit,
        standing.last_turn or date.min,
        size,
        organisation.name.casefold(),
        organisation.id,
    )


def _facilitates(organisation: Organisation, notes: Sequence[TurnNote]) -> bool:
    return organisation.facilitates and _said(organisation.id, notes, "not_facilitating") is None


def since_joining(organisation: Organisation, turns: Sequence[Turn]) -> tuple[Turn, ...]:
    """The meetings that an organisation could have come to: those before it joined say nothing about it."""
    if organisation.joined is None:
        first = next((number for number, turn in enumerate(turns) if _came(organisation.id, [turn])), 0)
        return tuple(turns[first:])
    return tuple(turn for turn in turns if turn.date >= organisation.joined)


def _came(id: str, turns: Sequence[Turn]) -> int:
    return sum(id in turn.present or id == turn.actual for turn in turns)


def _expectation(id: str, turns: Sequence[Turn], notes: Sequence[TurnNote]) -> Expectation:
    just_now = turns[-1].notes if turns else ()
    if _said(id, notes, "coming") or _said(id, just_now, "coming_next"):
        return "said_so"
    if _said(id, just_now, "away_next"):
        return "said_away"
    if turns and turns[-1].planned == id and not _came(id, turns[-1:]):
        return "missed_its_turn"
    recent = turns[-LOOKED_BACK:]
    if len(recent) < CAME_ENOUGH and _came(id, recent) == len(recent):
        return "first_meetings"
    return "comes" if _came(id, recent) >= CAME_ENOUGH else "came_too_rarely"


def _wait(id: str, turns: Sequence[Turn], notes: Sequence[TurnNote], others: int) -> int:
    """Meetings left of the full pass, one meeting for each other organisation, that a skip lets go by."""
    if skip(id, turns, notes) is not None:
        return max(1, others)
    for since, turn in enumerate(reversed(turns), start=1):
        if _said(id, turn.notes, "skip_next"):
            return max(0, others - since + 1)  # the pass begins with the meeting after that one
        if turn.actual == id:
            return 0
        if _said(id, turn.notes, "skip"):
            return max(0, others - since)
    return 0


def _served(id: str, turns: Sequence[Turn], term: int) -> int:
    """How many meetings of its term it has led, without a break until the last one; 0 where none goes on."""
    running = 0
    for turn in reversed(turns):
        if turn.actual != id:
            break
        running += 1
    return running % term


def _again(id: str, turns: Sequence[Turn], notes: Sequence[TurnNote], others: int) -> bool:
    """Whether it skips this turn, or skipped or missed the one before, and a full pass is not over since."""
    if _expectation(id, turns, notes) == "missed_its_turn":
        return True
    just_now = skip(id, turns, notes) or (turns and _said(id, turns[-1].notes, "skip"))
    return bool(just_now) and _wait(id, turns, notes, others) > 0


def skip(id: str, turns: Sequence[Turn], notes: Iterable[TurnNote]) -> TurnNote | None:
    """What an organisation said to skip the next meeting: for that meeting, or at the close of the last of `turns`."""
    last = turns[-1].notes if turns else ()
    return _said(id, notes, "skip") or _said(id, last, "skip_next")


def _said(id: str, notes: Iterable[TurnNote], wish: Wish) -> TurnNote | None:
    return next((note for note in notes if note.wish == wish and note.organisation == id), None)
