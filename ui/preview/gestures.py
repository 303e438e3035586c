"""What buttons, keys and the reader's answers do on the preview."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractSlider, QDialog

from coalmeet.documents.pdf_pages import Hit
from coalmeet.text import _
from ui.page import on_key
from ui.preview.places import PAGE, next_step
from ui.widgets.spoken import announce

if TYPE_CHECKING:
    from ui.preview.canvas import Canvas
    from ui.preview.page import PreviewPage
    from ui.preview.reader import Reader


def connect(page: PreviewPage) -> None:
    """Tie the bar, the keys and the pages together."""
    bar, canvas = page.bar, page.canvas
    page.back.clicked.connect(lambda: page.go.emit(page.errand, page.meeting))
    page.print_button.clicked.connect(lambda: ask_printer(page))
    page.progress.stopped.connect(page.stop)
    bar.before.clicked.connect(lambda: canvas.go_to(canvas.page - 1))
    bar.after.clicked.connect(lambda: canvas.go_to(canvas.page + 1))
    bar.number.valueChanged.connect(lambda number: canvas.go_to(number - 1))
    bar.smaller.clicked.connect(lambda: canvas.set_zoom(next_step(canvas.zoom, -1)))
    bar.larger.clicked.connect(lambda: canvas.set_zoom(next_step(canvas.zoom, 1)))
    bar.zoom.picked.connect(canvas.set_zoom)
    bar.sought.textChanged.connect(lambda _words: search(page))
    bar.sought.onward.connect(lambda way: _go_on(page, way))
    bar.on.clicked.connect(lambda: _go_on(page, 1))
    canvas.wanted.connect(lambda bands: page.reader.draw(bands) if page.reader else None)
    canvas.turned.connect(lambda _page: _turned(page))
    canvas.zoomed.connect(lambda zoom: bar.zoom.show_zoom(zoom, canvas.fit))
    for verb, act in _keys(page).items():
        on_key(page, verb, act)


def follow(page: PreviewPage, reader: Reader) -> None:
    """Take what this reader tells, as long as it is the one whose pages are shown."""

    def heard(take: Callable[..., object]) -> Callable[..., None]:
        def hear(*told: object) -> None:
            if page.reader is reader:
                take(*told)

        return hear

    reader.laying.connect(heard(lambda *far: page.progress.show_far(_("Making the pages"), *far)))
    reader.opened.connect(heard(page.show_pages))
    reader.failed.connect(heard(page.fail))
    reader.drawn.connect(heard(page.canvas.take))
    reader.told.connect(heard(lambda number, words: _told(page, number, words)))
    reader.found.connect(heard(lambda words, hits, searched: _found(page, words, hits, searched=searched)))


def look(page: PreviewPage) -> None:
    """Other pages are there: say which one is seen, how large, and search them for what was looked for."""
    _turned(page)
    page.bar.zoom.show_zoom(page.canvas.zoom, page.canvas.fit)
    search(page)


def search(page: PreviewPage) -> None:
    """Look for the words in the field, on all pages."""
    words = page.bar.sought.text().strip()
    page.canvas.reveal((), -1)
    page.bar.show_hits(0, -1, searched=False)
    if page.reader is not None:
        page.reader.find(words)


def ask_printer(page: PreviewPage) -> None:
    """Let somebody choose a printer and the pages; nothing waits for the answer."""
    from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(page.file_name)
    printer.setCreator("Coalmeet")
    dialog = QPrintDialog(printer, page)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setMinMax(1, len(page.canvas.sizes))
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintCurrentPage, on=True)
    dialog.accepted.connect(lambda: page.print_on(printer))
    QDialog.open(dialog)  # without an answer to wait for; its own wants a slot


def _keys(page: PreviewPage) -> dict[str, Callable[[], object]]:
    bar, canvas = page.bar, page.canvas
    return {
        "print": page.print_button.click,
        "back": lambda: _go_back(page),
        "search": lambda: _begin_search(page),
        "found_next": lambda: _go_on(page, 1),
        "found_before": lambda: _go_on(page, -1),
        "zoom_in": bar.larger.click,
        "zoom_out": bar.smaller.click,
        "zoom_whole": lambda: canvas.set_zoom(fit=PAGE),
        "screen_down": lambda: _screen(canvas, 1),
        "screen_up": lambda: _screen(canvas, -1),
        "first_sheet": lambda: canvas.go_to(0),
        "last_sheet": lambda: canvas.go_to(len(canvas.sizes) - 1),
    }


def _begin_search(page: PreviewPage) -> None:
    page.bar.sought.setFocus()
    page.bar.sought.selectAll()


def _go_back(page: PreviewPage) -> None:
    """Out of the words that are looked for first, then back to the meeting."""
    if page.bar.sought.hasFocus():
        page.bar.sought.clear()
        page.canvas.setFocus()
    else:
        page.back.click()


def _screen(canvas: Canvas, way: int) -> None:
    """A screen on; where whole pages are shown, a page."""
    if canvas.fit == PAGE:
        canvas.go_to(canvas.page + way)
    else:
        step = QAbstractSlider.SliderAction
        canvas.verticalScrollBar().triggerAction(
            step.SliderPageStepAdd if way > 0 else step.SliderPageStepSub
        )


def _turned(page: PreviewPage) -> None:
    canvas = page.canvas
    page.bar.show_page(canvas.page, len(canvas.sizes))
    if page.reader is not None:
        page.reader.tell(canvas.page)


def _told(page: PreviewPage, number: int, words: str) -> None:
    if number == page.canvas.page:
        page.canvas.say(words)


def _found(page: PreviewPage, words: str, hits: Sequence[Hit], *, searched: bool) -> None:
    if words != page.bar.sought.text().strip():
        return
    hit = page.canvas.hit
    if hit < 0:  # the first from here on; from the beginning once all was searched
        ahead = (at for at, one in enumerate(hits) if one.page >= page.canvas.page)
        hit = next(ahead, 0 if searched and hits else -1)
    page.canvas.reveal(hits, hit)
    page.bar.show_hits(len(hits), hit, searched=searched)
    if searched and words:
        announce(page.bar.sought, page.bar.sought.accessibleDescription())


def _go_on(page: PreviewPage, way: int) -> None:
    hits = page.canvas.hits
    if hits:
        hit = (page.canvas.hit + way) % len(hits)
        page.canvas.reveal(hits, hit)
        page.bar.show_hits(len(hits), hit, searched=True)
        announce(page.canvas, page.bar.hits.text())
