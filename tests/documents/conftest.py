"""A made-up meeting in which everything happens, and ways to read a PDF back."""

from __future__ import annotations

import json
from collections.abc import Callable
from html.parser import HTMLParser
from typing import Any

import pypdfium2
import pytest

from coalmeet.documents.minutes import pdf
from coalmeet.meeting.minutes import minutes, published

Record = dict[str, Any]
DECISION = {
    "number": "D1",
    "text": "Open the strike fund on 1 June, up to £40,000 in total & £800 per household.",
    "outcome": "provisional",
    "method": "consent",
    "proposed_by": "Harbour Union",
    "need": "Households need money within two weeks.",
    "versions": [
        {"number": 1, "text": "Open the strike fund, on paper only.", "why": ""},
        {
            "number": 2,
            "text": "Open the strike fund on 1 June, up to £40,000 in total & £800 per household.",
            "why": "paper shuts people out",
        },
    ],
    "objections": [
        {
            "organisation": "Renters Network",
            "reason": "paper shuts people out",
            "ground": "purpose",
            "ending": "accepted",
            "answered_by_version": 2,
        }
    ],
    "concerns": [{"organisation": "OpenMaps", "text": "the phone needs two volunteers"}],
    "stood_aside": ["Café Solidarité"],
    "present": ["Harbour Union", "Renters Network", "OpenMaps", "Café Solidarité"],
    "left_before": ["Mill Road Co-op"],
    "review_date": "2026-09-10",
    "responsible": "Sana Iqbal",
    "provisional_until": "2026-05-28",
}
FAILED = {
    "number": "D2",
    "text": "Admit co-operatives led by landlords.",
    "outcome": "not agreed",
    "objections": [{"organisation": "Legal Aid", "reason": "against the second aim", "ending": "open"}],
}
ITEMS = [
    {
        "title": "Opening the strike fund",
        "label": "decision",
        "minutes": 25,
        "minutes_used": 31,
        "presenters": ["Priya Raman"],
        "notes": "Members asked who pays.\n\n- on paper\n  - or by phone\n* <b>both</b>",
        "outcome": "provisional",
        "extensions": [{"minutes": 6, "payer": "Picnic"}],
        "decisions": [DECISION],
        "actions": [
            {
                "text": "Publish the form",
                "owner": "Sana Iqbal",
                "organisation": "Mill Road",
                "due": "2026-05-28",
            },
            {"text": "Book a hall", "owner": None},
            {"text": "Print the form", "owner": "Ana Sousa", "asked": True, "due": "2026-05-20", "hours": 2},
        ],
    },
    {"title": "Landlords", "notes": "", "outcome": "not agreed", "decisions": [FAILED], "actions": []},
    {
        "title": "Tired",
        "label": "discussion",
        "notes": "said in confidence",
        "off_record": True,
        "outcome": "noted",
    },
    {"title": "Picnic", "notes": None, "outcome": "not reached", "reason": "the fund took longer"},
]
RICH: Record = {
    "format": "coalmeet.meeting",
    "version": 1,
    "coalition": "Northern Renters’ Coalition",
    "title": "Assembly of members",
    "date": "2026-05-14",
    "start": "18:00",
    "end": "19:52",
    "timezone": "Europe/London",
    "place": "Mill Road hall",
    "state": "draft",
    "facilitators": ["Priya Raman"],
    "note_takers": ["Łukasz Zieliński"],
    "next_facilitators": ["Amara Okafor"],
    "next_date": "2026-06-11",
    "people": [
        {"name": "Priya Raman", "organisation": "Harbour Union", "present": True},
        {"name": "Amara Okafor", "organisation": "Southside", "present": True, "arrived": "18:12"},
        {"name": "Femi Adeyemi", "organisation": None, "present": True},
    ],
    "guests": ["Femi Adeyemi"],
    "members": [
        {"organisation": "Harbour Union", "present": True},
        {"organisation": "Southside", "present": True},
        {"organisation": "Quayside Workers", "present": False},
    ],
    "temperature": [{"name": "a", "word": "hopeful"}, {"name": "b", "word": "hopeful"}, {"word": "tired"}],
    "agenda": ITEMS,
    "changes": [{"at": "18:47", "text": "“Picnic” was moved to the end."}],
    "corrections": [{"text": "Arrival of Amara Okafor: 18:12, corrected."}],
    "parked": ["A shared calendar"],
    "thanks": ["Moss Side for the hall"],
    "evaluation": [{"organisation": "Harbour Union", "keep": "starting on time", "change": "less paper"}],
}


@pytest.fixture
def rich() -> Record:
    """A copy of the made-up meeting."""
    copy: Record = json.loads(json.dumps(RICH))
    return copy


@pytest.fixture
def make() -> Callable[[Record], bytes]:
    """Record → PDF with the record attached."""
    return lambda record: pdf(minutes(record), attachment=json.dumps(published(record)).encode())


@pytest.fixture
def extracted() -> Callable[[bytes], str]:
    """PDF → its whole text, without white space."""

    def read(data: bytes) -> str:
        document = pypdfium2.PdfDocument(data)
        try:
            pages = [document[number].get_textpage() for number in range(len(document))]
            return "".join("".join(page.get_text_range() for page in pages).split())
        finally:
            document.close()

    return read


_NOT_SHOWN = {"style", "title"}


class Reader(HTMLParser):
    """Reads a page as a browser would: the text that shows, the elements, and their attributes."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text, self.tags, self.attributes = "", [], []
        self._open: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        self.text += "\n" if tag == "br" else ""
        if tag not in {"br", "meta"}:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag, "elements are closed in order"

    def handle_data(self, data: str) -> None:
        self.text += "" if _NOT_SHOWN & set(self._open) else data
