"""Markdown in which what people typed stays text, line by line."""

from __future__ import annotations

import re
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from coalmeet.documents.markdown import escaped, markdown
from coalmeet.meeting.minutes import minutes

AWKWARD = "ab 1.-+#*_`[]<>|\\~$&=()!\n\t"


def unescaped(text: str) -> str:
    """What a reader of Markdown shows: a backslash before a sign is not shown, one at a line end breaks the line."""
    return re.sub(r"\\([!-/:-@\[-`{-~]|\n)", lambda found: found[1], text)


@given(st.text(AWKWARD, max_size=60))
def test_escaping_changes_no_character(text: str) -> None:
    assert "".join(unescaped(escaped(text)).split()) == "".join(text.split())


@given(st.text(AWKWARD, max_size=60))
def test_no_line_begins_a_list_a_heading_or_code(text: str) -> None:
    for line in escaped(text).split("\n"):
        assert not re.match(r"[-+*#=>|]|\d+[.)]| {4}|\t|```", line)


def test_lines_stay_lines_and_are_moved_in() -> None:
    assert escaped("- a\n  - b") == "\\- a\\\n\u00a0\u00a0\\- b"


def test_markup_is_text() -> None:
    assert escaped("<b>*x*</b> [a](b) &lt;") == r"\<b\>\*x\*\</b\> \[a\](b) \&lt;"


def test_the_whole_minutes(rich: dict[str, Any]) -> None:
    text = markdown(minutes(rich))
    for words in (
        "# Assembly of members",
        "Draft, not yet approved",
        "- **D1** Open the strike fund on 1 June",
        "nobody yet",
        "- [ ] **Read D1 and say whether anything in it would do harm",
        "### 1\\. Opening the strike fund",
        "\\* \\<b\\>both\\</b\\>",
        "> Admit co-operatives led by landlords.",
        "**Objections:** Legal Aid: against the second aim. It stands.",
    ):
        assert words in text
    assert "in confidence" not in text


def test_an_empty_record_is_a_short_text() -> None:
    record = {"format": "coalmeet.meeting", "version": 1, "date": "2026-05-14", "agenda": []}
    assert markdown(minutes(record)).startswith("# Meeting\n")
