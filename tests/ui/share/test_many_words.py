"""The temperature round of 8, 40 and 75: whole words and whole names, and nobody's word smaller than another's."""

from __future__ import annotations

from dataclasses import replace
from types import ModuleType

import pytest

from coalmeet.public import PublicView, PublicWord
from ui.share.picture import picture
from ui.share.pieces import Picture, Words
from ui.share.plain import as_text

SPOKEN = ("hopeful", "tired", "疲れた", "متفائلة", "stretched, but glad that we are so many today")
LONG_NAME = "María José Sánchez-Ortega de la Fuente"


def words(pieces: Picture) -> list[Words]:
    return [piece for piece in pieces if isinstance(piece, Words)]


def said(made_up: ModuleType, count: int, given: int) -> PublicView:
    """A round in which every fifth says a whole sentence, and two in ten have a long name."""
    view = made_up.temperature(count, given)
    names = [LONG_NAME + f" {at}" if at % 10 > 7 else f"Bao Owusu {at}" for at in range(count)]
    return replace(
        view,
        turns=tuple(replace(turn, name=name) for turn, name in zip(view.turns, names, strict=True)),
        words=tuple(
            PublicWord(SPOKEN[at % 5], "") if at < given else PublicWord("", name)
            for at, name in enumerate(names)
        ),
    )


@pytest.mark.parametrize(("count", "given"), [(8, 5), (8, 8), (9, 9), (40, 5), (40, 29), (40, 40), (75, 40)])
def test_what_somebody_says_in_more_than_one_word_is_shown_whole(
    made_up: ModuleType, count: int, given: int
) -> None:
    shown = [one for one in words(picture(said(made_up, count, given))) if one.whole in SPOKEN]
    assert [one.whole for one in shown] == [SPOKEN[at % 5] for at in range(given)]
    assert not any(one.lines[-1].endswith("…") for one in shown)
    assert len({one.style.size for one in shown}) == 1


@pytest.mark.parametrize("count", [40, 75])
def test_who_speaks_and_who_is_next_are_named_whole_above_the_words(made_up: ModuleType, count: int) -> None:
    for given in (8, 9):  # a long name speaks and a long one is next; then it speaks
        view = said(made_up, count, given)
        above = [one for one in words(picture(view)) if 100 < one.area[1] < 200]
        called = {turn.name for turn in view.turns if turn.state in {"now", "next"}}
        assert called <= {one.lines[0] for one in above}


def test_of_75_those_still_to_come_have_their_names_from_the_first_word_on(made_up: ModuleType) -> None:
    view = said(made_up, 75, 4)
    shown = {one.whole for one in words(picture(view))}
    assert {word.name for word in view.words if word.name} <= shown


def test_words_go_before_the_names_of_those_who_come_later(made_up: ModuleType) -> None:
    view = made_up.temperature(75, 0)
    sentence = "so many things at once that I could not say which of them comes first today"
    told = replace(
        view, words=tuple(PublicWord(sentence, "") if at < 24 else one for at, one in enumerate(view.words))
    )
    shown = words(picture(told))
    assert sum(one.whole == sentence for one in shown) == 24
    more = next(one for one in shown if one.whole.startswith("and ") and one.whole.endswith(" more"))
    named = {one.name for one in told.words if one.name} & {one.whole for one in shown}
    assert int(more.whole.split()[1]) == 51 - len(named)


def test_where_sentences_of_75_people_have_to_be_cut_the_call_is_told_where_they_are_whole(
    made_up: ModuleType,
) -> None:
    told = "Every word is whole in the text for the chat."
    view = said(made_up, 75, 75)
    assert told in {one.whole for one in words(picture(view))}
    assert as_text(view).count(SPOKEN[4]) == 15
    assert told not in {one.whole for one in words(picture(said(made_up, 75, 40)))}
