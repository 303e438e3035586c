"""The desk beside a call: whoever speaks or answers is in sight, nothing scrolls sideways, what is said is whole."""

import pytest
from PySide6.QtCore import QPoint, QRect

from coalmeet.meeting.events import AgendaEntry, DecisionKind
from coalmeet.meeting.moves import flow
from ui import theme
from ui.desk.place_label import PlaceLabel
from ui.desk.turns_card import Turn, turn_row
from ui.widgets import lines
from ui.widgets.card import Card
from ui.widgets.labels import OneLine, Wrapped

SIZES = [(480, 760), (640, 700)]
LONG = "stretched, but glad that we are so many today, and that all of us still come"


def is_in_sight(robot, part):
    area = robot.desk.parts.tools.viewport()
    seen = QRect(area.mapToGlobal(QPoint(0, 0)), area.size())
    return seen.contains(QRect(part.mapToGlobal(QPoint(0, 0)), part.size()))


def scrolls_sideways(robot):
    tools = robot.desk.parts.tools
    return tools.widget().width() > tools.viewport().width()


@pytest.fixture
def deciding(desk_of):
    """A desk at a decision on a text of half a page."""
    text = "We ask the city for a two-year rent freeze in every house that it owns. " * 8
    robot = desk_of(agenda=(AgendaEntry("freeze", "Rent freeze", "decision", 25, proposal=text),))
    robot.goes_to("freeze")
    return robot


@pytest.mark.parametrize("size", SIZES)
def test_whoever_speaks_in_a_round_about_a_text_is_in_sight(deciding, size):
    robot = deciding
    robot.desk.resize(*size)
    for _step in ("the draft is on the table", "questions", "reactions, in a round"):
        robot.presses("Enter")
    robot.presses("N")
    robot.settles()
    turns = robot.desk.parts.tools.tool.turns
    assert is_in_sight(robot, turns.findChild(Card))


@pytest.mark.parametrize("size", SIZES)
def test_in_a_vote_the_answers_are_in_sight(desk_of, size):
    money = AgendaEntry("money", "Money", "decision", 20, kind="Budget", proposal="We spend 900. " * 20)
    robot = desk_of(agenda=(money,), kinds=(DecisionKind("k1", "Budget", "two_thirds"),))
    robot.desk.resize(*size)
    robot.goes_to("money")
    robot.is_asked()
    robot.presses("1")
    robot.settles()
    assert all(is_in_sight(robot, key) for key in robot.desk.parts.tools.tool.keys.values())


@pytest.mark.parametrize("size", SIZES)
def test_a_long_word_of_somebody_with_a_long_name_makes_nothing_scroll_sideways(robot, size):
    robot.desk.resize(*size)
    robot.goes_to("temperature")
    robot.presses("Enter")
    for word in ("glad", LONG, "tired"):
        robot.gives_word(word)
    robot.settles()
    assert robot.sees(LONG)
    assert not scrolls_sideways(robot)


@pytest.mark.parametrize("size", SIZES)
def test_a_text_is_changed_without_scrolling_sideways(deciding, size):
    robot = deciding
    robot.desk.resize(*size)
    robot.presses("Enter")
    robot.presses("D")
    robot.settles()
    assert not scrolls_sideways(robot)
    assert is_in_sight(robot, robot.desk.parts.tools.tool.card.box)


def test_the_place_in_the_agenda_is_shown_whole_or_not_at_all(qtbot):
    place = PlaceLabel()
    qtbot.addWidget(place)
    place.show_place("Item 3 of 10, presented by Amina Okafor", "Item 3 of 10")
    shown = []
    for width in (400, 200, 100, 60):
        place.resize(width, 20)
        shown.append(place.shown())
    whole = "Item 3 of 10, presented by Amina Okafor"
    assert shown == [whole, whole, "Item 3 of 10", ""]
    assert place.text() == whole, "readers hear all of it"


def test_at_the_opening_people_come_before_the_clock(robot):
    robot.desk.resize(640, 700)
    robot.settles()
    assert is_in_sight(robot, robot.desk.parts.tools.tool.attendance.pills()[0])
    assert robot.desk.parts.tools.height() > robot.desk.height() / 3


def test_in_a_flat_window_the_title_has_its_line_and_what_helps_now_stands_beside_the_large_button(desk_of):
    opening = AgendaEntry("opening", "Opening", minutes=5, built_in="opening")
    robot = desk_of(agenda=(opening, AgendaEntry("press", "Shared press officer", "discussion", 20)))
    robot.desk.resize(640, 560)
    robot.settles()
    parts = robot.desk.parts
    assert parts.foot.isAncestorOf(parts.top.tag)
    everybody = robot.button("All delegates are here")
    assert parts.actions.isAncestorOf(everybody)
    assert everybody.visibleRegion().boundingRect().size() == everybody.size()
    assert robot.sees("Nobody is noted as here yet.")
    robot.goes_to("press")
    robot.settles()
    robot.presses("R")
    robot.types("What would we ask of one?")
    robot.presses("Ctrl+Enter")
    robot.settles()
    assert parts.tools.height() > robot.desk.height() / 4, "what has no room beside it scrolls with the tool"


def test_off_the_record_and_what_the_call_sees_are_both_said_whole(robot):
    robot.desk.resize(480, 760)
    robot.goes_to("press")
    robot.live.rehearsal = True  # which the pill says as well
    robot.presses("X")
    robot.settles()
    assert robot.current.is_off_record
    tag = robot.desk.parts.top.tag
    assert tag.width() >= tag.sizeHint().width()


