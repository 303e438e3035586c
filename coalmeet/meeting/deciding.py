"""Who decides an item and how, in words: both windows show it, so that nobody has to ask under which rule we are."""

from __future__ import annotations

from datetime import date

from coalmeet.meeting.events import DecisionKind
from coalmeet.meeting.proposal import Proposal
from coalmeet.meeting.state import Item, Meeting
from coalmeet.meeting.voting import VOTED, Tally
from coalmeet.meeting.words import method
from coalmeet.text import _, plain_day


def how_decided(meeting: Meeting, item: Item) -> str:
    """Who decides the matter of an item, and how; "" where nothing is to be said."""
    proposals = meeting.proposals_of(item.id)
    if not proposals and item.entry.label != "decision":
        return ""
    row = proposals[-1].ruled_by if proposals else meeting.kind(item.entry.kind)
    taken = proposals[-1].fallback if proposals else None
    if taken is None:
        return _announced(kind_words(row), meeting, item, row)
    said = vote_words(taken.method)
    if not taken.since:
        return said
    since = plain_day(date.fromisoformat(taken.since))
    return _("{how}; consent was not reached on {date}").format(how=said, date=since)


def _announced(said: str, meeting: Meeting, item: Item, row: DecisionKind) -> str:
    """With the vote that the agenda announced, should consent fail again."""
    vote = meeting.profile.fallback if row.method == "consent" and item.entry.vote_announced else ""
    if not vote:
        return said
    then = _("{how}. Announced, should consent fail again: {vote}")
    return then.format(how=said, vote=method(vote).lower())


def kind_words(kind: DecisionKind) -> str:
    """Who decides matters of this kind and how, and that it is critical where it is."""
    said = _who_and_how(kind)
    return _("{how}. Critical").format(how=said) if kind.critical else said


def _who_and_how(kind: DecisionKind) -> str:
    if kind.method == "delegated":
        return _("{decider} decides").format(decider=kind.decider or _("A group or a person"))
    if kind.method == "selection":
        return _("Chosen by consent")
    return vote_words(kind.method)


def vote_words(method: str) -> str:
    """What a method needs of those who are here."""
    table = {
        "consensus": _("Decided by consensus: all who are here say yes"),
        "majority": _("Decided by a majority of those here"),
        "two_thirds": _("Decided by two thirds of those here"),
    }
    return table.get(method, _("Decided by consent"))


def method_of(meeting: Meeting, item: Item) -> str:
    """The method by which the matter of an item is decided: its last proposal's, or that of the kind it was given."""
    proposals = meeting.proposals_of(item.id)
    return proposals[-1].method if proposals else meeting.kind(item.entry.kind).method


def is_vote(proposal: Proposal | None) -> bool:
    """Whether answers to this text are votes."""
    return proposal is not None and proposal.method in VOTED


def count_words(count: Tally) -> str:
    """A whole count in a sentence, and what it needs."""
    return _("{yes} yes, {no} no, {abstain} abstain. Of {present} here, {needed} yes are needed.").format(
        yes=count.yes, no=count.no, abstain=count.abstain, present=count.present, needed=count.needed
    )
