"""The list of meetings: what is planned, what was held, what can be done with each."""

import json
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from coalmeet.store import agenda, decisions, meetings, people, records, rotation
from tests.ui.pages.conftest import is_over
from ui.meetings.page import MeetingsPage
from ui.meetings.paper_page import PaperPage

RECORD = {
    "format": "coalmeet.meeting",
    "version": 1,
    "date": "2026-10-29",
    "title": "Who holds the keys",
    "facilitators": ["Senna Okoro"],
    "next_date": "2026-12-17",
    "next_start": "18:30",
    "agenda": [
        {
            "title": "Keys",
            "outcome": "agreed",
            "notes": "Two keys, <b>one</b> lock.",
            "decisions": [{"number": "D1", "text": "Pim holds both keys.", "outcome": "agreed"}],
        },
        {"title": "Roof", "outcome": "not reached"},
    ],
}


@pytest.fixture
def page(show) -> MeetingsPage:
    return show(MeetingsPage())


@pytest.fixture
def record(tmp_path) -> Path:
    path = tmp_path / "october.json"
    path.write_text(json.dumps(RECORD), encoding="utf-8")
    return path


def bring_in(qtbot, page, *paths) -> None:
    page.bring_in(list(paths))
    with qtbot.waitSignal(page._bringing.finished, timeout=10_000):
        pass


def titles(page) -> list[str]:
    return [row.title for row in page.part.list._model.rows]


def test_a_planned_meeting_can_be_started_or_prepared(page):
    assert titles(page) == ["Thu 26 Nov 2026, 14:00"]
    assert page.head.line.text() == "1 planned"
    page.part.detail.start.click()
    page.part.list.opened.emit("coming")
    assert page.errands == [("run", "coming"), ("prepare", "coming")]
    assert "Night buses on Sundays" in page.part.detail.preview.toPlainText()


def test_records_come_in_once_and_their_minutes_can_be_read_as_typed(qtbot, page, record):
    bring_in(qtbot, page, record)
    assert page.done.text() == "1 meeting came in."
    assert titles(page)[1] == "Thu 29 Oct 2026"
    assert page.part.list.current() == page._rows[1].id  # what came in is what one wants to see
    text = page.part.detail.preview.toPlainText()
    assert "Two keys, <b>one</b> lock." in text  # nothing people wrote is markup
    assert "Pim holds both keys." in text
    bring_in(qtbot, page, record)
    assert page.done.text() == "0 meetings came in. 1 was here already."


def test_bringing_in_shows_how_far_it_is_and_stops_between_two_records(qtbot, page, record, tmp_path):
    other = tmp_path / "september.json"
    other.write_text(json.dumps({**RECORD, "date": "2026-09-24"}), encoding="utf-8")
    said = []
    page.bring_in([record, other])
    page._bringing.progressed.connect(lambda done, whole, name: said.append((done, whole, name)))
    page._bringing.progressed.connect(lambda *_far: page.part.progress.stopped.emit())
    with qtbot.waitSignal(page._bringing.finished, timeout=10_000):
        pass
    assert said == [(0, 2, "october.json")]
    assert page.done.text() == "1 meeting came in."
    assert page.part.progress.isHidden()


def test_a_broken_record_is_named_and_changes_nothing(qtbot, page, record, tmp_path):
    broken = tmp_path / "broken.json"
    broken.write_text('{"format": "coalmeet.meeting", "version": 1, "date": "soon", "agenda": []}')
    bring_in(qtbot, page, broken, record)
    assert page.done.text() == "1 meeting came in. 1 was refused and changed nothing."
    assert "broken.json" in page.refusal.text()
    assert len(page._rows) == 2


def test_search_finds_a_meeting_by_its_day_its_title_and_who_facilitated(qtbot, page, record):
    bring_in(qtbot, page, record)
    for words, found in (
        ("october", 1),
        ("KEYS", 1),
        ("okoro senna", 1),
        ("delegates", 1),
        ("nothing like it", 0),
    ):
        page.search.setText(words)
        assert len(titles(page)) == found, words


