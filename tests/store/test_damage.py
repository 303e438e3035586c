"""A file with broken bytes is opened or refused with a sentence: it never brings the program down."""

import random
from pathlib import Path

import pytest

from coalmeet.errors import FileProblem
from coalmeet.store import coalition, edit, meetings, people
from coalmeet.store import file as files
from coalmeet.store.file import CoalitionFile

PAGE = 4096


@pytest.fixture
def sound(file: CoalitionFile, path: Path) -> bytes:
    with file.writing() as con:
        rows = {
            f"{number:032}": {"name": f"Person {number}", "access_needs": "x" * 90} for number in range(300)
        }
        edit.edit_rows(con, file, "person", rows)
    file.close()
    return path.read_bytes()


def broken(sound: bytes, chance: random.Random) -> bytes:
    there = bytearray(sound)
    for _flip in range(chance.choice((0, 1, 5, 50))):
        there[chance.randrange(len(there))] ^= 1 << chance.randrange(8)
    if chance.random() < 0.3:
        there[chance.randrange(100)] = chance.randrange(256)
    if chance.random() < 0.3:
        start = chance.randrange(len(there) // PAGE) * PAGE
        there[start : start + PAGE] = chance.randbytes(PAGE)
    if chance.random() < 0.3:
        del there[chance.randrange(len(there)) :]
    return bytes(there)


def refusal(path: Path, *, writing: bool) -> str:
    """The sentence with which the file is refused; "" when it can be opened and looked at."""
    try:
        opened = files.open_to_write(path) if writing else files.open_to_read(path)
        try:
            with opened.reading() as con:
                coalition.read(con)
                meetings.meetings(con)
                people.people(con)
        finally:
            opened.close()
    except FileProblem as problem:
        return str(problem)
    return ""


@pytest.mark.parametrize("seed", range(40))
def test_broken_bytes_are_refused_or_harmless(sound: bytes, path: Path, seed: int) -> None:
    there = broken(sound, random.Random(seed))
    path.write_bytes(there)
    for writing in (True, False):
        said = refusal(path, writing=writing)
        assert not said or (said.endswith(".") and files.check(path))
    assert path.read_bytes() == there
