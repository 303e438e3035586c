"""Whether consent failed before: only an objection that stood, and only until the matter was settled."""

from __future__ import annotations

from datetime import date

from coalmeet.coalition.earlier_try import last_try
from coalmeet.meeting.events import FIRST_TRY, EarlierTry

MAY, JUNE, JULY = date(2026, 5, 14), date(2026, 6, 11), date(2026, 7, 9)
IDS = {"allotment union": "garden"}
STOOD = [{"organisation": "Allotment Union", "ending": "open"}]


def told(outcome: str, **more: object) -> dict[str, object]:
    return {"id": "road", "outcome": outcome, "method": "consent", "objections": STOOD, **more}


def test_a_text_that_was_parked_over_an_objection_is_a_failed_try() -> None:
    assert last_try([(MAY, told("parked"))], IDS) == EarlierTry("road", "2026-05-14", ("garden",))


def test_what_was_parked_without_an_objection_or_withdrawn_is_none() -> None:
    assert last_try([(MAY, told("parked", objections=[]))], IDS) == FIRST_TRY
    assert last_try([(MAY, told("withdrawn"))], IDS) == FIRST_TRY
    ended = [{"organisation": "Allotment Union", "ending": "withdrawn"}]
    assert last_try([(MAY, told("parked", objections=ended))], IDS) == FIRST_TRY


def test_what_was_settled_since_is_none_and_the_last_try_counts() -> None:
    assert last_try([(JUNE, told("agreed")), (MAY, told("parked"))], IDS) == FIRST_TRY
    twice = last_try([(JULY, told("not agreed")), (MAY, told("parked"))], IDS)
    assert twice.date == "2026-07-09"


def test_an_objector_who_left_the_coalition_is_not_counted() -> None:
    assert last_try([(MAY, told("parked"))], {}).objectors == ()
