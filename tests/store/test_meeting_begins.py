"""What a meeting begins with: the members of that day, who sits for whom, the agenda, the open work."""

from datetime import date

import pytest

from coalmeet import text
from coalmeet.coalition.plan import PlannedItem, PlannedMeeting
from coalmeet.meeting.events import Telling
from coalmeet.store import agenda, coalition, file, meetings, opening
from coalmeet.store.edit import edit

DAY = date(2026, 11, 26)


@pytest.fixture
def opened(tmp_path):
    made = file.create(tmp_path / "a.coalmeet", "Harbour Quarter", now=1, time_zone="Europe/Berlin")
    with made.writing() as con:
        for id, joined, left in (
            ("choir", None, None),
            ("riders", date(2026, 12, 1), None),
            ("mill", None, DAY),
        ):
            edit(con, made, "organisation", id, name=id.title(), joined=joined, left=left)
        for id, organisation, capacity in (("mara", "choir", "delegate"), ("tove", "choir", "interpreter")):
            edit(con, made, "person", id, name=id.title())
            edit(con, made, "affiliation", id, person=id, organisation=organisation, capacity=capacity)
        edit(con, made, "person", "gil", name="Gil")
        edit(con, made, "action", "a1", text="Find a key", owner_name="Mara", organisation="choir", due=DAY)
        edit(con, made, "action", "a2", text="Done long ago", done=True)
        meetings.save(con, made, PlannedMeeting("m", "Evening", DAY, "18:30", 60, facilitator="mara"))
        items = [
            PlannedItem("i1", 0, "break"),
            PlannedItem("i2", 0, "", "Keys", "decision", 20, proposal="Mara"),
        ]
        agenda.insert(con, made, "m", items)
    yield made
    made.close()


def test_the_plan_holds_everything_that_the_log_needs(opened):
    with opened.reading() as con:
        plan = opening.plan(con, "m")
    assert [one.name for one in plan.members] == ["Choir"]  # one joins later, one left that very day
    assert plan.quorum == 1
    assert plan.planned_start == text.wall(DAY, "18:30", "Europe/Berlin")
    assert (plan.facilitator, plan.planned_facilitator) == ("mara", "mara")
    assert [(seat.name, seat.organisation, seat.capacity) for seat in plan.people] == [
        ("Gil", "", "guest"),
        ("Mara", "choir", "delegate"),
        ("Tove", "choir", "interpreter"),
    ]
    assert [(entry.title, entry.built_in, entry.proposal) for entry in plan.agenda] == [
        ("Break", "break", ""),
        ("Keys", "", "Mara"),
    ]
    assert [(work.text, work.owner, work.due) for work in plan.open_actions] == [
        ("Find a key", "Mara", "2026-11-26")
    ]


def test_a_meeting_opened_on_another_day_begins_then(opened):
    later = text.wall(date(2026, 12, 3), "19:00", "Europe/Berlin")
    with opened.reading() as con:
        plan = opening.plan(con, "m", now=later)
    assert plan.date == "2026-12-03"
    assert [one.name for one in plan.members] == ["Choir", "Riders"]  # who belongs on the day it is held


def test_a_meeting_keeps_what_its_charter_lets_the_minutes_tell(opened):
    with opened.writing() as con:
        coalition.write(con, opened, tell_words="none", tell_voices="organisation")
        held = opening.plan(con, "m")
        coalition.write(con, opened, tell_words="names")
        assert held.telling == Telling("none", "organisation")
        assert opening.plan(con, "m").telling == Telling("names", "organisation"), (
            "one not yet opened follows"
        )
