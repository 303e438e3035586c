"""What a facilitator must see without scrolling, at the size of a small laptop's screen."""

import pytest
from PySide6.QtCore import QPoint, QRect

from coalmeet.meeting.moves import rounds
from tests.ui.desk.conftest import ORGANISATIONS


def is_whole(robot, widget):
    """Whether all of a widget is seen: inside the tool's window, and not narrower than its words."""
    area = robot.desk.parts.tools.viewport()
    seen = QRect(area.mapToGlobal(QPoint(0, 0)), area.size())
    place = QRect(widget.mapToGlobal(QPoint(0, 0)), widget.size())
    return seen.contains(place) and widget.width() >= widget.sizeHint().width()


@pytest.mark.parametrize("size", [(1280, 800), (1120, 700)])
def test_answers_and_endings_are_seen_whole(robot, size):
    robot.desk.resize(*size)
    robot.goes_to("freeze")
    robot.is_asked()
    robot.settles()
    assert all(is_whole(robot, key) for key in robot.desk.parts.tools.tool.keys.values())
    robot.presses("3")
    robot.presses("Enter")
    robot.presses("S")
    robot.settles()
    assert robot.tool == "workbench"
    assert all(is_whole(robot, ending) for ending in robot.desk.parts.tools.tool.endings.values())


def test_the_last_answer_can_be_taken_back_without_scrolling(robot):
    robot.goes_to("freeze")
    robot.is_asked()
    robot.presses("1")
    robot.settles()
    assert is_whole(robot, robot.button("Take back"))


@pytest.mark.parametrize("width", [480, 520, 900, 1120, 1280])
def test_no_verb_loses_its_words(robot, width):
    robot.desk.resize(width, 800)
    robot.settles()
    for words in ("All delegates are here", "Decisions later"):
        assert robot.button(words).width() >= robot.button(words).sizeHint().width()
    robot.goes_to("press")
    robot.waits(23)
    robot.settles()
    robot.settles()
    verbs = [robot.desk.parts.clock.buttons.extend, robot.desk.parts.clock.buttons.park]
    assert all(verb.width() >= verb.sizeHint().width() for verb in verbs)
    face, buttons = robot.desk.parts.clock.face, robot.desk.parts.clock.buttons
    assert not face.geometry().intersects(buttons.geometry())
    assert face.digits.width() >= face.digits.sizeHint().width()


@pytest.mark.parametrize("width", [520, 1120, 1280])
def test_an_alert_has_its_own_place(robot, width):
    robot.desk.resize(width, 800)
    robot.desk.parts.alerts.say(
        "gap", "The laptop slept for 12 minutes. Does that time count?", ("Count it", print)
    )
    robot.settles()
    robot.settles()
    alerts, heading = robot.desk.parts.alerts, robot.desk.parts.heading
    assert alerts.mapToGlobal(alerts.rect().bottomLeft()).y() < heading.mapToGlobal(QPoint(0, 0)).y()


def test_a_refusal_goes_away_with_the_next_move(robot):
    robot.goes_to("press")
    for _minute in range(3):
        robot.presses("+")
    assert robot.refusal()
    robot.presses("Space")
    assert robot.refusal() == ""


def test_the_minutes_follow_to_the_newest_entry(robot):
    robot.goes_to("press")
    for number in range(12):
        robot.presses("M")
        robot.types(f"action: Ring the hall, try {number}\n")
        robot.presses("Esc")
    robot.settles()
    bar = robot.desk.parts.feed.verticalScrollBar()
    assert bar.maximum() > 0
    assert bar.value() == bar.maximum()


def test_in_consent_all_is_seen_without_scrolling_on_a_small_laptop(robot):
    robot.desk.resize(1120, 700)
    robot.goes_to("freeze")
    robot.is_asked()
    for key in ("1", "1"):
        robot.presses(key)
    robot.settles()
    robot.settles()
    assert is_whole(robot, robot.button("Take back"))
    assert robot.desk.parts.tools.verticalScrollBar().maximum() == 0


def test_a_round_of_eight_is_seen_whole_on_a_small_laptop(robot):
    robot.desk.resize(1120, 700)
    robot.goes_to("press")
    robot.desk.parts.hands.do(rounds.begin_round, "r", "free")
    robot.settles()
    robot.settles()
    assert all(robot.sees(name) for _organisation, name, _alternate in ORGANISATIONS)
    assert robot.desk.parts.tools.verticalScrollBar().maximum() == 0


