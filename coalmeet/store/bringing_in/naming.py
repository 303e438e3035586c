"""Names for what two copies say, so that a person can choose: rows, values of fields, versions of minutes, runs."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from coalmeet.meeting import words
from coalmeet.store.bringing_in.field_words import CODES, NAMED, field_words, kind_words
from coalmeet.store.bringing_in.values import Key, Row
from coalmeet.store.tables import METADATA
from coalmeet.store.tables.kinds import Day, Flag
from coalmeet.text import _, ngettext, number, plain_day

LONGEST = 300  # characters of a value: enough to tell two apart, the whole is not read here
_TITLES = ("title", "name", "text")  # columns by which a row is known, where it has one
_OWNERS = {  # rows that are known by others
    "note": ("item", "id"), "private_note": ("item", "id"), "turn": ("meeting", "id"),
    "affiliation": ("person", "person"), "attendance": ("person", "person"),
    "turn_note": ("organisation", "organisation"),
}  # fmt: skip


class Names:
    """What each row is called, of both copies; the rows are handed in, so that nothing is read twice."""

    def __init__(self, rows: Mapping[Key, Row]) -> None:
        self._rows = rows

    def row(self, table: str, row_id: str) -> str:
        """“Organisation: Reed Cooperative”."""
        kind, title = kind_words(table), self.title(table, row_id)
        return _("{kind}: {title}").format(kind=kind, title=title) if title else kind

    def title(self, table: str, row_id: str) -> str:
        """What the row itself is called, "" where it has no name."""
        owner = _OWNERS.get(table)
        if owner is not None:
            table_of, column = owner
            own = self._rows.get((table, row_id))
            row_id = row_id if column == "id" else str((own or {}).get(column) or "")
            return self.title(table_of, row_id) if (table_of, row_id) != (table, "") else ""
        found = self._rows.get((table, row_id)) or {}
        title = next((str(found[one]) for one in _TITLES if found.get(one)), "")
        if table == "meeting":
            day = found.get("date")
            told = plain_day(day) if isinstance(day, date) else ""
            return _(", ").join(filter(None, (title, told)))
        return shortened(title)

    def value(self, table: str, field: str, text: str | None) -> str:
        """The JSON text of a value as a person reads it."""
        value = None if text is None else json.loads(text)
        if value is None or value in ("", []):
            return _("nothing")
        column = METADATA.tables[table].c[field]
        if isinstance(column.type, Flag):
            return _("yes") if value else _("no")
        if isinstance(column.type, Day):
            return plain_day(date.fromisoformat(value))
        if isinstance(value, list):
            return shortened(words.listed([self._one(field, one) for one in value]))
        return self._one(field, value)

    def _one(self, field: str, value: Any) -> str:
        if isinstance(value, bool):
            return _("yes") if value else _("no")
        if isinstance(value, int | float):
            return number(value, 0 if value == int(value) else 1)
        if isinstance(value, list):
            return words.listed([self._one(field, one) for one in value if one is not None])
        if field in NAMED:
            of = next((key for key in self._rows if key[1] == value and key[0] in _NAMING), None)
            return self.title(*of) if of else str(value)
        return shortened(CODES[field](value) or value) if field in CODES else shortened(str(value))

    def fields(self, table: str, text: str) -> str:
        """The fields that were changed in a row which the other copy deleted: “Size: 12, Short name: Reed”."""
        said = (
            _("{field}: {value}").format(
                field=field_words(table, field), value=self.value(table, field, json.dumps(value))
            )
            for field, value in json.loads(text).items()
        )
        return shortened(_(", ").join(said))


_NAMING = ("person", "organisation", "meeting", "item", "decision", "template", "parked")


def shortened(text: str) -> str:
    """The text on one line, with an end that says so where it is long."""
    plain = " ".join(text.split())
    return plain if len(plain) <= LONGEST else plain[: LONGEST - 1].rstrip() + "…"


def version_words(before: str | None, body: str) -> str:
    """What a version of minutes says otherwise than the one before both."""
    then: dict[str, Any] = json.loads(before) if before else {}
    now: dict[str, Any] = json.loads(body)
    said = [_key_words(key, now) for key in sorted(then.keys() | now.keys()) if then.get(key) != now.get(key)]
    return _(", ").join(dict.fromkeys(said)) or _("as before")


def _key_words(key: str, now: Mapping[str, Any]) -> str:
    if key == "state":
        states = {"circulated": _("went round"), "approved": _("approved"), "draft": _("a draft again")}
        return states.get(str(now.get("state")), _("how they stand"))
    told = {
        "circulated_on": _("went round"),
        "approved_on": _("approved"),
        "approved_by": _("approved"),
        "summary": _("“In one minute” was written"),
        "agenda": _("notes of items were edited"),
        "corrections": _("corrections are listed"),
        "corrections_noted": _("corrections were noted"),
    }
    return told.get(key, _("the text was changed"))


def run_words(steps: int, closed: bool, decisions: int, facilitators: str) -> str:
    """One run of a meeting: how much happened, whether it was closed, who led it."""
    said = [ngettext("{count} step of its own", "{count} steps of its own", steps).format(count=steps)]
    said.append(_("closed") if closed else _("not closed"))
    if decisions:
        said.append(ngettext("{count} decision", "{count} decisions", decisions).format(count=decisions))
    if facilitators:
        said.append(_("led by {names}").format(names=facilitators))
    return _(", ").join(said)
