"""Three copies, any history, any order: all come to say the same, nothing is lost, and twice is as good as once."""

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import pytest

from coalmeet.clock import Moment
from coalmeet.coalition.decision import DecisionEntry
from coalmeet.errors import FileProblem, NotAllowed
from coalmeet.ids import new_id
from coalmeet.meeting.events import Thanked
from coalmeet.store import decisions, edit, log, notes, records
from coalmeet.store import file as files
from coalmeet.store.bringing_in import comparing
from coalmeet.store.bringing_in.open_questions import open_questions
from coalmeet.store.bringing_in.undoing import undo
from coalmeet.store.file import CoalitionFile
from tests.conftest import Figures
from tests.store.bringing_in.copies import Copies, compared, ids, said, take

WHOLE = os.environ.get("COALMEET_EXAMPLES") == "full"
HISTORIES = 1000 if WHOLE else 1
STEPS = 14 if WHOLE else 9
ROWS = ("r1", "r2", "r3")
MEETINGS = ("m1", "m2")
RECORD = {"format": "coalmeet.meeting", "version": 1, "date": "2026-05-14", "agenda": []}

Step = Callable[[CoalitionFile, Random], object]


def edit_organisation(file: CoalitionFile, random: Random) -> None:
    field, value = random.choice(
        (("name", new_id()[:4]), ("short", new_id()[:3]), ("size", random.randrange(99)))
    )
    with file.writing() as con:
        edit.edit(con, file, "organisation", random.choice(ROWS), **{str(field): value})


def plan_item(file: CoalitionFile, random: Random) -> None:
    fields: dict[str, Any] = {
        "meeting": random.choice(MEETINGS),
        "title": new_id()[:6],
        "position": random.randrange(9),
    }
    with file.writing() as con:
        edit.edit(con, file, "item", random.choice(ROWS), **fields)


def delete_something(file: CoalitionFile, random: Random) -> None:
    with file.writing() as con:
        edit.delete(con, file, random.choice(("organisation", "item", "note")), random.choice(ROWS))


def type_a_note(file: CoalitionFile, random: Random) -> None:
    with file.writing() as con:
        text = random.choice(("", f"We {new_id()[:3]}", f"They {new_id()[:3]}"))
        notes.write(con, file, random.choice(MEETINGS), random.choice(ROWS), text)


def edit_and_undo(file: CoalitionFile, random: Random) -> None:
    with file.writing() as con:
        done = edit.edit(
            con, file, "organisation", random.choice(ROWS), name=new_id()[:4], size=random.randrange(9)
        )
        edit.undo(con, file, done)


def move_on(file: CoalitionFile, random: Random) -> None:
    """A step of a meeting; one that was run on two laptops goes on only once somebody said which run counts."""
    meeting = random.choice(MEETINGS)
    with file.writing() as con:
        try:
            there = log.read(con, meeting)
        except FileProblem:
            return
        parent = there[-1].id if there else log.FIRST
        log.append(
            con,
            file,
            meeting,
            (Thanked(new_id()[:4]),),
            parent=parent,
            at=Moment(random.randrange(9**9), 1, "b"),
        )


def note_minutes(file: CoalitionFile, random: Random) -> None:
    with file.writing() as con:
        records.write(con, file, random.choice(MEETINGS), {**RECORD, "title": new_id()[:5]}, "paper")


def enter_for_a_decision(file: CoalitionFile, random: Random) -> None:
    kind = random.choice(("kept", "objection", "none_received"))
    with file.writing() as con:
        decisions.enter(con, file, DecisionEntry("", "d1", kind, on=date(2026, 6, 1), organisation="r1"))


STEPS_OF_A_DAY: tuple[Step, ...] = (
    edit_organisation, edit_organisation, plan_item, delete_something, type_a_note, type_a_note, edit_and_undo, move_on,
    move_on, note_minutes, enter_for_a_decision,
)  # fmt: skip


def prepare(first: CoalitionFile) -> None:
    with first.writing() as con:
        for one in ROWS:
            edit.edit(con, first, "organisation", one, name=f"Organisation {one}", size=3)
        for number, one in enumerate(MEETINGS):
            edit.edit(con, first, "meeting", one, date=date(2026, 5, 14 + number), title=f"Meeting {one}")
        edit.edit(con, first, "decision", "d1", meeting="m1", text="We go", outcome="agreed")


def begin(folder: Path) -> Copies:
    return Copies(folder, prepare)


def live(here: Copies, random: Random) -> None:
    """Some days in the life of three copies."""
    for _step in range(STEPS):
        number = random.randrange(here.count)
        luck = random.random()
        if luck < 0.15:
            here.bring(number, random.choice([one for one in range(here.count) if one != number]), random)
        elif luck < 0.2:
            here.reopen(number)
        elif luck < 0.25:
            take_back(here.files[number])
        else:
            random.choice(STEPS_OF_A_DAY)(here.files[number], random)


def take_back(file: CoalitionFile) -> None:
    try:
        with file.writing() as con:
            undo(con, file)
    except NotAllowed:
        pass


@pytest.fixture
def folders(tmp_path: Path) -> Callable[[int], Path]:
    def folder(seed: int) -> Path:
        made = tmp_path / str(seed)
        made.mkdir()
        return made

    return folder


