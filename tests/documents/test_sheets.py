"""The charter and the decision matrix as pages: on one page, whole, read aloud in order, and as Markdown."""

from __future__ import annotations

import io
import itertools
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from coalmeet.coalition.charter import Charter, charter
from coalmeet.coalition.organisation import Organisation
from coalmeet.documents import charter as charter_page
from coalmeet.documents import matrix as matrix_page
from coalmeet.documents.coalition_markdown import charter_markdown, matrix_markdown
from coalmeet.documents.matrix import CRITICAL
from coalmeet.meeting.events import DecisionKind
from tests.coalition.test_charter import KINDS, known
from tests.documents.judging import broken
from tests.documents.pdf_tree import elements, faults, read_aloud
from tests.documents.test_recovery_sheet import OWN, sheet

Read = Callable[[bytes], str]


def pages(data: bytes) -> int:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return len(pdf.pages)


def large(members: int, purpose: str = "Trees for all.") -> Charter:
    many = [Organisation(str(n), f"Friends of the woodland number {n}") for n in range(members)]
    return charter(known(many, purpose=purpose))


def bare(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("members", [0, 1, 12, 75])
def test_a_charter_of_a_usual_length_stands_on_one_page(members: int, extracted: Read) -> None:
    told = large(members)
    data = charter_page.pdf(told)
    assert pages(data) == 1
    found = extracted(data)
    for one in told.parts:
        assert all(bare(words) in found for words in one.texts)


def test_only_what_cannot_fit_goes_over_to_a_second_page_and_is_whole(extracted: Read) -> None:
    told = large(75, purpose="We plant trees where nobody else does. " * 60)
    data = charter_page.pdf(told)
    assert pages(data) == 2
    assert bare("We plant trees where nobody else does.") * 60 in extracted(data)


def test_the_charter_is_read_aloud_heading_by_heading() -> None:
    aloud = [(role, words) for role, words in read_aloud(charter_page.pdf(large(3))) if words]
    headings = [words for role, words in aloud if role in {"H1", "H2"}]
    assert headings[:4] == ["Woodland", "What we are for", "Members", "How we decide"]
    assert aloud[-1][1] == "As the coalition's file had it on 22 November 2026."
    levels = [int(role[1]) for role, _words in aloud if role[0] == "H"]
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_the_matrix_is_a_table_whose_rows_and_columns_have_names() -> None:
    with pikepdf.open(io.BytesIO(matrix_page.pdf(known().matrix))) as pdf:
        scopes = [str(one.A.Scope) for one in elements(pdf.Root.StructTreeRoot) if str(one.S) == "/TH"]
    assert scopes == ["/Column"] * 5 + ["/Row"] * 4


def test_critical_is_a_mark_and_a_word() -> None:
    said = [words for _role, words in read_aloud(matrix_page.pdf(known().matrix))]
    assert f"{CRITICAL} Critical" in said
    assert said.count(f"{CRITICAL} Critical") == 1


def test_a_matrix_of_many_kinds_goes_over_pages_and_is_whole(extracted: Read) -> None:
    many = tuple(DecisionKind(str(n), f"Kind of decision number {n}") for n in range(40))
    data = matrix_page.pdf(known(kinds=many).matrix)
    assert pages(data) > 1
    found = extracted(data)
    assert all(f"Kindofdecisionnumber{n}" in found for n in range(40))


def test_other_scripts_and_markup_are_only_text(extracted: Read) -> None:
    kinds = (DecisionKind("a", "新しい会員 <b>x</b> | *y*", decider="山田"),)
    members = (Organisation("a", "住民の会"), Organisation("b", "租户联盟"))
    told = known(members, kinds, purpose="**Not** <i>markup</i>\u202e.")
    assert "新しい会員<b>x</b>|*y*" in extracted(matrix_page.pdf(told.matrix))
    found = extracted(charter_page.pdf(charter(told)))
    assert "住民の会" in found
    assert "租户联盟" in found
    assert "**Not**<i>markup</i>." in found
    assert "新しい会員 \\<b\\>x\\</b\\> \\| \\*y\\*" in matrix_markdown(told.matrix)
    assert "\\*\\*Not\\*\\* \\<i\\>markup\\</i\\>." in charter_markdown(charter(told))


def test_the_markdown_has_every_part_and_every_row() -> None:
    told = charter(known(purpose="Trees for all."))
    text = charter_markdown(told)
    assert text.startswith("# Woodland\n")
    assert all(f"## {one.heading}" in text for one in told.parts)
    table = [line for line in matrix_markdown(known().matrix).splitlines() if line.startswith("|")]
    assert len(table) == 2 + len(KINDS) + 1
    assert len({line.count(" | ") for line in table}) == 1


def test_the_same_agreement_gives_the_same_bytes() -> None:
    assert charter_page.pdf(charter(known())) == charter_page.pdf(charter(known()))
    assert matrix_page.pdf(known().matrix) == matrix_page.pdf(known().matrix)


def test_they_keep_the_rules_of_archives_and_of_screen_readers(tmp_path: Path) -> None:
    two = replace(large(75), purpose="We plant trees where nobody else does. " * 60)
    made = (
        charter_page.pdf(large(12)),
        charter_page.pdf(two),
        matrix_page.pdf(known().matrix),
        sheet(),
        sheet(OWN),
    )
    paths = []
    for number, data in enumerate(made):
        paths.append(tmp_path / f"{number}.pdf")
        paths[-1].write_bytes(data)
        assert faults(data) == []
    assert broken(paths) == []
