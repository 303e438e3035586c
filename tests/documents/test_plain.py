"""What is taken away from user text, and that nothing else is."""

from hypothesis import given
from hypothesis import strategies as st

from coalmeet.documents.plain import even, indent, one_line, paragraphs, plain

AWKWARD = "aé🎉日本 \t\n\r\x00\x07\u00ad\u200b\u202e\u2066\ufeff\ufffe\ud800\u0301<&>\\*"


def test_characters_that_act_are_removed() -> None:
    assert plain("a\x00b\u202ec\u00add\ud800e\ufffef\ufeffg") == "abcdefg"


def test_text_is_composed() -> None:
    assert plain("e\u0301") == "é"


def test_every_line_end_becomes_one() -> None:
    assert plain("a\r\nb\rc\u2028d\u2029e\x0bf\x85g") == "a\nb\nc\nd\ne\nf\ng"


def test_joiners_and_selectors_stay() -> None:
    assert plain("✅\ufe0f\u200d") == "✅\ufe0f\u200d"


@given(st.text(AWKWARD, max_size=40))
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert plain(plain(text)) == plain(text)


def test_paragraphs_keep_one_empty_line_between() -> None:
    assert paragraphs("\n\na  \n\n\n  b\n\n") == ("a", "", "  b")


def test_a_tab_moves_a_line_in_by_four() -> None:
    assert indent("\t- x") == (4, "- x")
    assert indent("  \tx") == (4, "x")


def test_white_space_inside_a_line_is_evened() -> None:
    assert even("a   b\tc") == "a b c"
    assert one_line(" a\n b ") == "a b"
