"""Finding where texts speak of a person who asked to be erased, and leaving out no more than that."""

from __future__ import annotations

import pytest

from coalmeet.coalition.mentions import AROUND, Finder, Spot, words_of

ANN = words_of(
    ["Ann Lee"], ["ann@river.org", "+44 20 7946 0123"], ["Ben Lee", "Lee Foundation", "River Trust"]
)


def found(text: str, *, theirs: bool | None = None, namesake: bool = False) -> list[Spot]:
    return [spot for _start, _end, spot in Finder(ANN, namesake=namesake).spots(text, theirs=theirs)]


def kinds(text: str) -> list[tuple[str, str, bool]]:
    return [(one.kind, one.found, one.likely) for one in found(text)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Ann Lee brings the keys.", [("name", "Ann Lee", True)]),
        ("ANN  LEE's keys", [("name", "ANN  LEE", True)]),
        ("@Ann brings them", [("part", "Ann", True)]),
        ("We met Annabel at the annual fair", []),
        ("write to ann@river.org", [("address", "ann@river.org", True)]),
        ("Ben Lee and the Lee Foundation", [("part", "Lee", False), ("part", "Lee", False)]),
        ("Lee brings them", [("part", "Lee", False)]),
        ("an annual fee", []),
        ("", []),
    ],
)
def test_names_parts_and_addresses_are_found_as_words(text: str, said: list[tuple[str, str, bool]]) -> None:
    assert kinds(text) == said


def test_a_text_that_is_the_name_and_nothing_more_is_certain_unless_somebody_else_has_it() -> None:
    assert found("Ann Lee")[0].certain
    assert not found("Ann Lee", namesake=True)[0].certain
    assert not found("Ann Lee", namesake=True)[0].likely
    assert found("Ann Lee", namesake=True, theirs=True)[0].certain
    assert not found("Ann Lee", namesake=True, theirs=False)
    assert not found("Ann Lee brings the keys")[0].certain


def test_composed_and_decomposed_letters_are_the_same_name() -> None:
    finder = Finder(words_of(["Zo\u00eb M\u00fcller"]))
    text = "Zoe\u0308 Mu\u0308ller spoke, then Zo\u00eb M\u00fcller."
    assert finder.without(text, lambda _spot: True, "a person") == "a person spoke, then a person."


def test_what_is_wanted_goes_and_the_rest_stays() -> None:
    text = "Ann Lee and Ben Lee met.\nAsk ann@river.org or Ann."
    wanted = Finder(ANN).without(text, lambda spot: spot.likely, "a person")
    assert wanted == "a person and Ben Lee met.\nAsk … or a person."
    assert Finder(ANN).without(text, lambda _spot: False, "a person") is text


def test_each_place_is_shown_with_its_line_and_no_more() -> None:
    long = "word " * 40
    one = found(f"first line\n{long}Ann Lee {long}\nlast line")[0]
    assert one.before.startswith("… word")
    assert one.after.endswith("word …")
    assert len(one.before) <= AROUND + 2
    assert "line" not in one.before + one.after


def test_a_name_of_one_word_is_looked_for_as_it_is_written() -> None:
    finder = Finder(words_of(["Will"]))
    assert finder.without("Will will do it.", lambda _spot: True, "a person") == "a person will do it."


def test_somebody_without_a_name_is_found_nowhere() -> None:
    assert list(Finder(words_of([""])).spots("anything")) == []
