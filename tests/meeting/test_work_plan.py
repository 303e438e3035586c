"""The work-plan review: earlier actions are done, moved, handed on or dropped, and the minutes say so."""

import pytest

from coalmeet.meeting import events
from coalmeet.meeting.minutes import minutes
from coalmeet.meeting.moves import correct, flow, people, work
from coalmeet.meeting.publish import publish
from coalmeet.meeting.record import record
from tests.meeting.conftest import AGENDA

OPEN = (
    events.OpenAction("hall", "Book the hall", "Ruth Abelson", "o3", "2026-05-10"),
    events.OpenAction("note", "Send the legal note", "Łukasz Zieliński", "o1"),
    events.OpenAction("leaflet", "Translate the leaflet"),
    events.OpenAction("bus", "Hire a bus", "Sana Iqbal", "o2"),
)


@pytest.fixture
def reviewing(facilitating):
    """The first three are here; the work plan is looked at."""
    plan = events.AgendaEntry("plan", "Work-plan review", minutes=5, built_in="work_plan")
    table = facilitating(items=(plan, *AGENDA), open_actions=OPEN)
    return table.do(people.arrive_all, ("p0", "p1", "p2")).do(flow.start_item, "plan")


def remarks(table):
    return minutes(record(table.meeting, {})).items[0].remarks


def test_the_minutes_tell_what_was_said_of_each(reviewing):
    reviewing.do(work.review_action, "hall", "done").do(work.review_action, "note", "moved", "2026-06-11")
    reviewing.do(work.review_action, "leaflet", "handed_on", owner="p2")
    reviewing.do(work.review_action, "bus", "dropped")
    assert remarks(reviewing) == (
        "Done: Book the hall (Ruth Abelson)",
        "Moved to Thu 11 Jun: Send the legal note (Łukasz Zieliński)",
        "Handed on to Sana Iqbal: Translate the leaflet",
        "Dropped, because it was too much: Hire a bus (Sana Iqbal)",
    )


def test_an_absent_person_is_asked_and_does_not_own_it(reviewing):
    reviewing.do(work.review_action, "note", "handed_on", owner="p3")
    assert reviewing.meeting.reviews[0].asked
    assert remarks(reviewing)[0].startswith("Handed on to Ruth Abelson, who is asked: ")


def test_what_nobody_can_do_any_more_is_nobodys_yet(reviewing):
    reviewing.do(work.review_action, "bus", "handed_on")
    assert remarks(reviewing) == ("Handed on, to nobody yet: Hire a bus (Sana Iqbal)",)
    assert publish(reviewing.meeting, reviewing.now).lines[3].detail == "nobody yet"


def test_the_call_sees_whose_it_is_now(reviewing):
    reviewing.do(work.review_action, "hall", "handed_on", owner="p1")
    assert publish(reviewing.meeting, reviewing.now).lines[0].detail == "Łukasz Zieliński"


def test_what_was_struck_out_cannot_be_put_right_any_more(reviewing):
    """It was noted by mistake: it stands nowhere, not even among the entries."""
    reviewing.do(work.agree_action, "a", "Ring the hall", "p1").do(work.agree_action, "b", "Paint it", "p2")
    reviewing.do(work.drop_action, "a")
    texts = [getattr(one.event, "text", "") for one in correct.entries(reviewing.log)]
    assert "Paint it" in texts
    assert "Ring the hall" not in texts
    reviewing.take_back()
    assert "Ring the hall" in [getattr(one.event, "text", "") for one in correct.entries(reviewing.log)]
