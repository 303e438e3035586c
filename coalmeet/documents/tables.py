"""Actions and decisions of a meeting as CSV, for spreadsheets: a row each, dates as year-month-day.

What people typed is never a formula: a cell that a spreadsheet would calculate begins with an apostrophe (OWASP, "CSV
Injection"). The mark in front tells Excel that the letters are UTF-8.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from coalmeet.documents.plain import plain
from coalmeet.meeting.minutes_items import recorded
from coalmeet.meeting.minutes_values import Action, Decision, Minutes
from coalmeet.meeting.minutes_words import Record, value
from coalmeet.text import _, speaking

_CALCULATES = ("=", "+", "-", "@", "\t", "\uff1d", "\uff0b", "\uff0d", "\uff20")  # as wide letters, too
_MARK = "\ufeff"


def actions_csv(minutes: Minutes) -> str:
    """All actions in the order of the first page, with their owners and due dates."""
    with speaking(minutes.language):
        head = (_("Number"), _("Action"), _("Owner"), _("Organisation"), _("Due"), _("Hours"), _("State"))
        return _table((*head, *_whence()), (_action(one, minutes) for one in minutes.actions))


def decisions_csv(minutes: Minutes, record: Record) -> str:
    """Every decision and attempt at one in the order of the agenda, with the record's own dates."""
    with speaking(minutes.language):
        head = (
            _("Number"),
            _("Exact words"),
            _("Outcome"),
            _("Review date"),
            _("Objections until"),
            _("Item"),
        )
        return _table(
            (*head, *_whence()),
            (
                _decision(one, kept, item.title, minutes)
                for item, one, kept in recorded(minutes.items, record)
            ),
        )


def _whence() -> Sequence[str]:
    return (_("Meeting"), _("Date"))


def _action(one: Action, minutes: Minutes) -> Sequence[str]:
    state = (
        _("done") if one.done else _("asked") if one.asked else _("open") if one.owned else _("nobody yet")
    )
    return (
        one.number,
        one.text,
        one.owner,
        one.organisation,
        one.due_date,
        one.hours,
        state,
        minutes.title,
        minutes.date,
    )


def _decision(one: Decision, kept: Record, about: str, minutes: Minutes) -> Sequence[str]:
    dates = value(kept, "review_date"), value(kept, "provisional_until")
    return (one.number, one.text, one.outcome, *dates, about, minutes.title, minutes.date)


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    made = io.StringIO(newline="")
    writer = csv.writer(made)  # commas and CRLF, as RFC 4180 has them
    writer.writerow(head)
    writer.writerows([_cell(one) for one in row] for row in rows)
    return _MARK + made.getvalue()


def _cell(text: str) -> str:
    shown = plain(text)
    return f"'{shown}" if shown.lstrip(" \n").startswith(_CALCULATES) else shown
