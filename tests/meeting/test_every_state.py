"""States that the walks take for one go on alike: the reductions of `every_state` and `every_path`, put to the test.

At random through meetings, every step of them; a step more from each state; and small walks with and without what is
left out of the long ones.
"""

import os
from collections import Counter
from dataclasses import replace
from random import Random

import pytest

from coalmeet.errors import NotAllowed
from coalmeet.meeting.events import DecisionKind, Profile
from tests.meeting.conftest import MINUTE, OPENING
from tests.meeting.every_path import Paths, opening, walk
from tests.meeting.every_state import MANY, comes_back, key
from tests.meeting.path_rules import RULES

WHOLE = os.environ.get("COALMEET_EXAMPLES") == "full"
STEPS = 1500 if WHOLE else 40
VOTE = {
    "profile": Profile(loops=0, fallback="majority"),
    "kinds": (DecisionKind("k", "k", critical=True),),
    "protected": True,
}
CHOSEN = ("is proposed",)
MEETINGS = {
    "everything": (2, {"profile": Profile(loops=1)}, CHOSEN, {}),
    "three": (3, {"profile": Profile(loops=0)}, (*CHOSEN, "brings", "lead", "loop"), {"back": False}),
    "tested at once": (
        3,
        {"profile": Profile(loops=0), "guided": True},
        (*CHOSEN, "brings", "lead", "loop", "does not answer", "is back"),
        {"back": False, "tests": "at once", "single": True},
    ),
    "a vote": (3, VOTE, (*CHOSEN, "brings", "lead", "loop"), {"back": False, "tests": "at once"}),
    "a person for a role": (2, {"profile": Profile(loops=0), "selects": True}, ("brings", "loop"), {}),
}


def follows(meeting, paths, at):
    """The other states that one more step leads to, by their keys, and which rule the step breaks."""
    found, here = {}, key(meeting, paths.reads)
    for step in paths.steps(meeting):
        try:
            then, happened = step.goes(meeting, at)
        except NotAllowed:
            continue
        broken = tuple(rule.__name__ for rule in RULES if rule(meeting, then, happened, step))
        found[key(then, paths.reads), broken] = step.name, then
    found.pop((here, ()), None)
    return found


def held_apart(meeting):
    """Not more objections of one organisation than the key counts."""
    live = meeting.live_proposal("fund")
    if live is None:
        return True
    own = Counter(one.organisation for one in (*live.open_objections, *comes_back(live)))
    return max(own.values(), default=0) <= MANY


@pytest.mark.parametrize("name", MEETINGS)
def test_states_that_are_one_go_on_alike(name):
    members, charter, without, how = MEETINGS[name]
    first = opening(members, **charter)
    paths, every = (
        Paths((one.id for one in first.members), without, each=each, **how) for each in (False, True)
    )
    random, known, compared = Random(name), {}, 0
    meeting, at = first, OPENING
    for number in range(STEPS):
        at += MINUTE
        here, after = key(meeting, paths.reads), follows(meeting, every, at)
        assert follows(meeting, paths, at).keys() == after.keys()  # one of those in the same place is enough
        other = known.setdefault(here, (meeting, after))
        compared += other[0] is not meeting
        told = {what: other[1][what][0] for what in other[1].keys() - after.keys()}
        more = {what: after[what][0] for what in after.keys() - other[1].keys()}
        assert (told, more) == ({}, {}), here
        going_on = [then for _name, then in after.values() if held_apart(then)]
        start_again = number % 30 == 29 or not going_on
        meeting = first if start_again else random.choice(going_on)
    assert compared > 0


@pytest.mark.parametrize("members", [1, 2] if WHOLE else [1])
def test_a_test_in_one_step_leads_to_every_state_that_a_test_bit_by_bit_does(members):
    """How far the objections have come is left out of the comparison; no state else is missing, and none is added."""
    without = (
        "brings",
        "lead",
        "loop",
        "vote",
        "sees all",
        "falls back",
        "does not",
        "is back",
        *CHOSEN,
        "wrote",
    )
    first = opening(members, profile=Profile(loops=0), guided=True)
    found = {}
    for tests in ("at once", "bit by bit"):
        paths = Paths((one.id for one in first.members), without, back=False, tests=tests, single=True)
        reads, keys = replace(paths.reads, lives=False), set()

        def noted(_before, after, _happened, _step, keys=keys, reads=reads):
            keys.add(key(after, reads))
            return ""

        assert walk(first, [noted], paths).done
        found[tests] = keys
    assert found["at once"] == found["bit by bit"]


@pytest.mark.parametrize("name", MEETINGS)
def test_going_on_once_from_each_state_finds_what_going_on_every_time_does(name):
    """All sequences of a few steps, none taken for one, lead to the states of the walk of that depth."""
    members, charter, without, how = MEETINGS[name]
    first, deep = opening(members, **charter), 3 if WHOLE else 2
    paths, every = (
        Paths((one.id for one in first.members), without, each=each, **how) for each in (False, True)
    )
    reached, edge = {key(first, paths.reads)}, [first]
    for number in range(deep):
        edge = [then for meeting in edge for then in _every_one(meeting, every, OPENING + number * MINUTE)]
        reached |= {key(one, paths.reads) for one in edge}
    assert walk(first, [], paths, deepest=deep).states == len(reached)


def _every_one(meeting, paths, at):
    for step in paths.steps(meeting):
        try:
            yield step.goes(meeting, at)[0]
        except NotAllowed:
            continue
