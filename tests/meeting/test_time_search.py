"""Long evenings of every kind against a stopwatch that knows nothing of the program: all clocks agree to the second.

Each meeting has hundreds of moves: items begun and left, pauses, grace, breaks, sleep that is counted or not, nights
between two days, past midnight and over both changes of the clocks. The stopwatch only adds up what it lived through.
"""

import os
from collections import Counter
from dataclasses import replace
from datetime import date
from random import Random

import pytest

from coalmeet.errors import NotAllowed
from coalmeet.meeting import timing
from coalmeet.meeting.moves import clock, flow
from coalmeet.meeting.publish import publish
from coalmeet.meeting.record import record
from coalmeet.text import left_over, local, wall
from tests.meeting.conftest import Facilitator, plan
from ui.desk.reading import reading

WHOLE = os.environ.get("COALMEET_EXAMPLES") == "full"
MEETINGS = 200 if WHOLE else 2  # for each evening
MOVES = 300
EVENINGS = {
    "ordinary": (date(2026, 5, 14), "18:00", "Europe/London"),
    "past midnight": (date(2026, 12, 31), "22:45", "Europe/Berlin"),
    "an hour is missing": (date(2026, 3, 29), "00:30", "Europe/London"),
    "an hour comes twice": (date(2026, 10, 25), "00:15", "Europe/London"),
    "half an hour comes twice": (date(2026, 4, 5), "01:00", "Australia/Lord_Howe"),
}
ITEMS = ("temperature", "fund", "news", "tired", "close")


class Stopwatch:
    """What somebody with a watch in the room would have noted, in milliseconds."""

    def __init__(self) -> None:
        self.used: Counter[str] = Counter()
        self.item, self.stands, self.rests = "", False, False

    def lives_through(self, length: int) -> None:
        if self.item and not self.stands and not self.rests:
            self.used[self.item] += length

    def begins(self, item: str) -> None:
        self.item, self.stands, self.rests = item, False, False

    def stops(self) -> None:
        self.begins("")


def waits(table: Facilitator, watch: Stopwatch, random: Random) -> None:
    length = random.choice((random.randrange(2_000), random.randrange(240_000), random.randrange(3_600_000)))
    table.now += length
    watch.lives_through(length)


def begins_an_item(table: Facilitator, watch: Stopwatch, random: Random) -> None:
    item = random.choice(ITEMS)
    table.do(flow.start_item, item)
    watch.begins(item)


def leaves_it(table: Facilitator, watch: Stopwatch, random: Random) -> None:
    table.do(random.choice((flow.leave_item, flow.end_item)))
    watch.item, watch.stands = "", False


def pauses(table: Facilitator, watch: Stopwatch, random: Random) -> None:
    table.do(clock.pause)
    watch.stands = True


def resumes(table: Facilitator, watch: Stopwatch, random: Random) -> None:
    table.do(clock.resume)
    watch.stands = watch.rests = False


def breaks(table: Facilitator, watch: Stopwatch, random: Random) -> None:
    table.do(clock.begin_break, random.randrange(1, 30))
    watch.rests = True


def sleeps(table: Facilitator, watch: Stopwatch, random: Random) -> None:
    """The laptop sleeps; half of the time somebody says that nobody was at it."""
    since, length = table.now, random.randrange(60_000, 5_000_000)
    table.now += length
    counted = random.random() < 0.5 and watch.item and not watch.stands and not watch.rests
    if not counted:
        watch.lives_through(length)
    else:
        table.do(clock.count_gap, since, table.now)


def has_grace(table: Facilitator, watch: Stopwatch, random: Random) -> None:
    table.do(clock.change_timebox, random.randrange(-3, 4), random.choice(clock.PAYERS), random.choice(ITEMS))


def goes_home(table: Facilitator, watch: Stopwatch, random: Random) -> None:
    table.do(flow.adjourn)
    watch.stops()
    table.now += random.randrange(3_600_000, 90_000_000)
    if random.random() < 0.5:
        table.do(flow.go_on)


def changes_its_mind(table: Facilitator, watch: Stopwatch, random: Random) -> None:
    """What is taken back and brought back at once has never been away."""
    if len(table.log) > 2:
        before = table.meeting
        table.take_back().restore()
        assert table.meeting == before


STEPS = (
    waits, waits, waits, begins_an_item, leaves_it, pauses, resumes, breaks, sleeps, has_grace, goes_home,
    changes_its_mind,
)  # fmt: skip


def agree(table: Facilitator, watch: Stopwatch) -> None:
    """The stopwatch, the desk, the call and the state say the same second."""
    meeting, now = table.meeting, table.now
    used = {item.id: timing.used_ms(item, now) for item in meeting.items if item.slices}
    assert used == {item: watch.used[item] for item in used}
    current = meeting.current
    if current is None or meeting.on_break:
        return
    left = current.minutes * timing.MINUTE - watch.used[current.id]
    shown = left_over(left if current.minutes else watch.used[current.id])
    assert publish(meeting, now).clock.digits == reading(meeting, now).digits == shown


@pytest.mark.parametrize("evening", EVENINGS)
def test_every_clock_agrees_with_a_stopwatch(evening):
    day, start, zone = EVENINGS[evening]
    for number in range(MEETINGS):
        random = Random(f"{evening} {number}")
        opens = wall(day, start, zone)
        opening = replace(plan(), date=day.isoformat(), time_zone=zone, planned_start=opens)
        table, watch = Facilitator(opening, opens), Stopwatch()
        for _ in range(MOVES):
            try:
                random.choice(STEPS)(table, watch, random)
            except NotAllowed:
                continue
            agree(table, watch)
        table.do(flow.close_meeting)
        kept = record(table.meeting, {})
        for entry in kept["agenda"]:
            used = (entry["minutes_used"] or 0) * 60
            assert used == pytest.approx(watch.used[entry["id"]] / 1000, abs=0.05)
        assert kept["end"] == local(table.now, zone).strftime("%H:%M")
