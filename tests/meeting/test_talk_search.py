"""Searches for a meeting in which somebody present is missed by a round, or waits in the stack for ever."""

import os

from hypothesis import given, settings
from hypothesis import strategies as st

from coalmeet.errors import NotAllowed
from coalmeet.meeting import fold, stack, turns
from coalmeet.meeting.moves import flow, people, rounds
from coalmeet.meeting.moves import stack as stack_moves
from tests.meeting.conftest import Facilitator

WHOLE = os.environ.get("COALMEET_EXAMPLES") == "full"  # the whole search; else a small share of it
PERSONS = ("p0", "p1", "p2", "p3")
ORGANISATION = dict(zip(PERSONS, ("o0", "o1", "o2", "o3"), strict=True))

person = st.sampled_from(PERSONS)
step = st.one_of(
    st.tuples(st.sampled_from(["arrives", "leaves", "line breaks", "is back", "speaks out of turn"]), person),
    st.tuples(
        st.sampled_from(
            [
                "next",
                "next",
                "next",
                "later",
                "passes",
                "other way",
                "sweep",
                "signs",
                "groups",
                "together",
                "end",
            ]
        ),
        st.just(""),
    ),
)
begins = st.tuples(
    st.sampled_from([kind for kind in rounds.KINDS if kind != "temperature"]),
    st.sampled_from(["turn", "popcorn", "sign", "groups"]),
    st.sampled_from(["organisation", "person"]),
)


def makes(table, what, who, by):
    """One thing that happens; whatever the rules refuse does not happen."""
    unit = who if by == "person" else ORGANISATION.get(who, "")
    moves = {
        "arrives": (people.arrive, who),
        "leaves": (people.depart, who),
        "line breaks": (people.lose_line, (who,)),
        "is back": (people.come_back,),
        "speaks out of turn": (rounds.hear, unit),
        "next": (rounds.hear,),
        "later": (rounds.ask_later,),
        "passes": (rounds.let_pass,),
        "other way": (rounds.turn_around,),
        "sweep": (rounds.sweep,),
        "signs": (rounds.count_signs,),
        "groups": (rounds.form_groups, 5),
        "together": (rounds.bring_back,),
        "end": (rounds.end_round,),
    }
    try:
        table.do(*moves[what])
    except NotAllowed:
        return False
    return True


@given(st.sets(person, min_size=1), begins, st.lists(step, max_size=60))
@settings(max_examples=3000 if WHOLE else 80, deadline=None)
def test_nobody_present_is_ever_missed_by_a_round(first, begun, steps):
    kind, way, by = begun
    table = Facilitator().do(people.arrive_all, sorted(first)).do(flow.start_item, "tired")
    try:
        table.do(rounds.begin_round, "r", kind, "", by, way, minutes=5)
    except NotAllowed:
        return
    here, asked = set(first), set()  # kept by hand, so that the round is not asked about itself
    for what, who in steps:
        before = table.meeting.round
        left = turns.waiting(table.meeting, before) if before else ()
        away = {one.seat.person for one in table.meeting.people if one.cut_off}
        if not makes(table, what, who, by):
            continue
        here = here | {who} if what == "arrives" else here
        here = here | away if what == "is back" else here
        here = here - {who} if what in ("leaves", "line breaks") else here
        asked |= {who if by == "person" else ORGANISATION[who]} if what == "speaks out of turn" else set()
        asked |= set(left[:1]) if what in ("next", "passes") else set()
        asked |= set(left) if what == "signs" else set()
        if what == "end":
            assert {one if by == "person" else ORGANISATION[one] for one in here} <= asked
            return
    assert table.meeting.round is not None


@given(st.lists(st.tuples(person, st.sampled_from(stack.KINDS)), max_size=80))
@settings(max_examples=1500 if WHOLE else 60, deadline=None)
def test_the_stack_starves_nobody_whatever_the_others_ask_for(crowd):
    """One person waits with a new point; the others keep asking, also with points that go ahead."""
    table = Facilitator().do(people.arrive_all, PERSONS).do(flow.start_item, "tired")
    for one in ("p0", "p0", "p0"):
        table.do(stack_moves.give_floor, one)  # and was heard more often than anybody
    table.do(stack_moves.join, "p0")
    waited = 0
    for who, kind in [*crowd, *((one, "reply") for one in PERSONS * 20)]:
        if who != "p0" and all(one.person != who for one in stack.asking(table.meeting)):
            table.do(stack_moves.join, who, kind)
        table.do(stack_moves.give_floor)
        if stack.speaking(table.meeting).person == "p0":
            break
        waited += 1
    assert stack.speaking(table.meeting).person == "p0"
    # Each of the three others catches up with three turns; and four may go ahead for each that did not.
    assert waited <= 3 * 4 * (stack.AHEAD + 1)


@given(st.lists(st.one_of(st.tuples(person, st.sampled_from(stack.KINDS)), st.just(("", ""))), max_size=40))
@settings(max_examples=1500 if WHOLE else 60, deadline=None)
def test_the_order_follows_from_what_happened_alone(happenings):
    table = Facilitator().do(people.arrive_all, PERSONS).do(flow.start_item, "tired")
    for who, kind in happenings:
        try:
            table.do(stack_moves.join, who, kind) if who else table.do(stack_moves.give_floor)
        except NotAllowed:
            continue
    again = fold.replay(table.log)
    assert again == table.meeting
    assert stack.line(again) == stack.line(table.meeting)
    assert sorted(one.person for one in stack.line(again)) == sorted(
        one.person for one in stack.asking(again)
    )
