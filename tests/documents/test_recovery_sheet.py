"""The recovery sheet: the words in their order, whose file they open, what to do, and what their loss means."""

from __future__ import annotations

import io
from collections.abc import Callable

import pikepdf
import pytest

from coalmeet.coalition.passphrase import offered, word_list
from coalmeet.documents.recovery_sheet import Recovery, pdf
from tests.documents.pdf_tree import faults, read_aloud

LISTED = "otter leaflet zodiac grape seven legend"
OWN = "The Heron stood on Tuesday — überall"


def sheet(passphrase: str = LISTED) -> bytes:
    name = "Harbour Quarter Alliance"
    return pdf(Recovery(name, f"{name}.coalmeet", passphrase, "2026-11-22", "22 November 2026", "en"))


def said(data: bytes) -> list[str]:
    return [words for _role, words in read_aloud(data) if words]


@pytest.mark.parametrize("passphrase", [LISTED, OWN])
def test_the_words_are_read_in_their_order_each_with_its_number(passphrase: str) -> None:
    aloud = said(sheet(passphrase))
    words = passphrase.split()
    at = aloud.index("1")
    numbered = [part for number, word in enumerate(words, 1) for part in (str(number), word)]
    assert aloud[at : at + 2 * len(words)] == numbered


def test_copied_from_the_page_the_words_can_be_pasted_into_the_program(
    extracted: Callable[[bytes], str],
) -> None:
    passphrase = offered()
    found = extracted(sheet(passphrase))
    assert "".join(f"{number}{word}" for number, word in enumerate(passphrase.split(), 1)) in found


def test_it_says_which_file_the_four_steps_and_that_a_lost_passphrase_is_a_lost_file() -> None:
    aloud = said(sheet())
    assert {"Harbour Quarter Alliance.coalmeet", "1.", "2.", "3.", "4."} <= set(aloud)
    assert any("the file is lost: nobody can open it" in one for one in aloud)
    assert any("SQLCipher 4 opens it" in one for one in aloud)


def test_only_words_that_somebody_chose_are_told_to_be_typed_with_capitals() -> None:
    assert any("capitals and signs count" in one for one in said(sheet(OWN)))
    assert not any("capitals" in one for one in said(sheet()))


def test_the_longest_words_of_the_list_stand_on_one_page() -> None:
    longest = " ".join(sorted(word_list(), key=len)[-6:])
    for passphrase in (longest, "x" * 200, "a b c d e f g h i j k l m n o p"):
        with pikepdf.open(io.BytesIO(sheet(passphrase))) as made:
            assert len(made.pages) == 1


def test_the_same_words_give_the_same_bytes_and_the_words_stand_nowhere_but_on_the_page() -> None:
    assert sheet() == sheet()
    with pikepdf.open(io.BytesIO(sheet())) as made:
        about = str(dict(made.docinfo)) + made.Root.Metadata.read_bytes().decode()
        assert not any(word in about for word in LISTED.split())
        assert not made.attachments


@pytest.mark.parametrize("passphrase", [LISTED, OWN])
def test_its_tree_reaches_everything_once(passphrase: str) -> None:
    assert not faults(sheet(passphrase))
