"""coalmeet hand-over and coalmeet bring-in: what they say, what they do, and how it is taken back."""

import io
from pathlib import Path

import pytest

from coalmeet import cli
from coalmeet.commands.terminal import Terminal
from coalmeet.store import backups, edit, people
from coalmeet.store import file as files


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


@pytest.fixture
def river(tmp_path: Path) -> Path:
    path = tmp_path / "river.coalmeet"
    assert run("new", path, "--name", "River", "--sample")[0] == 0
    return path


def run(*words: str | Path) -> tuple[int | None, str, str]:
    out, err = io.StringIO(), io.StringIO()
    status = cli.main([str(word) for word in words], Terminal(out, err, source=io.StringIO()))
    return status, out.getvalue(), err.getvalue()


def resize(path: Path, size: int) -> None:
    file = files.open_to_write(path)
    with file.writing() as con:
        edit.edit(con, file, "organisation", people.organisations(con)[0].id, size=size)
    file.close()


def size(path: Path) -> int | None:
    file = files.open_to_read(path)
    with file.reading() as con:
        found = people.organisations(con)[0].size
    file.close()
    return found


def test_a_file_goes_to_the_next_facilitator_and_comes_back(river: Path, tmp_path: Path) -> None:
    copy = tmp_path / "for Olu.coalmeet"
    status, out, _err = run("hand-over", river, "--to", copy)
    assert status == 0
    assert "“for Olu.coalmeet” is ready to be handed over." in out
    assert "The agenda of" in out
    assert "Left out, not deleted: 1 private note" in out
    before = river.read_bytes()
    status, out, _err = run("bring-in", river, copy)
    assert (status, river.read_bytes()) == (0, before)
    assert out.startswith("3 new entries.\n")
    assert "Nothing was changed. Say the same with --yes to bring it in." in out
    assert run("bring-in", river, copy, "--yes")[0] == 0
    assert backups.of(river)[0].why == backups.BRINGING_IN


def test_both_sides_of_what_was_edited_twice_are_shown_and_chosen(river: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.coalmeet"
    run("hand-over", river, "--to", copy)
    resize(river, 12)
    resize(copy, 14)
    status, _out, err = run("bring-in", river, copy, "--yes", "--choose", "7=a")
    assert status == 1
    assert "There is no answer a to a question 7" in err
    _status, out, _err = run("bring-in", river, copy, "--yes")
    assert "1 needs your choice" in out
    assert "Before: 24\n   a) In this file: 12\n   b) In the copy: 14\n" in out
    assert "1 question is still open" in out
    assert "1 question is still open" in run("bring-in", river)[1]
    _status, out, _err = run("bring-in", river, "--choose", "1=a")
    assert "In this file: 12 (chosen)" in out
    assert size(river) == 12
    assert "Nothing is open." in run("bring-in", river)[1]
    assert "is out again" in run("bring-in", river, "--undo")[1]
    assert size(river) == 12
    assert "No copy came in" in run("bring-in", river, "--undo")[2]
    assert run("bring-in", river, "--undo", "--yes")[0] == 2
