"""Who facilitates or takes notes and is not here, and who could stand in: proposed, with the reason, never done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from coalmeet.coalition.turn import Role
from coalmeet.meeting.leading import deputy, planned_note_organisation, planned_organisation
from coalmeet.meeting.rotation import Standing
from coalmeet.meeting.rotation_stand_in import stand_in, why_stand_in
from coalmeet.meeting.state import Meeting
from coalmeet.text import _


@dataclass(frozen=True, slots=True)
class StandIn:
    """Whom the program proposes in place of somebody missing: why in a sentence, and the reason for the minutes."""

    person: str
    organisation: str
    why: str
    reason: str


def is_missing(meeting: Meeting, role: Role) -> bool:
    """Whether people are here, and whoever should facilitate (or take notes) is not.

    A broken line is no absence, and a decision that somebody leads in the facilitator's place has a card of its own.
    """
    if not meeting.is_open or not meeting.present_members:
        return False
    if role == "facilitator" and deputy(meeting) is not None:
        return False
    named, turn = _named(meeting, role)
    presence = meeting.presence(named)
    if presence is None:
        return bool(turn)
    return not presence.here and not presence.cut_off


def propose_stand_in(meeting: Meeting, role: Role, order: Sequence[Standing]) -> StandIn | None:
    """Who could stand in; None where nobody is missing, or nobody here can.

    Another voice of the organisation whose turn it is goes first, and the turn stays its own; then the organisation
    with most credit of those here. `order` is that of this meeting and this role.
    """
    if not is_missing(meeting, role):
        return None
    named, turn = _named(meeting, role)
    busy = meeting.note_taker if role == "facilitator" else meeting.facilitator
    own = _voice(meeting, turn, busy)
    reason = _reason(meeting, named)
    if own:
        why = _("It is the turn of {organisation}.").format(organisation=meeting.name_of(turn))
        return StandIn(own, turn, why, reason)
    here = [one for one in meeting.present_members if _voice(meeting, one, busy)]
    chosen = stand_in(order, here)
    if chosen is None:
        return None
    organisation = chosen.organisation.id
    return StandIn(_voice(meeting, organisation, busy), organisation, why_stand_in(order, here), reason)


def _named(meeting: Meeting, role: Role) -> tuple[str, str]:
    """Who should do it now, and the organisation whose turn it is."""
    if role == "note_taker":
        return meeting.note_taker, planned_note_organisation(meeting)
    return meeting.facilitator, planned_organisation(meeting)


def _voice(meeting: Meeting, organisation: str, busy: str) -> str:
    """Who speaks for it here, delegates first, and not somebody who has the other role; "" for nobody."""
    here = [one for one in meeting.present_people if one.seat.organisation == organisation and one.has_voice]
    free = [one.seat for one in here if organisation and one.seat.person != busy]
    return next((seat.person for seat in sorted(free, key=lambda seat: seat.capacity != "delegate")), "")


def _reason(meeting: Meeting, named: str) -> str:
    presence = meeting.presence(named)
    if presence is None:
        return ""
    words = _("{name} had to leave") if presence.spans else _("{name} was not there")
    return words.format(name=presence.seat.name)
