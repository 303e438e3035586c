"""What the minutes tell of who said what, as the charter had it when the meeting was opened.

The record is made by it, and everything that goes out is made of the record: what is not to be told is in no form
of the minutes, the data attached to the PDF included. The log in the coalition's own file keeps what was said.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from coalmeet.meeting.mending import Mending
from coalmeet.meeting.state import Meeting, Presence
from coalmeet.text import _

Both = tuple[Meeting, Meeting]  # as it was, and as its consent is told
# Entries about consent, in which a voice may be named.
_OF_CONSENT = (
    "Answered",
    "ObjectionRaised",
    "ObjectionUnderstood",
    "ObjectionTested",
    "ObjectionEnded",
    "ProposalAdopted",
    "ProposalSettled",
)
_OF_WORDS = "WordGiven"


def temperature(meeting: Meeting) -> list[dict[str, Any]]:
    """The words of the temperature round: with names, without, or none.

    Without names they stand in the order of the alphabet: the order in which they were said would tell whose they are.
    """
    told = meeting.telling.words
    if told == "none":
        return []
    if told == "names":
        return [_by_name(meeting, one.person, one.word) for one in meeting.words]
    return [{"word": word} for word in sorted((one.word for one in meeting.words), key=str.casefold)]


def _by_name(meeting: Meeting, person: str, word: str) -> dict[str, Any]:
    presence = meeting.presence(person)
    organisation = meeting.name_of(presence.seat.organisation) if presence else ""
    return {"name": meeting.name_of(person), "organisation": organisation or None, "word": word}


def as_told(meeting: Meeting) -> Meeting:
    """The meeting in which a person goes by the name of their organisation, where the charter wants that at consent."""
    if meeting.telling.voices != "organisation":
        return meeting
    return replace(meeting, people=tuple(_by_organisation(meeting, one) for one in meeting.people))


def _by_organisation(meeting: Meeting, one: Presence) -> Presence:
    name = meeting.name_of(one.seat.organisation) or _("somebody without an organisation")
    return replace(one, seat=replace(one.seat, name=name))


def whose_words(both: Both, words: str) -> str:
    """Words that name somebody from the list of people and nothing else; by their organisation where that is wanted."""
    for one, instead in zip(both[0].people, both[1].people, strict=True):
        if words.strip().casefold() == one.seat.name.casefold():
            return instead.seat.name
    return words


def spoke_for(meeting: Meeting, organisation: str, at: int, person: str = "") -> str:
    """The name of the person who spoke for an organisation then, where the charter wants it told; else "".

    It is known where it was noted, or where one person alone could speak for it.
    """
    if meeting.telling.voices != "person" or meeting.member(organisation) is None:
        return ""
    if person:
        return meeting.name_of(person)
    there = [
        one
        for one in meeting.people
        if one.seat.organisation == organisation and one.has_voice and _was_here(one, at)
    ]
    return there[0].seat.name if len(there) == 1 else ""


def _was_here(one: Presence, at: int) -> bool:
    return any(span.since <= at and (span.until is None or at <= span.until) for span in one.spans)


def mendings(meeting: Meeting) -> list[tuple[Meeting, Mending]]:
    """The entries put right, each with the meeting that says whom it names; without those that are not told."""
    told, words = as_told(meeting), meeting.telling.words
    nobody = replace(meeting, people=(), members=())
    found = []
    for one in meeting.mendings:
        if one.kind == _OF_WORDS and words == "none":
            continue
        whole = nobody if one.kind == _OF_WORDS and words != "names" else meeting
        found.append((told if one.kind in _OF_CONSENT else whole, one))
    return found
