"""Surveys: whoever holds the file, its journal or a copy of it cannot tell who answered, and so not what they said."""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import permutations
from pathlib import Path

import pytest
from sqlalchemy import insert

from coalmeet.coalition.survey import Survey, words
from coalmeet.errors import NotAllowed
from coalmeet.store import file as files
from coalmeet.store import surveys
from coalmeet.store.edit import edit
from coalmeet.store.file import CoalitionFile
from coalmeet.store.tables import REDACTION, SURVEY_ANSWER
from tests.conftest import Figures

TODAY = date(2026, 5, 14)
SURVEY = "5" * 32
EVERY = os.environ.get("COALMEET_EXAMPLES") == "full"
SAID = ((5, 4, 3), (1, None, 2), (5, 5, 5), (3, 3, 4), (2, 4, 1), (4, 5, None))


def opened(file: CoalitionFile, survey_id: str = SURVEY, asked: int = 8) -> None:
    with file.writing() as con:
        surveys.begin(con, file, Survey(survey_id, "How are we doing?", asked=asked), TODAY)


def answer(file: CoalitionFile, *said: Sequence[int | None], survey: str = SURVEY) -> None:
    for one in said:
        with file.writing() as con:
            surveys.answer(con, survey, one)


def closed(file: CoalitionFile) -> dict[str, tuple[int, ...] | None]:
    with file.writing() as con:
        surveys.close(con, file, SURVEY, TODAY)
    with file.reading() as con:
        return {one.question: one.counts for one in surveys.results(con, SURVEY)}


def test_sums_are_shown_once_the_survey_is_closed(file: CoalitionFile) -> None:
    opened(file)
    answer(file, *SAID)
    with file.reading() as con, pytest.raises(NotAllowed, match="Close it first"):
        surveys.results(con, SURVEY)
    assert closed(file) == {
        "sharing": (1, 1, 1, 1, 2),
        "decisions": (0, 0, 1, 2, 2),
        "valued": (1, 1, 1, 1, 1),
    }
    with file.writing() as con, pytest.raises(NotAllowed, match="no answers now"):
        surveys.answer(con, SURVEY, (1, 1, 1))


def test_below_five_members_a_spoken_round_takes_its_place(file: CoalitionFile) -> None:
    with pytest.raises(NotAllowed, match="spoken round"):
        opened(file, asked=4)


def test_one_survey_at_a_time(file: CoalitionFile) -> None:
    opened(file)
    with pytest.raises(NotAllowed, match="still open"):
        opened(file, "6" * 32)


@pytest.mark.parametrize("said", [(1, 2), (0, 1, 2), (1, 2, 6)])
def test_an_answer_is_a_figure_to_each_question(file: CoalitionFile, said: tuple[int, ...]) -> None:
    opened(file)
    with file.writing() as con, pytest.raises(NotAllowed, match="from 1 to 5"):
        surveys.answer(con, SURVEY, said)


def test_fewer_than_five_answers_are_read_by_nobody_ever(file: CoalitionFile) -> None:
    opened(file)
    answer(file, *SAID[:5])
    assert closed(file)["decisions"] is None, "one passed, so four figures are left"
    with file.reading() as con:
        rows = con.execute(SURVEY_ANSWER.select()).all()
        gone = con.execute(REDACTION.select()).all()
    assert {row.question for row in rows} == {"1", "3"}
    assert len(gone) == 5
    assert not {row.id for row in rows} & {row.id for row in gone}
    assert not any(row.id.encode() in file.path.read_bytes() for row in rows if row.question == "2")


def test_no_copy_is_to_be_made_between_the_first_answer_and_the_close(file: CoalitionFile) -> None:
    def collecting() -> bool:
        with file.reading() as con:
            return surveys.is_collecting(con)

    opened(file)
    assert not collecting()
    answer(file, *SAID)
    assert collecting()
    closed(file)
    assert not collecting()


def test_no_history_speaks_of_an_answer(file: CoalitionFile) -> None:
    opened(file)
    answer(file, *SAID)
    with file.reading() as con:
        tables = con.exec_driver_sql('SELECT DISTINCT "table" FROM change').scalars().all()
        assert surveys.given(con, SURVEY) == len(SAID)
    assert "survey" in tables
    assert "survey_answer" not in tables


def test_the_questions_have_words() -> None:
    assert len({words(one) for one in Survey("s").questions}) == 3
    assert words("Do we eat well?") == "Do we eat well?"


# Who answered when: the same people with the same answers, one after another in every order.

People = Sequence[int]
Way = Callable[[CoalitionFile, int, Sequence[int | None]], None]


