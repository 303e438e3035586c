"""The topics of all meetings that are over, read off their records."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection

from coalmeet.coalition.topic import Earlier, topic_of
from coalmeet.store.glance import PLAN

# The last record of each meeting counts. The driver reads the few keys itself: making values of whole records,
# with all their notes, would take as long again.
_ITEMS = """
SELECT m.date, a.value ->> 'title', a.value ->> 'label', a.value ->> 'outcome', a.value ->> 'topic', a.value ->> 'id'
FROM record r JOIN meeting m ON m.id = r.meeting, json_each(r.body, '$.agenda') a
WHERE r.source <> ? AND a.value ->> 'built_in' IS NULL
  AND r.id = (SELECT q.id FROM record q WHERE q.meeting = r.meeting ORDER BY q.counter DESC, q.id DESC LIMIT 1)
"""


def earlier(con: Connection) -> tuple[Earlier, ...]:
    """Every time that an item stood on the agenda of a meeting that is over; built-in items are no topics."""
    rows = con.exec_driver_sql(_ITEMS, (PLAN,)).all()
    return tuple(
        Earlier(
            topic_of(topic or "", item or "", title or ""),
            title or "",
            date.fromisoformat(day),
            label or "",
            outcome or "",
        )
        for day, title, label, outcome, topic, item in rows
    )


def stamp(con: Connection) -> tuple[int, int]:
    """What changes whenever a record does, so that the topics need not be read again and again."""
    count, last = con.exec_driver_sql("SELECT count(*), coalesce(max(counter), 0) FROM record").one()
    return int(count), int(last)
