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

UNDECIDED = "postponed"  # a proposal that was presented and not finished


def decisions(meeting: Meeting, item_id: str) -> list[dict[str, Any]]:
    """All that the item decided or tried to decide."""
    numbers = decision_numbers(meeting)
    return [_decision(meeting, one, numbers) for one in meeting.proposals_of(item_id) if one.id in numbers]


def _decision(meeting: Meeting, proposal: Proposal, numbers: dict[str, str]) -> dict[str, Any]:
    said = _answers(proposal)
    whole: dict[str, Any] = {
        "number": numbers[proposal.id],
        "text": proposal.words or proposal.text,
        "outcome": proposal.outcome or UNDECIDED,
        "method": method(proposal),
        "objections": [_objection(meeting, proposal, one) for one in proposal.objections],
        "concerns": _concerns(meeting, proposal, said),
        "stood_aside": _who(meeting, said, "aside"),
        "consented": _who(meeting, said, "consent") + _who(meeting, said, "concern"),
        "present": _names(meeting, proposal.present),
        "left_before": _names(meeting, proposal.left_before),
        "review_date": proposal.review_date or None,
        "responsible": proposal.responsible or None,
        "provisional_until": proposal.provisional_until or None,
    }
    return {**whole, **_more(meeting, proposal, numbers)}


def _more(meeting: Meeting, proposal: Proposal, numbers: dict[str, str]) -> dict[str, Any]:
    more = {
        "id": proposal.id,
        "proposed_by": meeting.name_of(proposal.proposer),
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
        **lead_keys(meeting, proposal),
        **selection_keys(meeting, proposal),
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
    return [meeting.name_of(unit) for unit in units]


def _who(meeting: Meeting, said: list[Answer], what: str) -> list[str]:
    return [meeting.name_of(one.organisation) for one in said if one.answer == what]


def _objection(meeting: Meeting, proposal: Proposal, objection: Objection) -> dict[str, Any]:
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
        "deferred_to": objection.to,
        "deferred_until": objection.until,
        "read_by": meeting.name_of(objection.reader),
    }
    return {**whole, **{key: value for key, value in more.items() if value}}


def _concerns(meeting: Meeting, proposal: Proposal, said: list[Answer]) -> list[dict[str, Any]]:
    """Worries worth noting: said with consent or written beforehand, and objections that were kept as concerns.

    First those that came back with a text of an earlier meeting.
    """
    spoke = {one.organisation for one in said}
    wrote = [one for one in beforehand(proposal) if one.organisation not in spoke]
    found = carried_concerns(meeting, proposal)
    found += [
        _concern(meeting, one.organisation, one.text, one.reader)
        for one in (*said, *wrote)
        if one.answer == "concern"
    ]
    found += [
        _concern(meeting, one.organisation, one.reason or one.note, one.reader)
        for one in proposal.objections
        if one.ending == "concern"
    ]
    return found


def _concern(meeting: Meeting, organisation: str, text: str, reader: str) -> dict[str, Any]:
    """One concern; `reader` is the person who read it out, where it was sent beforehand."""
    named = {"organisation": meeting.name_of(organisation), "text": text}
    return {**named, "read_by": meeting.name_of(reader)} if reader else named


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
