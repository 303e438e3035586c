"""Six words that are easy to write down, and what somebody types when they are asked for them."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest

from coalmeet.coalition.passphrase import WORDS, chosen, offered, readings, slips, tidy, word_list
from coalmeet.errors import NotAllowed


def test_six_words_of_a_long_list_are_offered_and_never_the_same() -> None:
    offers = [offered().split() for _time in range(200)]
    assert all(len(words) == WORDS and set(words) <= set(word_list()) for words in offers)
    assert len({tuple(words) for words in offers}) == 200
    assert len(word_list()) == len(set(word_list())) == 7772
    assert math.log2(len(word_list())) * WORDS > 77


def test_the_words_are_typed_on_every_keyboard_and_told_apart_without_spaces() -> None:
    assert all(word.isascii() and word.islower() and 3 <= len(word) <= 9 for word in word_list())
    listed = sorted(word_list())
    assert not [one for one, after in pairwise(listed) if after.startswith(one)]


def test_spaces_and_the_spelling_of_accents_make_no_other_key() -> None:
    assert tidy("  otter\tleise \u00a0 zeitung\n") == "otter leise zeitung"
    assert tidy("cafe\u0301 au lait") == tidy("caf\u00e9 au  lait")


def test_a_capital_that_a_phone_or_a_sheet_put_there_does_no_harm() -> None:
    assert readings("Otter Leise") == ("Otter Leise", "otter leise")
    assert readings("otter leise") == ("otter leise",)
    assert readings("   ") == ()


def test_own_words_are_taken_when_they_are_long_enough() -> None:
    assert chosen(" The  heron stood on Tuesday ") == "The heron stood on Tuesday"
    with pytest.raises(NotAllowed, match="at least 16 characters, and this has 5"):
        chosen("heron")
    with pytest.raises(NotAllowed, match="again and again"):
        chosen("aaaa aaaa aaaa aaaa")


def test_a_word_that_is_not_on_the_list_is_named_as_a_slip() -> None:
    assert slips("Otter abacus zodiac grape sevn legend") == ("sevn",)
    assert slips("otter abacus zodiac grape") == ()
    assert slips("the heron stood on tuesday morning") == ()
    assert slips(offered()) == ()
