"""At the wide desk words stand whole where there is room for them, and nothing moves while somebody writes."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint

from coalmeet.meeting.moves import closing, flow, rounds
from tests.ui.desk.conftest import plan
from tests.ui.desk.test_desk_layout import is_whole
from ui import theme
from ui.desk.feed import FeedLine
from ui.desk.stretch_words import said_in, title_font
from ui.widgets.labels import OneLine, Wrapped
from ui.widgets.lines import width_of

TITLE = "One reply to the corridor plan"


def place(widget):
    return widget.mapToGlobal(QPoint(0, 0))


def cut(widget):
    """The words below a widget that end in … because they have no room."""
    short = [one for one in widget.findChildren(OneLine) if one.isVisible()]
    long = [one for one in widget.findChildren(Wrapped) if one.isVisible()]
    return [one.text() for one in short if one.sizeHint().width() > one.width() + 1] + [
        one.text() for one in long if any(line.endswith("…") for line in one._lines(one.width()))
    ]


def leave_the_others_for_later(robot):
    for item in robot.meeting.items:
        if not item.outcome and not item.running:
            robot.live.do(flow.settle_item, item.id, "postponed", "")


def test_a_title_in_the_afternoon_takes_a_second_line_before_it_is_cut(qapp):
    letters = title_font(now=False)
    width = width_of(TITLE, letters) * 0.7
    low, middle, tall = (
        said_in(TITLE, "18 min, decision", "18 min", letters, width, theme.px(height))
        for height in (30, 44, 70)
    )
    assert len(low.title) == 1 and low.title[0].endswith("…")
    assert " ".join(middle.title) == TITLE
    assert (" ".join(tall.title), tall.below) == (TITLE, ("18 min, decision",))


def test_the_afternoon_says_what_was_used_beside_what_was_planned(robot):
    robot.goes_to("press")
    robot.waits(24)
    running = next(one for one in robot.desk.parts.afternoon._picture.stretches if one.kind == "now")
    assert (running.detail, running.late) == ("24 of 20 min", True)
    robot.presses("Ctrl+→")
    past = next(one for one in robot.desk.parts.afternoon._picture.stretches if one.item == "press")
    assert past.detail.startswith("24 of 20 min")


@pytest.mark.parametrize("size", [(1120, 668), (1280, 800)])
def test_the_minutes_never_begin_in_the_middle_of_an_entry(robot, size):
    robot.desk.resize(*size)
    robot.goes_to("press")
    robot.desk.parts.notes.box.setFocus()
    for number in range(9):
        robot.types(f"action: Ask neighbour {number} what they would need @Rosa Blum ")
        robot.presses("Enter")
    robot.settles()
    robot.settles()
    feed = robot.desk.parts.feed
    top = feed.verticalScrollBar().value()
    assert top > 0
    assert top in [one.y() for one in feed.findChildren(FeedLine)]


def test_nothing_moves_while_somebody_writes(robot):
    robot.desk.resize(1280, 800)
    robot.goes_to("press")
    robot.settles()
    before = [place(robot.button(words)) for words in ("Next item", "A round", "Decide on it")]
    robot.desk.parts.notes.box.setFocus()
    robot.settles()
    robot.settles()
    assert [place(robot.button(words)) for words in ("Next item", "A round", "Decide on it")] == before


def test_who_waits_in_a_round_stands_whole_with_their_organisation(robot):
    robot.desk.resize(1280, 800)
    robot.goes_to("press")
    robot.presses("R")
    robot.presses("Enter")
    robot.settles()
    assert robot.tool == "round"
    assert not cut(robot.desk.parts.tools.tool.turns)


def test_organisations_stand_whole_beside_their_people(robot):
    robot.desk.resize(1280, 800)
    robot.settles()
    assert not cut(robot.desk.parts.tools.tool)


def test_who_facilitates_is_said_once_at_the_wide_desk(desk_of):
    robot = desk_of(note_taker="")
    robot.desk.resize(1280, 800)
    robot.settles()
    assert "Amina Diallo facilitates." not in robot.texts()
    assert robot.desk.parts.top.leads.text().endswith("facilitates")


def test_while_a_text_is_changed_it_has_the_room_of_the_lesser_verbs(robot):
    robot.desk.resize(1280, 800)
    robot.goes_to("freeze")
    robot.presses("Enter")
    robot.presses("D")
    robot.settles()
    assert robot.desk.parts.tools.verticalScrollBar().maximum() == 0
    assert not robot.sees("Ask for consent now")
    robot.presses("Esc")
    robot.clicks("Leave it as it was")
    assert robot.sees("Ask for consent now")


def test_the_last_item_is_ended_by_name(robot):
    robot.goes_to("press")
    leave_the_others_for_later(robot)
    robot.settles()
    assert robot.desk.parts.clock.buttons.next.text() == "End this item"


def test_the_question_for_open_items_goes_once_none_is_open(robot):
    robot.goes_to("press")
    robot.waits(80)
    assert any("Still open" in words for words in robot.desk.parts.alerts.words())
    leave_the_others_for_later(robot)
    robot.waits(1)
    assert not any("Still open" in words for words in robot.desk.parts.alerts.words())


def test_once_the_words_are_given_the_facilitator_thanks_for_them(robot):
    robot.goes_to("temperature")
    robot.live.do(rounds.begin_round, "words", "temperature")
    robot.live.do(rounds.give_word, "p0d", "hopeful")
    robot.live.do(rounds.end_round)
    assert robot.desk.parts.say.text() == "Thank you all. Now we know how we are here today."


def test_after_the_close_the_desk_says_what_the_meeting_made(robot):
    robot.goes_to("press")
    robot.presses("M")
    robot.types("action: Ring the hall @Rosa Blum\n")
    robot.live.do(closing.agree_next_meeting, "2026-12-17")
    leave_the_others_for_later(robot)
    robot.live.do(flow.close_meeting)
    robot.settles()
    assert robot.tool == "closed"
    assert robot.sees("1 new action")
    assert robot.sees("Next meeting: 17 December 2026")
    assert not robot.sees("may still give")
    assert robot.desk.frame.ends.text().startswith("ended ")


def test_a_charter_with_two_answers_leaves_no_gap_between_them(robot):
    robot.goes_to("freeze")
    robot.is_asked()
    tool = robot.desk.parts.tools.tool
    for code in ("concern", "aside"):
        tool.keys[code].hide()
    robot.settles()
    robot.settles()
    consent, objection = tool.keys["consent"], tool.keys["objection"]
    assert objection.x() - (consent.x() + consent.width()) == theme.px(8)


def test_whoever_is_next_in_a_round_is_read_whole_however_long_the_name(desk_of):
    long = "María José Sánchez-Ortega de la Fuente y Villanueva"
    people = tuple(replace(one, name=long) if one.person == "p1d" else one for one in plan().people)
    robot = desk_of(people=people)
    robot.desk.resize(1280, 800)
    robot.everybody_comes()
    robot.goes_to("press")
    robot.presses("R")
    robot.presses("Enter")
    turns = robot.desk.parts.tools.tool.turns
    for _turn in range(8):
        if turns.words().turns[1].name == long:
            break
        robot.presses("N")
    robot.settles()
    assert turns.words().turns[1].name == long
    assert long not in cut(turns)


def test_while_people_speak_in_turn_what_has_not_come_out_yet_needs_no_room(robot):
    robot.goes_to("press")
    assert robot.sees("What came out of it")
    robot.presses("Q")
    robot.settles()
    assert not robot.sees("What came out of it")
    robot.presses("Esc")
    robot.presses("M")
    robot.types("action: Ring the hall @Rosa Blum\n")
    robot.settles()
    assert robot.sees("What came out of it")


def test_a_large_window_shows_the_call_and_long_names_larger(robot):
    robot.desk.resize(1280, 800)
    robot.settles()
    before = robot.desk.parts.miniature.width()
    robot.desk.resize(1680, 1000)
    robot.settles()
    assert robot.desk.parts.miniature.width() > before
    assert not cut(robot.desk.parts.tools.tool)


def test_beside_an_open_card_the_endings_of_an_objection_stay_in_sight(robot):
    robot.desk.resize(1120, 700)
    robot.goes_to("freeze")
    robot.is_asked()
    robot.presses("3")
    robot.presses("Enter")
    robot.presses("S")
    robot.settles()
    bench = robot.desk.parts.tools.tool
    assert place(bench.repairs).y() < place(bench.endings["accepted"]).y(), "beside the sentences"
    robot.presses("U")
    robot.settles()
    robot.settles()
    assert robot.desk.parts.beside.name == "ways_out"
    assert all(is_whole(robot, ending) for ending in bench.endings.values())
    assert place(bench.repairs).y() >= place(bench.endings["accepted"]).y(), "no row of its own above them"
