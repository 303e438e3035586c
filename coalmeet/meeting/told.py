"""What the call is told of decisions made before: those taken outside a meeting, at the opening, and those that come
back, with their item.
"""

from __future__ import annotations

from datetime import date

from coalmeet.meeting.events import NOTHING_BEFORE, DecisionTold
from coalmeet.meeting.state import Meeting
from coalmeet.text import _, short_day


def told_words(meeting: Meeting) -> tuple[str, ...]:
    """A sentence for each: its words, who took it and when."""
    return tuple(_words(one) for one in meeting.told)


def _words(told: DecisionTold) -> str:
    day = short_day(date.fromisoformat(told.date)) if told.date else ""
    who = _(", ").join(part for part in (told.by, day) if part)
    if not who:
        return _("Decided since we last met: {words}").format(words=told.words)
    return _("Decided since we last met ({who}): {words}").format(who=who, words=told.words)


def comes_back(meeting: Meeting) -> str:
    """What the call is told of a decision that the running item takes up again; nobody is named by it."""
    current = meeting.current
    before = current.entry.again if current else NOTHING_BEFORE
    if not before.decision:
        return ""
    day = short_day(date.fromisoformat(before.date)) if before.date else ""
    name = _("the decision of {day}").format(day=day) if day else _("an earlier decision")
    reviewed = next((one for one in meeting.reviewed if one.decision == before.decision), None)
    if reviewed is not None and reviewed.result == "kept":
        return _("We keep {decision}: {words}").format(decision=name, words=before.words)
    if reviewed is not None:
        return _("We end {decision}: {words}").format(decision=name, words=before.words)
    if current is not None and meeting.proposals_of(current.id):
        return ""
    table = {
        "review": _("We look again at {decision}: {words}"),
        "reopened": _("An objection arrived to {decision}: {words}"),
        "recommended": _("Too few were there for {decision}, now we decide: {words}"),
    }
    return table[before.why].format(decision=name, words=before.words)
