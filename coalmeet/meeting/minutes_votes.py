"""Votes and delegated decisions as the minutes tell them: the count, every voice, and who decided instead."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from coalmeet.meeting.minutes_words import Record, names, sentence, value, with_year
from coalmeet.meeting.words import listed
from coalmeet.text import _


def _of(entry: Record, key: str) -> Mapping[str, Any]:
    found = entry.get(key)
    return found if isinstance(found, Mapping) else {}


def outcome(entry: Record, code: str) -> str:
    """How a vote or a delegated decision came out, in a phrase; "" where consent was asked for."""
    count = _count(entry)
    if code == "not agreed" and count:
        return _("Not passed: {count}, {needed} were needed").format(
            count=count, needed=_of(entry, "votes").get("needed")
        )
    if code not in ("agreed", "provisional"):
        return ""
    said = _how(entry, count)
    return _("{how}; provisional").format(how=said) if said and code == "provisional" else said


def _how(entry: Record, count: str) -> str:
    if value(entry, "decided_by"):
        return _("Decided by {who}").format(who=value(entry, "decided_by"))
    table = {
        "consensus": _("Agreed by consensus: {count}"),
        "majority": _("Agreed by majority: {count}"),
        "two thirds": _("Agreed by two thirds: {count}"),
    }
    return table.get(value(entry, "method"), "").format(count=count) if count else ""


def _count(entry: Record) -> str:
    votes = _of(entry, "votes")
    if not votes:
        return ""
    yes = names(votes, "yes")
    there = len(yes) + len(names(votes, "no")) + len(names(votes, "abstained"))
    return _("{yes} of {present} present").format(yes=len(yes), present=there)


def kind(entry: Record) -> str:
    """The kind of decision as the matrix names it, and that it is critical."""
    name = value(entry, "kind")
    return _("{kind}, critical").format(kind=name) if name and entry.get("critical") else name


def votes(entry: Record) -> Iterator[str]:
    """Who said what, a sentence an answer; nobody is left out and nobody is counted twice."""
    found = _of(entry, "votes")
    said = {
        "yes": _("Yes: {names}."),
        "no": _("No: {names}."),
        "abstained": _("Abstained: {names}."),
    }
    for key, words in said.items():
        if names(found, key):
            yield words.format(names=_(", ").join(names(found, key)))


def decided_by(entry: Record) -> Iterator[str]:
    """Who decided instead of the coalition, and what gave them the right."""
    who = value(entry, "decided_by")
    if who:
        yield sentence(who)
    if who and value(entry, "authority"):
        yield _("Their authority: {authority}").format(authority=sentence(value(entry, "authority")))


def fallback(entry: Record) -> Iterator[str]:
    """That a vote took the place of consent: since when, why now, and whose objection it passes over."""
    found = _of(entry, "fallback")
    if not found:
        return
    since, reason, over = with_year(value(found, "since")), value(found, "reason"), names(found, "over")
    if reason:
        told = _("Consent was not reached on {day}, and waiting was impossible: {reason}")
        yield told.format(day=since, reason=sentence(reason))
    else:
        yield _("Consent was not reached on {day}; a vote was announced for this meeting.").format(day=since)
    if over:
        yield _("It passes over the objection of {names}.").format(names=listed(over))
