"""Rounds as the minutes tell them: the question, how many were heard, what was written down; and turns to speak."""

from __future__ import annotations

from collections.abc import Iterator

from coalmeet.meeting import words
from coalmeet.meeting.minutes_words import Record, amount, many, names, sentence, value
from coalmeet.text import _, ngettext


def told(entry: Record) -> Iterator[str]:
    """The rounds of an item, a sentence or two each; one that was broken off says so."""
    for one in many(entry, "rounds"):
        yield _heard(one)
        sides = (
            ("well", _("Going well: {themes}.")),
            ("better", _("Could be better: {themes}.")),
            ("themes", _("Said: {themes}.")),
        )
        for key, text in sides:
            found = [theme.rstrip(".") for theme in names(one, key)]
            if found:
                yield text.format(themes=_("; ").join(found))


def _heard(one: Record) -> str:
    question, heard = value(one, "question").rstrip("."), round(amount(one, "heard") or 0)
    passed, missed = round(amount(one, "passed") or 0), round(amount(one, "not_heard") or 0)
    kind = words.round_kind(value(one, "kind") or "free")
    name = _("{round} “{question}”").format(round=kind, question=question) if question else kind
    said = ngettext("{round}: {count} voice heard", "{round}: {count} voices heard", heard)
    said = said.format(round=name, count=heard)
    if passed:
        said = _("{sentence}, {count} passed").format(sentence=said, count=passed)
    if missed:
        said = ngettext(
            "{sentence}; broken off, {count} not heard", "{sentence}; broken off, {count} not heard", missed
        ).format(sentence=said, count=missed)
    lost = names(one, "line_lost")
    if lost:
        said = _("{sentence}; line lost: {names}").format(sentence=said, names=words.listed(lost))
    return sentence(said)


def turns(record: Record) -> Iterator[str]:
    """How often each organisation spoke: one sentence, the most often first; never a person, never how long."""
    counted = [
        (value(one, "organisation"), round(amount(one, "turns") or 0)) for one in many(record, "turns")
    ]
    counted = sorted((one for one in counted if one[0] and one[1]), key=lambda one: -one[1])
    if counted:
        each = (_("{organisation} {count}").format(organisation=name, count=count) for name, count in counted)
        yield sentence(_(", ").join(each))
