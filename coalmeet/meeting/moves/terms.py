"""Moves on the terms of a decision: how long it holds, how it is watched, who looks after it."""

from __future__ import annotations

from coalmeet.errors import NotAllowed
from coalmeet.meeting import events
from coalmeet.meeting.choosing import selection_of
from coalmeet.meeting.moves import proposals, selection
from coalmeet.meeting.moves.asking import some_text, the_proposal
from coalmeet.meeting.moves.work import a_date
from coalmeet.meeting.state import Meeting
from coalmeet.meeting.term import term_words
from coalmeet.text import _

Events = tuple[events.Event, ...]


def shorten_term(meeting: Meeting, at: int, review_date: str) -> Events:
    """A repair: the text holds only until a date (ISO) before its usual term, and comes back then."""
    proposal = the_proposal(meeting)
    if selection_of(meeting, proposal.id) is not None:
        return selection.change_term(meeting, at, review_date)
    day = a_date(review_date)
    if not day or day <= meeting.date:
        raise NotAllowed(_("Choose a date after today, on which it comes back."))
    return (
        *proposals.amend(meeting, at, f"{proposal.text} {term_words(day)}"),
        events.ReviewSet(proposal.id, day),
    )


def measure(meeting: Meeting, at: int, success: str, stop_if: str) -> Events:
    """A repair: the worry is watched, and the text itself says when it stops."""
    proposal = the_proposal(meeting)
    watched = some_text(success, _("Say what you look at, so that the worry would be seen in time."))
    stop = some_text(stop_if, _("Say what would have to be seen for the coalition to stop."))
    words = _("We watch: {watched}. We stop if: {stop}.").format(
        watched=watched.rstrip("."), stop=stop.rstrip(".")
    )
    found = proposals.amend(meeting, at, f"{proposal.text} {words}")
    return (*found, events.CriteriaSet(proposal.id, watched, stop, proposal.tell))


def translate(meeting: Meeting, at: int, language: str, text: str) -> Events:
    """Write the text on the table down in a second language, named as its speakers do; it is never binding."""
    proposal = the_proposal(meeting)
    named = some_text(language, _("Say which language it is."))
    kept = some_text(text, _("Write the text in that language, or leave it."))
    return (events.TranslationGiven(proposal.id, named, kept),)


def set_criteria(
    meeting: Meeting, at: int, proposal: str, success: str = "", stop_if: str = "", tell: str = ""
) -> Events:
    """Say how the coalition will see whether a decision works, when it stops, and who must be told."""
    if meeting.proposal(proposal) is None:
        raise NotAllowed(_("This decision is not from this meeting. Choose one from the list."))
    return (events.CriteriaSet(proposal, success.strip(), stop_if.strip(), tell.strip()),)


def set_review(meeting: Meeting, at: int, proposal: str, day: str) -> Events:
    """Set when a decision comes back to be kept, changed or ended."""
    if meeting.proposal(proposal) is None:
        raise NotAllowed(_("This decision is not from this meeting. Choose one from the list."))
    return (events.ReviewSet(proposal, a_date(day)),)


def name_responsible(meeting: Meeting, at: int, proposal: str, name: str) -> Events:
    """Say who looks after a decision; "" for nobody yet."""
    if meeting.proposal(proposal) is None:
        raise NotAllowed(_("This decision is not from this meeting. Choose one from the list."))
    return (events.ResponsibleNamed(proposal, name.strip()),)
