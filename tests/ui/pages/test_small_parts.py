"""Days as people type them, preferences that never stop anybody, a crash report without a word of a meeting."""

import os
import sys
from dataclasses import replace
from datetime import date
from threading import Thread

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QPushButton, QScrollArea, QTableView

from coalmeet.coalition.meeting_row import MeetingRow, Sat
from ui import theme
from ui.crash import CrashDialog, report, watch
from ui.keys_sheet import KeysSheet
from ui.meetings.shown import day_words
from ui.page import Head
from ui.settings import Settings
from ui.widgets.day_edit import _Calendar
from ui.widgets.day_text import read_day, read_time
from ui.widgets.done_line import DoneLine
from ui.widgets.finding import finds
from ui.widgets.labels import OneLine, Wrapped
from ui.widgets.plan_bar import end_places
from ui.widgets.tips import tip

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2026-12-03", date(2026, 12, 3)),
        ("3.12.2026", date(2026, 12, 3)),
        ("03/12/26", date(2026, 12, 3)),
        ("3.12.", date(2026, 12, 3)),
        ("3 Dec", date(2026, 12, 3)),
        ("Thu 3 December 2026", date(2026, 12, 3)),
        ("5 Jan", date(2027, 1, 5)),
        ("10 Nov", date(2026, 11, 10)),
        ("today", TODAY),
        ("Tomorrow", date(2026, 11, 23)),
        ("thu", date(2026, 11, 26)),
        ("in two weeks", date(2026, 12, 6)),
        ("31.2.2026", None),
        ("soon", None),
        ("", None),
    ],
)
def test_days_are_read_as_people_type_them(typed, day):
    assert read_day(typed, TODAY) == day


@pytest.mark.parametrize(
    ("typed", "time"),
    [("14:00", "14:00"), ("9", "09:00"), ("1830", "18:30"), ("9.15", "09:15"), ("2 pm", "14:00"), ("12am", "00:00"),
     ("", ""), ("25:00", None), ("noon", None)],
)  # fmt: skip
def test_times_are_read_as_people_type_them(typed, time):
    assert read_time(typed) == time


def test_words_are_found_in_any_order_without_accents():
    assert finds("zurich fair", "Fair in Zürich")
    assert not finds("zurich fair", "Zürich")
    assert finds("lodz lukasik", "Zofia Łukasik", "Łódź Tenants")
    assert finds("sorlie", "Ingrid Sørlie")


def test_preferences_are_remembered_and_broken_ones_forgotten(tmp_path):
    path = tmp_path / "folder" / "settings.json"
    coalition = tmp_path / "a.coalmeet"
    coalition.touch()
    settings = Settings(path)
    settings.remember_file(coalition)
    settings.theme = "dark"
    settings.keep_place("desk", b"\x01\x02")
    again = Settings(path)
    assert (again.recent, again.theme, again.place("desk")) == ((coalition,), "dark", b"\x01\x02")
    assert path.stat().st_mode & 0o777 == 0o600
    coalition.unlink()
    assert again.recent == ()
    path.write_text("{broken")
    assert Settings(path).theme == "system"


@pytest.mark.skipif(os.name != "posix" or sys.platform == "darwin", reason="names there are always text")
def test_a_file_whose_name_is_no_text_is_remembered(tmp_path):
    coalition = tmp_path / os.fsdecode(b"\xff\xfe.coalmeet")
    coalition.touch()
    Settings(tmp_path / "settings.json").remember_file(coalition)
    assert Settings(tmp_path / "settings.json").recent == (coalition,)


def test_preferences_that_cannot_be_written_stop_nobody(tmp_path):
    blocked = tmp_path / "file"
    blocked.touch()
    settings = Settings(blocked / "settings.json")
    settings.theme = "dark"
    assert settings.theme == "dark"


def test_a_crash_report_names_places_and_no_words(qtbot):
    secret = "Mara wants to leave"
    with pytest.raises(ValueError) as caught:
        int(secret)
    text = report(caught.type, caught.tb)
    assert secret not in text
    assert "builtins.ValueError" in text
    assert "tests/ui/pages/test_small_parts.py" in text
    dialog = CrashDialog(text)
    qtbot.addWidget(dialog)
    assert not dialog.isModal()
    assert sys.version.split()[0] in dialog.report.toPlainText()


def test_markup_in_a_title_is_shown_and_never_followed(qtbot, dressed):
    label = OneLine("<img src='file:///etc/hostname'> a rather long title")
    qtbot.addWidget(label)
    label.resize(60, 20)
    label.show()
    assert label.toolTip().startswith("<qt>&lt;img src=")
    assert tip("Fish & chips") == "Fish & chips"


