"""Ctrl+C while papers are made by command: nothing is half written, and it is said."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from coalmeet import cli
from coalmeet.commands.terminal import Terminal

SPEECH = {
    "format": "coalmeet.meeting",
    "version": 1,
    "date": "2026-10-01",
    "title": "A long evening",
    "agenda": [{"title": f"Speech {at}", "notes": "word after word " * 3000} for at in range(40)],
}


class Onlooker(io.StringIO):
    """A terminal on which somebody presses Ctrl+C as soon as some words show."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self._words = words

    def isatty(self) -> bool:
        return True

    def write(self, words: str) -> int:
        if self._words and self._words in words:
            self._words = ""
            raise KeyboardInterrupt
        return super().write(words)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path, record = tmp_path / "s.coalmeet", tmp_path / "speech.json"
    record.write_text(json.dumps(SPEECH), encoding="utf-8")
    quiet = Terminal(io.StringIO(), io.StringIO())
    assert cli.main(["new", str(path), "--name", "Sample"], quiet) == 0
    assert cli.main(["import", str(path), str(record)], quiet) == 0
    return path


def test_ctrl_c_says_that_nothing_is_half_written(file: Path, tmp_path: Path) -> None:
    seen, target = Onlooker("20 of "), tmp_path / "minutes.pdf"
    meeting = _only(file)
    status = cli.main(["export", str(file), meeting, "--to", str(target)], Terminal(io.StringIO(), seen))
    assert status == cli.INTERRUPTED == 130
    assert seen.getvalue().endswith("Stopped. What was finished stays; no file is half written.\n")
    assert "1 of 40: minutes.pdf" in seen.getvalue()
    assert sorted(one.name for one in tmp_path.iterdir()) == ["s.coalmeet", "speech.json"]


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="this system has no such signals")
def test_the_real_command_ends_at_once_and_leaves_the_older_minutes(file: Path, tmp_path: Path) -> None:
    target, seen = tmp_path / "minutes.pdf", tmp_path / "said.txt"
    target.write_bytes(b"older")
    with seen.open("wb") as said:
        running = subprocess.Popen(
            [sys.executable, "-c", _STARTED, "export", str(file), _only(file), "--to", str(target)],
            stdout=subprocess.PIPE,
            stderr=said,
        )
        assert running.stdout is not None
        running.stdout.readline()  # it is laying out
        running.send_signal(signal.SIGINT)
        assert running.wait(60) == 130
        running.stdout.close()
    assert "no file is half written" in seen.read_text(encoding="utf-8")
    assert "Traceback" not in seen.read_text(encoding="utf-8")
    assert target.read_bytes() == b"older"
    assert list(tmp_path.glob(".coalmeet-*")) == []


# The command, with a word on its output when the first part is laid out.
_STARTED = """
import signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)  # what runs in the background may have been told to ignore it
from coalmeet import cli
from coalmeet.documents import minutes
known = minutes.record_pages
def record_pages(*what, **how):
    print("laying out", flush=True)
    return known(*what, **how)
minutes.record_pages = record_pages
sys.exit(cli.main(sys.argv[1:]))
"""


def _only(file: Path) -> str:
    listing = io.StringIO()
    cli.main(["meetings", str(file), "--json"], Terminal(listing, io.StringIO()))
    (meeting,) = json.loads(listing.getvalue())
    return str(meeting["id"])
