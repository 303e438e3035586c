"""Emergencies, decisions taken outside a meeting, and those that came back, as the minutes tell them."""

from __future__ import annotations

from collections.abc import Iterator

from coalmeet.meeting.minutes_words import Record, many, sentence, value, with_year
from coalmeet.text import _


def emergency_meeting(record: Record) -> tuple[str, ...]:
    """The first sentence of the minutes of an emergency meeting."""
    called = record.get("emergency")
    if not isinstance(called, dict):
        return ()
    first = _("This was an emergency meeting. What it decided is provisional for members who were absent.")
    return (first, *_called(called))


def emergency_item(entry: Record) -> Iterator[str]:
    """What the minutes remark on an item that could not wait."""
    called = entry.get("emergency")
    if isinstance(called, dict):
        decided = many(entry, "decisions")
        if decided and not any(value(one, "outcome") == "provisional" for one in decided):
            yield _("An emergency: it was put first.")
        else:
            yield _(
                "An emergency: it was put first, and what it decided is provisional for members who were absent."
            )
        yield from _called(called)


def _called(called: Record) -> Iterator[str]:
    by, why, rule = (value(called, key) for key in ("called_by", "why", "rule"))
    if by:
        yield sentence(_("Called by {who}").format(who=by))
    if why:
        yield sentence(_("Why it could not wait: {why}").format(why=why))
    if rule:
        yield sentence(_("Under this rule of the charter: {rule}").format(rule=rule))


def told(record: Record) -> tuple[str, ...]:
    """Decisions that were taken outside a meeting since the last one."""
    return tuple(_told(one) for one in many(record, "told") if value(one, "text"))


def _told(entry: Record) -> str:
    by, day, authority = (value(entry, key) for key in ("decided_by", "date", "authority"))
    who = _(", ").join(part for part in (by, with_year(day), authority) if part)
    text = sentence(value(entry, "text"))
    return (
        _("{text} Decided outside a meeting: {who}.").format(text=text, who=who.rstrip(".")) if who else text
    )


def came_back(entry: Record) -> Iterator[str]:
    """Which decision an item took up again, what stood against it, and what came of the review."""
    again = entry.get("again")
    if isinstance(again, dict):
        yield _why(again)
        for one in many(again, "raised"):
            yield _raised(one)
    reviewed = entry.get("looked_again")
    if isinstance(reviewed, dict):
        yield _reviewed(reviewed)


def follows(entry: Record) -> str:
    """The decision that this item takes up again, by its number and day; "" where it is new."""
    number, day = value(entry, "number"), with_year(value(entry, "date"))
    if number and day:
        return _("{number} of {day}").format(number=number, day=day)
    return number or day


def _why(again: Record) -> str:
    table = {
        "review": _("Review of {decision}: {text}"),
        "reopened": _("Open again, {decision}: {text}"),
        "recommended": _("Recommended before, {decision}: {text}"),
    }
    words = table.get(value(again, "why")) or _("Taken up again, {decision}: {text}")
    return sentence(
        words.format(decision=follows(again) or _("an earlier decision"), text=value(again, "text"))
    )


def _raised(entry: Record) -> str:
    channels = {"mail": _("by mail"), "phone": _("by phone")}
    how = [channels.get(value(entry, "channel"), ""), with_year(value(entry, "date"))]
    when = _(", ").join(part for part in how if part)
    name = value(entry, "organisation") or _("An organisation")
    who = _("{name} ({about})").format(name=name, about=when) if when else name
    words = (
        _("Objection of {who}: {text}")
        if value(entry, "kind") == "objection"
        else _("Concern of {who}: {text}")
    )
    return sentence(words.format(who=who, text=value(entry, "text") or _("the reason is not written down")))


def _reviewed(entry: Record) -> str:
    day, note = with_year(value(entry, "review_date")), value(entry, "note")
    if value(entry, "result") == "kept":
        said = _("Kept; it comes back on {day}").format(day=day) if day else _("Kept")
    else:
        said = _("Ended: it holds no more")
    return sentence(_("{said}. {note}").format(said=said, note=note) if note else said)
