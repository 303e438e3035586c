"""Names that end in a full stop ("Mieterverein e. V.") end a sentence once: in the minutes, and in what is refused."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from coalmeet.coalition.organisation import Organisation
from coalmeet.documents.markdown import markdown
from coalmeet.meeting import events, fold
from coalmeet.meeting.journal import Move
from coalmeet.meeting.minutes import minutes
from coalmeet.meeting.moves import closing, flow, people, proposals, rounds
from coalmeet.meeting.record import record
from coalmeet.meeting.rotation import standings
from coalmeet.meeting.rotation_words import sentences, why_first
from coalmeet.meeting.say import say

NAMES = ("Mieterverein e. V.", "Stichting Huis B.V.")
PEOPLE = ("Ana Jr.", "Bo Sr.")


@pytest.fixture
def associations(facilitating: Callable[..., Any]) -> Any:
    """A meeting of two associations whose names, and whose people's names, end in a full stop."""
    topic = events.AgendaEntry("fund", "Shall we join Mieterverein e. V.", "decision", 20)
    made = facilitating(members=2, quorum=0, items=(topic,))
    opened = made.log[0].events[0]
    renamed = events.MeetingOpened(
        **{
            **{name: getattr(opened, name) for name in opened.__slots__},
            "members": tuple(events.Member(f"o{n}", name) for n, name in enumerate(NAMES)),
            "people": tuple(events.Seat(f"p{n}", name, f"o{n}") for n, name in enumerate(PEOPLE)),
        }
    )
    made.log = (Move(made.log[0].id, "", (renamed,), made.now),)
    made.meeting = fold.replay(made.log)
    return made.do(people.arrive_all, ["p0", "p1"])


def test_the_minutes(associations: Any) -> None:
    associations.do(flow.start_item, "fund")
    associations.do(proposals.bring, "x", "We pay for one lawyer.", "o1")
    associations.do(people.hand_over, "p1", "the proposal is that of Mieterverein e. V.")
    associations.do(people.depart, "p0")
    associations.do(closing.agree_next_facilitator, "o0", "p0")
    associations.do(flow.close_meeting)
    text = markdown(minutes(record(associations.meeting, {})))
    assert "Shall we join Mieterverein e. V.\n" in text
    assert ".." not in text


def test_what_the_facilitator_may_say(associations: Any) -> None:
    associations.do(flow.start_item, "fund")
    associations.do(rounds.begin_round, "r", "free")
    said = say(associations.meeting, associations.now)
    assert said[1] == "We hear Ana Jr. now, then Bo Sr."
    associations.do(rounds.hear)
    assert say(associations.meeting, associations.now)[1] == "And now Bo Sr."


def test_refusals(associations: Any) -> None:
    said = (
        associations.refused(people.arrive, "p0"),
        associations.refused(people.hand_over, "p0"),
        associations.refused(closing.keep_next_turn, "o0"),
    )
    assert all(PEOPLE[0] in one or NAMES[0] in one for one in said)
    assert not [one for one in said if ".." in one]


def test_the_words_of_the_rotation() -> None:

    order = standings([], [Organisation(name, name) for name in NAMES], date(2026, 5, 14))
    said = [why_first(order), *(one for standing in order for one in sentences(standing))]
    assert not [one for one in said if ".." in one]
