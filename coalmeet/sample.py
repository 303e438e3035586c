"""The sample coalition, of our own invention: eight organisations, three meetings behind them, one prepared.

Its data are in resources/sample; dates there are days from the prepared meeting, which is next Thursday.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coalmeet.clock import Moment
from coalmeet.coalition.plan import PlannedItem, PlannedMeeting
from coalmeet.ids import new_id
from coalmeet.resources import folder
from coalmeet.text import local

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from coalmeet.store.file import CoalitionFile

MEETINGS = ("meeting-1.json", "meeting-2.json", "meeting-3.json")
THURSDAY = 3
_ELSEWHERE = (
    "private",
    "takes_up",
    "presenters",
    "proposer",
)  # of an item's keys: not as they stand, or not in it
_DAYS = re.compile(r"([+-]\d+) days")


def write(file: CoalitionFile, today: date) -> None:
    """Fill a new, empty file with the sample, in one transaction."""
    from coalmeet.store import coalition

    meeting = next_thursday(today)
    with file.writing() as con:
        here = coalition.read(con)
        told = read("coalition.json", meeting)
        coalition.write(con, file, purpose=here.purpose or told["purpose"], **told["deciding"])
        _write_kinds(con, file, told)
        _write_members(con, file, told)
        _write_past(con, file, here.name, meeting)
        _write_prepared(con, file, read("prepared.json", meeting))


def make_sample(moment: Callable[[], Moment], where: Path | None = None) -> CoalitionFile:
    """A file with the sample, open for writing, in the user's own data folder (or `where`).

    The one made earlier is opened again while its prepared meeting lies ahead; later a new one is made.
    """
    from coalmeet.store import file
    from coalmeet.time_zone import system_time_zone

    where = where or _home()
    where.mkdir(mode=0o700, parents=True, exist_ok=True)
    now, zone = moment().wall, system_time_zone()
    today = local(now, zone).date()
    name = read("coalition.json", today)["name"]
    path, number = where / f"{name}.coalmeet", 1
    while path.exists():
        opened = file.open_to_write(path)
        if _is_ahead(opened, today):
            return opened
        opened.close()
        number += 1
        path = where / f"{name} {number}.coalmeet"
    made = file.create(path, name, now=now, time_zone=zone)
    write(made, today)
    return made


def next_thursday(today: date) -> date:
    """The first Thursday after today."""
    return today + timedelta(days=(THURSDAY - today.weekday() - 1) % 7 + 1)


def read(name: str, meeting: date) -> Any:
    """A file of the sample, with dates in the place of numbers of days."""
    text = (folder("sample") / name).read_text(encoding="utf-8")
    return _dated(json.loads(text), meeting)


def _dated(value: Any, meeting: date) -> Any:
    if isinstance(value, dict):
        return {key: _dated(one, meeting) for key, one in value.items()}
    if isinstance(value, list):
        return [_dated(one, meeting) for one in value]
    if isinstance(value, str) and (match := _DAYS.fullmatch(value)):
        return (meeting + timedelta(days=int(match[1]))).isoformat()
    return value


def _home() -> Path:
    from platformdirs import user_data_path

    return user_data_path("coalmeet", appauthor=False) / "sample"


def _is_ahead(opened: CoalitionFile, today: date) -> bool:
    from coalmeet.store import meetings

    with opened.reading() as con:
        return any(row.state != "closed" and row.date >= today for row in meetings.meetings(con))


def _write_kinds(con: Connection, file: CoalitionFile, told: Any) -> None:
    from coalmeet.store.edit import edit_rows

    rows = {new_id(): {**one, "position": at} for at, one in enumerate(told["kinds"])}
    edit_rows(con, file, "decision_kind", rows)


def _write_members(con: Connection, file: CoalitionFile, told: Any) -> None:
    from coalmeet.store.edit import edit_rows

    organisations = {new_id(): one for one in told["organisations"]}
    ids = {one["name"]: id for id, one in organisations.items()}
    rows = {id: {**one, **_days_of(one)} for id, one in organisations.items()}
    people = {new_id(): one for one in told["people"]}
    belongs = {
        new_id(): {"person": id, "organisation": ids[one["organisation"]], "capacity": one["capacity"]}
        for id, one in people.items()
    }
    kept = ("name", "email", "phone", "language", "access_needs")
    edit_rows(con, file, "organisation", rows)
    edit_rows(
        con, file, "person", {id: {key: one[key] for key in kept if key in one} for id, one in people.items()}
    )
    edit_rows(con, file, "affiliation", belongs)


def _days_of(organisation: Any) -> dict[str, date]:
    days = ("joined", "protection_review")
    return {key: date.fromisoformat(organisation[key]) for key in days if key in organisation}


def _write_past(con: Connection, file: CoalitionFile, name: str, meeting: date) -> None:
    from coalmeet.exchange import record
    from coalmeet.store.incoming import take_in

    for source in MEETINGS:
        told = read(source, meeting)
        head = {"format": told.pop("format"), "version": told.pop("version"), "coalition": name}
        take_in(con, file, record.read(json.dumps({**head, **told}), source))
    _confirm_provisional(con, file, date.fromisoformat(told["date"]))


def _confirm_provisional(con: Connection, file: CoalitionFile, on: date) -> None:
    """The window of what was adopted provisionally ended without an objection: the record of a later day says so."""
    from coalmeet.coalition.decision import DecisionEntry
    from coalmeet.store import decisions

    for one in decisions.decisions(con):
        if one.outcome == "provisional":
            decisions.enter(con, file, DecisionEntry("", one.id, "none_received", on=on))


def _write_prepared(con: Connection, file: CoalitionFile, told: Any) -> None:
    from coalmeet.meeting.rotation import proposed, standings
    from coalmeet.store import agenda, meetings, notes, parked, people, rotation
    from coalmeet.store.edit import edit

    day = date.fromisoformat(told["date"])
    organisations = people.organisations(con)
    first = proposed(standings(rotation.history(con), organisations, day, rotation.notes(con)))
    turn = first.organisation.id if first else ""
    facilitator = next(
        (one.person.id for one in people.on(con, day) if one.organisation and one.organisation.id == turn
         and one.capacity == "delegate"),
        "",
    )  # fmt: skip
    frame = PlannedMeeting(
        id=new_id(),
        title=told["title"],
        date=day,
        start=told["start"],
        minutes=told["minutes"],
        place=told["place"],
        link=told["link"],
        facilitator=facilitator,
        turn=turn,
        prepared_by=facilitator,
    )
    meetings.save(con, file, frame)
    ids = {one.name: one.id for one in organisations}
    items = [_item(one, ids) for one in told["items"]]
    agenda.insert(con, file, frame.id, items)
    for item, one in zip(items, told["items"], strict=True):
        if "private" in one:
            notes.write_private(con, file, frame.id, item.id, one["private"])
    taken = {one["takes_up"] for one in told["items"] if "takes_up" in one}
    for topic in parked.parked(con):
        if topic.title in taken:
            edit(con, file, "parked", topic.id, taken_up=frame.id)


def _item(told: Any, organisations: dict[str, str]) -> PlannedItem:
    plain = {key: value for key, value in told.items() if key not in _ELSEWHERE}
    item = PlannedItem(id=new_id(), position=0, **plain)
    return replace(
        item,
        presenters=tuple(told.get("presenters", ())),
        proposer=organisations.get(told.get("proposer", ""), ""),
    )
