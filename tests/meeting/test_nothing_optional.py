"""Nothing that is optional is asked for: a whole meeting goes through with the fewest words that people can say."""

from collections.abc import Callable

import pytest

from coalmeet.meeting.events import AgendaEntry, DecisionKind
from coalmeet.meeting.moves import closing, consent, flow, people, proposals, rounds, stack, work
from tests.meeting.conftest import Facilitator

EVERYBODY = ("p0", "p1", "p2", "p3")
BARE = (
    AgendaEntry("one", "Something"),
    AgendaEntry("two", "Something else"),
    AgendaEntry("three", "A third"),
)


@pytest.fixture
def bare(facilitating: Callable[..., Facilitator]) -> Facilitator:
    """No label, no timebox, no outcome wished for, nobody who presents, and no quorum that anybody wrote down."""
    table = facilitating(items=BARE, quorum=0)
    return table.do(people.arrive_all, EVERYBODY).do(flow.next_item)


def test_a_decision_takes_a_text_and_answers(bare: Facilitator) -> None:
    """No proposer, need, kind, reason, ground, responsible person or review date is asked for."""
    bare.do(proposals.bring, "a", "We write to the city.").do(proposals.ask_for_consent, "r1")
    bare.do(consent.answer, "o2", "objection", objection_id="x").do(consent.see_signs, ("o0", "o1", "o3"))
    bare.do(proposals.amend, "We write to the city in May.").do(proposals.ask_for_consent, "r2")
    bare.do(consent.see_signs, ("o0", "o1", "o3")).do(consent.answer, "o2", "consent").do(consent.adopt)
    assert bare.meeting.proposals[0].outcome == "agreed"
    bare.do(flow.next_item)
    assert bare.meeting.items[0].outcome == "agreed", "the outcome follows from what was decided"


def test_an_objector_withdraws_without_giving_a_reason(bare: Facilitator) -> None:
    bare.do(proposals.bring, "a", "We write to the city.").do(proposals.ask_for_consent, "r1")
    bare.do(consent.raise_objection, "o2", "x").do(consent.see_signs, ("o0", "o1", "o3"))
    bare.do(consent.end_objection, "x", "withdrawn", agreed=True).do(consent.adopt)


def test_a_text_is_put_aside_without_a_date_or_a_place(bare: Facilitator) -> None:
    bare.do(proposals.bring, "a", "We write to the city.").do(proposals.settle, "parked")
    bare.do(proposals.bring, "b", "We write to the press.").do(proposals.settle, "referred")
    bare.do(proposals.bring, "c", "We write to nobody.").do(proposals.settle, "dropped").do(flow.next_item)


def test_work_takes_no_owner_and_no_day(bare: Facilitator) -> None:
    bare.do(work.agree_action, "w", "Call the city")
    assert bare.meeting.actions[0].owner == ""


def test_a_round_takes_no_purpose_and_no_word_from_anybody(bare: Facilitator) -> None:
    bare.do(rounds.begin_round, "r", "temperature")
    for _voice in EVERYBODY:
        bare.do(rounds.let_pass)
    bare.do(rounds.end_round)
    assert bare.meeting.words == ()


def test_the_stack_takes_a_name_and_no_reason(bare: Facilitator) -> None:
    bare.do(stack.join, "p2").do(stack.join, "p3").do(stack.move, "p3", "p2").do(stack.give_floor)


def test_the_facilitator_hands_over_without_saying_why(bare: Facilitator) -> None:
    bare.do(people.hand_over, "p1")


def test_items_are_left_postponed_or_dropped_without_a_reason(bare: Facilitator) -> None:
    bare.do(flow.end_item).do(flow.settle_item, "two", "postponed").do(flow.settle_item, "three", "dropped")


def test_a_meeting_closes_without_a_next_date_or_facilitator(bare: Facilitator) -> None:
    bare.do(flow.close_meeting)
    assert bare.meeting.closed_at
    assert bare.meeting.next_time.date == ""


def test_the_next_facilitator_takes_an_organisation_and_no_person(bare: Facilitator) -> None:
    bare.do(closing.agree_next_facilitator, "o2")


def test_what_is_critical_asks_for_no_criteria_to_be_adopted(
    facilitating: Callable[..., Facilitator],
) -> None:
    table = facilitating(items=BARE, kinds=(DecisionKind("k", "Public statement", critical=True),))
    table.do(people.arrive_all, EVERYBODY).do(flow.next_item)
    table.do(proposals.bring, "a", "We write to the city.", kind="k").do(proposals.ask_for_consent, "r1")
    for organisation in ("o1", "o2", "o3", "o0"):
        table.do(consent.answer, organisation, "consent")
    table.do(consent.adopt)
    assert table.meeting.proposals[0].outcome in {"agreed", "provisional"}
