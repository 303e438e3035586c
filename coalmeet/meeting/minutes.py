"""From the record of a meeting to its minutes: one value that PDF, Markdown and every other form is made of.

The record is the only input, so what the record does not hold (private notes, access needs, contacts) cannot
be in any document. Everything in a record but its date and agenda may be missing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from coalmeet.meeting.minutes_actions import by_due_date
from coalmeet.meeting.minutes_again import emergency_meeting
from coalmeet.meeting.minutes_closing import approval, requests, sections, status
from coalmeet.meeting.minutes_decisions import RANKS, unworded
from coalmeet.meeting.minutes_items import items
from coalmeet.meeting.minutes_people import attendance
from coalmeet.meeting.minutes_summary import before_the_meeting, in_one_minute
from coalmeet.meeting.minutes_values import Decision, Item, Minutes, Section, Temperature
from coalmeet.meeting.minutes_versions import versions
from coalmeet.meeting.minutes_words import Record, in_full, many, span, value, with_year
from coalmeet.text import _, language, ngettext, speaking


def minutes(record: Record, *, coalition: str = "", lang: str = "", time_zone: str = "") -> Minutes:
    """The minutes of a record, in words of the language `lang` (a code such as "en"; "" for the current one).

    `coalition` is the file's, used where the record names none; `time_zone` is the coalition's IANA zone, and
    the record's own is named where it is another.
    """
    with speaking(lang or language()):
        return _minutes(record, coalition, time_zone)


def published(record: Record) -> dict[str, Any]:
    """The record as it may travel inside a document: without notes that are off the record, and without what was
    taken out of notes after the meeting.
    """
    agenda = [_published(entry) for entry in many(record, "agenda")]
    return {**record, **_published_words(record), "agenda": agenda}


def _published_words(record: Record) -> dict[str, Any]:
    """The words of the temperature round as the charter lets minutes tell them; as they came where nothing is said."""
    telling, given = telling_of(record), many(record, "temperature")
    if telling not in ("words", "none") or not given:
        return {}
    return {"temperature": [{"word": one.get("word")} for one in given] if telling == "words" else []}


def _published(entry: Record) -> dict[str, Any]:
    hidden = {"notes", "notes_at_meeting"} if entry.get("off_record") else set()
    if entry.get("notes_at_meeting"):  # that the meeting had none may be known
        hidden.add("notes_at_meeting")
    return {key: entry[key] for key in entry if key not in hidden}


def _minutes(record: Record, coalition: str, time_zone: str) -> Minutes:
    meeting = value(record, "date")
    found = items(record, meeting)
    decisions = _first_page(record, found)
    actions = by_due_date([action for item in found for action in item.actions])
    asked = requests(record, found, meeting)
    planned = _is_planned(record)
    state, words = status(record, planned=planned)
    told = (
        before_the_meeting(found, decisions) if planned else in_one_minute(found, decisions, actions, asked)
    )
    whose = value(record, "coalition") or coalition
    return Minutes(
        coalition=whose,
        title=value(record, "title") or whose or _("Meeting"),
        date=meeting,
        day=with_year(meeting),
        when=_when(record, time_zone),
        where=_(" · ").join(part for part in (value(record, "place"), value(record, "link")) if part),
        language=language(),
        time_zone=time_zone,
        state=state,
        status=words,
        in_one_minute=_summary(record) or (*emergency_meeting(record), *told),
        decisions=decisions,
        actions=actions,
        requests=asked,
        attendance=attendance(record),
        temperature=_temperature(record),
        items=found,
        sections=(*_emergency(record), *sections(record)),
        approval=() if planned else approval(record, found),
        source=_source(record),
        versions=versions(record),
    )


def _first_page(record: Record, found: Sequence[Item]) -> tuple[Decision, ...]:
    """Every decision, what holds first and what did not pass last, with items that were agreed without words."""
    agreed = [
        unworded(item.title, at)
        for at, (item, entry) in enumerate(zip(found, many(record, "agenda"), strict=True))
        if value(entry, "outcome") == "agreed" and not item.decisions
    ]
    every = [decision for item in found for decision in item.decisions] + agreed
    return tuple(sorted(every, key=lambda one: (RANKS[one.standing], not one.worded)))


def _summary(record: Record) -> tuple[str, ...]:
    text = value(record, "summary")
    return tuple(line for line in text.splitlines() if line.strip())


def _when(record: Record, time_zone: str) -> str:
    sat = [_sitting(one) for one in many(record, "sittings")]
    if sat:
        return _(", and ").join(sat)
    zone = value(record, "timezone")
    times = span(value(record, "start"), value(record, "end"))
    parts = [in_full(value(record, "date")), times, zone if times and time_zone and zone != time_zone else ""]
    return _(", ").join(part for part in parts if part)


def _sitting(entry: Record) -> str:
    """One day of a meeting that went on another day."""
    parts = (in_full(value(entry, "date")), span(value(entry, "start"), value(entry, "end")))
    return _(", ").join(part for part in parts if part)


def _temperature(record: Record) -> Temperature | None:
    telling = telling_of(record)
    given = [value(one, "word") for one in many(record, "temperature")]
    counts = Counter(word for word in given if word)
    if not counts or telling == "none":
        return None
    ranked = sorted(counts.items(), key=lambda one: -one[1])
    often = _(", ").join(
        _("{word} ×{count}").format(word=word, count=count) for word, count in ranked if count > 1
    )
    people = sum(counts.values())
    if often and len(ranked) > 1 and ranked[-1][1] == 1:
        text = ngettext(
            "One word at the start, from {count} person: {words}, the others once.",
            "One word each at the start, from {count} people: {words}, the others once.",
            people,
        )
    elif often:
        text = ngettext(
            "One word at the start, from {count} person: {words}.",
            "One word each at the start, from {count} people: {words}.",
            people,
        )
    else:
        text = ngettext(
            "One word at the start, from {count} person.",
            "One word each at the start, from {count} people.",
            people,
        )
    said = text.format(count=people, words=often)
    if telling == "names":
        named = _(", ").join(_named(one) for one in many(record, "temperature") if value(one, "word"))
        said = _("{sentence} By name: {names}.").format(sentence=said, names=named)
    return Temperature(tuple(ranked), said)


def _named(entry: Record) -> str:
    name, word = value(entry, "name"), value(entry, "word")
    return _("{name}: {word}").format(name=name, word=word) if name else word


def telling_of(record: Record) -> str:
    """How the words of the temperature round are told: names, words or none; "" where the record does not say."""
    told = record.get("telling")
    return value(told, "words") if isinstance(told, Mapping) else ""


def _is_planned(record: Record) -> bool:
    """Whether the meeting has still to be held: nothing in its record tells of anything that happened.

    A decision without an outcome is the draft proposal of an agenda that travels before its meeting.
    """
    told = ("outcome", "notes", "actions", "minutes_used")
    entries = many(record, "agenda")
    happened = any(entry.get(key) for entry in entries for key in told)
    happened = happened or any(value(one, "outcome") for entry in entries for one in many(entry, "decisions"))
    return not happened and bool(record.get("agenda")) and not value(record, "end")


def _source(record: Record) -> str:
    source, licence = value(record, "source"), value(record, "licence")
    if source and licence:
        return _("Source: {source} · Licence: {licence}").format(source=source, licence=licence)
    return _("Source: {source}").format(source=source) if source else ""


def _emergency(record: Record) -> tuple[Section, ...]:
    """Who called the meeting and why, where “In one minute” was written by a person, who need not say it."""
    told = emergency_meeting(record) if _summary(record) else ()
    return (Section(_("An emergency meeting"), told),) if told else ()
