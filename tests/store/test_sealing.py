"""A passphrase set, changed and taken off: the file says the same, and what was typed can be read by nobody else."""

import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlcipher

from coalmeet.errors import FileProblem, PassphraseNeeded, WrongPassphrase
from coalmeet.store import edit, glance, header, people, sealing
from coalmeet.store import file as files
from coalmeet.store.file import CoalitionFile

NOW = 1_778_767_200_000
WORDS = "otter softly paper grey seven reading"
REAL_ROUNDS = sealing.ROUNDS
OTHER = "lamp river window oat twelve singing"


def add(file: CoalitionFile, *names: str) -> None:
    with file.writing() as con:
        for name in names:
            edit.edit(con, file, "person", name.encode().hex().zfill(32), name=name)


def names(file: CoalitionFile) -> set[str]:
    with file.reading() as con:
        return {one.name for one in people.people(con)}


def give(file: CoalitionFile, passphrase: str) -> None:
    sealing.take(file, sealing.copy_with(file.path, file.key, passphrase))


def beside(path: Path) -> list[str]:
    return [one.name for one in path.parent.iterdir()]


def key_of(path: Path, passphrase: str) -> bytes:
    return sealing.derive(passphrase, header.inspect(path).salt)


@pytest.fixture(autouse=True)
def few_rounds(monkeypatch: pytest.MonkeyPatch) -> None:
    """Waiting proves nothing; the test against another tool takes all rounds."""
    monkeypatch.setattr(sealing, "ROUNDS", 2)


@pytest.fixture
def sealed(file: CoalitionFile) -> CoalitionFile:
    add(file, "Amara Okoye")
    give(file, WORDS)
    return file


def test_a_sealed_file_shows_nothing_and_goes_on_working(sealed: CoalitionFile, path: Path) -> None:
    add(sealed, "Bruno Keller")
    there = path.read_bytes()
    assert header.inspect(path).sealed
    for word in (b"Amara", b"Bruno", b"River", b"CREATE TABLE", b"SQLite"):
        assert word not in there
    assert names(sealed) == {"Amara Okoye", "Bruno Keller"}
    assert beside(path) == [path.name]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_it_opens_with_its_words_and_with_no_others(sealed: CoalitionFile, path: Path) -> None:
    sealed.close()
    before = path.read_bytes()
    for opening in (files.open_to_write, files.open_to_read):
        with pytest.raises(PassphraseNeeded, match="sealed with a passphrase"):
            opening(path)
        with pytest.raises(WrongPassphrase, match="another one, or the file is damaged"):
            opening(path, key_of(path, OTHER))
        opened = opening(path, key_of(path, WORDS))
        assert names(opened) == {"Amara Okoye"}
        opened.close()
    assert path.read_bytes() == before
    assert beside(path) == [path.name]


