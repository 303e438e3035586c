"""What one meeting hands to the next: minutes to approve, what to change, who comes, who prepares."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from coalmeet.clock import Moment
from coalmeet.coalition.organisation import Organisation
from coalmeet.ids import new_id
from coalmeet.meeting import events, fold
from coalmeet.meeting.journal import Move
from coalmeet.meeting.minutes import minutes
from coalmeet.meeting.rotation import standings
from coalmeet.store import circulating, live_meeting, log, meetings, opening, records, rotation
from coalmeet.store.file import CoalitionFile

At = Callable[[int], Moment]
Plan = Callable[..., str]
MAY, JUNE = date(2026, 5, 14), date(2026, 6, 11)
THREE = tuple(Organisation(id, id.title()) for id in ("mill", "reed", "weir"))


class Held:
    """A meeting that is opened from the file and closed again."""

    def __init__(self, file: CoalitionFile, plan: Plan, at: At, day: date) -> None:
        self.file, self.at, self.id, self.moves = file, at, plan(day), ()
        self.day = day

    def opens(self) -> events.MeetingOpened:
        with self.file.reading() as con:
            planned = opening.plan(con, self.id)
        people = tuple(events.Seat(one.id + "s", one.name, one.id) for one in THREE)
        members = tuple(events.Member(one.id, one.name) for one in THREE)
        self.happens(events.MeetingOpened(
            planned.title, "River Alliance", self.day.isoformat(), "Europe/London", 0, 60, members, people, (),
            facilitator="mills", last=planned.last,
        ))  # fmt: skip
        self.happens(*(events.Arrived(one.person) for one in people))
        return planned

    def happens(self, *what: events.Event) -> None:
        moment = self.at(len(self.moves))
        parent = self.moves[-1].id if self.moves else log.FIRST
        draft = Move(new_id(), parent, what, moment.wall, mono=moment.mono, boot=moment.boot)
        after = fold.replay((*self.moves, draft))
        self.moves = (*self.moves, live_meeting.write(self.file, self.id, draft, after, {}))

    def record(self) -> dict:
        with self.file.reading() as con:
            return records.read(con, self.id)


@pytest.fixture
def may(file: CoalitionFile, plan: Plan, at: At) -> Held:
    """The meeting of May is over; its closing round wanted shorter updates."""
    made = Held(file, plan, at, MAY)
    made.opens()
    made.happens(
        events.Evaluated("mill", "the words", "Shorter updates"), events.Evaluated("reed", "", "A break")
    )
    made.happens(events.MeetingClosed())
    return made


@pytest.fixture
def june(may: Held, file: CoalitionFile, plan: Plan, at: At) -> Held:
    return Held(file, plan, at, JUNE)


def test_the_next_meeting_knows_what_was_to_change_and_that_minutes_wait(may: Held, june: Held) -> None:
    last = june.opens().last
    assert last == events.LastMeeting(may.id, "2026-05-14", "draft", ("Shorter updates", "A break"))


def test_approved_with_corrections_is_a_further_version_that_lists_them(may: Held, june: Held) -> None:
    june.opens()
    june.happens(events.CorrectionNoted("Reed came at 14:20."), events.MinutesApproved())
    assert may.record()["state"] == "draft", "before the close nothing is kept"
    june.happens(events.MeetingClosed())
    found = minutes(may.record())
    assert (found.state, found.status) == ("approved", "Approved on 11 June 2026")
    listed = [one.texts for one in found.sections if one.heading == "Corrected afterwards"]
    assert listed == [("Reed came at 14:20.",)]
    own = [
        one.texts for one in minutes(june.record()).sections if one.heading == "Minutes of the last meeting"
    ]
    assert own == [
        ("The minutes of Thursday 14 May 2026 were approved with these corrections.", "Reed came at 14:20.")
    ]
    with june.file.reading() as con:
        assert [one.get("state") for one in records.versions(con, may.id)] == ["draft", "approved"]
        assert meetings.row(con, may.id).state == "closed"


def test_what_went_round_is_approved_as_it_was_and_only_once(may: Held, june: Held) -> None:
    with may.file.writing() as con:
        circulating.went_round(con, may.file, may.id, date(2026, 5, 20))
    assert june.opens().last.state == "circulated"
    june.happens(events.MinutesApproved())
    june.happens(events.MeetingClosed())
    june.happens(events.MeetingReopened("a name was wrong"))
    june.happens(events.MeetingClosed())
    with june.file.reading() as con:
        assert [one["state"] for one in records.versions(con, may.id)] == ["draft", "circulated", "approved"]
    assert may.record()["circulated_on"] == "2026-05-20"


def test_what_nobody_approved_stays_what_it_was_and_is_offered_again(
    may: Held, june: Held, plan: Plan, at: At
) -> None:
    june.opens()
    june.happens(events.MeetingClosed())
    assert may.record()["state"] == "draft"
    july = Held(june.file, plan, at, JUNE + timedelta(weeks=4))
    assert july.opens().last.meeting == june.id


def test_who_can_come_is_expected_and_who_cannot_is_not(may: Held, june: Held) -> None:
    june.opens()
    june.happens(events.ComingNextTime("reed", True), events.ComingNextTime("mill", False))
    june.happens(events.NextFacilitatorAgreed("weir", "", "skipped", ("reed",)))
    june.happens(events.MeetingClosed())
    with june.file.reading() as con:
        order = standings(rotation.history(con), THREE, JUNE, rotation.notes(con))
    said = {one.organisation.id: one.expectation for one in order}
    assert (said["reed"], said["mill"]) == ("said_so", "said_away")
    assert order[-1].organisation.id != "weir"


def test_who_prepares_is_told_to_the_meeting_that_is_planned(may: Held, june: Held, plan: Plan) -> None:
    coming = plan(JUNE + timedelta(weeks=4))
    june.opens()
    june.happens(events.PreparerAgreed("weirs"), events.MeetingClosed())
    with june.file.reading() as con:
        assert meetings.meeting(con, coming).prepared_by == "weirs"
    roles = {one.label: one.texts for one in minutes(june.record()).attendance.roles}
    assert roles["Next time"] == ("prepared by Weir",)
