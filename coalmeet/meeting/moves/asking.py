"""The questions that most moves begin with; each answers or refuses with a sentence that says what to do."""

from __future__ import annotations

from coalmeet.errors import NotAllowed
from coalmeet.meeting.proposal import Objection, Proposal
from coalmeet.meeting.state import Item, Meeting, Presence, Round
from coalmeet.text import _


def must_be_open(meeting: Meeting) -> None:
    """Refuses before the opening and after the close."""
    if not meeting.opened_at:
        raise NotAllowed(_("The meeting has not been opened yet. Open it first."))
    if meeting.closed_at:
        raise NotAllowed(
            _("The meeting is closed. Reopen it while its minutes are a draft, or add a correction.")
        )


def must_be_on_record(meeting: Meeting) -> None:
    """Refuses in a closed meeting, and while what is said is off the record: nothing is decided or typed then."""
    must_be_open(meeting)
    if meeting.current and meeting.current.is_off_record:
        raise NotAllowed(
            _("This part is off the record: nothing is decided or written. Go on the record first.")
        )


def the_item(meeting: Meeting, item_id: str) -> Item:
    """The item of this id."""
    item = meeting.item(item_id)
    if item is None:
        raise NotAllowed(_("This item is not on the agenda. Choose one from the list."))
    return item


def running_item(meeting: Meeting) -> Item:
    """The item that the meeting is in."""
    must_be_open(meeting)
    if meeting.current is None:
        raise NotAllowed(_("No item is running. Start one first."))
    return meeting.current


def on_the_record(meeting: Meeting) -> Item:
    """The running item, while what is said in it is written down."""
    item = running_item(meeting)
    if item.is_off_record:
        raise NotAllowed(
            _("This part is off the record: nothing is decided or written. Go on the record first.")
        )
    return item


def the_person(meeting: Meeting, person: str) -> Presence:
    """The person of this id."""
    presence = meeting.presence(person)
    if presence is None:
        raise NotAllowed(_("This person is not on the list. Add them first."))
    return presence


def the_round(meeting: Meeting) -> Round:
    """The round that is going on."""
    must_be_open(meeting)
    if meeting.round is None:
        raise NotAllowed(_("No round is going on. Begin one first."))
    return meeting.round


def the_proposal(meeting: Meeting) -> Proposal:
    """The proposal on the table of the running item."""
    item = on_the_record(meeting)
    proposal = meeting.live_proposal(item.id)
    if proposal is None:
        raise NotAllowed(_("No proposal is on the table. Bring one first."))
    return proposal


def the_objection(meeting: Meeting, objection_id: str) -> tuple[Proposal, Objection]:
    """An objection, and the proposal that it stands against."""
    for proposal in meeting.proposals:
        for objection in proposal.objections:
            if objection.id == objection_id:
                return proposal, objection
    raise NotAllowed(_("This objection is not in the record. Choose one from the list."))


def some_text(text: str, sentence: str) -> str:
    """The text without white space around it; refuses an empty one with the given sentence."""
    if not text.strip():
        raise NotAllowed(sentence)
    return text.strip()
