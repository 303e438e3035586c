"""When meetings that were held began and ended, as their records say; a record is looked into once."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

from coalmeet.coalition.meeting_row import Sat

if TYPE_CHECKING:
    from sqlalchemy import Connection

Times = dict[str, tuple[Sat, ...]]

# Records are long, and the list of meetings is read often: only versions that are new are opened.
_LAST = """
SELECT r.meeting, r.id FROM record r
WHERE r.id = (SELECT q.id FROM record q WHERE q.meeting = r.meeting ORDER BY q.counter DESC, q.id DESC LIMIT 1)
"""
_TIMES = """
SELECT id, json_extract(body, '$.start', '$.end', '$.sittings') FROM record
WHERE id IN (SELECT value FROM json_each(?))
"""


class HeldTimes:
    """When it sat, by meeting id; versions of records never change, so what they say is kept."""

    def __init__(self) -> None:
        self._of_version: Times = {}

    def read(self, con: Connection) -> Times:
        """The stretches of every meeting that has a record, one for each day on which it sat."""
        last: dict[str, str] = dict(con.exec_driver_sql(_LAST).all())
        fresh = [version for version in last.values() if version not in self._of_version]
        if fresh:
            for version, told in con.exec_driver_sql(_TIMES, (json.dumps(fresh),)).all():
                start, end, sittings = json.loads(told)
                days = tuple(_days(sittings))
                self._of_version[version] = days or (Sat("", str(start or ""), str(end or "")),)
        return {meeting: self._of_version[version] for meeting, version in last.items()}


def _days(sittings: object) -> Iterator[Sat]:
    """The days of a meeting that went on another day; a record from elsewhere may say anything."""
    for one in sittings if isinstance(sittings, list) else ():
        if isinstance(one, dict):
            yield Sat(*(str(one.get(key) or "") for key in ("date", "start", "end")))
