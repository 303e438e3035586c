"""Every path that a proposal can take: a walk through all states of a small meeting, and what no path may do.

Whoever adds a move to the program adds a line to `steps`.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import count
from typing import Any

from coalmeet.errors import NotAllowed
from coalmeet.meeting import events, fold
from coalmeet.meeting.leading import regular
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
from coalmeet.meeting.proposal import Objection, Proposal
from coalmeet.meeting.state import Meeting
from tests.meeting.conftest import MINUTE, OPENING, plan

Made = Callable[[Meeting, int], tuple[events.Event, ...]]
TEXTS = ("A.", "B.")
ANSWERS = ("consent", "concern", "objection", "aside")
ENDINGS = ("withdrawn", "accepted", "concern", "deferred")
DAY = "2026-06-11"


@dataclass(frozen=True)
class Step:
    """One thing that can happen; `speaks` are the organisations that say it themselves, aloud."""

    name: str
    make: Made
    speaks: tuple[str, ...] = ()


def step(
    name: str, move: Callable[..., tuple[events.Event, ...]], *args: Any, speaks: str = "", **kwargs: Any
) -> Step:
    """A move with what it is told."""
    return Step(name, lambda meeting, at: move(meeting, at, *args, **kwargs), (speaks,) if speaks else ())


def steps(meeting: Meeting, back: bool = True) -> Iterator[Step]:
    """Everything that anybody may try now; most of it is refused.

    `back` says whether a changed text may go back to the words of the version before.
    """
    live = meeting.live_proposal("fund")
    new = f"n{sum(len(one.objections) for one in meeting.proposals) + len(meeting.rounds) + len(meeting.proposals)}"
    if live is None:
        for text in TEXTS:
            yield step(f"brings {text}", proposals.bring, new, text, kind="k")
    for member in meeting.members:
        yield from _of_one(member.id, new)
    everybody = tuple(member.id for member in meeting.members)
    for text in TEXTS if back else [one for one in (*TEXTS, "C.") if live and one != _last_words(live)]:
        yield step(f"changes it to {text}", proposals.amend, text)
    for person in ("p0", "p1"):
        yield step(f"{person} is proposed", selection.propose_candidate, new, person)
    yield step("asks for consent", proposals.ask_for_consent, new)
    yield step("one loop more", proposals.allow_loop)
    yield step("sees all signs", consent.see_signs, everybody)
    yield step("nobody objects", consent.nobody_objects)
    yield step("still here?", calling.still_here)
    yield step("adopts", consent.adopt)
    for outcome in ("parked", "recommended"):
        yield step(outcome, proposals.settle, outcome)
    yield step("the group lets them lead", stake.allow_lead)
    yield step("falls back on a vote", votes.fall_back, "the court sits tomorrow")
    for vote in ("yes", "no"):
        yield step(f"sees all {vote}", votes.see_votes, vote, everybody)
    for objection in live.objections if live else ():
        yield from _of_objection(objection)


def _last_words(live: Proposal) -> str:
    return live.versions[-1].text if live.versions else ""


def _of_one(one: str, new: str) -> Iterator[Step]:
    """What one organisation does, or is noted of it."""
    for said in ANSWERS:
        yield step(f"{one}: {said}", consent.answer, one, said, objection_id=new, speaks=one)
    yield step(f"{one} objects", consent.raise_objection, one, new, speaks=one)
    person = one.replace("o", "p")
    yield step(f"{one} leaves", people.depart, person)
    yield step(f"{one} arrives", people.arrive, person)
    yield step(f"{one} leads instead", stake.lead_instead, person)
    for said in ("consent", "objection"):
        yield step(
            f"{one} wrote: {said}",
            absent.answer_beforehand,
            one,
            said,
            "a mail",
            objection_id=new,
            speaks=one,
        )
    yield step(f"{one} does not answer", calling.no_answer, one)
    yield step(f"{one} is back", calling.back_again, one)
    for vote in ("yes", "no"):
        yield step(f"{one} votes {vote}", votes.vote, one, vote, speaks=one)


def _of_objection(one: Objection) -> Iterator[Step]:
    """What becomes of an objection: with its objector's agreement, and without."""
    whose = one.organisation
    yield step(f"{whose}’s is understood", consent.understand, one.id, "harm", "purpose")
    for ending in ENDINGS:
        for agreed in (True, False):
            words = f"{whose}’s ends: {ending}, {'agreed' if agreed else 'without a word'}"
            yield step(
                words, consent.end_objection, one.id, ending, "noted", agreed, speaks=whose if agreed else ""
            )
    yield step(f"{whose}’s is tested, one disagrees", objections.weigh, one.id, ("o0",), True, speaks=whose)
    yield step(f"{whose}’s is tested, {whose} silent", objections.weigh, one.id, (), False)
    yield step(f"{whose}’s is tested, all agree", objections.weigh, one.id, (), True, speaks=whose)
    yield step(
        f"{whose}’s is deferred", objections.defer_objection, one.id, "a group", DAY, True, speaks=whose
    )


