"""The passphrase of a file: six words that are offered, and how what somebody types is understood."""

from __future__ import annotations

import secrets
import unicodedata
from functools import lru_cache

from coalmeet.errors import NotAllowed
from coalmeet.resources import folder
from coalmeet.text import _

WORDS = 6  # of 7,772 each: 77 bits, beyond what guessing with rented computers reaches
LEAST = 16  # characters of words that somebody chooses themselves
LEAST_DIFFERENT = 6  # else it is one key held down


@lru_cache(maxsize=1)
def word_list() -> tuple[str, ...]:
    """The words that are drawn from, each of 3 to 9 small Latin letters; none begins another."""
    words = (folder("words") / "eff-large.txt").read_text(encoding="ascii").split()
    return tuple(word for word in words if word.isalpha())  # "t-shirt" would be typed in three ways


def offered() -> str:
    """Six words, drawn by the system's source of chance, with a space between them."""
    return " ".join(secrets.choice(word_list()) for _at in range(WORDS))


def tidy(typed: str) -> str:
    """What was typed as the key is made of it: one space between words, none around, letters composed (NFC)."""
    return " ".join(unicodedata.normalize("NFC", typed).split())


def readings(typed: str) -> tuple[str, ...]:
    """What may have been meant, the likeliest first: as typed, then without the capitals that a keyboard put there."""
    words = tidy(typed)
    return tuple(dict.fromkeys((words, words.lower()))) if words else ()


def chosen(typed: str) -> str:
    """The passphrase that somebody chose. Raises NotAllowed when it is too easily guessed."""
    words = tidy(typed)
    if len(words) < LEAST:
        sentence = _(
            "A passphrase needs at least {least} characters, and this has {count}. Add words, or take the six that are "
            "offered."
        )
        raise NotAllowed(sentence.format(least=LEAST, count=len(words)))
    if len(set(words)) < LEAST_DIFFERENT:
        raise NotAllowed(
            _(
                "These are the same few characters again and again. Take six words that have nothing in common."
            )
        )
    return words


def slips(typed: str) -> tuple[str, ...]:
    """Of six words nearly all of which are on the list, those that are not: a slip of the pen or of a finger.

    Of words that somebody chose themselves nothing can be said, and of fewer than six nothing yet.
    """
    words = tidy(typed).lower().split()
    unknown = tuple(word for word in words if word not in _known())
    return unknown if len(words) == WORDS and len(unknown) <= WORDS // 2 else ()


@lru_cache(maxsize=1)
def _known() -> frozenset[str]:
    return frozenset(word_list())
