"""An agenda that is too long, and the ways to fit that are offered."""

from datetime import date

from coalmeet.coalition.fitting import WayOut, over_minutes, starts, ways_out
from coalmeet.coalition.plan import PlannedItem, PlannedMeeting

EVENING = PlannedMeeting("m", "Evening", date(2026, 11, 26), "14:00", 60)


def item(
    position: int, title: str, minutes: int | None, label: str = "discussion", built_in: str = ""
) -> PlannedItem:
    return PlannedItem(title, position, built_in, title, label, minutes)


def test_an_agenda_that_fits_needs_no_way_out():
    agenda = [item(0, "Opening", 10, built_in="opening"), item(1, "Camp", 50)]
    assert over_minutes(EVENING, agenda) == 0
    assert ways_out(EVENING, agenda) == ()


def test_items_start_one_after_the_other_even_past_midnight():
    late = PlannedMeeting("m", "Late", date(2026, 11, 26), "23:30", 60)
    assert starts(late, [item(0, "A", 20), item(1, "B", None), item(2, "C", 15)]) == (
        "23:30",
        "23:50",
        "23:50",
    )
    assert starts(PlannedMeeting("m", "", date(2026, 1, 1)), [item(0, "A", 5)]) == ("",)


def test_the_small_discussion_goes_later_the_update_in_writing_or_the_end_moves():
    agenda = [
        item(0, "Launch", 25, "decision"),
        item(1, "Camp", 10),
        item(2, "Money", 10, "update"),
        item(3, "Hall", 25),
    ]
    assert ways_out(EVENING, agenda) == (
        WayOut("later", 10, "Camp", "Camp"),
        WayOut("in_writing", 10, "Money", "Money"),
        WayOut("end_later", 10),
    )


def test_decisions_are_never_offered_to_go_but_may_be_shortened():
    agenda = [item(0, "Launch", 40, "decision"), item(1, "Budget", 30, "decision")]
    assert ways_out(EVENING, agenda) == (WayOut("shorten", 10, "Launch", "Launch"), WayOut("end_later", 10))
