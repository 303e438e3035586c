"""A PDF's objects are what they were meant to be, for a reader that trusts nothing: any words, any bytes, any order."""

from __future__ import annotations

import io
from datetime import date

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalmeet.documents.metadata import About
from coalmeet.documents.objects import Objects, array, dictionary, name, number, string
from coalmeet.documents.pdf_file import Attachment, PageContent, PdfFile
from coalmeet.documents.structure import Link, Marked, Node

WORDS = st.text(st.characters(exclude_categories=["Cs"]))


def opened(objects: Objects, **entries: str) -> pikepdf.Pdf:
    """The file with these entries in its catalog, as another program reads it."""
    pages = objects.add(dictionary({"Type": name("Pages"), "Kids": array([]), "Count": 0}))
    catalog = objects.add(dictionary({"Type": name("Catalog"), "Pages": pages, **entries}))
    return pikepdf.open(
        io.BytesIO(objects.file(catalog, objects.add(dictionary({})))), attempt_recovery=False
    )


@given(WORDS)
def test_any_words_come_back(words: str) -> None:
    with opened(Objects(), Said=string(words)) as pdf:
        assert str(pdf.Root.Said) == words


@given(st.text(st.characters(codec="ascii", exclude_characters="\0"), min_size=1))
def test_any_name_comes_back(words: str) -> None:
    with opened(Objects(), Named=name(words)) as pdf:
        assert str(pdf.Root.Named)[1:] == words


@given(st.binary(), st.booleans())
def test_what_a_stream_carries_comes_back(content: bytes, packed: bool) -> None:
    objects = Objects()
    with opened(objects, Carried=objects.stream(content, packed=packed)) as pdf:
        assert pdf.Root.Carried.read_bytes() == content


def test_objects_may_be_put_in_another_order_than_they_were_promised() -> None:
    objects = Objects()
    first, second = objects.reserve(), objects.reserve()
    objects.put(second, array([first]))
    objects.put(first, string("first"))
    with opened(objects, Second=second) as pdf:
        assert [str(one) for one in pdf.Root.Second] == ["first"]


def test_a_promised_object_that_never_comes_is_noticed() -> None:
    objects = Objects()
    objects.reserve()
    with pytest.raises(AssertionError, match="never put"):
        opened(objects)


@pytest.mark.parametrize(
    ("value", "written"),
    [(-0.001, "0"), (12.0, "12"), (0.5, "0.5"), (1 / 3, "0.33"), (-7.25, "-7.25"), (100, "100")],
)
def test_numbers_are_short(value: float, written: str) -> None:
    assert number(value) == written


def test_a_whole_file_needs_no_mending() -> None:
    """Page, element, link, attachment and a place in the outline of bookmarks, checked by qpdf's own rules."""
    tree = Node("Document", language="en")
    said = tree.add("P")
    said.kids += [
        Marked(0, 0),
        Link(0, {"Type": name("Annot"), "Subtype": name("Link"), "Rect": array([0, 0, 9, 9])}),
    ]
    file = PdfFile(About("Title (old)", "Ada", "Été", "en", date(2026, 5, 14).isoformat()), tree)
    file.pages.append(PageContent(595.28, 841.89, "/P <</MCID 0>> BDC EMC"))
    file.attachments.append(Attachment("a (1).json", "application/json", "Été", b"{}"))
    with pikepdf.open(io.BytesIO(file.data()), attempt_recovery=False) as pdf:
        assert pdf.check_pdf_syntax() == []
        assert str(pdf.docinfo["/Title"]) == "Title (old)"
        assert str(pdf.docinfo["/Subject"]) == "Été"
        assert pdf.attachments["a (1).json"].get_file().read_bytes() == b"{}"
        (link,) = pdf.pages[0].Annots
        assert pdf.Root.StructTreeRoot.ParentTree.Nums[3].objgen == pdf.Root.StructTreeRoot.K[0].K[0].objgen
        assert int(link.StructParent) == 1
