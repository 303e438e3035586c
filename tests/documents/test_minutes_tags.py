"""What a screen reader walks and an archive keeps: the tree of the PDF and its attachment."""

from __future__ import annotations

import io
import itertools
import json
from collections import Counter
from collections.abc import Callable
from typing import Any

import pikepdf

from tests.documents.pdf_tree import elements, faults

Record = dict[str, Any]
Make = Callable[[Record], bytes]


def roles(data: bytes) -> list[str]:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return [str(one.S)[1:] for one in elements(pdf.Root.StructTreeRoot)]


def test_every_piece_of_content_is_read_once_and_leads_back(rich: Record, make: Make) -> None:
    assert faults(make(rich)) == []


def test_headings_descend_without_gaps(rich: Record, make: Make) -> None:
    levels = [int(role[1]) for role in roles(make(rich)) if role in {"H1", "H2", "H3", "H4"}]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_tables_lists_and_links_are_what_they_are(rich: Record, make: Make) -> None:
    counted = Counter(roles(make(rich)))
    assert counted["Table"] == 1
    assert counted["TR"] == 4
    assert counted["LI"] == 8  # two decisions, two requests, four items
    assert counted["Link"] >= 2


def test_the_record_is_attached_and_reads_back(rich: Record, make: Make) -> None:
    with pikepdf.open(io.BytesIO(make(rich))) as pdf:
        (name,) = pdf.attachments
        attached = json.loads(pdf.attachments[name].get_file().read_bytes())
    assert name == "minutes.json"
    assert attached["agenda"][0] == rich["agenda"][0]


def test_bookmarks_name_every_item(rich: Record, make: Make) -> None:
    with pikepdf.open(io.BytesIO(make(rich))) as pdf, pdf.open_outline() as outline:
        titles = [entry.title for top in outline.root for entry in (top, *top.children)]
    assert "Assembly of members" in titles
    assert "1. Opening the strike fund" in titles


def test_it_says_when_it_was_without_reading_a_clock(rich: Record, make: Make) -> None:
    with pikepdf.open(io.BytesIO(make(rich))) as pdf:
        assert str(pdf.docinfo["/CreationDate"]).startswith("D:20260514")
        assert "Assembly of members" in str(pdf.docinfo["/Title"])
