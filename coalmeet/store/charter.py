"""What the papers of the agreement are made of, read in one go."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection

from coalmeet.coalition.charter import Known
from coalmeet.coalition.organisation import members_on
from coalmeet.store import coalition, decisions, meetings, people


def known(con: Connection, today: date) -> Known:
    """What the file knows of the agreement on a day; the members are those of that day."""
    return Known(
        coalition=coalition.read(con),
        kinds=coalition.kinds(con),
        members=members_on(people.organisations(con), today),
        meetings=meetings.meetings(con),
        decisions=decisions.decisions(con),
        entries=decisions.entries(con),
        today=today,
    )
