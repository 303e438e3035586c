"""What the close of a meeting keeps for the rotation: told as a story over several meetings of one coalition."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from coalmeet.clock import Moment
from coalmeet.coalition.organisation import Organisation
from coalmeet.coalition.turn import TurnNote
from coalmeet.ids import new_id
from coalmeet.meeting import events, fold
from coalmeet.meeting.journal import Move
from coalmeet.meeting.rotation import Standing, proposed, standings
from coalmeet.store import edit, live_meeting, log, meetings, opening, rotation
from coalmeet.store.file import CoalitionFile

At = Callable[[int], Moment]
Plan = Callable[..., str]

FIRST = date(2026, 5, 14)
THREE = tuple(Organisation(id, id.title()) for id in ("mill", "reed", "weir"))


class Alliance:
    """Three organisations that meet every four weeks; each is spoken for by one person of the same id."""

    def __init__(self, file: CoalitionFile, plan: Plan, at: At) -> None:
        self.file, self._plan, self._at = file, plan, at
        self.day, self._writes = FIRST, 0
        self.moves: tuple[Move, ...] = ()

    def meets(self, led_by: str, *, skips: tuple[str, ...] = (), then: str = "") -> None:
        """A whole meeting; at its close `skips` were asked and passed over, and `then` is agreed."""
        self.opens(led_by)
        self.closes(skips, then)
        self.day += timedelta(weeks=4)

    def opens(self, led_by: str) -> None:
        """All three come, and one of them facilitates as planned."""
        self.id, self.moves = self._plan(self.day), ()
        self.happens(
            events.MeetingOpened(
                title="Meeting",
                coalition="River Alliance",
                date=self.day.isoformat(),
                time_zone="Europe/London",
                planned_start=0,
                planned_minutes=60,
                members=tuple(events.Member(one.id, one.name) for one in THREE),
                people=tuple(events.Seat(one.id + "s", one.name, one.id) for one in THREE),
                agenda=(),
                facilitator=led_by + "s",
                planned_facilitator=led_by + "s",
            )
        )
        self.happens(*(events.Arrived(one.id + "s") for one in THREE))

    def closes(self, skips: tuple[str, ...] = (), then: str = "") -> None:
        """Whose turn is next is agreed, and the meeting ends."""
        if then:
            self.happens(events.NextFacilitatorAgreed(then, "", "skipped", skips))
        self.happens(events.MeetingClosed())

    def happens(self, *what: events.Event) -> None:
        moment = self._at(self._writes)
        self._writes += 1
        parent = self.moves[-1].id if self.moves else log.FIRST
        draft = Move(new_id(), parent, what, moment.wall, mono=moment.mono, boot=moment.boot)
        after = fold.replay((*self.moves, draft))
        self.moves = (*self.moves, live_meeting.write(self.file, self.id, draft, after, {}))

    def asked(self) -> tuple[Standing, ...]:
        """Where each stands for the meeting to come."""
        with self.file.reading() as con:
            return standings(rotation.history(con), THREE, self.day, rotation.notes(con))

    def first(self) -> str:
        """Whom the rotation proposes."""
        found = proposed(self.asked())
        return found.organisation.id if found else ""

    def wait(self, organisation: str) -> int:
        """How many meetings a skip still lets go by."""
        return next(one.wait for one in self.asked() if one.organisation.id == organisation)


@pytest.fixture
def alliance(file: CoalitionFile, plan: Plan, at: At) -> Alliance:
    return Alliance(file, plan, at)


def test_a_skip_agreed_at_the_close_is_asked_again_after_a_full_pass(alliance: Alliance) -> None:
    alliance.meets("mill", skips=("reed",), then="weir")
    assert alliance.wait("reed") == 2, "the two others go first, each once"
    alliance.meets("weir")
    assert (alliance.wait("reed"), alliance.first()) == (1, "mill"), (
        "Reed has most credit, yet the pass goes on"
    )
    alliance.meets("mill")
    assert (alliance.wait("reed"), alliance.first()) == (0, "reed")


def test_a_meeting_closed_once_more_keeps_the_skip_once(alliance: Alliance, file: CoalitionFile) -> None:
    alliance.opens("mill")
    alliance.closes(("reed",), "weir")
    alliance.happens(events.MeetingReopened("a name was wrong"))
    alliance.closes()
    with file.reading() as con:
        assert [note.organisation for note in rotation.notes(con)] == ["reed"]
    assert alliance.wait("reed") == 2


def test_whoever_facilitates_after_all_has_skipped_nothing(alliance: Alliance) -> None:
    alliance.meets("mill", skips=("reed",), then="weir")
    alliance.meets("reed")
    assert alliance.wait("reed") == 0


def test_a_swap_agreed_before_the_meeting_counts_after_it(alliance: Alliance, file: CoalitionFile) -> None:
    alliance.meets("mill")
    alliance.meets("weir")
    alliance.opens("weir")
    with file.writing() as con:
        rotation.say(con, file, TurnNote("", alliance.id, "reed", "swap", "weir"))
        rotation.say(con, file, TurnNote("", alliance.id, "reed", "coming"))
    alliance.closes(("mill",), "reed")
    with file.reading() as con:
        kept = {(note.organisation, note.wish) for note in rotation.notes(con)}
    assert kept == {("reed", "swap"), ("reed", "coming"), ("mill", "skip_next")}
    moved = {one.organisation.id: sum(entry.moved for entry in one.entries) for one in alliance.asked()}
    assert moved == {"mill": 0, "reed": -1, "weir": 1}, "Reed had earned two thirds, Weir owed one third"


def test_the_turn_agreed_goes_to_the_next_meeting_where_that_is_planned_already(
    alliance: Alliance, file: CoalitionFile, plan: Plan
) -> None:
    alliance.opens("mill")
    coming, later = plan(FIRST + timedelta(weeks=4)), plan(FIRST + timedelta(weeks=8))
    alliance.closes((), "weir")
    with file.reading() as con:
        assert [meetings.meeting(con, one).turn for one in (coming, later)] == ["weir", ""]
    with file.writing() as con:
        edit.edit(con, file, "meeting", coming, turn="reed")
    alliance.happens(events.MeetingReopened("a name was wrong"))
    alliance.closes()
    with file.reading() as con:
        assert meetings.meeting(con, coming).turn == "reed", "what was arranged since is not undone"


def test_a_stand_in_named_beforehand_and_why_are_in_the_plan_of_the_meeting(
    file: CoalitionFile, plan: Plan
) -> None:
    coming = plan(FIRST)
    with file.writing() as con:
        edit.edit(con, file, "meeting", coming, turn="reed", facilitator="mills")
        rotation.say(con, file, TurnNote("", coming, "reed", "stand_in", reason="Reed is on a march."))
    with file.reading() as con:
        opened = opening.plan(con, coming)
    assert (opened.turn, opened.facilitator) == ("reed", "mills")
    assert opened.stand_in_reason == "Reed is on a march."
    with file.writing() as con:
        edit.edit(con, file, "meeting", coming, turn="weir", facilitator="weirs")
    with file.reading() as con:
        assert opening.plan(con, coming).stand_in_reason == "", "that was said of another turn"
