"""Reads a PDF page by page: how large each is, what it looks like, which words stand on it and where.

PDFium draws them, and bears one call at a time in the whole program: each goes through one lock here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock
from types import TracebackType
from typing import Any, Self, TypeVar

from coalmeet.errors import FileProblem
from coalmeet.text import _

T = TypeVar("T")
_ONE_AT_A_TIME = Lock()
_KEPT = 4  # pages that stay open: those that are seen together
_WHITE = (255, 255, 255, 255)
_HYPHEN = "\ufffe"  # what PDFium says for the hyphen of a broken word


@dataclass(frozen=True, slots=True)
class Size:
    """Width and height of a page in points (1/72 inch)."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Box:
    """A part of a page in points, from its left and upper edge."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Hit:
    """Where words were found: the page (from 0) and a box for each line that they run over."""

    page: int
    boxes: tuple[Box, ...]


class PdfPages:
    """An open PDF. Everything of it is used, and closed, in the thread that opened it."""

    def __init__(self, data: bytes) -> None:
        """Raises FileProblem when the bytes are no PDF, or a damaged one."""
        self._open: dict[int, Any] = {}
        self._file = _alone(lambda: _opened(data))
        self.sizes: tuple[Size, ...] = _alone(
            lambda: tuple(Size(*self._file.get_page_size(at)) for at in range(len(self._file)))
        )
        if not self.sizes:
            self.close()
            raise FileProblem(_damaged())

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the PDF."""
        with _ONE_AT_A_TIME:
            for page in self._open.values():
                page.close()
            self._open.clear()
            self._file.close()

    def picture(self, page: int, width: int, height: int, top: int = 0, rows: int = 0) -> bytes:
        """A page drawn `width` by `height` pixels, of it the rows from `top` on; all without `rows`.

        Four bytes a pixel: blue, green, red, and one that means nothing; white where the page has nothing.
        """
        from pypdfium2 import PdfBitmap, raw

        rows = rows or height

        def draw() -> bytes:
            bitmap = PdfBitmap.new_native(width, rows, raw.FPDFBitmap_BGRx)
            bitmap.fill_rect(_WHITE, 0, 0, width, rows)
            raw.FPDF_RenderPageBitmap(
                bitmap.raw, self._page(page).raw, 0, -top, width, height, 0, raw.FPDF_ANNOT
            )
            pixels = bytes(bitmap.buffer)
            bitmap.close()
            return pixels

        return _alone(draw)

    def words(self, page: int) -> str:
        """The text of a page in its order, a line a line."""

        def read() -> str:
            text = self._page(page).get_textpage()
            words = str(text.get_text_bounded())
            text.close()
            return words

        lines = _alone(read).replace(_HYPHEN, "").splitlines()
        return "\n".join(line.strip() for line in lines if line.strip())

    def find(self, page: int, words: str) -> tuple[Hit, ...]:
        """Where these words stand on a page, in capitals or not."""
        return _alone(lambda: self._found(page, words)) if words.strip() else ()

    def _found(self, page: int, words: str) -> tuple[Hit, ...]:
        text = self._page(page).get_textpage()
        search = text.search(" ".join(words.split()))
        hits = []
        while (found := search.get_next()) is not None:
            boxes = [text.get_rect(at) for at in range(text.count_rects(*found))]
            hits.append(Hit(page, tuple(self._box(page, *corners) for corners in boxes)))
        search.close()
        text.close()
        return tuple(hits)

    def _box(self, page: int, left: float, bottom: float, right: float, top: float) -> Box:
        return Box(left, self.sizes[page].height - top, right - left, top - bottom)

    def _page(self, number: int) -> Any:
        page = self._open.pop(number, None) or self._file[number]
        self._open[number] = page  # the last one used is the last to go
        while len(self._open) > _KEPT:
            self._open.pop(next(iter(self._open))).close()
        return page


def attached(data: bytes, file_name: str) -> bytes | None:
    """What a PDF carries under this name, None if nothing. Raises FileProblem when the bytes are no PDF."""

    def read() -> bytes | None:
        document = _opened(data)
        try:
            for at in range(document.count_attachments()):
                attachment = document.get_attachment(at)
                if attachment.get_name() == file_name:
                    return bytes(attachment.get_data())
            return None
        finally:
            document.close()

    return _alone(read)


def attached_names(data: bytes) -> tuple[str, ...]:
    """What everything that a PDF carries is called. Raises FileProblem when the bytes are no PDF."""

    def read() -> tuple[str, ...]:
        document = _opened(data)
        try:
            count = document.count_attachments()
            return tuple(str(document.get_attachment(at).get_name()) for at in range(count))
        finally:
            document.close()

    return _alone(read)


def _alone(act: Callable[[], T]) -> T:
    from pypdfium2 import PdfiumError

    with _ONE_AT_A_TIME:
        try:
            return act()
        except PdfiumError as error:
            raise FileProblem(_damaged()) from error


def _opened(data: bytes) -> Any:
    from pypdfium2 import PdfDocument

    return PdfDocument(data)


def _damaged() -> str:
    return _("These pages cannot be shown: they are damaged, or no PDF. Go back and open them again.")
