"""A meeting that stopped for the day and went on another day: what the list and the page say of its days."""

import json

import pytest

from ui.meetings.page import MeetingsPage

EVENING = {
    "format": "coalmeet.meeting",
    "version": 1,
    "title": "Who holds the keys",
    "agenda": [{"title": "Keys", "outcome": "agreed"}],
}


@pytest.fixture
def page(show) -> MeetingsPage:
    return show(MeetingsPage())


def bring_in(qtbot, page, path) -> None:
    page.bring_in([path])
    with qtbot.waitSignal(page._bringing.finished, timeout=10_000):
        pass


def titles(page) -> list[str]:
    return [row.title for row in page.part.list._model.rows]


def test_a_meeting_of_two_days_names_both(qtbot, page, tmp_path):
    days = [
        {"date": "2026-05-14", "start": "18:00", "end": "18:14"},
        {"date": "2026-05-15", "start": "18:34", "end": "18:41"},
    ]
    times = {"date": "2026-05-14", "start": "18:00", "end": "18:41", "sittings": days}
    path = tmp_path / "may.json"
    path.write_text(json.dumps({**EVENING, **times}), encoding="utf-8")
    bring_in(qtbot, page, path)
    assert titles(page)[-1] == "Thu 14 May 2026, and Fri 15 May 2026"
    page.part.list.choose(page.part.list._model.rows[-1].key)
    assert "Friday 15 May 2026, 18:34 to 18:41" in page.part.detail._when.text()


def test_of_a_meeting_of_many_days_the_first_and_the_last_are_named(qtbot, page, tmp_path):
    days = [{"date": f"2026-05-{day}", "start": "18:00", "end": "19:00"} for day in (14, 15, 18)]
    path = tmp_path / "may.json"
    path.write_text(json.dumps({**EVENING, "date": "2026-05-14", "sittings": days}), encoding="utf-8")
    bring_in(qtbot, page, path)
    assert titles(page)[-1] == "Thu 14 May 2026 to Mon 18 May 2026, on 3 days"
