"""Labels show exactly what they are given: never markup, never cut off without …, breaking words that are too long."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from ui import theme
from ui.desk.verb_button import verb_button
from ui.widgets import lines
from ui.widgets.buttons import Button
from ui.widgets.labels import OneLine, Wrapped
from ui.widgets.layouts import column, widget

MARKS = {0x200E: None, 0x200F: None}  # they begin a line in the direction of its text
AWKWARD = st.text(alphabet="aé漢 \n\t\x00😀מש-W", max_size=200)


@pytest.fixture(autouse=True)
def typeface(qapp: object) -> None:
    theme.load_fonts()
    theme.wear(theme.LIGHT)


@given(text=AWKWARD, width=st.integers(20, 400), most=st.integers(0, 3))
def test_broken_lines_fit_and_lose_nothing(text: str, width: int, most: int) -> None:
    font = theme.drawn_font(18)
    broken = lines.wrap(text, font, width, most)
    assert all(lines.width_of(line, font) <= max(width, 28) + 1 for line in broken)
    if most:
        assert len(broken) <= most
    else:
        assert "".join("".join(broken).translate(MARKS).split()) == "".join(lines.shown(text).split())


@pytest.mark.parametrize(
    ("sentence", "mark"),
    [
        ("Last: اتحاد المستأجرين في المدينة القديمة 2, consent", "\u200e"),
        ("אחרונים: Millbrook Walkers and Cyclists, הסכמה", "\u200f"),
    ],
)
def test_a_name_in_another_script_at_the_start_of_a_line_turns_nothing_around(
    sentence: str, mark: str
) -> None:
    font = theme.drawn_font(16)
    broken = lines.wrap(sentence, font, lines.width_of(sentence, font) * 0.6)
    assert [line[0] == mark for line in broken] == [False, True]


def test_a_word_without_end_is_broken_and_not_cut() -> None:
    broken = lines.wrap("W" * 500, theme.drawn_font(20), 300)
    assert len(broken) > 10
    assert "".join(broken) == "W" * 500


@pytest.mark.parametrize("kind", [OneLine, Wrapped])
def test_user_text_is_never_markup(qtbot: QtBot, kind: type[QLabel]) -> None:
    label = kind("<b>bold</b>")
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.text() == "<b>bold</b>"


def test_a_wrapped_label_claims_the_height_its_width_needs(qtbot: QtBot) -> None:
    label = Wrapped("one two three four five six " * 12)
    holder = widget(column(label, None))
    qtbot.addWidget(holder)
    holder.resize(300, 900)
    holder.show()
    narrow = label.height()
    assert narrow >= label.heightForWidth(label.width())
    holder.resize(900, 900)
    qtbot.waitUntil(lambda: label.height() < narrow)
    label.setText("short")
    qtbot.waitUntil(lambda: label.height() < 40)


def test_a_narrow_line_ends_in_an_ellipsis_and_still_says_all(qtbot: QtBot) -> None:
    label = OneLine("A title that is much longer than its room")
    qtbot.addWidget(label)
    label.resize(80, 24)
    label.show()
    assert lines.elided(label.text(), label.font(), 80).endswith("…")
    assert label.toolTip() == label.text()
    label.resize(900, 24)
    assert label.toolTip() == ""


def test_larger_text_makes_labels_larger(qtbot: QtBot) -> None:
    usual = OneLine("Title", theme.TITLE).sizeHint().height()
    theme.wear(theme.LIGHT, 2.0)
    larger = OneLine("Title", theme.TITLE).sizeHint().height()
    assert larger == pytest.approx(2 * usual, abs=3)


def _icon_button(spoken: str) -> Button:
    return Button(icon="x", spoken=spoken)


def _key_button(spoken: str) -> Button:
    return verb_button("", "delete_row", icon="x", spoken=spoken)


@pytest.mark.parametrize("make", [_icon_button, _key_button])
def test_a_button_that_names_somebody_shows_the_name_and_follows_no_markup_in_it(qtbot, make):
    button = make("<img src='file:///etc/hostname'> no more")
    qtbot.addWidget(button)
    assert button.accessibleName() == "<img src='file:///etc/hostname'> no more"
    assert button.toolTip().startswith("<qt>&lt;img src=")