def as_the_program_does(file: CoalitionFile, person: int, said: Sequence[int | None]) -> None:
    with file.writing() as con:
        surveys.answer(con, SURVEY, said, draw=ids_of(person))


def one_after_another(file: CoalitionFile, person: int, said: Sequence[int | None]) -> None:
    """The control: the same rows with the same ids, only not put together anew."""
    draw = ids_of(person)
    with file.writing() as con:
        for place, one in enumerate(said, 1):
            row = {"id": draw(), "survey": SURVEY, "question": str(place), "answer": str(one or "-")}
            con.execute(insert(SURVEY_ANSWER), row)


def ids_of(person: int) -> Callable[[], str]:
    """Random ids, the same for a person in each order: what is compared is where they come to lie."""
    drawn = random.Random(person)
    return lambda: f"{drawn.getrandbits(128):032x}"


@pytest.fixture
def start(file: CoalitionFile) -> Iterator[Path]:
    """A file with an open survey, an earlier one, and something that was typed meanwhile."""
    opened(file)
    answer(file, *SAID)
    closed(file)
    with file.writing() as con:
        con.exec_driver_sql("UPDATE survey SET id = ?", ("4" * 32,))
        con.exec_driver_sql("UPDATE survey_answer SET survey = ?", ("4" * 32,))
        edit(con, file, "parked", "9" * 32, title="z" * 6000)
    opened(file)
    file.close()
    return file.path  # type: ignore[return-value]


def left_behind(
    start: Path, folder: Path, order: People, said: Sequence[Sequence[int | None]], way: Way
) -> bytes:
    """Every byte of the file after these people answered in this order, while the meeting was noted beside it."""
    folder.mkdir()
    path = Path(shutil.copy(start, folder / start.name))
    file = files.open_to_write(path)
    file.writer = "w" * 32  # it is drawn anew at each opening, and stands in the history of what was parked
    for turn, person in enumerate(order):
        way(file, person, said[person])
        with file.writing() as con:
            con.exec_driver_sql("INSERT INTO parked (id, title) VALUES (?, ?)", (f"{turn:032x}", "b" * 900))
    file.close()
    left = path.read_bytes()
    shutil.rmtree(folder)
    return left


@pytest.mark.faults
def test_every_order_of_answering_leaves_the_same_bytes(
    start: Path, tmp_path: Path, figures: Figures
) -> None:
    orders = list(permutations(range(4)))
    orders = orders if EVERY else random.Random(1).sample(orders, 6)
    made = {left_behind(start, tmp_path / "order", one, SAID, as_the_program_does) for one in orders}
    figures("Survey answers", f"{len(orders)} orders of answering, {len(made)} file", holds=len(made) == 1)
    assert len(made) == 1


def test_many_answers_over_many_pages_leave_the_same_bytes_too(start: Path, tmp_path: Path) -> None:
    drawn = random.Random(7)
    said = [tuple(drawn.choice((None, 1, 2, 3, 4, 5)) for _ in range(3)) for _ in range(40)]
    orders = [drawn.sample(range(40), 40) for _ in range(20 if EVERY else 2)]
    made = {left_behind(start, tmp_path / "order", one, said, as_the_program_does) for one in orders}
    assert len(made) == 1


def test_answers_written_as_they_come_would_tell_who_came_first(start: Path, tmp_path: Path) -> None:
    orders = list(permutations(range(3)))
    made = {left_behind(start, tmp_path / "order", one, SAID, one_after_another) for one in orders}
    assert len(made) > 1


def pages_of(journal: bytes) -> list[tuple[int, bytes]]:
    """The pages that a journal would put back: https://www.sqlite.org/fileformat2.html, "The Rollback Journal"."""
    sector, size = (int.from_bytes(journal[at : at + 4], "big") for at in (20, 24))
    length = 4 + size + 4
    records = [journal[at : at + length] for at in range(sector, len(journal) - length + 1, length)]
    return sorted((int.from_bytes(one[:4], "big"), one[4:-4]) for one in records)


def test_the_journal_of_an_answer_does_not_tell_who_came_before(start: Path, tmp_path: Path) -> None:
    def journal(order: People) -> list[tuple[int, bytes]]:
        path = Path(shutil.copy(start, tmp_path / start.name))
        file = files.open_to_write(path)
        for person in order:
            as_the_program_does(file, person, SAID[person])
        with file.writing() as con:
            surveys.answer(con, SURVEY, SAID[5], draw=ids_of(5))
            con.exec_driver_sql("PRAGMA cache_spill = 1")
            left = Path(f"{path}-journal").read_bytes()
        file.close()
        return pages_of(left)

    left = [journal(order) for order in permutations(range(3))]
    assert left[0], "there is something to compare"
    assert all(one == left[0] for one in left)
