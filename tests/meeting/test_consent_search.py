"""Every reachable state of a decision among up to four organisations, in search of a path that breaks a rule.

Small meetings on every run; with COALMEET_EXAMPLES=full all of up to four organisations. Each rule is then broken on
purpose, and the search must find the path that shows it.

What each walk leaves out stands in LONG_WALKS; `every_state` says which states it takes for one. Walks that end before
they have been everywhere are those with a number of states, or of steps. Each says what it went through
(`pytest --log-cli-level=info`).
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import pytest

from coalmeet.meeting import consent as consent_rules
from coalmeet.meeting import events, stake, voting
from coalmeet.meeting.events import DecisionKind, Profile
from coalmeet.meeting.folds.folding import FOLDS, Fold, with_proposal
from coalmeet.meeting.moves import absent, calling, consent, objections, people, votes
from coalmeet.meeting.proposal import Proposal
from coalmeet.meeting.state import Meeting
from tests.meeting.every_path import Paths, Walk, opening, walk
from tests.meeting.path_rules import (
    RULES,
    a_concern_is_what_nobody_disagrees_with,
    a_protected_voice_that_is_absent_has_a_window,
    enough_say_yes,
    no_decision_without_quorum,
    no_more_loops_than_agreed,
    no_objection_vanishes,
    no_stale_text_is_adopted,
    no_vote_passes_over_a_protected_objection,
    nobody_here_is_left_out,
    nobody_leads_a_decision_in_which_they_have_a_stake,
    nothing_passes_over_an_objection,
    only_its_objector_ends_an_objection,
    what_is_written_holds_for_its_words,
)

LOG = logging.getLogger(__name__)
NO_LIMIT = 10**9
WHOLE = os.environ.get("COALMEET_EXAMPLES") == "full"
Happened = tuple[events.Event, ...]
Move = Callable[..., Happened]

CONSENT = {"profile": Profile(loops=0)}
LOOPING = {"profile": Profile(loops=1)}
GUIDED = {**CONSENT, "guided": True}  # who leads it is of none of them, so that no stake stands in the way
VOTE = {
    "profile": Profile(loops=0, fallback="majority"),
    "kinds": (DecisionKind("k", "k", critical=True),),
    "protected": True,
    "guided": True,
}
ALL_RULES = {**VOTE, "profile": Profile(loops=1, fallback="majority")}
FAILED = events.EarlierTry(
    "old", "2026-04-09", ("o0", "o3")
)  # consent, in April; the last of four is protected
ANNOUNCED = {**VOTE, "item": {"earlier": FAILED, "vote_announced": True}}
# The steps that a walk may leave out, by the words in their names; what they do is walked among others.
PARTS = {
    "texts brought again": ("brings",),
    "votes": ("vote", "sees all yes", "sees all no", "falls back"),
    "tests": ("understood", "tested", "deferred", "ends: concern"),
    "silence": ("does not answer", "is back", "still here"),
    "mails": ("wrote",),
    "leading": ("lead",),  # else the facilitator stays who it is
    "persons": ("is proposed",),
    "loops": ("loop",),
    "standing aside": ("aside",),
}


def only(*parts: str) -> tuple[str, ...]:
    """What is left out of a walk that has only these parts beside asking, answering, changing, coming and going."""
    return tuple(words for part, named in PARTS.items() if part not in parts for words in named)


@dataclass(frozen=True)
class Search:
    """How many organisations, under which charter, without which steps.

    `most` states are gone on from, `deepest` steps far; `back` says whether texts go back, `tests` how an objection
    is tested, `single` whether everybody has one objection at a time (see `every_path`).
    """

    members: int
    charter: dict[str, Any]
    without: tuple[str, ...]
    most: int = NO_LIMIT
    deepest: int = NO_LIMIT
    back: bool = True
    tests: str = "bit by bit"
    single: bool = False

    def paths(self, meeting: Meeting) -> Paths:
        members = (member.id for member in meeting.members)
        return Paths(members, self.without, self.back, self.tests, self.single)


FAST = {"back": False, "tests": "at once", "single": True}
WALKS = {
    "one alone": Search(1, LOOPING, only("tests", "loops", "standing aside"), back=False, single=True),
    "two": Search(2, CONSENT, (*only(*PARTS), "is proposed", "leads instead"), 250),
    "two, one of them by mail": Search(2, CONSENT, only("mails"), most=250, **FAST),
    "two and a vote": Search(2, VOTE, (*only("votes"), "changes"), 350),
}
STRAIGHT = ("leaves", "arrives", "objects", "changes", ": concern", "parked", "recommended")
WALKS["three, straight to a vote"] = Search(3, VOTE, (*only("votes"), *STRAIGHT), **FAST)
ONCE = ("changes", "parked", "recommended", ": concern")  # the text stays, and is decided or not
LONG_WALKS = {
    "four": Search(4, GUIDED, only("tests", "mails", "standing aside"), **FAST),
    "four, led by one of them": Search(4, CONSENT, only("tests"), **FAST),
    "four and a vote": Search(4, VOTE, (*only("votes"), *ONCE), 8000, **FAST),
    "four and a vote that was announced": Search(4, ANNOUNCED, (*only("votes"), *ONCE), 8000, **FAST),
    "four, everything at once": Search(4, ALL_RULES, only(*PARTS), deepest=5),
    "three and a vote": Search(3, VOTE, (*only("votes"), *ONCE), **FAST),
    "three, as many loops as allowed": Search(3, {**LOOPING, "guided": True}, only("loops"), **FAST),
    "three, one of them silent": Search(3, GUIDED, only("silence"), **FAST),
    "three, the facilitation handed over": Search(3, CONSENT, only("leading"), 8000, **FAST),
    "two, each test of an objection bit by bit": Search(2, GUIDED, only("tests"), 8000, single=True),
    "two, texts brought again": Search(2, GUIDED, only("texts brought again"), 8000),
    "two, a person for a role": Search(2, {**CONSENT, "selects": True}, only("persons", "leading"), 2500),
}


def walked(name: str, *rules: Callable[..., str]) -> Walk:
    one = {**WALKS, **LONG_WALKS}[name]
    first = opening(one.members, **one.charter)
    return walk(first, rules or RULES, one.paths(first), one.most, one.deepest)


@pytest.mark.parametrize("name", [*WALKS, *(LONG_WALKS if WHOLE else ())])
def test_no_path_breaks_a_rule_of_consent(name: str) -> None:
    one, found = {**WALKS, **LONG_WALKS}[name], walked(name)
    end = "to the end" if found.done and one.deepest == NO_LIMIT else "not to the end"
    LOG.info("%s: %d states, %d steps, %d deep, %s", name, found.states, found.tried, found.deepest, end)
    assert (found.broken, found.path) == ("", ())
    assert found.done or found.states >= one.most


def nothing_said(*_anything: Any) -> str:
    return ""


def giving_in(depart: Move, meeting: Meeting, at: int, person: str) -> Happened:
    """Whoever leaves is said to have no objection any more."""
    standing = [one for proposal in meeting.proposals for one in proposal.open_objections]
    theirs = [one for one in standing if one.organisation == f"o{person[1:]}"]
    return (*depart(meeting, at, person), *(events.ObjectionEnded(one.id, "withdrawn") for one in theirs))


def unheard(no_answer: Move, meeting: Meeting, at: int, organisation: str) -> Happened:
    """Whoever does not answer when called is said to have no objection any more."""
    standing = [one for proposal in meeting.proposals for one in proposal.open_objections]
    theirs = [one for one in standing if one.organisation == organisation]
    return (
        *no_answer(meeting, at, organisation),
        *(events.ObjectionEnded(one.id, "withdrawn") for one in theirs),
    )


def signs_of_all(see_signs: Move, meeting: Meeting, at: int, *signs: Any) -> Happened:
    """A sign of somebody who objects is taken to let go."""
    standing = [one for proposal in meeting.proposals for one in proposal.open_objections]
    return (
        *see_signs(meeting, at, *signs),
        *(events.ObjectionEnded(one.id, "withdrawn") for one in standing),
    )


def silent_agreement(weigh: Move, meeting: Meeting, at: int, objection: str, *_asked: Any) -> Happened:
    """The objector says nothing, and it is kept as a concern."""
    return weigh(meeting, at, objection, (), True)


def agreed_by_mail(_kept: Move, _item: Any, proposal: Proposal, organisation: str) -> Happened:
    """Consent written before the meeting lets go of what was said in it."""
    standing = [one for one in proposal.open_objections if one.organisation == organisation]
    return tuple(events.ObjectionEnded(one.id, "withdrawn") for one in standing)


def whatever_version(_kept: Move, proposal: Proposal) -> int:
    return proposal.version


def consent_for_a_vote(fold: Fold, meeting: Meeting, event: events.FallbackTaken, at: int) -> Meeting:
    """The text stays fixed as it was, with what was said to it."""
    return with_proposal(fold(meeting, event, at), event.proposal, lambda one: replace(one, locked=True))


def the_facilitator_decides(_kept: Move, meeting: Meeting, at: int, objection: str, *_said: Any) -> Happened:
    return (events.ObjectionEnded(objection, "withdrawn"),)


def forgetting(fold: Fold, meeting: Meeting, event: events.TextAmended, at: int) -> Meeting:
    """A changed text forgets who objected to the one before."""
    return with_proposal(fold(meeting, event, at), event.proposal, lambda one: replace(one, objections=()))


Break = tuple[str, Callable[..., str], Callable[[pytest.MonkeyPatch], None]]


def silenced(*guards: tuple[Any, str]) -> Callable[[pytest.MonkeyPatch], None]:
    """These guards find nothing to refuse."""

    def patch(monkeypatch: pytest.MonkeyPatch) -> None:
        for where, guard in guards:
            monkeypatch.setattr(where, guard, nothing_said)

    return patch


def instead(where: Any, name: str, other: Move) -> Callable[[pytest.MonkeyPatch], None]:
    """This move does something else; it gets the real one as well."""
    return lambda monkeypatch: monkeypatch.setattr(where, name, partial(other, getattr(where, name)))


def folded_otherwise(kind: type, other: Callable[..., Meeting]) -> Callable[[pytest.MonkeyPatch], None]:
    return lambda monkeypatch: monkeypatch.setitem(FOLDS, kind, partial(other, FOLDS[kind]))


BROKEN: dict[str, Break] = {
    "an open objection": (
        "two", nothing_passes_over_an_objection, silenced((consent_rules, "_objection_open")),
    ),
    "somebody left out": ("two", nobody_here_is_left_out, silenced((consent_rules, "left_out"))),
    "a stale text": ("two", no_stale_text_is_adopted, silenced((consent_rules, "_not_locked"))),
    "no quorum": ("two", no_decision_without_quorum, silenced((consent_rules, "too_few"))),
    "silence": ("two", only_its_objector_ends_an_objection, instead(people, "depart", giving_in)),
    "the facilitator": (
        "two", only_its_objector_ends_an_objection, instead(consent, "end_objection", the_facilitator_decides),
    ),
    "silence when called": ("two", only_its_objector_ends_an_objection, instead(calling, "no_answer", unheard)),
    "a sign": ("two", only_its_objector_ends_an_objection, instead(consent, "see_signs", signs_of_all)),
    "silence in a test": (
        "two", only_its_objector_ends_an_objection, instead(objections, "weigh", silent_agreement),
    ),
    "a mail": (
        "two, one of them by mail", only_its_objector_ends_an_objection,
        instead(absent, "_let_go", agreed_by_mail),
    ),
    "a mail about other words": (
        "two, one of them by mail", what_is_written_holds_for_its_words,
        instead(absent, "_version_with_these_words", whatever_version),
    ),
    "most stand aside": ("two", enough_say_yes, silenced((consent_rules, "_too_many_aside"))),
    "a vote that is lost": ("two and a vote", enough_say_yes, silenced((voting, "_not_reached"))),
    "consent for a vote": (
        "three, straight to a vote", nobody_here_is_left_out,
        folded_otherwise(events.FallbackTaken, consent_for_a_vote),
    ),
    "loops": (
        "one alone", no_more_loops_than_agreed,
        lambda monkeypatch: monkeypatch.setattr(Proposal, "may_loop", True),
    ),
    "a change": ("two", no_objection_vanishes, folded_otherwise(events.TextAmended, forgetting)),
    "no test": (
        "two", a_concern_is_what_nobody_disagrees_with, silenced((consent, "_may_be_a_concern")),
    ),
    "a stake": (
        "two", nobody_leads_a_decision_in_which_they_have_a_stake, silenced((stake, "why_not_adoptable")),
    ),
    "no window": (
        "two and a vote", a_protected_voice_that_is_absent_has_a_window,
        instead(consent, "window_days", lambda *_anything: 0),
    ),
    "a vote": (
        "two and a vote", no_vote_passes_over_a_protected_objection,
        silenced((voting, "why_protected"), (votes, "why_protected")),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_rule_is_found_by_its_shortest_path(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    where, rule, breaks = BROKEN[name]
    breaks(monkeypatch)
    found = walked(where, rule)
    assert found.broken, f"{found.states} states, and nothing found"
    assert len(found.path) <= 8


def test_every_rule_is_broken_once() -> None:
    assert {rule for _where, rule, _breaks in BROKEN.values()} == {*RULES}
