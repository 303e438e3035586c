"""Folds of choosing a person for a role."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from coalmeet.meeting import events
from coalmeet.meeting.choosing import Nomination, Selection
from coalmeet.meeting.folds.folding import folds, with_proposal
from coalmeet.meeting.state import Meeting


@folds(events.SelectionBegun)
def selection_begun(meeting: Meeting, event: events.SelectionBegun, at: int) -> Meeting:
    """Nobody is named yet."""
    begun = Selection(event.id, event.item, event.role, event.until)
    return replace(meeting, selections=(*meeting.selections, begun))


@folds(events.Nominated)
def nominated(meeting: Meeting, event: events.Nominated, at: int) -> Meeting:
    """One nomination a voice, in its first place; whom it had named first stays known."""

    def named(one: Selection) -> Selection:
        before = one.of(event.voice)
        first = ""
        if before is not None:
            other = (before.person or before.name) != (event.person or event.name)
            first = (before.person or before.name) if other else before.before
        made = Nomination(event.voice, event.person, event.reason, event.name, first)
        kept = tuple(made if nomination is before else nomination for nomination in one.nominations)
        return replace(one, nominations=kept if before else (*kept, made))

    return _with_selection(meeting, event.selection, named)


@folds(events.CandidateProposed)
def candidate_proposed(meeting: Meeting, event: events.CandidateProposed, at: int) -> Meeting:
    """The text is decided by the consent of all, whatever the matrix says of its kind."""
    found = _with_selection(
        meeting,
        event.selection,
        lambda one: replace(
            one, proposal=event.proposal, person=event.person, name=event.name, reason=event.reason
        ),
    )
    return with_proposal(
        found, event.proposal, lambda one: replace(one, ruled_by=replace(one.ruled_by, method="selection"))
    )


@folds(events.TermAgreed)
def term_agreed(meeting: Meeting, event: events.TermAgreed, at: int) -> Meeting:
    """The role comes back on the day on which its term ends."""
    found = _with_selection(meeting, event.selection, lambda one: replace(one, until=event.until))
    asked = next((one.proposal for one in found.selections if one.id == event.selection), "")
    return with_proposal(found, asked, lambda one: replace(one, review_date=event.until))


def _with_selection(meeting: Meeting, selection: str, change: Callable[[Selection], Selection]) -> Meeting:
    changed = tuple(change(one) if one.id == selection else one for one in meeting.selections)
    return replace(meeting, selections=changed)
