"""What the note taker types becomes an action or goes to the parking lot."""

from __future__ import annotations

from datetime import date

import pytest

from coalmeet.meeting.capture import Captured, capture, complete, completions
from coalmeet.meeting.due import read_day

THURSDAY = date(2026, 5, 14)
PEOPLE = ("Amina Okafor", "José Ruiz", "Łukasz Zieliński", "Amy Lin", "石川 さくら", "Ruth")


def heard(line: str) -> Captured | None:
    return capture(line, THURSDAY, PEOPLE, next_meeting=date(2026, 6, 11))


@pytest.mark.parametrize(
    ("line", "text", "owner", "due"),
    [
        ("action: write the letter", "write the letter", "", None),
        ("Action: Amina to write the letter by Friday", "write the letter", "Amina Okafor", "2026-05-15"),
        ("- action: write it (Amina Okafor) by 22 May", "write it", "Amina Okafor", "2026-05-22"),
        ("action: write the letter – Ruth – by tomorrow", "write the letter", "Ruth", "2026-05-15"),
        ("todo: ask Ruth, by next meeting", "ask Ruth", "", "2026-06-11"),
        ("@Amina Okafor write the letter by Friday", "write the letter", "Amina Okafor", "2026-05-15"),
        ("@amina: write the letter", "write the letter", "Amina Okafor", None),
        ("@Łukasz Zieliński, map the wells by 28 May", "map the wells", "Łukasz Zieliński", "2026-05-28"),
        ("@石川 さくら ポスターを作る by 2026-06-01", "ポスターを作る", "石川 さくら", "2026-06-01"),
        ("@Nobody-Known call the hall by 14.6.", "call the hall", "Nobody-Known", "2026-06-14"),
        ("* [ ] action: book it for 20 May @Ruth by Monday", "book it for 20 May", "Ruth", "2026-05-18"),
        ("action: @Ruth by Friday call the press", "call the press", "Ruth", "2026-05-15"),
        ("action: stand by the river", "stand by the river", "", None),
    ],
)
def test_actions(line: str, text: str, owner: str, due: str | None) -> None:
    assert heard(line) == Captured("action", text, owner, date.fromisoformat(due) if due else None)


def test_parked_topics() -> None:
    assert heard("parked: who pays the printer?") == Captured("parked", "who pays the printer?")
    assert heard("Parking lot: summer party") == Captured("parked", "summer party")


@pytest.mark.parametrize(
    "line",
    [
        "",
        "We talked about the river.",
        "action:",
        "parked:",
        "The action: unclear",
        "Ask @Ruth",
        "@stranger hello",
        "ruth@example.org by Friday",
        "@Ruth",
    ],
)
def test_plain_notes_stay_notes(line: str) -> None:
    assert heard(line) is None


def test_a_first_name_that_two_people_share_is_kept_as_typed() -> None:
    two = ("Ruth Abel", "Ruth Cole")
    assert capture("@Ruth call the press by Friday", THURSDAY, two) == Captured(
        "action", "call the press", "Ruth", date(2026, 5, 15)
    )


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("today", "2026-05-14"),
        ("tomorrow", "2026-05-15"),
        ("Friday", "2026-05-15"),
        ("Thu", "2026-05-21"),
        ("this Monday", "2026-05-18"),
        ("next Monday", "2026-05-18"),
        ("next Friday", "2026-05-22"),
        ("end of the week", "2026-05-15"),
        ("the end of May", "2026-05-31"),
        ("end of month", "2026-05-31"),
        ("in 2 weeks", "2026-05-28"),
        ("within ten days", "2026-05-24"),
        ("in a month", "2026-06-14"),
        ("14 May", "2026-05-14"),
        ("13th of May", "2027-05-13"),
        ("June 3rd, 2026", "2026-06-03"),
        ("3 Sept. 2026", "2026-09-03"),
        ("29 February", "2028-02-29"),
        ("2026-05-14", "2026-05-14"),
        ("14.5.", "2026-05-14"),
        ("1.6.27", "2027-06-01"),
        ("14/5/2026", "2026-05-14"),
        ("5/14", "2026-05-14"),
    ],
)
def test_days_as_people_say_them(words: str, day: str) -> None:
    assert read_day(words, THURSDAY) == date.fromisoformat(day)


@pytest.mark.parametrize(
    "words", ["", "soon", "31 June", "next meeting", "ju 3", "2026-13-01", "in many weeks", "2.50"]
)
def test_words_that_name_no_day(words: str) -> None:
    assert read_day(words, THURSDAY) is None


def test_names_complete_after_an_at_sign() -> None:
    assert set(completions("@", PEOPLE)) == set(PEOPLE)
    assert completions("@am", PEOPLE) == ("Amina Okafor", "Amy Lin")
    assert completions("then @zie", PEOPLE) == ("Łukasz Zieliński",)
    assert completions("@lukasz z", PEOPLE) == ("Łukasz Zieliński",)
    assert completions("@jose", PEOPLE) == ("José Ruiz",)
    assert completions("@さくら", PEOPLE) == ("石川 さくら",)
    assert completions("ruth@am", PEOPLE) == ()
    assert completions("no name here", PEOPLE) == ()
    assert complete("then @zie", "Łukasz Zieliński") == "then @Łukasz Zieliński "
