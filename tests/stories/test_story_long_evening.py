"""A long evening: who paid for the time, what was put right, how the agenda changed, and the second day."""

from contextlib import closing
from datetime import date

import pytest

from coalmeet.exchange import record as exchange
from coalmeet.meeting import timing
from coalmeet.store import attendance, file, incoming
from coalmeet.text import local, wall

SPLIT = (
    "“A hall of our own” was split: “Who pays the rent?” became item 3a, with 10 min. "
    "Reason: Two questions in one"
)


@pytest.fixture
def evening(told):
    (found,) = told("long_evening")
    return found


def test_the_minutes_that_were_paid_are_conserved(evening):
    items = evening.meeting.items
    free = {"grace", "correction", "given_back"}
    given = sum(one.minutes for item in items for one in item.extensions if one.payer in free)
    assert given == 1 - 5 - 2
    assert sum(item.minutes for item in items) == 100 + 5 + given + timing.paid_by_end(evening.meeting)


def test_the_minutes_tell_each_change_with_its_reason(evening):
    told = {section.heading: section.texts for section in evening.minutes.sections}
    changes = [text.partition("  ")[2] for text in told["Changes to the agenda"]]
    assert changes == [
        "“Money so far” got 1 min of grace.",
        "“Money so far” got 5 min more, taken from “Summer fair”.",
        "The facilitator corrected the time of “Summer fair” by 5 min.",
        "“Summer fair” gave back 2 min.",
        "“The call from the Herald” was added to the agenda. Reason: It is in print tomorrow",
        "“The call from the Herald” became a decision. Reason: We must answer",
        "“A journalist has called” is called “The call from the Herald” now. Reason: The others have not asked",
        "“The call from the Herald” goes on with an earlier topic: “When a newspaper calls”.",
        SPLIT,
        "“Flags” was taken up within “Leaflet”, which got its 10 min. Reason: Both are printed",
        "“Leaflet” was moved before “A hall of our own”. Reason: The printer closes",
        "“Leaflet”: Postponed. Reason: The printer has closed",
        "“Who pays the rent?”: Referred to a group. Reason: Finance group",
    ]
    assert told["Minutes as planned and as re-planned"][:3] == (
        "Money so far: 15 min planned, then 21 min.",
        "Summer fair: 30 min planned, then 18 min.",
        "Leaflet: 10 min planned, then 20 min.",
    )


def test_items_are_called_by_the_numbers_that_were_said(evening):
    assert [item.heading for item in evening.minutes.items] == [
        "1. Money so far", "2. Summer fair", "5. Leaflet", "3. A hall of our own", "3a. Who pays the rent?",
        "7. The call from the Herald", "4. Flags", "6. Closing",
    ]  # fmt: skip


def test_times_that_were_put_right_are_marked(evening):
    marked = [item.title for item in evening.minutes.items if "put right" in " ".join(item.remarks)]
    assert marked == ["Money so far", "A hall of our own"]
    corrected = [one["text"] for one in evening.record["corrections"]]
    assert any(text.startswith("End of “Money so far”: ") for text in corrected)
    assert any(text.startswith("Beginning of “A hall of our own”: ") for text in corrected)


def test_the_second_day_is_told(evening):
    assert evening.minutes.when.count("May 2026") == 2
    hall = evening.minutes.items[3]
    assert "Taken up on Thu 14 May and Fri 15 May." in hall.remarks


def test_times_are_told_only_of_who_did_not_stay_both_days(evening):
    present = evening.minutes.attendance.names[0].texts[0]
    assert "Priya Raman;" in present
    assert "Tomas Vesely (until 19:16)" in present


def test_nobody_was_in_two_items_at_once(evening):
    assert timing.overlap_ms(evening.meeting) == 0


def test_its_record_is_read_elsewhere_with_both_days(evening, tmp_path):
    kept = exchange.read(exchange.dump(evening.record).encode(), "evening.json")
    assert kept == evening.record
    noon = wall(date(2026, 6, 1), "12:00", "Europe/London")
    with closing(file.create(tmp_path / "other.coalmeet", "Elsewhere", now=noon)) as other:
        with other.writing() as con:
            incoming.take_in(con, other, kept)
        with other.reading() as con:
            spans = next(one.spans for one in attendance.attendance(con) if len(one.spans) == 2)
    days = [local(moment, "Europe/London").day for span in spans for moment in span if moment is not None]
    assert days == [14, 14, 15]
