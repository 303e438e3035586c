"""The agenda on the way: added to, moved, split, joined, dropped, put off, each in one input and with its reason."""

import pytest

from coalmeet.coalition.outcomes import outcomes
from coalmeet.meeting import events, timing
from coalmeet.meeting.minutes import minutes
from coalmeet.meeting.moves import agenda, clock, flow, people, proposals
from coalmeet.meeting.order import numbers
from coalmeet.meeting.publish import publish
from coalmeet.meeting.record import record
from tests.meeting.conftest import MINUTE

PRESS = events.AgendaEntry("press", "Press call", minutes=5)


@pytest.fixture
def agreed(facilitator):
    """Everybody is here, the news are going on, and the agenda is agreed."""
    facilitator.do(people.arrive_all, ("p0", "p1", "p2", "p3")).do(flow.start_item, "news")
    return facilitator.do(flow.agree_agenda)


def told(facilitator):
    return [one["text"] for one in record(facilitator.meeting, {}).get("changes", [])]


def test_a_number_once_said_goes_on_meaning_the_same_item(agreed):
    before = numbers(agreed.meeting)
    agreed.do(agenda.add_item, PRESS, "fund").do(agenda.move_item, "tired", "fund")
    agreed.do(agenda.split_item, "tired", "rest", "How do we rest?").do(agenda.merge_items, "press", "tired")
    assert numbers(agreed.meeting) | before == numbers(agreed.meeting)
    assert numbers(agreed.meeting)["press"] == "6", "after all the others, wherever it stands"
    assert numbers(agreed.meeting)["rest"] == "4a", "a part belongs to the item that it was"


def test_the_number_of_what_was_taken_back_is_free_again(agreed):
    agreed.do(agenda.add_item, PRESS).take_back()
    agreed.do(agenda.add_item, events.AgendaEntry("other", "Another matter"))
    assert numbers(agreed.meeting)["other"] == "6"


def test_breaks_have_no_number_and_are_not_counted(facilitating):
    items = (events.AgendaEntry("a", "A"), events.AgendaEntry("b", "Break", built_in="break"), PRESS)
    met = facilitating(items=items).meeting
    assert numbers(met) == {"a": "1", "b": "", "press": "2"}


def test_the_minutes_call_an_item_by_the_number_that_was_said(agreed):
    agreed.do(agenda.move_item, "tired", "fund", "Two must leave")
    kept = record(agreed.do(flow.close_meeting).meeting, {})
    assert [one["number"] for one in kept["agenda"]] == ["1", "4", "2", "3", "5"]


def test_an_item_is_split_and_its_minutes_are_divided(agreed):
    agreed.do(agenda.split_item, "tired", "rest", "How do we rest?", 8, "Two questions in one")
    first, second = agreed.meeting.item("tired"), agreed.meeting.item("rest")
    assert (first.minutes, second.minutes) == (12, 8)
    assert [item.id for item in agreed.meeting.items][3:5] == ["tired", "rest"]
    assert second.entry.label == "discussion"
    assert second.entry.topic == "tired", "it goes on with the history of what it was"
    assert told(agreed) == [
        "“How tired are we?” was split: “How do we rest?” became item 4a, with 8 min. Reason: Two questions in one"
    ]


def test_a_running_item_gives_no_minutes_that_it_has_used(agreed):
    agreed.later(6.5)
    refusal = agreed.refused(agenda.split_item, "news", "more", "More news", 5)
    assert refusal == "“News” has 3 min left. Give the second part no more than that."
    agreed.do(agenda.split_item, "news", "more", "More news")
    assert (agreed.meeting.current.minutes, agreed.meeting.item("more").minutes) == (9, 1)


def test_two_items_become_one_that_has_the_minutes_of_both(agreed):
    agreed.do(agenda.merge_items, "tired", "fund", "The same people are tired who strike")
    assert agreed.meeting.item("fund").minutes == 40
    assert agreed.meeting.item("tired").minutes == 0
    kept = record(agreed.do(flow.close_meeting).meeting, {})["agenda"][3]
    assert kept["outcome"] == "noted"
    assert kept["reason"] == "Taken up within “Strike fund”."
    told_of = minutes(record(agreed.meeting, {})).items[3]
    assert "Taken up within “Strike fund”." in told_of.remarks
    assert "was taken up within “Strike fund”, which got its 20 min" in told(agreed)[0]