@pytest.mark.faults
def test_three_copies_come_to_say_the_same_whatever_happened_and_lose_nothing(
    folders: Callable[[int], Path], figures: Figures
) -> None:
    came_apart, lost, unstill = [], [], []
    for seed in range(HISTORIES):
        random = Random(seed)
        here = begin(folders(seed))
        live(here, random)
        everything = set().union(*(ids(said(one)) for one in here.files))
        here.together(random)
        states = [said(one) for one in here.files]
        if not states[0] == states[1] == states[2]:
            came_apart.append(seed)
        if any(ids(one) != everything for one in states):
            lost.append(seed)
        others = zip(here.files, (*here.files[1:], here.files[0]), strict=True)
        if not all(compared(one, other).is_nothing for one, other in others):
            unstill.append(seed)
        asked = [[(one.key, one.sides[0].value) for one in _questions(file)] for file in here.files]
        if not asked[0] == asked[1] == asked[2]:
            came_apart.append(seed)
        here.close()
    bad = len({*came_apart, *lost, *unstill})
    figures(
        "Three copies come together",
        f"{HISTORIES:,} histories; {len(came_apart)} came apart, {len(lost)} lost something, {len(unstill)} unstill",
        holds=not bad,
    )
    assert (came_apart, lost, unstill) == ([], [], [])


def _questions(file: CoalitionFile) -> tuple[Any, ...]:
    with file.reading() as con:
        return open_questions(con)


def test_the_order_in_which_copies_come_in_does_not_matter(folders: Callable[[int], Path]) -> None:
    random = Random(5)
    here = begin(folders(0))
    live(here, random)
    results = []
    for number, order in enumerate(((1, 2), (2, 1))):
        own = Copies.__new__(Copies)
        own.folder, own.count = folders(10 + number), 3
        own.files = []
        for one, file in enumerate(here.files):
            path = own.folder / f"{one}.coalmeet"
            path.write_bytes(file.path.read_bytes())
            own.files.append(files.open_to_write(path))
        for source in order:
            own.bring(0, source)
        results.append(said(own.files[0]))
        own.close()
    here.close()
    assert results[0] == results[1]


def test_copies_that_keep_their_own_rows_would_be_found_out(
    folders: Callable[[int], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control: were a row decided by what lies here, and not by what its changes say, copies would come apart."""
    true = comparing.rebuilt
    monkeypatch.setattr(
        comparing, "rebuilt", lambda *known: (one for one in true(*known) if one.before is None)
    )
    random = Random(1)
    here = begin(folders(1))
    live(here, random)
    here.together(random)
    states = [said(one) for one in here.files]
    here.close()
    assert not states[0] == states[1] == states[2]


class Model:
    """What a field should be, reckoned without any of the program: every value that no other replaced, by copy."""

    def __init__(self, copies: int) -> None:
        self.values: list[dict[str, set[str]]] = [{} for _one in range(copies)]
        self.known: list[set[str]] = [set() for _one in range(copies)]

    def edit(self, copy: int, field: str, value: str) -> None:
        self.values[copy][field] = {value}
        self.known[copy].add(value)

    def bring(self, into: int, source: int) -> None:
        for field in self.values[into].keys() | self.values[source].keys():
            ours, theirs = self.values[into].get(field, set()), self.values[source].get(field, set())
            self.values[into][field] = {
                *(one for one in ours if one in theirs or one not in self.known[source]),
                *(one for one in theirs if one in ours or one not in self.known[into]),
            }
        self.known[into] |= self.known[source]

    def doubted(self, copy: int) -> dict[str, set[str]]:
        return {field: some for field, some in self.values[copy].items() if len(some) > 1}


@pytest.mark.faults
def test_every_field_that_was_edited_in_two_copies_is_listed_and_no_other(
    folders: Callable[[int], Path], figures: Figures
) -> None:
    wrong, listed = [], 0
    for seed in range(HISTORIES):
        random = Random(seed)
        here, model = begin(folders(seed)), Model(3)
        for _step in range(STEPS + 6):
            copy = random.randrange(3)
            if random.random() < 0.35:
                other = random.choice([one for one in range(3) if one != copy])
                coming = here.bring(copy, other)
                model.bring(copy, other)
                found = {
                    f"{one.row}.{one.field}": {_plain(side.value) for side in one.sides}
                    for one in coming.doubts
                }
                if not coming.is_nothing and found != model.doubted(copy):
                    wrong.append(seed)
                listed += len(found)
            else:
                row, field, value = random.choice(ROWS), random.choice(("name", "short")), new_id()[:8]
                with here.files[copy].writing() as con:
                    edit.edit(con, here.files[copy], "organisation", row, **{field: value})
                model.edit(copy, f"{row}.{field}", value)
            if {f"{one.row}.{one.field}" for one in _questions(here.files[copy])} != set(model.doubted(copy)):
                wrong.append(seed)
        here.close()
    figures(
        "Fields edited in two copies",
        f"{HISTORIES:,} histories; {listed:,} listed; wrong in {len(set(wrong))}",
        holds=not wrong,
    )
    assert wrong == []
    assert listed > HISTORIES // 2


def _plain(value: str) -> str:
    return value.strip('"')


def test_a_bringing_in_goes_again_as_a_whole(folders: Callable[[int], Path]) -> None:
    for seed in range(HISTORIES):
        random = Random(seed)
        here = begin(folders(seed))
        live(here, random)
        before = said(here.files[0])
        coming = compared(here.files[0], here.files[1])
        if not coming.is_nothing:
            choices = {
                one.key: random.randrange(len(one.sides)) for one in coming.doubts if random.random() < 0.5
            }
            take(here.files[0], coming, choices)
            assert said(here.files[0]) != before
            with here.files[0].writing() as con:
                undo(con, here.files[0])
            assert said(here.files[0]) == before, seed
        here.close()
