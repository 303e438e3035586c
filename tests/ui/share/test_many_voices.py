"""Many voices, long names: who is called on is named whole, the others as whole as may be, and nobody is forgotten."""

from __future__ import annotations

from dataclasses import replace
from types import ModuleType

import pytest

from coalmeet.public import PublicTurn, PublicView
from ui import theme
from ui.share.picture import picture
from ui.share.pieces import Disc, Picture, Words

LONG = "Mieterinnen- und Mieterschutzbund Oberschwaben-Allgäu-Bodensee"


def words(pieces: Picture) -> list[Words]:
    return [piece for piece in pieces if isinstance(piece, Words)]


def cut(shown: Words) -> bool:
    return shown.lines[-1].endswith("…")


def long_named(turns: tuple[PublicTurn, ...], short: str = "") -> tuple[PublicTurn, ...]:
    return tuple(
        replace(turn, name=f"{LONG} {at}", short=f"{short} {at}" if short else "")
        for at, turn in enumerate(turns)
    )


def a_round(made_up: ModuleType, count: int, short: str = "") -> PublicView:
    view = made_up.all_views()["round_12"]
    return replace(view, turns=long_named(made_up.turns(count, 4), short))


@pytest.mark.parametrize("count", [6, 12, 25, 75])
def test_who_speaks_and_who_is_next_keep_their_whole_names(made_up: ModuleType, count: int) -> None:
    view = a_round(made_up, count)
    called = {turn.name for turn in view.turns if turn.state in {"now", "next"}}
    shown = [one for one in words(picture(view)) if one.whole in called]
    assert {one.whole for one in shown} == called
    assert not any(cut(one) for one in shown)


@pytest.mark.parametrize("count", [25, 75])
def test_names_in_a_crowd_are_whole_and_the_rest_is_counted(made_up: ModuleType, count: int) -> None:
    view = a_round(made_up, count)
    waiting = [turn.name for turn in view.turns if turn.state == "waiting"]
    shown = [one for one in words(picture(view)) if one.whole in waiting]
    assert [one.whole for one in shown] == waiting[: len(shown)]
    assert not any(cut(one) for one in shown)
    assert f"and {len(waiting) - len(shown)} more" in {one.whole for one in words(picture(view))}


def test_an_organisation_with_a_short_name_goes_by_it_where_the_whole_one_has_no_room(
    made_up: ModuleType,
) -> None:
    shown = {one.whole for one in words(picture(a_round(made_up, 25, "MSB")))}
    assert {f"MSB {at}" for at in range(6, 25)} <= shown
    assert f"{LONG} 4" in shown  # now speaks, and has the room


def test_in_a_long_consent_round_whoever_is_asked_stands_first(made_up: ModuleType) -> None:
    view = made_up.consent(25, 7)
    view = replace(view, turns=long_named(view.turns))
    names = [turn.name for turn in view.turns]
    shown = [one.whole for one in words(picture(view)) if one.whole in names]
    assert shown[0] == names[7]
    assert shown == (names[7:] + names[:7])[: len(shown)]


@pytest.mark.parametrize("name", ["consent", "consent_75", "consent_long", "vote_75", "vote_long"])
def test_words_say_who_is_asked_and_who_is_next_however_many_answer(made_up: ModuleType, name: str) -> None:
    view = made_up.all_views()[name]
    shown = {one.whole for one in words(picture(view))}
    assert {f"{turn.note} · {turn.detail}" for turn in view.turns if turn.state in {"now", "next"}} <= shown


@pytest.mark.parametrize("name", ["consent", "round_wish", "selection_first"])
def test_a_long_name_takes_the_room_that_shorter_ones_leave(made_up: ModuleType, name: str) -> None:
    view = made_up.all_views()[name]
    names = {turn.name for turn in view.turns}
    assert not [one.whole for one in words(picture(view)) if one.whole in names and cut(one)]


def test_no_column_moves_when_the_next_is_called(made_up: ModuleType) -> None:
    before, after = made_up.consent(12, 4), made_up.consent(12, 5)
    faces = [[piece.area for piece in picture(view) if isinstance(piece, Disc)] for view in (before, after)]
    assert faces[0] == faces[1]


def test_beyond_sixteen_answers_those_that_are_no_plain_yes_are_shown_with_their_words(
    made_up: ModuleType,
) -> None:
    answers = made_up.answers(25, {3: "objection", 9: "concern", 17: "aside"})
    view = replace(made_up.consent(25, 7), turns=answers, can_say=())
    shown = {one.whole for one in words(picture(view))}
    assert {answers[at].name for at in (3, 9, 17)} == shown & {turn.name for turn in answers}
    assert {"Objection", "Consent with a concern", "Stands aside"} <= shown
    assert "Everyone has answered: 23 of 25 consent." in shown


def test_whoever_is_next_in_the_stack_keeps_a_long_name(made_up: ModuleType) -> None:
    shown = words(picture(made_up.all_views()["stack"]))
    (name,) = (one for one in shown if one.whole == "María José Sánchez-Ortega de la Fuente")
    assert not cut(name)
    assert name.style.size > theme.SHARE_CAPTION, "on two lines rather than small: it is called next"


def test_whoever_is_named_for_a_role_keeps_a_long_name_while_there_is_room(made_up: ModuleType) -> None:
    view = made_up.all_views()["selection"]
    names = {line.text for line in view.lines}
    assert not [one.whole for one in words(picture(view)) if one.whole in names and cut(one)]


def test_before_the_first_name_for_a_role_the_call_sees_who_will_be_asked(made_up: ModuleType) -> None:
    view = made_up.all_views()["selection_first"]
    shown = {one.whole for one in words(picture(view))}
    assert {turn.name for turn in view.turns} <= shown
