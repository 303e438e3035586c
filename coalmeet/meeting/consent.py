"""When consent is reached, and what stands in the way: the rules that hold on every path to a decision.

Consent never means that each must say yes: it means that each who is present was asked and nobody objects
(sociocratic practice; see Sociocracy 3.0 and "Many Voices One Song"). The facilitator alone ends no
objection.
"""

from __future__ import annotations

from coalmeet.meeting import stake, voting
from coalmeet.meeting.asked import left_out, too_few
from coalmeet.meeting.proposal import Proposal
from coalmeet.meeting.state import Meeting
from coalmeet.meeting.timing import present_at
from coalmeet.meeting.words import listed
from coalmeet.text import _, ngettext

SAID_YES = ("consent", "concern")


def answers_missing(meeting: Meeting, proposal: Proposal) -> tuple[str, ...]:
    """Organisations present now that have not been asked about the version on the table."""
    return tuple(one for one in meeting.voices if proposal.answer_of(one) is None)


def everybody_answered(meeting: Meeting, proposal: Proposal) -> bool:
    """Whether the answers may be shown: all who are here have given theirs."""
    return proposal.locked and not answers_missing(meeting, proposal)


def why_not_adoptable(meeting: Meeting, proposal: Proposal) -> str:
    """The sentence that says what is missing before adoption and what to do; "" when nothing is."""
    if proposal.method in voting.VOTED and not proposal.decided:
        return voting.why_not_adoptable(meeting, proposal) or stake.why_not_adoptable(meeting, proposal)
    return (
        _not_locked(proposal)
        or left_out(
            meeting, answers_missing(meeting, proposal)
        )  # an objector is asked about the new text, too
        or _objection_open(meeting, proposal)
        or too_few(meeting)
        or _too_many_aside(meeting, proposal)
        or stake.why_not_adoptable(meeting, proposal)
    )


def _not_locked(proposal: Proposal) -> str:
    if proposal.decided:
        return _("This proposal is decided already. Bring it again to change it.")
    if not proposal.locked or not proposal.versions:
        return _("The text is not fixed yet. Ask for consent: that locks it as the next version.")
    return ""


def _objection_open(meeting: Meeting, proposal: Proposal) -> str:
    names = [meeting.name_of(one.organisation) for one in proposal.open_objections]
    if not names:
        return ""
    return ngettext(
        "{names} objects. Change the text together, or ask whether the objection still holds.",
        "{names} object. Change the text together, or ask whether the objections still hold.",
        len(names),
    ).format(names=listed(names))


def _too_many_aside(meeting: Meeting, proposal: Proposal) -> str:
    if _most_say_yes(proposal, meeting.voices):
        return ""
    return _(
        "Fewer than half of those present consent, the others stand aside. Bring the text back to the group."
    )


def _most_say_yes(proposal: Proposal, there: tuple[str, ...]) -> bool:
    """Whether at least half of them let the version on the table pass: who stands aside does not.

    An objector who let the objection go does, unless they then stood aside.
    """
    said = [answer for one in there if (answer := proposal.answer_of(one))]
    ended = {one.organisation for one in proposal.objections if one.ending}
    yes = [
        one
        for one in said
        if one.answer in SAID_YES or (one.answer == "objection" and one.organisation in ended)
    ]
    return len(yes) * 2 >= len(there)


def ready(meeting: Meeting, proposal: Proposal) -> bool:
    """Whether it may be adopted now."""
    return not why_not_adoptable(meeting, proposal)


def unsound(meeting: Meeting) -> tuple[Proposal, ...]:
    """Adopted proposals that the record no longer carries, because an earlier entry was corrected.

    One that was reopened already is left out: it has a successor.
    """
    return tuple(one for one in meeting.proposals if _adopted(one) and not _still_holds(meeting, one))


def _adopted(proposal: Proposal) -> bool:
    return proposal.stage == "adopted" and not proposal.reopened_as


def _still_holds(meeting: Meeting, proposal: Proposal) -> bool:
    there = _there_when_decided(meeting, proposal)
    if proposal.method in (*voting.VOTED, "delegated"):
        return voting.still_holds(meeting, proposal, there)
    if proposal.open_objections or len(there) < meeting.quorum:
        return False
    answers = [proposal.answer_of(one) for one in there]
    if any(answer is None for answer in answers):
        return False
    ended = {one.organisation for one in proposal.objections if one.ending}
    if any(
        answer and answer.answer == "objection" and answer.organisation not in ended for answer in answers
    ):
        return False
    return _most_say_yes(proposal, there)


def _there_when_decided(meeting: Meeting, proposal: Proposal) -> tuple[str, ...]:
    """By the times of arrivals and departures, as corrected; where a clock that was stepped back shows in them,
    by what was noted when the decision was made.
    """
    stepped_back = proposal.decided_at < max(meeting.opened_at, *(one.at for one in proposal.versions), 0)
    return proposal.present if stepped_back else voices_at(meeting, proposal.decided_at)


def voices_at(meeting: Meeting, moment: int) -> tuple[str, ...]:
    """Who was present with a voice at that wall time, as the record has it now: ids of the charter's unit."""
    there = [one.seat for one in meeting.people if one.has_voice and present_at(one, moment)]
    if meeting.profile.unit == "person":
        return tuple(seat.person for seat in there)
    organisations = {seat.organisation for seat in there}
    return tuple(member.id for member in meeting.members if member.id in organisations)