def test_all_of_the_minutes_stands_on_the_side_where_reading_begins(page, book):
    item = book.read(agenda.items, "coming")[2]
    book.edit("Rename", "item", item.id, title="ميزانية النصف الأول من السنة")
    document = page.part.detail.preview.document()
    blocks = [document.findBlockByNumber(at) for at in range(document.blockCount())]
    assert any("ميزانية" in one.text() for one in blocks)
    assert {one.blockFormat().alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask for one in blocks} == {
        Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
    }


def test_the_minutes_are_written_as_pdf_without_the_window_waiting(qtbot, page, record, tmp_path):
    bring_in(qtbot, page, record)
    target = tmp_path / "minutes.pdf"
    page.write(page._rows[1].id, target)
    is_over(qtbot, page.maker.work)
    text = "".join(one.get_textpage().get_text_range() for one in pypdfium2.PdfDocument(target))
    assert "Pim holds both keys." in text
    assert page.done.text() == f"Written: {target}"
    assert page.part.progress.isHidden()


def test_the_record_goes_out_as_it_came_in(qtbot, page, record, tmp_path):
    bring_in(qtbot, page, record)
    target = tmp_path / "again.json"
    page.write(page._rows[1].id, target)
    is_over(qtbot, page.maker.work)
    assert json.loads(target.read_text(encoding="utf-8")) == RECORD


def test_a_coalition_is_not_written_over_by_one_of_its_records(qtbot, page, record, tmp_path):
    bring_in(qtbot, page, record)
    coalition = tmp_path / "ours.json"
    coalition.write_bytes(b"SQLite format 3\0")
    page.write(page._rows[1].id, coalition)
    is_over(qtbot, page.maker.work)
    assert "is a coalition's file" in page.refusal.text()
    assert coalition.read_bytes() == b"SQLite format 3\0"


def test_a_folder_that_is_gone_is_a_sentence(qtbot, page, record, tmp_path):
    bring_in(qtbot, page, record)
    page.write(page._rows[1].id, tmp_path / "gone" / "minutes.json")
    is_over(qtbot, page.maker.work)
    assert "gone" in page.refusal.text()


def test_a_new_meeting_is_planned_with_what_was_agreed_at_the_last_one(qtbot, page, record, book):
    bring_in(qtbot, page, record)
    page.plan_button.click()
    errand, meeting = page.errands[-1]
    frame = book.read(meetings.meeting, meeting)
    assert errand == "prepare"
    assert (frame.date.isoformat(), frame.start, frame.title) == ("2026-12-17", "18:30", "Who holds the keys")
    assert (frame.turn, frame.facilitator) == ("", "")  # nobody agreed
    built_in = [item.built_in for item in book.read(agenda.items, meeting)]
    assert built_in == ["opening", "temperature", "work_plan", "closing"]
    page.take_back()
    assert meeting not in {row.id for row in page._rows}


def test_an_empty_file_says_what_to_do_first(page, book):
    with book.step("Delete") as writing:
        writing.do(meetings.delete, "coming")
    assert not page.part._empty.isHidden()
    page.part.plan.click()
    assert page.errands[-1][0] == "prepare"


