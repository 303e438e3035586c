"""Surveys and their answers, kept so that nobody who holds the file can tell who gave which.

Answers have random ids and lie in their order. Where a page has them in the order in which they came, the file would
still tell it, so each answer takes them all out and puts all of them in again. Erased bytes are overwritten.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from sqlalchemy import ColumnElement, Connection, Row, delete, insert, select

from coalmeet.coalition.survey import (
    FIGURES,
    LEAST,
    PASSED,
    Summed,
    Survey,
    must_be_answers,
    must_be_askable,
    summed,
)
from coalmeet.errors import NotAllowed
from coalmeet.ids import new_id
from coalmeet.store.edit import edit
from coalmeet.store.file import CoalitionFile
from coalmeet.store.rows import every, made
from coalmeet.store.tables import REDACTION, SURVEY, SURVEY_ANSWER
from coalmeet.text import _

# Plain SQL, so that whoever holds a bare connection of the driver can ask it too: a row where it is so.
COLLECTING = (
    "SELECT 1 FROM survey WHERE opened IS NOT NULL AND closed IS NULL "
    "AND EXISTS (SELECT 1 FROM survey_answer WHERE survey_answer.survey = survey.id) LIMIT 1"
)


def all_of(con: Connection) -> tuple[Survey, ...]:
    """Every survey, the last opened first."""
    return every(con, Survey, select(SURVEY).order_by(SURVEY.c.opened.desc(), SURVEY.c.id))


def read(con: Connection, survey_id: str) -> Survey:
    """One survey. Raises NotAllowed when it is gone."""
    found = con.execute(select(SURVEY).where(SURVEY.c.id == survey_id)).first()
    if found is None:
        raise NotAllowed(_("This survey is no longer here. Choose another one."))
    return made(Survey, found)


def is_collecting(con: Connection) -> bool:
    """Whether a survey has answers and is not closed: a copy made now, held against a later one, would tell."""
    return con.exec_driver_sql(COLLECTING).first() is not None


def begin(con: Connection, file: CoalitionFile, survey: Survey, today: date) -> None:
    """Open a survey for answers. Raises NotAllowed for one that cannot be asked, and while another one is open."""
    must_be_askable(survey)
    if any(one.is_open for one in all_of(con)):
        raise NotAllowed(_("Another survey is still open. Close it first."))
    edit(
        con,
        file,
        "survey",
        survey.id,
        title=survey.title,
        questions=survey.questions,
        asked=survey.asked,
        opened=today,
    )


def answer(
    con: Connection, survey_id: str, answers: Sequence[int | None], *, draw: Callable[[], str] = new_id
) -> None:
    """Keep what one person answers: a figure from 1 to 5 to each question, None for passed.

    `draw` gives the random ids. Raises NotAllowed where the survey takes no such answers.
    """
    must_be_answers(read(con, survey_id), answers)
    put_together(
        con,
        [
            {
                "id": draw(),
                "survey": survey_id,
                "question": str(place),
                "answer": PASSED if one is None else FIGURES[one - 1],
            }
            for place, one in enumerate(answers, 1)
        ],
    )


def put_together(con: Connection, more: Sequence[dict[str, str]]) -> None:
    """Put these rows of answers among those that are there, so that no place in the file says which came last."""
    there = {row.id: row._asdict() for row in con.execute(select(SURVEY_ANSWER)).all()}
    there |= {row["id"]: row for row in more}
    con.execute(delete(SURVEY_ANSWER))  # all of it: the table begins anew, with pages that were overwritten
    if there:
        con.execute(insert(SURVEY_ANSWER), [there[one] for one in sorted(there)])


def given(con: Connection, survey_id: str) -> int:
    """How many people have answered, those who passed every question among them."""
    rows = con.execute(
        select(SURVEY_ANSWER.c.id).where(_of(survey_id), SURVEY_ANSWER.c.question == "1")
    ).all()
    return len(rows)


def close(con: Connection, file: CoalitionFile, survey_id: str, today: date) -> None:
    """Close a survey for good. Answers to a question that got fewer than five are erased: nobody is to read them.

    Nothing takes it back: opened again, one more answer could be told from the others. Raises NotAllowed when it is
    not open.
    """
    if not read(con, survey_id).is_open:
        raise NotAllowed(_("This survey takes no answers now. Open another one."))
    edit(con, file, "survey", survey_id, closed=today)
    rows = con.execute(select(SURVEY_ANSWER).where(_of(survey_id))).all()
    _erase(con, [one for one in rows if _figures(rows, one.question) < LEAST])


def results(con: Connection, survey_id: str) -> tuple[Summed, ...]:
    """The sums of a closed survey. Raises NotAllowed while it is open."""
    wanted = select(SURVEY_ANSWER.c.question, SURVEY_ANSWER.c.answer).where(_of(survey_id))
    return summed(read(con, survey_id), [(row.question, row.answer) for row in con.execute(wanted).all()])


def _of(survey_id: str) -> ColumnElement[bool]:
    return SURVEY_ANSWER.c.survey == survey_id


def _figures(rows: Sequence[Row[tuple[str, str, str, str]]], question: str) -> int:
    return sum(1 for one in rows if one.question == question and one.answer != PASSED)


def _erase(con: Connection, rows: Sequence[Row[tuple[str, str, str, str]]]) -> None:
    if not rows:
        return
    ids = {one.id for one in rows}
    con.execute(delete(SURVEY_ANSWER).where(SURVEY_ANSWER.c.id.in_(ids)))
    # Another copy of the file may hold them still: brought together, they stay away.
    gone = [{"id": one, "table": SURVEY_ANSWER.name, "gone": True} for one in sorted(ids)]
    con.execute(insert(REDACTION), gone)
    put_together(con, ())
