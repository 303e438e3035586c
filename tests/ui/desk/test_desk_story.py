"""A whole meeting through the desk, by key and click, on a real file: from the first name to the closed minutes."""

import pytest

from coalmeet.store import records
from ui.desk.window import DeskWindow
from ui.live import LiveMeeting


def test_a_whole_meeting_from_the_first_name_to_the_minutes(robot, book):
    robot.everybody_comes()
    assert robot.sees("8 of 8 organisations, 9 of 17 people")
    robot.waits(5)
    robot.presses("Enter")  # begin
    robot.presses("Enter")  # the agenda is agreed
    robot.waits(3)
    robot.presses("Enter")  # temperature
    robot.presses("Enter")  # begin the round
    for word in ("hopeful", "tired", "ready", "curious", "steady", "worried", "glad", "here"):
        robot.gives_word(word)
    robot.gives_word("listening")  # the guest has a word, too
    assert [one.word for one in robot.meeting.words][-1] == "listening"
    robot.presses("Enter")
    assert robot.tool == "work_plan"
    robot.presses("1")
    robot.presses("2")
    robot.presses("4")
    assert [one.state for one in robot.meeting.reviews] == ["done", "moved", "dropped"]
    robot.presses("Enter")
    decide(robot)
    robot.presses("Ctrl+→")
    assert robot.tool == "break"
    robot.waits(10)
    robot.presses("Enter")
    robot.presses("M")
    robot.types(
        "action: Draft a job description @Rosa Blum by next Friday\nparked: who answers at weekends\n"
    )
    robot.presses("Esc")
    robot.presses("3")  # it leaves as parked, and the update begins
    assert robot.meeting.item("press").outcome == "parked"
    robot.waits(9)
    robot.presses("Enter")
    close(robot)
    assert robot.meeting.closed_at
    with book.reading() as con:
        record = records.read(con, "m")
    assert record["actions"] if "actions" in record else "Draft a job description" in str(record)
    assert "We launch on 12 April" in str(record)


def decide(robot):
    """One objection, integrated: the decision that the coalition takes."""
    assert robot.tool == "proposal"
    robot.presses("Enter")  # the draft is on the table
    robot.presses("Enter")  # questions
    robot.presses("Enter")  # reactions, in a round
    for _voice in range(8):
        robot.presses("N")
    robot.presses("N")  # the round ends
    robot.presses("F")
    assert robot.tool == "consent"
    robot.presses("1")
    robot.presses("3")  # somebody objects: the name is enough
    robot.presses("Enter")  # its reason follows
    robot.presses("S")  # a sign of all others was seen
    assert robot.tool == "workbench"
    robot.presses("D")
    robot.focus().selectAll()
    robot.types("We launch on 12 April with one shared demand: a two-year rent freeze.")
    robot.clicks("Keep this text")
    robot.presses("F")
    assert robot.meeting.live_proposal("freeze").version == 2
    robot.presses("S")  # who objected before is asked by name
    assert robot.tool == "consent"
    robot.presses("1")
    robot.presses("Enter")
    assert robot.meeting.proposals[-1].outcome == "agreed"
    assert robot.tool == "result"


def close(robot):
    """Keep and change, a date, the next facilitator, and the end."""
    assert robot.tool == "closing"
    robot.clicks("Begin the round")
    robot.desk.parts.tools.tool.round.keep.setFocus()
    robot.types("short turns")
    robot.presses("Enter")
    robot.presses("Esc")
    for _voice in range(7):
        robot.presses("P")
    robot.clicks("Thu 24 Dec")
    assert robot.meeting.next_time.date == "2026-12-24"
    facilitator = robot.desk.parts.tools.tool.next_facilitator
    facilitator.accepts.click()
    assert robot.meeting.next_time.organisation
    robot.presses("Enter")  # the plain Enter does not close
    assert not robot.meeting.closed_at
    robot.presses("Ctrl+Enter")


def test_after_a_crash_the_desk_shows_the_same_item_clock_and_round(robot, book):
    robot.goes_to("freeze")
    robot.is_asked()
    robot.presses("1")
    robot.presses("2")
    seen = robot.desk.parts.clock.reading(), robot.tool, robot.texts()
    robot.live.close()
    again = LiveMeeting.resume(book, "m", now=robot.clock)
    robot.live, robot.desk.live = again, again
    fresh = DeskWindow(again, robot.share)
    fresh.resize(1280, 800)
    fresh.show()
    old, robot.desk = robot.desk, fresh
    old.close()
    old.deleteLater()
    robot.settles()
    assert (robot.desk.parts.clock.reading(), robot.tool) == seen[:2]
    assert "Last: Legal Aid Circle, consent with a concern" in robot.texts()


@pytest.mark.parametrize(("pressed", "inputs"), [("1", 1), ("2", 1), ("3", 1), ("4", 1)])
def test_an_answer_takes_one_input(robot, pressed, inputs):
    robot.goes_to("freeze")
    robot.is_asked()
    before, answers = robot.inputs, len(robot.meeting.live_proposal("freeze").answers)
    robot.presses(pressed)
    assert robot.inputs - before == inputs
    assert len(robot.meeting.live_proposal("freeze").answers) == answers + 1