def test_the_next_day_is_read_whole_beside_a_call(robot):
    robot.desk.resize(480, 760)
    robot.goes_to("closing")
    robot.settles()
    card = robot.desk.parts.tools.tool.next_meeting
    card.day.show_day("2026-12-24")
    robot.settles()
    assert card.day.width() >= lines.width_of(card.day.text(), card.day.font()) + 28


def test_an_objection_is_read_beside_a_call(robot):
    robot.desk.resize(480, 760)
    robot.goes_to("freeze")
    robot.is_asked()
    robot.presses("3")
    robot.types("As it stands, small members are left out.")
    robot.presses("Enter")
    robot.presses("S")
    robot.settles()
    card = next(iter(robot.desk.parts.tools.tool._cards.values()))
    assert card.reason.width() >= lines.width_of(card.reason.text(), card.reason.font()) + 28


def test_alerts_come_one_after_the_other_and_leave_the_large_button_whole(deciding):
    robot = deciding
    robot.desk.resize(480, 760)
    alerts, large = robot.desk.parts.alerts, robot.desk.parts.actions.large
    robot.presses("Enter")
    alerts.say(
        "one",
        "The line of Luca Ferri broke. What was said stays; they are asked again.",
        ("Back", robot.settles),
    )
    alerts.say(
        "two", "An entry was corrected: the decision on “The van” is provisional.", ("Stands", robot.settles)
    )
    robot.settles()
    robot.settles()
    assert not robot.sees("The line of Luca Ferri broke.")
    assert robot.sees("1 more")
    assert large.height() == large.sizeHint().height()
    assert robot.desk.parts.tools.height() > robot.desk.height() / 5
    robot.clicks("Stands")
    assert robot.sees("The line of Luca Ferri broke.")
    assert not robot.sees("1 more")


def test_beside_a_call_a_title_is_not_broken_by_what_the_call_sees(robot):
    robot.desk.resize(480, 760)
    robot.live.rehearsal = True
    heading = robot.desk.parts.heading
    robot.goes_to("press")
    robot.live.do(flow.end_item, "noted")
    robot.settles()
    robot.waits(1 / 60)
    assert robot.sees("Between two items")
    assert len(heading._narrow._lines(heading._narrow.width())) == 1


def test_the_day_on_which_it_goes_on_is_read_whole_beside_a_call(robot):
    robot.desk.resize(480, 760)
    robot.goes_to("press")
    robot.presses("Shift+End")
    robot.types("27 November 2026")
    robot.presses("Ctrl+Enter")
    robot.settles()
    day = robot.desk.parts.tools.tool._time
    assert not [line for line in day._lines(day.width()) if "…" in line]


def test_a_private_note_is_whole_on_a_small_screen_with_large_letters(robot):
    robot.desk.setMinimumSize(1, 1)
    robot.desk.resize(690, 368)  # as much as a laptop has where text is twice as large
    robot.goes_to("press")
    robot.presses("I")
    robot.settles()
    box = robot.desk.parts.notes.private.box
    assert box.visibleRegion().boundingRect().size() == box.size()


def test_answers_that_are_asked_for_come_into_sight_beside_a_call(deciding):
    robot = deciding
    robot.desk.resize(480, 760)
    robot.is_asked()
    for key in ("1", "2", "1"):
        robot.presses(key)
    robot.presses("A")
    robot.settles()
    said = next(one for one in robot.desk.findChildren(Wrapped) if "Consent with a concern" in one.text())
    assert is_in_sight(robot, said)


def test_whoever_speaks_has_a_whole_name_beside_a_call(qtbot):
    shown = turn_row(Turn("Dragan Sánchez-Ortega de la Fuente", "Care Workers 7", "DF", "now"), narrow=True)
    qtbot.addWidget(shown)
    shown.resize(390, shown.sizeHint().height())
    shown.show()
    assert all(one.width() >= one.sizeHint().width() for one in shown.findChildren(OneLine))


@pytest.mark.parametrize("size", [(480, 760), (640, 560)])
def test_the_clock_stays_where_it_stands_whatever_it_says(robot, size):
    robot.desk.resize(*size)
    robot.goes_to("press")
    digits = robot.desk.parts.clock.face.digits
    places = set()
    for change in (lambda: robot.presses("Space"), lambda: robot.presses("Space"), lambda: robot.waits(30)):
        robot.settles()
        places.add(digits.mapTo(robot.desk, QPoint(0, 0)).x())
        change()
    robot.settles()
    places.add(digits.mapTo(robot.desk, QPoint(0, 0)).x())
    assert len(places) == 1


def test_the_sentence_keeps_its_letters_when_it_moves_into_what_scrolls(robot):
    robot.desk.resize(480, 760)
    robot.settles()
    words = robot.desk.parts.say._words
    before = words.font().pixelSize()
    robot.desk.resize(480, 560)
    robot.settles()
    assert robot.desk.parts.tools.isAncestorOf(words)
    assert words.font().pixelSize() == before


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_of_notes_beside_a_call_one_line_is_seen_and_no_half_of_the_next(robot, qapp, scale):
    robot.desk.resize(480, 760)
    robot.goes_to("press")
    robot.presses("M")
    robot.types(
        "We heard where things stand. Two members asked for the figures in writing, and one for a map."
    )
    robot.presses("Esc")
    try:
        theme.apply(qapp, mode="light", text_scale=scale)
        box = robot.desk.parts.notes.box
        box.set_small(True)
        robot.settles()
        line = box.fontMetrics().lineSpacing()
        assert line <= box.viewport().height() < box.document().documentMargin() + 1.2 * line
    finally:
        theme.apply(qapp, mode="light")
