"""The calendar of a coalition, brought in again and again: what changed moves, what is over goes, nothing doubles."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from dateutil.rrule import rrulestr
from icalendar import Calendar

from coalmeet import cli
from coalmeet.coalition.decision import DecisionEntry
from coalmeet.coalition.plan import PlannedMeeting
from coalmeet.commands import calendar
from coalmeet.commands.terminal import Terminal
from coalmeet.documents.coalition_calendar import coalition_ics
from coalmeet.documents.ics import ics
from coalmeet.exchange.outgoing import record_of
from coalmeet.ids import new_id
from coalmeet.meeting import events, fold
from coalmeet.meeting.journal import Move
from coalmeet.meeting.minutes import minutes
from coalmeet.store import circulating, coalition, decisions, live_meeting, log, meetings, records
from coalmeet.store import edit as rows
from coalmeet.store import file as files
from coalmeet.store.file import CoalitionFile

NOW = 1_778_767_200_000  # 14 May 2026, 14:00 UTC
TODAY = date(2026, 5, 15)
Entries = dict[str, Any]

OPENED = events.MeetingOpened(
    title="Spring meeting",
    coalition="River Alliance",
    date="2026-05-14",
    time_zone="Europe/Berlin",
    planned_start=0,
    planned_minutes=90,
    members=(events.Member("reed", "Reed"), events.Member("mill", "Mill Road"), events.Member("far", "Far")),
    people=(events.Seat("ana", "Ana", "reed"), events.Seat("bo", "Bo", "mill")),
    agenda=(events.AgendaEntry("i1", "Boats", "decision"),),
    facilitator="ana",
    profile=events.Profile(window_days=14),
)
HELD: tuple[tuple[events.Event, ...], ...] = (
    (OPENED, events.Arrived("ana"), events.Arrived("bo")),
    (events.ItemStarted("i1"),),
    (
        events.ProposalBrought("p1", "i1", "Two boats.", proposer="mill"),
        events.StageReached("p1", "presented"),
    ),
    (events.TextLocked("p1", 1),),
    (events.ProposalAdopted("p1", "Two boats.", ("reed", "mill"), review_date="2026-11-14", window_days=14),),
    (events.ActionAgreed("a1", "Buy the boats", "bo", "Bo", "2026-06-01", item="i1"),),
    (events.ActionAgreed("a2", "Paint them", "ana", "Ana", "2026-07-01", item="i1"),),
    (events.ItemEnded("i1", "provisional"),),
    (events.NextMeetingAgreed("2026-06-11", "18:00"),),
    (events.MeetingClosed(),),
)


class Coalition:
    """A facilitator who holds a meeting and hands out the calendar."""

    def __init__(self, file: CoalitionFile) -> None:
        self.file = file
        self.may = self.plan(date(2026, 5, 14), "Spring meeting")
        moves: tuple[Move, ...] = ()
        for number, what in enumerate(HELD):
            wall = NOW + number * 60_000
            draft = Move(new_id(), moves[-1].id if moves else log.FIRST, what, wall, mono=0, boot="b")
            after = fold.replay((*moves, draft))
            moves = (*moves, live_meeting.write(file, self.may, draft, after, {}))

    def plan(self, day: date, title: str = "Summer meeting") -> str:
        made = PlannedMeeting(new_id(), title, day, start="18:00", minutes=90, place="Boathouse")
        with self.file.writing() as con:
            meetings.save(con, self.file, made)
        return made.id

    def does(self, what: Callable[..., Any], *args: Any, **fields: Any) -> Any:
        with self.file.writing() as con:
            return what(con, self.file, *args, **fields)

    def calendar(self, today: date = TODAY) -> Entries:
        """The entries by their ids, as a calendar reads them."""
        with self.file.reading() as con:
            return by_id(coalition_ics(calendar.read(con, today), today))

    def of_meeting(self, meeting: str) -> Entries:
        """The entries of one meeting's own file."""
        with self.file.reading() as con:
            record, here = record_of(con, meeting), coalition.read(con)
        told = minutes(record, coalition=here.name, lang=here.language, time_zone=here.time_zone)
        return by_id(ics(told, record))


def by_id(data: bytes) -> Entries:
    found = list(Calendar.from_ical(data).walk("VEVENT"))
    entries = {str(one["uid"]).removesuffix("@coalmeet"): one for one in found}
    assert len(entries) == len(found), "an id stands once"
    return entries


def day(entry: Any) -> str:
    return str(entry.decoded("dtstart"))[:10]


