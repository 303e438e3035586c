"""Decisions as the record keeps them: exact words, every version, every objection and how it ended."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from coalmeet.meeting.absent import beforehand, consented_beforehand, mandates
from coalmeet.meeting.numbering import decision_numbers
from coalmeet.meeting.proposal import Answer, Objection, Proposal
from coalmeet.meeting.record_again import carried_concerns, earlier
from coalmeet.meeting.record_roles import lead_keys
from coalmeet.meeting.record_selection import selection_keys
from coalmeet.meeting.record_votes import method, vote_keys
from coalmeet.meeting.state import Meeting
from coalmeet.meeting.telling import Both, spoke_for, whose_words

UNDECIDED = "postponed"  # a proposal that was presented and not finished


def decisions(both: Both, item_id: str) -> list[dict[str, Any]]:
    """All that the item decided or tried to decide; who answered what goes by the names of the second meeting."""
    meeting = both[0]
    numbers = decision_numbers(meeting)
    return [_decision(both, one, numbers) for one in meeting.proposals_of(item_id) if one.id in numbers]


def _decision(both: Both, proposal: Proposal, numbers: dict[str, str]) -> dict[str, Any]:
    meeting, said = both[1], _answers(proposal)
    whole: dict[str, Any] = {
        "number": numbers[proposal.id],
        "text": proposal.words or proposal.text,
        "outcome": proposal.outcome or UNDECIDED,
        "method": method(proposal),
        "objections": [_objection(both, one) for one in proposal.objections],
        "concerns": _concerns(meeting, proposal, said),
        "stood_aside": _who(meeting, said, "aside"),
        "consented": _who(meeting, said, "consent") + _who(meeting, said, "concern"),
        "present": _names(meeting, proposal.present),
        "left_before": _names(meeting, proposal.left_before),
        "review_date": proposal.review_date or None,
        "responsible": proposal.responsible or None,
        "provisional_until": proposal.provisional_until or None,
    }
    return {**whole, **_more(meeting, proposal, numbers), **_by_name(both[0], proposal)}


def _by_name(meeting: Meeting, proposal: Proposal) -> dict[str, Any]:
    """What names people whatever the charter says of consent, and who spoke for those that stood aside."""
    aside = [one for one in _answers(proposal) if one.answer == "aside"]
    spoke = [spoke_for(meeting, one.organisation, one.at, one.person) for one in aside]
    named = {
        "stood_aside_people": list(filter(None, spoke)),
        "proposed_by": meeting.name_of(proposal.proposer),
    }
    found = {**named, **lead_keys(meeting, proposal), **selection_keys(meeting, proposal)}
    return {key: value for key, value in found.items() if value}


def _more(meeting: Meeting, proposal: Proposal, numbers: dict[str, str]) -> dict[str, Any]:
    more = {
        "id": proposal.id,
        "need": proposal.need,
        "kind": proposal.kind,
        "versions": _versions(proposal) if len(proposal.versions) > 1 else [],
        "comes_back": proposal.until,
        "referred_to": proposal.to,
        "reopened": bool(proposal.reopened_as),
        "follows": numbers.get(proposal.ancestor) or earlier(meeting, proposal.item, proposal.ancestor),
        "critical": proposal.ruled_by.critical,
        "quick": proposal.quick and proposal.method == "consent",
        "extra_loops": proposal.loops_allowed,
        "success": proposal.success,
        "stop_if": proposal.stop_if,
        "tell": proposal.tell,
        "window_days": proposal.window_days,
        "consented_beforehand": _names(meeting, consented_beforehand(proposal)),
        "mandates": [{"organisation": meeting.name_of(one), "until": day} for one, day in mandates(proposal)],
        "translation": _translation(proposal),
        "settings": asdict(proposal.profile) if proposal.versions else {},
        **vote_keys(meeting, proposal),
    }
    return {key: value for key, value in more.items() if value}


def _translation(proposal: Proposal) -> dict[str, str]:
    given = proposal.in_second_language
    return {"language": given.language, "text": given.text} if given else {}


def _answers(proposal: Proposal) -> list[Answer]:
    """The last answer of each organisation to the last version."""
    last: dict[str, Answer] = {}
    for answer in proposal.answers:
        if answer.version == proposal.version:
            last[answer.organisation] = answer
    return list(last.values())


def _names(meeting: Meeting, units: tuple[str, ...]) -> list[str]:
    """Their names; people of one organisation that go by its name are told once."""
    return _once(meeting, [meeting.name_of(unit) for unit in units])


def _once(meeting: Meeting, names: list[str]) -> list[str]:
    return list(dict.fromkeys(names)) if meeting.telling.voices == "organisation" else names


def _who(meeting: Meeting, said: list[Answer], what: str) -> list[str]:
    return _once(meeting, [meeting.name_of(one.organisation) for one in said if one.answer == what])


def _objection(both: Both, objection: Objection) -> dict[str, Any]:
    meeting = both[1]
    whole: dict[str, Any] = {
        "organisation": meeting.name_of(objection.organisation),
        "reason": objection.reason or None,
        "ground": objection.ground or None,
        "ending": objection.ending or "open",
    }
    if objection.ending == "accepted":
        whole["answered_by_version"] = objection.ended_in_version
    more = {
        "note": objection.note,
        "tested": objection.tested,
        "disagreed": _names(meeting, objection.disagree),
        "deferred_to": whose_words(both, objection.to),
        "deferred_until": objection.until,
        "read_by": meeting.name_of(objection.reader),
        "person": spoke_for(meeting, objection.organisation, objection.at),
    }
    return {**whole, **{key: value for key, value in more.items() if value}}


def _concerns(meeting: Meeting, proposal: Proposal, said: list[Answer]) -> list[dict[str, Any]]:
    """Worries worth noting: said with consent or written beforehand, and objections that were kept as concerns.

    First those that came back with a text of an earlier meeting.
    """
    spoke = {one.organisation for one in said}
    wrote = [one for one in beforehand(proposal) if one.organisation not in spoke]
    found = carried_concerns(meeting, proposal)
    found += [_concern(meeting, one, one.text) for one in (*said, *wrote) if one.answer == "concern"]
    found += [
        _concern(meeting, one, one.reason or one.note)
        for one in proposal.objections
        if one.ending == "concern"
    ]
    return found


def _concern(meeting: Meeting, one: Answer | Objection, text: str) -> dict[str, Any]:
    """One concern, with the person who read it out where it was sent beforehand, or who spoke where that is told."""
    named = {"organisation": meeting.name_of(one.organisation), "text": text}
    person = one.person if isinstance(one, Answer) else ""
    more = {
        "read_by": meeting.name_of(one.reader),
        "person": "" if one.reader else spoke_for(meeting, one.organisation, one.at, person),
    }
    return {**named, **{key: value for key, value in more.items() if value}}


def _versions(proposal: Proposal) -> list[dict[str, Any]]:
    """Each version, and the objections that it answered."""
    return [
        {
            "number": version.number,
            "text": version.text,
            "why": "; ".join(
                one.reason
                for one in proposal.objections
                if one.ending == "accepted" and one.ended_in_version == version.number and one.reason
            ),
        }
        for version in proposal.versions
    ]
