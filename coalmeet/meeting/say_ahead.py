"""You can say, before the meeting: the sentences that the stages of a planned item will need, in their order."""

from __future__ import annotations

from collections.abc import Iterator

from coalmeet.meeting.ahead_items import is_decided
from coalmeet.meeting.events import Evaluated, ItemStarted, NextMeetingAgreed, ProposalBrought, StageReached
from coalmeet.meeting.fold import apply
from coalmeet.meeting.say import say, usual
from coalmeet.meeting.state import Item, Meeting
from coalmeet.meeting.voting import VOTED
from coalmeet.meeting.words import stage
from coalmeet.public import Stage
from coalmeet.text import _

Said = tuple[str, tuple[str, ...]]  # the stage, "" for a whole item, and what to say, the best first
_TEXT = "the text that will be brought"  # an id, never shown
_STEPS = ("presented", "clarifying", "reacting", "amending")


def say_ahead(meeting: Meeting, item: Item) -> tuple[Said, ...]:
    """The stages of an item, each with its sentences; what depends on who says what is left to the moment."""
    if item.entry.built_in == "break":
        return (("", usual(Stage.BREAK)),)
    begun = apply(meeting, ItemStarted(item.id), 1)
    found: list[Said] = [("", say(begun, 1))]
    if item.entry.built_in == "closing":
        found += _closing(begun)
    if is_decided(item):
        found += _deciding(begun, item)
    return tuple(found)


def _closing(begun: Meeting) -> Iterator[Said]:
    """After the last round: the next date, and who facilitates then."""
    heard = apply(begun, Evaluated(""), 1)
    yield _("Next date"), say(heard, 1)
    yield _("Next turn"), say(apply(heard, NextMeetingAgreed(begun.date), 1), 1)


def _deciding(begun: Meeting, item: Item) -> Iterator[Said]:
    entry, method = item.entry, begun.kind(item.entry.kind).method
    if method == "selection":
        return  # nominations go by name: the desk says them when their time comes
    brought = ProposalBrought(_TEXT, item.id, entry.proposal or entry.title, entry.proposer, kind=entry.kind)
    there = apply(begun, brought, 1)
    if method == "delegated":
        yield stage("delegated"), say(there, 1)
        return
    for step in _STEPS:
        there = apply(there, StageReached(_TEXT, step), 1)
        yield stage(step), say(there, 1)
    if method in VOTED:
        yield stage("vote"), usual(Stage.VOTE)
        return
    yield stage("consent"), usual(Stage.CONSENT)
    yield _("After an objection"), usual(Stage.INTEGRATING)
