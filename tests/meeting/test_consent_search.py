"""Every reachable state of a decision among up to four organisations, in search of a path that breaks a rule.

Small meetings on every run; with COALMEET_EXAMPLES=full all of up to four organisations. Each rule is then broken on
purpose, and the search must find the path that shows it.
"""

from __future__ import annotations

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
from coalmeet.meeting.moves import consent, people, votes
from coalmeet.meeting.proposal import Proposal
from coalmeet.meeting.state import Meeting
from tests.meeting.every_path import Step, Walk, opening, walk

WHOLE = os.environ.get("COALMEET_EXAMPLES") == "full"
Happened = tuple[events.Event, ...]


def adopted(
    before: Meeting, after: Meeting, happened: Happened
) -> list[tuple[Proposal, events.ProposalAdopted]]:
    """What was adopted in this step, as it stood a moment before it was."""
    found = [one for one in happened if isinstance(one, events.ProposalAdopted)]
    return [(proposal, one) for one in found if (proposal := after.proposal(one.proposal))]


def here(meeting: Meeting) -> set[str]:
    """Organisations with somebody here who speaks for them."""
    return {
        one.seat.organisation
        for one in meeting.people
        if one.spans and one.spans[-1].until is None and one.seat.capacity in ("delegate", "alternate")
    }


def nothing_passes_over_an_objection(before: Meeting, after: Meeting, happened: Happened, _step: Step) -> str:
    for proposal, _event in adopted(before, after, happened):
        standing = [one.organisation for one in proposal.objections if not one.ending]
        if standing and proposal.fallback is None:
            return f"adopted while {standing} object"
    return ""


def nobody_here_is_left_out(before: Meeting, after: Meeting, happened: Happened, _step: Step) -> str:
    for proposal, event in adopted(before, after, happened):
        latest = max(one.number for one in proposal.versions)
        asked = {one.organisation for one in proposal.answers if one.version == latest}
        if left_out := here(before) - asked:
            return f"adopted though {sorted(left_out)} had not been asked"
        if set(event.present) != here(before):
            return f"kept {event.present} as present, and {sorted(here(before))} were"
    return ""


def no_stale_text_is_adopted(before: Meeting, after: Meeting, happened: Happened, _step: Step) -> str:
    for proposal, event in adopted(before, after, happened):
        table = before.proposal(proposal.id)
        if (
            table is None
            or not table.versions
            or table.text != event.words
            or table.versions[-1].text != event.words
        ):
            return "adopted other words than those on the table"
    return ""


def no_decision_without_quorum(before: Meeting, after: Meeting, happened: Happened, _step: Step) -> str:
    if adopted(before, after, happened) and len(here(before)) < before.quorum:
        return f"adopted by {len(here(before))} of {before.quorum}"
    return ""


def only_its_objector_ends_an_objection(
    before: Meeting, after: Meeting, happened: Happened, step: Step
) -> str:
    """Silence, leaving and the facilitator end none: whoever objected is here and lets go aloud."""
    ended = {one.id for one in happened if isinstance(one, events.ObjectionEnded)}
    for proposal in before.proposals:
        for one in proposal.objections:
            if not one.ending and one.id in ended and one.organisation not in here(before) & {*step.speaks}:
                return f"the objection of {one.organisation} ended without a word of theirs"
    return ""


def no_objection_vanishes(before: Meeting, after: Meeting, happened: Happened, _step: Step) -> str:
    ended = {one.id for one in happened if isinstance(one, events.ObjectionEnded)}
    standing = {one.id for proposal in after.proposals for one in proposal.objections if not one.ending}
    for proposal in before.proposals:
        for one in proposal.objections:
            if not one.ending and one.id not in standing | ended:
                return f"the objection of {one.organisation} is gone"
    return ""


def a_concern_is_what_nobody_disagrees_with(
    before: Meeting, after: Meeting, happened: Happened, step: Step
) -> str:
    """Kept as a concern only after the group tested it, and nobody disagreed."""
    for event in happened:
        if isinstance(event, events.ObjectionEnded) and event.ending == "concern":
            for proposal in after.proposals:
                for one in proposal.objections:
                    if one.id == event.id and (not one.tested or one.disagree):
                        return f"the objection of {one.organisation} became a concern without a test"
    return ""


def no_vote_passes_over_a_protected_objection(
    before: Meeting, after: Meeting, happened: Happened, _step: Step
) -> str:
    protected = {one.id for one in before.members if one.protected}
    for proposal, _event in adopted(before, after, happened):
        standing = {one.organisation for one in proposal.objections if not one.ending}
        if proposal.ruled_by.critical and standing & protected:
            return f"a vote passed over {sorted(standing & protected)}"
    return ""


def nobody_leads_a_decision_in_which_they_have_a_stake(
    before: Meeting, after: Meeting, happened: Happened, _step: Step
) -> str:
    """Nobody of an organisation that objected leads it to its end, unless the group let them."""
    for proposal, _event in adopted(before, after, happened):
        leads = before.presence(before.facilitator)
        own = leads.seat.organisation if leads else ""
        allowed = (proposal.item, before.facilitator) in before.leads_allowed
        if own in {one.organisation for one in proposal.objections} and not allowed:
            return f"adopted while {own} led it, which had objected"
    return ""


