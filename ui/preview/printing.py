"""Pages on paper: drawn as fine as the printer prints, in a thread, a strip at a time."""

from __future__ import annotations

from contextvars import copy_context
from pathlib import Path

from PySide6.QtCore import QRectF, QThread, Signal
from PySide6.QtGui import QImage, QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrinter

from coalmeet.documents.pdf_pages import PdfPages, Size
from coalmeet.errors import FileProblem
from coalmeet.exchange.whole_file import write_whole
from coalmeet.text import _

FINEST = 600  # dots per inch: what goes beyond is lost in the paper
STRIP = 512  # rows that are drawn at once: a whole page would take 140 megabytes


class Printing(QThread):
    """`progressed` carries the pages done and all of them; `printed` how many it were, `failed` a sentence.

    An interruption takes the work back from the printer; then neither is told.
    """

    progressed = Signal(int, int)
    printed = Signal(int)
    failed = Signal(str)

    def __init__(self, data: bytes, printer: QPrinter, current: int = 0) -> None:
        """`data` is a PDF; `current` the page, from 0, that “current page” means in the printer's dialog."""
        super().__init__()
        self._data, self._printer, self._current = data, printer, current
        self._context = copy_context()

    def run(self) -> None:
        self._context.run(self._work)

    def _work(self) -> None:
        try:
            with PdfPages(self._data) as pages:
                numbers = chosen(self._printer, len(pages.sizes), self._current)
                if numbers == list(range(len(pages.sizes))) and self._printer.outputFileName():
                    # Into a file goes the PDF itself: its words stay words, for readers and for searching.
                    write_whole(Path(self._printer.outputFileName()), self._data)
                    count = len(numbers)
                else:
                    count = self._print(pages, numbers)
        except FileProblem as problem:
            self.failed.emit(str(problem))
            return
        if count:
            self.printed.emit(count)
        else:
            _leave_nothing(self._printer)

    def _print(self, pages: PdfPages, numbers: list[int]) -> int:
        """How many pages were printed; 0 when it was stopped. Raises FileProblem."""
        painter = QPainter()
        self._printer.setFullPage(True)
        if not painter.begin(self._printer):
            raise FileProblem(_refused(self._printer))
        for done, number in enumerate(numbers):
            self.progressed.emit(done, len(numbers))
            if self.isInterruptionRequested() or (done and not self._printer.newPage()):
                self._printer.abort()
                painter.end()
                return 0
            _print_page(painter, self._printer, pages, number)
        if not painter.end() or self._printer.printerState() == QPrinter.PrinterState.Error:
            raise FileProblem(_refused(self._printer))
        return len(numbers)


def chosen(printer: QPrinter, count: int, current: int) -> list[int]:
    """The pages, from 0, in the order in which they are to be drawn; copies where the printer makes none itself."""
    numbers = list(range(count))
    if printer.printRange() == QPrinter.PrintRange.CurrentPage:
        numbers = [current]
    elif ranges := printer.pageRanges().toRangeList():
        numbers = [number for number in numbers if any(one.from_ <= number + 1 <= one.to for one in ranges)]
    if printer.pageOrder() == QPrinter.PageOrder.LastPageFirst:
        numbers.reverse()
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    if printer.collateCopies():
        return numbers * copies
    return [number for number in numbers for _copy in range(copies)]


def fitted(size: Size, paper: QRectF) -> QRectF:
    """Where a page lies on paper (both in points): as large as it is, smaller where the paper is, in its middle."""
    part = min(1.0, paper.width() / size.width, paper.height() / size.height)
    wide, high = size.width * part, size.height * part
    return QRectF((paper.width() - wide) / 2, (paper.height() - high) / 2, wide, high)


def _print_page(painter: QPainter, printer: QPrinter, pages: PdfPages, number: int) -> None:
    paper = printer.pageLayout().fullRect(QPageLayout.Unit.Point)
    area = fitted(pages.sizes[number], paper)
    dots = printer.resolution() / 72  # of the painter, per point
    fine = min(printer.resolution(), FINEST) / 72
    wide, high = round(area.width() * fine), round(area.height() * fine)
    for top in range(0, high, STRIP):
        rows = min(STRIP, high - top)
        pixels = pages.picture(number, wide, high, top, rows)
        strip = QImage(pixels, wide, rows, wide * 4, QImage.Format.Format_RGB32)
        place = QRectF(area.left(), area.top() + top / fine, area.width(), rows / fine)
        painter.drawImage(QRectF(place.topLeft() * dots, place.size() * dots), strip)


def _leave_nothing(printer: QPrinter) -> None:
    """A stopped printing into a file leaves no half of one behind."""
    if printer.outputFileName():
        Path(printer.outputFileName()).unlink(missing_ok=True)


def _refused(printer: QPrinter) -> str:
    if printer.outputFileName():
        sentence = _("“{name}” could not be written. Choose another folder or another name.")
        return sentence.format(name=printer.outputFileName())
    sentence = _(
        "The printer “{name}” did not take the pages. See that it is switched on, or choose another."
    )
    return sentence.format(name=printer.printerName())
