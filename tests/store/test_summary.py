"""“In one minute” may be written by hand until the minutes have gone round, and the minutes say so."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from coalmeet.errors import NotAllowed
from coalmeet.meeting.minutes import minutes
from coalmeet.store import circulating, file, records
from coalmeet.store.file import CoalitionFile
from coalmeet.store.summary import write_summary

RECORD: dict[str, Any] = {
    "format": "coalmeet.meeting",
    "version": 1,
    "id": "autumn",
    "date": "2026-10-01",
    "state": "draft",
    "agenda": [{"title": "The river", "decisions": [{"text": "We ask for a pause.", "outcome": "agreed"}]}],
}
OWN = "We agreed to ask for a pause. Everybody is glad."


@pytest.fixture
def held(tmp_path: Path) -> Iterator[CoalitionFile]:
    """A file with one meeting that was held with the program."""
    made = file.create(tmp_path / "a.coalmeet", "Alliance", now=1_790_000_000_000)
    with made.writing() as con:
        records.write(con, made, "autumn", RECORD, "live")
    yield made
    made.close()


def writes(held: CoalitionFile, text: str) -> str:
    with held.writing() as con:
        return write_summary(con, held, "autumn", text)


def now(held: CoalitionFile) -> dict[str, Any]:
    with held.reading() as con:
        return records.read(con, "autumn")


def test_a_person_s_words_stand_first_and_the_minutes_say_whose_they_are(held: CoalitionFile) -> None:
    assert writes(held, f"  {OWN}\n") == ""
    told = minutes(now(held))
    assert told.in_one_minute == (OWN,)
    assert "“In one minute” was written by a person. All else is told from the record." in told.approval


def test_the_record_speaks_again_where_nothing_is_written(held: CoalitionFile) -> None:
    first = minutes(now(held))
    writes(held, OWN)
    assert writes(held, "") == OWN
    assert minutes(now(held)) == first
    assert now(held) == RECORD


def test_each_text_is_a_version_and_the_same_again_is_none(held: CoalitionFile) -> None:
    for text in (OWN, OWN, "Shorter."):
        writes(held, text)
    with held.reading() as con:
        assert [one.get("summary") for one in records.versions(con, "autumn")] == [None, OWN, "Shorter."]


def test_minutes_that_went_round_stay_as_they_were_read(held: CoalitionFile) -> None:
    writes(held, OWN)
    with held.writing() as con:
        circulating.went_round(con, held, "autumn", date(2026, 10, 3))
    with pytest.raises(NotAllowed, match="Note a correction for the next meeting"):
        writes(held, "Something else.")
    assert now(held)["summary"] == OWN
    with held.writing() as con:
        circulating.not_round_yet(con, held, "autumn")
    writes(held, "Something else.")
    assert now(held)["summary"] == "Something else."
