"""Rows of the decision matrix as texts of a table, and back."""

from __future__ import annotations

from collections.abc import Sequence

from coalmeet.coalition.agreement import METHODS
from coalmeet.errors import NotAllowed
from coalmeet.meeting import words
from coalmeet.meeting.events import DecisionKind
from coalmeet.text import _
from ui.widgets.entry_table import TICKED, Column

LONGEST_WINDOW = 366  # days


def columns() -> tuple[Column, ...]:
    """Kind, method, who decides, critical, window."""
    methods = tuple((code, words.method(code)) for code in METHODS)
    return (
        Column(_("Kind of decision"), 5),
        Column(_("Method"), 4, choices=methods),
        Column(_("Who decides"), 4, empty=_("the coalition")),
        Column(_("Critical"), 2, tick=True),
        Column(_("Window, days"), 3, empty=_("as usual")),
    )


def as_row(kind: DecisionKind) -> tuple[str, ...]:
    """A kind as the texts of its row."""
    window = "" if kind.window_days < 0 else str(kind.window_days)
    return (kind.name, kind.method, kind.decider, TICKED if kind.critical else "", window)


def as_kind(row: Sequence[str], id: str = "") -> DecisionKind:
    """The kind that a row names. Raises NotAllowed when its window is no number of days."""
    name, method, decider, critical, window = row
    return DecisionKind(id, name, method or "consent", decider, critical == TICKED, _days(window))


def _days(text: str) -> int:
    if not text:
        return -1
    if not text.isdecimal() or int(text) > LONGEST_WINDOW:
        raise NotAllowed(
            _(
                "A window is a number of days, up to a year; leave it empty for the usual one. It is as before."
            )
        )
    return int(text)
