"""Files with something broken in them: each is refused with a reason or read to its end, and what was taken opens.

Some on every run; with COALMEET_EXAMPLES=full 5,000.
"""

from __future__ import annotations

import json
import os
import random
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from coalmeet import sample
from coalmeet.clock import Moment
from coalmeet.errors import FileProblem
from coalmeet.meeting import fold
from coalmeet.meeting.journal import Move
from coalmeet.meeting.minutes import minutes
from coalmeet.meeting.record import record
from coalmeet.store import agenda, coalition, codec, decisions, log, meetings, people, records, rotation
from coalmeet.store import file as files
from coalmeet.store.foreign import fits
from coalmeet.store.tables import MEETING, MOVE
from tests.store.foreign.measured import WORKER, Reader, request
from tests.store.foreign.mutants import broken, forged, forged_inside
from tests.stories.conftest import Headless, _spoken
from ui.rehearsal import stories

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="measures by /proc")

WHOLE = os.environ.get("COALMEET_EXAMPLES") == "full"
BROKEN, FORGED, INSIDE = (4000, 1000, 3000) if WHOLE else (12, 8, 40)
MOST_SECONDS = 10  # after which it hangs; a refusal takes a hundredth
NOW = 1_778_767_200_000  # 14 May 2026, 14:00 UTC

Figures = Callable[..., None]


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The sample coalition: a row of nearly every kind."""
    made = sample.make_sample(lambda: Moment(NOW, 0, "boot"), tmp_path_factory.mktemp("sample"))
    made.close()
    return made.path.read_bytes()


def opens(path: Path) -> None:
    """What the pages ask of a file when it is opened: nothing in it brings them down."""
    opened = files.open_to_read(path)
    with opened.reading() as con:
        coalition.read(con)
        people.people(con)
        organisations = people.organisations(con)
        decisions.decisions(con)
        rotation.history(con)
        rotation.notes(con)
        assert all(one.id for one in organisations)
        for row in meetings.meetings(con):
            agenda.items(con, row.id)
            records.find(con, row.id)
        for (meeting,) in con.execute(MOVE.select().with_only_columns(MOVE.c.meeting).distinct()).all():
            try:
                log.read(con, meeting)
            except FileProblem:
                continue
        con.execute(MEETING.select()).all()


def outcome(reader: Reader, sent: Path, taken: Path) -> str:
    """What came of one mutant, in a word."""
    taken.unlink(missing_ok=True)
    Path(f"{taken}-journal").unlink(missing_ok=True)
    taken.touch()
    found = reader.ask(request(sent, taken), most_seconds=MOST_SECONDS)
    if not found.answer:
        return "hung" if found.seconds == MOST_SECONDS else "crashed"
    if "refused" in found.answer:
        return "refused: " + str(found.answer["refused"])
    opens(taken)
    return "taken"


@pytest.mark.faults
def test_nothing_crashes_hangs_or_opens_wrongly(sound: bytes, tmp_path: Path, figures: Figures) -> None:
    chance = random.Random(20260514)
    sent, taken = tmp_path / "sent.coalmeet", tmp_path / "taken.coalmeet"
    came: Counter[str] = Counter()
    with Reader() as reader:
        for number in range(BROKEN + FORGED):
            sent.unlink(missing_ok=True)
            if number < BROKEN:
                sent.write_bytes(broken(sound, chance))
            else:
                forged(sent, sound, chance)
            came[outcome(reader, sent, taken)] += 1
    words = ", ".join(f"{word} {count}" for word, count in came.most_common())
    holds = not came["crashed"] and not came["hung"]
    figures("Broken and forged files", f"{came.total()}: {words}", holds=holds)
    assert holds, words
    assert came["taken"], words
    assert came.total() - came["taken"] > came.total() / 2, words


@pytest.fixture(scope="module")
def played_stories() -> tuple[list[str], list[list[tuple[Move, str]]]]:
    """The records of the stories, and their logs move by move, as a file keeps them."""
    told = [
        sitting for name in ("consent", "objections", "put_right") for sitting in stories.story(name).sittings
    ]
    tables = [Headless(sitting.opening) for sitting in told]
    for table, sitting in zip(tables, told, strict=True):
        for line in sitting.lines:
            _spoken(table, line)
    kept = [json.dumps(record(table.meeting, table.notes, meeting_id="m")) for table in tables]
    return kept, [[(move, codec.dumps(move.events)) for move in table.log] for table in tables]


def test_forged_words_that_pass_make_minutes_still(played_stories: Any) -> None:
    chance, passed = random.Random(20260514), 0
    for _time in range(INSIDE):
        forgery = forged_inside(chance.choice(played_stories[0]), chance)
        if fits.fits(("record", False), forgery):
            passed += 1
            minutes(json.loads(forgery), coalition="River")
    assert 0 < passed < INSIDE / 2


def test_forged_events_that_pass_are_folded_still(played_stories: Any) -> None:
    chance, passed = random.Random(20260514), 0
    for _time in range(INSIDE):
        story = list(chance.choice(played_stories[1]))
        at = chance.randrange(len(story))
        forgery = forged_inside(story[at][1], chance)
        if fits.fits(("events", False), forgery):
            passed += 1
            story[at] = story[at][0], forgery
            fold.replay([replace(move, events=codec.loads(text)) for move, text in story])
    assert 0 < passed < INSIDE


# What reads without a guard, and fails as it comes.
UNGUARDED = WORKER.replace(
    "json.dumps(child.answer(json.loads(line)))", "json.dumps(trusting(json.loads(line)))"
).replace(
    "sys.stdin.readline()",
    """
def trusting(asked):
    import sqlite3
    con = sqlite3.connect(asked["path"])
    for (name,) in con.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall():
        con.execute(f'SELECT * FROM "{name}"').fetchall()
    return {"rows": 1}
sys.stdin.readline()""",
)


def test_without_the_guard_the_same_files_bring_the_reader_down(sound: bytes, tmp_path: Path) -> None:
    chance = random.Random(20260514)
    sent = tmp_path / "sent.coalmeet"
    with Reader(UNGUARDED) as reader:
        for _number in range(20):
            sent.write_bytes(broken(sound, chance))
            if not reader.ask(request(sent), most_seconds=MOST_SECONDS).answer:
                return
    pytest.fail("broken files did no harm to a reader without a guard: the mutants prove nothing")
