"""A meeting that was closed too early is taken up again from its page, with everything that was written since."""

import pytest

from coalmeet.meeting.moves import flow
from coalmeet.store import circulating, meetings, records
from ui.app import App
from ui.desk.tools.closed import Closed
from ui.settings import Settings

TIDY = "Children wait forty minutes."


@pytest.fixture
def app(qtbot, clock, tmp_path, monkeypatch, dressed):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    program = App(Settings(tmp_path / "settings.json"), clock)
    qtbot.addWidget(program.window)
    program.start()
    qtbot.waitUntil(lambda: not program.warming.isRunning(), timeout=20_000)
    program.open_sample()
    yield program
    program.close()


@pytest.fixture
def held(app):
    """The meeting of the sample was held, with a note, and closed."""
    app.window.pages["start"].card.start.click()
    live = app.room.live
    live.do(flow.next_item)
    item = live.meeting.current.id
    live.write_note(item, "kids wait 40 min")
    assert live.do(flow.close_meeting)
    app.room.desk.close()
    return live.meeting_id, item


def edits(app, meeting):
    app.window.show_page("meetings")
    page = app.window.page
    page.choose(meeting)
    next(one for one in page.part.detail.choices().actions() if one.text() == "Edit the notes").trigger()
    page.part.detail.notes.text.setPlainText(TIDY)
    page.part.detail.notes.keep.click()
    return page


def test_the_desk_opens_where_it_was_closed_and_shows_the_edited_notes(app, held):
    meeting, item = held
    page = edits(app, meeting)
    again = "Take the meeting up again"
    next(one for one in page.part.detail.choices().actions() if one.text() == again).trigger()
    tool = app.room.desk.parts.tools.tool
    assert isinstance(tool, Closed)
    tool.reason.setText("Rosa had not come yet")
    tool._reopen()
    assert app.room.live.meeting.is_open
    assert app.room.live.notes[item] == TIDY
    assert app.room.live.do(flow.close_meeting)
    app.room.desk.close()
    record = app.book.read(records.read, meeting)
    told = next(one for one in record["agenda"] if one["id"] == item)
    assert (told["notes"], told["notes_at_meeting"]) == (TIDY, "kids wait 40 min")


def test_once_they_went_round_the_desk_says_what_to_do_instead(app, held):
    meeting, _item = held
    with app.book.file.writing() as con:
        circulating.went_round(con, app.book.file, meeting, app.book.today())
    app.enter(meeting)
    said = []
    app.room.live.refused.connect(said.append)
    assert not app.room.live.do(flow.reopen_meeting, "Rosa had not come yet")
    assert "Note a correction for the next meeting" in said[0]
    app.room.desk.close()
    assert app.book.read(meetings.row, meeting).state == "closed"
