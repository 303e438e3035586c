"""At which earlier meeting consent to a matter failed, read off the records of the meetings that are over."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date

from sqlalchemy import Connection

from coalmeet.coalition.earlier_try import Told, last_try
from coalmeet.coalition.topic import topic_of
from coalmeet.meeting.events import EarlierTry
from coalmeet.store import people
from coalmeet.store.glance import PLAN

# The last record of each meeting counts; the driver opens it, so that the notes of all meetings need not be read.
_DECISIONS = """
SELECT m.date, a.value ->> 'topic', a.value ->> 'id', a.value ->> 'title', d.value
FROM record r JOIN meeting m ON m.id = r.meeting,
  json_each(r.body, '$.agenda') a, json_each(a.value, '$.decisions') d
WHERE r.source <> ?
  AND r.id = (SELECT q.id FROM record q WHERE q.meeting = r.meeting ORDER BY q.counter DESC, q.id DESC LIMIT 1)
"""


def earlier_tries(con: Connection, before: date) -> Mapping[str, EarlierTry]:
    """By topic, the last meeting before a day at which consent to it failed; topics without one are left out."""
    of_topic: dict[str, list[Told]] = {}
    for day, topic, item, title, told in con.exec_driver_sql(_DECISIONS, (PLAN,)).all():
        held = date.fromisoformat(day)
        if held < before:
            of_topic.setdefault(topic_of(topic or "", item or "", title or ""), []).append(
                (held, json.loads(told))
            )
    ids = {one.name.casefold(): one.id for one in people.organisations(con)}
    tries = {topic: last_try(decisions, ids) for topic, decisions in of_topic.items()}
    return {topic: one for topic, one in tries.items() if one.proposal}
