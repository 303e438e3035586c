"""Who began the rounds of one meeting is known to the next, so that each begins with another."""

from datetime import date

import pytest

from coalmeet.coalition.plan import PlannedItem, PlannedMeeting
from coalmeet.ids import new_id
from coalmeet.meeting import fold
from coalmeet.meeting.journal import Move
from coalmeet.meeting.moves import flow, people, rounds
from coalmeet.meeting.state import Meeting
from coalmeet.store import agenda, file, live_meeting, meetings, opening
from coalmeet.store.edit import edit

DAYS = [date(2026, month, 5) for month in (9, 10, 11, 12)]
MEMBERS = ("choir", "mill", "riders")


@pytest.fixture
def book(tmp_path):
    """A coalition of three that meets every month, for one item."""
    made = file.create(tmp_path / "a.coalmeet", "Harbour Quarter", now=1, time_zone="Europe/Berlin")
    with made.writing() as con:
        for one in MEMBERS:
            edit(con, made, "organisation", one, name=one.title())
            edit(con, made, "person", f"p-{one}", name=f"Somebody of {one}")
            who = {"person": f"p-{one}", "organisation": one, "capacity": "delegate"}
            edit(con, made, "affiliation", f"a-{one}", **who)
        for number, day in enumerate(DAYS):
            meetings.save(con, made, PlannedMeeting(f"m{number}", "Evening", day, "18:30", 60))
            agenda.insert(
                con, made, f"m{number}", [PlannedItem(f"i{number}", 0, "", "Keys", "discussion", 20)]
            )
    yield made
    made.close()


def hold(book, number):
    """A meeting with one round; answers who began it."""
    name = f"m{number}"
    with book.reading() as con:
        plan = opening.plan(con, name)
    at, log, meeting = plan.planned_start, (), Meeting()

    def happens(*what):
        nonlocal at, log, meeting
        at += 1000
        draft = Move(new_id(), log[-1].id if log else "", what, at)
        meeting = fold.after(meeting, log, draft)
        log = (*log, live_meeting.write(book, name, draft, meeting, {}))

    happens(plan)
    happens(*people.arrive_all(meeting, at, [f"p-{one}" for one in MEMBERS]))
    happens(*flow.start_item(meeting, at, f"i{number}"))
    happens(*rounds.begin_round(meeting, at, new_id(), "free"))
    first = meeting.round.first
    happens(*flow.close_meeting(meeting, at))
    return first


def test_one_round_a_meeting_begins_with_another_each_time(book):
    begun = [hold(book, number) for number in range(4)]
    assert sorted(begun[:3]) == sorted(MEMBERS)
    assert begun[3] == begun[0], "and then again with the first"
