"""Rescue: a file with broken pages gives up what can be read of it, and the account says what could not."""

from __future__ import annotations

import gzip
import os
import random
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import select

from coalmeet.clock import Moment
from coalmeet.errors import FileProblem
from coalmeet.meeting.events import ItemStarted
from coalmeet.store import coalition, driver, edit, log, ours, rescue
from coalmeet.store import file as files
from coalmeet.store.file import CoalitionFile
from coalmeet.store.tables import MOVE, PERSON

NOW = 1_778_767_200_000
PAGE = 4096
PEOPLE = 400
WHOLE = os.environ.get("COALMEET_EXAMPLES") == "full"
SAMPLE = Path(__file__).parents[1] / "files" / "format-8.coalmeet.gz"
WORDS = "six words of our own choice"


@pytest.fixture(autouse=True)
def data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


def fill(file: CoalitionFile) -> None:
    with file.writing() as con:
        rows = {f"{n:032}": {"name": f"Person {n}", "access_needs": "x" * 200} for n in range(PEOPLE)}
        edit.edit_rows(con, file, "person", rows)


def page_of(path: Path, key: bytes | None, words: str) -> int:
    """The page, from 0, in which these words stand in the table: known from its neighbours where it is sealed."""
    assert key is None
    there = path.read_bytes()
    return next(
        at for at in range(len(there) // PAGE) if words.encode() in there[at * PAGE : (at + 1) * PAGE]
    )


def break_page(path: Path, page: int) -> None:
    there = bytearray(path.read_bytes())
    there[page * PAGE : (page + 1) * PAGE] = b"\xff" * PAGE
    path.write_bytes(there)


def names(path: Path, key: bytes | None = None) -> set[str]:
    opened = files.open_to_read(path, key)
    with opened.reading() as con:
        return set(con.execute(select(PERSON.c.name)).scalars())


def test_around_a_broken_page_every_row_is_saved(file: CoalitionFile, path: Path, tmp_path: Path) -> None:
    fill(file)
    file.close()
    break_page(path, page_of(path, None, "x" * 100) + 3)
    before = path.read_bytes()
    account = rescue.rescue(path, tmp_path / "saved", now=NOW)
    assert account.path.name == "saved.coalmeet"
    assert PEOPLE - 40 < account.saved["person"] < PEOPLE
    assert "person" in account.torn
    assert {"Person 0", f"Person {PEOPLE - 1}"} <= names(account.path)
    assert files.check(account.path) == account.doubts == ()
    assert path.read_bytes() == before
    assert any("people" in sentence and "backup" in sentence for sentence in account.sentences())


def test_a_sound_file_is_saved_whole(file: CoalitionFile, path: Path, tmp_path: Path) -> None:
    fill(file)
    file.close()
    account = rescue.rescue(path, tmp_path / "saved.coalmeet", now=NOW)
    assert (account.saved["person"], account.torn, account.cut_off) == (PEOPLE, (), ())
    assert "Every row could be read." in account.sentences()


def test_the_rows_of_a_file_that_was_cut_short_are_saved_as_far_as_they_go(
    file: CoalitionFile, path: Path, tmp_path: Path
) -> None:
    fill(file)
    file.close()
    there = path.read_bytes()
    path.write_bytes(there[: len(there) * 3 // 4])
    account = rescue.rescue(path, tmp_path / "saved.coalmeet", now=NOW)
    assert account.torn
    with files.open_to_read(account.path).reading() as con:
        assert coalition.read(con).name


def test_a_sealed_file_is_saved_around_a_broken_page_and_stays_sealed(path: Path, tmp_path: Path) -> None:
    file = files.create(path, "Quiet Alliance", now=NOW, passphrase=WORDS)
    fill(file)
    file.close()
    whole = path.stat().st_size // PAGE
    for page in range(whole - 30, whole - 20):
        break_page(path, page)
    account = rescue.rescue(path, tmp_path / "saved.coalmeet", key=file.key, now=NOW)
    assert account.saved["person"] > 0
    assert account.torn
    assert b"Person" not in account.path.read_bytes()
    assert files.check(account.path, file.key) == account.doubts


@pytest.mark.parametrize("how", ["gone", "broken"])
def test_a_log_with_a_gap_ends_before_it_and_the_meeting_can_be_opened(
    how: str,
    file: CoalitionFile,
    path: Path,
    tmp_path: Path,
    plan: Callable[..., str],
    at: Callable[[int], Moment],
) -> None:
    meeting, parent, moves = plan(), "", []
    with file.writing() as con:
        for minute in range(6):
            move = log.append(con, file, meeting, (ItemStarted(f"i{minute}"),), parent=parent, at=at(minute))
            parent = move.id
            moves.append(move.id)
        if how == "gone":
            con.execute(MOVE.delete().where(MOVE.c.id == moves[3]))
        else:
            con.execute(MOVE.update().where(MOVE.c.id == moves[3]).values(events='[{"ty'))
    file.close()
    account = rescue.rescue(path, tmp_path / "saved.coalmeet", now=NOW)
    assert account.cut_off == ("Spring meeting",)
    with files.open_to_read(account.path).reading() as con:
        assert [move.id for move in log.read(con, meeting)] == moves[:3]
    assert any("Spring meeting" in sentence for sentence in account.sentences())


def test_a_save_that_was_cut_off_is_undone_in_a_copy(file: CoalitionFile, path: Path, tmp_path: Path) -> None:
    file.close()
    con = driver.connect(path, "rw")
    con.execute("PRAGMA cache_size=1")
    con.execute("PRAGMA cache_spill=1")
    con.execute("BEGIN IMMEDIATE")
    for n in range(300):
        con.execute(
            "INSERT INTO person (id, name, access_needs) VALUES (?, 'Half', ?)", (f"{n:032}", "y" * 500)
        )
    half, journal = path.read_bytes(), Path(f"{path}-journal").read_bytes()
    con.execute("ROLLBACK")
    con.close()
    path.write_bytes(half)
    Path(f"{path}-journal").write_bytes(journal)
    account = rescue.rescue(path, tmp_path / "saved.coalmeet", now=NOW)
    assert account.saved["person"] == 0
    assert names(account.path) == set()
    assert path.read_bytes() == half


@pytest.mark.parametrize("rubbish", [b"", b"a poem " * 2000])
def test_where_nothing_can_be_read_nothing_is_made(path: Path, tmp_path: Path, rubbish: bytes) -> None:
    path.write_bytes(rubbish)
    with pytest.raises(FileProblem, match="Restore a backup"):
        rescue.rescue(path, tmp_path / "saved.coalmeet", now=NOW)
    assert not (tmp_path / "saved.coalmeet").exists()


def test_nothing_that_is_there_is_written_over(closed: Path, tmp_path: Path) -> None:
    there = tmp_path / "saved.coalmeet"
    there.write_text("mine")
    with pytest.raises(FileProblem, match="already there"):
        rescue.rescue(closed, there, now=NOW)
    assert there.read_text() == "mine"


def test_rows_that_no_table_leads_to_any_more_are_found_on_their_pages(
    file: CoalitionFile, path: Path, tmp_path: Path
) -> None:
    fill(file)
    with file.writing() as con:
        edit.edit(con, file, "meeting", "m", title="Spring meeting")
    file.close()
    con = driver.connect(path, "ro")
    roots = dict(con.execute("SELECT name, rootpage FROM sqlite_schema WHERE rootpage > 0").fetchall())
    con.close()
    for name in ("person", "sqlite_autoindex_person_1", "organisation"):
        break_page(path, roots[name] - 1)
    account = rescue.rescue(path, tmp_path / "saved.coalmeet", now=NOW)
    assert account.saved["person"] == PEOPLE
    assert names(account.path) == {f"Person {n}" for n in range(PEOPLE)}
    assert account.doubts == ()


def test_without_its_first_page_a_file_still_gives_up_what_stands_on_the_others(
    file: CoalitionFile, path: Path, tmp_path: Path, plan: Callable[..., str]
) -> None:
    fill(file)
    meeting = plan()
    with file.writing() as con:
        edit.edit(con, file, "item", "a" * 32, meeting=meeting, title="Night buses")
        edit.edit(con, file, "turn_note", "b" * 32, meeting=meeting, wish="later")
    file.close()
    there = path.read_bytes()
    path.write_bytes(bytes(PAGE) + there[PAGE:])
    account = rescue.rescue(path, tmp_path / "saved.coalmeet", now=NOW)
    assert [account.saved[one] for one in ("person", "meeting", "item", "turn_note")] == [PEOPLE, 1, 1, 1]
    with files.open_to_read(account.path).reading() as con:
        assert coalition.read(con).name == "River Alliance"


def test_what_may_be_a_private_note_is_never_taken_for_a_note(
    file: CoalitionFile, path: Path, tmp_path: Path
) -> None:
    with file.writing() as con:
        for n in range(40):
            edit.edit(
                con, file, "private_note", f"{n:032}", item="i", text="Watch the treasurer. " + "w" * 300
            )
    file.close()
    there = path.read_bytes()
    path.write_bytes(bytes(PAGE) + there[PAGE:])
    account = rescue.rescue(path, tmp_path / "saved.coalmeet", now=NOW)
    assert account.saved["note"] == 0
    assert "private_note" in account.torn


def test_long_rows_are_put_together_from_all_their_pages(
    file: CoalitionFile, path: Path, tmp_path: Path
) -> None:
    body = "".join(chr(0x4E00 + n % 5000) for n in range(40_000))
    with file.writing() as con:
        edit.edit(con, file, "coalition", coalition.read(con).id, purpose=body)
    file.close()
    there = path.read_bytes()
    path.write_bytes(bytes(PAGE) + there[PAGE:])
    account = rescue.rescue(path, tmp_path / "saved.coalmeet", now=NOW)
    with files.open_to_read(account.path).reading() as con:
        assert coalition.read(con).purpose == body


@pytest.mark.parametrize("seed", range(500 if WHOLE else 12))
def test_whatever_is_broken_a_rescue_comes_to_its_end(path: Path, tmp_path: Path, seed: int) -> None:
    chance, there = random.Random(seed), bytearray(gzip.decompress(SAMPLE.read_bytes()))
    for _flip in range(chance.choice((0, 5, 50, 500))):
        there[chance.randrange(len(there))] ^= 1 << chance.randrange(8)
    for _page in range(chance.choice((0, 1, 10, 60))):
        at = chance.randrange(len(there) // PAGE) * PAGE
        there[at : at + PAGE] = chance.choice((bytes(PAGE), chance.randbytes(PAGE), b"\xff" * PAGE))
    if chance.random() < 0.2:
        del there[chance.randrange(len(there)) :]
    path.write_bytes(there)
    try:
        account = rescue.rescue(path, tmp_path / "saved.coalmeet", now=NOW)
    except FileProblem:
        assert not (tmp_path / "saved.coalmeet").exists()
    else:
        assert account.sentences()
        files.open_to_write(account.path).close()


def test_what_was_saved_of_somebody_elses_file_is_looked_through_before_it_is_opened(
    file: CoalitionFile, path: Path, tmp_path: Path
) -> None:
    fill(file)
    file.close()
    sent = tmp_path / "sent.coalmeet"
    sent.write_bytes(path.read_bytes())
    for damaged, known in ((path, True), (sent, False)):
        to = tmp_path / f"saved from {damaged.name}"
        rescue.rescue(damaged, to, now=NOW)
        assert ours.is_ours(to) is known
