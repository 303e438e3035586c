"""Who did what, for the record: who led and who should have, who took over when and why, who took notes."""

from __future__ import annotations

from typing import Any

from coalmeet.meeting import leading
from coalmeet.meeting.proposal import Proposal
from coalmeet.meeting.stake import led_by_a_party, parties_in
from coalmeet.meeting.state import Leading, Meeting
from coalmeet.meeting.turns import organisation_of
from coalmeet.text import _, clock_time


def roles(meeting: Meeting) -> dict[str, Any]:
    """The keys that every reader of the format looks for."""
    return {
        "facilitators": _names(meeting, leading.facilitators(meeting)),
        "note_takers": _names(meeting, leading.note_takers(meeting)),
    }


def more_roles(meeting: Meeting) -> dict[str, Any]:
    """The keys of the rotation; whatever has nothing to say is empty."""
    planned = _planned(meeting)
    return {
        "facilitating_organisation": meeting.name_of(leading.leading_organisation(meeting)),
        "planned_facilitator": planned,
        "stand_in_reason": meeting.facilitators[0].reason if planned and meeting.facilitators else "",
        "note_taking_organisation": meeting.name_of(leading.noting_organisation(meeting)),
        "planned_note_taker": _planned_notes(meeting),
        "hand_overs": _hand_overs(meeting),
        "roles": [
            {"role": role, "names": names}
            for role in leading.MORE_ROLES
            if (names := _names(meeting, leading.holders(meeting, role)))
        ],
    }


def _planned(meeting: Meeting) -> str:
    """Whose turn it was, where somebody else led: the person, or the organisation where a stand-in was agreed on."""
    named = meeting.presence(meeting.planned_facilitator)
    of = named.seat.organisation if named else ""
    if meeting.turn and of != meeting.turn:
        return meeting.name_of(meeting.turn)
    led_for = leading.leading_organisation(meeting)
    missing = meeting.planned_facilitator not in leading.facilitators(meeting)
    return named.seat.name if named and (missing or of != led_for) else ""


def _planned_notes(meeting: Meeting) -> str:
    """Whose turn it was to take notes, where another organisation did: the person, or the organisation."""
    planned, actual = leading.planned_note_organisation(meeting), leading.noting_organisation(meeting)
    if planned:
        named = meeting.presence(meeting.planned_note_taker)
        own = named is not None and named.seat.organisation == planned
        missing = meeting.planned_note_taker not in leading.note_takers(meeting)
        if planned == actual and not (own and missing):
            return ""
        return meeting.name_of(meeting.planned_note_taker if own else planned)
    missing = meeting.planned_note_taker not in leading.note_takers(meeting)
    return meeting.name_of(meeting.planned_note_taker) if missing else ""


def _hand_overs(meeting: Meeting) -> list[dict[str, str]]:
    found = (
        {
            "at": clock_time(one.since, meeting.time_zone),
            "to": meeting.name_of(one.person),
            "reason": _("the decision was handed back") if one.back else one.reason,
            "item": _title(meeting, one),
        }
        for one in meeting.facilitators
        if one.since > meeting.opened_at
    )
    return [{key: value for key, value in one.items() if value} for one in found]


def _title(meeting: Meeting, one: Leading) -> str:
    """The item whose decision alone they led; "" where they led the meeting."""
    item = meeting.item(one.item)
    return item.entry.title if item else ""


def lead_keys(meeting: Meeting, proposal: Proposal) -> dict[str, Any]:
    """Who led a decision in the facilitator's place, or who led it with a stake because the group consented."""
    instead = leading.deputy_in(meeting, proposal)
    if instead:
        return {"led_by": meeting.name_of(instead)}
    noticed_late = _noticed_late(meeting, proposal)
    if noticed_late:
        return noticed_late
    involved = parties_in(meeting, proposal)
    allowed = [
        person
        for item, person in meeting.leads_allowed
        if item == proposal.item and organisation_of(meeting, person) in involved
    ]
    if not allowed:
        return {}
    own = meeting.name_of(organisation_of(meeting, allowed[-1]))
    return {"led_by": meeting.name_of(allowed[-1]), "led_although": own}


def _noticed_late(meeting: Meeting, proposal: Proposal) -> dict[str, Any]:
    """Who led a decision with a stake that was noticed only afterwards, and whether the group let it stand."""
    still_asked = proposal in led_by_a_party(meeting) or proposal.reopened_why == "stake"
    if not (proposal.lead_accepted or still_asked):
        return {}
    own = meeting.name_of(organisation_of(meeting, proposal.leader))
    found = {"led_by": meeting.name_of(proposal.leader), "led_although": own}
    return {**found, "led_noticed": "let stand" if proposal.lead_accepted else "afterwards"}


def _names(meeting: Meeting, people: tuple[str, ...]) -> list[str]:
    return list(dict.fromkeys(filter(None, map(meeting.name_of, people))))
