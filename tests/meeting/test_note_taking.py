"""The same rotation serves the note taker: an account of its own, proposed beside the facilitator, kept and told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalmeet.coalition.organisation import Organisation
from coalmeet.coalition.outcomes import outcomes
from coalmeet.coalition.turn import Turn, TurnNote
from coalmeet.meeting.minutes import minutes
from coalmeet.meeting.moves import closing, flow, people
from coalmeet.meeting.publish import publish
from coalmeet.meeting.record import record
from coalmeet.meeting.rotation import Standing, edge, proposed, standings
from coalmeet.meeting.rotation_words import rows, sentences, why_first

FIRST = date(2026, 1, 1)
NEXT = date(2026, 12, 1)
ABC = tuple(Organisation(id, f"Org {id}") for id in "ABC")


def held(*meetings: tuple[str, str, str], notes: Sequence[TurnNote] = ()) -> list[Turn]:
    """Monthly meetings as (who came, who facilitated, who took notes); what was said belongs to the last."""
    made = [
        Turn(f"m{n}", FIRST + timedelta(days=30 * n), tuple(came), led, led, to_note=noted, noted=noted)
        for n, (came, led, noted) in enumerate(meetings)
    ]
    made[-1] = replace(made[-1], notes=tuple(notes))
    return made


def noting(history: Sequence[Turn], leads: str = "", notes: Sequence[TurnNote] = ()) -> tuple[Standing, ...]:
    return standings(history, ABC, NEXT, notes, "next", role="note_taker", leads=leads)


def order(found: Sequence[Standing]) -> str:
    return "".join(one.organisation.id for one in found)


def of(found: Sequence[Standing], id: str) -> Standing:
    return next(one for one in found if one.organisation.id == id)


def test_taking_notes_has_an_account_of_its_own() -> None:
    history = held(("ABC", "A", "B"), ("ABC", "B", "C"))
    assert {one.organisation.id: one.credit for one in noting(history)} == {
        "A": Fraction(1, 2),
        "B": Fraction(1, 2) - 1,
        "C": Fraction(1, 2) + Fraction(1, 2) - 1,
    }
    assert {one.organisation.id: one.credit for one in standings(history, ABC, NEXT)} == {
        "A": Fraction(-1, 3),
        "B": Fraction(-1, 3),
        "C": Fraction(2, 3),
    }
    assert sentences(of(noting(history), "B")) == (
        "Org B earned 0.5 by coming and paid 1 by taking notes: its credit is −0.5.",
        "It came to 2 of the last 2 meetings.",
        "It last took notes on 1 January 2026.",
    )


def test_whoever_facilitates_could_not_take_notes_and_earns_nothing_for_it() -> None:
    assert not of(noting(held(*[("AB", "A", "B")] * 4)), "A").entries
    assert of(noting(held(*[("AB", "A", "B")] * 4)), "B").credit == 0, "each time it earns a turn and pays it"
    both = noting(held(("AB", "A", "A")))
    assert {one.organisation.id: one.credit for one in both[:2]} == {
        "A": Fraction(-1, 2),
        "B": Fraction(1, 2),
    }


def test_one_organisation_does_not_facilitate_and_take_notes_where_another_can() -> None:
    history = held(("ABC", "B", "C"), ("ABC", "C", "B"), ("ABC", "C", "B"))
    assert order(noting(history)) == "ACB"
    found = noting(history, leads="A")
    assert order(found) == "CBA"
    assert why_first(found) == "Org C: the most credit of those expected that do not facilitate then."
    alone = noting(held(*[("A", "A", "A")] * 4), leads="A")
    assert (order(alone)[0], edge(alone)) == ("A", "both")
    assert why_first(alone) == "Org A: it facilitates, and nobody else is sure to be able to take notes."
    two = noting(held(*[("AB", "A", "B")] * 4), leads="A")
    assert why_first(two) == "Org B: the only one expected besides Org A, which facilitates."


def test_not_taking_notes_is_respected_and_says_nothing_about_facilitating() -> None:
    said = TurnNote("n", "", "A", "not_facilitating", role="note_taker")
    found = noting(held(("ABC", "B", "C")), notes=[said])
    assert (found[-1].organisation.id, found[-1].facilitates) == ("A", False)
    assert "It does not take notes at present, and is not asked." in sentences(found[-1])
    leading = standings(held(("ABC", "B", "C")), ABC, NEXT, [said])
    assert all(one.facilitates for one in leading)
    quiet = (replace(ABC[0], facilitates=False), *ABC[1:])
    there = standings(held(("ABC", "B", "C")), quiet, NEXT, role="note_taker")
    assert of(there, "A").facilitates, "one that does not facilitate may well take notes"


def test_a_skip_of_the_notes_is_no_skip_of_the_turn_to_facilitate_but_coming_is_said_of_both() -> None:
    said = [
        TurnNote("1", "next", "C", "skip", role="note_taker"),
        TurnNote("2", "next", "A", "coming"),
    ]
    history = held(("ABC", "A", "B"), ("ABC", "B", "A"))
    assert of(noting(history, notes=said), "C").wait == 2
    assert of(standings(history, ABC, NEXT, said, "next"), "C").wait == 0
    for found in (noting(history, notes=said), standings(history, ABC, NEXT, said, "next")):
        assert of(found, "A").expectation == "said_so"


def test_a_term_of_notes_goes_on_unless_it_is_the_turn_to_facilitate_too() -> None:
    history = held(("ABC", "A", "B"), ("ABC", "A", "B"))
    found = standings(history, ABC, NEXT, term=3, role="note_taker")
    assert why_first(found) == "Org B: its term goes on, it has taken notes at 2 of its meetings."
    assert order(standings(history, ABC, NEXT, term=3, role="note_taker", leads="B"))[0] != "B"


MEETINGS = st.lists(
    st.tuples(
        st.sets(st.sampled_from("ABC"), min_size=1), st.sampled_from("ABC"), st.sampled_from(["", *"ABC"])
    ),
    min_size=1,
    max_size=12,
)


@given(MEETINGS, st.sampled_from(["", *"ABC"]))
def test_every_figure_adds_up_and_one_of_two_who_can_is_never_given_both(
    meetings: list[tuple[set[str], str, str]], leads: str
) -> None:
    history = held(*(("".join(sorted(came)), led, noted) for came, led, noted in meetings))
    found = noting(history, leads)
    for one in found:
        shown = rows(one)
        assert all(row.before + row.earned + row.moved - row.paid - row.lost == row.after for row in shown)
        assert all(above.after == below.before for above, below in pairwise(shown))
    first = proposed(found)
    others = [one for one in found if one.is_expected and not one.again and one.organisation.id != leads]
    assert first is not None
    assert first.organisation.id != leads or not others


@pytest.fixture
def everybody(facilitator: Any) -> Any:
    facilitator.do(people.arrive_all, ["p0", "p1", "p2", "p3"])
    return facilitator


def spends(one: Any, item: str, minutes: int) -> None:
    one.do(flow.start_item, item)
    one.now += minutes * 60_000
    one.do(flow.end_item, "noted")


def told(one: Any) -> dict[str, tuple[str, ...]]:
    return {fact.label: fact.texts for fact in minutes(record(one.meeting, {})).attendance.roles}


def test_who_took_notes_for_most_of_the_time_has_had_the_turn(everybody: Any) -> None:
    everybody.do(people.change_note_taker, "p1")
    spends(everybody, "temperature", 5)
    everybody.do(people.change_note_taker, "p2")
    spends(everybody, "news", 30)
    everybody.do(flow.close_meeting)
    turn = outcomes("m", everybody.meeting).turn
    assert (turn.to_note, turn.noted) == ("", "o2"), "nobody was named beforehand"
    assert record(everybody.meeting, {})["note_taking_organisation"] == everybody.meeting.name_of("o2")


def test_who_was_named_to_take_notes_and_stayed_away_took_none_and_is_told(facilitating: Any) -> None:
    meeting = facilitating(note_taker="p1", notes_turn="o1")
    meeting.do(people.arrive_all, ["p0", "p2"])
    spends(meeting, "temperature", 5)
    meeting.do(people.change_note_taker, "p2")
    spends(meeting, "news", 5)
    meeting.do(flow.close_meeting)
    turn = outcomes("m", meeting.meeting).turn
    assert (turn.to_note, turn.noted) == ("o1", "o2")
    assert told(meeting)["Planned to take notes"] == ("Łukasz Zieliński",)


def test_nobody_known_to_take_notes_moves_no_credit(everybody: Any) -> None:
    spends(everybody, "news", 5)
    everybody.do(flow.close_meeting)
    turn = outcomes("m", everybody.meeting).turn
    assert turn.noted == ""
    assert "Planned to take notes" not in told(everybody)


def test_who_takes_notes_next_is_agreed_at_the_close_beside_who_facilitates(everybody: Any) -> None:
    everybody.do(closing.skip_next_turn, "o1", "note_taker")
    everybody.do(closing.agree_next_facilitator, "o1")
    assert everybody.meeting.next_time.notes.passed_over == ("o1",), "a skip of one role is none of the other"
    assert everybody.meeting.next_time.passed_over == ()
    everybody.do(closing.agree_next_note_taker, "o2", "p2")
    assert "has not skipped" in everybody.refused(closing.keep_next_turn, "o1")
    everybody.do(closing.keep_next_turn, "o1", "note_taker")
    view = publish(everybody.meeting, everybody.now)
    assert view.next_note_taker.startswith("Sana Iqbal")
    assert view.next_facilitator == everybody.meeting.name_of("o1")
    everybody.do(flow.close_meeting)
    assert told(everybody)["Next time"][0].endswith("notes by Sana Iqbal")
    kept = record(everybody.meeting, {})
    assert kept["next_note_takers"] == ["Sana Iqbal"]
    assert kept["next_note_taking_organisation"] == everybody.meeting.name_of("o2")


def test_who_learns_to_facilitate_is_in_the_welcome_and_in_the_minutes(facilitating: Any) -> None:
    meeting = facilitating(co_facilitator="p3")
    assert publish(meeting.meeting, meeting.now).co_facilitator == meeting.meeting.name_of("p3")
    meeting.do(people.arrive_all, ["p0", "p3"])
    spends(meeting, "news", 5)
    assert publish(meeting.meeting, meeting.now).co_facilitator == "", "only the welcome says it"
    meeting.do(flow.close_meeting)
    assert told(meeting)["Co-facilitator"] == (meeting.meeting.name_of("p3"),)