def is_off(entry: Any) -> bool:
    return entry.get("status") == "CANCELLED"


@pytest.fixture
def river(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Coalition]:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    file = files.create(tmp_path / "river.coalmeet", "River Alliance", now=NOW, time_zone="Europe/Berlin")
    yield Coalition(file)
    file.close()


def test_it_uses_the_ids_of_the_meetings_own_files(river: Coalition) -> None:
    coming = river.plan(date(2026, 6, 11))
    own = {**river.of_meeting(river.may), **river.of_meeting(coming)}
    found = river.calendar()
    assert found.keys() == own.keys()
    assert len(found) == 4, "the next meeting, one review, two pieces of work"
    for id, entry in found.items():
        if not id.endswith("next"):
            assert entry.to_ical() == own[id].to_ical(), "nothing happened since"


def test_an_announced_meeting_stays_one_entry_while_it_is_planned_moved_and_given_up(
    river: Coalition,
) -> None:
    (next_,) = (id for id in river.calendar() if id.endswith("-next"))
    seen = [river.calendar()[next_]]
    coming = river.plan(date(2026, 6, 11))
    seen.append(river.calendar()[next_])
    river.does(rows.edit, "meeting", coming, date=date(2026, 6, 18), start="19:00")
    seen.append(river.calendar()[next_])
    river.does(meetings.delete, coming)
    seen.append(river.calendar()[next_])
    assert [day(one) for one in seen] == ["2026-06-11", "2026-06-11", "2026-06-18", "2026-06-18"]
    assert [is_off(one) for one in seen] == [False, False, False, True]
    numbers = [one["sequence"] for one in seen]
    assert numbers == sorted(set(numbers)), "each change raises the sequence"
    again = river.plan(date(2026, 6, 11), "Another go")
    assert {id for id, one in river.calendar().items() if day(one)[5:7] == "06" and not is_off(one)} == {
        f"{again}-this",
        f"{river.may}-A1",
    }


def test_an_agenda_handed_out_beforehand_moves_with_its_plan(river: Coalition) -> None:
    coming = river.plan(date(2026, 9, 3), "Assembly")
    before = river.of_meeting(coming)[f"{coming}-this"]
    river.does(rows.edit, "meeting", coming, start="19:30")
    after = river.of_meeting(coming)[f"{coming}-this"]
    assert after["sequence"] > before["sequence"]
    assert after.to_ical() == river.calendar()[f"{coming}-this"].to_ical()


def test_nothing_changes_while_nothing_happens(river: Coalition) -> None:
    with river.file.reading() as con:
        facts = calendar.read(con, TODAY)
        assert coalition_ics(facts, TODAY) == coalition_ics(calendar.read(con, TODAY), TODAY)
    river.does(rows.edit, "person", new_id(), name="Somebody new")
    with river.file.reading() as con:
        assert coalition_ics(calendar.read(con, TODAY), TODAY) == coalition_ics(facts, TODAY)


def test_a_window_opens_with_the_round_and_goes_when_nothing_arrived(river: Coalition) -> None:
    id = f"{river.may}-D1-window"
    assert id not in river.calendar(), "its days are not counted before the minutes went round"
    river.does(circulating.went_round, river.may, date(2026, 5, 16))
    opened = river.calendar()[id]
    assert (day(opened), is_off(opened)) == ("2026-05-30", False)
    river.does(decisions.enter, DecisionEntry("", "p1", "none_received", date(2026, 5, 31)))
    assert id not in river.calendar(date(2026, 5, 31)), "its day is past"
    river.does(decisions.enter, DecisionEntry("", "p1", "objection", date(2026, 5, 29), "far", "mail"))
    closed = river.calendar(date(2026, 5, 20))[id]
    assert is_off(closed)
    assert closed["sequence"] > opened["sequence"]


def test_a_review_moves_when_the_decision_is_kept_and_goes_when_it_ends(river: Coalition) -> None:
    id = f"{river.may}-D1-review"
    seen = [river.calendar()[id]]
    kept = DecisionEntry("", "p1", "kept", date(2026, 6, 1), review_date=date(2027, 1, 14))
    for entry in (kept, DecisionEntry("", "p1", "ended", date(2026, 6, 2))):
        river.does(decisions.enter, entry)
        seen.append(river.calendar()[id])
    assert [day(one) for one in seen] == ["2026-11-14", "2027-01-14", "2027-01-14"]
    assert [is_off(one) for one in seen] == [False, False, True]
    assert [one["sequence"] for one in seen] == [0, 1, 2]
    assert id not in river.calendar(date(2027, 2, 1)), "what is past needs no taking away"