class Scribe:
    """Enters a meeting that was held on paper."""

    def __init__(self, page: PaperPage) -> None:
        self.page, self.form = page, page.form

    def tick(self, organisation: str, people: str = "") -> None:
        model = self.form.who.rows
        at = next(row for row in range(model.rowCount()) if model.index(row, 1).data() == organisation)
        model.setData(model.index(at, 0), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
        model.setData(model.index(at, 2), people)

    def fill(self, table: object, *cells: str, at: int = -1) -> None:
        model = table.rows
        row = model.rowCount() - 1 if at < 0 else at
        for column, cell in enumerate(cells):
            model.setData(model.index(row, column), cell)


@pytest.fixture
def scribe(show) -> Scribe:
    page = show(PaperPage())
    page.choose("coming")
    return Scribe(page)


def test_a_meeting_held_on_paper_is_entered_on_one_page_and_gives_minutes(
    qtbot, scribe, book, show, tmp_path
):
    form = scribe.form
    assert form.facilitators.text() == "Mara Lind"  # what is known beforehand needs no typing
    scribe.tick("Harbour Choir", "Mara Lind, Ilie Roth")
    scribe.fill(form.items, "Night buses on Sundays", "agreed", "Buses run hourly on Sundays.", at=0)
    scribe.fill(form.items, "A new lock", "noted")
    scribe.fill(form.work, "Write to the bus company", "Senna Okoro", "4 Dec")
    scribe.page.enter_button.click()
    assert scribe.page.refusal.text() == ""
    assert scribe.page.errands == [("meetings", "coming")]
    row = book.read(meetings.row, "coming")
    assert (row.state, row.source) == ("closed", "paper")
    assert [one.text for one in book.read(decisions.decisions)] == ["Buses run hourly on Sundays."]
    page = show(MeetingsPage())
    page.write("coming", tmp_path / "paper.pdf")
    is_over(qtbot, page.maker.work)
    text = "".join(
        one.get_textpage().get_text_range() for one in pypdfium2.PdfDocument(tmp_path / "paper.pdf")
    )
    for words in ("Buses run hourly on Sundays.", "Write to the bus company", "afterwards"):
        assert words in text


def test_a_facilitator_whom_the_file_does_not_know_moves_no_credit_in_silence(scribe, book):
    scribe.page.form.facilitators.setText("Bo Smith")
    scribe.page.form.facilitators.settle()
    said = "Bo Smith is beside no organisation, so no turn is counted: write the name beside its organisation below."
    assert scribe.page.form.led._hint.text() == said
    scribe.fill(scribe.form.items, "Summer fair", at=0)
    scribe.page.enter()
    assert not scribe.page._pause.isActive(), "nothing takes the sentence away again"
    assert book.read(meetings.row, "coming").state == "planned", "first it is said"
    assert said in scribe.page.refusal.text()
    scribe.page.enter()
    assert book.read(meetings.row, "coming").state == "closed", "and then it is up to them"


def test_a_name_beside_an_organisation_pays_the_turn_and_nothing_is_said(scribe):
    form = scribe.page.form
    form.facilitators.setText("Bo Smith")
    form.facilitators.settle()
    assert form.led._hint.text()
    scribe.tick("Harbour Choir", "Bo Smith")
    assert form.led._hint.text() == ""
    form.note_takers.setText("Senna Okoro")
    form.note_takers.settle()
    assert form.noted._hint.text() == "", "the file knows for whom she speaks"


def test_whoever_facilitated_on_paper_was_there_and_pays_the_turn(scribe, book):
    scribe.tick("Night Bus Riders")
    scribe.fill(scribe.form.items, "Keys", at=0)
    scribe.form.facilitators.setText("Mara Lind")  # of the Harbour Choir, which nobody ticked
    scribe.page.enter_button.click()
    here = {one.id: one.name for one in book.read(people.organisations)}
    turn = book.read(rotation.history)[-1]
    assert (here[turn.actual], {here[one] for one in turn.present}) == (
        "Harbour Choir",
        {"Harbour Choir", "Night Bus Riders"},
    )


def test_the_list_says_when_a_meeting_began_and_ended_also_once_that_is_put_right(scribe, show):
    listed = show(MeetingsPage())
    for start, end in (("18:30", "20:05"), ("18:45", "20:15")):
        scribe.form.start.set_time(start)
        scribe.form.end.set_time(end)
        scribe.fill(scribe.form.items, "Keys", at=0)
        scribe.page.enter_button.click()
        listed.look_again()
        assert f"Thu 26 Nov 2026, {start} to {end}" in titles(listed)
        scribe.page.choose("coming")


def test_naming_somebody_ticks_the_organisation(scribe):
    model = scribe.form.who.rows
    at = next(row for row in range(model.rowCount()) if model.index(row, 1).data() == "Night Bus Riders")
    model.setData(model.index(at, 2), "Senna Okoro")
    assert model.index(at, 0).data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked


def test_what_was_entered_can_be_put_right(scribe, book):
    scribe.fill(scribe.form.items, "Keys", "agreed", "Pim holds the key.", at=0)
    scribe.page.enter_button.click()
    scribe.page.choose("coming")
    scribe.fill(scribe.form.items, "Keys", "agreed", "Jana holds the key.", at=0)
    scribe.page.enter_button.click()
    assert [one.text for one in book.read(decisions.decisions)] == ["Jana holds the key."]
    assert len(book.read(records.versions, "coming")) == 2


def test_what_is_typed_survives_a_crash(scribe, show):
    scribe.fill(scribe.form.work, "Find the second key")
    scribe.page.keep_draft()
    again = show(PaperPage())
    again.choose("coming")
    assert again.form.work.rows.rows() == [("Find the second key", "", "")]
    assert again.done.text() == "What was typed here before is back."


def test_a_date_that_cannot_be_read_is_said_and_nothing_is_entered(scribe, book):
    scribe.fill(scribe.form.work, "Find the second key", "", "soonish")
    scribe.page.enter_button.click()
    assert scribe.page.refusal.text().startswith("“soonish” beside “Find the second key” is no date.")
    assert book.read(meetings.row, "coming").state == "planned"


@pytest.mark.parametrize("there", [True, False])
def test_files_are_looked_for_among_the_documents_if_there_are_any(page, tmp_path, monkeypatch, there):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    if there:
        (tmp_path / "Documents").mkdir()
    asked = []
    monkeypatch.setattr(
        QFileDialog,
        "getOpenFileNames",
        lambda _parent, _title, folder, _kinds: asked.append(folder) or ([], ""),
    )
    page.bring_in(())
    assert asked == [str(tmp_path / "Documents" if there else tmp_path)]


def test_names_in_the_tables_of_a_paper_meeting_complete_from_the_people_that_are_known(scribe):
    for table, cell in ((scribe.form.who, (0, 2)), (scribe.form.work, (0, 1))):
        table.setFocus()
        table.setCurrentIndex(table.rows.index(*cell))
        QTest.keyClick(table, Qt.Key.Key_Return)
        field = scribe.page.focusWidget()
        QTest.keyClicks(field, "lind")
        assert field._completer.currentCompletion() == "Mara Lind"
        field._completer.activated.emit("Mara Lind")
        field._known_popup().hide()
        QTest.keyClick(field, Qt.Key.Key_Return)
        QApplication.processEvents()
        assert table.rows.index(*cell).data() == "Mara Lind"


def test_a_held_meeting_is_read_page_by_page(qtbot, page, record):
    bring_in(qtbot, page, record)
    held = page.part.list.current()
    page.part.detail.read.click()
    page.part.list.opened.emit(held)
    assert page.errands == [("preview", held), ("preview", held)]


def test_what_was_made_for_another_program_goes_when_this_one_ends(qtbot, qapp, page, record, monkeypatch):
    shown = []
    monkeypatch.setattr(
        QDesktopServices, "openUrl", lambda url: shown.append(Path(url.toLocalFile())) or True
    )
    bring_in(qtbot, page, record)
    page.part.detail.open_elsewhere.emit(page.part.list.current())
    qtbot.waitUntil(lambda: bool(shown), timeout=30_000)
    assert shown[0].read_bytes().startswith(b"%PDF")
    qapp.aboutToQuit.emit()
    assert not shown[0].parent.exists()
