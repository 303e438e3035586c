"""Moves for organisations that are not here: what one of them answered to the circulated text beforehand."""

from __future__ import annotations

from coalmeet.errors import NotAllowed
from coalmeet.meeting import events
from coalmeet.meeting.moves.again import carried
from coalmeet.meeting.moves.asking import on_the_record, some_text, the_person, the_proposal
from coalmeet.meeting.proposal import Proposal
from coalmeet.meeting.state import Item, Meeting
from coalmeet.meeting.voting import VOTED
from coalmeet.text import _

Events = tuple[events.Event, ...]


def answer_beforehand(
    meeting: Meeting,
    at: int,
    organisation: str,
    answer: str,
    text: str = "",
    reader: str = "",
    objection_id: str = "",
) -> Events:
    """Enter what an absent organisation wrote about the circulated text; `reader` (a person) reads it out.

    Its objection or concern counts as raised. Its consent holds for the very words that it had, and lets go of an
    objection of its own that came back with them.
    """
    item = on_the_record(meeting)
    proposal = the_proposal(meeting)
    member = meeting.member(organisation)
    if member is None:
        raise NotAllowed(_("Only a member organisation can answer beforehand. Note it in the notes."))
    if organisation in meeting.present_members:
        raise NotAllowed(_("{name} is here: ask them in the round.").format(name=member.name))
    if answer not in ("consent", "concern", "objection"):
        raise NotAllowed(_("Choose one of three: they consent, consent with a concern, or object."))
    spoken = reader or meeting.facilitator
    if answer != "consent":
        some_text(text, _("Write down what they sent, so that it can be read out."))
        the_person(meeting, spoken)
    if answer == "objection":
        if any(one.organisation == organisation for one in proposal.open_objections):
            raise NotAllowed(_("Their objection is open already. Add the reason to it."))
        return (
            events.ObjectionRaised(
                objection_id, proposal.id, proposal.version, organisation, text.strip(), reader=spoken
            ),
        )
    _must_be_about_these_words(item, proposal, answer)
    said = events.Answered(
        proposal.id,
        _version_with_these_words(proposal),
        organisation,
        answer,
        "",
        text.strip(),
        "beforehand",
        reader=spoken,
    )
    return (said, *_let_go(item, proposal, organisation))


def _must_be_about_these_words(item: Item, proposal: Proposal, answer: str) -> None:
    """Raises NotAllowed where the words on the table are not those that went round."""
    if proposal.text == (item.entry.proposal or proposal.brought):
        return
    if answer == "consent":
        raise NotAllowed(
            _(
                "The text is another one now, and they consented to the old one. Note what they wrote as a concern."
            )
        )
    raise NotAllowed(_("The text is another one now. Read out what they wrote, and note it in the notes."))


def _version_with_these_words(proposal: Proposal) -> int:
    """The version that they answered; 0 while the words are a draft, and where it is no answer: nobody votes by mail.

    Else whoever wrote about words to which the group goes back would have answered the version in between.
    """
    return proposal.version if proposal.locked and proposal.method not in VOTED else 0


def _let_go(item: Item, proposal: Proposal, organisation: str) -> Events:
    """An organisation that reopened a text by mail may write that it lets the words pass that go round now.

    What it wrote before the meeting says nothing about an objection that it raised in the meeting: whoever objected
    and left has not agreed to anything.
    """
    ending = "withdrawn" if proposal.text == item.entry.again.words else "accepted"
    back = carried(item, proposal.id)
    came_with_it = {event.id for event in back if isinstance(event, events.ObjectionRaised)}
    return tuple(
        events.ObjectionEnded(one.id, ending)
        for one in proposal.open_objections
        if one.organisation == organisation and one.id in came_with_it
    )
