"""What the columns of rows behind forms are called where a person chooses between two values of one."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from coalmeet.meeting import words
from coalmeet.text import _, ngettext

CODES: Mapping[str, Callable[[str], str]] = {
    "label": words.label,
    "outcome": words.outcome,
    "capacity": words.capacity,
    "channel": words.channel,
    "method": words.method,
    "fallback": words.method,
    "built_in": words.built_in,
}  # how the code of a column is said
NAMED = (
    "person", "organisation", "meeting", "facilitator", "turn", "note_taker", "prepared_by", "notes_turn",
    "co_facilitator", "merged_into", "proposed_by", "proposer", "owner", "planned", "actual", "prepared", "to_note",
    "noted", "present", "absent", "other", "topic", "item", "ancestor", "taken_up", "template",
)  # fmt: skip
"""Columns that hold the id of another row, or several."""


def field_words(table: str, field: str) -> str:
    """What a column is called; "" for one that nobody has named yet."""
    return _of_table().get((table, field)) or _anywhere().get(field, "")


def kind_words(kind: str) -> str:
    """What one row of a table is, as its name begins: "Member organisation"."""
    table = {
        "coalition": _("The coalition"), "decision_kind": _("Kind of decision"), "organisation": _("Organisation"),
        "person": _("Person"), "affiliation": _("Who speaks for whom"), "link": _("Name in minutes"),
        "meeting": _("Meeting"), "item": _("Agenda item"), "template": _("Template"),
        "template_item": _("Item of a template"), "note": _("Notes"), "private_note": _("Private notes"),
        "decision": _("Decision"), "action": _("Action"), "attendance": _("Who was there"),
        "parked": _("Parked topic"), "turn": _("Turn"), "turn_note": _("Said about a turn"), "survey": _("Survey"),
        "record": _("Minutes"), "move": _("Meeting"),
    }  # fmt: skip
    return table.get(kind, "")


def counted(kind: str, count: int) -> str:
    """So many rows of a table, as people count them: "3 agenda items"."""
    said = {
        "coalition": ngettext("{count} line about the coalition", "{count} lines about the coalition", count),
        "decision_kind": ngettext("{count} kind of decision", "{count} kinds of decision", count),
        "organisation": ngettext("{count} organisation", "{count} organisations", count),
        "person": ngettext("{count} person", "{count} people", count),
        "affiliation": ngettext("{count} delegate or alternate", "{count} delegates and alternates", count),
        "link": ngettext("{count} name in minutes", "{count} names in minutes", count),
        "meeting": ngettext("{count} meeting", "{count} meetings", count),
        "item": ngettext("{count} agenda item", "{count} agenda items", count),
        "template": ngettext("{count} template", "{count} templates", count),
        "template_item": ngettext("{count} item of a template", "{count} items of templates", count),
        "note": ngettext("notes of {count} item", "notes of {count} items", count),
        "private_note": ngettext("private notes of {count} item", "private notes of {count} items", count),
        "decision": ngettext("{count} decision", "{count} decisions", count),
        "action": ngettext("{count} action", "{count} actions", count),
        "attendance": ngettext("{count} line of attendance", "{count} lines of attendance", count),
        "parked": ngettext("{count} parked topic", "{count} parked topics", count),
        "turn": ngettext("{count} turn", "{count} turns", count),
        "turn_note": ngettext("{count} word about turns", "{count} words about turns", count),
        "survey": ngettext("{count} survey", "{count} surveys", count),
        "record": ngettext("{count} version of minutes", "{count} versions of minutes", count),
        "move": ngettext("{count} step of a meeting", "{count} steps of meetings", count),
        "decision_entry": ngettext(
            "{count} entry in the life of a decision", "{count} entries in the life of decisions", count
        ),
        "redaction": ngettext("{count} erasure", "{count} erasures", count),
    }
    return said[kind].format(count=count)


def _of_table() -> Mapping[tuple[str, str], str]:
    """Where the same column is called otherwise in one table."""
    return {
        ("survey", "asked"): _("How many are asked"),
        ("note", "text"): _("Notes"),
        ("private_note", "text"): _("Private notes"),
        ("attendance", "present"): _("Was there"),
        ("decision", "kind"): _("Kind of decision"),
        ("meeting", "link"): _("Link to join"),
        ("turn_note", "other"): _("Swapped with"),
        ("parked", "dropped"): _("Wanted no more"),
    }


def _anywhere() -> Mapping[str, str]:
    return {**_plain(), **_of_the_charter(), **_of_meetings(), **_of_outcomes()}


def _plain() -> Mapping[str, str]:
    return {
        "name": _("Name"), "short": _("Short name"), "size": _("Size"), "joined": _("Joined"), "left": _("Left"),
        "facilitates": _("Facilitates"), "member": _("Is a member"), "merged_into": _("Is the same as"),
        "protected": _("Protected voice"), "protection_review": _("Protection is looked at again"),
        "email": _("E-mail"), "phone": _("Phone"), "language": _("Language"), "access_needs": _("Access needs"),
        "person": _("Person"), "organisation": _("Organisation"), "capacity": _("Capacity"), "since": _("From"),
        "until": _("Until"), "organisation_name": _("Name of the organisation"), "purpose": _("Purpose"),
        "time_zone": _("Time zone"), "position": _("Place in the list"), "text": _("Text"), "number": _("Number"),
        "title": _("Title"), "questions": _("Questions"), "opened": _("Opened"), "closed": _("Closed"),
    }  # fmt: skip


def _of_the_charter() -> Mapping[str, str]:
    return {
        "quorum": _("Quorum"), "review_days": _("Days until a review"), "unit": _("Who has a voice"),
        "answers": _("How answers are given"), "concerns": _("Concerns are asked for"),
        "stand_aside": _("Standing aside is possible"), "tested_by": _("Who tests an objection"),
        "window_days": _("Days for absent members"), "loops": _("Most rounds of repair"),
        "fallback": _("If consent fails"), "turn_meetings": _("Meetings of a turn"),
        "retro_months": _("Months between retrospectives"), "retro_first": _("First retrospective"),
        "retro_start": _("Start of the retrospective"), "tell_words": _("Words in the minutes"),
        "tell_voices": _("Voices in the minutes"), "method": _("Method"), "decider": _("Who decides"),
        "critical": _("Critical"),
    }  # fmt: skip


def _of_meetings() -> Mapping[str, str]:
    return {
        "date": _("Day"), "start": _("Start"), "minutes": _("Minutes"), "place": _("Place"), "link": _("Link"),
        "coalition": _("Coalition"), "source": _("How it came in"), "facilitator": _("Facilitator"),
        "turn": _("Whose turn it is"), "note_taker": _("Note taker"), "prepared_by": _("Prepared by"),
        "facilitators": _("Facilitated by"), "emergency": _("Emergency"), "called_by": _("Called by"),
        "cannot_wait": _("Why it cannot wait"), "charter_rule": _("Rule of the charter"),
        "notes_turn": _("Whose turn it is to take notes"), "co_facilitator": _("Co-facilitator"),
        "counts": _("Which run counts"), "meeting": _("Meeting"), "built_in": _("Kind of item"), "label": _("Label"),
        "desired_outcome": _("Desired outcome"), "presenters": _("Presented by"), "proposal": _("Draft proposal"),
        "need": _("Why it is needed"), "proposer": _("Proposed by"), "kind": _("Kind of decision"),
        "topic": _("Topic"), "warn_minutes": _("Says when so many minutes are left"), "ancestor": _("Takes up again"),
        "vote_announced": _("A vote was announced"), "template": _("Template"),
    }  # fmt: skip


def _of_outcomes() -> Mapping[str, str]:
    return {
        "item": _("Agenda item"), "outcome": _("Outcome"), "proposed_by": _("Proposed by"),
        "responsible": _("Responsible"), "review_date": _("Review"), "provisional_until": _("Provisional until"),
        "present": _("Present"), "absent": _("Absent"), "mandates": _("Mandates to confirm"),
        "decided_on": _("Decided on"), "decided_by": _("Decided by"), "authority": _("Under which authority"),
        "owner": _("Owner"), "owner_name": _("Name of the owner"), "due": _("Due"), "hours": _("Hours"),
        "done": _("Done"), "dropped": _("Dropped"), "asked": _("Only asked so far"), "channel": _("In the room or not"),
        "spans": _("From when until when"), "taken_up": _("Taken up at"), "planned": _("Whose turn it was"),
        "actual": _("Who facilitated"), "reason": _("Reason"), "prepared": _("Who prepared"),
        "to_note": _("Whose turn it was to take notes"), "noted": _("Who took notes"), "wish": _("What was said"),
        "other": _("Other organisation"), "role": _("Role"),
    }  # fmt: skip
