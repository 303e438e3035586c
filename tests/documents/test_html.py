"""The minutes as one page for phones: all the words, in order, and nothing that acts."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalmeet.documents.html import fragment, html
from coalmeet.documents.html_parts import typed
from coalmeet.documents.plain import plain
from coalmeet.meeting.minutes import minutes
from tests.documents.conftest import Reader

AWKWARD = "ab 1.<>&\"'=/\\`$(){}\n\t é漢שא"
ALLOWED = {"html", "head", "meta", "title", "style", "body", "main", "header", "section", "h1", "h2", "h3", "h4"} | {
    "p", "ul", "li", "strong", "span", "br", "dl", "div", "dt", "dd", "blockquote"
}  # fmt: skip


def bare(text: str) -> str:
    return "".join(text.split())


@given(st.text(AWKWARD, max_size=60))
def test_what_was_typed_reads_as_typed(text: str) -> None:
    assert bare(Reader(typed(text)).text) == bare(plain(text))
    assert set(Reader(typed(text)).tags) <= {"br"}


def test_all_the_words_stand_in_the_order_of_reading(rich: dict[str, Any]) -> None:
    read, at = bare(Reader(html(minutes(rich))).text), 0
    for words in (
        "Northern Renters’ Coalition",
        "Draft, not yet approved",
        "Assembly of members",
        "In one minute",
        "D1",
        rich["agenda"][0]["decisions"][0]["text"],
        "Adopted for now: provisional",
        "Admit co-operatives led by landlords.",
        "Not passed",
        "Actions",
        "nobody yet",
        "Needed from absent members",
        "In the meeting",
        "The record",
        "hopeful",
        "Opening the strike fund",
        "* <b>both</b>",
        "Objections",
        "paper shuts people out",
        "About these minutes",
    ):
        found = read.find(bare(words), at)
        assert found >= 0, words
        at = found
    assert "inconfidence" not in read


@pytest.mark.parametrize(
    "evil",
    [
        "<script>alert(1)</script>",
        '"><img src=x onerror=alert(1)>',
        "</style><iframe src=//example.org>",
        "javascript:alert(1)",
        "&lt;b&gt;",
    ],
)
def test_markup_that_was_typed_does_nothing(rich: dict[str, Any], evil: str) -> None:
    def filled(value: Any, key: str = "") -> Any:
        if isinstance(value, dict):
            return {name: filled(inside, name) for name, inside in value.items()}
        if isinstance(value, list):
            return [filled(inside, key) for inside in value]
        is_words = isinstance(value, str) and key in {
            "text",
            "title",
            "notes",
            "reason",
            "name",
            "coalition",
            "place",
        }
        return evil if is_words else value

    page = html(minutes(filled(rich)))
    read = Reader(page)
    assert set(read.tags) <= ALLOWED
    assert {name for name, _value in read.attributes} <= {
        "lang", "dir", "charset", "http-equiv", "content", "name", "class", "aria-hidden",
    }  # fmt: skip
    assert evil in read.text


def test_the_page_needs_nothing_else(rich: dict[str, Any]) -> None:
    page = html(minutes(rich))
    for word in ("http://", "https://", "url(", "@import", "src=", "href="):
        assert word not in page
    assert "default-src 'none'" in page


def test_only_what_holds_is_set_in_strong_letters(rich: dict[str, Any]) -> None:
    page = html(minutes(rich))
    (first,) = (line for line in page.split("\n") if "◐" in line and "<li>" in line)
    (second,) = (line for line in page.split("\n") if "✕" in line and "<li>" in line)
    assert '<p class="words"' in first
    assert 'class="words"' not in second
    assert page.count('<div class="decision waiting">') == 1
    assert page.count('<div class="decision">') == 1


def test_the_state_of_the_minutes_is_said_before_the_title(rich: dict[str, Any]) -> None:
    page = html(minutes(rich))
    assert page.index('<p class="status waiting" dir="auto">Draft, not yet approved</p>') < page.index("<h1")
    assert 'class="status holds"' in html(minutes({**rich, "state": "approved"}))


def test_a_document_in_arabic_begins_at_the_right(rich: dict[str, Any]) -> None:
    assert '<html lang="ar" dir="rtl">' in html(minutes(rich, lang="ar"))
    assert '<html lang="en" dir="ltr">' in html(minutes(rich, lang="en"))


def test_what_is_pasted_into_a_letter_has_no_page_around_it(rich: dict[str, Any]) -> None:
    pasted = fragment(minutes(rich))
    assert not {"html", "head", "style", "body"} & set(Reader(pasted).tags)
    assert rich["agenda"][0]["decisions"][0]["text"] in Reader(pasted).text


def test_an_empty_record_is_a_short_page() -> None:
    record = {"format": "coalmeet.meeting", "version": 1, "date": "2026-05-14", "agenda": []}
    assert "<h1" in html(minutes(record))
