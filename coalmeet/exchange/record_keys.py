"""Every key that version 1 of the meeting record knows, and what may stand under it."""

from __future__ import annotations

from coalmeet.exchange.checks import (
    DAY,
    FLAG,
    MOMENT,
    MORE_OR_LESS,
    NUMBER,
    TEXT,
    TIME,
    WHOLE,
    ZONE,
    Check,
    Codes,
    Keys,
    Many,
    Span,
)

OUTCOMES = (
    "agreed",
    "provisional",
    "recommended",
    "not agreed",
    "postponed",
    "parked",
    "referred",
    "delegated",
    "dropped",
    "withdrawn",
    "noted",
    "not reached",
)
LABELS = ("decision", "update", "discussion")
BUILT_IN = ("opening", "temperature", "work_plan", "closing", "break")
REVIEWS = ("done", "moved", "handed_on", "dropped")
STATES = ("draft", "circulated", "approved")

TEXTS = Many(TEXT)
SPANS = Many(Span())

PERSON = Keys(
    {
        "name": TEXT,
        "organisation": TEXT,
        "present": FLAG,
        "arrived": MOMENT,
        "left": MOMENT,
        "presence": SPANS,
        "capacity": TEXT,
        "channel": TEXT,
    }
)
WORD = Keys({"name": TEXT, "organisation": TEXT, "word": TEXT})
MEMBER = Keys({"organisation": TEXT, "present": FLAG, "people": TEXTS, "spans": SPANS})
SITTING = Keys({"date": DAY, "start": TIME, "end": TIME})
CORRECTION = Keys({"text": TEXT, "by": TEXT, "noted_on": DAY, "approved_on": DAY})
CHANGE = Keys({"at": TIME, "text": TEXT})
HAND_OVER = Keys({"at": TIME, "to": TEXT, "reason": TEXT, "item": TEXT})
ROLE = Keys({"role": TEXT, "names": TEXTS})
EVALUATION = Keys({"organisation": TEXT, "keep": TEXT, "change": TEXT})
EMERGENCY = Keys({"called_by": TEXT, "why": TEXT, "rule": TEXT})
TOLD = Keys({"id": TEXT, "text": TEXT, "decided_by": TEXT, "authority": TEXT, "date": DAY})
RAISED = Keys({"kind": TEXT, "organisation": TEXT, "text": TEXT, "date": DAY, "channel": TEXT})
AGAIN = Keys(
    {"decision": TEXT, "why": TEXT, "number": TEXT, "text": TEXT, "date": DAY, "raised": Many(RAISED)}
)
LOOKED_AGAIN = Keys({"text": TEXT, "result": TEXT, "review_date": DAY, "note": TEXT})
QUORUM = Keys({"needed": WHOLE, "present": WHOLE})

OBJECTION = Keys(
    {
        "organisation": TEXT,
        "reason": TEXT,
        "ground": TEXT,
        "ending": TEXT,
        "answered_by_version": WHOLE,
        "note": TEXT,
        "tested": FLAG,
        "disagreed": TEXTS,
        "deferred_to": TEXT,
        "deferred_until": DAY,
        "read_by": TEXT,
        "person": TEXT,
    }
)
TELLING = Keys({"words": TEXT, "voices": TEXT})
CONCERN = Keys(
    {"organisation": TEXT, "text": TEXT, "read_by": TEXT, "person": TEXT, "carried": FLAG, "date": DAY}
)
VERSION = Keys({"number": WHOLE, "text": TEXT, "why": TEXT})
SETTINGS = Keys(
    {
        "unit": TEXT,
        "answers": TEXT,
        "concerns": FLAG,
        "stand_aside": FLAG,
        "tested_by": TEXT,
        "window_days": WHOLE,
        "quorum": WHOLE,
        "review_days": WHOLE,
        "loops": WHOLE,
        "fallback": TEXT,
    }
)
LAST_MINUTES = Keys({"date": DAY, "approved": FLAG, "corrections": TEXTS, "left_out": TEXTS})
NOMINATION = Keys({"organisation": TEXT, "person": TEXT, "reason": TEXT, "before": TEXT})
SELECTION = Keys(
    {"role": TEXT, "person": TEXT, "until": DAY, "reason": TEXT, "nominations": Many(NOMINATION)}
)
DECISION = Keys(
    {
        "text": TEXT,
        "outcome": Codes(OUTCOMES),
        "method": TEXT,
        "objections": Many(OBJECTION),
        "concerns": Many(CONCERN),
        "stood_aside": TEXTS,
        "stood_aside_people": TEXTS,
        "review_date": DAY,
        "responsible": TEXT,
        "present": TEXTS,
        "left_before": TEXTS,
        "provisional_until": DAY,
        "number": TEXT,
        "proposed_by": TEXT,
        "need": TEXT,
        "kind": TEXT,
        "versions": Many(VERSION),
        "changed": TEXT,
        "consented": TEXTS,
        "reopened": FLAG,
        "comes_back": TEXT,
        "referred_to": TEXT,
        "follows": TEXT,
        "critical": FLAG,
        "quick": FLAG,
        "extra_loops": WHOLE,
        "success": TEXT,
        "stop_if": TEXT,
        "tell": TEXT,
        "settings": SETTINGS,
        "translation": Keys({"language": TEXT, "text": TEXT}),
        "window_days": WHOLE,
        "consented_beforehand": TEXTS,
        "mandates": Many(Keys({"organisation": TEXT, "until": DAY})),
        "votes": Keys({"yes": TEXTS, "no": TEXTS, "abstained": TEXTS, "needed": WHOLE}),
        "selection": SELECTION,
        "led_by": TEXT,
        "led_although": TEXT,
        "led_noticed": TEXT,
        "decided_by": TEXT,
        "authority": TEXT,
        "fallback": Keys({"since": DAY, "over": TEXTS, "reason": TEXT}),
    }
)
ACTION = Keys(
    {
        "text": TEXT,
        "owner": TEXT,
        "organisation": TEXT,
        "due": DAY,
        "hours": NUMBER,
        "done": FLAG,
        "number": TEXT,
        "asked": FLAG,
    }
)
REVIEWED = Keys({"text": TEXT, "owner": TEXT, "state": Codes(REVIEWS), "due": DAY, "to": TEXT, "asked": FLAG})
ROUND = Keys(
    {
        "kind": TEXT,
        "way": TEXT,
        "question": TEXT,
        "heard": WHOLE,
        "passed": WHOLE,
        "not_heard": WHOLE,
        "line_lost": TEXTS,
        "well": TEXTS,
        "better": TEXTS,
        "themes": TEXTS,
    }
)
TURNS = Keys({"organisation": TEXT, "turns": WHOLE})
EXTENSION = Keys({"minutes": MORE_OR_LESS, "payer": TEXT})

