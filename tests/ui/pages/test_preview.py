"""The minutes page by page: looked at, searched, enlarged, printed, and left again without a trace."""

import subprocess
import sys
import tempfile
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QPageLayout, QPageRanges, QPageSize, QWheelEvent
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from coalmeet.errors import FileProblem
from coalmeet.store import incoming
from ui import theme
from ui.preview.page import PreviewPage

NOTES = " ".join(["The buses run on Sundays from spring on, says the letter from the town hall."] * 60)
RECORD = {
    "format": "coalmeet.meeting",
    "version": 1,
    "date": "2026-10-29",
    "title": "Who holds the keys",
    "agenda": [
        {"title": "Keys", "outcome": "agreed", "notes": NOTES},
        {"title": "Roof", "notes": NOTES},
        {"title": "Garden", "notes": f"{NOTES} Somebody planted a quince."},
    ],
}


@pytest.fixture
def meeting(book) -> str:
    with book.file.writing() as con:
        return incoming.take_in(con, book.file, RECORD, "imported")[0]


class Eye:
    """Somebody who looks at pages."""

    def __init__(self, page: PreviewPage, qtbot) -> None:
        self.page, self.canvas, self.bar, self._bot = page, page.canvas, page.bar, qtbot

    def opens(self, meeting: str) -> None:
        self.page.choose(meeting)
        self._bot.waitUntil(lambda: bool(self.canvas.sizes), timeout=20_000)
        self.sees()

    def sees(self) -> None:
        """Wait until all that is seen is drawn."""
        self._bot.waitUntil(self._all_drawn, timeout=20_000)

    def _all_drawn(self) -> bool:
        self.canvas.viewport().repaint()
        return self.canvas._asked == () and len(self.canvas.pictures._kept) > 0

    def finds(self, words: str) -> None:
        self.bar.sought.setText(words)
        self._bot.waitUntil(lambda: self.bar.hits.text() != "", timeout=10_000)

    def presses(self, key, held=Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.page.window().focusWidget() or self.canvas, key, held)
        QApplication.processEvents()

    def prints(self, printer: QPrinter) -> None:
        self.page.print_on(printer)
        self._bot.waitUntil(lambda: self.page._printing is None, timeout=30_000)


@pytest.fixture
def eye(show, qtbot) -> Eye:
    page = show(PreviewPage())
    page.canvas.setFocus()
    yield Eye(page, qtbot)
    page.settle()


def into_file(path: Path, pages: str = "") -> QPrinter:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setResolution(100)
    if pages:
        printer.setPageRanges(QPageRanges.fromString(pages))
        printer.setPrintRange(QPrinter.PrintRange.PageRange)
    return printer


def pages_in(path: Path) -> int:
    document = pypdfium2.PdfDocument(path)
    try:
        return len(document)
    finally:
        document.close()


def test_a_held_meeting_is_seen_page_by_page(eye, meeting):
    eye.opens(meeting)
    assert eye.page.head.line.text() == "Who holds the keys · Thursday 29 October 2026"
    assert eye.canvas.accessibleName() == f"Page 1 of {len(eye.canvas.sizes)}"
    assert len(eye.canvas.sizes) > 2
    assert eye.page.progress.isHidden()


def test_a_planned_meeting_shows_its_agenda(eye):
    eye.opens("coming")
    assert eye.page.head.title.text() == "Agenda"


def test_a_reader_hears_which_page_it_is_and_what_stands_on_it(eye, meeting, qtbot):
    eye.opens(meeting)
    qtbot.waitUntil(lambda: "Who holds the keys" in eye.canvas.accessibleDescription())
    eye.presses(Qt.Key.Key_End)
    last = len(eye.canvas.sizes)
    assert eye.canvas.accessibleName() == f"Page {last} of {last}"
    qtbot.waitUntil(lambda: "minutes.json" in eye.canvas.accessibleDescription())


def test_only_pages_that_are_seen_are_drawn(eye, meeting):
    eye.opens(meeting)
    assert {band.page for band in eye.canvas.pictures._kept} == {0}
    eye.presses(Qt.Key.Key_End)
    eye.sees()
    assert len(eye.canvas.sizes) - 1 in {band.page for band in eye.canvas.pictures._kept}


