"""The whole program: from an empty screen into the sample meeting, files opened, refused and dropped."""

import json
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from coalmeet.store import file, meetings, people
from ui import crash
from ui.app import App, _drop
from ui.settings import Settings


@pytest.fixture
def app(qtbot, clock, tmp_path, monkeypatch, dressed):
    # The sample goes into the user's own data folder: here that is the test's.
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    program = App(Settings(tmp_path / "settings.json"), clock)
    qtbot.addWidget(program.window)
    program.start()
    qtbot.waitUntil(lambda: not program.warming.isRunning(), timeout=20_000)
    yield program
    program.close()


def names(app) -> list[str]:
    return [one.name for one in app.book.read(people.organisations)]


def test_from_empty_to_a_running_sample_meeting_in_two_clicks(qtbot, app):
    app.window.welcome.look.click()
    start = app.window.pages["start"]
    assert len(names(app)) == 8
    start.card.start.click()
    assert app.room.is_busy
    assert app.room.desk.isVisible()
    assert app.room.share.isVisible()
    assert not app.window.isVisible()
    meeting = app.room.live.meeting_id
    app.room.desk.close()
    assert not app.room.is_busy
    assert app.window.isVisible()
    assert app.book.read(meetings.row, meeting).state == "running"
    assert start.card.start.text() == "Go on with the meeting"
    start.card.start.click()
    assert app.room.live.meeting_id == meeting


def test_a_rehearsal_leaves_the_file_as_it_was(app):
    app.open_sample()
    before = app.book.path.read_bytes()
    app.window.pages["start"].card.practise.click()
    assert app.room.live.rehearsal
    app.room.desk.close()
    assert app.book.path.read_bytes() == before
    assert app.window.isVisible()


def test_a_new_coalition_has_its_members_and_its_first_meeting(app, tmp_path):
    app.window.welcome.start.click()
    form = app.window.found
    form._folder = tmp_path / "new folder"
    form.name.setText("Harbour Quarter")
    form.members.setPlainText("Harbour Choir\nNight Bus Riders")
    form.day.setText("3.12.2026")
    form.day.editingFinished.emit()
    form.create_button.click()
    assert names(app) == ["Harbour Choir", "Night Bus Riders"]
    assert app.book.read(meetings.meetings)[0].date.isoformat() == "2026-12-03"
    assert app.window.windowTitle() == "Harbour Quarter – Coalmeet"
    assert app.settings.recent == (app.book.path,)


def test_a_file_that_is_not_ours_is_refused_with_a_sentence(app, tmp_path):
    path = tmp_path / "poem.coalmeet"
    path.write_text("Roses are red")
    app.open(path)
    assert app.book is None
    assert "poem.coalmeet" in app.window.welcome.refusal.text()


def test_a_file_that_is_in_use_names_the_holder_and_can_be_read(app, opened):
    app.open(opened.path)
    done = app.window.welcome.done
    assert "already open for writing in another window" in done.text()
    done.way.click()
    assert app.book.read_only
    assert app.window.navigation._saved.text() == "Open for reading only"


def test_what_is_saved_is_said_with_the_second(app):
    app.open_sample()
    app.book.edit("Rename", "person", "p1", name="Rui Falk")
    assert app.window.navigation._saved.text().startswith("Saved ")
    second = app.window.navigation._saved.text()[-2:]
    assert second == f"{app.book.now().wall // 1000 % 60:02d}"


def test_every_page_has_its_key(app):
    app.open_sample()
    app.window.activateWindow()
    for number, page in enumerate(
        ("start", "meetings", "prepare", "members", "rotation", "decisions"), start=1
    ):
        QTest.keyClick(app.window, Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.ControlModifier)
        assert app.window.page is app.window.pages[page]


def test_ctrl_z_takes_back_a_gesture_of_another_page(app):
    app.open_sample()
    app.window.show_page("members")
    before = names(app)
    app.window.pages["members"].add()
    assert len(names(app)) == len(before) + 1
    app.window.show_page("start")
    app.window.asked.emit("take_back", "")
    assert names(app) == before
    assert app.window.page.done.text() == "Taken back: Add a member"


def test_what_was_taken_back_is_said_until_something_else_is_done(app):
    app.open_sample()
    app.window.show_page("members")
    app.window.pages["members"].add()
    app.window.page.take_back()
    assert app.window.page.done.text() == "Taken back: Add a member"
    app.window.pages["members"].add()
    assert app.window.page.done.text() == ""


def test_a_bug_is_reported_without_a_word_of_the_meeting_in_which_it_was_met(app, qtbot, monkeypatch):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)  # put back when the test is over
    watching = crash.watch(lambda: app.window)
    app.open_sample()
    app.window.show_page("prepare")
    page = app.window.page
    item = next(one for one in page.items if one.label == "decision")
    app.book.edit("Name it", "item", item.id, title="Zebrafink")
    titles = {one.title: one for one in page.items if one.title == "Zebrafink"}
    monkeypatch.setattr(page, "add", lambda: titles["Zebrafink", titles["Zebrafink"].title])
    with pytest.raises(KeyError, match="Zebrafink") as bug:
        page.add()
    watching.hook(bug.type, bug.value, bug.tb)
    qtbot.waitUntil(lambda: watching.dialog is not None)
    watching.dialog.copy_report()
    copied = QGuiApplication.clipboard().text()
    assert "builtins.KeyError" in copied
    assert "Zebrafink" not in copied
    assert item.title not in copied
    watching.dialog.close()


