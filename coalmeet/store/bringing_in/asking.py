"""The choices that two copies leave to a person, with the words in which they are put to them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from coalmeet.meeting.fold import replay
from coalmeet.meeting.journal import Move
from coalmeet.store import codec, runs
from coalmeet.store.bringing_in import doubts
from coalmeet.store.bringing_in.doubts import COUNTS, Beside, Parted
from coalmeet.store.bringing_in.field_words import field_words
from coalmeet.store.bringing_in.naming import Names, run_words, version_words
from coalmeet.store.bringing_in.standing import standing
from coalmeet.store.bringing_in.values import Doubt, Key, Row, Side
from coalmeet.store.changes import Change
from coalmeet.text import _, ngettext


@dataclass(frozen=True, slots=True)
class Material:
    """What both copies together know: histories of rows, versions of records and moves by meeting, rows as they are.

    `here` and `there` are the ids of what either copy had, or what was here before and what came in.
    """

    histories: Mapping[Key, Sequence[Change]]
    records: Mapping[str, Sequence[Row]]
    moves: Mapping[str, Sequence[Row]]
    rows: Mapping[Key, Row]
    here: frozenset[str]
    there: frozenset[str]


def doubts_of(known: Material, touched: Iterable[Key]) -> tuple[Doubt, ...]:
    """The doubts about these rows, in an order that is the same in every copy.

    Moves and records are touched under the id of their meeting.
    """
    touched = sorted(set(touched))
    meetings = {row for table, row in touched if table in ("move", "record", "meeting")}
    open_runs = {one: run for one in meetings if (run := _run(known, one)) is not None}
    found: list[Beside] = []
    for table, row in touched:
        if table in ("move", "record"):
            continue
        found += doubts.of_history((table, row), known.histories.get((table, row), ()))
    for meeting in sorted(meetings):
        found += doubts.of_records(meeting, known.records.get(meeting, ()))
        counts, undecided = _counts(known, meeting)
        found += doubts.of_runs(meeting, known.moves.get(meeting, ()), counts, undecided=undecided)
    changes = {one.id: one for history in known.histories.values() for one in history}
    meeting_of = {key: key[1] if key[0] in ("meeting", "turn") else str(row.get("meeting") or "")
                  for key, row in known.rows.items()}  # fmt: skip
    left = doubts.without_consequences(found, open_runs, changes, meeting_of)
    names = Names(known.rows)
    return tuple(_doubt(one, known, names) for one in left)


def _run(known: Material, meeting: str) -> Parted | None:
    """How the meeting parts, while nobody has said which run counts, or two people said different things."""
    counts, undecided = _counts(known, meeting)
    found = doubts.parted(known.moves.get(meeting, ()), counts)
    return found if found is not None and (found.open or undecided) else None


def _counts(known: Material, meeting: str) -> tuple[str, bool]:
    found = standing(known.histories.get(("meeting", meeting), ()))
    return json.loads(found.values.get(COUNTS, '""')) or "", COUNTS in found.doubts


def _doubt(one: Beside, known: Material, names: Names) -> Doubt:
    table = "meeting" if one.kind == "run" else one.table
    about = names.row(table, one.row)
    if one.kind == "record":
        about = _("Minutes: {meeting}").format(meeting=names.title("meeting", one.row))
    what = {"row": _("Deleted, or changed"), "run": _("Run on two laptops"), "record": _("Two versions")}
    return Doubt(
        kind=one.kind,
        table=one.table,
        row=one.row,
        field=one.field,
        about=about,
        what=field_words(one.table, one.field) if one.kind == "field" else what[one.kind],
        before=names.value(one.table, one.field, one.before) if one.kind == "field" and one.before else "",
        sides=tuple(_sides(one, known, names)),
    )


def _sides(one: Beside, known: Material, names: Names) -> Iterator[Side]:
    for (ids, value), steps in zip(one.sides, one.steps, strict=True):
        follows = ""
        if one.kind == "field" and steps > 1:
            follows = ngettext("changed {count} time since", "changed {count} times since", steps)
        yield Side(
            ids,
            value,
            here=bool(known.here.intersection(ids)),
            there=bool(known.there.intersection(ids)),
            words=_words(one, ids, value, steps, known, names),
            follows=follows.format(count=steps),
        )


def _words(one: Beside, ids: Sequence[str], value: str, steps: int, known: Material, names: Names) -> str:
    if one.kind == "run":
        return _of_run(one.row, ids[0], steps, known)
    if one.kind == "record":
        return version_words(one.before, value)
    if one.kind == "row":
        return (
            _("kept, with {fields}").format(fields=names.fields(one.table, value)) if value else _("deleted")
        )
    return names.value(one.table, one.field, value)


def _of_run(meeting: str, tip: str, steps: int, known: Material) -> str:
    rows = {row["id"]: row for row in known.moves[meeting]}
    parents = {one: str(row["parent"]) for one, row in rows.items()}
    moves = [as_move(rows[one]) for one in runs.line(parents, tip)]
    state = replay(moves)
    seats = {one.seat.person: one.seat.name for one in state.people}
    led = dict.fromkeys(seats.get(one.person, "") for one in state.facilitators)
    adopted = sum(one.stage in ("adopted", "provisional") for one in state.proposals)
    names = _(", ").join(name for name in led if name) or seats.get(state.facilitator, "")
    return run_words(steps, bool(state.closed_at), adopted, names)


def as_move(row: Row) -> Move:
    """A row of the log as the move that it is."""
    plain = {name: row[name] for name in ("id", "parent", "at", "counter", "writer", "mono", "boot")}
    return Move(events=codec.loads(row["events"]), **plain)