def test_what_only_the_other_item_had_comes_along(facilitating):
    walls = events.AgendaEntry("walls", "Walls", "decision", 5, presenters=("Ana",))
    paint = events.AgendaEntry("paint", "Paint", "", 5, "A colour", ("Ben",), proposal="Blue.", proposer="o1")
    met = facilitating(items=(walls, paint)).do(agenda.merge_items, "paint", "walls").meeting
    entry = met.item("walls").entry
    assert (entry.desired_outcome, entry.presenters, entry.proposal) == ("A colour", ("Ana", "Ben"), "Blue.")


def test_what_is_taken_up_elsewhere_is_not_started_by_itself(agreed):
    agreed.do(agenda.merge_items, "tired", "fund")
    assert agreed.refused(flow.start_item, "tired") == (
        "“How tired are we?” is taken up within “Strike fund”. Start that one."
    )


def test_an_item_with_a_proposal_on_its_table_takes_the_other_one_up(agreed):
    agreed.do(flow.start_item, "fund").do(proposals.bring, "f", "Open it.").do(flow.leave_item)
    assert "has a proposal on its table" in agreed.refused(agenda.merge_items, "fund", "tired")
    agreed.do(agenda.merge_items, "tired", "fund")


def test_what_was_dealt_with_or_is_built_in_is_neither_split_nor_joined(agreed):
    agreed.do(flow.next_item)
    assert "has been dealt with" in agreed.refused(agenda.split_item, "news", "x", "More")
    assert "a part of every meeting" in agreed.refused(agenda.merge_items, "close", "tired")
    assert "within itself" in agreed.refused(agenda.merge_items, "fund", "fund")
    assert "is running" in agreed.refused(agenda.merge_items, "tired", "fund")


def test_each_change_is_one_input_and_stands_with_its_reason(agreed):
    agreed.do(agenda.add_item, PRESS, "tired", "It is today").do(
        agenda.move_item, "close", "fund", "Early train"
    )
    agreed.do(agenda.label_item, "news", "decision", "We must answer")
    agreed.do(flow.settle_item, "tired", "dropped", "Asked in the survey")
    agreed.do(flow.settle_item, "press", "postponed", "Nobody is ready")
    assert told(agreed) == [
        "“Press call” was added to the agenda. Reason: It is today",
        "“Closing” was moved before “Strike fund”. Reason: Early train",
        "“News” became a decision. Reason: We must answer",
        "“How tired are we?”: Dropped. Reason: Asked in the survey",
        "“Press call”: Postponed. Reason: Nobody is ready",
    ]


def test_another_title_is_told_once_with_the_first_and_the_last_one(agreed):
    agreed.do(agenda.rename_item, "tired", "How tired").do(
        agenda.rename_item, "tired", "How do we rest?", "That is the question"
    )
    assert told(agreed) == ["“How tired are we?” is called “How do we rest?” now."]
    assert agreed.meeting.item("tired").entry.title == "How do we rest?"
    agreed.do(agenda.rename_item, "tired", "How tired are we?")
    assert "changes" not in record(agreed.meeting, {}), "it is called as it was"
    assert "its title already" in agreed.refused(agenda.rename_item, "tired", "How tired are we?")
    assert "a part of every meeting" in agreed.refused(agenda.rename_item, "close", "The end")


def test_an_item_that_walked_in_goes_on_with_an_earlier_topic(agreed):
    agreed.do(agenda.add_item, PRESS, "tired").do(agenda.choose_topic, "press", "calls", "When papers call")
    assert agreed.meeting.item("press").entry.topic == "calls"
    assert told(agreed)[-1] == "“Press call” goes on with an earlier topic: “When papers call”."
    item = next(one for one in record(agreed.meeting, {})["agenda"] if one["id"] == "press")
    assert item["topic"] == "calls"
    assert "with this topic already" in agreed.refused(agenda.choose_topic, "press", "calls")
    agreed.do(agenda.choose_topic, "press")
    assert agreed.meeting.item("press").entry.topic == "press"


def test_before_the_agenda_is_agreed_nobody_needs_to_hear_of_its_changes(facilitator):
    facilitator.do(agenda.move_item, "tired", "fund")
    assert "changes" not in record(facilitator.meeting, {})


def test_saying_the_same_label_again_is_no_change(agreed):
    agreed.do(agenda.label_item, "news", "update")
    assert "changes" not in record(agreed.meeting, {})


def test_an_item_that_waits_in_its_consent_round_is_not_dropped_by_the_way(agreed):
    agreed.do(flow.start_item, "fund").do(proposals.bring, "f", "Open it.").do(proposals.ask_for_consent, "r")
    agreed.do(flow.leave_item)
    assert "consent round" in agreed.refused(flow.settle_item, "fund", "dropped")
    agreed.do(flow.start_item, "tired")
    assert "consent round" in agreed.refused(clock.change_timebox, 5, "postponed", "fund")


