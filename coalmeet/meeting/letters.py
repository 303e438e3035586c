"""What an organisation is told that was not there, or had left before a decision: its own letter, from the record.

Nothing here is sent. A letter says first what concerns the one who reads it: what was decided without them, how
objections ended, what they are asked for, how they can object, to whom and until when, and when we meet next.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from coalmeet.meeting.minutes_actions import told
from coalmeet.meeting.minutes_decisions import objection
from coalmeet.meeting.minutes_items import recorded
from coalmeet.meeting.minutes_people import absent_organisations, next_time
from coalmeet.meeting.minutes_values import Action, Decision, Minutes, Standing
from coalmeet.meeting.minutes_words import Record, in_full, many, names, sentence, value
from coalmeet.text import _, ngettext, speaking

_DECIDED = frozenset({Standing.HOLDS, Standing.PROVISIONAL, Standing.RECOMMENDED})


@dataclass(frozen=True, slots=True)
class Part:
    """A heading, "" for none, and what stands below it: a paragraph each, or a list."""

    heading: str
    texts: tuple[str, ...]
    listed: bool = False


@dataclass(frozen=True, slots=True)
class Letter:
    """To one organisation: what stands in the subject, and the parts in the order of reading."""

    organisation: str
    subject: str
    parts: tuple[Part, ...]


def letters(minutes: Minutes, record: Record) -> tuple[Letter, ...]:
    """A letter for each organisation that was away, or had left before something was decided, in the record's order."""
    with speaking(minutes.language):
        away = absent_organisations(record)
        left = [name for *_of, one in recorded(minutes.items, record) for name in names(one, "left_before")]
        return tuple(
            _letter(name, minutes, record, away=name in away) for name in dict.fromkeys([*away, *left])
        )


def _letter(name: str, minutes: Minutes, record: Record, *, away: bool) -> Letter:
    subject = _("{meeting}, {day}: what concerns {organisation}")
    parts = (
        Part("", tuple(_greeting(name, minutes, away=away))),
        Part(*_decisions(name, minutes, record, away=away), listed=True),
        Part(_("You are asked to"), tuple(_asked(name, minutes, record)), listed=True),
        Part(_("How you can object"), tuple(_how_to_object(name, minutes, record, away=away))),
        Part(_("Your work from this meeting"), tuple(map(_work, _of(name, minutes.actions))), listed=True),
        Part(_("Next time"), next_time(record), listed=True),
        Part("", (_("The whole minutes are attached: as PDF, and as a page for phones."),)),
    )
    return Letter(
        name,
        subject.format(meeting=minutes.title, day=minutes.day, organisation=name),
        tuple(part for part in parts if part.texts),
    )


def _greeting(name: str, minutes: Minutes, *, away: bool) -> Iterator[str]:
    yield _("Dear {organisation},").format(organisation=name)
    day = in_full(minutes.date)
    if away:
        said = _(
            "You were not there on {day}, when we met for “{meeting}”. Here is what you need to know first."
        )
    else:
        said = _(
            "You had to leave on {day}, before “{meeting}” was over. Here is what you need to know first."
        )
    yield said.format(day=day, meeting=minutes.title)


def _concerning(
    name: str, minutes: Minutes, record: Record, *, away: bool
) -> Iterator[tuple[Decision, Record]]:
    for _item, decision, one in recorded(minutes.items, record):
        if decision.standing in _DECIDED and (away or name in names(one, "left_before")):
            yield decision, one


def _decisions(name: str, minutes: Minutes, record: Record, *, away: bool) -> tuple[str, tuple[str, ...]]:
    """What was decided without them, each in its exact words, with its outcome and how objections ended."""
    found = tuple(
        "\n".join(_decided(decision, one)) for decision, one in _concerning(name, minutes, record, away=away)
    )
    if not found:
        return "", (_("Nothing was decided without you."),)
    heading = (
        ngettext("This was decided without you", "These were decided without you", len(found))
        if away
        else ngettext("This was decided after you left", "These were decided after you left", len(found))
    )
    return heading, found


def _decided(decision: Decision, one: Record) -> Iterator[str]:
    yield _("{number}: {text}").format(number=decision.number, text=decision.text)
    yield sentence(decision.outcome)
    for each in many(one, "objections"):
        yield _("Objection: {words}").format(words=objection(each, decision.standing))


def _asked(name: str, minutes: Minutes, record: Record) -> Iterator[str]:
    """From page one: what is asked of this organisation; what is asked of a person stands with their organisation."""
    people = {value(one, "name") for one in many(record, "people") if value(one, "organisation") == name}
    for request in minutes.requests:
        if {name, *people} & set(request.asked):
            until = _("{text} ({until})").format(text=request.text, until=request.until)
            yield until if request.until else request.text


def _how_to_object(name: str, minutes: Minutes, record: Record, *, away: bool) -> Iterator[str]:
    """To whom, how and until when; only where something is provisional for them."""
    open_ = [
        (decision, value(one, "provisional_until"), one.get("window_days"))
        for decision, one in _concerning(name, minutes, record, away=away)
        if decision.standing is Standing.PROVISIONAL and not one.get("reopened")
    ]
    if not open_:
        return
    leads = _(", ").join(names(record, "facilitators"))
    if leads:
        yield _(
            "Answer this letter, or ring {name}. Say what would do harm, and what would change your mind."
        ).format(name=leads)
    else:
        yield _("Answer this letter. Say what would do harm, and what would change your mind.")
    for decision, until, days in open_:
        if until:
            yield _("{number}: until the end of {day}.").format(number=decision.number, day=in_full(until))
        elif isinstance(days, int) and days:
            words = ngettext(
                "{number}: for {count} day from when these minutes go round.",
                "{number}: for {count} days from when these minutes go round.",
                days,
            )
            yield words.format(number=decision.number, count=days)
    yield _(
        "If nobody objects by then, it holds for all of us. An objection opens it again; you then help to repair it."
    )


def _of(name: str, actions: tuple[Action, ...]) -> list[Action]:
    return [one for one in actions if one.organisation == name and not one.done]


def _work(one: Action) -> str:
    return _("{number}: {text} ({told})").format(number=one.number, text=one.text, told=told(one))