def test_keys_turn_the_pages(eye, meeting):
    eye.opens(meeting)
    eye.bar.zoom.picked.emit(1.0, "page")
    eye.presses(Qt.Key.Key_PageDown)
    assert (eye.canvas.page, eye.bar.number.value()) == (1, 2)
    eye.presses(Qt.Key.Key_PageUp)
    assert eye.canvas.page == 0
    eye.presses(Qt.Key.Key_End)
    assert eye.canvas.page == len(eye.canvas.sizes) - 1
    assert not eye.bar.after.isEnabled()
    eye.presses(Qt.Key.Key_Home)
    assert eye.canvas.page == 0
    assert not eye.bar.before.isEnabled()
    eye.bar.number.setValue(3)
    assert eye.canvas.page == 2


def test_a_page_fits_the_width_or_the_window_and_grows_in_steps(eye, meeting):
    eye.opens(meeting)
    area = eye.canvas.places.areas[0]
    assert area.width() == eye.canvas.viewport().width() - 2 * theme.px(16)
    eye.presses(Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert eye.canvas.places.areas[0].height() <= eye.canvas.viewport().height()
    before = eye.canvas.zoom
    eye.presses(Qt.Key.Key_Plus)
    assert eye.canvas.zoom > before
    assert eye.bar.zoom.currentText() == f"{round(eye.canvas.zoom * 100)} %"
    eye.presses(Qt.Key.Key_Minus)
    eye.presses(Qt.Key.Key_Minus)
    assert eye.canvas.zoom < before


def test_the_wheel_with_ctrl_enlarges_what_is_under_the_mouse(eye, meeting):
    eye.opens(meeting)
    at, canvas = QPoint(300, 200), eye.canvas
    area = canvas.places.areas[0]
    spot = (at.y() + canvas.verticalScrollBar().value() - area.top()) / area.height()
    for _notch in range(2):
        turn = QWheelEvent(
            QPointF(at), QPointF(at), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        canvas.wheelEvent(turn)
    area = canvas.places.areas[0]
    now = (at.y() + canvas.verticalScrollBar().value() - area.top()) / area.height()
    assert abs(now - spot) * area.height() < 3, "the same line stays below the mouse"


def test_paper_stays_white_in_the_dark(eye, meeting):
    theme.apply(QApplication.instance(), mode="dark")
    try:
        eye.opens(meeting)
        picture = eye.canvas.viewport().grab().toImage()
        corner = eye.canvas.places.areas[0].topLeft() + QPoint(6, 6)
        assert picture.pixelColor(corner).name() == "#ffffff"
        assert picture.pixelColor(QPoint(4, 400)).lightness() < 60
    finally:
        theme.apply(QApplication.instance(), mode="light")


def test_a_screen_with_small_pixels_gets_pictures_of_all_of_them(eye, meeting, monkeypatch):
    monkeypatch.setattr(eye.canvas.viewport(), "devicePixelRatioF", lambda: 2.0)
    eye.opens(meeting)
    assert {band.width for band in eye.canvas.pictures._kept} == {2 * eye.canvas.places.areas[0].width()}


def test_words_are_found_on_all_pages_and_gone_through_in_turn(eye, meeting):
    eye.opens(meeting)
    eye.finds("quince")
    assert eye.bar.hits.text() == "1 of 1"
    assert eye.canvas.page == len(eye.canvas.sizes) - 1 or eye.canvas.hits[0].page == eye.canvas.page
    eye.finds("town hall")
    many = len(eye.canvas.hits)
    assert many > 100
    here = eye.canvas.hit
    eye.presses(Qt.Key.Key_F3)
    assert eye.canvas.hit == (here + 1) % many
    eye.presses(Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert eye.canvas.hit == here
    eye.finds("nothing like it")
    assert eye.bar.hits.text() == "Not found"


def test_escape_leaves_the_words_and_then_the_page(eye, meeting):
    eye.opens(meeting)
    eye.page.activateWindow()
    eye.presses(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(eye.bar.sought, "keys")
    eye.presses(Qt.Key.Key_Escape)
    assert eye.bar.sought.text() == ""
    assert eye.page.errands == []
    eye.presses(Qt.Key.Key_Escape)
    assert eye.page.errands == [("meetings", meeting)]


def test_chosen_pages_are_printed_as_they_look(eye, meeting, tmp_path):
    eye.opens(meeting)
    printed = tmp_path / "printed.pdf"
    eye.prints(into_file(printed, "2-3"))
    assert pages_in(printed) == 2
    document = pypdfium2.PdfDocument(printed)
    pixels = document[0].render(scale=0.5).to_pil().convert("L")
    document.close()
    assert pixels.getextrema()[0] < 120, "there is ink on it"
    assert eye.page.progress.isHidden()


def test_into_a_file_goes_the_pdf_itself_so_that_its_words_stay_words(eye, meeting, tmp_path):
    eye.opens(meeting)
    printed = tmp_path / "minutes.pdf"
    eye.prints(into_file(printed))
    assert pages_in(printed) == len(eye.canvas.sizes)
    assert printed.read_bytes() == eye.page.reader.data
    assert eye.page.done.text() == f"Written: {printed}"


def test_a_stopped_printing_leaves_no_half_of_a_file(eye, meeting, tmp_path):
    eye.opens(meeting)
    printed = tmp_path / "half.pdf"
    eye.page.print_on(into_file(printed, "1-3"))
    eye.page.stop()
    eye._bot.waitUntil(lambda: eye.page._printing is None, timeout=30_000)
    assert not printed.exists()
    assert eye.page.done.text() == ""


def test_a_folder_that_is_gone_is_a_sentence_and_nothing_is_printed(eye, meeting, tmp_path):
    eye.opens(meeting)
    for pages in ("", "1-2"):
        eye.page.refusal.clear()
        eye.prints(into_file(tmp_path / "gone" / "minutes.pdf", pages))
        assert "gone" in eye.page.refusal.text()
        assert eye.page.print_button.isEnabled(), "it can be tried again"


def test_smaller_paper_takes_the_whole_page(eye, meeting, tmp_path):
    eye.opens(meeting)
    printed = tmp_path / "small.pdf"
    printer = into_file(printed, "1-1")
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A5))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    eye.prints(printer)
    document = pypdfium2.PdfDocument(printed)
    assert [round(side) for side in document.get_page_size(0)] == [420, 595]
    document.close()


def test_the_printers_dialog_holds_nothing_up(eye, meeting, qtbot):
    eye.opens(meeting)
    eye.presses(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    dialog = eye.page.findChild(QPrintDialog)
    assert (dialog.minPage(), dialog.maxPage()) == (1, len(eye.canvas.sizes))
    dialog.reject()
    assert eye.page._printing is None


def test_pages_that_are_just_made_anew_are_not_printed_in_silence(eye, meeting, tmp_path):
    eye.opens(meeting)
    eye.page.look_again()  # the file changed while the printer was being chosen
    eye.page.print_on(into_file(tmp_path / "early.pdf"))
    assert eye.page.refusal.text().startswith("Nothing was printed")


def test_nothing_that_draws_or_prints_is_loaded_before_it_is_needed():
    look = (
        "import sys, ui.app, ui.preview.page;"
        "heavy = {'pypdfium2', 'reportlab', 'PySide6.QtPrintSupport'} & set(sys.modules); print(sorted(heavy))"
    )
    answer = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "[]"


def test_damaged_pages_are_a_sentence(eye, meeting, qtbot):
    eye.opens(meeting)
    eye.page.read(lambda: b"%PDF-1.7 and then nothing")
    qtbot.waitUntil(lambda: eye.page.refusal.text() != "")
    assert "damaged" in eye.page.refusal.text()
    assert not eye.page.print_button.isEnabled()


def test_what_cannot_be_made_says_why(eye, qtbot):
    def make() -> bytes:
        raise FileProblem("“Harbour.coalmeet” cannot be read. Look whether it is still there.")

    eye.page.read(make)
    qtbot.waitUntil(lambda: eye.page.refusal.text().startswith("“Harbour.coalmeet” cannot be read."))
    assert eye.page.progress.isHidden()


def test_stop_goes_back_before_the_pages_are_made(eye, meeting):
    eye.page.choose(meeting)
    assert not eye.page.progress.isHidden()
    eye.page.progress.stopped.emit()
    assert eye.page.errands == [("meetings", meeting)]


def test_a_hidden_page_lets_go_and_comes_back_to_the_same_place(eye, meeting, qtbot):
    eye.opens(meeting)
    eye.presses(Qt.Key.Key_End)
    last = eye.canvas.page
    eye.page.hide()
    assert (eye.page.reader, eye.canvas.sizes) == (None, ())
    assert not eye.canvas.pictures._kept
    eye.page.show()
    qtbot.waitUntil(lambda: bool(eye.canvas.sizes), timeout=20_000)
    assert eye.canvas.page == last


def test_looking_leaves_nothing_behind(eye, meeting, tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temp"))
    (tmp_path / "temp").mkdir()
    eye.opens(meeting)
    eye.page.settle()
    assert list((tmp_path / "temp").iterdir()) == []
    assert not eye.page._ending or all(one.isFinished() for one in eye.page._ending)
