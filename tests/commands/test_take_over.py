"""A file that somebody sent, at the command line: read where it is in order, written to only once it is one's own."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from coalmeet import cli
from coalmeet.commands.terminal import Terminal
from coalmeet.store import backups, header, ours
from coalmeet.store.foreign import child
from coalmeet.store.tables import rules

WORDS = "otter softly paper grey seven reading"


def run(*words: str | Path, typed: str = "") -> tuple[int | None, str, str]:
    out, err = io.StringIO(), io.StringIO()
    status = cli.main([str(word) for word in words], Terminal(out, err, source=io.StringIO(typed)))
    return status, out.getvalue(), err.getvalue()


@pytest.fixture
def sent(tmp_path: Path) -> Path:
    made = tmp_path / "hers.coalmeet"
    assert run("new", made, "--name", "River", "--sample")[0] == 0
    return shutil.copyfile(made, tmp_path / "sent.coalmeet")


@pytest.fixture
def record(tmp_path: Path) -> Path:
    path = tmp_path / "may.json"
    told = {
        "format": "coalmeet.meeting",
        "version": 1,
        "date": "2026-05-14",
        "coalition": "River",
        "agenda": [],
    }
    path.write_text(json.dumps(told), encoding="utf-8")
    return path


def test_it_can_be_read_as_it_is(sent: Path) -> None:
    status, out, err = run("meetings", sent)
    assert (status, len(out.splitlines()), err) == (0, 4, "")
    assert run("check", sent)[:2] == (0, "“sent.coalmeet” is sound.\n")


def test_nothing_is_written_to_it_before_it_is_ones_own(sent: Path, record: Path, tmp_path: Path) -> None:
    before = sent.read_bytes()
    status, _out, err = run("import", sent, record)
    assert status == 1
    assert "coalmeet take-over sent.coalmeet --to NEW" in err
    assert sent.read_bytes() == before
    own = tmp_path / "own.coalmeet"
    status, out, _err = run("take-over", sent, "--to", own)
    assert (status, out) == (0, f"“River” with 4 meetings is yours now: {own}\n")
    assert run("import", own, record)[0] == 0


def test_it_may_become_ones_own_in_its_place(sent: Path, record: Path) -> None:
    assert run("take-over", sent, "--to", sent)[0] == 0
    assert ours.is_ours(sent)
    assert len(backups.of(sent)) == 1
    assert run("import", sent, record)[0] == 0


def test_a_damaged_one_is_refused_by_every_command(sent: Path, tmp_path: Path) -> None:
    sent.write_bytes(sent.read_bytes()[:-4096])
    for words in (
        ("meetings", sent),
        ("check", sent),
        ("take-over", sent, "--to", tmp_path / "own.coalmeet"),
    ):
        status, _out, err = run(*words)
        assert status == 1
        assert "did not arrive whole" in err
    assert not (tmp_path / "own.coalmeet").exists()


def test_a_sealed_one_stays_sealed(tmp_path: Path) -> None:
    made, sent, own = (tmp_path / name for name in ("hers.coalmeet", "sent.coalmeet", "own.coalmeet"))
    run("new", made, "--name", "River", "--passphrase", typed=f"{WORDS}\n{WORDS}\n")
    shutil.copyfile(made, sent)
    assert run("take-over", sent, "--to", own, typed=f"{WORDS}\n")[0] == 0
    assert header.inspect(own).sealed
    assert run("meetings", own, typed=f"{WORDS}\n")[0] == 0


FROZEN = """
import sys
sys.frozen = True
from coalmeet import cli
sys.exit(cli.main(sys.argv[1:]))
"""


def test_the_frozen_program_is_its_own_reader(sent: Path) -> None:
    asked = {"path": str(sent), "to": "", "key": "", "rules": rules.rules(), "edited": rules.edited()}
    said = subprocess.run(
        [sys.executable, "-c", FROZEN, child.WORD],
        input=json.dumps(asked).encode(), capture_output=True, check=True,
    )  # fmt: skip
    assert json.loads(said.stdout)["meetings"] == 4


def test_the_word_means_nothing_to_a_person() -> None:
    assert run(child.WORD, "--help")[0] == cli.MISUSED
