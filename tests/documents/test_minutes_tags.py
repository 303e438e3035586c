"""What a screen reader walks and an archive keeps: the tree of the PDF, its attachment, and veraPDF's verdict."""

from __future__ import annotations

import io
import itertools
import json
import os
import shutil
import subprocess
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from tests.documents.pdf_tree import elements, marked

Record = dict[str, Any]
Make = Callable[[Record], bytes]


def roles(data: bytes) -> list[str]:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return [str(one.S)[1:] for one in elements(pdf.Root.StructTreeRoot)]


def test_every_piece_of_content_is_reached_once(rich: Record, make: Make) -> None:
    with pikepdf.open(io.BytesIO(make(rich))) as pdf:
        reached = Counter(piece for one in elements(pdf.Root.StructTreeRoot) for piece in marked(one))
        on_pages = {
            (page.objgen, int(command.operands[1].MCID))
            for page in pdf.pages
            for command in pikepdf.parse_content_stream(page)
            if str(command.operator) == "BDC" and "/MCID" in command.operands[1]
        }
        assert set(reached) == on_pages
        assert set(reached.values()) == {1}


def test_the_parent_tree_leads_back_to_the_element(rich: Record, make: Make) -> None:
    with pikepdf.open(io.BytesIO(make(rich))) as pdf:
        numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
        back = {int(numbers[at]): numbers[at + 1] for at in range(0, len(numbers), 2)}
        pages = {page.objgen: int(page.StructParents) for page in pdf.pages}
        for one in elements(pdf.Root.StructTreeRoot):
            for page, number in marked(one):
                assert back[pages[page]][number].objgen == one.objgen


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


@pytest.mark.skipif(
    not os.environ.get("COALMEET_VERAPDF"), reason="COALMEET_VERAPDF names no veraPDF command"
)
def test_verapdf_finds_nothing(rich: Record, make: Make, tmp_path: Path) -> None:
    command = os.environ["COALMEET_VERAPDF"]
    assert shutil.which(command)
    paths = []
    for number, record in enumerate((rich, {**rich, "agenda": []})):
        paths.append(tmp_path / f"{number}.pdf")
        paths[-1].write_bytes(make(record))
    done = subprocess.run([command, "ua1,3u", *paths], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
