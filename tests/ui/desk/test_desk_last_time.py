"""From meeting to meeting at the desk: the last minutes, what was to change, who can come, who prepares."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from coalmeet.meeting.events import LastMeeting, NotedCorrection
from coalmeet.meeting.handed_on import corrections
from coalmeet.meeting.moves import flow, work
from ui.widgets.layouts import settle_layouts

LAST = LastMeeting("before", "2026-10-29", "circulated", ("Shorter updates", "A break"))


@pytest.fixture
def after(desk_of):
    """People are here, the meeting has not begun."""
    robot = desk_of(last=LAST)
    robot.everybody_comes()
    return robot


def test_the_opening_says_what_was_to_change_and_offers_the_minutes(after):
    assert after.sees("Last time you wanted to change: Shorter updates; A break.")
    after.clicks("Minutes of 29 October 2026")
    assert after.sees("The minutes of 29 October 2026 went round and wait to be approved.")
    after.types("Rosa came at 14:20\n")
    assert after.meeting.minutes_corrections == ("Rosa came at 14:20",)
    after.types("\n")
    assert after.meeting.minutes_approved
    assert after.desk.parts.beside.name == ""
    assert not after.sees("Minutes of 29 October 2026")


def test_what_was_noted_since_is_listed_and_goes_in_unless_it_is_left_out(desk_of):
    noted = (NotedCorrection("Rosa was there", "Choir", "2026-11-02"), NotedCorrection("It rained"))
    robot = desk_of(last=LastMeeting("before", "2026-10-29", "circulated", (), noted))
    robot.everybody_comes()
    robot.clicks("Minutes of 29 October 2026")
    assert robot.sees("· Rosa was there (asked for by Choir, 2 November 2026)")
    assert robot.sees("· It rained")
    card = robot.desk.parts.beside.card
    next(one for one in card.findChildren(QPushButton) if "It rained" in one.accessibleName()).click()
    assert not robot.sees("· It rained")
    robot.types("\n")
    assert robot.meeting.minutes_approved
    assert [one.text for one in corrections(robot.meeting)] == ["Rosa was there"]


def test_whoever_types_a_correction_sees_it_however_many_were_noted_since(desk_of):
    noted = tuple(
        NotedCorrection(f"In D{at} the words “until the end of March” are missing") for at in range(30)
    )
    robot = desk_of(last=LastMeeting("before", "2026-10-29", "circulated", (), noted))
    robot.everybody_comes()
    robot.clicks("Minutes of 29 October 2026")
    field = robot.desk.parts.beside.card.correction
    assert field.visibleRegion().boundingRect().height() == field.height()
    robot.types("Rosa came at 14:20\n")
    (entered,) = (one for one in robot.desk.findChildren(QLabel) if one.text() == "· Rosa came at 14:20")
    settle_layouts()
    assert field.visibleRegion().boundingRect().height() == field.height()
    assert not entered.visibleRegion().isEmpty()


def test_approved_by_keys_alone_at_any_time(after):
    after.live.do(flow.start_item, "press")
    after.desk.setFocus()
    after.presses("Shift+M")
    after.presses("Ctrl+Enter")
    assert after.meeting.minutes_approved
    after.presses("Ctrl+Z")
    assert not after.meeting.minutes_approved


def test_who_can_come_is_one_key_an_organisation(robot):
    robot.goes_to("closing")
    assert robot.sees("Who can come next time?")
    first = robot.desk.parts.tools.tool.coming.asked()
    robot.presses("2")
    robot.presses("1")
    robot.presses("S")
    said = dict(robot.meeting.next_time.coming)
    assert len(said) == 8
    assert said[first] is False
    assert sum(said.values()) == 7
    assert robot.sees("Cannot come: Tenants’ Union.")


def test_who_prepares_is_whoever_facilitates_until_somebody_else_is_named(robot):
    robot.goes_to("closing")
    choice = robot.desk.parts.tools.tool.coming.prepares
    assert choice.currentText() == "whoever facilitates"
    choice.setCurrentIndex(choice.findData("p3d"))
    choice.activated.emit(choice.currentIndex())
    assert robot.meeting.next_time.prepares == "p3d"


def seen_whole(part):
    """Whether nothing of it lies below what is scrolled to."""
    return part.visibleRegion().boundingRect() == part.rect()


def test_what_the_closing_round_costs_is_said_before_and_a_key_begins_it(robot):
    robot.goes_to("closing")
    assert robot.sees("8 turns, about 8 min. This item has 10 min left.")
    robot.presses("R")
    assert robot.meeting.round.kind == "closing"
    assert not robot.sees("8 turns, about 8 min.")


def test_with_many_voices_what_was_said_at_the_close_leaves_room_for_what_comes_next(robot):
    robot.desk.resize(1120, 668)
    robot.goes_to("closing")
    robot.presses("R")
    tool = robot.desk.parts.tools.tool
    for number in range(8):
        robot.live.do(work.evaluate, f"o{number}", "the calm hour", "shorter updates")
    robot.settles()
    robot.clicks("End the round")
    assert robot.sees("6 more in the minutes") and robot.sees(
        "Migrant Workers’ Association, keep: the calm hour"
    )
    assert seen_whole(tool.next_meeting)
    assert robot.desk.parts.say.text() == "When do we meet again?"
    robot.clicks("Thu 3 Dec")
    robot.settles()
    assert robot.meeting.next_time.date == "2026-12-03"
    assert robot.sees("Who can come next time?") and seen_whole(robot.button("Can come"))
    assert robot.desk.parts.say.text().startswith("Who can come next time?")


def test_a_key_never_answers_for_an_organisation_that_is_not_seen(robot):
    robot.desk.resize(1120, 668)
    robot.goes_to("closing")
    assert not seen_whole(robot.button("Can come"))
    robot.presses("2")
    assert seen_whole(robot.button("Can come"))
    assert len(robot.meeting.next_time.coming) == 1


def test_what_is_said_at_the_close_is_typed_at_once_and_no_letter_is_a_verb(robot):
    robot.goes_to("closing")
    robot.presses("R")
    robot.settles()
    robot.types("the calm hour\n")
    assert [one.keep for one in robot.meeting.evaluations] == ["the calm hour"]
    assert not robot.current.paused
    assert robot.desk.parts.beside.name == ""


def test_a_closing_round_in_which_nothing_was_written_is_over_all_the_same(robot):
    robot.goes_to("closing")
    robot.presses("R")
    robot.desk.setFocus()
    for _voice in range(8):
        robot.presses("N")
    robot.clicks("End the round")
    assert not robot.sees("Begin the round")
    assert robot.desk.parts.say.text() == "When do we meet again?"
