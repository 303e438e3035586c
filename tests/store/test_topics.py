"""Topics across meetings: what the records of the file say of an item before it comes up again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from coalmeet.coalition.plan import PlannedItem
from coalmeet.coalition.topic import history, history_words, offered
from coalmeet.coalition.waiting import Waiting
from coalmeet.store import agenda, carrying, incoming, opening, topics
from coalmeet.store.file import CoalitionFile

Plan = Callable[..., str]
TODAY = date(2026, 6, 11)


def held(file: CoalitionFile, day: str, *items: dict[str, Any]) -> None:
    record = {"format": "coalmeet.meeting", "version": 1, "date": day, "agenda": list(items)}
    with file.writing() as con:
        incoming.take_in(con, file, record)


def said(file: CoalitionFile, topic: str) -> str:
    with file.reading() as con:
        return history_words(history(topics.earlier(con), topic, TODAY), TODAY)


def test_an_item_carried_over_again_and_again_keeps_its_history(file: CoalitionFile, plan: Plan) -> None:
    held(file, "2026-04-09", {"title": "Boats", "label": "discussion", "outcome": "noted"})
    held(file, "2026-05-07", {"title": "Boats", "label": "decision", "outcome": "not reached"})
    meeting = plan(TODAY)
    with file.writing() as con:
        (left_over,) = carrying.not_reached(con)
        waiting = Waiting("not_reached", left_over.item, left_over.title, topic=left_over.topic)
        carrying.take_up(con, file, meeting, waiting, "taken-up")
    with file.reading() as con:
        [boats] = agenda.items(con, meeting)
        assert opening.plan(con, meeting).agenda[0].topic == boats.topic
    assert said(file, boats.topic) == "Earlier: Thu 9 Apr discussed, Thu 7 May not reached."


def test_records_of_meetings_held_here_go_by_topic_not_by_title(file: CoalitionFile, plan: Plan) -> None:
    held(file, "2026-04-09", {"title": "Boats", "id": "i1", "topic": "t1", "outcome": "parked"})
    held(file, "2026-05-07", {"title": "Boats again", "id": "i2", "topic": "t1", "outcome": "agreed"})
    held(file, "2026-05-08", {"title": "Boats", "id": "i3", "topic": "t2", "outcome": "noted"})
    assert said(file, "t1") == "Earlier: Thu 9 Apr parked, Thu 7 May agreed."
    with file.reading() as con:
        assert [one.topic for one in offered(topics.earlier(con), "Boats", TODAY)] == ["t2", "t1"]


def test_built_in_items_and_plans_are_no_topics(file: CoalitionFile, plan: Plan) -> None:
    held(file, "2026-04-09", {"title": "Closing", "built_in": "closing", "outcome": "noted"})
    held(file, "2026-12-09", {"title": "Only planned", "label": "update"})
    with file.reading() as con:
        assert topics.earlier(con) == ()


def test_what_was_read_can_be_kept_until_a_record_changes(file: CoalitionFile, plan: Plan) -> None:
    with file.reading() as con:
        before = topics.stamp(con)
    held(file, "2026-04-09", {"title": "Boats", "outcome": "noted"})
    with file.reading() as con:
        assert topics.stamp(con) != before


def test_when_to_say_how_much_is_left_comes_from_the_agenda(file: CoalitionFile, plan: Plan) -> None:
    meeting = plan(TODAY)
    with file.writing() as con:
        agenda.insert(con, file, meeting, [PlannedItem("", 0, title="Boats", minutes=20, warn_minutes=8)])
    with file.reading() as con:
        assert opening.plan(con, meeting).agenda[0].warn_minutes == 8
