"""Makes a PDF, then draws, reads and searches its pages, in a thread of its own: the window waits for nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextvars import copy_context
from dataclasses import dataclass
from threading import Condition

from PySide6.QtCore import QThread, Signal
from PySide6.QtGui import QImage

from coalmeet.documents.going import watched
from coalmeet.documents.pdf_pages import Hit, PdfPages
from coalmeet.errors import FileProblem, Stopped

TOLD_PAGES = 16  # after so many what was found is told: the window has other things to do


@dataclass(frozen=True, slots=True)
class Band:
    """A part of a page to be drawn: of its picture of width by height pixels, `rows` from `top` on."""

    page: int
    width: int
    height: int
    top: int
    rows: int


class Reader(QThread):
    """What is wanted now counts; what was wanted before and is not drawn yet never is.

    `laying` tells how far the making is: the stage, how many parts or pages are done, and how many there are.
    `opened` carries the sizes of the pages, `failed` a sentence, `drawn` a Band and its picture, `told` a page and
    its words, `found` what was searched for, the hits so far, and whether all pages were searched.
    """

    laying = Signal(str, int, int)
    opened = Signal(object)
    failed = Signal(str)
    drawn = Signal(object, object)
    told = Signal(int, str)
    found = Signal(str, object, bool)

    def __init__(self, make: Callable[[], bytes]) -> None:
        """`make` answers the bytes of a PDF, or raises FileProblem; it is called in the thread."""
        super().__init__()
        self._make, self._context = make, copy_context()  # the thread speaks the language of the window
        self._wish = Condition()
        self._bands: tuple[Band, ...] = ()
        self._page = -1
        self._search: Iterator[None] = iter(())
        self._words: str | None = None
        self._leaving = False
        self.data = b""

    def draw(self, bands: tuple[Band, ...]) -> None:
        """Draw these, the first one first, and nothing else that was asked for."""
        with self._wish:
            self._bands = bands
            self._wish.notify()

    def tell(self, page: int) -> None:
        """Read the words of this page."""
        with self._wish:
            self._page = page
            self._wish.notify()

    def find(self, words: str) -> None:
        """Search all pages for these words, and no longer for others."""
        with self._wish:
            self._words = words
            self._wish.notify()

    def leave(self) -> None:
        """Do nothing more: pages that are being made are made no further, and the thread ends."""
        with self._wish:
            self._leaving = True
            self._wish.notify()

    def run(self) -> None:
        self._context.run(self._work)

    def _work(self) -> None:
        try:
            with watched(lambda: not self._leaving, self.laying.emit):
                self.data = self._make()
            with PdfPages(self.data) as pages:
                self.opened.emit(pages.sizes)
                while self._do_next(pages):
                    pass
        except Stopped:
            return
        except FileProblem as problem:
            if not self._leaving:
                self.failed.emit(str(problem))

    def _do_next(self, pages: PdfPages) -> bool:
        """Do what matters most: what is seen, then what is read aloud, then a page of the search."""
        with self._wish:
            if self._words is not None:
                self._search, self._words = self._searching(pages, self._words), None
            band, self._bands = next(iter(self._bands), None), self._bands[1:]
            page = -1 if band else self._page
            self._page = self._page if band else -1
        if self._leaving:
            return False
        if band is not None:
            self.drawn.emit(band, _image(pages, band))
        elif page >= 0:
            self.told.emit(page, pages.words(page))
        elif next(self._search, self) is self:
            self._wait()
        return True

    def _searching(self, pages: PdfPages, words: str) -> Iterator[None]:
        hits: list[Hit] = []
        last = len(pages.sizes) - 1
        for page in range(len(pages.sizes)):
            hits += pages.find(page, words)
            if page % TOLD_PAGES == 0 or page == last:
                self.found.emit(words, tuple(hits), page == last)
            yield

    def _wait(self) -> None:
        with self._wish:
            self._wish.wait_for(
                lambda: self._leaving or bool(self._bands) or self._page >= 0 or self._words is not None
            )


def _image(pages: PdfPages, band: Band) -> QImage:
    pixels = pages.picture(band.page, band.width, band.height, band.top, band.rows)
    # The picture is copied once more: Qt's own copy outlives the bytes.
    return QImage(pixels, band.width, band.rows, band.width * 4, QImage.Format.Format_RGB32).copy()
