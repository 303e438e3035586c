"""What stands beside each other and is nobody's to choose but a person's: found, never settled here."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from coalmeet.store import runs
from coalmeet.store.bringing_in.both_versions import both_together
from coalmeet.store.bringing_in.standing import ancestry, ordered, standing
from coalmeet.store.bringing_in.values import Key, Kind, Row
from coalmeet.store.changes import DELETED, Change

COUNTS = "counts"  # the field of a meeting that says which of its runs counts: that is a run's own doubt
# What a close writes of its own meeting: where that was run on two laptops, all of it depends on which run counts.
_CLOSE_SAYS = ("source", "facilitators", "date")  # of the meeting itself
OF_A_RUN = ("meeting", "turn", "decision", "action", "parked", "attendance", "turn_note")


@dataclass(frozen=True, slots=True)
class Beside:
    """Values that stand beside each other: each is the ids that say so, with the JSON text of the value.

    `before` is the JSON text of what they began from, None where nothing is known; `steps` how often each changed it.
    """

    kind: Kind
    table: str
    row: str
    field: str
    sides: tuple[tuple[tuple[str, ...], str], ...]
    before: str | None = None
    steps: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Parted:
    """A meeting that was run on two laptops: the last move of each run, and who wrote it once they had parted."""

    tips: tuple[str, ...]
    writers: Mapping[str, frozenset[str]]  # by tip
    open: bool = True
    every: frozenset[str] = field(default_factory=frozenset)


def of_history(key: Key, history: Sequence[Change]) -> Iterator[Beside]:
    """The doubts about one row."""
    known = {one.id: one for one in history}
    for name, changes in sorted(standing(history).doubts.items()):
        if name == DELETED:
            sides = _by_value([one for one in changes if one.field == DELETED])
            kept = [one for one in changes if one.field != DELETED]
            said = json.dumps({one.field: json.loads(one.value) for one in kept}, ensure_ascii=False)
            sides = (*sides, (tuple(one.id for one in kept), said))
            yield Beside("row", *key, name, sides, None, (1, len(kept)))
        else:
            sides = _by_value(changes)
            before, steps = _since(sides, name, known)
            yield Beside("field", *key, name, sides, before, steps)


def of_records(meeting: str, versions: Sequence[Row]) -> Iterator[Beside]:
    """The doubt about the record of a meeting: versions that know nothing of each other and say different things."""
    seen = {one for row in versions for one in row["seen"]}
    heads = sorted((row for row in versions if row["id"] not in seen), key=_order)
    by_body: dict[str, list[str]] = {}
    for row in heads:
        by_body.setdefault(row["body"], []).append(row["id"])
    if len(by_body) > 1:
        known = {row["id"]: row for row in versions}
        lines = [line_of(ids, known) for ids in by_body.values()]
        common: set[str] = set.intersection(*lines)
        last = max(common, key=lambda one: _order(known[one]), default="")
        before = known[last]["body"] if last else None
        sides = [(tuple(ids), body) for body, ids in by_body.items()]
        steps = [len(one - common) for one in lines]
        if before and len(sides) == 2:
            both = both_together(*(json.loads(body) for body in (before, sides[0][1], sides[1][1])))
            if both is not None:
                sides.append(((), json.dumps(both, ensure_ascii=False, separators=(",", ":"))))
                steps.append(sum(steps))
        yield Beside("record", "record", meeting, "", tuple(sides), before, tuple(steps))


def parted(moves: Sequence[Row], counts: str) -> Parted | None:
    """How the moves of a meeting part, None where it was run on one laptop; open while nobody said which run counts."""
    parents = {row["id"]: row["parent"] for row in moves}
    if not runs.parted(parents):
        return None
    writer = {str(row["id"]): str(row["writer"]) for row in moves}
    lines = {tip: set(runs.line(parents, tip)) for tip in runs.tips(parents)}
    common = set.intersection(*lines.values())
    writers = {tip: frozenset(writer[one] for one in line - common) for tip, line in lines.items()}
    is_open = runs.counting(parents, counts) is None
    return Parted(tuple(lines), writers, is_open, frozenset().union(*writers.values()))


def of_runs(meeting: str, moves: Sequence[Row], counts: str, *, undecided: bool) -> Iterator[Beside]:
    """The doubt about a meeting that was run on two laptops, while it is open or was answered in two ways."""
    found = parted(moves, counts)
    if found is not None and (found.open or undecided):
        parents = {row["id"]: row["parent"] for row in moves}
        lines = [set(runs.line(parents, tip)) for tip in found.tips]
        common = set.intersection(*lines)
        sides = tuple(((tip,), "") for tip in found.tips)
        yield Beside("run", "move", meeting, "", sides, None, tuple(len(line - common) for line in lines))


def without_consequences(beside: Iterable[Beside], open_runs: Mapping[str, Parted], known: Mapping[str, Any],
                         meeting_of: Mapping[Key, str]) -> Iterator[Beside]:  # fmt: skip
    """The doubts without those that go away by themselves once somebody says which run of a meeting counts."""
    for one in beside:
        if one.kind == "run":
            yield one
        elif one.kind == "record":
            if one.row not in open_runs:
                yield one
        elif one.field == COUNTS:
            continue
        else:
            run = open_runs.get(meeting_of.get((one.table, one.row), ""))
            writers = {known[change].writer for ids, _value in one.sides for change in ids}
            if run is None or not is_of_run(one.table, one.field, writers, run):
                yield one


def is_of_run(table: str, field: str, writers: set[str], run: Parted) -> bool:
    """Whether both values were written by the closes of a meeting that was run on two laptops."""
    written = table in OF_A_RUN and (table != "meeting" or field in _CLOSE_SAYS)
    return written and writers <= run.every


def _by_value(changes: Sequence[Change]) -> tuple[tuple[tuple[str, ...], str], ...]:
    found: dict[str, list[str]] = {}
    for one in ordered(changes):
        found.setdefault("" if one.field == DELETED else one.value, []).append(one.id)
    return tuple((tuple(ids), value) for value, ids in found.items())


def _since(
    sides: Sequence[tuple[tuple[str, ...], str]], name: str, known: Mapping[str, Change]
) -> tuple[str | None, tuple[int, ...]]:
    """What all sides began from, and how often each changed since."""
    lines: list[set[str]] = [set().union(*(ancestry(one, known) for one in ids)) for ids, _value in sides]
    shared: set[str] = set.intersection(*lines)
    common = [known[one] for one in shared if known[one].field == name]
    steps = tuple(sum(known[one].field == name for one in line - shared) for line in lines)
    return (ordered(common)[-1].value if common else None), steps


def line_of(ids: Sequence[str], known: Mapping[str, Row]) -> set[str]:
    """Versions of a record with all that they replaced, one after the other."""
    found: set[str] = set()
    open_ = list(ids)
    while open_:
        one = open_.pop()
        if one in known and one not in found:
            found.add(one)
            open_ += known[one]["seen"]
    return found


def _order(row: Row) -> tuple[int, str]:
    return row["counter"], row["id"]
