"""Actions as the minutes tell them: who does what until when, and what nobody has taken on yet."""

from __future__ import annotations

from collections.abc import Sequence

from coalmeet.meeting.minutes_values import Action
from coalmeet.meeting.minutes_words import Record, hours, near, value
from coalmeet.text import _


def action(entry: Record, number: str, item: int, meeting: str) -> Action:
    """One action of the record; `meeting` is the day of the meeting, "YYYY-MM-DD"."""
    owner, due = value(entry, "owner"), value(entry, "due")
    return Action(
        number=value(entry, "number") or number,
        text=value(entry, "text"),
        owner=owner,
        who=_who(owner, asked=bool(entry.get("asked"))),
        organisation=value(entry, "organisation"),
        due=near(due, meeting) if due else "",
        due_date=due,
        hours=hours(entry),
        owned=bool(owner),
        asked=bool(owner) and bool(entry.get("asked")),
        done=bool(entry.get("done")),
        item=item,
    )


def _who(owner: str, *, asked: bool) -> str:
    if not owner:
        return _("nobody yet")
    # An absent person is asked, and owns it only after a yes.
    return _("{name}, asked").format(name=owner) if asked else owner


def by_due_date(actions: Sequence[Action]) -> tuple[Action, ...]:
    """What nobody has taken on first, then by due date; without a date last."""
    return tuple(sorted(actions, key=lambda one: (one.owned, not one.due_date, one.due_date)))


def told(one: Action) -> str:
    """Owner, organisation, date and hours on one line: "Sana Iqbal, Mill Road Co-op · by Thu 21 May · 2 h"."""
    who = ", ".join(part for part in (one.who, one.organisation) if part)
    due = _("by {day}").format(day=one.due) if one.due else ""
    done = _("done") if one.done else ""
    return " · ".join(part for part in (who, due, one.hours, done) if part)


def reviewed(entry: Record, meeting: str) -> str:
    """What the work-plan review said of an earlier action, as a sentence that ends with the action's own words."""
    state, to, due = value(entry, "state"), value(entry, "to"), value(entry, "due")
    text = _("{text} ({owner})") if value(entry, "owner") else "{text}"
    words = text.format(text=value(entry, "text"), owner=value(entry, "owner"))
    if state == "moved" and due:
        return _("Moved to {day}: {action}").format(day=near(due, meeting), action=words)
    if state == "handed_on" and to:
        told = _("Handed on to {name}, who is asked: {action}") if entry.get("asked") else ""
        return (told or _("Handed on to {name}: {action}")).format(name=to, action=words)
    table = {
        "done": _("Done: {action}"),
        "moved": _("Moved: {action}"),
        "handed_on": _("Handed on, to nobody yet: {action}"),
        "dropped": _("Dropped, because it was too much: {action}"),
    }
    return table.get(state, "{action}").format(action=words)
