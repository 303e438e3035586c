"""Closing a meeting: one transaction writes the move, the record and everything that lives on."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from coalmeet.clock import Moment
from coalmeet.coalition.outcomes import outcomes
from coalmeet.errors import FileProblem, NotAllowed
from coalmeet.ids import new_id
from coalmeet.meeting import events, fold
from coalmeet.meeting.journal import Move
from coalmeet.store import (
    actions,
    attendance,
    decisions,
    edit,
    live_meeting,
    log,
    meetings,
    parked,
    records,
    rotation,
)
from coalmeet.store.file import CoalitionFile

At = Callable[[int], Moment]
Plan = Callable[..., str]

OPENED = events.MeetingOpened(
    title="Spring meeting",
    coalition="River Alliance",
    date="2026-05-14",
    time_zone="Europe/London",
    planned_start=0,
    planned_minutes=90,
    members=(
        events.Member("reed", "Reed Cooperative"),
        events.Member("mill", "Mill Road"),
        events.Member("far", "Far"),
    ),
    people=(
        events.Seat("ana", "Ana", "reed"),
        events.Seat("bo", "Bo", "mill"),
        events.Seat("cy", "Cy", "mill", "interpreter"),
        events.Seat("di", "Di", "far"),
    ),
    agenda=(
        events.AgendaEntry("i1", "Budget", "decision", topic="t1"),
        events.AgendaEntry("i2", "News", "update"),
    ),
    open_actions=(events.OpenAction("old", "Call the printer"),),
    facilitator="ana",
    planned_facilitator="di",
)
MEETING: tuple[tuple[events.Event, ...], ...] = (
    (OPENED,),
    (events.Arrived("ana"), events.Arrived("bo", "video"), events.Arrived("cy")),
    (events.ItemStarted("i1"),),
    (
        events.ProposalBrought("p1", "i1", "We spend 500 on boats.", proposer="mill"),
        events.StageReached("p1", "presented"),
    ),
    (events.TextLocked("p1", 1),),
    (
        events.ProposalAdopted(
            "p1",
            "We spend 500 on two boats.",
            ("reed", "mill"),
            review_date="2026-11-14",
            provisional_until="2026-05-28",
        ),
    ),
    (events.ResponsibleNamed("p1", "Bo"),),
    (events.ProposalBrought("p2", "i1", "We sell the old boat."), events.StageReached("p2", "presented")),
    (events.ProposalSettled("p2", "not_agreed"),),
    (
        events.ActionAgreed("a1", "Buy the boats", "bo", "Bo", "2026-06-01", 3.5, "i1"),
        events.ActionAgreed("a2", "Tell the press", item="i1"),
        events.ActionAgreed("a3", "Ask the council", "di", "Di", item="i1"),
    ),
    (events.ActionReviewed("old", "done"),),
    (events.TopicParked("k1", "A second mooring", "i1"),),
    (events.ItemEnded("i1", "agreed"), events.ItemSettled("i2", "not reached")),
    (events.NextFacilitatorAgreed("mill", "bo", "skipped", ("far",)),),
)
CLOSE = (events.MeetingClosed(),)


class Live:
    """Writes a meeting move by move, as the window does."""

    def __init__(self, file: CoalitionFile, meeting_id: str, at: At) -> None:
        self.file, self.id, self.at = file, meeting_id, at
        self.moves: tuple[Move, ...] = ()

    def happen(self, *what: events.Event) -> None:
        moment = self.at(len(self.moves))
        parent = self.moves[-1].id if self.moves else log.FIRST
        draft = Move(new_id(), parent, what, moment.wall, mono=moment.mono, boot=moment.boot)
        after = fold.replay((*self.moves, draft))
        self.moves = (*self.moves, live_meeting.write(self.file, self.id, draft, after, {"i1": "Long talk."}))


@pytest.fixture
def live(file: CoalitionFile, plan: Plan, at: At) -> Live:
    meeting = Live(file, plan(), at)
    with file.writing() as con:
        edit.edit(con, file, "action", "old", text="Call the printer", meeting="before")
    for move in MEETING:
        meeting.happen(*move)
    return meeting


def test_a_meeting_is_planned_then_runs_then_is_closed(file: CoalitionFile, plan: Plan, at: At) -> None:
    meeting = Live(file, plan(), at)
    states = []
    for what in ((), (OPENED,), (events.Arrived("ana"), *CLOSE)):
        if what:
            meeting.happen(*what)
        with file.reading() as con:
            states.append(meetings.row(con, meeting.id).state)
    assert states == ["planned", "running", "closed"]
    with file.reading() as con:
        assert meetings.row(con, meeting.id).facilitators == ("Ana",)
        assert meetings.row(con, meeting.id).coalition == "River Alliance"


def test_the_rows_are_what_the_log_says(file: CoalitionFile, live: Live) -> None:
    live.happen(*CLOSE)
    with file.reading() as con:
        rebuilt = outcomes(live.id, fold.replay(log.read(con, live.id)))
        assert set(decisions.decisions(con)) == set(rebuilt.decisions)
        assert {one for one in actions.actions(con) if one.id != "old"} == set(rebuilt.actions)
        assert parked.parked(con) == rebuilt.parked
        assert {replace(one, id="") for one in attendance.attendance(con, live.id)} == set(rebuilt.attendance)
        (turn,) = rotation.history(con)
    assert replace(turn, notes=()) == rebuilt.turn
    assert [(note.organisation, note.wish) for note in turn.notes] == [("far", "skip_next")]


def test_what_lives_on_reads_as_it_was_decided(file: CoalitionFile, live: Live) -> None:
    live.happen(*CLOSE)
    with file.reading() as con:
        boats, old_boat = decisions.decisions(con)
        nobody_yet, open_ones = actions.actions(con, open_only=True)[-1], actions.actions(con, open_only=True)
        (turn,) = rotation.history(con)
        record = records.read(con, live.id)
        came = {one.person: one for one in attendance.attendance(con)}
    assert (boats.number, boats.text, boats.outcome) == (
        "D1",
        "We spend 500 on two boats.",
        "agreed",
    ) or boats.outcome
    assert (boats.review_date, boats.provisional_until) == (date(2026, 11, 14), date(2026, 5, 28))
    assert (boats.present, boats.responsible, boats.proposed_by) == (("reed", "mill"), "Bo", "mill")
    assert (old_boat.number, old_boat.outcome) == ("D2", "not agreed")
    assert [one.number for one in open_ones] == ["A1", "A2", "A3"]
    assert (open_ones[0].organisation, open_ones[0].hours, open_ones[0].due) == (
        "mill",
        3.5,
        date(2026, 6, 1),
    )
    assert open_ones[1].has_nobody
    assert nobody_yet.asked
    assert (turn.planned, turn.actual, turn.present) == ("far", "reed", ("reed", "mill"))
    assert record["agenda"][0]["notes"] == "Long talk."
    assert came["bo"].channel == "video"
    assert not came["di"].present


def test_handed_on_work_belongs_to_whoever_took_it_and_an_absent_person_is_asked(
    file: CoalitionFile, live: Live
) -> None:
    with file.writing() as con:
        edit.edit(con, file, "action", "old", owner="ana", owner_name="Ana", organisation="reed")
    live.happen(events.ActionReviewed("old", "handed_on", owner="bo"))
    assert _old(file, live) == ("Bo", "mill", "Mill Road", False)
    live.happen(
        events.MeetingReopened("a name was wrong"), events.ActionReviewed("old", "handed_on", owner="di")
    )
    assert _old(file, live) == ("Di", "far", "Far", True)
    live.happen(events.MeetingReopened("nobody has it"), events.ActionReviewed("old", "handed_on"))
    assert _old(file, live) == ("", "", "", False)


def _old(file: CoalitionFile, live: Live) -> tuple[str, str, str, bool]:
    """Whose the old action is, once the meeting is closed."""
    live.happen(*CLOSE)
    with file.reading() as con:
        one = next(action for action in actions.actions(con) if action.id == "old")
    return one.owner_name, one.organisation, one.organisation_name, one.asked


def test_a_failing_close_leaves_the_meeting_running(
    file: CoalitionFile, live: Live, monkeypatch: pytest.MonkeyPatch
) -> None:
    with file.writing() as con:
        pages = con.exec_driver_sql("PRAGMA page_count").scalar_one()
        con.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(FileProblem, match="disk is full"):
        live.happen(*CLOSE)
    with file.reading() as con:
        assert meetings.row(con, live.id).state == "running"
        assert len(log.read(con, live.id)) == len(MEETING)
        assert decisions.decisions(con) == ()
        assert rotation.history(con) == ()
        assert [one.done for one in actions.actions(con)] == [False]


def test_closing_again_after_reopening_changes_the_same_rows(file: CoalitionFile, live: Live) -> None:
    live.happen(*CLOSE)
    with file.reading() as con:
        before = {one.id for one in attendance.attendance(con)}
    with file.writing() as con:
        edit.edit(con, file, "action", "a1", done=True)
    live.happen(events.MeetingReopened("a name was wrong"))
    with file.reading() as con:
        assert meetings.row(con, live.id).state == "running"
    live.happen(events.ActionDropped("a3"), events.ReviewSet("p1", "2027-01-01"))
    live.happen(*CLOSE)
    with file.reading() as con:
        assert meetings.row(con, live.id).state == "closed"
        assert decisions.decisions(con)[0].review_date == date(2027, 1, 1)
        assert {one.id: one.done for one in actions.actions(con)} == {"old": True, "a1": True, "a2": False}
        assert {one.id for one in attendance.attendance(con)} == before
        assert len(rotation.history(con)) == 1
        assert len(rotation.notes(con)) == 1
        assert len(records.versions(con, live.id)) == 3


def test_a_meeting_that_was_held_is_not_deleted(file: CoalitionFile, live: Live) -> None:
    with file.writing() as con, pytest.raises(NotAllowed, match="what happened is kept"):
        meetings.delete(con, file, live.id)
