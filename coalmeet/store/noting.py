"""Corrections of minutes that are noted between two meetings: they wait, listed, until a meeting takes them up."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection

from coalmeet.errors import NotAllowed
from coalmeet.store import meetings, records
from coalmeet.store.circulating import APPROVED, STATE, source_of
from coalmeet.store.file import CoalitionFile
from coalmeet.text import _

NOTED = "corrections_noted"  # key of the record
_OURS = ("live", "paper")


def waiting(record: records.Record) -> list[dict[str, Any]]:
    """The corrections that wait, in the order in which they were noted."""
    return [dict(one) for one in record.get(NOTED) or () if one]


def with_waiting(record: records.Record, noted: list[dict[str, Any]]) -> records.Record:
    """The record with these corrections waiting, and no others."""
    rest = {key: record[key] for key in record if key != NOTED}
    return {**rest, NOTED: noted} if noted else rest


def note_correction(
    con: Connection, file: CoalitionFile, meeting_id: str, text: str, *, by: str = "", day: str
) -> None:
    """Let a correction wait for the next meeting; `by` asked for it, `day` is ISO.

    Raises NotAllowed for no words, the same words again, minutes that are approved or came from elsewhere, and while
    a meeting goes on that has begun with what waited then.
    """
    record = records.read(con, meeting_id)
    words, who = " ".join(text.split()), " ".join(by.split())
    if not words:
        raise NotAllowed(_("Say what is to be corrected, in a sentence."))
    if record.get(STATE) == APPROVED:
        raise NotAllowed(
            _(
                "These minutes are approved, so they stay as they are. Tell the next meeting what is wrong in them."
            )
        )
    if source_of(con, meeting_id) not in _OURS:
        raise NotAllowed(
            _("A record from elsewhere stays as it came. Tell those who made it what is wrong in it.")
        )
    if any(one.get("text") == words for one in waiting(record)):
        raise NotAllowed(_("This correction waits already. Say something else, or leave it."))
    _refuse_while_running(con)
    entry = {"text": words, "by": who, "noted_on": day}
    noted = [*waiting(record), {key: value for key, value in entry.items() if value}]
    records.write(con, file, meeting_id, with_waiting(record, noted), source_of(con, meeting_id))


def take_away(con: Connection, file: CoalitionFile, meeting_id: str, text: str) -> dict[str, Any]:
    """Let a correction wait no longer; returns it, so that it can be noted again. Raises NotAllowed when it is gone."""
    record = records.read(con, meeting_id)
    noted = waiting(record)
    found = next((one for one in noted if one.get("text") == text), None)
    if found is None:
        raise NotAllowed(_("This correction does not wait any more. Look at the list again."))
    _refuse_while_running(con)
    rest = [one for one in noted if one is not found]
    records.write(con, file, meeting_id, with_waiting(record, rest), source_of(con, meeting_id))
    return found


def _refuse_while_running(con: Connection) -> None:
    if any(one.state == "running" for one in meetings.meetings(con)):
        raise NotAllowed(_("A meeting goes on. Note the correction there, under “Last minutes”."))
