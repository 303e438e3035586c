"""The agenda as the record keeps it: items with what was used, noted, decided and agreed to be done."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from coalmeet.meeting import timing
from coalmeet.meeting.events import OpenAction
from coalmeet.meeting.record_again import item_keys
from coalmeet.meeting.record_decisions import decisions
from coalmeet.meeting.record_talk import rounds
from coalmeet.meeting.record_times import second_of
from coalmeet.meeting.state import Action, ActionReview, Item, Meeting, Span
from coalmeet.meeting.telling import Both, as_told
from coalmeet.text import _


def agenda(meeting: Meeting, notes: Mapping[str, str]) -> list[dict[str, Any]]:
    """Items in the order of the agenda as it came to be."""
    numbers = {action.id: f"A{number}" for number, action in enumerate(meeting.actions, 1)}
    told = as_told(meeting)
    found = [_item((meeting, told), item, notes.get(item.id, ""), numbers) for item in meeting.items]
    loose = [one for one in meeting.actions if meeting.item(one.item) is None]
    if loose and found:
        found[-1]["actions"] += [_action(meeting, one, numbers[one.id]) for one in loose]
    return found


def _item(both: Both, item: Item, note: str, numbers: Mapping[str, str]) -> dict[str, Any]:
    (meeting, _told), entry = both, item.entry
    whole: dict[str, Any] = {
        "id": entry.id,
        "title": entry.title,
        "label": entry.label or None,
        "minutes": item.minutes or None,
        "minutes_used": round(timing.used_ms(item, meeting.closed_at) / timing.MINUTE, 3)
        if item.started
        else None,
        "presenters": list(entry.presenters),
        "desired_outcome": entry.desired_outcome or None,
        "notes": note,
        "outcome": item.outcome or None,
        "decisions": decisions(both, item.id),
        "actions": [_action(meeting, one, numbers[one.id]) for one in meeting.actions if one.item == item.id],
    }
    return {**whole, **_more(both, item)}


def _more(both: Both, item: Item) -> dict[str, Any]:
    """What only meetings held with the program know."""
    meeting, told_so = both
    more: dict[str, Any] = {}
    if item.added:
        more["added"] = True
    if item.number:
        more["number"] = item.number
    if item.entry.built_in:
        more["built_in"] = item.entry.built_in
    if item.slices:
        more["slices"] = _spans(meeting, item.slices)
    more |= item_keys(told_so, item)
    if item.pauses and item.slices:
        more["pauses"] = _spans(meeting, item.pauses)
    if item.corrected:
        more["times_corrected"] = True
    if item.extensions:
        more["planned_minutes"] = item.entry.minutes
        more["extensions"] = [
            {"minutes": one.minutes, "payer": _payer(meeting, one.payer, one.payer_item)}
            for one in item.extensions
        ]
    if item.entry.built_in == "work_plan" and meeting.reviews:
        more["reviewed"] = [one for one in map(partial(_reviewed, meeting), meeting.reviews) if one["text"]]
    within = meeting.item(item.merged_into)
    if within is not None:
        more["reason"] = _("Taken up within “{title}”.").format(title=within.entry.title)
    elif item.reason:
        more["reason"] = item.reason
    told = rounds(meeting, item.id)
    if told:
        more["rounds"] = told
    if item.off_record:
        more["partly_off_record"] = True
    if item.entry.topic:
        more["topic"] = item.entry.topic
    return more


def _reviewed(meeting: Meeting, review: ActionReview) -> dict[str, Any]:
    """What was said of an action of an earlier meeting: whose it was, and whose it is now if it was handed on."""
    before = next((one for one in meeting.open_actions if one.id == review.id), OpenAction("", ""))
    owner = meeting.name_of(before.owner) or before.owner or meeting.name_of(before.organisation)
    said: dict[str, Any] = {"text": before.text, "owner": owner or None, "state": review.state}
    if review.state == "moved":
        said["due"] = review.due or None
    if review.state == "handed_on":
        said["to"] = meeting.name_of(review.owner) or None
    return {**said, "asked": True} if review.asked else said


def _spans(meeting: Meeting, spans: tuple[Span, ...]) -> list[list[str]]:
    """Stretches with their seconds; what still lasts ends with the meeting."""
    return [
        [second_of(meeting, one.since), second_of(meeting, one.until or meeting.closed_at)] for one in spans
    ]


def _payer(meeting: Meeting, payer: str, payer_item: str) -> str:
    paying = meeting.item(payer_item)
    return paying.entry.title if paying else payer


def _action(meeting: Meeting, action: Action, number: str) -> dict[str, Any]:
    presence = meeting.presence(action.owner)
    organisation = meeting.name_of(presence.seat.organisation) if presence else ""
    whole: dict[str, Any] = {
        "text": action.text,
        "owner": action.owner_name or None,
        "organisation": organisation or None,
        "due": action.due or None,
        "hours": action.hours or None,
        "done": False,
        "number": number,
    }
    return {**whole, "asked": True} if action.asked else whole
