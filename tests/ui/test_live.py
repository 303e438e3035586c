"""Fold, write, show: what the screen shows is what the file holds, also after a crash."""

import signal
import subprocess
import sys
import textwrap
from datetime import date

import pytest

from coalmeet.clock import Moment
from coalmeet.errors import FileProblem
from coalmeet.meeting import events, timing
from coalmeet.meeting.moves import clock, consent, flow, people, proposals, rounds
from coalmeet.public import Stage
from coalmeet.store import edit, file, meetings, opening, records
from coalmeet.text import wall
from ui.live import LiveMeeting

DAY = date(2026, 5, 14)
OPENING = wall(DAY, "18:00", "Europe/London")
MINUTE = 60_000


class FakeClock:
    """Moves only when told."""

    def __init__(self):
        self.wall = OPENING

    def __call__(self):
        return Moment(self.wall, self.wall, "boot")

    def later(self, minutes):
        self.wall += int(minutes * MINUTE)


def prepare(path):
    """A file with three organisations and a meeting of two items."""
    made = file.create(path, "Renters’ Coalition", now=OPENING)
    with made.writing() as con:
        for number, name in enumerate(("Harbour Union", "Open Maps", "Mill Road")):
            edit.edit(con, made, "organisation", f"o{number}", name=name)
            edit.edit(con, made, "person", f"p{number}", name=f"Person {number}")
            edit.edit(
                con, made, "affiliation", f"a{number}", person=f"p{number}", organisation=f"o{number}",
                capacity="delegate",
            )  # fmt: skip
        edit.edit(con, made, "meeting", "m", title="Assembly", date=DAY, start="18:00", minutes=60)
        for number, (title, label) in enumerate((("Fund", "decision"), ("News", "update"))):
            edit.edit(
                con, made, "item", f"i{number}", meeting="m", position=number, title=title, label=label,
                minutes=20,
            )  # fmt: skip
    return made


@pytest.fixture
def now():
    return FakeClock()


@pytest.fixture
def book(tmp_path):
    made = prepare(tmp_path / "c.coalmeet")
    yield made
    made.close()


@pytest.fixture
def live(book, now, qapp):
    with book.reading() as con:
        plan = opening.plan(con, "m")
    meeting = LiveMeeting.open(book, "m", plan, now=now)
    yield meeting
    meeting.close()


def test_a_move_is_in_the_file_before_anybody_sees_it(live, book, now):
    seen = []
    live.show_to(seen.append)
    live.changed.connect(lambda: seen.append(len(LiveMeeting.resume(book, "m", now=now).moves)))
    assert live.do(people.arrive_all, ("p0", "p1", "p2"))
    assert seen[1] == 2
    assert live.do(flow.next_item)
    assert seen[-1].item.title == "Fund"


def test_a_refusal_is_a_sentence_and_changes_nothing(live):
    said = []
    live.refused.connect(said.append)
    before = live.meeting
    assert not live.do(clock.pause)
    assert said == ["No item is running. Start one first."]
    assert live.meeting is before


def test_when_the_file_cannot_be_written_nothing_changes_on_any_screen(live, monkeypatch):
    said, seen = [], []
    live.refused.connect(said.append)
    live.show_to(seen.append)

    def full(*_args):
        raise FileProblem("The disk is full. Make room, then repeat what you just did.")

    monkeypatch.setattr("coalmeet.store.live_meeting.log.write", full)
    before = live.meeting
    assert not live.do(flow.next_item)
    assert live.meeting is before
    assert len(seen) == 1
    assert "disk is full" in said[0]


def test_a_tick_only_looks_at_the_clock(live, now):
    live.do(flow.next_item)
    seen = []
    live.show_to(seen.append)
    now.later(1.5)
    live.tick()
    assert seen[-1].clock.digits == "18:30"
    assert len(live.moves) == 2


