"""The last part of the minutes: what is asked of absent members, what was not as planned, and approval."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from coalmeet.meeting.minutes_again import told
from coalmeet.meeting.minutes_items import recorded
from coalmeet.meeting.minutes_people import absent_organisations
from coalmeet.meeting.minutes_talk import turns
from coalmeet.meeting.minutes_values import Decision, Item, Request, Section
from coalmeet.meeting.minutes_versions import approved, correction, current, versions, whose_words
from coalmeet.meeting.minutes_words import (
    Record,
    amount,
    in_full,
    many,
    names,
    near,
    sentence,
    shortened,
    value,
    with_year,
)
from coalmeet.text import _, ngettext, number

_SHORT = 90  # characters of a text that is only pointed at


def requests(record: Record, items: Sequence[Item], meeting: str) -> tuple[Request, ...]:
    """What absent members are asked for: objections to what is provisional, the confirmation of what a delegate
    took home, and a yes to work proposed to them.
    """
    absent = absent_organisations(record)
    found: list[Request] = []
    for _item, decision, one in recorded(items, record):
        asked = _objections(decision, one, absent, meeting)
        if asked:
            found.append(asked)
        if not one.get("reopened"):
            found += [_confirmation(decision, mandate, meeting) for mandate in many(one, "mandates")]
    for item in items:
        for action in item.actions:
            if not action.asked:
                continue
            text = _("Say whether you take on {number}: {text}").format(
                number=action.number, text=shortened(action.text, _SHORT)
            )
            asked_of = tuple(one for one in (action.owner, action.organisation) if one)
            found.append(Request(text, _(", ").join(asked_of), "", asked_of))
    return tuple(found)


def _objections(decision: Decision, entry: Record, absent: list[str], meeting: str) -> Request | None:
    code, until = value(entry, "outcome"), value(entry, "provisional_until")
    asked = tuple(dict.fromkeys([*absent, *names(entry, "left_before")]))
    who = _(", ").join(asked)
    if entry.get("reopened"):
        return None  # its successor asks
    if not who and many(entry, "mandates"):
        return None  # all were there; who took it home is asked for the confirmation
    if code == "provisional" or until:
        text = _("Read {number} and say whether anything in it would do harm: {text}")
    elif code == "recommended":
        text = _("Read {number}, which comes first next time, because too few were there to decide: {text}")
    else:
        return None
    return Request(
        text.format(number=decision.number, text=shortened(decision.text, _SHORT)),
        who or _("Every member that was not there"),
        _("by {day}").format(day=near(until, meeting)) if until else _window(entry),
        asked,
    )


def _window(entry: Record) -> str:
    """How long can be objected where the day is known only when the minutes have gone round."""
    days = entry.get("window_days")
    if not isinstance(days, int) or not days:
        return ""
    return ngettext(
        "within {count} day from when these minutes go round",
        "within {count} days from when these minutes go round",
        days,
    ).format(count=days)


def _confirmation(decision: Decision, mandate: Record, meeting: str) -> Request:
    """What a delegate could not say alone: the organisation is asked, by name and until its day."""
    text = _("Say whether you confirm {number}, which your delegate took home: {text}")
    until = value(mandate, "until")
    return Request(
        text.format(number=decision.number, text=shortened(decision.text, _SHORT)),
        value(mandate, "organisation"),
        _("by {day}").format(day=near(until, meeting)) if until else "",
        (value(mandate, "organisation"),),
    )


def sections(record: Record) -> tuple[Section, ...]:
    """What follows the items: changes, corrections, parked topics, thanks, the closing round."""
    found = (
        Section(_("Minutes of the last meeting"), tuple(_last_minutes(record))),
        Section(_("Decided outside a meeting"), told(record)),
        Section(_("Minutes as planned and as re-planned"), tuple(_replanned(record))),
        Section(
            _("Changes to the agenda"),
            tuple(_at(value(one, "at"), value(one, "text")) for one in many(record, "changes")),
        ),
        Section(_("Corrections noted, not approved yet"), _each(record, "corrections_noted")),
        Section(_("Corrected afterwards"), _each(record, "corrections")),
        Section(_("For a later meeting"), tuple(names(record, "parked"))),
        Section(_("Closing round"), tuple(_voice(one) for one in many(record, "evaluation"))),
        Section(_("Thanks"), tuple(names(record, "thanks"))),
        Section(_("Who can come next time"), tuple(_coming(record))),
        Section(_("Turns to speak, by organisation"), tuple(turns(record))),
        Section(_("Versions"), versions(record) if current(record) else ()),
    )
    kept = (Section(one.heading, tuple(text for text in one.texts if text)) for one in found)
    return tuple(one for one in kept if one.texts)


def _each(record: Record, key: str) -> tuple[str, ...]:
    return tuple(correction(one) for one in many(record, key) if value(one, "text"))


def _last_minutes(record: Record) -> Iterator[str]:
    """Whether the minutes of the meeting before were approved, and what was corrected in them."""
    last = record.get("last_minutes")
    if not isinstance(last, Mapping):
        return
    day, corrected = in_full(value(last, "date")), names(last, "corrections")
    left_out = names(last, "left_out")
    if not last.get("approved"):
        yield _("The minutes of {day} were looked at and are not approved yet.").format(day=day)
    elif corrected:
        yield _("The minutes of {day} were approved with these corrections.").format(day=day)
    else:
        yield _("The minutes of {day} were approved.").format(day=day)
    yield from corrected
    for text in left_out:
        yield sentence(_("Not taken up: {text}").format(text=text))


def _replanned(record: Record) -> Iterator[str]:
    """Each item whose minutes were changed by consent, before and after, and what became of the whole."""
    before = after = 0.0
    for entry in many(record, "agenda"):
        planned = amount(entry, "minutes") or 0
        first = amount(entry, "planned_minutes")
        first = 0 if entry.get("added") else planned if first is None else first
        before, after = before + first, after + planned
        if entry.get("added") and planned:
            yield _("{title}: came on the way, with {planned} min.").format(
                title=value(entry, "title"), planned=number(planned, 1)
            )
        elif first != planned:
            yield _("{title}: {first} min planned, then {planned} min.").format(
                title=value(entry, "title"), first=number(first, 1), planned=number(planned, 1)
            )
    if before != after:
        yield _("All items together: {first} min planned, then {planned} min.").format(
            first=number(before, 1), planned=number(after, 1)
        )


def _coming(record: Record) -> Iterator[str]:
    can, cannot = names(record, "coming"), names(record, "not_coming")
    if can:
        yield _("Can come: {names}.").format(names=_(", ").join(can))
    if cannot:
        yield _("Cannot come: {names}.").format(names=_(", ").join(cannot))


def _at(time: str, text: str) -> str:
    return _("{time}  {text}").format(time=time, text=text) if time and text else text


def _voice(entry: Record) -> str:
    keep, change, who = (value(entry, key) for key in ("keep", "change", "organisation"))
    said = [
        _("keep: {text}").format(text=keep) if keep else "",
        _("change: {text}").format(text=change) if change else "",
    ]
    text = _("; ").join(one for one in said if one)
    return _("{organisation}: {text}").format(organisation=who, text=text) if who and text else text


def approval(record: Record, items: Sequence[Item]) -> tuple[str, ...]:
    """Where these minutes stand, how the record was made, and how much time it took."""
    return tuple(_approval(record, items))


def _approval(record: Record, items: Sequence[Item]) -> Iterator[str]:
    state, next_date = value(record, "state"), value(record, "next_date")
    yield from whose_words(record)
    if state == "approved":
        yield from approved(record)
    elif state == "circulated" and many(record, "corrections_noted"):
        yield _("They have gone round and stay as they were read; corrections noted since are listed above.")
    elif state and next_date:
        yield _(
            "These minutes are a draft until the meeting of {day} has approved or corrected them."
        ).format(day=in_full(next_date))
    elif state:
        yield _("These minutes are a draft until the next meeting has approved or corrected them.")
    if record.get("entered_afterwards"):
        yield _("The meeting was held on paper; this record was entered afterwards.")
    quorum = record.get("quorum") or {}
    if quorum.get("needed"):
        yield _("Quorum: {needed} member organisations; {present} came.").format(
            needed=quorum["needed"], present=quorum.get("present") or 0
        )
    times = _times(record, items)
    if times:
        yield times


def _times(record: Record, items: Sequence[Item]) -> str:
    used = sum(item.time.used or 0 for item in items)
    planned = amount(record, "planned_minutes") or sum(item.time.planned or 0 for item in items)
    if used and planned:
        return _("Time: {used} minutes used in items, {planned} planned.").format(
            used=number(round(used)), planned=number(round(planned))
        )
    return _("Time planned: {planned} minutes.").format(planned=number(round(planned))) if planned else ""


def _circulated(day: str) -> str:
    if not day:
        return _("Circulated, not yet approved")
    return _("Circulated on {day}, not yet approved").format(day=with_year(day))


def status(record: Record, *, planned: bool) -> tuple[str, str]:
    """The state as a code and in words: draft, circulated, approved, planned, or "" for a record from elsewhere."""
    state = value(record, "state")
    day = value(record, "approved_on")
    if planned:
        return "planned", _("Planned, not yet held")
    table = {
        "draft": _("Draft, not yet approved"),
        "circulated": _circulated(value(record, "circulated_on")),
        "approved": _("Approved on {day}").format(day=with_year(day)) if day else _("Approved"),
    }
    return state, table.get(state) or _("Record from elsewhere")
