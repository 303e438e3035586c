"""The parts of the public view that belong to a decision: text, objections, result."""

from __future__ import annotations

from datetime import date

from coalmeet.meeting.absent import provisional_lines
from coalmeet.meeting.consent import everybody_answered
from coalmeet.meeting.deciding import count_words, is_vote
from coalmeet.meeting.differences import pieces
from coalmeet.meeting.numbering import decision_numbers
from coalmeet.meeting.proposal import Objection, Proposal
from coalmeet.meeting.state import Meeting
from coalmeet.meeting.voting import tally, tally_words
from coalmeet.meeting.words import ground, outcome
from coalmeet.public import PublicObjection, PublicPiece, PublicProposal, PublicResult, Stage
from coalmeet.text import _, ngettext, plain_day


def proposal_view(meeting: Meeting, proposal: Proposal) -> PublicProposal:
    """The text on the table and what changed since the last version."""
    return PublicProposal(
        version=proposal.version,
        caption=_caption(proposal),
        locked=proposal.locked,
        text=proposal.text,
        pieces=text_pieces(proposal),
        brought_by=meeting.name_of(proposal.proposer),
        need=proposal.need,
        second=second_language(proposal),
    )


def second_language(proposal: Proposal) -> str:
    """The text in a second language with the word that it does not bind; "" where there is none."""
    given = proposal.in_second_language
    if given is None:
        return ""
    return _("{language}, not binding: {text}").format(language=given.language, text=given.text)


def _caption(proposal: Proposal) -> str:
    if proposal.locked:
        return _("Version {number}, text fixed").format(number=proposal.version)
    if proposal.versions:
        return _("Working on version {number}").format(number=proposal.version + 1)
    return _("Draft")


def text_pieces(proposal: Proposal) -> tuple[PublicPiece, ...]:
    """The text compared with the version before it."""
    earlier = [one.text for one in proposal.versions]
    if proposal.locked:
        earlier = earlier[:-1]
    return pieces(earlier[-1] if earlier else "", proposal.text)


def sayings(shown: Stage) -> tuple[str, ...]:
    """What one can say when asked: the four sentences of a consent round, the three of a vote."""
    if shown is Stage.VOTE:
        return (_("Yes"), _("No"), _("I abstain"))
    return can_say() if shown is Stage.CONSENT else ()


def tally_line(meeting: Meeting, proposal: Proposal) -> str:
    """What the vote needs and, once all have answered, how it came out; never a count on the way."""
    there = proposal.present or meeting.voices
    count = tally(proposal, there)
    if everybody_answered(meeting, proposal) or proposal.decided:
        return count_words(count)
    return _("Of {present} here, {needed} yes are needed.").format(present=count.present, needed=count.needed)


def can_say() -> tuple[str, ...]:
    """The four sentences that one can say in a consent round."""
    return (_("I consent"), _("I consent, and have a concern"), _("I object, because…"), _("I stand aside"))


def objections(meeting: Meeting, proposal: Proposal) -> tuple[PublicObjection, ...]:
    """Objections that are being integrated; a name only where the objector agreed to it."""
    return tuple(_objection(meeting, one) for one in proposal.open_objections)


def _objection(meeting: Meeting, objection: Objection) -> PublicObjection:
    who = meeting.name_of(objection.organisation) if objection.named else ""
    standing = _("The group works on it together.")
    return PublicObjection(
        who, objection.reason, ground(objection.ground) if objection.ground else "", standing
    )


def result(meeting: Meeting, proposal: Proposal) -> PublicResult:
    """How it came out, in exact words."""
    number = decision_numbers(meeting).get(proposal.id, "") if proposal.decided and proposal.versions else ""
    return PublicResult(
        outcome=proposal.outcome,
        outcome_word=outcome(proposal.outcome),
        number=number,
        text=proposal.words or proposal.text,
        lines=tuple(line for line in _result_lines(meeting, proposal) if line),
    )


def _vote_line(proposal: Proposal) -> str:
    if not is_vote(proposal) or not proposal.versions or not proposal.present:
        return ""
    return _("{count} said yes").format(count=tally_words(tally(proposal, proposal.present)))


def _result_lines(meeting: Meeting, proposal: Proposal) -> tuple[str, ...]:
    concerns = [
        one for one in proposal.answers if one.answer == "concern" and one.version == proposal.version
    ]
    return (
        _vote_line(proposal),
        _("{who} decided this").format(who=proposal.decided_by) if proposal.decided_by else "",
        _("Review on {date}").format(date=plain_day(date.fromisoformat(proposal.review_date)))
        if proposal.review_date and proposal.stage == "adopted"  # what is not in force is not reviewed
        else "",
        ngettext("{count} concern noted", "{count} concerns noted", len(concerns)).format(count=len(concerns))
        if concerns
        else "",
        _("Comes back on {date}").format(date=plain_day(date.fromisoformat(proposal.until)))
        if proposal.until
        else "",
        _("Referred to {group}").format(group=proposal.to) if proposal.to else "",
        *provisional_lines(meeting, proposal),
    )
