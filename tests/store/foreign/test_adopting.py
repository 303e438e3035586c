"""A file from somebody else: what stands in it is told, and taken into a file of our own, row by row."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from coalmeet import sample
from coalmeet.clock import Moment
from coalmeet.errors import FileProblem, PassphraseNeeded, Stopped, WrongPassphrase
from coalmeet.store import driver, foreign, header, sealing
from coalmeet.store import file as files
from coalmeet.store.file import CoalitionFile

NOW = 1_778_767_200_000  # 14 May 2026, 14:00 UTC


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The sample coalition as it lies on the disk: a row of nearly every kind."""
    made = sample.make_sample(lambda: Moment(NOW, 0, "boot"), tmp_path_factory.mktemp("sample"))
    made.close()
    return made.path.read_bytes()


@pytest.fixture(autouse=True)
def few_rounds(monkeypatch: pytest.MonkeyPatch) -> None:
    """Waiting proves nothing."""
    monkeypatch.setattr(sealing, "ROUNDS", 2)


@pytest.fixture
def sent(tmp_path: Path, whole: bytes) -> Path:
    """The file that somebody sent."""
    path = tmp_path / "sent.coalmeet"
    path.write_bytes(whole)
    return path


def rows(path: Path, key: bytes | None = None) -> dict[str, list[tuple[object, ...]]]:
    """Everything that stands in a file, table by table."""
    con = driver.connect(path, "ro", key)
    try:
        tables = con.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
        return {name: con.execute(f'SELECT * FROM "{name}"').fetchall() for (name,) in tables}
    finally:
        con.close()


def test_one_sees_whose_file_it_is_before_taking_it(sent: Path, whole: bytes) -> None:
    found = foreign.look(sent)
    assert (found.name, found.meetings, found.last_meeting) == ("Lower Wend Alliance", 4, date(2026, 4, 23))
    assert found.rows > 1000
    assert sent.read_bytes() == whole
    assert list(sent.parent.iterdir()) == [sent]


def test_every_row_comes_over_into_a_file_of_ones_own(sent: Path) -> None:
    taken = sent.with_name("taken.coalmeet")
    foreign.adopt(sent, taken)
    assert rows(taken) == rows(sent)
    assert files.check(taken) == ()
    assert taken.stat().st_mode & 0o777 == 0o600
    assert sorted(sent.parent.iterdir()) == [sent, taken]
    files.open_to_write(taken).close()


def test_what_is_there_already_is_not_written_over(sent: Path) -> None:
    there = sent.with_name("there.coalmeet")
    there.write_text("mine")
    with pytest.raises(FileProblem, match="already there"):
        foreign.adopt(sent, there)
    assert there.read_text() == "mine"


def test_a_refused_file_leaves_nothing_behind(sent: Path, whole: bytes) -> None:
    sent.write_bytes(whole[:-4096])
    with pytest.raises(FileProblem, match="did not arrive whole"):
        foreign.adopt(sent, sent.with_name("taken.coalmeet"))
    assert list(sent.parent.iterdir()) == [sent]


def test_who_stops_it_waits_no_longer_and_has_nothing(sent: Path) -> None:
    def stop() -> None:
        raise Stopped

    with pytest.raises(Stopped):
        foreign.adopt(sent, sent.with_name("taken.coalmeet"), go_on=stop)
    assert list(sent.parent.iterdir()) == [sent]


def test_a_sealed_file_stays_sealed_with_the_same_passphrase(tmp_path: Path) -> None:
    sent, taken = tmp_path / "sealed.coalmeet", tmp_path / "taken.coalmeet"
    made = files.create(sent, "Sealed Alliance", now=NOW, passphrase="six words")
    key = made.key
    made.close()
    assert foreign.adopt(sent, taken, key).name == "Sealed Alliance"
    assert header.inspect(taken).salt == header.inspect(sent).salt
    assert b"Sealed Alliance" not in taken.read_bytes()
    assert rows(taken, key) == rows(sent, key)


def test_a_sealed_file_is_not_read_without_its_passphrase(tmp_path: Path) -> None:
    sent = tmp_path / "sealed.coalmeet"
    files.create(sent, "Sealed Alliance", now=NOW, passphrase="six words").close()
    with pytest.raises(PassphraseNeeded):
        foreign.look(sent)
    with pytest.raises(WrongPassphrase):
        foreign.look(sent, bytes(32))


def test_awkward_words_come_over_letter_for_letter(
    file: CoalitionFile, path: Path, plan: Callable[..., str]
) -> None:
    plan(title="Ship, \u202eright to left\u202c, 漢字, \r\n and a tab\t")
    file.close()
    taken = path.with_name("taken.coalmeet")
    foreign.adopt(path, taken)
    assert rows(taken) == rows(path)
