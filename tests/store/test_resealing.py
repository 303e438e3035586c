"""A change of the passphrase with all that belongs to it, also one that was cut off, and no more than that."""

from pathlib import Path

import pytest

from coalmeet.store import backups, header, resealing, sealing
from coalmeet.store import file as files
from coalmeet.store.file import CoalitionFile

NOW = 1_778_767_200_000
HOUR = 60 * 60 * 1000
WORDS = "otter softly paper grey seven reading"
OTHER = "lamp river window oat twelve singing"


@pytest.fixture(autouse=True)
def few_rounds(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Waiting proves nothing."""
    monkeypatch.setattr(sealing, "ROUNDS", 2)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


def cut_off(file: CoalitionFile, passphrase: str) -> None:
    """The power fails as soon as the file has its new seal."""
    resealing.take(file, resealing.prepare(file.path, file.key, passphrase, now=NOW))


def are_sealed(file: CoalitionFile) -> set[bool]:
    return {header.inspect(one.path).sealed for one in backups.of(file.path, file.key)}


def test_backups_left_open_by_a_power_cut_are_sealed_the_next_time(file: CoalitionFile) -> None:
    backups.keep(file, backups.ASKED, now=NOW)
    cut_off(file, WORDS)
    assert are_sealed(file) == {False}
    assert resealing.finish(file.path, file.key, now=NOW) == 2
    assert are_sealed(file) == {True}
    for one in backups.of(file.path, file.key):
        files.check(one.path, file.key)
    assert resealing.finish(file.path, file.key, now=NOW) == 0


def test_they_are_sealed_with_the_next_passphrase_too(file: CoalitionFile) -> None:
    cut_off(file, WORDS)
    assert resealing.change(file, OTHER, now=NOW).left == 0
    assert are_sealed(file) == {True}


def test_unfinished_copies_of_a_change_that_was_cut_off_go(file: CoalitionFile) -> None:
    copy = resealing.prepare(file.path, file.key, WORDS, now=NOW)
    at = round(copy.path.stat().st_mtime * 1000)
    resealing.finish(file.path, file.key, now=at)
    assert copy.path.exists()  # somebody may be making it just now
    resealing.finish(file.path, file.key, now=at + 2 * HOUR)
    assert not copy.path.exists()
    assert file.path.exists()


def test_backups_of_another_copy_keep_the_seal_of_theirs(file: CoalitionFile, tmp_path: Path) -> None:
    mine = backups.keep(file, backups.ASKED, now=NOW)
    there = tmp_path / "elsewhere" / "copy.coalmeet"
    there.parent.mkdir()
    there.write_bytes(file.path.read_bytes())
    other = files.open_to_write(there)
    try:
        theirs = backups.keep(other, backups.ASKED, now=NOW)
        resealing.change(other, WORDS, now=NOW)
        assert header.inspect(theirs).sealed
        assert not header.inspect(mine).sealed
        assert resealing.finish(other.path, other.key, now=NOW) == 0
        file.path.unlink()  # moved away: what it left behind belongs to the copy that there is
        assert resealing.finish(other.path, other.key, now=NOW) == 1
    finally:
        other.close()
