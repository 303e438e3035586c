"""Ten simulated years of taking turns, many times over, in search of one that breaks a promise of the rotation.

A few coalitions on every run; with COALMEET_EXAMPLES=full many, of all sizes, weekly ones too.
"""

import os
import re
from dataclasses import replace
from fractions import Fraction
from functools import cache
from itertools import pairwise
from random import Random

import pytest

from coalmeet.meeting.rotation import Standing, standings
from coalmeet.meeting.rotation_words import rows, sentences, turns
from tests.meeting.ten_years import (
    BEGAN,
    LOWEST,
    MONTHLY,
    WEEKLY,
    Coalition,
    Years,
    coalitions,
    every_second_to_the_same,
    missing,
    proposed_again,
    skipped_and_announced,
    widest_gap,
    widest_gap_in_notes,
    widest_gap_to_equal_parts,
    with_notes,
)

WHOLE = os.environ.get("COALMEET_EXAMPLES") == "full"
ANSWERS = (0.0, 0.7)  # of those who can come next time, how many say so when they are asked
HALF = 0.5  # of the meetings: then the strictest measure of a fair share nearly holds as well
# Of 56 coalitions in which all come to half two are 2.40 and 2.47 turns away, the others two at most.
NEARLY = Fraction(5, 2)
FEW = [(1, 3, 1, 0.0, LOWEST), (1, 5, 2, 0.0, LOWEST), (2, 9, 3, 0.7, LOWEST), (3, 6, 2, 0.0, HALF)]
MANY = [(*one, answers, LOWEST) for one in coalitions(10) for answers in ANSWERS]
MANY += [(*one, answers, HALF) for one in coalitions(4) for answers in ANSWERS]
WEEKLY_ONES = [(seed, 3 + seed, 1 + seed // 3, answers, LOWEST) for seed in range(6) for answers in ANSWERS]
TRIED = [(*one, MONTHLY) for one in (MANY if WHOLE else FEW)]
TRIED += [(*one, WEEKLY) for one in WEEKLY_ONES] if WHOLE else []


@cache
def lived(seed: int, members: int, steady: int, answers: float, lowest: float, every: int) -> Years:
    return Coalition(seed, members, steady=steady, answers=answers, lowest=lowest).live(every)


def name_of(one: tuple[float, ...]) -> str:
    return "-".join(str(value) for value in one)


@pytest.fixture(params=TRIED, ids=name_of)
def years(request: pytest.FixtureRequest) -> Years:
    return lived(*request.param)


def test_who_always_comes_stays_within_two_turns_of_its_fair_share_over_any_stretch(years: Years) -> None:
    assert widest_gap(years) <= 2


@pytest.mark.parametrize("one", [one for one in TRIED if one[4] >= HALF], ids=name_of)
def test_where_all_come_to_half_of_the_meetings_an_equal_part_of_each_is_nearly_the_fair_share(one) -> None:
    assert widest_gap_to_equal_parts(lived(*one)) <= NEARLY


def test_taking_notes_is_shared_as_fairly_and_never_falls_to_whoever_leads_where_another_can(
    years: Years,
) -> None:
    turns = with_notes(years, len(years.turns) if WHOLE else 48)
    assert widest_gap_in_notes(years, turns) <= 2
    both = [turn for turn in turns if turn.noted and turn.noted == turn.actual]
    assert all(turn.present == (turn.actual,) for turn in both)
    assert any(turn.noted for turn in turns)


def test_none_that_skipped_or_stayed_away_is_proposed_twice_running(years: Years) -> None:
    assert proposed_again(years) == []
    assert skipped_and_announced(years) == []


def test_the_years_hold_what_the_promises_are_about() -> None:
    """Else the search would search nothing."""
    all_years = [lived(*one) for one in TRIED]
    assert {note.wish for years in all_years for turn in years.turns for note in turn.notes} >= {
        "skip",
        "swap",
    }
    for years in all_years:
        assert any(turn.actual and turn.actual != turn.planned for turn in years.turns), "nobody stood in"
        assert any((one.joined or BEGAN) > BEGAN for one in years.organisations), "nobody joined"
    came = [sum("o3" in turn.present for turn in years.turns) / len(years.turns) for years in all_years]
    assert min(came) < LOWEST + 0.1, "nobody stayed away for most of the time"


def test_fewer_than_a_quarter_of_those_announced_are_missing() -> None:
    """Whose turn is announced when attendance ranges from 15 to 100 %."""
    parts = [missing(lived(*one)) for one in TRIED if one[4] == LOWEST]
    assert sum(parts, Fraction(0)) / len(parts) < Fraction(1, 4)


def test_the_same_input_gives_the_same_order(years: Years) -> None:
    random = Random("in any order")
    for count in (1, len(years.turns) // 2, len(years.turns)):
        held = list(years.turns[:count])
        day, notes = held[-1].date, years.announced[count - 1].notes
        first = standings(held, years.organisations, day, notes)
        random.shuffle(held)
        again = standings(held, random.sample(years.organisations, len(years.organisations)), day, notes)
        assert first == again


def test_every_figure_shown_adds_up(years: Years) -> None:
    for announced in years.announced[::24]:
        for standing in announced.order:
            adds_up(standing)


def adds_up(standing: Standing) -> None:
    """What is read on the screen: row by row, from the first sentence, and both together."""
    shown = rows(standing)
    for row in shown:
        assert row.before + row.earned + row.moved - row.paid - row.lost == row.after
        assert -100 <= row.after <= 100
    assert all(above.after == below.before for above, below in pairwise(shown))
    said = sentences(standing)
    if not shown:
        assert said[0].endswith("starts at zero.")
        return
    earned, paid, credit = figures(said[0])
    others = {
        r"so (\S+) of it was not counted": -1,
        r"so (\S+) of it was let go": 1,
        r"A swap brought it (\S+),": 1,
        r"A swap took (\S+) from it": -1,
    }
    moved = [
        sign * round(100 * float(found[1]))
        for words, sign in others.items()
        for sentence in said
        if (found := re.search(words, sentence))
    ]
    assert earned - paid + sum(moved) == credit
    assert turns(credit) == turns(round(100 * standing.credit))


def figures(sentence: str) -> tuple[int, int, int]:
    """“Org A earned 0.83 by coming and paid 1 by facilitating: its credit is -0.17.” in hundredths."""
    found = re.findall(r"-?\d+(?:\.\d+)?", sentence.split("earned")[1].rstrip(".").replace("−", "-"))
    earned, paid, credit = (round(100 * float(one)) for one in found)
    return earned, paid, credit


@pytest.mark.parametrize("members", [4, 8])
def test_a_rota_that_gives_one_every_second_meeting_fails_the_same_test(members: int) -> None:
    unfair = Coalition(1, members).live(rota=every_second_to_the_same, years=4)
    assert widest_gap(unfair) > 2
    assert widest_gap_to_equal_parts(unfair) > NEARLY


def test_a_rota_that_asks_the_same_again_is_noticed() -> None:
    def whoever_comes_least(order: tuple[Standing, ...], _meeting: int) -> tuple[str, ...]:
        able = [one for one in order if one.facilitates]
        return tuple(
            one.organisation.id for one in sorted(able, key=lambda one: (one.came, one.organisation.id))
        )

    careless = Coalition(1, 8, answers=0).live(rota=whoever_comes_least, years=4)
    assert proposed_again(careless)
    assert missing(careless) >= Fraction(1, 4)


def test_figures_that_do_not_add_up_are_noticed() -> None:
    standing = lived(*TRIED[0]).announced[-1].order[0]
    with pytest.raises(AssertionError):
        adds_up(replace(standing, entries=standing.entries[1:]))