def test_dropped_files_go_where_they_belong(qtbot, app, tmp_path):
    record = {"format": "coalmeet.meeting", "version": 1, "date": "2026-01-02", "agenda": []}
    path, members = tmp_path / "old.json", tmp_path / "list.csv"
    path.write_text(json.dumps(record))
    members.write_text("Organisation\nRowing Club\n")
    _drop(app, [str(path)])
    assert app.window.welcome.refusal.text().startswith("Open a coalition first")
    app.open_sample()
    _drop(app, [str(path)])
    page = app.window.pages["meetings"]
    qtbot.waitUntil(lambda: page._bringing is None)
    assert "2026-01-02" in [row.date.isoformat() for row in page._rows]
    _drop(app, [str(members)])
    assert app.window.page is app.window.pages["members"]
    assert app.window.page.part._beside.currentWidget() is app.window.page.part.incoming


def test_an_agenda_as_text_is_read_beside_the_agenda_of_the_next_meeting(app, tmp_path):
    words = tmp_path / "Agenda.TXT"
    words.write_bytes("1. Welcome (5 min)\n2. Budget for the fête – decision, 20 min\n".encode("cp1252"))
    app.open_sample()
    _drop(app, [str(words)])
    part = app.window.page.part
    assert app.window.page is app.window.pages["prepare"]
    assert part._beside.currentWidget() is part.pasting
    assert [item.title for item in part.pasting._pasted.items] == ["Welcome", "Budget for the fête"]


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (("photo.png",), "“photo.png” is none of what can be dropped here"),
        (("a.json", "list.csv"), "of several kinds"),
        (("one.csv", "two.csv"), "one at a time"),
        (("papers",), "is a folder"),
        (("noise.txt",), "noise.txt: this is no agenda as text"),
    ],
)
def test_what_cannot_be_brought_in_is_named_and_changes_nothing(app, tmp_path, names, said):
    (tmp_path / "papers").mkdir()
    (tmp_path / "noise.txt").write_bytes(b"a\0b")
    app.open_sample()
    before = app.window.page
    _drop(app, [str(tmp_path / name) for name in names])
    assert said in app.window.page.refusal.text()
    assert app.window.page is before
    assert not app.book.take_back()


@pytest.mark.parametrize("where", ["title", "day", "private note", "list"])
def test_a_file_dropped_on_a_field_is_brought_in_and_not_spelled_out(app, tmp_path, where):
    app.open_sample()
    app.window.show_page("prepare")
    part = app.window.page.part
    field = {
        "title": part.meeting.title,
        "day": part.meeting.day,
        "private note": part.item.private.viewport(),
        "list": part.list.viewport(),
    }[where]
    words = tmp_path / "agenda.md"
    words.write_text("1. Welcome (5 min)\n")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(words))])
    drop(field, data)
    assert part.pasting.text.toPlainText() == "1. Welcome (5 min)\n"
    assert (part.meeting.title.text(), part.item.private.toPlainText()) == (
        "Our reply to the corridor plan",
        "",
    )


def test_words_may_still_be_dropped_on_a_field(app):
    app.open_sample()
    app.window.show_page("prepare")
    data = QMimeData()
    data.setText("Amina")
    drop(app.window.page.part.item.title, data)
    assert app.window.page.part.item.title.text() == "Amina"


def drop(field, data):
    none, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    QApplication.sendEvent(field, QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, left, none))
    QApplication.sendEvent(field, QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, left, none))


def test_another_file_takes_the_place_of_the_first(app, tmp_path, clock):
    app.open_sample()
    first = app.book
    file.create(tmp_path / "b.coalmeet", "Second", now=clock().wall).close()
    app.open(tmp_path / "b.coalmeet")
    assert app.book.coalition().name == "Second"
    file.open_to_write(first.path).close()  # the first is let go of


def test_nothing_runs_on_when_the_window_is_closed(app):
    app.open_sample()
    path = app.book.path
    app.window.close()
    assert app.book is None
    file.open_to_write(Path(path)).close()


def test_what_waits_leads_to_its_page(app):
    app.open_sample()
    start = app.window.pages["start"]
    kinds = {one.kind: one for one in start._waiting.values()}
    start._open_waiting(kinds["review"].id)
    assert app.window.page is app.window.pages["decisions"]
    assert app.window.page.list.current() == kinds["review"].id
    start._open_waiting(kinds["overdue"].id)
    assert app.window.page is app.window.pages["meetings"]
    assert app.window.page.part.list.current() == kinds["overdue"].meeting