def test_a_meeting_that_was_held_shows_when_it_began_not_when_it_was_planned():
    planned = MeetingRow(
        "m", TODAY, "", "18:00", 60, "", "", "Harbour", state="planned", source="live", facilitators=()
    )
    held = replace(planned, state="closed")
    assert day_words(planned, TODAY) == "Sunday 22 November 2026, 18:00"
    assert day_words(held, TODAY) == "Sunday 22 November 2026"
    assert day_words(held, TODAY, (Sat("", "04:20", ""),)) == "Sunday 22 November 2026, 04:20"
    assert day_words(held, TODAY, (Sat("", "18:04", "19:31"),)) == "Sunday 22 November 2026, 18:04 to 19:31"
    assert (
        day_words(planned, TODAY, (Sat("", "18:04", "19:31"),)) == "Sunday 22 November 2026, 18:00"
    )  # a plan brought in
    going_on = replace(planned, state="running", date=date(2026, 11, 25))
    assert day_words(going_on, TODAY) == "Sunday 22 November 2026"
    began = (Sat("2026-11-21", "18:00", ""),)
    assert day_words(going_on, TODAY, began) == "Saturday 21 November 2026, 18:00", "it goes on another day"


@pytest.mark.parametrize("x", [2, 30, 200, 390, 400])
def test_the_end_and_what_goes_beyond_it_never_stand_on_each_other(x):
    left, left_over = end_places(x, 40, 70, 400)
    assert 0 <= left <= left + 40 < left_over <= 400 - 70


def test_a_way_on_after_a_refusal_carries_no_tick(qtbot, dressed):
    line = DoneLine()
    qtbot.addWidget(line)
    line.offer("It is open elsewhere.", "Open it for reading", lambda: None)
    assert line._icon._name == "info"
    line.say("It is done.")
    assert line._icon._name == "circle-check"


def test_the_calendar_names_its_days_in_the_colours_of_the_program(qtbot, dressed):
    calendar = _Calendar(None, TODAY)
    qtbot.addWidget(calendar)
    for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        assert calendar.weekdayTextFormat(day).foreground().color() == theme.colour("ink2")
    calendar.show()
    view = calendar.findChild(QTableView)
    for at in range(view.model().columnCount()):
        name = view.model().index(0, at).data()
        assert QFontMetrics(calendar.font()).horizontalAdvance(name) < view.columnWidth(at)


def test_help_and_keys_never_scroll_sideways(qtbot, dressed):
    sheet = KeysSheet()
    qtbot.addWidget(sheet)
    sheet.show()
    area = sheet.findChild(QScrollArea)
    assert area.widget().width() == area.viewport().width()
    assert all(label.geometry().right() <= area.viewport().width() for label in area.findChildren(Wrapped))
    keys = [label for label in area.findChildren(OneLine) if label.maximumWidth() < 200]
    assert [label.text() for label in keys if label.sizeHint().width() > label.width()] == []


def test_what_fails_in_another_thread_is_shown_by_the_one_that_shows_windows(qtbot, dressed, monkeypatch):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)  # put back when the test is over
    watching = watch(lambda: None)
    background = Thread(target=lambda: sys.excepthook(OSError, OSError("gone"), None))
    background.start()
    background.join()
    assert watching.dialog is None
    qtbot.waitUntil(lambda: watching.dialog is not None)
    qtbot.addWidget(watching.dialog)
    assert watching.dialog.isVisible()
    assert "OSError" in watching.dialog.report.toPlainText()


def test_the_title_of_a_page_is_read_where_its_buttons_need_the_width(qtbot, dressed):
    buttons = [QPushButton(words) for words in ("Decided elsewhere", "Bring it back", "Find words")]
    head = Head("Decisions", "What we agreed", *buttons)
    qtbot.addWidget(head)
    head.resize(1000, 90)
    head.show()
    qtbot.waitExposed(head)
    assert buttons[0].y() < head.title.height()
    assert buttons[0].mapTo(head, QPoint(0, 0)).x() > head.title.mapTo(head, QPoint(0, 0)).x()
    head.resize(sum(one.sizeHint().width() for one in buttons) + 60, 200)
    qtbot.waitUntil(lambda: head.title.width() >= head.title.sizeHint().width())
    assert buttons[0].mapTo(head, QPoint(0, 0)).y() > head.title.mapTo(head, QPoint(0, 0)).y()
