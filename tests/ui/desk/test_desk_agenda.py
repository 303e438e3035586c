"""The agenda on the way, at the desk: changed by consent in one input; what is open is asked about before the end."""

import pytest
from PySide6.QtWidgets import QApplication

from coalmeet.meeting.moves import flow, people
from coalmeet.store import incoming
from tests.ui.desk.conftest import MINUTE


@pytest.fixture
def ways(robot):
    """The press officer is going on; the agenda is open, and in it the row of an item."""
    robot.goes_to("press")
    robot.presses("G")
    assert robot.desk.parts.beside.name == "agenda"

    def open_row(item):
        card = robot.desk.parts.beside.card
        card.open_item(item)
        robot.settles()
        return card._rows[item].ways

    return open_row


def test_an_item_is_split_with_its_reason_and_the_running_one_goes_on(robot, ways):
    opened = ways("budget")
    robot.desk.parts.beside.card.reason.setText("Two questions")
    robot.waits(2)
    opened.split.click()
    opened.splitting.title.setText("What the auditors asked")
    opened.splitting.minutes.set_minutes(4)
    opened.splitting.title.returnPressed.emit()
    assert [robot.meeting.item("budget").minutes, robot.meeting.items[7].minutes] == [6, 4]
    assert robot.meeting.items[7].number == "6a"
    assert robot.current.id == "press"
    assert robot.desk.parts.clock.reading().digits == "18:00"
    assert robot.desk.parts.beside.card.reason.text() == "", "the reason was of this change"


def test_tab_leads_from_an_opened_row_through_what_can_be_done_with_it(robot, ways):
    opened = ways("budget")
    opened.parentWidget().setFocus()
    reached = []
    for _ in range(3):
        robot.presses("Tab")
        reached.append(QApplication.focusWidget())
    assert reached == [opened.start, opened.up, opened.down]


def test_the_second_part_is_offered_half_of_the_minutes(robot, ways):
    opened = ways("budget")
    opened.split.click()
    assert opened.splitting.minutes.minutes() == 5


def test_an_item_is_taken_up_within_the_running_one(robot, ways):
    opened = ways("budget")
    opened.join.click()
    assert opened.joining.into.currentData() == "press", "the running item is offered first"
    robot.clicks("Take it up within")
    assert robot.current.minutes == 30
    assert robot.sees("taken up within “Shared press officer”")


def test_a_reason_is_asked_for_only_when_something_is_to_change(robot, ways):
    card = robot.desk.parts.beside.card
    assert card.reason.isHidden()
    card.title_box.setText("Press call")
    assert card.reason.isVisible()
    card.reason.setText("It is today")
    card.title_box.returnPressed.emit()
    assert robot.meeting.items[-2].entry.title == "Press call"
    assert card.reason.isHidden()


def test_a_label_is_changed_on_the_way(robot, ways):
    opened = ways("budget")
    opened.label.setCurrentIndex(opened.label.findData("decision"))
    opened.label.activated.emit(opened.label.currentIndex())
    assert robot.meeting.item("budget").entry.label == "decision"


def test_an_item_gets_another_title_by_keys_and_it_is_taken_back(robot, ways):
    opened = ways("budget")
    opened.names.title.setFocus()
    opened.names.title.selectAll()
    robot.types("What is left of the fund\n")
    assert robot.meeting.item("budget").entry.title == "What is left of the fund"
    assert ("renamed", "Budget update") in [(one.kind, one.other) for one in robot.meeting.changes]
    robot.live.take_back()
    assert opened.names.title.text() == "Budget update"
    assert not ways("closing").names.isVisible()


def test_an_item_that_walked_in_is_linked_to_an_earlier_topic_and_tells_its_history(robot, ways, book):
    record = {"format": "coalmeet.meeting", "version": 1, "date": "2026-10-01"}
    item = {"title": "When papers call", "topic": "calls", "label": "discussion", "outcome": "noted"}
    with book.writing() as con:
        incoming.take_in(con, book, {**record, "agenda": [item]})
    card = robot.desk.parts.beside.card
    card.title_box.setText("Press call")
    card.title_box.returnPressed.emit()
    added = robot.meeting.items[-2].id
    topic = ways(added).names.topic
    assert topic.currentText() == "a topic of its own"
    topic.setCurrentIndex(topic.findData("calls"))
    topic.activated.emit(topic.currentIndex())
    assert robot.meeting.item(added).entry.topic == "calls"
    assert card._rows[added].ways.history.text() == "Earlier: Thu 1 Oct discussed."


