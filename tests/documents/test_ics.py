"""Dates for the calendar, read back as a calendar reads them: right day, right words, and the same ids for ever."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from coalmeet.documents.ics import ics
from coalmeet.documents.plain import one_line
from coalmeet.meeting.minutes import minutes


def events(record: dict[str, Any]) -> dict[str, Any]:
    """The entries by the words that a person sees."""
    found = Calendar.from_ical(ics(minutes(record), record))
    return {str(one["summary"]): one for one in found.walk("VEVENT")}


def test_the_next_meeting_stands_at_its_time_wherever_the_reader_is(rich: dict[str, Any]) -> None:
    rich |= {"next_start": "18:00", "planned_minutes": 90, "next_place": "Mill Road hall"}
    event = events(rich)["Meeting of Northern Renters’ Coalition"]
    assert event.decoded("dtstart") == datetime(2026, 6, 11, 17, 0, tzinfo=UTC)  # British summer time
    assert event.decoded("duration") == timedelta(minutes=90)
    assert str(event["location"]) == "Mill Road hall"
    assert str(event["description"]) == "Amara Okafor facilitates"


def test_a_day_without_a_time_is_a_whole_day(rich: dict[str, Any]) -> None:
    event = events(rich)["Meeting of Northern Renters’ Coalition"]
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (date(2026, 6, 11), date(2026, 6, 12))


def test_reviews_windows_and_due_work_stand_on_their_days(rich: dict[str, Any]) -> None:
    words = rich["agenda"][0]["decisions"][0]["text"]
    found = events(rich)
    days = {title: event.decoded("dtstart").isoformat()[:10] for title, event in found.items()}
    assert days == {
        "Meeting of Northern Renters’ Coalition": "2026-06-11",
        f"Review of D1: {words}": "2026-09-10",
        f"Last day to object to D1: {words}": "2026-05-28",
        "Due: Print the form": "2026-05-20",
        "Due: Publish the form": "2026-05-28",
    }
    assert "Sana Iqbal, Mill Road" in str(found["Due: Publish the form"]["description"])


def test_an_agenda_that_travels_beforehand_holds_its_own_meeting() -> None:
    record = {
        "format": "coalmeet.meeting", "version": 1, "date": "2026-11-26", "planned_start": "18:00",
        "planned_minutes": 80, "timezone": "Europe/Berlin", "title": "Autumn assembly", "place": "The hall",
        "facilitators": ["Olu"], "agenda": [{"title": "Rents"}],
    }  # fmt: skip
    (event,) = events(record).values()
    assert event.decoded("dtstart") == datetime(2026, 11, 26, 17, 0, tzinfo=UTC)
    assert (str(event["summary"]), str(event["location"])) == ("Autumn assembly", "The hall")


def test_what_is_brought_in_again_changes_its_entries_and_doubles_none(rich: dict[str, Any]) -> None:
    rich["corrections"] = []
    before = events(rich)
    corrected = {
        **rich,
        "next_date": "2026-06-18",
        "corrections": [{"text": "The next meeting is a week later."}],
    }
    after = events(corrected)
    assert {str(one["uid"]) for one in after.values()} == {str(one["uid"]) for one in before.values()}
    assert {one["sequence"] for one in before.values()} == {0}
    assert {one["sequence"] for one in after.values()} == {1}


def test_every_id_stands_once_and_the_file_is_the_same_each_time(rich: dict[str, Any]) -> None:
    made = ics(minutes(rich), rich)
    ids = [str(one["uid"]) for one in Calendar.from_ical(made).walk("VEVENT")]
    assert len(ids) == len(set(ids)) == 5
    assert ics(minutes(rich), rich) == made


@pytest.mark.parametrize("evil", ["a\r\nEND:VCALENDAR\r\nBEGIN:VALARM", "x;DTSTART=1:2", "a\\nb,c;d"])
def test_what_was_typed_is_never_a_line_of_the_file(rich: dict[str, Any], evil: str) -> None:
    rich["agenda"][0]["actions"][0]["text"] = evil
    found = events(rich)
    assert len(found) == 5
    assert any("Due: " + " ".join(evil.split()) == title for title in found)


@given(st.text(max_size=80))
def test_any_words_come_back(words: str) -> None:
    record = {
        "format": "coalmeet.meeting", "version": 1, "date": "2026-05-14",
        "agenda": [{"title": "a", "actions": [{"text": f"x {words}", "due": "2026-06-01", "owner": "Ana"}]}],
    }  # fmt: skip
    (title,) = events(record)
    assert title == f"Due: {one_line(f'x {words}')}"


def test_what_did_not_pass_and_what_is_done_ask_for_no_date(rich: dict[str, Any]) -> None:
    rich["agenda"][1]["decisions"][0]["review_date"] = "2027-01-01"
    rich["agenda"][0]["actions"][0]["done"] = True
    found = events(rich)
    assert not [one for one in found if "landlords" in one or "Publish" in one]


def test_a_window_in_days_is_reckoned_from_when_the_minutes_went_round(rich: dict[str, Any]) -> None:
    decision = rich["agenda"][0]["decisions"][0]
    decision |= {"provisional_until": None, "window_days": 14}
    title = f"Last day to object to D1: {decision['text']}"
    assert title not in events(rich)
    assert events({**rich, "circulated_on": "2026-05-16"})[title].decoded("dtstart") == date(2026, 5, 30)


def test_a_consent_that_is_to_be_confirmed_says_by_whom(rich: dict[str, Any]) -> None:
    decision = rich["agenda"][0]["decisions"][0]
    decision["mandates"] = [{"organisation": "OpenMaps", "until": "2026-05-28"}]
    found = events(rich)
    (title,) = (one for one in found if "confirms" in one)
    assert title == f"OpenMaps confirms D1 by today: {decision['text']}"
    assert found[title].decoded("dtstart") == date(2026, 5, 28)
    assert not [one for one in found if one.startswith("Last day")], "nobody else is asked"
