"""When consent is reached, and what stands in the way: the rules that hold on every path to a decision.

Consent never means that each must say yes: it means that each who is present was asked and nobody objects
(sociocratic practice; see Sociocracy 3.0 and "Many Voices One Song"). The facilitator alone ends no
objection.
"""

from __future__ import annotations

from coalmeet.meeting import stake, voting
from coalmeet.meeting.asked import cut_off_unasked, left_out, lines_broken, too_few
from coalmeet.meeting.proposal import Proposal
from coalmeet.meeting.standing import there_when_decided
from coalmeet.meeting.state import Meeting
from coalmeet.meeting.words import listed
from coalmeet.text import _, ngettext

MOST_NAMED = 3  # in a line that both windows show
SAID_YES = ("consent", "concern")


def answers_missing(meeting: Meeting, proposal: Proposal) -> tuple[str, ...]:
    """Organisations present now that have not been asked about the version on the table."""
    return tuple(one for one in meeting.voices if proposal.answer_of(one) is None)


def everybody_answered(meeting: Meeting, proposal: Proposal) -> bool:
    """Whether the answers may be shown: all who are here have given theirs, and no broken line hides one."""
    if not proposal.locked or answers_missing(meeting, proposal):
        return False
    return proposal.decided or not cut_off_unasked(meeting, proposal)


def why_not_adoptable(meeting: Meeting, proposal: Proposal) -> str:
    """The sentence that says what is missing before adoption and what to do; "" when nothing is."""
    if proposal.method in voting.VOTED and not proposal.decided:
        return voting.why_not_adoptable(meeting, proposal) or stake.why_not_adoptable(meeting, proposal)
    return (
        _not_locked(proposal)
        or left_out(
            meeting, answers_missing(meeting, proposal)
        )  # an objector is asked about the new text, too
        or lines_broken(meeting, proposal)
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
    return not why_fallen(meeting, proposal)


def why_fallen(meeting: Meeting, proposal: Proposal) -> str:
    """The sentence that says why an adopted text is not carried by the entries as they stand now; "" where it is.

    Both windows show it, so it names nobody who objects.
    """
    there = there_when_decided(meeting, proposal)
    if proposal.method == "delegated":
        return ""
    if len(there) < meeting.quorum:
        return _("Too few were there to decide.")
    if proposal.method in voting.VOTED:
        if voting.still_holds(meeting, proposal, there):
            return ""
        return _("It is decided by a vote, and the votes do not carry it.")
    missing = [meeting.name_of(one) for one in there if proposal.answer_of(one) is None]
    if len(missing) > MOST_NAMED:
        return _("{count} organisations were there and had not been asked by name.").format(
            count=len(missing)
        )
    if missing:
        return ngettext(
            "{names} was there and had not been asked by name.",
            "{names} were there and had not been asked by name.",
            len(missing),
        ).format(names=listed(missing))
    if _somebody_objects(proposal, there):
        return _("An objection is open.")
    return "" if _most_say_yes(proposal, there) else _("Fewer than half of those who were there consented.")


def _somebody_objects(proposal: Proposal, there: tuple[str, ...]) -> bool:
    ended = {one.organisation for one in proposal.objections if one.ending}
    answers = [proposal.answer_of(one) for one in there]
    return bool(proposal.open_objections) or any(
        answer and answer.answer == "objection" and answer.organisation not in ended for answer in answers
    )