def test_a_retrospective_that_comes_round_leads_to_the_agenda(app):
    app.open_sample()
    app.window.go("agreement", "")
    app.window.page.rhythm.months._number.setValue(3)
    app.window.show_page("start")
    start = app.window.pages["start"]
    (one,) = (each for each in start._waiting.values() if each.kind == "retrospective")
    start._open_waiting(one.id)
    assert app.window.page is app.window.pages["prepare"]


def test_the_calendar_can_be_handed_out_from_wherever_one_is(qtbot, app, tmp_path, monkeypatch):
    app.open_sample()
    app.window.show_page("members")
    target = tmp_path / "river.ics"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_words: (str(target), ""))
    app.window.go("calendar", "")
    page = app.window.pages["meetings"]
    assert app.window.page is page
    qtbot.waitUntil(lambda: bool(page.done.text()), timeout=20_000)
    assert b"BEGIN:VEVENT" in target.read_bytes()


def test_closing_while_records_come_in_keeps_what_came_and_stops(app, tmp_path):
    app.open_sample()
    page = app.window.pages["meetings"]
    paths = []
    for day in range(1, 29):
        path = tmp_path / f"{day}.json"
        record = {"format": "coalmeet.meeting", "version": 1, "date": f"2025-02-{day:02d}", "agenda": []}
        path.write_text(json.dumps(record))
        paths.append(path)
    page.bring_in(paths)
    app.window.close()
    assert page._bringing is None


def test_a_meeting_is_not_undone_by_ctrl_z(app):
    app.open_sample()
    app.book.edit("Rename", "person", "p1", name="Rui Falk")
    start = app.window.pages["start"]
    start.card.start.click()
    app.room.desk.close()
    app.window.asked.emit("take_back", "")
    assert app.window.page.done.text() == "There is nothing to take back."


def test_a_first_meeting_without_a_year_is_reckoned_from_today(qtbot, app):
    QTest.keyClick(app.window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    day = app.window.found.day
    day.setFocus()
    QTest.keyClicks(day, "25 nov")
    day.editingFinished.emit()
    assert day.day.isoformat() == "2026-11-25"


@pytest.mark.parametrize(("code", "table"), [("prepare", "item"), ("members", "organisation")])
def test_the_key_beside_the_button_makes_a_new_row(qtbot, app, opened, code, table):
    opened.close()
    app.open(opened.path)
    app.window.activateWindow()
    qtbot.waitActive(app.window)
    app.window.show_page(code)
    app.window.page.setFocus()
    made = []
    app.book.changed.connect(made.append)
    QTest.keyClick(app.window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert any(table in tables for tables in made)


def test_enter_presses_the_button_that_has_the_focus(app):
    app.window.welcome.start.setFocus()
    QTest.keyClick(app.window.welcome.start, Qt.Key.Key_Return)
    assert app.window.screens.currentWidget() is app.window.found


def test_the_keys_go_to_the_list_or_the_first_field_of_a_page(qtbot, app):
    app.open_sample()
    app.window.activateWindow()
    qtbot.waitActive(app.window)
    pages = app.window.pages
    for code in ("prepare", "members", "meetings", "rotation"):
        app.window.show_page(code)
        assert app.window.focusWidget() is getattr(pages[code], "part", pages[code]).list
    assert pages["prepare"].part.list.current() == ""  # the meeting's own fields stay beside it
    app.window.go("paper", "")
    assert app.window.focusWidget() is pages["paper"].form.title
    app.window.show_page("start")
    assert app.window.focusWidget() is pages["start"].card.large


def test_the_first_window_leaves_room_for_its_title_on_the_screen(app):
    room = app.window.screen().availableSize()
    assert app.window.height() <= room.height() - 32
    assert app.window.minimumHeight() <= room.height() - 32


def test_a_key_pressed_while_a_file_is_on_its_way_opens_no_other(qtbot, clock, tmp_path, dressed, opened):
    opened.close()
    program = App(Settings(tmp_path / "settings.json"), clock)
    qtbot.addWidget(program.window)
    program.start(opened.path)
    program.window.welcome.look.click()
    qtbot.waitUntil(lambda: program.book is not None, timeout=20_000)
    assert program.book.path == opened.path
    assert program.window.welcome.isEnabled()
    program.close()


def test_a_closed_meeting_opens_its_minutes_page_by_page_and_back_leads_to_the_meeting(qtbot, app):
    app.open_sample()
    held = next(row.id for row in app.book.read(meetings.meetings) if row.state == "closed")
    app.room.left.emit(held, False)
    preview = app.window.pages["preview"]
    assert app.window.page is preview
    qtbot.waitUntil(lambda: preview.canvas.accessibleName() == "Page 1 of 4", timeout=20_000)
    preview.back.click()
    assert app.window.page is app.window.pages["meetings"]
    assert app.window.page.part.list.current() == held
    app.window.close()
    assert all(one.isFinished() for one in preview._ending)
