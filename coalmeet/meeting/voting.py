"""Deciding otherwise than by consent: what a method needs, what is reached, and why a text cannot be adopted yet.

Who is present counts, not who speaks up: an abstention is no yes. One voice each, whatever its size or budget. The
text is locked, everybody present is asked, and quorum holds, as on every path to a decision.
"""

from __future__ import annotations

from dataclasses import dataclass

from coalmeet.meeting.asked import left_out, lines_broken, too_few
from coalmeet.meeting.proposal import Proposal
from coalmeet.meeting.state import Meeting
from coalmeet.meeting.turns import organisation_of
from coalmeet.meeting.words import listed
from coalmeet.text import _, ngettext

VOTED = ("consensus", "majority", "two_thirds")
VOTES = ("yes", "no", "abstain")


@dataclass(frozen=True, slots=True)
class Tally:
    """How a vote stands: voices present, how many of them said what, and how many yes are needed."""

    present: int
    yes: int
    no: int
    abstain: int
    needed: int

    @property
    def reached(self) -> bool:
        """Whether enough said yes; nobody present is not enough."""
        return bool(self.present) and self.yes >= self.needed


def needed(method: str, present: int) -> int:
    """How many of so many present voices must say yes."""
    if method == "consensus":
        return present
    return -(-present * 2 // 3) if method == "two_thirds" else present // 2 + 1


def tally(proposal: Proposal, there: tuple[str, ...]) -> Tally:
    """How these voices answered the version on the table."""
    said = [answer.answer for one in there if (answer := proposal.answer_of(one))]
    yes, no, abstain = (said.count(code) for code in VOTES)
    return Tally(len(there), yes, no, abstain, needed(proposal.method, len(there)))


def tally_words(count: Tally) -> str:
    """The count as minutes and windows say it: "6 of 8 present"."""
    return _("{yes} of {present} present").format(yes=count.yes, present=count.present)


def why_not_adoptable(meeting: Meeting, proposal: Proposal) -> str:
    """The sentence that says what a vote still lacks and what to do; "" when the text may be adopted."""
    if not proposal.locked or not proposal.versions:
        return _("The text is not fixed yet. Fix it first: then everybody is asked.")
    return (
        why_protected(meeting, proposal)
        or left_out(meeting, (one for one in meeting.voices if proposal.answer_of(one) is None))
        or lines_broken(meeting, proposal)
        or too_few(meeting)
        or _not_reached(meeting, proposal)
    )


def still_holds(meeting: Meeting, proposal: Proposal, there: tuple[str, ...]) -> bool:
    """Whether a result by vote is carried by the entries as they stand now, for those who were there."""
    if proposal.method == "delegated":
        return True
    if len(there) < meeting.quorum or why_protected(meeting, proposal):
        return False
    return tally(proposal, there).reached


def why_protected(meeting: Meeting, proposal: Proposal) -> str:
    """Why a fallback vote must not pass over an objection: a protected organisation's, on a critical kind."""
    if not proposal.ruled_by.critical:
        return ""
    standing = {one.organisation for one in proposal.open_objections}
    standing |= set(proposal.fallback.objectors) if proposal.fallback else set()
    whose = {organisation_of(meeting, one) for one in standing - let_go(proposal)}
    held = [one.name for one in meeting.members if one.protected and one.id in whose]
    if not held:
        return ""
    return ngettext(
        "{names} has a protected voice, and this is critical: no vote passes over the objection. "
        "Change the text together, or park it.",
        "{names} have a protected voice, and this is critical: no vote passes over the objections. "
        "Change the text together, or park it.",
        len(held),
    ).format(names=listed(held))


def let_go(proposal: Proposal) -> set[str]:
    """Whose objection no longer stands: they ended it, or said yes to the version on the table."""
    still = {one.organisation for one in proposal.open_objections}
    ended = {one.organisation for one in proposal.objections if one.ending}
    said = {one.organisation: one.answer for one in proposal.answers if one.version == proposal.version}
    yes = {one for one, answer in said.items() if answer in ("yes", "consent", "concern")}
    return (ended | yes) - still


def _not_reached(meeting: Meeting, proposal: Proposal) -> str:
    count = tally(proposal, meeting.voices)
    if count.reached:
        return ""
    told = {
        "consensus": _(
            "{yes} of {present} say yes; for consensus each who is here must. Change the text, park it, "
            "or note that it is not agreed."
        ),
        "majority": _(
            "{yes} of {present} say yes; a majority needs {needed}. Change the text, park it, "
            "or note that it is not agreed."
        ),
    }
    other = _(
        "{yes} of {present} say yes; two thirds are {needed}. Change the text, park it, "
        "or note that it is not agreed."
    )
    sentence = told.get(proposal.method, other)
    return sentence.format(yes=count.yes, present=count.present, needed=count.needed)
