"""The reference meeting by keyboard alone: eight organisations, six items, one objection integrated, sixty minutes.

Every key counts but the letters that are typed; no thing that happens may take more than two.
"""

from collections import Counter

import pytest

from coalmeet.meeting.events import AgendaEntry
from tests.ui.desk.conftest import TEXT, WORK

AGENDA = (
    AgendaEntry("opening", "Opening", minutes=5, built_in="opening"),
    AgendaEntry("temperature", "Temperature round", minutes=5, built_in="temperature"),
    AgendaEntry("budget", "Budget update", "update", 10, "All know what is left", ("Yusuf Tan",)),
    AgendaEntry(
        "freeze", "Spring rent-freeze campaign", "decision", 25, "One text", proposal=TEXT, proposer="o4"
    ),
    AgendaEntry("plan", "Work-plan review", minutes=5, built_in="work_plan"),
    AgendaEntry("closing", "Closing", minutes=10, built_in="closing"),
)
BETTER = "We launch on 12 April with one shared demand: a two-year rent freeze."


class Counted:
    """Does things by key at a desk, and counts for each how many keys it took and how often it happened."""

    def __init__(self, robot):
        self.robot = robot
        self.keys, self.times = Counter(), Counter()

    def does(self, what, *keys, typed=""):
        """A thing that happens; `typed` is written before the last key."""
        for at, key in enumerate(keys):
            if typed and at == len(keys) - 1:
                self.robot.types(typed)
            self.robot.presses(key)
        self.keys[what] += len(keys)
        self.times[what] += 1

    def each(self):
        """How many keys each thing took, at most, on average."""
        return {what: self.keys[what] / self.times[what] for what in self.keys}


@pytest.fixture
def desk(desk_of):
    return Counted(desk_of(agenda=AGENDA, open_actions=WORK, planned_minutes=60))


def opens(desk):
    desk.does("all delegates are here", "A")
    desk.does("the meeting begins", "Enter")
    desk.robot.waits(2)
    desk.does("the agenda is agreed", "Enter")
    desk.does("on to the next item", "Enter")
    desk.does("a round begins", "Enter")
    for word in ("hopeful", "tired", "ready", "curious", "steady", "worried", "glad", "here"):
        desk.does("one says a word", "Enter", typed=word)
    desk.does("on to the next item", "Enter")


def hears_an_update(desk):
    assert desk.robot.current.id == "budget"
    desk.robot.waits(4)
    desk.does("a note is written", "M", "Esc", typed="Enough until summer.")
    desk.does("somebody asks to speak", "Q", "Enter", typed="Rosa")
    desk.does("they have the floor", "N")
    desk.does("what was opened is put away", "Esc")
    desk.does("on to the next item", "Ctrl+→")


def decides(desk):
    assert desk.robot.current.id == "freeze"
    desk.does("the proposal is brought", "Enter")
    desk.does("on to questions", "Enter")
    desk.does("on to reactions, in a round", "Enter")
    for _voice in range(8):
        desk.does("one is heard", "N")
    desk.does("the round ends", "N")
    desk.does("the text is fixed and each is asked", "F")
    desk.does("one consents", "1")
    desk.does("one objects", "3")
    desk.does("on after the thanks", "Enter")
    desk.does("all others gave their sign", "S")
    assert desk.robot.tool == "workbench"
    desk.robot.presses("D")
    desk.robot.focus().selectAll()
    desk.robot.types(BETTER)
    desk.does("the text is changed", "Ctrl+Enter")
    desk.keys["the text is changed"] += 1  # the D that opened it
    desk.does("the text is fixed and each is asked", "F")
    desk.does("all others gave their sign", "S")
    desk.does("one consents", "1")
    desk.does("the decision is adopted", "Enter")
    assert desk.robot.meeting.proposals[-1].outcome == "agreed"
    desk.does("on to the next item", "Enter")


def reviews_work(desk):
    assert desk.robot.tool == "work_plan"
    for key in ("1", "2", "4"):
        desk.does("an action is reviewed", key)
    desk.does("on to the next item", "Enter")


def closes(desk):
    assert desk.robot.tool == "closing"
    desk.does("a round begins", "R")
    desk.does("one says what to keep", "Enter", typed="short turns")
    for _voice in range(7):
        desk.does("one passes", "Ctrl+P" if desk.robot.writes() else "P")
    desk.does("the round ends", "Ctrl+N" if desk.robot.writes() else "N")
    assert desk.robot.meeting.round is None
    desk.does("the next date is agreed", "D", "Enter", typed="24 Dec")
    assert desk.robot.meeting.next_time.date == "2026-12-24"
    desk.robot.presses("Esc")
    desk.does("all can come", "S")
    desk.does("somebody skips", "L")
    desk.does("who facilitates next", "Y")
    desk.does("who takes notes next", "Y")
    then = desk.robot.meeting.next_time
    assert then.organisation and then.notes.organisation and then.passed_over
    desk.does("the meeting is closed", "Ctrl+Enter")
    assert desk.robot.meeting.closed_at


def test_no_thing_that_happens_takes_more_than_two_keys(desk):
    opens(desk)
    hears_an_update(desk)
    decides(desk)
    reviews_work(desk)
    closes(desk)
    assert {what: count for what, count in desk.each().items() if count > 2} == {}
    assert sum(desk.keys.values()) < 90, desk.keys
