"""Minutes are approved at the next meeting, or outside one: a further version of their record says so, and how."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import Connection

from coalmeet.errors import NotAllowed
from coalmeet.meeting.events import LastMeeting, NotedCorrection
from coalmeet.meeting.handed_on import corrections
from coalmeet.meeting.state import Meeting
from coalmeet.store import circulating, meetings, noting, records
from coalmeet.store.circulating import APPROVED, DAY, ROUND, STATE
from coalmeet.store.file import CoalitionFile
from coalmeet.text import _

WAITING = (circulating.DRAFT, circulating.ROUND)
LISTED, ON, BY = "corrections", "approved_on", "approved_by"  # keys of the record
Entry = dict[str, Any]


def last_meeting(con: Connection, meeting_id: str, day: str) -> LastMeeting | None:
    """The meeting held before that day (ISO): how its minutes stand, which corrections of them wait, and what its
    closing round wanted to change.
    """
    held = [row for row in meetings.meetings(con) if row.state == "closed" and row.source != "imported"]
    found = next((row for row in held if row.id != meeting_id and row.date.isoformat() <= day), None)
    record = records.find(con, found.id) if found else None
    if found is None or record is None:
        return None
    state = record.get(STATE) or ""
    said = (one.get("change") or "" for one in record.get("evaluation") or ())
    return LastMeeting(
        found.id,
        found.date.isoformat(),
        state if state in WAITING else "",
        tuple(dict.fromkeys(change for change in said if change)),
        tuple(
            NotedCorrection(one.get("text") or "", one.get("by") or "", one.get("noted_on") or "")
            for one in noting.waiting(record)
        )
        if state in WAITING
        else (),
    )


def approve(con: Connection, file: CoalitionFile, after: Meeting) -> None:
    """Keep what this meeting said of the last minutes; closing it once more adds nothing that is there already.

    What it corrected without approving waits on. What it did not take up waits no longer.
    """
    last = after.last
    record = records.find(con, last.meeting) if last else None
    if last is None or record is None:
        return
    said = corrections(after)
    gone = {one.text for one in said} | set(after.minutes_left_out)
    still = [one for one in noting.waiting(record) if one.get("text") not in gone]
    if after.minutes_approved:
        kept = noting.with_waiting(_with_listed(record, said, after.date), still)
        kept = {**kept, STATE: APPROVED, ON: record.get(ON) or after.date}
    elif record.get(STATE) != APPROVED:
        kept = noting.with_waiting(record, [*still, *(_entry(one, noted_on=after.date) for one in said)])
    else:
        return
    if kept != record:
        records.write(con, file, last.meeting, kept, circulating.source_of(con, last.meeting))


def _with_listed(record: records.Record, said: tuple[NotedCorrection, ...], day: str) -> records.Record:
    listed = list(record.get(LISTED) or ())
    known = {one.get("text") for one in listed}
    fresh = [{**_entry(one), ON: day} for one in said if one.text not in known]
    return {**record, LISTED: [*listed, *fresh]} if fresh else record


def _entry(one: NotedCorrection, noted_on: str = "") -> Entry:
    found = {"text": one.text, "by": one.by, "noted_on": one.on or noted_on}
    return {key: value for key, value in found.items() if value}


def approve_outside(con: Connection, file: CoalitionFile, meeting_id: str, day: date, who: str) -> None:
    """The members approved the minutes without a meeting, with the corrections that wait; `who` says who, and how.

    Raises NotAllowed where the minutes have not gone round, for nobody, and for a day before they went round.
    """
    record, words = records.read(con, meeting_id), " ".join(who.split())
    if record.get(STATE) != ROUND:
        raise NotAllowed(
            _(
                "Only minutes that went round can be approved outside a meeting. Mark first that they went round."
            )
        )
    if not words:
        raise NotAllowed(_("Say who approved them, and how: for example all five members, by mail."))
    if day.isoformat() < (record.get(DAY) or record["date"]):
        raise NotAllowed(_("Minutes are approved after they went round. Choose that day or a later one."))
    said = [{**one, ON: day.isoformat()} for one in noting.waiting(record)]
    listed = {LISTED: [*(record.get(LISTED) or ()), *said]} if said else {}
    kept = {**noting.with_waiting(record, []), **listed, STATE: APPROVED, ON: day.isoformat(), BY: words}
    records.write(con, file, meeting_id, kept, circulating.source_of(con, meeting_id))


def not_approved(con: Connection, file: CoalitionFile, meeting_id: str) -> None:
    """They were not approved outside a meeting after all: their corrections wait again.

    Raises NotAllowed where a meeting approved them: that is kept in its own minutes.
    """
    record = records.read(con, meeting_id)
    if record.get(STATE) != APPROVED or not record.get(BY):
        raise NotAllowed(
            _("A meeting approved these minutes, and its own minutes say so. Tell the next meeting.")
        )
    listed = list(record.get(LISTED) or ())
    again = [{key: one[key] for key in one if key != ON} for one in listed if one.get(ON)]
    before = [one for one in listed if not one.get(ON)]
    kept = {key: record[key] for key in record if key not in (LISTED, ON, BY)}
    kept = {**kept, **({LISTED: before} if before else {}), STATE: ROUND}
    kept = noting.with_waiting(kept, [*again, *noting.waiting(record)])
    records.write(con, file, meeting_id, kept, circulating.source_of(con, meeting_id))
