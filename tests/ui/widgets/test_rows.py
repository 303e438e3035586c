"""Lists: a long title has two lines, what opening a row does stands on it, and thousands of rows stay quick."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui import theme
from ui.widgets import lines
from ui.widgets.rows import Row, RowList

RULE = "Each member gives forty euro a month; those without paid staff give none, and nobody asks why."


@pytest.fixture
def listed(qtbot: QtBot) -> RowList:
    theme.wear(theme.LIGHT)  # letters of the usual size, whatever was looked at before
    made = RowList("Decisions")
    qtbot.addWidget(made)
    made.resize(420, 600)
    made.show()
    return made


def test_a_long_title_has_a_second_line_while_it_needs_one(listed: RowList) -> None:
    listed.show_rows([Row("a", "A short rule"), Row("b", RULE)])
    short, long = (listed.sizeHintForRow(at) for at in range(2))
    assert long - short >= theme.px(15)
    assert listed.whole_height() == short + long
    listed.resize(1200, 600)
    QApplication.processEvents()
    assert listed.sizeHintForRow(1) == short


def test_what_opening_a_row_does_is_heard_too(listed: RowList) -> None:
    listed.show_rows([Row("a", "A rule", "due", action="See the decision")])
    spoken = listed.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "A rule, due, See the decision"


def test_five_thousand_long_titles_are_shown_at_once(listed: RowList) -> None:
    rows = [Row(str(at), f"{at} {RULE}", "Decided 29 Oct 2026") for at in range(5_000)]
    listed.show_rows(rows)
    QApplication.processEvents()
    since = time.process_time()
    listed.show_rows(rows[::2])
    QApplication.processEvents()
    assert time.process_time() - since < 0.5


def test_a_list_that_is_sure_to_scroll_is_measured_at_one_width(listed: RowList) -> None:
    listed.show_rows([Row("a", "A short rule")])
    whole = listed.viewport().width()
    listed.show_rows([Row(str(at), f"{at} {RULE}") for at in range(1_000)])
    beside = listed.viewport().width()
    assert beside < whole
    QApplication.processEvents()
    assert listed.viewport().width() == beside


def test_what_follows_the_state_is_never_cut_for_want_of_a_line(listed: RowList) -> None:
    listed.show_rows(
        [
            Row("a", "A rule", "Decided 29 Oct 2026", state="In force"),
            Row(
                "b", "A rule", "to be confirmed by 29 October 2026 · Decided 29 Oct 2026", state="Provisional"
            ),
        ]
    )
    assert listed.sizeHintForRow(1) - listed.sizeHintForRow(0) >= theme.px(15)


def test_a_line_ends_in_no_lonely_word() -> None:
    font, text = (
        theme.font(theme.BODY),
        "From your notes: who came, what came out, exact words, actions, and why",
    )
    width = lines.width_of(text, font) - 4
    assert lines.wrap(text, font, width)[-1] == "why"
    even = lines.wrap_evenly(text, font, width)
    assert len(even) == 2
    assert len(even[-1].split()) > 3
    assert " ".join(even) == text


def test_parts_with_a_dot_between_them_stay_whole() -> None:
    font, text = (
        theme.font(theme.BODY),
        "Our reply to the plan · Olu Adeyemi facilitates · Harbour Road Kitchen",
    )
    width = lines.width_of("Our reply to the plan · Olu Adeyemi facilitates · Harbour", font)
    assert lines.wrap_evenly(text, font, width) == (
        "Our reply to the plan · Olu Adeyemi facilitates",
        "Harbour Road Kitchen",
    )


def test_a_word_that_a_hyphen_breaks_is_not_torn_apart() -> None:
    font = theme.font(theme.BODY)
    name = "Upper Wend Farmers’ Co-operative of the whole valley"
    width = lines.width_of("Upper Wend Farmers’ Co-", font) + 1
    assert lines.wrap(name, font, width, 1)[0].startswith("Upper Wend Farmers’ C")
    assert "- " not in lines.wrap(name, font, width, 1)[0]


def test_the_lines_below_a_state_are_all_reckoned_with(listed: RowList) -> None:
    few = Row("a", "A rule", "Decided 29 Oct 2026 · review 29 Apr 2027", state="In force")
    listed.show_rows([few])
    listed.resize(200, 600)
    QApplication.processEvents()
    narrow = listed.sizeHintForRow(0)
    listed.resize(600, 600)
    QApplication.processEvents()
    assert narrow - listed.sizeHintForRow(0) >= 2 * theme.px(15)