def test_the_history_of_a_topic_stands_where_its_item_is_opened(robot, ways, book):
    record = {"format": "coalmeet.meeting", "version": 1, "date": "2026-10-01"}
    item = {"title": "Money", "topic": "budget", "label": "update", "outcome": "noted"}
    with book.writing() as con:
        incoming.take_in(con, book, {**record, "agenda": [item]})
    assert ways("budget").history.text() == "Earlier: Thu 1 Oct told."
    assert ways("freeze").history.isHidden()


def test_an_item_whose_adding_is_taken_back_leaves_the_card(robot, ways):
    card = robot.desk.parts.beside.card
    card.title_box.setText("Press call")
    card.title_box.returnPressed.emit()
    robot.live.take_back()
    assert not any(row.isVisible() and row._title.text() == "Press call" for row in card._rows.values())


def test_before_the_end_each_open_item_is_now_next_time_or_a_groups(robot):
    robot.goes_to("press")
    robot.waits(76)
    robot.live.do(people.announce_departure, "p6d", robot.clock.wall + 5 * MINUTE)
    robot.clicks("Go through them")
    assert robot.desk.parts.beside.name == "quarter"
    assert robot.sees("Jun Nakamura leaves before; 7 of 8 organisations stay.")
    robot.clicks("Spring rent-freeze campaign: Next time")
    robot.desk.parts.beside.card.group.setText("Finance group")
    robot.clicks("Budget update: A group")
    assert robot.meeting.item("freeze").outcome == "postponed"
    budget = robot.meeting.item("budget")
    assert (budget.outcome, budget.reason) == ("referred", "Finance group")
    robot.clicks("Work-plan review: Now")
    assert robot.current.id == "plan"
    assert robot.desk.parts.beside.name == ""


def test_the_item_before_is_put_right_from_the_clock_card(robot):
    robot.goes_to("press")
    robot.waits(10)
    robot.presses("Ctrl+→")
    robot.waits(5)
    robot.presses("T")
    card = robot.desk.parts.beside.card
    assert card._ended_title.text() == "“Shared press officer” had ended earlier, by"
    button = card._ended.layout().itemAt(2).widget()
    assert button.text() == "2 min"
    button.click()
    assert robot.meeting.item("press").slices[-1].until == robot.clock.wall - 7 * MINUTE
    assert robot.desk.parts.clock.reading().digits == "5:00"


def test_a_forgotten_start_is_dated_back_in_one_press(robot):
    robot.goes_to("press")
    robot.live.do(flow.end_item)
    robot.waits(0.5)
    assert [step.verb for step in robot.desk.parts.tools.tool.others()] == ["agenda"]
    robot.waits(3.6)
    robot.clicks("It began 4 min ago")
    assert robot.current.id == "opening"
    assert robot.desk.parts.clock.reading().digits == "0:54"
    assert robot.current.corrected


def test_a_laptop_may_sleep_between_the_days_of_a_meeting(robot):
    robot.goes_to("press")
    robot.live.do(flow.adjourn)
    robot.clock.wall += 20 * 60 * MINUTE
    robot.live.tick()
    robot.settles()
    assert not any("slept" in words for words in robot.desk.parts.alerts.words())


def test_the_clock_itself_is_corrected_without_asking_anybody(robot):
    robot.goes_to("press")
    robot.presses("T")
    for _ in range(2):
        robot.clicks("5 min too little")
    assert robot.current.minutes == 30
    robot.clicks("1 min too much")
    assert robot.current.minutes == 29


def test_the_meeting_stops_for_the_day_and_goes_on_where_it_was(robot):
    robot.goes_to("press")
    robot.waits(5)
    robot.presses("T")
    robot.clicks("Go on another day")
    robot.desk.parts.beside.card.day._iso = "2026-11-27"
    robot.desk.parts.beside.card.start.setText("9:30")
    robot.clicks("Stop for today")
    assert robot.tool == "break"
    assert robot.sees("Fri 27 Nov, 09:30")
    assert robot.live.view.return_time == "Fri 27 Nov, 09:30"
    robot.waits(24 * 60)
    assert not any("Still open" in words for words in robot.desk.parts.alerts.words()), "it is nobody's time"
    robot.presses("Enter")
    assert robot.tool == "between"
    robot.presses("Enter")
    assert robot.current.id == "press"
    assert robot.desk.parts.clock.reading().digits == "15:00"
