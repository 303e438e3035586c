"""Keys act while nobody writes, or with Ctrl; each has one meaning at a time, and F1 lists them."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from ui import shortcuts


def press(key, held=Qt.KeyboardModifier.NoModifier, text=""):
    return QKeyEvent(QEvent.Type.KeyPress, key, held, text)


def test_nothing_fires_while_notes_are_typed(robot):
    robot.goes_to("press")
    robot.presses("M")
    before = len(robot.live.moves)
    robot.types("Kofi: no news, but 1 or 2 ideas (next week?) = fine")
    assert len(robot.live.moves) == before
    assert robot.desk.parts.notes.box.toPlainText().endswith("fine")


def test_with_ctrl_a_key_acts_while_one_writes(robot):
    robot.goes_to("press")
    robot.presses("R")
    robot.presses("Enter")
    robot.presses("M")
    robot.presses("Ctrl+N")
    assert robot.meeting.round.heard
    assert robot.writes(), "and the notes keep the focus"


def test_ctrl_and_an_arrow_moves_in_the_text_not_in_the_agenda(robot):
    robot.goes_to("press")
    robot.presses("M")
    robot.types("two words")
    robot.presses("Ctrl+→")
    assert robot.current.id == "press"
    robot.presses("Ctrl+Z")
    assert robot.current.id == "press", "Ctrl+Z belongs to the text, too"


def test_escape_leaves_the_field_and_then_the_keys_act(robot):
    robot.goes_to("press")
    robot.presses("M")
    robot.presses("Esc")
    robot.presses("Space")
    assert robot.current.paused
    robot.presses("Space")
    assert not robot.current.paused


def test_a_clicked_button_does_not_swallow_the_next_space(robot):
    robot.goes_to("press")
    robot.clicks("+1")
    minutes = robot.current.minutes
    robot.presses("Space")
    assert robot.current.paused
    assert robot.current.minutes == minutes


def test_a_field_that_goes_away_leaves_the_keys_to_the_desk(robot):
    robot.goes_to("temperature")
    robot.presses("Enter")
    for word in range(8):
        robot.gives_word(f"word {word}")
    assert not robot.writes()
    robot.presses("Space")
    assert robot.current.paused


def test_enter_is_the_large_button_and_space_the_one_with_the_focus(robot):
    robot.goes_to("press")
    robot.button("Hold").setFocus()
    robot.presses("Space")
    assert robot.live.holding
    robot.presses("Enter")
    assert robot.live.holding, "Enter let go of nothing"
    assert robot.meeting.item("press").outcome, "it went on to the next item"


def test_a_button_that_goes_away_leaves_the_keys_to_the_desk(robot):
    robot.goes_to("press")
    robot.presses("R")
    robot.presses("Enter")
    robot.button("Come back to Amina").setFocus()
    robot.presses("N")
    assert robot.focus() is robot.desk


def test_a_button_that_is_locked_leaves_the_keys_to_the_desk(robot):
    robot.everybody_comes()
    robot.desk.parts.actions.large.setFocus()
    robot.presses("Ctrl+Z")
    robot.presses("Ctrl+Z")
    assert not robot.desk.parts.actions.large.isEnabled()
    assert robot.focus() is robot.desk


def test_the_desk_has_the_keys_at_the_start(robot):
    assert robot.focus() is robot.desk


def test_f1_opens_the_sheet_beside_and_the_meeting_goes_on(robot):
    robot.goes_to("press")
    robot.presses("F1")
    assert robot.desk.parts.beside.name == "keys"
    assert robot.sees("pause and go on")
    robot.presses("Space")
    assert robot.current.paused
    robot.presses("Esc")
    assert robot.desk.parts.beside.name == ""


def test_every_line_of_the_sheet_has_a_key():
    for _heading, lines in shortcuts.sheet():
        assert lines
        assert all(key and words for key, words in lines)


def test_keys_of_writing_are_left_to_the_text(qapp):
    for key in (Qt.Key.Key_A, Qt.Key.Key_C, Qt.Key.Key_V, Qt.Key.Key_X, Qt.Key.Key_Z, Qt.Key.Key_Y):
        verbs = shortcuts.verbs_of(press(key, Qt.KeyboardModifier.ControlModifier), writing=True)
        assert verbs == (), key
    assert shortcuts.verbs_of(press(Qt.Key.Key_N, text="n"), writing=True) == ()


def test_a_keypad_means_the_same(qapp):
    keypad = press(Qt.Key.Key_1, Qt.KeyboardModifier.KeypadModifier, "1")
    assert "answer_consent" in shortcuts.verbs_of(keypad, writing=False)
    assert (
        shortcuts.verbs_of(press(Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier), writing=False)[0]
        == "primary"
    )


def test_buttons_show_the_key_that_presses_them(robot):
    robot.goes_to("freeze")
    robot.presses("Enter")
    robot.presses("F")
    for code, key in (("Consent", "1"), ("With a concern", "2"), ("Objection", "3"), ("Stands aside", "4")):
        assert robot.button(code).accessibleDescription() == key


def test_while_a_word_is_written_the_buttons_show_the_keys_that_work(robot):
    robot.goes_to("temperature")
    robot.presses("Enter")
    robot.settles()
    assert robot.writes()
    assert robot.button("Passes").accessibleDescription() == "Ctrl+P"
    robot.presses("Ctrl+P")
    assert robot.button("Passes").accessibleDescription() == "Ctrl+P", "the next one is asked in the same way"
    robot.presses("Esc")
    assert robot.button("Passes").accessibleDescription() == "P"
    robot.presses("P")
    assert len(robot.meeting.round.passed) == 2


def test_tab_goes_through_the_tool_first_then_to_the_notes_then_to_the_rest(robot):
    robot.goes_to("press")
    met = []
    for _press in range(40):
        robot.presses("Tab")
        met.append(robot.focus())
    parts, frame = robot.desk.parts, robot.desk.frame
    assert parts.tools.isAncestorOf(met[0])
    places = [
        met.index(parts.actions.large),
        met.index(parts.notes.box),
        met.index(frame.hold),
        met.index(frame.blank),
    ]
    assert places == sorted(places)


def test_at_the_opening_tab_reaches_the_people_first_and_enter_begins(robot):
    robot.presses("Tab")
    robot.presses("Tab")
    robot.presses("Space")
    assert robot.meeting.present_people
    robot.presses("Enter")
    assert robot.current.id == "opening"


def test_the_next_item_is_one_key_away_wherever_the_focus_is(robot):
    """Qt's own buttons would move the focus at Ctrl and an arrow."""
    robot.arrive("Kofi Owusu")
    robot.presses("Enter")
    robot.pill("Kofi Owusu").setFocus()
    robot.presses("Ctrl+→")
    assert robot.current.id == "temperature"
    robot.button("To the closing").setFocus()
    robot.presses("Ctrl+→")
    assert robot.current.id == "plan"
    robot.presses("Tab")
    robot.desk.parts.tools.tool._rows["w1"].setFocus()
    robot.presses("Ctrl+→")
    assert robot.current.id == "freeze"


def test_a_text_that_is_being_written_is_kept_when_the_meeting_goes_on(robot):
    robot.goes_to("freeze")
    robot.presses("Enter")
    robot.presses("D")
    robot.focus().selectAll()
    robot.types("We begin on 1 April.")
    robot.desk.press("next_item")
    assert robot.meeting.proposals[-1].text == "We begin on 1 April."
