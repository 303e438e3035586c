"""Off the record: nothing is decided in it and nothing typed, and the minutes say that there was such a stretch."""

import pytest

from coalmeet.meeting import events
from coalmeet.meeting.minutes import minutes
from coalmeet.meeting.moves import agenda, closing, flow, people, proposals, rounds, work
from coalmeet.meeting.record import record


@pytest.fixture
def off_the_record(facilitator):
    facilitator.do(people.arrive_all, ("p0", "p1", "p2")).do(flow.start_item, "fund")
    facilitator.do(proposals.bring, "f", "Open it.")
    return facilitator.do(agenda.suspend_record)


def test_nothing_is_decided_and_nothing_typed(off_the_record):
    for move, *what in (
        (proposals.amend, "Open it in June."),
        (proposals.ask_for_consent, "r"),
        (work.agree_action, "a", "Print it"),
        (work.park_topic, "t", "Strikes"),
        (work.thank, "Ana, for the room"),
        (work.evaluate, "o0", "the pace"),
        (rounds.give_word, "p0", "hopeful"),
        (agenda.add_item, events.AgendaEntry("x", "One more")),
        (closing.agree_next_meeting, "2026-06-11"),
        (closing.agree_next_facilitator, "o1"),
    ):
        assert "off the record" in off_the_record.refused(move, *what)
    off_the_record.do(agenda.resume_record).do(work.thank, "Ana, for the room")


def test_the_minutes_say_that_a_part_was_off_the_record(off_the_record):
    off_the_record.later(4).do(agenda.resume_record).do(flow.close_meeting)
    remarks = minutes(record(off_the_record.meeting, {})).items[1].remarks
    assert "A part of this item was off the record; nothing of it was written down." in remarks


def test_leaving_the_item_ends_it(off_the_record):
    off_the_record.do(flow.leave_item).do(work.thank, "Ana, for the room")
