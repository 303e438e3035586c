"""Anonymous surveys: a few questions answered from 1 to 5, of which only the sums are ever shown.

Four answers seen together tell more about people than about the coalition: below five members a
spoken round takes its place, and what came of a question that got fewer than five answers is told to nobody.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from coalmeet.errors import NotAllowed
from coalmeet.text import _

LEAST = 5  # answers, and members, from which on sums are shown
MOST_QUESTIONS = 9  # their numbers are one character
FIGURES = ("1", "2", "3", "4", "5")
PASSED = "-"

# Questions that the program offers are kept as codes, and said in the reader's language.
OFFERED = ("sharing", "decisions", "valued")


@dataclass(frozen=True, slots=True)
class Survey:
    """What is asked, of how many members, and from when to when; `questions` are codes of OFFERED or own words."""

    id: str
    title: str = ""
    questions: tuple[str, ...] = OFFERED
    asked: int = 0
    opened: date | None = None
    closed: date | None = None

    @property
    def is_open(self) -> bool:
        """Whether it takes answers."""
        return self.opened is not None and self.closed is None


@dataclass(frozen=True, slots=True)
class Summed:
    """How often each figure from 1 to 5 was given to one question; `counts` is None below five answers."""

    question: str
    counts: tuple[int, int, int, int, int] | None


def words(question: str) -> str:
    """A question as it is asked."""
    return {
        "sharing": _("Work, money and praise are shared fairly among us."),
        "decisions": _("I know how we decide, and what we have decided."),
        "valued": _("My organisation is heard and valued here."),
    }.get(question, question)


def must_be_askable(survey: Survey) -> None:
    """Raise NotAllowed for a survey that cannot be asked without giving people away, or that asks too much."""
    if survey.asked < LEAST:
        raise NotAllowed(
            _(
                "With fewer than five members everybody could guess who said what. Take a spoken round instead."
            )
        )
    if not 0 < len(survey.questions) <= MOST_QUESTIONS or not all(survey.questions):
        raise NotAllowed(_("Ask from one to nine questions, each with words."))


def must_be_answers(survey: Survey, answers: Sequence[int | None]) -> None:
    """Raise NotAllowed unless there is a figure from 1 to 5, or None for passed, to each question of an open survey."""
    if not survey.is_open:
        raise NotAllowed(_("This survey takes no answers now. Open another one."))
    if len(answers) != len(survey.questions) or not all(one is None or 1 <= one <= LEAST for one in answers):
        raise NotAllowed(_("Give each question a figure from 1 to 5, or pass it."))


def summed(survey: Survey, answers: Iterable[tuple[str, str]]) -> tuple[Summed, ...]:
    """The sums of a closed survey, a line each question; `answers` are pairs of question number and figure.

    Raises NotAllowed while it is open: two looks, before and after somebody answered, would tell what they said.
    """
    if survey.closed is None:
        raise NotAllowed(_("The answers are shown together once the survey is closed. Close it first."))
    given = Counter(answers)
    found = []
    for place, question in enumerate(survey.questions, 1):
        one, two, three, four, five = (given[str(place), figure] for figure in FIGURES)
        enough = one + two + three + four + five >= LEAST
        found.append(Summed(question, (one, two, three, four, five) if enough else None))
    return tuple(found)
