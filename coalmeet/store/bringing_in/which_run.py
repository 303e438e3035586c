"""A meeting that was run on two laptops: one run counts from now on, and what it left is what lives on."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date

from sqlalchemy import Connection, select

from coalmeet.coalition.later_life import taken_back
from coalmeet.meeting.fold import replay
from coalmeet.store import closing, decisions, log, records
from coalmeet.store.bringing_in.doubts import OF_A_RUN, Parted, is_of_run, line_of, parted
from coalmeet.store.bringing_in.standing import standing
from coalmeet.store.bringing_in.values import Row
from coalmeet.store.changes import DELETED, of_rows
from coalmeet.store.edit import delete, edit, settle
from coalmeet.store.file import CoalitionFile
from coalmeet.store.rows import row
from coalmeet.store.tables import METADATA, MOVE, RECORD

_LASTING = ("decision", "action", "parked", "attendance", "turn_note", "turn")


def choose_run(con: Connection, file: CoalitionFile, meeting_id: str, tip: str) -> None:
    """Let the run that ends with this move count: its record, its decisions, its actions. The other stays as it was.

    A run that was not closed goes on where it stands. Whoever changes their mind chooses the other one.
    """
    settle(con, file, "meeting", meeting_id, counts=tip)
    found = _parted(con, meeting_id)
    if found is None:
        return
    others = frozenset().union(*(found.writers[one] for one in found.tips if one != tip)) - found.writers[tip]
    after = replay(log.read(con, meeting_id))
    version = _version(con, meeting_id, others)
    if after.closed_at:
        closing.live_on(con, file, meeting_id, after)
    else:
        _take_away(con, file, meeting_id, others)
    if version is not None:
        source, body = version
        records.write(con, file, meeting_id, body, source if after.closed_at else "reopened")
        if after.closed_at:
            held, led = date.fromisoformat(after.date), tuple(body.get("facilitators") or ())
            edit(con, file, "meeting", meeting_id, source="live", facilitators=led, date=held)
    _settle_rest(con, file, meeting_id, found)


def _parted(con: Connection, meeting_id: str) -> Parted | None:
    rows = con.execute(select(MOVE.c.id, MOVE.c.parent, MOVE.c.writer).where(MOVE.c.meeting == meeting_id))
    return parted([dict(one) for one in rows.mappings().all()], "")


def _version(
    con: Connection, meeting_id: str, others: frozenset[str]
) -> tuple[records.Source, records.Record] | None:
    """The last version of the record that the other runs had no part in; the last of all where there is none."""
    wanted = select(RECORD).where(RECORD.c.meeting == meeting_id).order_by(RECORD.c.counter, RECORD.c.id)
    known: dict[str, Row] = {one["id"]: dict(one) for one in con.execute(wanted).mappings().all()}
    lines = [line_of([one], known) for one in records.standing(con, meeting_id)]
    common = set.intersection(*lines) if lines else set()
    theirs: set[str] = set()
    last = None
    for one in known.values():
        is_theirs = one["id"] not in common and one["writer"] in others
        if is_theirs or theirs.intersection(one["seen"]):
            theirs.add(one["id"])
        else:
            last = one
    last = last or next(reversed(known.values()), None)
    return None if last is None else (last["source"], json.loads(last["body"]))


def _take_away(con: Connection, file: CoalitionFile, meeting_id: str, writers: frozenset[str]) -> None:
    """What the close of the other run had left: the run that counts has not come so far."""
    for name in _LASTING:
        ids = [one for one, made_by in _made(con, name, meeting_id) if made_by in writers]
        delete(con, file, name, *ids)
    for entry in decisions.entries(con):
        if entry.id.startswith(f"{meeting_id}:") and entry.kind != "taken_back":
            decisions.enter(con, file, taken_back(entry))


def _made(con: Connection, name: str, meeting_id: str) -> Iterator[tuple[str, str]]:
    """The rows of the meeting, each with who made it."""
    table = METADATA.tables[name]
    of_it = table.c.meeting == meeting_id if "meeting" in table.c else table.c.id == meeting_id
    ids = con.execute(select(table.c.id).where(of_it)).scalars().all()
    for row_id, history in of_rows(con, name, ids).items():
        yield row_id, history[0].writer


def _settle_rest(con: Connection, file: CoalitionFile, meeting_id: str, run: Parted) -> None:
    """What both closes wrote of one and the same row is settled with the run: it stands as that left it."""
    for name in OF_A_RUN:
        table = METADATA.tables[name]
        of_it = table.c.meeting == meeting_id if "meeting" in table.c else table.c.id == meeting_id
        ids = con.execute(select(table.c.id).where(of_it)).scalars().all()
        for row_id, history in of_rows(con, name, ids).items():
            doubts = standing(history).doubts
            of_runs = [
                field
                for field, changes in doubts.items()
                if field != DELETED and is_of_run(name, field, {one.writer for one in changes}, run)
            ]
            stands = row(con, name, row_id) or {}
            if of_runs:
                settle(con, file, name, row_id, **{field: stands[field] for field in of_runs})
