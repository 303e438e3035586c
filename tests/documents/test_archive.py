"""What calls itself an archive and accessible is judged so: PDF/A-3u and PDF/UA-1 by veraPDF, its tree by a walk.

A share of all kinds of papers on every run; with COALMEET_EXAMPLES=full all real records, too.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from coalmeet.documents.minutes import pdf
from coalmeet.exchange.record import dump
from coalmeet.meeting.minutes import minutes, published
from tests.documents.all_outputs import command, make_everything
from tests.documents.conftest import RICH
from tests.documents.full_record import full_record
from tests.documents.judging import broken
from tests.documents.pdf_tree import faults
from tests.documents.stress import stress
from tests.documents.test_every_text import MEANT
from tests.documents.test_inert import NASTY, with_words

Record = dict[str, Any]
WHOLE = os.environ.get("COALMEET_EXAMPLES") == "full"


def of(**item: object) -> Record:
    return {"format": "coalmeet.meeting", "version": 1, "date": "2026-05-14", "title": "T", "agenda": [item]}


SCRIPTS = (
    "日本語の議事録。中文会议记录，한국어 회의록 — العربية עברית ไทย हिन्दी Ελληνικά 🎉✅\ufe0f ★→ ക\ue000"
)
RECORDS: dict[str, Callable[[], Record]] = {
    "everything happens": lambda: RICH,
    "every key": lambda: full_record(MEANT)[0],
    "no item": lambda: {**RICH, "agenda": []},
    "no people": lambda: {**RICH, "people": [], "members": []},
    "one item": lambda: of(title="Only"),
    "scripts": lambda: of(
        title=SCRIPTS, notes=SCRIPTS * 20, decisions=[{"text": SCRIPTS, "outcome": "agreed"}]
    ),
    "a decision of pages": lambda: of(decisions=[{"text": "We decide this. " * 900, "outcome": "agreed"}]),
    "work for a page": lambda: of(actions=[{"text": f"act {number}"} for number in range(200)]),
    "approved with corrections": lambda: {
        **RICH,
        "state": "approved",
        "approved_on": "2026-06-11",
        "corrections": [{"text": "It was Tuesday."}],
    },
    "markup": lambda: with_words(NASTY["an end of everything"]),
    "signs of PDF": lambda: with_words(NASTY["parts of a PDF"]),
    "the everyday size": lambda: stress(24, 26, 22_000),
    "the largest size": stress,
}


def made(record: Record) -> bytes:
    return pdf(minutes(record, coalition="C"), attachment=dump(published(record)).encode())


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Minutes of all kinds, and every paper of the sample coalition."""
    folder = tmp_path_factory.mktemp("archive")
    for name, record in RECORDS.items():
        (folder / f"{name}.pdf").write_bytes(made(record()))
    assert command("new", folder / "s.coalmeet", "--name", "Sample", "--sample")[0] == 0
    make_everything(folder / "s.coalmeet", folder / "sample")
    return sorted(folder.rglob("*.pdf"))


@pytest.fixture(scope="module")
def real(records: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Real meetings: one of each body that wrote them, or all."""
    folder, seen, found = tmp_path_factory.mktemp("real"), dict[str, int](), []
    for path in sorted(records.glob("*.json")):
        body = re.split(r"\d", path.name)[0]
        seen[body] = seen.get(body, 0) + 1
        if WHOLE or seen[body] == 3:
            found.append(folder / f"{path.stem}.pdf")
            found[-1].write_bytes(made(json.loads(path.read_text(encoding="utf-8"))))
    return found


def test_every_kind_of_paper_keeps_the_rules(papers: list[Path]) -> None:
    assert len(papers) > len(RECORDS) + 5
    assert broken(papers) == []


def test_real_meetings_keep_the_rules(real: list[Path]) -> None:
    assert len(real) >= 7
    assert broken(real) == []


def test_the_judge_judges(tmp_path: Path) -> None:
    """A page of somebody else is neither archival nor accessible."""
    other = pikepdf.new()
    other.add_blank_page()
    other.save(tmp_path / "other.pdf")
    said = broken([tmp_path / "other.pdf"])
    assert [line.split(" ")[:2] for line in said if not line.startswith(" ")] == [
        ["BREAKS", "ua1"],
        ["BREAKS", "3u"],
    ]


def test_each_piece_of_content_is_read_once_and_leads_back(papers: list[Path]) -> None:
    assert [(path.name, faults(path.read_bytes())) for path in papers if faults(path.read_bytes())] == []


def test_each_piece_of_a_real_meeting_is_read_once_and_leads_back(real: list[Path]) -> None:
    for path in real:
        assert faults(path.read_bytes()) == [], path.name
