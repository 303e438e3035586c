"""Whatever text a record may hold stands in every form of the minutes, or is named here with the reason why not.

The record is made from what import checks, so that a new key fails here until it is shown or named.
"""

from __future__ import annotations

import json

import pikepdf
import pytest

from coalmeet.documents.html import html
from coalmeet.documents.markdown import markdown
from coalmeet.documents.minutes import pdf
from coalmeet.meeting.minutes import minutes, published
from tests.documents.conftest import Reader
from tests.documents.full_record import full_record
from tests.documents.pdf_tree import read_aloud

# What makes a text appear, and codes that are kept as texts.
MEANT = {
    "people.present": True,
    "state": "approved",
    "agenda.built_in": None,
    "agenda.reviewed.state": "handed_on",
    "agenda.looked_again.result": "kept",
    "agenda.again.why": "review",
    "agenda.again.raised.kind": "objection",
    "agenda.again.raised.channel": "mail",
    "agenda.rounds.way": "turn",
    "agenda.decisions.method": "consent",
    "agenda.decisions.led_noticed": "let stand",
    "agenda.decisions.objections.ground": "purpose",
    "agenda.decisions.objections.ending": "deferred",
    "agenda.decisions.objections.answered_by_version": None,
    "people.capacity": "delegate",
    "telling": {"words": "words"},
    "agenda.decisions.settings": {"unit": "organisation", "answers": "sign", "tested_by": "group"},
}
# Of these the PDF carries what is attached, and the JSON all; none is printed.
NOT_PRINTED = {
    "people.channel": "how somebody took part is for the facilitator",
    "members.people": "the people of a member stand in the list of people",
    "facilitating_organisation": "of the rotation; the person who facilitated is named",
    "note_taking_organisation": "the same for whoever took notes",
    "next_organisation": "only where no person is named for the next time",
    "next_note_taking_organisation": "the same for whoever takes notes",
    "agenda.topic": "an id that items of several meetings share",
    "agenda.again.decision": "an id",
    "told.id": "an id",
    "announced_by": "an id, of a planned meeting",
    "agenda.looked_again.text": "the words of the review are those that came up again",
    "agenda.decisions.selection.role": "the words of the decision name the role",
    "agenda.decisions.selection.person": "the words of the decision name the person",
}
# Nothing of these may leave at all.
KEPT = {
    "agenda.notes_at_meeting": "what was taken out of notes after the meeting",
    "temperature.name": "who said which word, as the charter of this record keeps the names out",
    "temperature.organisation": "the same",
}


def whole(text: str, words: dict[str, str]) -> set[str]:
    """The paths whose word stands in the text."""
    return {path for word, path in words.items() if word in text}


@pytest.mark.parametrize("form", ["pdf", "html", "markdown"])
def test_each_text_is_printed_or_named_here(form: str) -> None:
    record, words = full_record(MEANT)
    told = minutes(record)
    if form == "pdf":
        found = whole(" ".join(said for _role, said in read_aloud(pdf(told))), words)
    else:
        found = whole(Reader(html(told)).text if form == "html" else markdown(told), words)
    assert set(words.values()) - found == set(NOT_PRINTED) | set(KEPT)


def test_what_is_attached_is_the_whole_record_but_what_was_taken_out(tmp_path) -> None:
    record, words = full_record(MEANT)
    attached = json.dumps(published(record))
    path = tmp_path / "minutes.pdf"
    path.write_bytes(pdf(minutes(record), attachment=attached.encode()))
    with pikepdf.open(path) as file:
        inside = file.attachments["minutes.json"].get_file().read_bytes().decode()
    assert inside == attached
    assert set(words.values()) - whole(inside, words) == set(KEPT)


def test_why_an_emergency_meeting_was_called_stays_when_somebody_writes_its_minute() -> None:
    record, words = full_record({**MEANT, "summary": "We met, and it was good."})
    asked = {"emergency.called_by", "emergency.why", "emergency.rule"}
    assert asked <= whole(markdown(minutes(record)), words)


def test_the_member_whose_turn_comes_next_is_named_where_nobody_is() -> None:
    for path in ("next_organisation", "next_note_taking_organisation"):
        person = {
            "next_organisation": "next_facilitators",
            "next_note_taking_organisation": "next_note_takers",
        }
        record, words = full_record({**MEANT, person[path]: []})
        assert path in whole(markdown(minutes(record)), words)