def test_writing_a_reason_moves_no_answer(robot):
    """While somebody writes the keys beside the words are longer; where they do not fit none is shown."""
    robot.desk.resize(1120, 700)
    robot.goes_to("freeze")
    robot.is_asked()
    robot.settles()
    keys = robot.desk.parts.tools.tool.keys.values()
    before = [key.geometry() for key in keys]
    robot.presses("3")
    robot.settles()
    assert robot.writes()
    assert [key.geometry() for key in keys] == before


def test_a_card_begins_at_its_top_and_nothing_in_it_is_cut_at_the_side(robot):
    robot.desk.resize(1120, 700)
    robot.goes_to("press")
    for key in ("W", "R"):
        robot.presses(key)
        bar = robot.desk.parts.beside._scroll.verticalScrollBar()
        assert bar.value() == 0
        bar.setValue(bar.maximum())
        robot.presses("Esc")
    robot.presses("R")
    robot.settles()
    card, area = robot.desk.parts.beside.card, robot.desk.parts.beside._scroll.viewport()
    assert card.width() <= area.width()
    robot.clicks("One thing that would make this partnership stronger")
    assert card.purpose.text() == "One thing that would make this partnership stronger"


def test_with_text_twice_as_large_nothing_lies_on_another(robot):
    """A screen of 1920 by 1080 has half as many pixels then."""
    robot.desk.resize(960, 560)
    robot.goes_to("freeze")
    robot.is_asked()
    robot.settles()
    robot.settles()
    parts = robot.desk.parts
    miniature = parts.miniature.mapToGlobal(parts.miniature.rect().bottomLeft()).y()
    assert miniature < parts.notes.mapToGlobal(QPoint(0, 0)).y()
    assert not parts.feed.isVisible(), "the minutes so far give way to what is asked now"
    title, clock = parts.heading, parts.clock.face
    assert clock.mapToGlobal(QPoint(0, 0)).y() < title.mapToGlobal(title.rect().bottomLeft()).y()
    robot.desk.resize(1280, 800)
    robot.settles()
    assert parts.feed.isVisible()


def test_an_open_private_note_never_pushes_the_minutes_over_what_the_call_sees(robot):
    robot.goes_to("freeze")
    robot.presses("I")
    robot.types("Gwen worries about the farms.")
    robot.waits(0.1)
    assert not robot.desk.frame._minutes.isVisible()
    robot.presses("Esc")
    robot.desk.resize(1280, 1000)
    robot.waits(0.1)
    assert robot.desk.frame._minutes.isVisible()


@pytest.mark.parametrize("size", [(1120, 668), (1280, 768)])
def test_no_card_is_wider_than_its_place(robot, size):
    robot.desk.resize(*size)
    robot.goes_to("press")
    beside = robot.desk.parts.beside
    cut = []
    for name in (
        "agenda",
        "attendance",
        "roles",
        "extension",
        "clock",
        "emergency",
        "round",
        "this_round",
        "quarter",
    ):
        if name == "this_round":
            robot.live.do(rounds.begin_round, "r", "free", "What is missing?")
        robot.desk.open_card(name)
        robot.settles()
        if beside._scroll.widget().minimumSizeHint().width() > beside._scroll.viewport().width():
            cut.append(name)
        robot.desk.open_card("")
    assert cut == []


@pytest.mark.parametrize("size", [(1120, 668), (1120, 720), (1280, 768)])
def test_the_minutes_so_far_never_lie_on_what_the_call_sees(robot, size):
    robot.desk.resize(*size)
    robot.goes_to("press")
    frame, miniature = robot.desk.frame, robot.desk.parts.miniature

    def apart():
        for _pass in range(3):
            robot.settles()
            robot.waits(1 / 60)
        return frame._minutes.isHidden() or frame._minutes.geometry().top() > miniature.geometry().bottom()

    assert apart()
    robot.presses("X")
    assert apart(), "the notes say that nothing is written"
    robot.presses("X")
    robot.desk.show_gap(robot.clock.wall - 10 * 60_000, robot.clock.wall)
    assert apart(), "a line at the top takes from the height"


def test_beside_the_tool_whoever_is_looked_for_is_seen(robot):
    robot.desk.resize(1120, 668)
    robot.goes_to("press")
    robot.presses("W")
    assert robot.sees("A line broke")
    robot.types("maj")
    robot.settles()
    robot.settles()
    pill = robot.pill("Maja Horn")
    assert pill.visibleRegion().boundingRect() == pill.rect()
    robot.presses("Enter")
    assert robot.sees("A line broke")
