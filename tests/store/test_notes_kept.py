"""Who took notes, whose turn it was and whose it will be: what the file keeps of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlite

from coalmeet.clock import Moment
from coalmeet.ids import new_id
from coalmeet.meeting import events, fold
from coalmeet.meeting.journal import Move
from coalmeet.meeting.record import record
from coalmeet.store import edit, incoming, live_meeting, log, meetings, migrations, opening, paper, rotation
from coalmeet.store import file as files
from coalmeet.store.file import CoalitionFile
from coalmeet.store.planning import next_frame

At = Callable[[int], Moment]
Plan = Callable[..., str]
FIRST = date(2026, 5, 14)
THREE = ("mill", "reed", "weir")


class Meets:
    """Three organisations, each spoken for by one person of the same id with an s."""

    def __init__(self, file: CoalitionFile, meeting_id: str, at: At) -> None:
        self.file, self.id, self.at = file, meeting_id, at
        self.moves: tuple[Move, ...] = ()

    def happens(self, *what: events.Event) -> None:
        moment = self.at(len(self.moves))
        parent = self.moves[-1].id if self.moves else log.FIRST
        draft = Move(new_id(), parent, what, moment.wall, mono=moment.mono, boot=moment.boot)
        after = fold.replay((*self.moves, draft))
        kept = record(after, {})
        self.moves = (*self.moves, live_meeting.write(self.file, self.id, draft, after, kept))


@pytest.fixture
def meets(file: CoalitionFile, plan: Plan, at: At) -> Meets:
    with file.writing() as con:
        for one in THREE:
            edit.edit(con, file, "organisation", one, name=one.title())
            edit.edit(con, file, "person", one + "s", name=one.title() + " person")
            edit.edit(con, file, "affiliation", one + "a", person=one + "s", organisation=one)
    found = Meets(file, plan(FIRST), at)
    found.happens(
        events.MeetingOpened(
            title="Meeting",
            coalition="River Alliance",
            date=FIRST.isoformat(),
            time_zone="Europe/London",
            planned_start=0,
            planned_minutes=60,
            members=tuple(events.Member(one, one.title()) for one in THREE),
            people=tuple(events.Seat(one + "s", one.title() + " person", one) for one in THREE),
            agenda=(),
            facilitator="mills",
            note_taker="reeds",
        )
    )
    return found


def test_who_took_notes_is_kept_beside_whose_turn_it_was(meets: Meets) -> None:
    meets.happens(events.Arrived("mills"), events.Arrived("weirs"))
    meets.happens(events.NoteTakerChanged("weirs"))
    meets.happens(events.MeetingClosed())
    with meets.file.reading() as con:
        (turn,) = rotation.history(con)
    assert (turn.to_note, turn.noted) == ("reed", "weir")


def test_what_was_agreed_at_the_close_goes_into_the_next_plan(meets: Meets, plan: Plan) -> None:
    coming = plan(FIRST + timedelta(weeks=4))
    meets.happens(
        events.NextFacilitatorAgreed("reed"),
        events.NextNoteTakerAgreed("weir", "weirs", "proposed", ("mill",)),
    )
    meets.happens(events.MeetingClosed())
    with meets.file.reading() as con:
        frame = meetings.meeting(con, coming)
        opened = opening.plan(con, coming)
        said = {(one.organisation, one.wish, one.role) for one in rotation.notes(con)}
    assert (frame.turn, frame.facilitator, frame.notes_turn, frame.note_taker) == (
        "reed",
        "",
        "weir",
        "weirs",
    )
    assert (opened.notes_turn, opened.note_taker) == ("weir", "weirs")
    assert said == {("mill", "skip_next", "note_taker")}


def test_a_skip_of_both_roles_is_kept_twice_and_once_more_after_closing_again(meets: Meets) -> None:
    meets.happens(
        events.NextFacilitatorAgreed("reed", passed_over=("mill",)),
        events.NextNoteTakerAgreed("weir", passed_over=("mill",)),
    )
    meets.happens(events.MeetingClosed())
    meets.happens(events.MeetingReopened("a name was wrong"))
    meets.happens(events.MeetingClosed())
    with meets.file.reading() as con:
        kept = sorted((one.organisation, one.role) for one in rotation.notes(con))
    assert kept == [("mill", "facilitator"), ("mill", "note_taker")]


def test_what_was_agreed_waits_for_a_meeting_that_is_planned_later(meets: Meets) -> None:
    meets.happens(events.NextNoteTakerAgreed("weir", "weirs"))
    meets.happens(events.MeetingClosed())
    with meets.file.reading() as con:
        assert rotation.agreed(con, FIRST, "note_taker") == ("weir", "weirs")
        frame = next_frame(con, FIRST)
    assert (frame.notes_turn, frame.note_taker, frame.turn) == ("weir", "weirs", "")


PAPER = {
    "format": "coalmeet.meeting",
    "version": 1,
    "date": "2026-06-11",
    "facilitators": ["Ana"],
    "note_takers": ["Nobody we know", "Bo"],
    "people": [{"name": "Ana", "organisation": "Mill"}, {"name": "Bo", "organisation": "Reed"}],
    "next_note_taking_organisation": "Mill",
    "next_note_takers": ["Ana"],
    "agenda": [{"title": "Boats", "outcome": "noted"}],
}


def test_a_record_from_elsewhere_tells_who_took_notes_and_who_will(file: CoalitionFile) -> None:
    with file.writing() as con:
        incoming.take_in(con, file, PAPER)
    with file.reading() as con:
        (turn,) = rotation.history(con)
        mill, reed = turn.actual, turn.noted
        assert turn.present == (mill, reed)
        assert rotation.agreed(con, date(2026, 7, 1), "note_taker")[0] == mill


def test_a_planned_meeting_held_on_paper_keeps_whose_turns_it_was(file: CoalitionFile, plan: Plan) -> None:
    planned = plan(date(2026, 6, 11))
    with file.writing() as con:
        edit.edit(con, file, "meeting", planned, turn="weir", notes_turn="weir")
        paper.enter(con, file, PAPER, planned)
    with file.reading() as con:
        (turn,) = rotation.history(con)
    assert (turn.planned, turn.to_note) == ("weir", "weir")
    assert "weir" not in (turn.actual, turn.noted)


def test_of_meetings_in_an_older_file_the_record_says_who_took_notes(tmp_path: Path) -> None:
    path = tmp_path / "river.coalmeet"
    con = sqlite.connect(path, isolation_level=None)
    con.execute("BEGIN")
    migrations.apply(con, migrations.STEPS[:6])
    con.execute("UPDATE format SET created = 1")
    con.execute("INSERT INTO coalition (id, name) VALUES ('c', 'River')")
    con.execute("INSERT INTO meeting (id, date) VALUES ('m', '2026-05-14'), ('n', '2026-04-16')")
    con.execute("INSERT INTO turn (id, actual, present) VALUES ('m', 'mill', '[]'), ('n', 'mill', '[]')")
    con.execute("INSERT INTO person (id, name) VALUES ('bo', 'Bo')")
    con.execute(
        "INSERT INTO attendance (id, meeting, person, organisation, present) VALUES ('a', 'm', 'bo', 'reed', 1)"
    )
    con.execute(
        "INSERT INTO record (id, meeting, counter, writer, source, digest, body)"
        """ VALUES ('r', 'm', 1, 'w', 'live', 'd', '{"note_takers": ["Somebody", "Bo"]}')"""
    )
    con.execute("COMMIT")
    con.close()
    path.chmod(0o600)
    opened = files.open_to_write(path)
    with opened.reading() as con:
        assert [(one.to_note, one.noted) for one in rotation.history(con)] == [("", ""), ("reed", "reed")]

    opened.close()
