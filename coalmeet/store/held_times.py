"""When meetings that were held began and ended, as their records say; a record is looked into once."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlalchemy import Connection

Times = dict[str, tuple[str, str]]

# Records are long, and the list of meetings is read often: only versions that are new are opened.
_LAST = """
SELECT r.meeting, r.id FROM record r
WHERE r.counter = (SELECT max(o.counter) FROM record o WHERE o.meeting = r.meeting)
"""
_TIMES = "SELECT id, json_extract(body, '$.start', '$.end') FROM record WHERE id IN (SELECT value FROM json_each(?))"


class HeldTimes:
    """The times of day by meeting id, each "HH:MM" or ""; versions of records never change, so they are kept."""

    def __init__(self) -> None:
        self._of_version: Times = {}

    def read(self, con: Connection) -> Times:
        """Start and end of every meeting that has a record."""
        last: dict[str, str] = dict(con.exec_driver_sql(_LAST).all())
        fresh = [version for version in last.values() if version not in self._of_version]
        if fresh:
            for version, times in con.exec_driver_sql(_TIMES, (json.dumps(fresh),)).all():
                start, end = json.loads(times)
                self._of_version[version] = str(start or ""), str(end or "")
        return {meeting: self._of_version[version] for meeting, version in last.items()}