def test_the_closing_keeps_its_minutes(agreed):
    assert "keeps its minutes" in agreed.refused(clock.change_timebox, 2, "item", "close")
    assert agreed.meeting.item("close").minutes == 5


def test_off_the_record_the_agenda_is_not_changed(agreed):
    agreed.do(agenda.suspend_record)
    for move, *more in (
        (agenda.add_item, PRESS),
        (agenda.move_item, "tired", "fund"),
        (agenda.split_item, "tired", "rest", "How do we rest?"),
        (agenda.merge_items, "tired", "fund"),
        (agenda.label_item, "tired", "decision"),
        (agenda.rename_item, "tired", "How do we rest?"),
        (agenda.choose_topic, "tired", "rest"),
        (flow.settle_item, "tired", "dropped"),
    ):
        assert "off the record" in agreed.refused(move, *more)


def test_looking_at_and_changing_other_items_never_stops_the_running_one(agreed):
    for move in (
        lambda: agreed.do(agenda.add_item, PRESS),
        lambda: agreed.do(agenda.split_item, "tired", "rest", "How do we rest?"),
        lambda: agreed.do(agenda.merge_items, "rest", "fund"),
        lambda: agreed.do(flow.settle_item, "press", "dropped"),
    ):
        agreed.later(1)
        move()
    assert timing.used_ms(agreed.meeting.current, agreed.now) == 4 * MINUTE
    assert publish(agreed.meeting, agreed.now).clock.digits == "6:00"


def test_the_call_is_told_for_a_while_what_was_agreed(agreed):
    agreed.do(agenda.add_item, PRESS, "tired", "It is today")
    assert publish(agreed.meeting, agreed.now).news == "“Press call” was added to the agenda."
    agreed.do(clock.change_timebox, -1, "given_back").later(0.3)
    assert publish(agreed.meeting, agreed.now).news == "“Press call” was added to the agenda."
    assert publish(agreed.later(0.1).meeting, agreed.now).news == ""


def test_an_item_that_is_parked_feeds_the_parking_lot_with_its_topic(agreed):
    agreed.do(flow.settle_item, "tired", "parked").do(flow.close_meeting)
    [parked] = outcomes("m", agreed.meeting).parked
    assert (parked.title, parked.topic, parked.waits) == ("How tired are we?", "tired", True)


def test_the_minutes_that_somebody_pays_are_conserved(agreed):
    agreed.do(clock.change_timebox, 5, "item", "tired").do(clock.change_timebox, 3, "end")
    agreed.do(clock.change_timebox, 4, "postponed", "fund")
    agreed.do(agenda.split_item, "tired", "rest", "How do we rest?").do(agenda.merge_items, "rest", "news")
    assert sum(item.minutes for item in agreed.meeting.items) - timing.paid_by_end(agreed.meeting) == 60


@pytest.fixture
def in_order(facilitator):
    """Everybody is here, the agenda is agreed, and the opening round is over."""
    facilitator.do(people.arrive_all, ("p0", "p1", "p2", "p3")).do(flow.agree_agenda)
    return facilitator.do(flow.start_item, "temperature")


def test_what_is_taken_up_before_its_turn_is_a_change_that_the_call_and_the_minutes_tell(in_order):
    in_order.do(flow.start_item, "tired")
    assert told(in_order) == ["“How tired are we?” was taken up before “Strike fund”."]
    assert publish(in_order.meeting, in_order.now).news == told(in_order)[0]
    in_order.do(flow.start_item, "fund")
    assert len(told(in_order)) == 1, "to go back to the first that waits is the order that was agreed"
    in_order.take_back().take_back()
    assert told(in_order) == []


def test_one_after_the_other_is_no_change_whatever_was_left_open_on_the_way(in_order):
    in_order.do(flow.start_item, "fund").later(1).do(flow.leave_item).do(flow.start_item, "news").later(1)
    in_order.do(flow.start_item, "tired").later(1).do(flow.start_item, "fund").later(1)
    in_order.do(flow.start_item, "close")
    assert told(in_order) == []


def test_what_was_moved_or_put_off_is_not_told_a_second_time(in_order):
    in_order.do(agenda.move_item, "tired", "fund").do(flow.start_item, "tired")
    in_order.do(flow.settle_item, "fund", "postponed", "Nobody is prepared").do(flow.start_item, "news")
    assert [one for one in told(in_order) if "taken up" in one] == []


def test_before_the_agenda_was_agreed_there_is_no_order_to_leave(facilitator):
    assert told(facilitator.do(flow.start_item, "tired")) == []
