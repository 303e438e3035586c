"""A whole journey, watched from below: no socket but local ones, and no file opened because a text named it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Figures
from tests.faults.tracing import Trace, coalmeet, python, traced

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def run(
    tmp_path: Path, needs: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Trace]:
    needs("strace")
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    return lambda command: traced(command, tmp_path)


@pytest.fixture
def bait(tmp_path: Path) -> Path:
    """A file that texts name in every way that some program somewhere follows."""
    path = tmp_path / "bait.png"
    path.write_bytes(b"nobody reads this")
    return path


def named(bait: Path) -> str:
    """A text that would open the file wherever it is taken for more than text."""
    return f'<img src="{bait}"> <img src="{bait.as_uri()}"> ![x]({bait}) @{bait} \\input{{{bait}}} =IMPORT("{bait}")'


def record_with(bait: Path, folder: Path) -> Path:
    """A meeting whose every text names the file."""
    told = named(bait)
    record = {
        "format": "coalmeet.meeting",
        "version": 1,
        "date": "2026-05-14",
        "title": told,
        "facilitators": [told],
        "people": [{"name": told, "organisation": told, "present": True}],
        "temperature": [{"name": told, "word": told}],
        "agenda": [
            {
                "title": told,
                "label": "decision",
                "minutes": 20,
                "notes": told,
                "outcome": "agreed",
                "decisions": [
                    {"text": told, "outcome": "agreed", "concerns": [{"organisation": told, "text": told}]}
                ],
                "actions": [{"text": told, "owner": told}],
            }
        ],
    }
    path = folder / "record.json"
    path.write_text(json.dumps(record), encoding="utf-8")
    return path


@pytest.mark.faults
def test_a_whole_journey_opens_no_socket_but_local_ones_and_follows_no_text(
    run: Callable[..., Trace], tmp_path: Path, bait: Path, whole: bool, figures: Figures
) -> None:
    file, papers = tmp_path / "river.coalmeet", tmp_path / "papers"
    record = record_with(bait, tmp_path)
    formats = "pdf,html,md,json,ics,actions.csv,decisions.csv" if whole else "html,md"
    journey = [
        coalmeet("new", file, "--name", "River Alliance", *(["--sample"] if whole else [])),
        coalmeet("import", file, record),
        coalmeet("export", file, "--all", "--to", papers, "--format", formats),
    ]
    if whole:
        journey += [
            coalmeet("export", file, "--as", "year-book", "--circulated", "--to", tmp_path / "book.pdf"),
            coalmeet("erase", file, "Amina Okafor", "--backups", "--yes"),
            coalmeet("check", file),
            coalmeet("rehearse", file, "--out", tmp_path / "windows"),
        ]
    traces = [run(one) for one in journey]
    families = sorted({family for one in traces for family in one.families})
    calls = sum(one.calls for one in traces)
    quiet = set(families) <= {"AF_UNIX"} and not any(str(bait) in one.opened for one in traces)
    words = f"{len(journey)} commands, {calls:,} calls watched; sockets: {', '.join(families) or 'none'}"
    figures("Network and files, a whole journey", words, holds=quiet)
    assert set(families) <= {"AF_UNIX"}
    assert str(record) in {name for one in traces for name in one.opened}, "files are seen being opened"
    assert not any(str(bait) in one.opened for one in traces)


def test_a_socket_to_the_network_would_be_seen(run: Callable[..., Trace]) -> None:
    code = "import socket; s = socket.socket(); s.settimeout(0); s.connect_ex(('127.0.0.1', 9))"
    assert "AF_INET" in run(python(code)).families


def test_a_file_that_is_opened_because_a_text_names_it_would_be_seen(
    run: Callable[..., Trace], bait: Path
) -> None:
    code = f"""
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication([])
label = QLabel({named(bait)!r})
label.show()
label.grab()
"""
    assert str(bait) in run(python(code)).opened, "a label that guesses rich text reads the picture"