_ITEM: dict[str, Check] = {
    "title": TEXT,
    "label": Codes(LABELS),
    "minutes": NUMBER,
    "minutes_used": NUMBER,
    "presenters": TEXTS,
    "desired_outcome": TEXT,
    "notes": TEXT,
    "notes_at_meeting": TEXT,
    "notes_edited_on": DAY,
    "off_record": FLAG,
    "outcome": Codes(OUTCOMES),
    "decisions": Many(DECISION),
    "actions": Many(ACTION),
    "built_in": Codes(BUILT_IN),
    "slices": Many(Span(seconds=True)),
    "planned_minutes": NUMBER,
    "extensions": Many(EXTENSION),
    "reason": TEXT,
    "partly_off_record": FLAG,
    "number": TEXT,
    "added": FLAG,
    "pauses": Many(Span(seconds=True)),
    "times_corrected": FLAG,
    "topic": TEXT,
    "reviewed": Many(REVIEWED),
    "rounds": Many(ROUND),
    "emergency": EMERGENCY,
    "again": AGAIN,
    "looked_again": LOOKED_AGAIN,
}
ITEM = Keys(_ITEM)

_RECORD: dict[str, Check] = {
    "date": DAY,
    "coalition": TEXT,
    "title": TEXT,
    "start": TIME,
    "end": TIME,
    "timezone": ZONE,
    "facilitators": TEXTS,
    "next_facilitators": TEXTS,
    "note_takers": TEXTS,
    "people": Many(PERSON),
    "temperature": Many(WORD),
    "agenda": Many(ITEM),
    "source": TEXT,
    "licence": TEXT,
    "place": TEXT,
    "link": TEXT,
    "planned_start": TIME,
    "planned_minutes": NUMBER,
    "summary": TEXT,
    "state": Codes(STATES),
    "circulated_on": DAY,
    "approved_on": DAY,
    "approved_by": TEXT,
    "corrections_noted": Many(CORRECTION),
    "emergency": EMERGENCY,
    "told": Many(TOLD),
    "sittings": Many(SITTING),
    "members": Many(MEMBER),
    "guests": TEXTS,
    "next_date": DAY,
    "next_start": TIME,
    "next_place": TEXT,
    "thanks": TEXTS,
    "turns": Many(TURNS),
    "parked": TEXTS,
    "changes": Many(CHANGE),
    "corrections": Many(CORRECTION),
    "entered_afterwards": FLAG,
    "quorum": QUORUM,
    "evaluation": Many(EVALUATION),
    "facilitating_organisation": TEXT,
    "planned_facilitator": TEXT,
    "note_taking_organisation": TEXT,
    "planned_note_taker": TEXT,
    "next_note_takers": TEXTS,
    "next_note_taking_organisation": TEXT,
    "stand_in_reason": TEXT,
    "hand_overs": Many(HAND_OVER),
    "roles": Many(ROLE),
    "last_minutes": LAST_MINUTES,
    "coming": TEXTS,
    "not_coming": TEXTS,
    "next_prepared_by": TEXT,
    "prepared_by": TEXT,
    "next_organisation": TEXT,
    "announced_by": TEXT,
    "revision": WHOLE,
    "telling": TELLING,
}
RECORD = Keys(_RECORD, needed=("format", "version", "date", "agenda"))
