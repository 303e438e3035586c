"""How decisions stand in the list: their exact words, their state, and when we look again."""

from __future__ import annotations

from collections.abc import Iterable

from coalmeet import text
from coalmeet.meeting import words
from coalmeet.text import _
from ui.decisions.look import Standing
from ui.widgets.finding import finds
from ui.widgets.rows import Row

GROUPS = ("all", "force", "look", "past", "other")
_ICONS = {
    "in_force": ("circle-check", "accent"),
    "provisional": ("hourglass", "ink"),
    "recommended": ("message-square-quote", "ink"),
    "review_due": ("rotate-ccw", "last"),
    "overdue": ("rotate-ccw", "last"),
    "reopened": ("rotate-ccw", "last"),
    "replaced": ("arrow-right", "ink3"),
    "ended": ("circle", "ink3"),
    "withdrawn": ("circle", "ink3"),
}


def rows(standings: Iterable[Standing], group: str, query: str) -> list[Row]:
    """Those of a group in which the words of the query stand."""
    return [
        row(one)
        for one in standings
        if group in {"all", one.group}
        and finds(query, one.decision.text, one.decision.number, one.decision.kind)
    ]


def row(one: Standing) -> Row:
    """One decision as a row."""
    icon, tone = icon_of(one)
    return Row(
        one.decision.id,
        one.decision.text or _("Nobody noted the words"),
        " · ".join(part for part in (one.shortly, when(one)) if part),
        icon,
        "",
        state_word(one),
        tone,
    )


def icon_of(one: Standing) -> tuple[str, str]:
    """The icon of its state, and the icon's tone."""
    return _ICONS.get(one.state, ("circle", "ink2"))


def state_word(one: Standing) -> str:
    """The state in a word."""
    table = {
        "in_force": _("In force"),
        "provisional": _("Provisional"),
        "review_due": _("Review due"),
        "overdue": _("Review past"),
        "reopened": _("Reopened"),
        "replaced": _("Replaced"),
        "ended": _("Ended"),
        "withdrawn": _("Withdrawn"),
    }
    return table.get(one.state) or words.outcome(one.state)


def when(one: Standing) -> str:
    """When it was decided and when it comes back."""
    parts = []
    if one.meeting is not None:
        parts.append(_("Decided {day}").format(day=text.brief_day(one.meeting.date)))
    elif one.decision.decided_on is not None:
        day = text.brief_day(one.decision.decided_on)
        parts.append(_("Decided outside a meeting, {day}").format(day=day))
    if one.review is not None and not one.open_for:
        parts.append(_("review {day}").format(day=text.brief_day(one.review)))
    return " · ".join(parts)


def group_word(group: str, standings: Iterable[Standing]) -> str:
    """A choice of the page with its number."""
    count = sum(group in {"all", one.group} for one in standings)
    table = {
        "all": _("All {count}"),
        "force": _("In force {count}"),
        "look": _("Needs a look {count}"),
        "past": _("Past {count}"),
        "other": _("Not adopted {count}"),
    }
    return table[group].format(count=count)
