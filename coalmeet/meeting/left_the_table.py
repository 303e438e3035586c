"""What is said, and what the call reads, once a text has left the table: not everything that ends was decided."""

from __future__ import annotations

from datetime import date

from coalmeet.meeting.choosing import nominee_name, selection_of
from coalmeet.meeting.proposal import Proposal
from coalmeet.meeting.stake import party_that_leads
from coalmeet.meeting.state import Meeting
from coalmeet.text import _, plain_day


def say_before_adopting(meeting: Meeting, proposal: Proposal) -> tuple[str, ...]:
    """What is asked while all have answered and something else is in the way; nothing where the text can be adopted."""
    if party_that_leads(meeting, proposal.item):
        return (
            _("My organisation is a party in this: who leads the decision in my place?"),
            _("My organisation is a party in this. Do you all agree that I lead the decision all the same?"),
        )
    if not meeting.has_quorum:
        return (_("Too few of us are here to decide. Shall we keep this as what we recommend?"),)
    return ()


def say_ended(meeting: Meeting, proposal: Proposal) -> tuple[str, ...]:
    """Sentences to read aloud for the way in which it ended, the best one first."""
    if proposal.outcome == "agreed":
        return _agreed(meeting, proposal)
    table = {
        "provisional": (
            _("We have decided for now: it is final once those who are still to be heard have been heard."),
            _("That is our decision for now, in exactly these words."),
        ),
        "recommended": (
            _("Too few of us are here to decide. This is what we recommend, and it comes first next time."),
        ),
        "parked": (_parked(proposal),),
        "referred": (
            _("{who} will work on the text and bring it back. Thank you all.").format(who=_who(proposal)),
        ),
        "dropped": (_("We let this go. Thank you for bringing it, and for talking it through."),),
        "withdrawn": (_("The proposal is withdrawn. Thank you for bringing it."),),
        "not agreed": (_("We did not agree on this today. Thank you for saying openly what you think."),),
    }
    return table.get(proposal.outcome, (_("We leave this here for today. Thank you all."),))


def _agreed(meeting: Meeting, proposal: Proposal) -> tuple[str, ...]:
    chosen = selection_of(meeting, proposal.id)
    if proposal.decided_by:
        return (_("{who} decided this for us. Thank you.").format(who=proposal.decided_by),)
    if chosen is not None:
        name = nominee_name(meeting, chosen)
        return (_("We have chosen {name}. Thank you, {name}, and thank you all.").format(name=name),)
    return (_("We have decided. Thank you all."), _("That is our decision, in exactly these words."))


def _parked(proposal: Proposal) -> str:
    if not proposal.until:
        return _("We leave this for today. The text is kept as it stands, and comes back.")
    day = plain_day(date.fromisoformat(proposal.until))
    return _("We leave this for today. The text is kept as it stands, and comes back on {day}.").format(
        day=day
    )


def _who(proposal: Proposal) -> str:
    return proposal.to or _("A group")


def sentence_ended(proposal: Proposal) -> str:
    """The plain sentence of the shared window above its words."""
    if proposal.outcome == "agreed" and proposal.decided_by:
        return _("This is what {who} decided, in these words.").format(who=proposal.decided_by)
    table = {
        "agreed": _("This is what we decided, in these words."),
        "provisional": _("This is what we decided for now, in these words."),
        "recommended": _("This is what we recommend: too few of us are here to decide."),
        "parked": _("We leave this text for today; it comes back."),
        "referred": _("A group works on this text and brings it back."),
        "dropped": _("We let this go."),
        "withdrawn": _("The proposal is withdrawn."),
        "not agreed": _("We did not agree on this today."),
    }
    return table.get(proposal.outcome, _("We leave this here for today."))
