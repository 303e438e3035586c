"""Notes are kept while one types; lines become actions and topics; the private note stays private."""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextDocument

from coalmeet.store import notes


def kept(book, item="press"):
    with book.reading() as con:
        return notes.read(con, "m").get(item, "")


def writes(robot, words):
    robot.presses("M")
    robot.types(words)


def test_what_is_typed_is_kept_after_a_pause_without_saving(robot, book, qtbot):
    robot.goes_to("press")
    writes(robot, "Rosa: three papers asked us twice.")
    assert kept(book) == ""
    qtbot.waitUntil(lambda: kept(book) == "Rosa: three papers asked us twice.", timeout=3000)
    assert robot.desk.parts.foot.saved() == "Saved 14:00:00"


def test_what_is_typed_is_kept_at_once_when_the_item_changes(robot, book):
    robot.goes_to("press")
    writes(robot, "half a sentence")
    robot.presses("Ctrl+→")  # in the text: word by word
    robot.desk.press("next_item")
    assert kept(book, "press") == "half a sentence"
    assert robot.desk.parts.notes.box.toPlainText() == ""


def test_what_is_typed_is_kept_when_the_window_is_closed(robot, book):
    robot.goes_to("press")
    writes(robot, "last words")
    robot.desk.close()
    assert kept(book) == "last words"


def test_a_line_becomes_an_action_and_stays_as_typed(robot):
    robot.goes_to("press")
    writes(robot, "action: Draft a job description @Rosa Blum by next Friday\n")
    action = robot.meeting.actions[0]
    assert (action.text, action.owner, action.due, action.item) == (
        "Draft a job description",
        "p1d",
        "2026-12-04",
        "press",
    )
    assert (
        robot.desk.parts.notes.box.toPlainText()
        == "action: Draft a job description @Rosa Blum by next Friday\n"
    )
    assert robot.sees("Rosa Blum, by 4 December 2026")


def test_undo_removes_the_action_not_the_line(robot):
    robot.goes_to("press")
    writes(robot, "action: Ask the library\n")
    robot.presses("Esc")
    robot.presses("Ctrl+Z")
    assert robot.meeting.actions == ()
    assert "action: Ask the library" in robot.desk.parts.notes.box.toPlainText()


def test_a_line_that_is_finished_twice_counts_once(robot):
    robot.goes_to("press")
    writes(robot, "parked: who answers at weekends\n")
    robot.types("parked: who answers at weekends\n")
    assert [one.title for one in robot.meeting.parked] == ["who answers at weekends"]


def test_names_complete_after_the_sign(robot):
    robot.goes_to("press")
    writes(robot, "@Yus")
    robot.presses("Tab")
    robot.types("sends the note by Friday\n")
    assert robot.meeting.actions[0].owner == "p2d"


def test_off_the_record_nothing_can_be_typed_and_the_reason_stands_there(robot):
    robot.goes_to("press")
    robot.presses("X")
    assert robot.desk.parts.notes.box.isReadOnly()
    assert robot.desk.parts.notes.private.box.isReadOnly(), "a private note is typed too"
    assert not robot.live.write_note("press", "what nobody should read")
    assert robot.sees("Off the record: nothing is written down.")
    assert robot.desk.parts.heading.words().off_record
    robot.presses("X")
    assert not robot.desk.parts.notes.box.isReadOnly()


def test_off_the_record_the_call_stays_seen_whole(robot):
    robot.goes_to("press")
    robot.presses("X")
    assert robot.desk.parts.notes.box.placeholderText() == "", "nobody is invited to write"
    frame = robot.desk.frame
    assert frame._minutes.geometry().top() > robot.desk.parts.miniature.geometry().bottom()


def test_what_was_typed_just_before_going_off_the_record_is_kept(robot):
    robot.goes_to("press")
    writes(robot, "Rosa asks for time")
    robot.desk.press("off_record")
    assert robot.live.notes["press"] == "Rosa asks for time"


def test_a_private_note_is_kept_and_reaches_no_view(robot, book):
    robot.goes_to("press")
    robot.presses("I")
    robot.types("watch Pavel, he is tired")
    robot.desk.parts.notes.keep()
    with book.reading() as con:
        assert notes.read_private(con, "m")["press"] == "watch Pavel, he is tired"
    assert "tired" not in robot.share.accessibleName()
    assert "tired" not in str(robot.live.view)
    assert kept(book) == ""


def test_only_plain_text_is_pasted(robot):
    robot.goes_to("press")
    paste = QMimeData()
    paste.setHtml("<b>bold</b> <img src='file:///etc/passwd'>words")
    paste.setText("bold words")
    box = robot.desk.parts.notes.box
    box.insertFromMimeData(paste)
    assert box.toPlainText() == "bold words"
    document: QTextDocument = box.document()
    assert "font-weight" not in document.toHtml().split("<body")[1].split(">", 1)[1]


def test_the_feed_tells_what_the_minutes_have(robot):
    robot.goes_to("press")
    writes(robot, "action: Draft a job description @Rosa Blum\nparked: weekends\n")
    assert [(one.kind, one.text) for one in robot.desk.parts.feed.lines()] == [
        ("Action", "Draft a job description"),
        ("Parked", "weekends"),
    ]


def test_a_private_note_in_which_nothing_is_written_gives_its_room_back(robot):
    robot.goes_to("press")
    private = robot.desk.parts.notes.private
    robot.presses("I")
    assert private.isVisible()
    robot.presses("Esc")
    assert not private.isVisible()
    robot.presses("I")
    robot.types("watch Pavel")
    robot.presses("Esc")
    assert private.isVisible()
    minutes = robot.desk.frame._minutes
    picture = robot.desk.parts.miniature
    assert (
        minutes.isHidden()
        or minutes.mapTo(robot.desk, minutes.rect().topLeft()).y()
        >= picture.mapTo(robot.desk, picture.rect().bottomLeft()).y()
    ), "what the call sees is not written over"
