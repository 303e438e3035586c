"""After the close: notes are tidied, minutes go round, somebody was there after all, and the next meeting approves."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from coalmeet.clock import Moment
from coalmeet.documents.markdown import markdown
from coalmeet.errors import NotAllowed
from coalmeet.exchange import record as exchange
from coalmeet.ids import new_id
from coalmeet.meeting import events, fold
from coalmeet.meeting.handed_on import corrections
from coalmeet.meeting.journal import Move
from coalmeet.meeting.minutes import minutes, published
from coalmeet.meeting.minutes_values import Minutes
from coalmeet.meeting.moves import last_time
from coalmeet.store import (
    approving,
    circulating,
    half_written,
    live_meeting,
    log,
    notes,
    noting,
    opening,
    paper,
    records,
    summary,
)
from coalmeet.store.file import CoalitionFile
from coalmeet.store.incoming import take_in
from coalmeet.store.tidying import Tidied, write_notes

At = Callable[[int], Moment]
MAY, JUNE = date(2026, 5, 14), date(2026, 6, 11)
NAMES = ("Mill", "Reed", "Weir")
HURRIED, TIDY = "mill wnats the pond, reed not shure", "Mill wants the pond; Reed is not sure."


class Held:
    """A meeting with two items that is opened from the file, noted, and closed."""

    def __init__(self, file: CoalitionFile, meeting: str, at: At, day: date) -> None:
        self.file, self.id, self.at, self.day = file, meeting, at, day
        self.moves: tuple[Move, ...] = ()

    def opens(self) -> None:
        with self.file.reading() as con:
            last = opening.plan(con, self.id).last
        members = tuple(events.Member(name.lower(), name) for name in NAMES)
        people = tuple(events.Seat(name.lower() + "s", f"{name} Person", name.lower()) for name in NAMES)
        items = tuple(events.AgendaEntry(f"{self.id[:20]}{n}", f"Item {n}", minutes=10) for n in (1, 2))
        self.happens(events.MeetingOpened(
            "Spring meeting", "River Alliance", self.day.isoformat(), "Europe/London", 0, 60, members, people, items,
            facilitator="mills", last=last,
        ))  # fmt: skip
        self.happens(*(events.Arrived(one.person) for one in people[:2]))

    def happens(self, *what: events.Event) -> None:
        moment = self.at(len(self.moves))
        parent = self.moves[-1].id if self.moves else log.FIRST
        draft = Move(new_id(), parent, what, moment.wall, mono=moment.mono, boot=moment.boot)
        after = fold.replay((*self.moves, draft))
        with self.file.reading() as con:
            typed = notes.read(con, self.id)
        self.moves = (*self.moves, live_meeting.write(self.file, self.id, draft, after, typed))

    def does(self, move: Callable[..., tuple[events.Event, ...]], *args: object) -> None:
        self.happens(*move(fold.replay(self.moves), self.at(len(self.moves)).wall, *args))

    def notes(self, place: int, text: str) -> None:
        item = fold.replay(self.moves).items[place].entry.id
        live_meeting.write_note(self.file, self.id, item, text, private=False)

    def record(self) -> dict[str, Any]:
        with self.file.reading() as con:
            return records.read(con, self.id)

    def minutes(self) -> Minutes:
        return minutes(self.record())

    def tidies(self, text: str = TIDY, place: int = 0, day: str = "2026-05-16") -> tuple[Tidied, ...]:
        with self.file.writing() as con:
            return write_notes(con, self.file, self.id, [Tidied(place, text, day)])

    def goes_round(self) -> None:
        with self.file.writing() as con:
            circulating.went_round(con, self.file, self.id, date(2026, 5, 20))

    def asks(self, text: str, by: str = "", day: str = "2026-05-22") -> None:
        with self.file.writing() as con:
            noting.note_correction(con, self.file, self.id, text, by=by, day=day)


@pytest.fixture
def may(file: CoalitionFile, plan: Callable[..., str], at: At) -> Held:
    """The meeting of May is over; its notes were typed in a hurry."""
    made = Held(file, plan(MAY), at, MAY)
    made.opens()
    made.notes(0, HURRIED)
    made.happens(events.MeetingClosed())
    return made


@pytest.fixture
def june(may: Held, plan: Callable[..., str], at: At) -> Held:
    return Held(may.file, plan(JUNE), at, JUNE)


def section(told: Minutes, heading: str) -> tuple[str, ...]:
    return next((one.texts for one in told.sections if one.heading == heading), ())


def without_notes(record: dict[str, Any]) -> dict[str, Any]:
    keys = ("notes", "notes_at_meeting", "notes_edited_on")
    return {**record, "agenda": [{k: one[k] for k in one if k not in keys} for one in record["agenda"]]}


def test_tidied_notes_are_a_version_that_keeps_the_words_of_the_meeting_apart(may: Held) -> None:
    before = may.record()
    may.tidies()
    after = may.record()
    assert without_notes(after) == without_notes(before), "what the meeting recorded is not touched"
    assert (after["agenda"][0]["notes"], after["agenda"][0]["notes_at_meeting"]) == (TIDY, HURRIED)
    told = may.minutes()
    assert told.items[0].notes == TIDY
    assert "Its notes were edited after the meeting, on 16 May 2026." in told.items[0].remarks
    assert told.items[1].remarks == ()
    assert told.approval[0].startswith("The notes of 1 item were edited after the meeting")
    assert told.versions == ("Version 1: draft of 14 May 2026; the notes of 1 item edited since.",)


def test_the_words_of_the_meeting_come_back_and_then_nothing_was_edited(may: Held) -> None:
    before = may.record()
    first = may.tidies()
    may.tidies("Shorter.", day="2026-05-17")
    assert may.record()["agenda"][0]["notes_at_meeting"] == HURRIED
    with may.file.writing() as con:
        write_notes(con, may.file, may.id, first)
    assert may.record() == before


def test_notes_that_an_item_got_only_afterwards_are_told_so(may: Held) -> None:
    may.tidies("We also looked at the map.", place=1)
    assert may.minutes().items[1].remarks == ("Its notes were written after the meeting, on 16 May 2026.",)
    travelling = published(may.record())
    assert minutes(travelling).items == may.minutes().items


def test_what_was_taken_out_of_notes_travels_in_no_minutes_but_stays_in_the_record(may: Held) -> None:
    may.tidies("Mill wants the pond.")
    assert "reed not" not in json.dumps(published(may.record()))
    assert "reed not" not in markdown(may.minutes())
    again = exchange.read(exchange.dump(may.record()), "may.json")
    assert again == may.record(), "the record itself goes out and comes in whole"


def test_minutes_of_this_file_that_are_read_back_in_are_known_here(may: Held) -> None:
    may.tidies("Mill wants the pond.")
    with may.file.writing() as con:
        assert take_in(con, may.file, published(may.record())) == (may.id, False)
        other = {**published(may.record()), "title": "Another"}
        assert take_in(con, may.file, other)[1]


def test_minutes_that_went_round_are_frozen_and_whoever_tries_learns_what_to_do(may: Held) -> None:
    may.goes_round()
    with pytest.raises(NotAllowed, match="Note a correction for the next meeting"):
        may.tidies()
    with pytest.raises(NotAllowed, match="gone round"):
        may.happens(events.MeetingReopened("one more thing"))
    assert may.record()["agenda"][0]["notes"] == HURRIED


def test_a_correction_waits_and_the_minutes_list_it_as_not_approved(may: Held) -> None:
    may.tidies()
    may.goes_round()
    may.asks("Weir was there.", "Weir")
    told = may.minutes()
    noted = "Weir was there. (asked for by Weir, 22 May 2026)"
    assert section(told, "Corrections noted, not approved yet") == (noted,)
    assert section(told, "Corrected afterwards") == ()
    assert told.status == "Circulated on 20 May 2026, not yet approved"
    assert noted.replace("(", "").split(" asked")[0] in markdown(told)
    assert told.attendance == minutes(without_notes(may.record())).attendance, "nothing else changed"


def test_the_next_meeting_takes_up_what_waits_leaves_out_what_is_not_so_and_approves(
    may: Held, june: Held
) -> None:
    may.tidies()
    may.goes_round()
    may.asks("Weir was there.", "Weir")
    may.asks("Mill left at noon.")
    june.opens()
    assert [one.text for one in corrections(fold.replay(june.moves))] == [
        "Weir was there.",
        "Mill left at noon.",
    ]
    june.does(last_time.leave_out_correction, "Mill left at noon.")
    june.does(last_time.note_correction, "The pond is a lake.")
    june.does(last_time.approve_minutes)
    assert may.record()["state"] == "circulated", "before the close nothing is kept"
    june.happens(events.MeetingClosed())
    told = may.minutes()
    assert section(told, "Corrections noted, not approved yet") == ()
    assert section(told, "Corrected afterwards") == (
        "Weir was there. (asked for by Weir, 22 May 2026)",
        "The pond is a lake.",
    )
    assert section(told, "Versions") == (
        "Version 1: draft of 14 May 2026; the notes of 1 item edited since.",
        "Version 2: went round on 20 May 2026.",
        "Version 3: approved on 11 June 2026 with 2 corrections.",
    )
    assert section(june.minutes(), "Minutes of the last meeting") == (
        "The minutes of Thursday 14 May 2026 were approved with these corrections.",
        "Weir was there.",
        "The pond is a lake.",
        "Not taken up: Mill left at noon.",
    )
    june.happens(events.MeetingReopened("a name"))
    june.happens(events.MeetingClosed())
    assert may.minutes() == told, "closing once more adds nothing"


def test_corrections_that_no_meeting_approved_wait_on(may: Held, june: Held) -> None:
    may.goes_round()
    may.asks("Weir was there.", "Weir")
    june.opens()
    june.does(last_time.note_correction, "The pond is a lake.")
    june.happens(events.MeetingClosed())
    assert may.record()["state"] == "circulated"
    assert section(may.minutes(), "Corrections noted, not approved yet") == (
        "Weir was there. (asked for by Weir, 22 May 2026)",
        "The pond is a lake. (noted on 11 June 2026)",
    )
    assert section(june.minutes(), "Minutes of the last meeting")[1:] == ("The pond is a lake.",)


def test_a_meeting_that_says_nothing_of_the_last_minutes_changes_nothing_in_them(
    may: Held, june: Held
) -> None:
    may.asks("Weir was there.")
    june.opens()
    before = may.record()
    june.happens(events.MeetingClosed())
    assert may.record() == before
    assert section(june.minutes(), "Minutes of the last meeting") == ()


def test_what_is_refused_says_what_to_do(may: Held, june: Held) -> None:
    for text, words in (("  ", "Say what is to be corrected"), ("It rained.", "waits already")):
        may.asks("It rained.") if text.strip() else None
        with pytest.raises(NotAllowed, match=words):
            may.asks(text)
    june.opens()
    with pytest.raises(NotAllowed, match="under “Last minutes”"):
        may.asks("It snowed.")
    with pytest.raises(NotAllowed, match="Choose one from the list"):
        june.does(last_time.leave_out_correction, "It hailed.")
    june.does(last_time.approve_minutes)
    june.happens(events.MeetingClosed())
    with pytest.raises(NotAllowed, match="These minutes are approved"):
        may.asks("It snowed.")
    with pytest.raises(NotAllowed, match="These minutes are approved"):
        may.tidies()


def test_a_correction_is_taken_away_again(may: Held) -> None:
    may.asks("Weir was there.")
    with may.file.writing() as con:
        assert noting.take_away(con, may.file, may.id, "Weir was there.")["noted_on"] == "2026-05-22"
        with pytest.raises(NotAllowed, match="Look at the list again"):
            noting.take_away(con, may.file, may.id, "Weir was there.")
    assert "corrections_noted" not in may.record()


def test_the_last_meeting_of_all_is_approved_by_mail(may: Held) -> None:
    def approve(day: date, who: str) -> None:
        with may.file.writing() as con:
            approving.approve_outside(con, may.file, may.id, day, who)

    with pytest.raises(NotAllowed, match="Mark first that they went round"):
        approve(JUNE, "All")
    may.goes_round()
    may.asks("Weir was there.", "Weir")
    waiting = may.record()
    with pytest.raises(NotAllowed, match="Say who approved them"):
        approve(JUNE, " ")
    with pytest.raises(NotAllowed, match="that day or a later one"):
        approve(MAY, "All three members, by mail")
    approve(JUNE, "All three members, by mail")
    told = may.minutes()
    assert told.status == "Approved on 11 June 2026"
    assert "These minutes were approved outside a meeting: All three members, by mail." in told.approval
    assert told.versions[-1] == "Version 3: approved on 11 June 2026 with 1 correction."
    exchange.read(exchange.dump(may.record()), "may.json")
    with may.file.writing() as con:
        approving.not_approved(con, may.file, may.id)
    assert may.record() == waiting
    with may.file.writing() as con, pytest.raises(NotAllowed, match="A meeting approved these minutes"):
        approving.not_approved(con, may.file, may.id)


def test_what_was_written_since_outlives_that_the_meeting_is_taken_up_again(may: Held) -> None:
    with may.file.writing() as con:
        summary.write_summary(con, may.file, may.id, "We are glad.")
    may.tidies()
    may.asks("Weir was there.")
    before = may.record()
    may.happens(events.MeetingReopened("one more thing"))
    may.notes(1, "Nothing new.")
    may.happens(events.MeetingClosed())
    after = may.record()
    assert (after["summary"], after["corrections_noted"]) == ("We are glad.", before["corrections_noted"])
    assert after["agenda"][0] == before["agenda"][0]
    assert (after["agenda"][1]["notes"], "notes_edited_on" in after["agenda"][1]) == ("Nothing new.", False)


def test_in_one_minute_waits_where_the_meeting_now_tells_something_else(may: Held) -> None:
    with may.file.writing() as con:
        summary.write_summary(con, may.file, may.id, "We decided nothing.")
    may.happens(events.MeetingReopened("somebody took on the fence"))
    may.happens(events.ActionAgreed("fence", may.record()["agenda"][0]["id"], "Mend the fence"))
    may.happens(events.MeetingClosed())
    assert "summary" not in may.record()
    with may.file.reading() as con:
        assert half_written.read(con, may.id) == {half_written.SUMMARY: "We decided nothing."}


PAPER = {
    "format": "coalmeet.meeting",
    "version": 1,
    "date": "2026-05-14",
    "state": "draft",
    "entered_afterwards": True,
    "agenda": [{"title": "The pond", "outcome": "noted", "notes": "As typed."}],
}


def test_what_was_typed_from_paper_is_put_right_as_a_whole_until_it_goes_round(file: CoalitionFile) -> None:
    with file.writing() as con:
        meeting, _is_new = take_in(con, file, PAPER, "paper")
        with pytest.raises(NotAllowed, match="Put right what was typed from paper"):
            write_notes(con, file, meeting, [Tidied(0, "Else.", "2026-05-16")])
        summary.write_summary(con, file, meeting, "Short.")
        paper.enter(con, file, {**PAPER, "title": "The pond"}, meeting)
        assert records.read(con, meeting)["summary"] == "Short."
        circulating.went_round(con, file, meeting, MAY + timedelta(days=2))
        with pytest.raises(NotAllowed, match="gone round"):
            paper.enter(con, file, PAPER, meeting)
        noting.note_correction(con, file, meeting, "It was a lake.", day="2026-05-20")


def test_a_record_from_elsewhere_stays_as_it_came(file: CoalitionFile) -> None:
    with file.writing() as con:
        meeting, _is_new = take_in(con, file, {**PAPER, "entered_afterwards": False})
        with pytest.raises(NotAllowed, match="Tell those who made it"):
            noting.note_correction(con, file, meeting, "It was a lake.", day="2026-05-20")
        with pytest.raises(NotAllowed, match="stay as they came in"):
            write_notes(con, file, meeting, [Tidied(0, "Else.", "2026-05-16")])
