"""A file with a passphrase: no word of it lies anywhere in the clear, and no byte of it can be changed unnoticed."""

from __future__ import annotations

import os
import random
import shutil
import signal
from pathlib import Path

import pytest

from coalmeet.errors import FileProblem, WrongPassphrase
from coalmeet.ids import new_id
from coalmeet.store import backups, edit, header, live_meeting, sealing
from coalmeet.store import file as files
from coalmeet.store.file import CoalitionFile
from coalmeet.store.rescue_copy import save_rescue_copy
from tests.conftest import Figures
from tests.faults import playing
from tests.faults.conftest import WORDS
from tests.faults.share import WHOLE

PLANTED = ("Quetzalcoatlus", "köchelverzeichnis", "川の同盟は秘密です")
# As text is kept in UTF-8, UTF-16 either way round, and as JSON escapes it.
SPELLINGS = tuple(
    spelt
    for one in PLANTED
    for spelt in (
        one.encode(),
        one.encode("utf-16-le"),
        one.encode("utf-16-be"),
        one.encode("unicode_escape"),
    )
)


@pytest.fixture
def kind() -> str:
    return "encrypted"


def plant(file: CoalitionFile, number: int = 0) -> None:
    """People type the words wherever something can be typed."""
    for at, word in enumerate(PLANTED):
        live_meeting.write_note(
            file, playing.MEETING, f"i{number}{at}", f"{word} {number}" * 40, private=bool(at % 2)
        )
        with file.writing() as con:
            edit.edit(con, file, "person", new_id(), name=f"{word} {number}", email=f"{word}@example.org")
            edit.edit(con, file, "item", new_id(), title=word, meeting=playing.MEETING)


def words_in(folder: Path) -> set[str]:
    """The files below a folder in which a planted word stands in the clear."""
    found = set()
    for path in folder.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            if any(spelt in content for spelt in SPELLINGS) or any(
                spelt.decode("latin-1") in str(path) for spelt in SPELLINGS
            ):
                found.add(path.name)
    return found


