"""How decisions stand in the list: their exact words, their state, and when we look again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date

from coalmeet import text
from coalmeet.coalition import decision_words
from coalmeet.coalition.decision import ADOPTED
from coalmeet.coalition.decision_words import state_words
from coalmeet.coalition.meeting_row import MeetingRow
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
    states = state_words()  # once for thousands of rows
    return [
        row(one, states)
        for one in standings
        if group in {"all", one.group}
        and finds(query, one.decision.text, one.decision.number, one.decision.kind)
    ]


def row(one: Standing, states: Mapping[str, str]) -> Row:
    """One decision as a row; `states` are the words for its state."""
    icon, tone = icon_of(one)
    return Row(
        one.decision.id,
        one.decision.text or _("Nobody noted the words"),
        " · ".join(part for part in (one.shortly, when(one)) if part),
        icon,
        "",
        states.get(one.state) or words.outcome(one.state),
        tone,
    )


def icon_of(one: Standing) -> tuple[str, str]:
    """The icon of its state, and the icon's tone."""
    return _ICONS.get(one.state, ("circle", "ink2"))


def state_word(one: Standing) -> str:
    """The state in a word."""
    return decision_words.state_word(one.state)


def when(one: Standing) -> str:
    """When it was decided and when it comes back; what was never adopted was spoken about, not decided."""
    parts = []
    if one.meeting is not None:
        said = _("Decided {day}") if one.decision.outcome in ADOPTED else _("at the meeting of {day}")
        parts.append(said.format(day=text.brief_day(one.meeting.date)))
    elif one.decision.decided_on is not None:
        parts.append(when_outside(one.decision.decided_on))
    if one.review is not None and not one.open_for:
        parts.append(_("review {day}").format(day=text.brief_day(one.review)))
    return " · ".join(parts)


def when_outside(day: date) -> str:
    """When a decision was taken that no meeting took."""
    return _("Decided outside a meeting, {day}").format(day=text.brief_day(day))


def meeting_words(meeting: MeetingRow) -> str:
    """At which meeting it was decided, and when that was."""
    title = meeting.title or meeting.coalition
    day = text.plain_day(meeting.date)
    return f"{title}\n{day}" if title else day


def group_words(standings: Iterable[Standing]) -> dict[str, tuple[str, int]]:
    """The choices of the page, each with its number in words and as a number."""
    counts = Counter(one.group for one in standings)
    counts["all"] = counts.total()
    table = {
        "all": _("All {count}"),
        "force": _("In force {count}"),
        "look": _("Needs a look {count}"),
        "past": _("Past {count}"),
        "other": _("Not adopted {count}"),
    }
    return {group: (table[group].format(count=counts[group]), counts[group]) for group in GROUPS}
