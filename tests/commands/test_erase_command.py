"""Erasing somebody by command: a preview first, then the file and its backups without them."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

import pytest

from coalmeet import cli
from coalmeet.commands.terminal import Terminal
from coalmeet.store import backups, ours, people
from coalmeet.store import file as files
from coalmeet.store.edit import edit
from coalmeet.store.file import CoalitionFile

NOW = 1_778_767_200_000  # 14 May 2026, 14:00 UTC


def command(*words: object) -> tuple[int, str]:
    said = io.StringIO()
    status = cli.main(["erase", *(str(word) for word in words)], Terminal(said, said))
    assert status is not None
    return status, said.getvalue()


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file in which a note speaks of Ann Lee and of a place called so, with a backup of it on this computer."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    made = files.create(tmp_path / "river.coalmeet", "River Alliance", now=NOW)
    with made.writing() as con:
        edit(con, made, "person", "a" * 32, name="Ann Lee", email="ann@reed.org")
        edit(con, made, "person", "b" * 32, name="Ben Stone")
        edit(con, made, "parked", "c" * 32, title="Ask Ann Lee for the keys")
        edit(con, made, "parked", "d" * 32, title="The Lee is in flood")
    backups.keep(made, backups.ASKED, now=NOW)
    made.close()
    return made.path


def kept(path: Path) -> list[bytes]:
    file: CoalitionFile = files.open_to_read(path)
    file.close()
    return [one.path.read_bytes() for one in backups.of(path)]


def test_a_look_changes_nothing(path: Path) -> None:
    before = path.read_bytes()
    status, said = command(path, "ann lee")
    assert status == 0
    assert "1 [x] Ask Ann Lee for the keys" in said
    assert "2 [x] The Lee is in flood" in said
    assert "1 backup on this computer still says" in said
    assert "Nothing is erased yet" in said
    assert path.read_bytes() == before


def test_what_was_asked_for_is_erased_and_the_backups_with_it(path: Path) -> None:
    status, said = command(path, "Ann Lee", "--leave", "2", "--backups", "--yes")
    assert status == 0, said
    assert "1 older one deleted" in said
    for whole in (path.read_bytes(), *kept(path)):
        assert b"Ann" not in whole
        assert b"reed.org" not in whole
        assert b"Ask a person for the keys" in whole
        assert b"The Lee is in flood" in whole
    assert len(kept(path)) == 1
    assert files.check(path) == ()


def test_backups_stay_unless_they_are_asked_for(path: Path) -> None:
    assert command(path, "Ann Lee", "--yes")[0] == 0
    assert b"Ann Lee" in kept(path)[0]
    assert b"Ann Lee" not in path.read_bytes()


def test_nobody_else_is_taken_for_them(path: Path) -> None:
    assert command(path, "Zoe")[1].startswith("Nobody called “Zoe” is in Members")
    file = files.open_to_write(path)
    with file.writing() as con:
        edit(con, file, "person", "e" * 32, name="Ann Lee")
    file.close()
    status, said = command(path, "Ann Lee", "--yes")
    assert status == 1
    assert "e" * 32 in said
    assert command(path, "e" * 32, "--yes")[0] == 0
    again = files.open_to_read(path)
    with again.reading() as con:
        assert [one.id for one in people.people(con) if one.name == "Ann Lee"] == ["a" * 32]
    again.close()


def test_a_number_that_is_not_in_the_list_is_refused(path: Path) -> None:
    status, said = command(path, "Ann Lee", "--leave", "9", "--yes")
    assert (status, "no mention 9" in said) == (1, True)
    assert b"Ann Lee" in path.read_bytes()


def test_another_copy_loses_the_same_words_when_this_one_is_brought_in(path: Path) -> None:
    other = Path(shutil.copy(path, path.with_name("other.coalmeet")))
    assert command(path, "Ann Lee", "--everywhere", "--yes")[0] == 0
    ours.remember(other)
    assert b"Ann Lee" in other.read_bytes()
    said = io.StringIO()
    assert cli.main(["bring-in", str(other), str(path), "--yes"], Terminal(said, said)) == 0, said.getvalue()
    assert b"Ann" not in other.read_bytes()
    assert b"reed.org" not in other.read_bytes()
    assert cli.main(["bring-in", str(path), str(other), "--yes"], Terminal(said, said)) == 0, said.getvalue()
    assert b"Ann" not in path.read_bytes()


def test_somebody_who_is_in_no_list_is_looked_for_in_texts(path: Path) -> None:
    file = files.open_to_write(path)
    with file.writing() as con:
        edit(con, file, "parked", "f" * 32, title="Mr Oke next door complains")
    file.close()
    assert "Nobody called" in command(path, "Mr Oke")[1]
    status, said = command(path, "Mr Oke", "--unlisted", "--yes")
    assert status == 0, said
    assert "Mr Oke next door complains" in said
    assert b"Oke" not in path.read_bytes()
    assert b"a person next door complains" in path.read_bytes()
    assert b"Ann Lee" in path.read_bytes()
    assert "Choose them there" in command(path, "ann lee", "--unlisted")[1]
