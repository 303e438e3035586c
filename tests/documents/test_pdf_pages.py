"""A PDF read back page by page: its sizes, its pictures in parts, its words and where they stand."""

from threading import Thread

import pytest

from coalmeet.documents import pdf_pages
from coalmeet.documents.pdf_pages import PdfPages
from coalmeet.errors import FileProblem

WHITE = b"\xff"


@pytest.fixture
def data(rich, make) -> bytes:
    return make(rich)


@pytest.fixture
def pages(data):
    with PdfPages(data) as opened:
        yield opened


def test_each_page_says_how_large_it_is(pages):
    assert len(pages.sizes) > 1
    assert {(round(one.width), round(one.height)) for one in pages.sizes} == {(595, 842)}


def test_parts_of_a_page_make_up_the_whole(pages):
    """Drawn in parts, as a large page is, no line differs from the page drawn at once."""
    whole = pages.picture(0, 300, 425)
    parts = [pages.picture(0, 300, 425, top, min(100, 425 - top)) for top in range(0, 425, 100)]
    assert b"".join(parts) == whole
    assert len(whole) == 300 * 425 * 4
    assert whole.count(WHITE) < len(whole), "something is drawn"


def test_the_words_of_a_page_can_be_read_aloud(pages):
    words = "\n".join(pages.words(at) for at in range(len(pages.sizes)))
    assert "Priya Raman" in words
    assert "\ufffe" not in words


def test_what_is_found_lies_on_the_page_where_it_is_read(pages):
    hits = [hit for at in range(len(pages.sizes)) for hit in pages.find(at, "harbour  UNION")]
    assert hits
    for hit in hits:
        assert "Harbour Union" in pages.words(hit.page).replace("\n", " ")
        for box in hit.boxes:
            assert 0 < box.left < box.left + box.width < 595
            assert 0 < box.top < box.top + box.height < 842
    assert pages.find(0, "  ") == ()
    assert pages.find(0, "no such thing") == ()


@pytest.mark.parametrize("damaged", [b"", b"%PDF-1.7 rubbish", b"SQLite format 3\0"])
def test_what_is_no_pdf_is_a_sentence(damaged):
    with pytest.raises(FileProblem, match="cannot be shown"):
        PdfPages(damaged)


def test_half_a_pdf_is_a_sentence(data):
    with pytest.raises(FileProblem, match="cannot be shown"):
        PdfPages(data[: len(data) // 2])


def test_while_one_thread_draws_another_waits(data, pages):
    """PDFium bears one call at a time: printing while somebody scrolls must not end the program."""
    drawn = []
    other = Thread(target=lambda: drawn.append(pages.picture(0, 200, 283)))
    with pdf_pages._ONE_AT_A_TIME:
        other.start()
        other.join(0.2)
        assert drawn == []
    other.join()
    assert drawn == [pages.picture(0, 200, 283)]
