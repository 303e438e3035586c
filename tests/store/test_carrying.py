"""What comes over to the next agenda."""

from collections.abc import Callable
from datetime import date
from typing import Any

from coalmeet.coalition.plan import PlannedItem
from coalmeet.coalition.waiting import topics_waiting
from coalmeet.ids import new_id
from coalmeet.store import agenda, carrying, edit, incoming, parked
from coalmeet.store.file import CoalitionFile

Plan = Callable[..., str]


def held(file: CoalitionFile, day: str, *items: tuple[str, str], **more: Any) -> None:
    listed = [
        {"title": title, "outcome": outcome, "label": "update", "minutes": 10} for title, outcome in items
    ]
    record = {"format": "coalmeet.meeting", "version": 1, "date": day, "agenda": listed, **more}
    with file.writing() as con:
        incoming.take_in(con, file, record)


def carry(file: CoalitionFile, meeting: str) -> tuple[tuple[str, ...], list[str]]:
    """Take up everything that waits, as a facilitator would; the changes for undo, and the agenda's titles."""
    with file.writing() as con:
        left_over, there = carrying.not_reached(con), carrying.taken_up(con)
        waiting = topics_waiting(parked.parked(con, waiting_only=True), left_over, there)
        changes = tuple(
            change
            for one in waiting
            for change in carrying.take_up(con, file, meeting, one, new_id(), minutes=10)
        )
    with file.reading() as con:
        return changes, [one.title for one in agenda.items(con, meeting)]


def test_what_was_not_reached_comes_first_then_the_parking_lot(file: CoalitionFile, plan: Plan) -> None:
    held(
        file,
        "2026-04-09",
        ("Boats", "not reached"),
        ("News", "noted"),
        ("Flags", "postponed"),
        parked=["Mooring"],
    )
    meeting = plan()
    changes, titles = carry(file, meeting)
    assert titles == ["Boats", "Flags", "Mooring"]
    with file.reading() as con:
        assert parked.parked(con, waiting_only=True) == ()
        assert parked.parked(con)[0].taken_up == meeting
        boats = agenda.items(con, meeting)[0]
    assert (boats.label, boats.minutes) == ("update", 10)
    with file.writing() as con:
        edit.undo(con, file, changes)
        assert agenda.items(con, meeting) == ()
        assert [one.title for one in parked.parked(con, waiting_only=True)] == ["Mooring"]


def test_nothing_is_carried_over_twice(file: CoalitionFile, plan: Plan) -> None:
    held(file, "2026-04-09", ("Boats", "not reached"), parked=["Mooring"])
    first, second = plan(), plan(date(2026, 6, 11))
    assert carry(file, first)[1] == ["Boats", "Mooring"]
    assert carry(file, first)[1] == ["Boats", "Mooring"]
    assert carry(file, second)[1] == []


def test_what_a_later_meeting_dealt_with_is_done(file: CoalitionFile, plan: Plan) -> None:
    held(file, "2026-03-09", ("Boats", "not reached"), ("Oars", "not reached"))
    held(file, "2026-04-09", ("boats", "agreed"))
    assert carry(file, plan())[1] == ["Oars"]


def test_a_topic_keeps_its_history(file: CoalitionFile, plan: Plan) -> None:
    before, after = plan(date(2026, 4, 9)), plan()
    with file.writing() as con:
        agenda.insert(
            con, file, before, [PlannedItem("i1", 0, title="Boats", topic="t1", proposal="We buy.")]
        )
    with file.writing() as con:
        from coalmeet.store import records

        listed = [{"id": "i1", "title": "Boats", "outcome": "not reached"}]
        record = {"format": "coalmeet.meeting", "version": 1, "date": "2026-04-09", "agenda": listed}
        records.write(con, file, before, record, "live")
    carry(file, after)
    with file.reading() as con:
        (boats,) = agenda.items(con, after)
        assert (boats.topic, boats.proposal) == ("t1", "We buy.")
        assert boats.id != "i1"
        assert [one.topic for one in carrying.not_reached(con)] == ["t1"]
