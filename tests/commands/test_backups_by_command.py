"""Backups by command: listed, put back, and what can be read of a damaged file saved."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

from coalmeet import cli
from coalmeet.commands.terminal import Terminal
from coalmeet.store import backups, coalition
from coalmeet.store import file as files

NOW = 1_778_767_200_000


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    path = tmp_path / "river.coalmeet"
    file = files.create(path, "River Alliance", now=NOW)
    backups.keep(file, backups.OPENED, now=NOW)
    with file.writing() as con:
        coalition.write(con, file, name="River and Sea")
    file.close()
    return path


def said(*words: str | Path) -> tuple[int | None, str]:
    out, error = io.StringIO(), io.StringIO()
    status = cli.main([str(word) for word in words], Terminal(out, error))
    return status, out.getvalue() + error.getvalue()


def name_in(path: Path) -> str:
    with files.open_to_read(path).reading() as con:
        return coalition.read(con).name


def test_they_are_listed_and_one_is_put_back(path: Path) -> None:
    status, listed = said("backups", path)
    assert status == 0
    assert "2026-05-15 02:45" in listed  # in the time of this computer
    assert "When it was opened" in listed
    status, words = said("restore", path, listed.split()[0])
    assert status == 0
    assert "newest backup" in words
    assert name_in(path) == "River Alliance"
    assert len(said("backups", path)[1].splitlines()) == 2


def test_a_file_that_is_gone_comes_back(path: Path) -> None:
    path.unlink()
    code = said("backups", path)[1].split()[0]
    assert said("restore", path, code)[0] == 0
    assert name_in(path) == "River Alliance"


def test_a_name_that_is_none_is_refused_and_nothing_is_touched(path: Path) -> None:
    before = path.read_bytes()
    status, words = said("restore", path, "yesterday")
    assert status == 1
    assert "coalmeet backups" in words
    assert path.read_bytes() == before


def test_a_damaged_file_is_checked_with_the_ways_out_and_rescued(path: Path, tmp_path: Path) -> None:
    there = bytearray(path.read_bytes())
    there[-4096:] = bytes(4096)
    path.write_bytes(there)
    status, words = said("check", path)
    assert status == 1
    assert "coalmeet rescue" in words
    status, words = said("rescue", path, "--to", tmp_path / "saved.coalmeet")
    assert status == 0
    assert "Saved into “saved.coalmeet”" in words
    assert name_in(tmp_path / "saved.coalmeet") == "River and Sea"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes among the files")
def test_a_pipe_keeps_nobody_waiting(path: Path, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.coalmeet"
    os.mkfifo(pipe)
    assert said("backups", pipe)[0] == 0
    assert said("restore", pipe, "2026")[0] == 1
    status, words = said("rescue", pipe, "--to", tmp_path / "new")
    assert (status, "not an ordinary file" in words) == (1, True)
