"""A turn may be a term of several meetings: whoever is in the middle of one goes on, and it costs one turn in all."""

from datetime import date, timedelta

from coalmeet.coalition.organisation import Organisation
from coalmeet.coalition.turn import Turn, TurnNote
from coalmeet.meeting.rotation import proposed, standings
from coalmeet.meeting.rotation_words import why_first

THREE = tuple(Organisation(id, id.title()) for id in ("mill", "reed", "weir"))
FIRST = date(2026, 1, 8)
EVERYBODY = ("mill", "reed", "weir")


def held(*led_by: str, present: tuple[str, ...] = EVERYBODY) -> tuple[Turn, ...]:
    return tuple(
        Turn(f"m{at}", FIRST + timedelta(weeks=4 * at), present, one, one) for at, one in enumerate(led_by)
    )


def order(*led_by: str, term: int = 3, notes: tuple[TurnNote, ...] = ()):
    history = held(*led_by)
    return standings(history, THREE, FIRST + timedelta(weeks=4 * len(led_by)), notes, "next", term)


def first(*led_by: str, **more: object) -> str:
    found = proposed(order(*led_by, **more))
    return found.organisation.id if found else ""


def test_whoever_is_in_the_middle_of_a_term_goes_on() -> None:
    assert [first("mill"), first("mill", "mill")] == ["mill", "mill"]
    assert why_first(order("mill", "mill")) == "Mill: its term goes on, it has led 2 of its meetings."


def test_after_the_last_meeting_of_a_term_another_is_asked() -> None:
    assert first("mill", "mill", "mill") == "reed"
    assert first("mill", "mill", "mill", "reed", "reed", "reed") == "weir"


def test_a_term_of_one_meeting_is_the_rotation_as_it_was() -> None:
    assert first("mill", term=1) == "reed"


def test_a_whole_term_costs_one_turn_and_every_figure_adds_up() -> None:
    credit = {one.organisation.id: one.credit for one in order(*["mill"] * 3, *["reed"] * 3, *["weir"] * 3)}
    assert set(credit.values()) == {0}


def test_who_skips_or_cannot_come_does_not_go_on() -> None:
    assert first("mill", notes=(TurnNote("n", "next", "mill", "skip"),)) == "reed"
    away = held("mill")
    away = (Turn("m0", FIRST, EVERYBODY, "mill", "mill", notes=(TurnNote("n", "m0", "mill", "away_next"),)),)
    found = proposed(standings(away, THREE, FIRST + timedelta(weeks=4), (), "next", 3))
    assert found is not None
    assert found.organisation.id == "reed"


def test_who_steps_in_for_one_meeting_begins_a_term_of_its_own() -> None:
    assert first("mill", "reed") == "reed"
