"""A retrospective comes round on the same weekday of the month, and waits for an agenda while it is near or past."""

from datetime import date, timedelta
from itertools import islice, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalmeet.coalition.retrospective import (
    Rhythm,
    days,
    due,
    item_for,
    next_day,
    retrospective_waiting,
    rhythm_words,
)

QUARTERLY = Rhythm(3, date(2026, 1, 8), "18:00")  # the second Thursday
TWO_WEEKS = timedelta(days=14)


def test_it_comes_on_the_same_weekday_of_the_month() -> None:
    assert [str(day) for day in islice(days(QUARTERLY), 4)] == [
        "2026-01-08", "2026-04-09", "2026-07-09", "2026-10-08",
    ]  # fmt: skip


def test_where_a_month_has_no_fifth_one_the_last_counts() -> None:
    found = islice(days(Rhythm(1, date(2026, 1, 29))), 4)
    assert [str(day) for day in found] == ["2026-01-29", "2026-02-26", "2026-03-26", "2026-04-30"]


@given(st.integers(1, 24), st.dates(date(2020, 1, 1), date(2040, 1, 1)))
def test_each_is_so_many_months_after_the_last(months: int, first: date) -> None:
    found = list(islice(days(Rhythm(months, first)), 5))
    assert found[0] == first
    assert {day.weekday() for day in found} == {first.weekday()}
    counted = [day.year * 12 + day.month for day in found]
    assert {after - before for before, after in pairwise(counted)} == {months}


def test_without_a_rhythm_nothing_comes() -> None:
    for none in (Rhythm(), Rhythm(3), Rhythm(0, date(2026, 1, 8))):
        assert due(none, date(2030, 1, 1)) is None
        assert next_day(none, date(2020, 1, 1)) is None
        assert rhythm_words(none, date(2026, 1, 1)) == "None comes round by itself."


@pytest.mark.parametrize(
    ("today", "found"),
    [
        ("2025-12-01", ""),
        ("2025-12-25", "2026-01-08"),
        ("2026-03-25", "2026-01-08"),
        ("2026-03-26", "2026-04-09"),
    ],
)
def test_the_latest_that_is_near_or_past_is_due(today: str, found: str) -> None:
    assert str(due(QUARTERLY, date.fromisoformat(today)) or "") == found


def test_it_waits_until_an_agenda_has_it_and_again_the_next_time() -> None:
    day = date(2026, 4, 9)
    for today in (day - TWO_WEEKS, day, day + timedelta(days=40)):
        (waiting,) = retrospective_waiting(QUARTERLY, "c", [date(2026, 1, 8)], today)
        assert (waiting.day, waiting.topic) == (day, "retrospective-c")
    assert retrospective_waiting(QUARTERLY, "c", [day - timedelta(days=7)], day) == ()
    assert item_for(waiting, "i").topic == "retrospective-c", "each finds what was said before"


def test_the_rhythm_reads_as_a_sentence() -> None:
    words = rhythm_words(QUARTERLY, date(2026, 5, 1))
    assert words == "It comes on the second Thursday of the month, next on Thursday 9 July 2026."