def test_any_other_tool_that_knows_the_cipher_opens_it_with_the_words(
    file: CoalitionFile, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(file, "Amara Okoye")
    monkeypatch.setattr(sealing, "ROUNDS", REAL_ROUNDS)
    give(file, WORDS)
    file.close()
    con = sqlcipher.connect(str(path))
    con.execute(f"PRAGMA key='{WORDS}'")
    assert con.execute("SELECT name FROM person").fetchall() == [("Amara Okoye",)]
    con.close()


def test_changing_the_words_keeps_the_salt_and_shuts_out_the_old_ones(
    sealed: CoalitionFile, path: Path
) -> None:
    salt = header.inspect(path).salt
    give(sealed, OTHER)
    add(sealed, "Bruno Keller")
    sealed.close()
    assert header.inspect(path).salt == salt
    with pytest.raises(WrongPassphrase):
        files.open_to_write(path, key_of(path, WORDS))
    opened = files.open_to_write(path, key_of(path, OTHER))
    assert names(opened) == {"Amara Okoye", "Bruno Keller"}
    opened.close()


def test_without_a_passphrase_it_is_as_before(sealed: CoalitionFile, path: Path) -> None:
    key = sealed.key
    give(sealed, "")
    add(sealed, "Bruno Keller")
    sealed.close()
    assert files.check(path) == ()
    opened = files.open_to_write(path, key)  # who still has a key may offer it: it is not asked for
    assert opened.key is None
    assert names(opened) == {"Amara Okoye", "Bruno Keller"}
    opened.close()


def test_a_new_coalition_can_be_sealed_from_its_first_byte(path: Path) -> None:
    made = files.create(path, "River Alliance", now=NOW, passphrase=WORDS)
    add(made, "Amara Okoye")
    assert header.inspect(path).sealed
    made.close()
    key = key_of(path, WORDS)
    assert files.check(path, key) == ()
    assert glance.meetings(path, key) == ()


def test_what_was_saved_while_the_copy_was_made_is_not_lost(file: CoalitionFile, path: Path) -> None:
    copy = sealing.copy_with(path, None, WORDS)
    add(file, "Amara Okoye")
    with pytest.raises(FileProblem, match="changed meanwhile"):
        sealing.take(file, copy)
    assert names(file) == {"Amara Okoye"}
    assert file.key is None
    assert beside(path) == [path.name]


def test_a_copy_that_differs_never_takes_the_place(
    file: CoalitionFile, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(file, "Amara Okoye")
    really = sealing._export

    def export_with_a_loss(*arguments: object) -> None:
        really(*arguments)  # type: ignore[arg-type]
        _path, _key, part, whole = arguments
        con = sqlcipher.connect(str(part))
        con.execute(f"PRAGMA key=\"x'{whole.hex()}'\"")  # type: ignore[attr-defined]
        con.execute("DELETE FROM person")
        con.commit()
        con.close()

    monkeypatch.setattr(sealing, "_export", export_with_a_loss)
    with pytest.raises(FileProblem, match="not what it should be"):
        sealing.copy_with(path, None, WORDS)
    assert beside(path) == [path.name]
    assert not header.inspect(path).sealed


def test_what_lay_open_is_written_over(file: CoalitionFile, path: Path) -> None:
    add(file, "Amara Okoye")
    before = os.open(path, os.O_RDONLY)
    try:
        give(file, WORDS)
        os.lseek(before, 0, os.SEEK_SET)
        assert not os.read(before, 1 << 20).strip(b"\0")
    finally:
        os.close(before)


def test_somebodys_own_copy_under_another_name_stays(file: CoalitionFile, path: Path) -> None:
    add(file, "Amara Okoye")
    kept = path.with_name("kept.coalmeet")
    os.link(path, kept)
    give(file, WORDS)
    assert files.check(kept) == ()


def test_a_backup_gets_the_seal_of_the_live_file(file: CoalitionFile, path: Path) -> None:
    add(file, "Amara Okoye")
    backup = path.with_name("backup.coalmeet")
    backup.write_bytes(path.read_bytes())
    give(file, WORDS)
    sealing.reseal(backup, None, file.key, header.inspect(path).salt)
    assert header.inspect(backup).salt == header.inspect(path).salt
    assert files.check(backup, file.key) == ()


def test_a_folder_that_lets_nothing_in_changes_nothing(
    file: CoalitionFile, path: Path, refused_to_nobody: Callable[..., str]
) -> None:
    said = refused_to_nobody(lambda: sealing.copy_with(path, None, WORDS), path.parent)
    assert "You may not open" in said or "may not" in said
    assert not header.inspect(path).sealed


@pytest.mark.parametrize(
    "head", [b"%PDF-1.7\n", b"\x89PNG\r\n\x1a\n", b"PK\x03\x04", b"\xff\xd8\xff\xe0", b"SQLite format 3\0"]
)
def test_files_of_other_kinds_are_not_taken_for_sealed_ones(tmp_path: Path, head: bytes) -> None:
    other = tmp_path / "other"
    other.write_bytes(head + os.urandom(8192))
    with pytest.raises(FileProblem) as refused:
        files.open_to_write(other)
    assert not isinstance(refused.value, PassphraseNeeded)


def test_no_salt_looks_like_another_kind_of_file() -> None:
    assert all(header.is_salt(sealing.new_salt()) for _each in range(100))
    assert not header.is_salt(b"PK" + bytes(14))
    assert not header.is_salt(b"plain words here")