@pytest.fixture
def everywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every folder that the program may write to lies below this one."""
    for name in (
        "XDG_RUNTIME_DIR",
        "XDG_DATA_HOME",
        "XDG_CONFIG_HOME",
        "XDG_CACHE_HOME",
        "XDG_STATE_HOME",
        "TMPDIR",
    ):
        (tmp_path / name).mkdir(mode=0o700)
        monkeypatch.setenv(name, str(tmp_path / name))
    return tmp_path


def killed_while_planting(path: Path, key: bytes | None) -> None:
    """A process is killed while it types the words: its journal is left."""

    def play() -> None:
        file = playing.open_file(path, key)
        with file.writing() as con:
            con.exec_driver_sql("PRAGMA cache_size=5")  # so that the journal is written long before the end
            for number in range(60):
                edit.edit(con, file, "person", new_id(), name=f"{PLANTED[0]} {number}" * 60)
            os.kill(os.getpid(), signal.SIGKILL)

    os.waitpid(playing.fork(play), 0)


@pytest.mark.faults
def test_no_word_lies_in_the_clear_anywhere(
    prepared: tuple[Path, bytes | None], everywhere: Path, figures: Figures, tmp_path: Path
) -> None:
    path, key = prepared
    file = playing.open_file(path, key)
    plant(file)
    backups.keep(file, backups.ASKED, now=playing.NOW)
    plant(file, 1)
    rescued = save_rescue_copy(file, tmp_path / "rescue.coalmeet")
    rescued.close()
    file.close()
    killed_while_planting(path, key)
    assert Path(f"{path}-journal").exists()
    looked_at = {one for place in (everywhere, path.parent) for one in place.rglob("*") if one.is_file()}
    found = words_in(everywhere) | words_in(path.parent)
    words = f"{len(PLANTED)} words in {len(SPELLINGS)} spellings stand in none of {len(looked_at)} files"
    figures("Sealed: planted words", words, holds=not found)
    assert found == set()
    assert {path, Path(f"{path}-journal"), rescued.path} <= looked_at
    assert any("backups" in one.parts for one in looked_at)
    playing.open_file(path, key).close()


@pytest.mark.faults
def test_the_search_finds_the_words_in_a_file_without_a_passphrase(
    tmp_path: Path, everywhere: Path, figures: Figures
) -> None:
    path = tmp_path / "documents" / "plain.coalmeet"
    path.parent.mkdir()
    file = playing.found(path)
    plant(file)
    backups.keep(file, backups.ASKED, now=playing.NOW)
    file.close()
    killed_while_planting(path, None)
    found = words_in(everywhere)
    figures("Control: the same without a passphrase, must fail", f"{len(found)} files", holds=len(found) >= 3)
    assert {"plain.coalmeet", "plain.coalmeet-journal"} <= found
    assert len(found) >= 3  # the backup too


def outcome(path: Path, key: bytes, truth: object) -> str:
    """What comes of opening a file that somebody has changed."""
    try:
        file = files.open_to_write(path, key)
    except FileProblem:
        return "refused"
    try:
        try:
            return "as it was" if everything(file) == truth else "accepted changed"
        except FileProblem:
            return "refused"
    finally:
        file.close()


def everything(file: CoalitionFile) -> list[object]:
    """All rows of all tables."""
    with file.reading() as con:
        names = con.exec_driver_sql(
            "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name"
        ).scalars()
        return [
            [tuple(row) for row in con.exec_driver_sql(f'SELECT * FROM "{name}"')] for name in names.all()
        ]


def changed(sound: bytes, chance: random.Random) -> bytes:
    """A bit, a byte, two pages in each other's place, zeros, or an end that is missing."""
    there = bytearray(sound)
    page = chance.randrange(len(there) // 4096) * 4096
    other = chance.randrange(len(there) // 4096) * 4096
    way = chance.choice(("bit", "byte", "swap", "cut", "zero"))
    if way == "bit":
        there[chance.randrange(len(there))] ^= 1 << chance.randrange(8)
    elif way == "byte":
        at = chance.randrange(len(there))
        there[at] = (there[at] + chance.randrange(1, 256)) % 256
    elif way == "swap" and page != other:
        there[page : page + 4096], there[other : other + 4096] = (
            there[other : other + 4096],
            there[page : page + 4096],
        )
    elif way == "cut":
        del there[page + chance.randrange(4096) :]
    else:
        there[page : page + 16] = bytes(16)
    return bytes(there)


@pytest.mark.faults
def test_no_change_of_the_bytes_is_accepted(
    prepared: tuple[Path, bytes | None], tmp_path: Path, figures: Figures
) -> None:
    path, key = prepared
    assert key is not None
    file = playing.open_file(path, key)
    plant(file)
    truth = everything(file)
    file.close()
    sound, chance, came = (
        path.read_bytes(),
        random.Random(3),
        dict.fromkeys(("refused", "as it was", "accepted changed"), 0),
    )
    mutant = tmp_path / "mutant.coalmeet"
    count = 1500 if WHOLE else 15
    for _number in range(count):
        mutant.write_bytes(changed(sound, chance))
        came[outcome(mutant, key, truth)] += 1
    words = f"{count} mutants: " + ", ".join(f"{number} {what}" for what, number in came.items())
    figures("Sealed: changed bytes", words, holds=not came["accepted changed"])
    assert came["accepted changed"] == 0
    assert came["refused"] > count * 0.9


def test_the_same_changes_of_a_plain_file_are_not_all_noticed(tmp_path: Path) -> None:
    path = tmp_path / "plain.coalmeet"
    file = playing.found(path)
    plant(file)
    truth = everything(file)
    file.close()
    sound, chance = path.read_bytes(), random.Random(3)
    word = sound.index(PLANTED[0].encode())
    there = bytearray(sound)
    there[word] ^= 1
    path.write_bytes(bytes(there))
    file = files.open_to_write(path)
    assert everything(file) != truth
    file.close()
    assert changed(sound, chance) != sound


@pytest.mark.faults
def test_a_wrong_passphrase_changes_no_byte(prepared: tuple[Path, bytes | None], figures: Figures) -> None:
    path, _key = prepared
    before, salt = path.read_bytes(), header.inspect(path).salt
    tries = 12 if WHOLE else 1
    for number in range(tries):
        wrong = sealing.derive(f"{WORDS} {number}", salt)
        for opening in (files.open_to_write, files.open_to_read):
            with pytest.raises(WrongPassphrase):
                opening(path, wrong)
        with pytest.raises(FileProblem):
            files.open_to_write(path)
    figures(
        "Sealed: wrong passphrase", f"{tries * 3} tries changed no byte", holds=path.read_bytes() == before
    )
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]
    file = files.open_to_write(path, sealing.derive(WORDS, salt))
    file.close()


def test_a_file_that_has_not_changed_is_told_from_a_mutant(
    prepared: tuple[Path, bytes | None], tmp_path: Path
) -> None:
    path, key = prepared
    assert key is not None
    file = playing.open_file(path, key)
    truth = everything(file)
    file.close()
    copy = tmp_path / "copy.coalmeet"
    shutil.copyfile(path, copy)
    assert outcome(copy, key, truth) == "as it was"
    assert outcome(copy, key, []) == "accepted changed"