def test_a_laptop_that_slept_is_noticed_and_nothing_is_counted_by_itself(live, now):
    live.do(flow.next_item)
    gaps = []
    live.slept.connect(lambda since, until: gaps.append((until - since) // MINUTE))
    now.later(12)
    live.tick()
    assert gaps == [12]
    assert timing.used_ms(live.meeting.current, now.wall) == 12 * MINUTE
    live.do(clock.count_gap, now.wall - 12 * MINUTE, now.wall)
    assert timing.used_ms(live.meeting.current, now.wall) == 0


def test_the_call_keeps_a_held_picture(live):
    live.do(people.arrive_all, ("p0", "p1", "p2"))
    live.hold(True)
    live.do(flow.next_item)
    assert live.view.stage is Stage.WELCOME
    live.hold(False)
    assert live.view.stage is Stage.ITEM


def test_more_time_is_asked_of_the_group_before_it_is_given(live):
    live.do(flow.next_item)
    assert live.ask_for_time(5, "item", "i1")
    assert live.view.news == "May “Fund” have 5 min more, taken from “News”?"
    live.withdraw_question()
    assert live.view.news == ""
    live.ask_for_time(5, "end")
    live.do(clock.change_timebox, 5, "end")
    assert live.view.news == "“Fund” got 5 min more; the meeting ends that much later."
    assert not live.ask_for_time(60, "item", "i1")


def test_take_back_and_restore_are_written_too(live, book, now):
    live.do(flow.next_item)
    live.take_back()
    assert LiveMeeting.resume(book, "m", now=now).meeting.current is None
    live.restore()
    assert LiveMeeting.resume(book, "m", now=now).meeting.current.id == "i0"


def test_notes_survive_and_private_ones_reach_no_view_and_no_record(live, book):
    live.do(people.arrive_all, ("p0", "p1", "p2"))
    live.do(flow.next_item)
    live.write_note("i0", "What was said")
    live.write_private("i0", "SECRET of the facilitator")
    live.do(flow.close_meeting)
    with book.reading() as con:
        kept = records.read(con, "m")
    assert kept["agenda"][0]["notes"] == "What was said"
    assert "SECRET" not in repr(kept)
    assert "SECRET" not in repr(live.view)
    assert "SECRET" not in repr(live.meeting)


def test_a_closed_meeting_has_its_record_and_its_decisions(live, book, now):
    live.do(people.arrive_all, ("p0", "p1", "p2"))
    live.do(flow.next_item)
    live.do(proposals.bring, "x", "Open the fund on 1 June.", "o1")
    live.do(proposals.ask_for_consent, "r")
    live.do(consent.see_signs, ("o0", "o1", "o2"))
    live.do(consent.adopt)
    now.later(5)
    live.do(flow.close_meeting)
    with book.reading() as con:
        kept = records.read(con, "m")
        (row,) = meetings.meetings(con)
    assert row.state == "closed"
    assert kept["agenda"][0]["decisions"][0]["text"] == "Open the fund on 1 June."
    assert kept["end"] == "18:05"


def test_a_meeting_held_on_another_day_than_planned_begins_when_it_is_opened(book, now):
    now.wall += 2 * 24 * 60 * MINUTE + 7 * MINUTE
    with book.reading() as con:
        plan = opening.plan(con, "m", now=now.wall)
    assert plan.date == "2026-05-16"
    live = LiveMeeting.open(book, "m", plan, now=now)
    live.do(flow.close_meeting)
    live.close()
    with book.reading() as con:
        assert meetings.row(con, "m").date == date(2026, 5, 16)
        assert records.read(con, "m")["planned_start"] == "18:07"


def test_a_corrected_answer_reopens_the_decision_in_one_stroke(live):
    live.do(people.arrive_all, ("p0", "p1", "p2"))
    live.do(flow.next_item)
    live.do(proposals.bring, "x", "Open the fund on 1 June.", "o1")
    live.do(proposals.ask_for_consent, "r")
    for organisation in ("o1", "o2", "o0"):
        live.do(consent.answer, organisation, "consent")
    live.do(consent.adopt)
    answer = next(move for move in live.moves if isinstance(move.events[0], events.Answered))
    assert live.correct(answer.id, 0, "answer", "objection")
    assert len(live.meeting.proposals) == 2
    assert "open again" in live.view.news
    assert {type(event).__name__ for event in live.moves[-1].events} >= {"Corrected", "DecisionReopened"}


CRASHING = """
    import os, signal, sys
    from tests.ui.test_live import FakeClock, prepare
    from pathlib import Path
    from PySide6.QtWidgets import QApplication
    from coalmeet.meeting.moves import flow, people, rounds
    from coalmeet.store import opening
    from ui.live import LiveMeeting
    app = QApplication([])
    book = prepare(Path(sys.argv[1]))
    now = FakeClock()
    with book.reading() as con:
        plan = opening.plan(con, "m")
    live = LiveMeeting.open(book, "m", plan, now=now)
    live.do(people.arrive_all, ("p0", "p1", "p2"))
    now.later(1)
    live.do(flow.next_item)
    now.later(7)
    live.do(rounds.begin_round, "r", "free")
    live.do(rounds.hear)
    live.write_note("i0", "half a senten")
    print("here", flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_after_kill_nine_the_same_item_clock_and_round_are_there(tmp_path, now, qapp):
    path = tmp_path / "crashed.coalmeet"
    crashed = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(CRASHING), str(path)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert crashed.returncode == -signal.SIGKILL, crashed.stderr
    book = file.open_to_write(path)
    now.later(9)
    live = LiveMeeting.resume(book, "m", now=now)
    try:
        assert live.meeting.current.id == "i0"
        assert timing.used_ms(live.meeting.current, now.wall) == 8 * MINUTE
        assert len(live.meeting.round.heard) == 1
        assert live.notes == {"i0": "half a senten"}
        assert live.do(rounds.hear)
    finally:
        live.close()
        book.close()
