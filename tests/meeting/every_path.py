"""Every path that a proposal can take: a walk through all states of a small meeting, and what no path may do.

Whoever adds a move to the program adds a line to `Paths`. Which states are one is said in `every_state`.

Where `tests` is "at once" an objection is understood, tested and let go in one step, in each way that the moves
allow, so that no state holds one that is only half tested. No path is lost by it: writing down a reason and asking
the group change nothing but this objection, no rule of adopting reads them, and so they can always wait until just
before that objection ends.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import count
from typing import Any

from coalmeet.errors import NotAllowed
from coalmeet.meeting import events, fold
from coalmeet.meeting.moves import (
    absent,
    calling,
    consent,
    flow,
    objections,
    people,
    proposals,
    selection,
    stake,
    votes,
)
from coalmeet.meeting.proposal import Objection
from coalmeet.meeting.state import Meeting
from tests.meeting.conftest import MINUTE, OPENING, plan
from tests.meeting.every_state import Reads, comes_back, key, one_of_each

Events = tuple[events.Event, ...]
Move = Callable[..., Events]
TEXTS = ("A.", "B.")
ANSWERS = ("consent", "concern", "aside")
ENDINGS = ("withdrawn", "accepted", "concern", "deferred")
DAY = "2026-06-11"
NEW = "<new>"  # stands for an id that nothing has had yet
LED_BY_NONE = events.Seat("guide", "Ines Duarte", capacity="guest")


@dataclass(frozen=True)
class Step:
    """One thing that can happen, in one or more moves; `speaks` are those that say it themselves, or wrote it."""

    name: str
    moves: tuple[tuple[Move, tuple[Any, ...], dict[str, Any]], ...]
    speaks: tuple[str, ...] = ()

    def then(self, other: Step) -> Step:
        """The one after the other, as one step."""
        speaks = (*self.speaks, *other.speaks)
        return Step(f"{self.name}; {other.name}", (*self.moves, *other.moves), speaks)

    def goes(self, meeting: Meeting, at: int) -> tuple[Meeting, Events]:
        """The meeting after it, and what happened; raises NotAllowed."""
        happened: Events = ()
        for move, args, more in self.moves:
            used = {name: _new(meeting) if value is NEW else value for name, value in more.items()}
            made = move(meeting, at, *(_new(meeting) if one is NEW else one for one in args), **used)
            meeting = after(meeting, made, at)
            happened = (*happened, *made)
        return meeting, happened


def _new(meeting: Meeting) -> str:
    raised = sum(len(one.objections) for one in meeting.proposals)
    return f"n{raised + len(meeting.rounds) + len(meeting.proposals)}"


def step(name: str, move: Move, *args: Any, speaks: str = "", **kwargs: Any) -> Step:
    """A move with what it is told."""
    return Step(name, ((move, args, kwargs),), (speaks,) if speaks else ())


class Paths:
    """Everything that anybody may try, among these organisations; most of it is refused.

    `without` leaves out the steps whose name holds one of these words. `back` says whether a changed text may go
    back to the words of the version before; `tests` whether an objection is tested "at once" or "bit by bit"; `single`
    that nobody raises another objection while one that they let go comes back with the next change of the text. With
    `each` all do everything, also those that are in the same place as another.
    """

    def __init__(
        self,
        members: Iterable[str],
        without: tuple[str, ...] = (),
        back: bool = True,
        tests: str = "bit by bit",
        single: bool = False,
        each: bool = False,
    ) -> None:
        self.members = tuple(members)
        self.without, self.back, self.tests, self.single, self.each = without, back, tests, single, each
        self._of: dict[tuple[str, str], list[Step]] = {}

    @cached_property
    def reads(self) -> Reads:
        """What these steps can read."""
        each = [one for steps in (*self._own.values(), *self._objects.values()) for one in steps]
        names = [one.name for one in (*self._shared, *self._bring, *each)]
        return Reads(
            back=self.back,
            silent=any("does not answer" in name for name in names),
            mails=any("wrote" in name for name in names),
            leads=any("lead" in name for name in names),
            brings=any(name.startswith("brings") for name in names),
            selects=any("is proposed" in name for name in names),
            lives=self.tests != "at once",
        )

    def steps(self, meeting: Meeting) -> Iterator[Step]:
        """What anybody may try now."""
        yield from self._shared
        trying = self.members if self.each else one_of_each(meeting, self.reads)
        for one in trying:
            yield from self._own[one]
        live = meeting.live_proposal("fund")
        if live is None:
            yield from self._bring
            return
        last = live.versions[-1].text if live.versions else ""
        for text, change in self._change:
            if self.back or text != last:
                yield change
        waits = {one.organisation for one in comes_back(live)} if self.single else set()
        for one in trying:
            if one not in waits:
                yield from self._objects[one]
        for objection in live.objections:
            if not objection.ending and objection.organisation in trying:
                yield from self._of_objection(objection)

    def _tried(self, steps: Iterable[Step]) -> list[Step]:
        return [one for one in steps if not any(words in one.name for words in self.without)]

    @cached_property
    def _bring(self) -> list[Step]:
        return self._tried(step(f"brings {text}", proposals.bring, NEW, text, kind="k") for text in TEXTS)

    @cached_property
    def _change(self) -> list[tuple[str, Step]]:
        texts = TEXTS if self.back else (*TEXTS, "C.")
        made = self._tried(step(f"changes it to {text}", proposals.amend, text) for text in texts)
        return [(one.name[-2:], one) for one in made]

    @cached_property
    def _shared(self) -> list[Step]:
        return self._tried(_of_all(self.members))

    @cached_property
    def _own(self) -> dict[str, list[Step]]:
        return {one: self._tried(_of_one(one)) for one in self.members}

    @cached_property
    def _objects(self) -> dict[str, list[Step]]:
        return {one: self._tried(_objects(one)) for one in self.members}

    def _of_objection(self, one: Objection) -> list[Step]:
        named = (one.id, one.organisation)
        if named not in self._of:
            made = _tested_at_once(one) if self.tests == "at once" else _tested_bit_by_bit(one)
            self._of[named] = self._tried(made)
        return self._of[named]


def _of_all(everybody: tuple[str, ...]) -> Iterator[Step]:
    for person in ("p0", "p1"):
        yield step(f"{person} is proposed", selection.propose_candidate, NEW, person)
    yield step("asks for consent", proposals.ask_for_consent, NEW)
    yield step("one loop more", proposals.allow_loop)
    yield step("sees all signs", consent.see_signs, everybody)
    yield step("nobody objects", consent.nobody_objects)
    yield step("still here?", calling.still_here)
    yield step("adopts", consent.adopt)
    for outcome in ("parked", "recommended"):
        yield step(outcome, proposals.settle, outcome)
    yield step("the group lets them lead", stake.allow_lead)
    yield step("falls back on a vote", votes.fall_back, "the court sits tomorrow")
    yield step("falls back as announced", votes.fall_back)
    for vote in ("yes", "no"):
        yield step(f"sees all {vote}", votes.see_votes, vote, everybody)


def _of_one(one: str) -> Iterator[Step]:
    """What one organisation does, or is noted of it."""
    for said in ANSWERS:
        yield step(f"{one}: {said}", consent.answer, one, said, speaks=one)
    person = one.replace("o", "p")
    yield step(f"{one} leaves", people.depart, person)
    yield step(f"{one} arrives", people.arrive, person)
    yield step(f"{one} leads instead", stake.lead_instead, person)
    yield step(f"{one} wrote: consent", absent.answer_beforehand, one, "consent", "a mail", speaks=one)
    yield step(f"{one} does not answer", calling.no_answer, one)
    yield step(f"{one} is back", calling.back_again, one)
    for vote in ("yes", "no"):
        yield step(f"{one} votes {vote}", votes.vote, one, vote, speaks=one)


def _objects(one: str) -> Iterator[Step]:
    """The ways to object: asked, unasked, by mail."""
    yield step(f"{one}: objection", consent.answer, one, "objection", objection_id=NEW, speaks=one)
    yield step(f"{one} objects", consent.raise_objection, one, NEW, speaks=one)
    mail = (one, "objection", "a mail")
    yield step(f"{one} wrote: objection", absent.answer_beforehand, *mail, objection_id=NEW, speaks=one)


def _endings(one: Objection) -> Iterator[Step]:
    """With its objector’s agreement, and without."""
    for ending in ENDINGS:
        for agreed in (True, False):
            words = f"{one.organisation}’s ends: {ending}, {'agreed' if agreed else 'without a word'}"
            speaks = one.organisation if agreed else ""
            yield step(words, consent.end_objection, one.id, ending, "noted", agreed, speaks=speaks)


def _tests(one: Objection) -> tuple[Step, ...]:
    """Reason and ground are written down; the group is asked, and one disagrees, or the objector is silent."""
    whose = one.organisation
    return (
        step(f"{whose}’s is understood", consent.understand, one.id, "harm", "purpose"),
        step(f"{whose}’s is tested, one disagrees", objections.weigh, one.id, ("o0",), True),
        step(f"{whose}’s is tested, {whose} silent", objections.weigh, one.id, (), False),
        step(f"{whose}’s is tested, all agree", objections.weigh, one.id, (), True, speaks=whose),
    )


def _deferred(one: Objection) -> Step:
    words = f"{one.organisation}’s is deferred"
    return step(words, objections.defer_objection, one.id, "a group", DAY, True, speaks=one.organisation)


def _tested_bit_by_bit(one: Objection) -> Iterator[Step]:
    yield from (*_tests(one), *_endings(one), _deferred(one))


def _tested_at_once(one: Objection) -> Iterator[Step]:
    """Each way through a test to an ending; those that end nothing are left out: they change nothing else."""
    understood, disputed, silent, agreed = _tests(one)
    yield from (*_endings(one), _deferred(one), understood.then(agreed))
    as_concern = [ending for ending in _endings(one) if ": concern" in ending.name]
    for first in (understood, understood.then(disputed), understood.then(silent)):
        yield from (first.then(ending) for ending in as_concern)


def opening(
    members: int,
    protected: bool = False,
    selects: bool = False,
    guided: bool = False,
    item: dict[str, Any] | None = None,
    **more: Any,
) -> Meeting:
    """All are here, and a text is on the table; quorum is half of them, rounded up.

    `protected` gives the last of them a protected voice; with `selects` two are nominated for a role instead. With
    `guided` somebody of none of them facilitates. `item` is what the agenda says of the matter beside.
    """
    opened = plan(members, quorum=(members + 1) // 2, **more)
    *others, last = opened.members
    agenda = tuple(replace(one, **(item or {})) if one.id == "fund" else one for one in opened.agenda)
    opened = replace(opened, members=(*others, replace(last, protected=protected)), agenda=agenda)
    if guided:
        opened = replace(opened, people=(*opened.people, LED_BY_NONE), facilitator=LED_BY_NONE.person)
    meeting = fold.apply(Meeting(), opened, OPENING)
    everybody = tuple(one.seat.person for one in meeting.people)
    meeting = after(meeting, people.arrive_all(meeting, OPENING, everybody), OPENING)
    meeting = after(meeting, flow.start_item(meeting, OPENING, "fund"), OPENING)
    if not selects:
        return after(meeting, proposals.bring(meeting, OPENING, "first", TEXTS[0], kind="k"), OPENING)
    meeting = after(meeting, selection.begin_selection(meeting, OPENING, "s", "Speaker", "r", DAY), OPENING)
    for voice, person in (("o0", "p0"), ("o1", "p1")):
        meeting = after(meeting, selection.nominate(meeting, OPENING, voice, person, "listens"), OPENING)
    return after(meeting, selection.propose_candidate(meeting, OPENING, "first", "p0"), OPENING)


def after(meeting: Meeting, happened: Iterable[events.Event], at: int) -> Meeting:
    """The meeting after these events."""
    for event in happened:
        meeting = fold.apply(meeting, event, at)
    return meeting


@dataclass(frozen=True)
class Walk:
    """What a walk found: how many states, how many steps deep, and the first path that breaks a rule.

    `done` says that no state is left that was not gone on from, but for those at the depth where the walk ends.
    """

    states: int
    done: bool
    broken: str = ""
    path: tuple[str, ...] = ()
    deepest: int = 0
    tried: int = 0


Rule = Callable[[Meeting, Meeting, tuple[events.Event, ...], Step], str]


def walk(
    first: Meeting, rules: Iterable[Rule], paths: Paths, most: int = 10**9, deepest: int = 10**9
) -> Walk:
    """Breadth first, so that a broken rule is shown by one of its shortest paths.

    It ends after `most` states were gone on from, and goes `deepest` steps far.
    """
    checked = tuple(rules)
    start = key(first, paths.reads)
    before: dict[object, tuple[object, str]] = {start: (None, "")}
    waiting = deque([(first, start, 0)])
    depth = tried = 0
    for number in count(1):
        if not waiting or number > most:
            return Walk(len(before), not waiting, deepest=depth, tried=tried)
        meeting, here, depth = waiting.popleft()
        at = OPENING + number * MINUTE
        for each in paths.steps(meeting):
            try:
                then, happened = each.goes(meeting, at)
            except NotAllowed:
                continue
            tried += 1
            for rule in checked:
                if broken := rule(meeting, then, happened, each):
                    return Walk(len(before), False, broken, (*_path(before, here), each.name), depth, tried)
            there = key(then, paths.reads)
            if there not in before:
                before[there] = (here, each.name)
                if depth + 1 < deepest:
                    waiting.append((then, there, depth + 1))
    raise AssertionError("not reached")


def _path(before: dict[object, tuple[object, str]], here: object) -> tuple[str, ...]:
    """The steps that led to a state."""
    found: list[str] = []
    while here is not None:
        here, name = before[here]
        found.append(name)
    return tuple(reversed(found[:-1]))