def opening(members: int, protected: bool = False, selects: bool = False, **more: Any) -> Meeting:
    """All are here, and a text is on the table; quorum is half of them, rounded up.

    `protected` gives the last of them a protected voice; with `selects` two are nominated for a role instead.
    """
    opened = plan(members, quorum=(members + 1) // 2, **more)
    *others, last = opened.members
    opened = replace(opened, members=(*others, replace(last, protected=protected)))
    meeting = fold.apply(Meeting(), opened, OPENING)
    meeting = _after(
        meeting, people.arrive_all(meeting, OPENING, tuple(f"p{n}" for n in range(members))), OPENING
    )
    meeting = _after(meeting, flow.start_item(meeting, OPENING, "fund"), OPENING)
    if not selects:
        return _after(meeting, proposals.bring(meeting, OPENING, "first", TEXTS[0], kind="k"), OPENING)
    meeting = _after(meeting, selection.begin_selection(meeting, OPENING, "s", "Speaker", "r", DAY), OPENING)
    for voice, person in (("o0", "p0"), ("o1", "p1")):
        meeting = _after(meeting, selection.nominate(meeting, OPENING, voice, person, "listens"), OPENING)
    return _after(meeting, selection.propose_candidate(meeting, OPENING, "first", "p0"), OPENING)


def _after(meeting: Meeting, happened: Iterable[events.Event], at: int) -> Meeting:
    for event in happened:
        meeting = fold.apply(meeting, event, at)
    return meeting


def state(meeting: Meeting, back: bool = True) -> object:
    """What decides how it goes on, the same for meetings in which organisations have changed places.

    Times, ids, names and numbers of versions are left out; so is what no rule asks: who spoke in a round, which of
    the stages of the talk it is, the history of answers to earlier versions, how an objection ended.
    """
    live = meeting.live_proposal("fund")
    draft = (
        live is not None and not live.locked and not back
    )  # then no answer to the version before counts again
    put_aside = {one.text: one for one in meeting.proposals if one.decided and not one.reopened_as}
    here, now = meeting.present_members, meeting.round
    each = sorted(
        (
            member.protected,
            member.id in here,
            *_leads(meeting, member.id.replace("o", "p")),
            bool(now) and member.id in now.unanswered,
            "" if draft else _answer(live, member.id),
            _open_ones(live, member.id) if draft else _objections(live, member.id),
            tuple(text for text, one in sorted(put_aside.items()) if _stands(one, member.id)),
        )
        for member in meeting.members
    )
    return (_whole(live), bool(now), live.text if live and any(one[-1] for one in each) else "", tuple(each))


def _whole(live: Proposal | None) -> object:
    if live is None:
        return None
    left = counted = 0
    if live.profile.loops:
        left = max(-1, live.profile.loops + live.loops_allowed - live.loops)
        objected = {one.version for one in live.answers if one.answer == "objection"}
        counted = live.version in objected | {one.version for one in live.objections}
    same = bool(live.versions) and live.text == live.versions[-1].text
    return (live.stage == "consent", live.locked, bool(live.version), same, left, counted, live.method)


def _leads(meeting: Meeting, person: str) -> tuple[bool, bool, bool]:
    """Whether they lead now, lead the meeting otherwise, and may lead although they have a stake."""
    before = regular(meeting)
    allowed = ("fund", person) in meeting.leads_allowed
    return (meeting.facilitator == person, bool(before and before.person == person), allowed)


def _stands(proposal: Proposal, organisation: str) -> bool:
    return any(one.organisation == organisation for one in proposal.open_objections)


def _answer(live: Proposal | None, organisation: str) -> str:
    answer = live.answer_of(organisation) if live else None
    if answer is None:
        return ""
    return "consent" if answer.answer == "concern" else answer.answer  # no rule tells them apart


def _objections(live: Proposal | None, organisation: str) -> object:
    """Of the open ones how far each has come; of those that ended what a changed text or the count asks of them."""
    own = [one for one in live.objections if one.organisation == organisation] if live else []
    if not own or live is None:
        return ()
    still = {
        (one.version == live.version, one.life != "raised", one.tested and not one.disagree)
        for one in own
        if not one.ending
    }
    accepted = [one for one in own if one.ending == "accepted" and one.version == live.version]
    ids = {one.id for one in own}
    again = any(one.ended_in_version == one.version and f"{one.id}-again" not in ids for one in accepted)
    answer = live.answer_of(organisation)
    let_go = bool(answer and answer.answer == "objection" and not still)
    stood = bool(live.fallback and organisation in live.fallback.objectors)
    return (tuple(sorted(still)), let_go, bool(accepted), again, stood)


def _open_ones(live: Proposal | None, organisation: str) -> object:
    """Of a draft that does not go back: who objects, and whose objection another change opens again."""
    own = [one for one in live.objections if one.organisation == organisation] if live else []
    ids = {one.id for one in own}
    accepted = [one for one in own if one.ending == "accepted" and one.ended_in_version == one.version]
    again = any(live and one.version == live.version and f"{one.id}-again" not in ids for one in accepted)
    return (sum(not one.ending for one in own), again)


@dataclass(frozen=True)
class Walk:
    """What a walk found: how many states, and the first path that breaks a rule, as the steps that lead there."""

    states: int
    done: bool
    broken: str = ""
    path: tuple[str, ...] = ()


Rule = Callable[[Meeting, Meeting, tuple[events.Event, ...], Step], str]


def walk(
    first: Meeting, rules: Iterable[Rule], most: int = 10**9, without: tuple[str, ...] = (), back: bool = True
) -> Walk:
    """Breadth first, so that a broken rule is shown by one of its shortest paths; ends after `most` states."""
    checked = tuple(rules)
    before: dict[object, tuple[object, str]] = {}
    start = state(first, back)
    before[start] = (None, "")
    waiting = deque([(first, start)])
    for number in count(1):
        if not waiting or number > most:
            return Walk(len(before), not waiting)
        meeting, here = waiting.popleft()
        at = OPENING + number * MINUTE
        for each in steps(meeting, back):
            if any(words in each.name for words in without):
                continue
            try:
                happened = each.make(meeting, at)
            except NotAllowed:
                continue
            after = _after(meeting, happened, at)
            for rule in checked:
                if broken := rule(meeting, after, happened, each):
                    return Walk(len(before), False, broken, (*_path(before, here), each.name))
            there = state(after, back)
            if there not in before:
                before[there] = (here, each.name)
                waiting.append((after, there))
    raise AssertionError("not reached")


def _path(before: dict[object, tuple[object, str]], here: object) -> tuple[str, ...]:
    """The steps that led to a state."""
    found: list[str] = []
    while here is not None:
        here, name = before[here]
        found.append(name)
    return tuple(reversed(found[:-1]))
