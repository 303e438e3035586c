"""Whose turn it is: worked by hand, and held to what a rotation promises."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalmeet.coalition.organisation import Organisation
from coalmeet.coalition.turn import Turn, TurnNote, Wish
from coalmeet.meeting.credit import Entry
from coalmeet.meeting.rotation import Standing, edge, proposed, standings
from coalmeet.meeting.rotation_words import rows, sentences, turns, why_first

FIRST = date(2026, 1, 1)
NEXT = date(2026, 12, 1)


def organisation(id: str, size: int | None = None, *, facilitates: bool = True) -> Organisation:
    return Organisation(id, f"Org {id}", size=size, facilitates=facilitates)


ABC = (organisation("A"), organisation("B"), organisation("C"))


def note(organisation: str, wish: Wish, *, meeting: str = "", other: str = "") -> TurnNote:
    return TurnNote(f"{organisation}{wish}", meeting, organisation, wish, other)


def held(*meetings: tuple[str, str], planned: str = "", notes: Sequence[TurnNote] = ()) -> list[Turn]:
    """Monthly meetings as (who came, who facilitated); the plan and the notes belong to the last."""
    made = [
        Turn(f"m{number}", FIRST + timedelta(days=30 * number), tuple(present), actual=actual)
        for number, (present, actual) in enumerate(meetings)
    ]
    last = made[-1]
    made[-1] = Turn(last.meeting, last.date, last.present, planned, last.actual, notes=tuple(notes))
    return made


def ask(
    history: Sequence[Turn], members: Sequence[Organisation] = ABC, notes: Sequence[TurnNote] = ()
) -> tuple[Standing, ...]:
    return standings(history, members, NEXT, notes, "next")


def order(
    history: Sequence[Turn], members: Sequence[Organisation] = ABC, notes: Sequence[TurnNote] = ()
) -> str:
    return "".join(standing.organisation.id for standing in ask(history, members, notes))


def of(found: Sequence[Standing], id: str) -> Standing:
    return next(standing for standing in found if standing.organisation.id == id)


def test_each_present_earns_a_part_and_who_facilitates_pays_a_turn() -> None:
    found = ask(held(("ABC", "A"), ("AB", "B")))
    assert {one.organisation.id: one.credit for one in found} == {
        "A": Fraction(1, 3) - 1 + Fraction(1, 2),
        "B": Fraction(1, 3) + Fraction(1, 2) - 1,
        "C": Fraction(1, 3),
    }


def test_most_credit_goes_first_then_longest_ago_then_smallest_then_name() -> None:
    assert order(held(("ABC", "A"), ("ABC", "B"))) == "CAB", "A and B are level, and A's turn is longer ago"
    sizes = (organisation("A", 40), organisation("B", 3), organisation("C"), organisation("D", 3))
    assert order([], sizes) == "BDAC", "an unknown size goes after the known ones"
    assert edge(ask([], sizes)) == "name"
    assert edge(ask([], sizes[:2])) == "smallest"
    assert edge(ask(held(("ABC", "A"), ("ABC", "B")))) == "credit"
    assert edge(ask(held(("AB", "A"), ("AB", "B")), ABC[:2])) == "longest_ago"
    assert edge(ask([], ABC[:1])) == "alone"
    assert (
        edge(ask(held(("AB", "A"), ("AB", "B")), notes=[note("B", "skip", meeting="next")])) == "not_skipping"
    )


def test_credit_stops_at_one_turn_and_the_arithmetic_shows_it() -> None:
    found = of(ask(held(*[("AB", "A")] * 3), ABC[:2]), "B")
    assert [entry.after for entry in found.entries] == [Fraction(1, 2), 1, 1]
    assert found.entries[-1].lost == Fraction(1, 2)
    assert "Credit stops at one turn, so 0.5 of it was not counted." in sentences(found)


def test_a_debt_stops_at_one_turn_so_that_a_new_organisation_pays_for_nothing_before_it_came() -> None:
    """Now and then somebody comes who is never asked: what that leaves undone falls to A and B."""
    before = [("ABPQ" if number % 3 == 0 else "AB", "AB"[number % 2]) for number in range(60)]
    members = (*ABC[:2], organisation("P"), organisation("Q"))
    new = organisation("N")
    history = held(*before)
    found = of(ask(history, members), "A")
    assert found.credit >= -1
    assert any("A debt stops at one turn too" in sentence for sentence in sentences(found))
    for number in range(60, 72):
        first = ask(history, (*members, new))[0].organisation.id if number > 60 else "A"
        day = FIRST + timedelta(days=30 * number)
        history.append(Turn(f"m{number}", day, ("A", "B", "N"), first, first))
    assert sum(turn.actual == "N" for turn in history) <= 12 / 3 + 1


def test_nobody_is_asked_twice_running_even_when_all_the_others_come_rarely() -> None:
    history = held(("ABC", "A"), ("A", "A"), ("A", "A"), ("A", "A"), ("B", "B"), planned="A")
    found = ask(history)
    assert [one.is_expected for one in found] == [False, False, False]
    assert of(found, "A").again
    assert found[-1].organisation.id == "A"
    skipping = ask(held(*[("A", "A")] * 4), notes=[note("A", "skip", meeting="next")])
    assert skipping[0].organisation.id == "B", "a skip is respected though only the one that skips comes"
    assert why_first(skipping[:1] + skipping[-1:]) == "Org B: Org A skipped or missed its turn lately."


def test_a_new_organisation_starts_at_zero() -> None:
    joined = Organisation("N", "New", joined=date(2026, 11, 1))
    found = of(ask(held(("ABC", "A"), ("ABC", "B")), (*ABC, joined)), "N")
    assert found.credit == 0
    assert sentences(found)[0] == "New starts at zero."


def test_one_that_has_left_is_not_asked() -> None:
    left = Organisation("L", "Left", left=date(2026, 11, 1))
    assert order(held(("ABCL", "A"), ("ABCL", "B")), (*ABC, left)) == "CAB"


def test_who_comes_rarely_waits_unless_it_says_it_will_be_there() -> None:
    history = held(("ABC", "A"), ("AB", "B"), ("AB", "A"), ("AB", "B"))
    assert of(ask(history), "C").credit == Fraction(1, 3)
    assert order(history) == "ABC"
    assert order(history, notes=[note("C", "coming", meeting="next")]) == "CAB"
    assert order(history, notes=[note("C", "coming", meeting="another")]) == "ABC"
    assert order(history, notes=[note("C", "coming", meeting="m3")]) == "ABC", "that meeting is over"
    some_next = standings(history, ABC, NEXT, [note("C", "coming", meeting="some next one")])
    assert some_next[0].organisation.id == "C"
    assert why_first(ask(history, notes=[note("C", "coming", meeting="next")])).startswith(
        "Org C: the most credit"
    )


def test_meetings_before_it_joined_say_nothing_about_an_organisation() -> None:
    young = replace(organisation("Y"), joined=FIRST + timedelta(days=80))
    turns = held(("O", "O"), ("O", "O"), ("O", "O"), ("OY", "O"))
    found = of(ask(turns, (organisation("O"), young)), "Y")
    assert (found.came, found.looked_back) == (1, 1)
    assert found.is_expected


def test_who_missed_its_turn_is_asked_after_the_others() -> None:
    history = held(("ABC", "A"), ("ABC", "B"), ("AB", "A"), planned="C")
    found = of(ask(history), "C")
    assert found.expectation == "missed_its_turn"
    assert order(history)[-1] == "C"
    history += [Turn("m9", date(2026, 10, 1), ("A", "B", "C"), actual="B")]
    assert of(ask(history), "C").expectation == "comes"
    assert order(history)[0] == "C"


def test_a_stand_in_pays_and_the_planned_one_keeps_its_credit() -> None:
    found = ask(held(("ABC", "B"), planned="A"))
    assert of(found, "A").credit == Fraction(1, 3)
    assert of(found, "B").credit == Fraction(-2, 3)
    assert of(found, "A").is_expected


def test_a_skip_is_asked_again_after_a_full_pass() -> None:
    meetings = [("ABC", "B"), ("ABC", "C"), ("ABC", "B"), ("ABC", "C")]
    said = note("A", "skip", meeting="m0")
    waits = []
    for count in range(1, 4):
        history = held(*meetings[:count])
        history[0] = Turn("m0", FIRST, ("A", "B", "C"), "A", "B", notes=(said,))
        waits.append((of(ask(history), "A").wait, order(history)[0]))
    assert [wait for wait, _first in waits] == [1, 0, 0]
    assert waits[0][1] == "C", "while the pass lasts somebody else goes first, though A has as much credit"
    assert waits[1][1] == "A"
    before = ask(held(("ABC", "B")), notes=[note("A", "skip", meeting="next")])
    assert of(before, "A").wait == 2
    assert "It asked to be skipped, and is asked again after 2 more meetings." in sentences(of(before, "A"))


def test_a_swap_moves_the_credit() -> None:
    history = held(("ABC", "A"), ("ABC", "B"))
    agreed = [note("C", "swap", meeting="next", other="B")]
    now = ask(history, notes=agreed)
    assert [one.organisation.id for one in now] == ["B", "C", "A"]
    assert of(now, "B").credit == Fraction(2, 3)
    assert of(now, "C").credit == Fraction(-1, 3)
    kept = note("C", "swap", meeting="m2", other="B")
    after = ask(held(("ABC", "A"), ("ABC", "B"), ("ABC", "B"), planned="C", notes=[kept]))
    assert {one.organisation.id: one.credit for one in after} == {"A": 0, "B": 0, "C": 0}
    assert any("A swap took" in sentence for sentence in sentences(of(after, "C")))


def test_a_swap_that_did_not_happen_moves_nothing() -> None:
    said = note("C", "swap", meeting="m0", other="B")
    found = ask(held(("ABC", "A"), planned="C", notes=[said]))
    assert of(found, "C").moved == 0
    assert of(found, "C").credit == Fraction(1, 3)


def test_not_facilitating_is_respected_and_visible() -> None:
    quiet = (organisation("Q", 2, facilitates=False), *ABC)
    found = ask(held(("QABC", "A"), ("QABC", "B")), quiet)
    assert found[-1].organisation.id == "Q"
    assert not of(found, "Q").entries
    assert of(found, "C").credit == Fraction(2, 3), "Q earns nothing, so the others share the turn"
    assert "It does not facilitate at present, and is not asked." in sentences(of(found, "Q"))
    assert order([], notes=[note("A", "not_facilitating")]) == "BCA"
    assert proposed(ask([], [organisation("Q", facilitates=False)])) is None
    assert why_first(ask([], [organisation("Q", facilitates=False)])) == ""


def test_a_meeting_of_which_nobody_knows_who_facilitated_moves_no_credit() -> None:
    found = ask(held(("ABC", "")))
    assert all(one.credit == 0 and one.came == 1 for one in found)


def test_the_sentences() -> None:
    found = ask(held(("ABC", "A"), ("AB", "B")))
    assert why_first(found) == "Org A: the same credit as Org B, and its last turn is longer ago."
    level = ask([], [organisation("A", 5), organisation("B", 2)])
    said = "Org B: level with Org A in credit and last turn, so the smaller one is asked first."
    assert why_first(level) == said
    assert sentences(of(found, "A")) == (
        "Org A earned 0.83 by coming and paid 1 by facilitating: its credit is −0.17.",
        "It came to 2 of the last 2 meetings.",
        "It last facilitated on 1 January 2026.",
    )


ACTUALS = st.lists(st.tuples(st.sets(st.sampled_from("ABCDE"), min_size=1), st.integers(0, 4)), max_size=12)
WISHES = st.sampled_from(["skip", "swap", "coming", "not_facilitating"])
NOTES = st.lists(
    st.builds(
        lambda who, wish, other: note(who, wish, meeting="next", other=other if wish == "swap" else ""),
        st.sampled_from("ABCDE"),
        WISHES,
        st.sampled_from("ABCDE"),
    ),
    max_size=3,
)
FIVE = tuple(organisation(id, 9 - place) for place, id in enumerate("ABCDE"))


@given(ACTUALS, NOTES)
def test_figures_add_up_and_the_order_depends_on_nothing_else(
    meetings: list[tuple[set[str], int]], said: list[TurnNote]
) -> None:
    history = [
        Turn(f"m{number}", FIRST + timedelta(days=number), tuple(sorted(who)), actual="ABCDE"[place])
        for number, (who, place) in enumerate(meetings)
    ]
    found = ask(history, FIVE, said)
    assert found == ask(list(reversed(history)), tuple(reversed(FIVE)), said)
    assert sorted(one.organisation.id for one in found) == list("ABCDE")
    for one in found:
        shown = rows(one)
        assert all(row.before + row.earned + row.moved - row.paid - row.lost == row.after for row in shown)
        assert all(above.after == below.before for above, below in pairwise(shown))
        assert all(entry.after <= 1 for entry in one.entries)
        balance = shown[-1].after if shown else 0
        sum_ = sum(row.earned + row.moved - row.paid - row.lost for row in shown)
        assert balance == sum_
        if not one.moved and shown:
            assert sentences(one)[0].endswith(f"its credit is {turns(balance)}.")


Choose = Callable[[Sequence[Turn], int], str]


def by_credit(history: Sequence[Turn], _number: int) -> str:
    return standings(history, FIVE, NEXT)[0].organisation.id


def every_second_to_the_same(_history: Sequence[Turn], number: int) -> str:
    return "A" if number % 2 == 0 else "BCDE"[number // 2 % 4]


def is_fair(choose: Choose, always: str, presences: Sequence[set[str]]) -> bool:
    """Whether those who always come stay within two turns of what falls to each of them, at every meeting."""
    history: list[Turn] = []
    for number, others in enumerate(presences):
        present = tuple(sorted({*always, *others}))
        planned = choose(history, number)
        actual = (
            planned
            if planned in present
            else next(
                one.organisation.id
                for one in standings(history, FIVE, NEXT)
                if one.organisation.id in present
            )
        )
        history.append(Turn(f"m{number}", FIRST + timedelta(days=number), present, planned, actual))
        done = [sum(turn.actual == id for turn in history) for id in always]
        if any(abs(turns_of - Fraction(sum(done), len(always))) > 2 for turns_of in done):
            return False
    return True


@given(st.lists(st.sets(st.sampled_from("DE")), min_size=1, max_size=30))
def test_who_always_comes_stays_within_two_turns_of_a_fair_share(presences: list[set[str]]) -> None:
    assert is_fair(by_credit, "ABC", presences)


@pytest.mark.parametrize(("choose", "fair"), [(by_credit, True), (every_second_to_the_same, False)])
def test_the_measure_of_fairness_sees_an_unfair_rota(choose: Choose, fair: bool) -> None:
    assert is_fair(choose, "ABCDE", [set()] * 30) is fair


def test_entries_are_exact() -> None:
    entry = Entry("m", FIRST, Fraction(1, 3), Fraction(1, 7), Fraction(0), Fraction(1), Fraction(0))
    assert entry.after == Fraction(1, 3) + Fraction(1, 7) - 1
