"""Agenda items as the minutes tell them, in the order of the record."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from coalmeet.meeting import words
from coalmeet.meeting.minutes_actions import action, reviewed
from coalmeet.meeting.minutes_again import came_back, emergency_item
from coalmeet.meeting.minutes_decisions import decision
from coalmeet.meeting.minutes_talk import told
from coalmeet.meeting.minutes_values import Decision, Item, Time
from coalmeet.meeting.minutes_versions import notes_edited
from coalmeet.meeting.minutes_words import Record, amount, days_of, many, minutes_used, names, sentence, value
from coalmeet.text import _, number

_OWN_NUMBER = re.compile(r"\(?\d+[.):a-z]")  # titles that carry numbers of their own are not numbered again
_NOT_REACHED = "not reached"
_OPEN = ("postponed", "parked", "referred", _NOT_REACHED)  # outcomes that finish nothing
_UNREMARKABLE = ("", "noted")  # outcomes that need no word of their own


def items(record: Record, meeting: str) -> tuple[Item, ...]:
    """All items; decisions and actions without a number get the next free place in the order of the record."""
    found: list[Item] = []
    decisions = actions = 0
    agenda = many(record, "agenda")
    counted = sum(1 for entry in agenda if _OWN_NUMBER.match(value(entry, "title"))) * 2 < len(agenda)
    said = any(value(entry, "number") for entry in agenda)  # a number that was said is not counted anew
    for at, entry in enumerate(agenda):
        title = value(entry, "title") or words.built_in(value(entry, "built_in")) or _("Untitled item")
        decided = tuple(
            decision(one, f"D{decisions + place}", at, title, meeting)
            for place, one in enumerate(many(entry, "decisions"), 1)
            if value(one, "text")
        )
        to_do = tuple(
            action(one, f"A{actions + place}", at, meeting)
            for place, one in enumerate(many(entry, "actions"), 1)
            if value(one, "text")
        )
        decisions += len(many(entry, "decisions"))
        actions += len(many(entry, "actions"))
        found.append(
            Item(
                number=(value(entry, "number") if said else str(at + 1)) if counted else "",
                title=title,
                label=words.label(value(entry, "label")) if value(entry, "label") else "",
                time=_time(entry),
                outcome="" if decided else _outcome(entry),
                presenters=_(", ").join(names(entry, "presenters")),
                remarks=tuple(_remarks(entry, meeting)),
                notes="" if entry.get("off_record") else str(entry.get("notes") or ""),
                decisions=decided,
                actions=to_do,
                open=not decided and not entry.get("built_in") and value(entry, "outcome") in _OPEN,
                built_in=bool(entry.get("built_in")),
                reached=value(entry, "outcome") != _NOT_REACHED,
            )
        )
    return tuple(found)


def recorded(items: Sequence[Item], record: Record) -> Iterator[tuple[Item, Decision, Record]]:
    """Each decision of the minutes with its item, and with what the record itself holds of it."""
    for item, entry in zip(items, many(record, "agenda"), strict=True):
        worded = [one for one in many(entry, "decisions") if value(one, "text")]
        for decision_, one in zip(item.decisions, worded, strict=True):
            yield item, decision_, one


def _time(entry: Record) -> Time:
    planned, used = amount(entry, "minutes"), amount(entry, "minutes_used")
    return Time(planned, used, minutes_used(planned, used))


def _outcome(entry: Record) -> str:
    code = value(entry, "outcome")
    if code == "noted" and value(entry, "label") == "decision" and not entry.get("looked_again"):
        return _("No decision noted")  # its label alone would read as if there were one
    return "" if code in _UNREMARKABLE else words.outcome(code)


def _remarks(entry: Record, meeting: str) -> Iterator[str]:
    wanted, reason = value(entry, "desired_outcome"), value(entry, "reason")
    if wanted:
        yield _("Wanted: {outcome}").format(outcome=wanted)
    yield from emergency_item(entry)
    yield from came_back(entry)
    for (payer, gives), minutes in _extensions(entry).items():
        yield _extension(minutes, payer, gives)
    days = days_of(entry, meeting)
    if len(days) > 1:
        yield _("Taken up on {days}.").format(days=words.listed(days))
    if entry.get("times_corrected"):
        yield _("Its times were put right afterwards.")
    if entry.get("off_record"):
        yield _("Off the record: the notes of this item are left out.")
    elif entry.get("partly_off_record"):
        yield _("A part of this item was off the record; nothing of it was written down.")
    yield from notes_edited(entry)
    yield from told(entry)
    yield from (reviewed(one, meeting) for one in many(entry, "reviewed") if value(one, "text"))
    if reason:
        outcome = _outcome(entry)
        yield sentence(_("{outcome}: {reason}").format(outcome=outcome, reason=reason) if outcome else reason)


def _extensions(entry: Record) -> dict[tuple[str, bool], float]:
    """Minutes by who paid and whether the item gave or got them; several of a kind are told as one."""
    found: dict[tuple[str, bool], float] = {}
    for one in many(entry, "extensions"):
        minutes = amount(one, "minutes") or 0
        key = (value(one, "payer"), minutes < 0)
        found[key] = found.get(key, 0) + abs(minutes)
    return found


def _extension(minutes: float, payer: str, gives: bool) -> str:
    if gives:
        told = {
            "": _("Gave back {count} min."),
            "given_back": _("Gave back {count} min."),
            "correction": _("The facilitator corrected the time by {count} min."),
        }
        text = told.get(payer) or _("Gave {count} min to “{payer}”.")
    else:
        table = {
            "": _("Extended by {count} min."),
            "grace": _("Grace that was given: {count} min."),
            "end": _("Extended by {count} min; the meeting ended that much later."),
            "correction": _("The facilitator corrected the time by {count} min."),
        }
        text = table.get(payer) or _("Extended by {count} min, taken from “{payer}”.")
    return text.format(count=number(minutes, 1), payer=payer)
