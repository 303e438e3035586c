"""File names from titles that people wrote, kindly and otherwise."""

import pytest

from coalmeet.exchange.safe_name import LONGEST_BYTES, safe_name


@pytest.mark.parametrize(
    ("wished", "name"),
    [
        ("Monthly delegates’ meeting", "Monthly delegates’ meeting"),
        ("../../etc/passwd", "etc passwd"),
        ("..", "Coalmeet"),
        ("", "Coalmeet"),
        ("con", "con_"),
        ("nul.txt", "_nul.txt"),
        ("COM¹.minutes", "_COM¹.minutes"),
        ("conout$", "conout$_"),
        ("a:b?c*", "a b c"),
        ("in\u202egpj.exe", "ingpj.exe"),
        ("an\x9bescape\u2028line", "an escape line"),
        ("tab\tand\nline", "tab and line"),
        ("Ends with dots...", "Ends with dots"),
    ],
)
def test_it_is_a_name_that_every_system_takes(wished, name):
    assert safe_name(wished) == name


def test_a_long_title_is_cut_between_letters():
    name = safe_name("ü" * 400)
    assert len(name.encode()) <= LONGEST_BYTES
    assert set(name) == {"ü"}
