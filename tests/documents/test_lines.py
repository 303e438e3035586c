"""Lines: nothing is lost, nothing is too wide, and long words and endless lists take linear work."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from coalmeet.documents.faces import Typeface
from coalmeet.documents.lines import Line, Span, Style, balanced, break_lines

SANS = Typeface("SourceSans3-Regular.ttf")
STYLE = Style(SANS, 10, 14, "0 0 0")
ALPHABET = "ab m-/.,(é日本語。「」🎉✅\ufe0f\u200b\u0301א1"


def said(lines: list[Line]) -> str:
    """What extracted text would give back."""
    return "".join(
        meant for line in lines for piece in line.pieces for meant in (piece.run.means or piece.run.text)
    )


def broken(text: str, width: float = 120) -> list[Line]:
    return break_lines([Span(text, STYLE)], width)


@given(st.text(ALPHABET.replace("א", ""), max_size=120))
def test_every_character_is_on_some_line(text: str) -> None:
    text = " ".join(text.split())
    assert "".join(said(broken(text)).split()) == "".join(text.split())


@given(st.text(ALPHABET, max_size=120))
def test_no_line_is_wider_than_its_column(text: str) -> None:
    assert all(line.width <= 121 for line in broken(" ".join(text.split())))


def test_a_word_of_100_000_letters_is_broken() -> None:
    lines = broken("m" * 100_000)
    assert said(lines) == "m" * 100_000
    assert len(lines) > 1000


def test_a_line_does_not_end_with_a_hyphen_that_extraction_would_drop() -> None:
    for line in broken("well-known " * 30):
        assert not line.pieces[-1].run.text.rstrip().endswith("-")


def test_a_typed_hyphen_at_the_end_is_followed_by_another_space() -> None:
    (line,) = broken("see below-")
    assert line.pieces[-1].run.means is not None
    assert "".join(line.pieces[-1].run.means) == "see below-\u1680"


def test_a_number_stays_with_what_it_counts() -> None:
    lines = broken("until the end of the 30 November", 102)
    assert "30 November" in said(lines[-1:])


def test_japanese_lines_do_not_begin_with_a_full_stop() -> None:
    for line in broken("本日は晴天なり。" * 12)[1:]:
        assert said([line])[0] not in "。、」"


def test_a_balanced_heading_takes_no_more_lines_and_has_no_lonely_word() -> None:
    text = "Use the shared press line of the second of May for all joint statements until"
    plain, even = broken(text, 180), balanced([Span(text, STYLE)], 180)
    assert len(even) == len(plain)
    assert max(line.width for line in even) <= max(line.width for line in plain)


def test_hebrew_is_set_from_the_right() -> None:
    (line,) = broken("שלום abc")
    assert said([line]) == "abc םולש"


def test_a_number_after_hebrew_goes_with_the_english_that_follows() -> None:
    (line,) = broken("Fund: קרן. 1 action", 300)
    assert said([line]) == "Fund: ןרק. 1 action"


def test_a_time_inside_hebrew_stays_whole() -> None:
    (line,) = broken("שלום 12:30 עולם", 300)
    assert said([line]) == "םלוע 12:30 םולש"


def test_arabic_letters_are_joined_and_mean_what_was_typed() -> None:
    (line,) = broken("سلام")
    run = line.pieces[0].run
    assert "".join(run.means or ()) == "مالس"
    assert run.text != "مالس"


def test_a_character_that_no_face_has_stands_there_by_name() -> None:
    assert said(broken("\u0d15\ue000", 400)) == "[MALAYALAM LETTER KA][U+E000]"
