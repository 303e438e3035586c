"""A copy to send: whole, clean of what was deleted, sealed like the file, and never over something that is there."""

from __future__ import annotations

import stat
from datetime import date
from pathlib import Path

import pytest

from coalmeet.errors import FileProblem, NotAllowed
from coalmeet.store import edit, sending
from coalmeet.store import file as files
from coalmeet.store.file import CoalitionFile

NOW = 1_778_767_200_000


def test_a_copy_opens_has_everything_and_nothing_of_what_was_deleted(
    file: CoalitionFile, tmp_path: Path
) -> None:
    with file.writing() as con:
        edit.edit(con, file, "person", "a", name="Mara Lind")
        con.exec_driver_sql("PRAGMA secure_delete=OFF")
        con.exec_driver_sql("CREATE TABLE scratch (words TEXT)")
        con.exec_driver_sql("INSERT INTO scratch VALUES ('a whispered word')")
        con.exec_driver_sql("DROP TABLE scratch")
    sent = sending.send(file, tmp_path / "to Ilie")
    assert sent.name == "to Ilie.coalmeet"
    assert stat.S_IMODE(sent.stat().st_mode) == 0o600
    assert files.check(sent) == ()
    assert b"whispered" not in sent.read_bytes()
    with files.open_to_read(sent).reading() as con:
        assert sending.travels(con).people == 1
    assert sorted(one.name for one in tmp_path.iterdir()) == ["documents", "to Ilie.coalmeet"]


def test_a_sealed_file_travels_sealed(path: Path, tmp_path: Path) -> None:
    file = files.create(path, "Quiet Alliance", now=NOW, passphrase="six words of our own choice")
    sent = sending.send(file, tmp_path / "copy.coalmeet")
    file.close()
    assert b"Quiet Alliance" not in sent.read_bytes()
    assert files.check(sent, file.key) == ()


def test_what_is_there_stays(file: CoalitionFile, tmp_path: Path) -> None:
    there = tmp_path / "mine.coalmeet"
    there.write_text("mine")
    with pytest.raises(FileProblem, match="Choose another name"):
        sending.send(file, there)
    with pytest.raises(FileProblem, match="already there"):
        sending.send(file, file.path)
    assert there.read_text() == "mine"


def test_where_it_cannot_be_written_nothing_is_left(file: CoalitionFile, tmp_path: Path) -> None:
    with pytest.raises(FileProblem):
        sending.send(file, tmp_path / "no such folder" / "copy.coalmeet")


def test_no_copy_leaves_while_a_survey_is_being_answered(file: CoalitionFile, tmp_path: Path) -> None:
    with file.writing() as con:
        edit.edit(con, file, "survey", "s", title="How was it?", opened=date(2026, 5, 14))
        con.exec_driver_sql(
            "INSERT INTO survey_answer (id, survey, question, answer) VALUES ('a', 's', 0, 4)"
        )
    with pytest.raises(NotAllowed, match="Close the survey first"):
        sending.send(file, tmp_path / "copy.coalmeet")
    assert [one.name for one in tmp_path.iterdir()] == ["documents"]