def test_work_that_is_done_before_its_day_is_taken_out_of_calendars(river: Coalition) -> None:
    boats, paint = f"{river.may}-A1", f"{river.may}-A2"
    river.does(rows.edit, "action", "a1", done=True)
    river.does(rows.edit, "action", "a2", due=date(2026, 7, 15), owner_name="Bo")
    found = river.calendar()
    assert is_off(found[boats])
    assert (day(found[paint]), is_off(found[paint])) == ("2026-07-15", False)
    assert "Bo" in str(found[paint]["description"])
    assert (found[boats]["sequence"], found[paint]["sequence"]) == (1, 2)
    assert boats not in river.calendar(date(2026, 6, 2))


def test_a_correction_raises_every_entry_of_its_meeting(river: Coalition) -> None:
    with river.file.reading() as con:
        record = records.read(con, river.may)
    river.does(records.write, river.may, {**record, "corrections": [{"text": "Bo came late."}]}, "live")
    assert {one["sequence"] for one in river.calendar().values()} == {1}


def test_a_decision_taken_outside_a_meeting_has_its_review(river: Coalition) -> None:
    river.does(
        rows.edit, "decision", "o1", text="We sign.", outcome="agreed",
        decided_on=date(2026, 5, 1), review_date=date(2026, 8, 1), decided_by="Ana",
    )  # fmt: skip
    entry = river.calendar()["o1-review"]
    assert day(entry) == "2026-08-01"
    assert "Decided outside a meeting on 1 May 2026" in str(entry["description"])


def test_the_retrospective_keeps_its_hour_when_the_clocks_change(river: Coalition) -> None:
    river.does(coalition.write, retro_months=3, retro_first=date(2026, 7, 9), retro_start="18:30")
    with river.file.reading() as con:
        data = coalition_ics(calendar.read(con, TODAY), TODAY)
        id = f"{coalition.read(con).id}-retrospective"
    entry = by_id(data)[id]
    zone = Calendar.from_ical(data).walk("VTIMEZONE")
    assert [str(one["tzid"]) for one in zone] == ["Europe/Berlin"]
    begins = entry.decoded("dtstart")
    assert begins == datetime(2026, 7, 9, 18, 30, tzinfo=ZoneInfo("Europe/Berlin"))
    rule = rrulestr(entry["rrule"].to_ical().decode(), dtstart=begins.replace(tzinfo=None))
    assert [str(one) for one in rule[:4]] == [
        "2026-07-09 18:30:00", "2026-10-08 18:30:00", "2027-01-14 18:30:00", "2027-04-08 18:30:00",
    ]  # fmt: skip
    winter = zone[0].to_tz()
    assert datetime(2027, 1, 14, 18, 30, tzinfo=winter).utcoffset() == timedelta(hours=1)
    assert datetime(2027, 7, 8, 18, 30, tzinfo=winter).utcoffset() == timedelta(hours=2)


def test_a_rhythm_that_is_given_up_is_taken_out_too(river: Coalition) -> None:
    assert not [one for one in river.calendar() if one.endswith("retrospective")]
    river.does(coalition.write, retro_months=3, retro_first=date(2026, 7, 9))
    (before,) = (one for id, one in river.calendar().items() if id.endswith("retrospective"))
    assert (day(before), is_off(before)) == ("2026-07-09", False)
    river.does(coalition.write, retro_months=0)
    (after,) = (one for id, one in river.calendar().items() if id.endswith("retrospective"))
    assert is_off(after)
    assert after["sequence"] > before["sequence"]


def test_the_command_writes_it_and_says_what_to_do_with_it(tmp_path: Path) -> None:
    said = io.StringIO()
    terminal = Terminal(said, said)
    path, target = str(tmp_path / "s.coalmeet"), tmp_path / "river.ics"
    cli.main(["new", path, "--name", "River", "--sample"], terminal)
    assert cli.main(["export", path, "--as", "calendar", "--to", str(target)], terminal) == 0
    assert "bring it in again after each meeting: nothing doubles" in said.getvalue()
    found = by_id(target.read_bytes())
    assert len(found) > 5
    private = "Ask her before the meeting"
    assert private.encode() not in target.read_bytes()
    assert cli.main(["export", path, "--as", "calendar", "--to", str(tmp_path / "x.pdf")], terminal) == 2
    assert cli.main(["export", path, "abcd", "--as", "calendar", "--to", str(target)], terminal) == 2