def a_protected_voice_that_is_absent_has_a_window(
    before: Meeting, after: Meeting, happened: Happened, _step: Step
) -> str:
    """On a critical kind, and unless it consented beforehand to the very words."""
    for proposal, event in adopted(before, after, happened):
        wrote = {
            one.organisation
            for one in proposal.answers
            if one.how == "beforehand" and one.answer == "consent" and event.words == proposal.brought
        }
        away = {one.id for one in before.members if one.protected} - here(before) - wrote
        if proposal.ruled_by.critical and away and not event.window_days:
            return f"adopted without a window for {sorted(away)}"
    return ""


RULES = (
    nothing_passes_over_an_objection,
    nobody_here_is_left_out,
    no_stale_text_is_adopted,
    no_decision_without_quorum,
    only_its_objector_ends_an_objection,
    no_objection_vanishes,
    a_concern_is_what_nobody_disagrees_with,
    no_vote_passes_over_a_protected_objection,
    nobody_leads_a_decision_in_which_they_have_a_stake,
    a_protected_voice_that_is_absent_has_a_window,
)

CONSENT = {"profile": Profile(loops=0)}
LOOPS = {"profile": Profile(loops=1)}
VOTE = {
    "profile": Profile(loops=0, fallback="majority"),
    "kinds": (DecisionKind("k", "k", critical=True),),
    "protected": True,
}
# Steps that are left out of a walk: what they do is reached by others as well, or is walked among fewer.
ONE_TEXT = ("brings",)
NO_VOTE = ("vote", "sees all yes", "sees all no", "loop")
TALKED = ("understood", "tested", "deferred")
SILENT = ("does not answer", "is back", "still here")
SAME = (": concern", "ends: concern", "ends: deferred", "recommended")
BEFOREHAND = ("wrote",)
LEADING = ("lead",)  # the facilitator stays who it is


@dataclass(frozen=True)
class Search:
    """How many organisations, under which charter, without which steps; `most` states, and whether texts go back."""

    members: int
    charter: dict[str, Any]
    without: tuple[str, ...]
    most: int = 10**9
    back: bool = True


WALKS = {
    "one alone": Search(
        1, LOOPS, (*ONE_TEXT, *NO_VOTE[:3], *SILENT, *LEADING, *BEFOREHAND, "concern"), back=False
    ),
    "two": Search(2, CONSENT, ("leads instead",), 500),
    "two and a vote": Search(
        2, VOTE, (*ONE_TEXT, *SILENT, *TALKED, *SAME, *LEADING, *BEFOREHAND, "aside", "changes"), 800
    ),
}
LONG_WALKS = {
    "two, a person for a role": Search(
        2,
        {**CONSENT, "selects": True},
        (*ONE_TEXT, *NO_VOTE, *SILENT, *LEADING, *SAME, *BEFOREHAND, *TALKED),
        2000,
    ),
    "one alone, texts brought again": Search(1, LOOPS, NO_VOTE[:3]),
    "two, the facilitation handed over": Search(
        2, CONSENT, (*ONE_TEXT, *NO_VOTE, *SILENT, *BEFOREHAND, "deferred"), back=False
    ),
    "two, answers beforehand": Search(2, CONSENT, (*ONE_TEXT, *NO_VOTE, *SILENT, *LEADING, "deferred")),
    "two, as many loops as allowed": Search(
        2, LOOPS, (*ONE_TEXT, *NO_VOTE[:3], *SILENT, *LEADING, *BEFOREHAND)
    ),
    "two and a vote to the end": Search(
        2, VOTE, (*ONE_TEXT, *SILENT, *LEADING, *TALKED, *SAME[1:], "loop"), back=False
    ),
    "three, each test of an objection": Search(
        3,
        CONSENT,
        (*ONE_TEXT, *NO_VOTE, *SILENT, *LEADING, *SAME[:1], *BEFOREHAND, "deferred", "aside"),
        back=False,
    ),
    "three, standing aside": Search(
        3, CONSENT, (*ONE_TEXT, *NO_VOTE, *SILENT, *LEADING, *TALKED, *SAME, *BEFOREHAND), back=False
    ),
    "four": Search(
        4, CONSENT, (*ONE_TEXT, *NO_VOTE, *SILENT, *LEADING, *TALKED, *SAME, *BEFOREHAND, "aside"), back=False
    ),
}


def walked(name: str, *rules: Callable[..., str]) -> Walk:
    one = {**WALKS, **LONG_WALKS}[name]
    return walk(opening(one.members, **one.charter), rules or RULES, one.most, one.without, one.back)


@pytest.mark.parametrize("name", [*WALKS, *(LONG_WALKS if WHOLE else ())])
def test_no_path_breaks_a_rule_of_consent(name: str) -> None:
    found = walked(name)
    assert (found.broken, found.path) == ("", ())
    assert found.done or found.states >= {**WALKS, **LONG_WALKS}[name].most


def nothing_said(*_anything: Any) -> str:
    return ""


def giving_in(depart: Move, meeting: Meeting, at: int, person: str) -> Happened:
    """Whoever leaves is said to have no objection any more."""
    standing = [one for proposal in meeting.proposals for one in proposal.open_objections]
    theirs = [one for one in standing if one.organisation == f"o{person[1:]}"]
    return (*depart(meeting, at, person), *(events.ObjectionEnded(one.id, "withdrawn") for one in theirs))


def the_facilitator_decides(_kept: Move, meeting: Meeting, at: int, objection: str, *_said: Any) -> Happened:
    return (events.ObjectionEnded(objection, "withdrawn"),)


def forgetting(fold: Fold, meeting: Meeting, event: events.TextAmended, at: int) -> Meeting:
    """A changed text forgets who objected to the one before."""
    return with_proposal(fold(meeting, event, at), event.proposal, lambda one: replace(one, objections=()))


Move = Callable[..., Happened]
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
