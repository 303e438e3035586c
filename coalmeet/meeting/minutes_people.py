"""Who was there, as the minutes tell it: member organisations where they are known, else people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from coalmeet.meeting import words
from coalmeet.meeting.minutes_values import Attendance, Fact
from coalmeet.meeting.minutes_words import Record, dated, in_full, many, names, span, value
from coalmeet.text import _, ngettext

ON_TIME = 5  # minutes after the opening within which somebody came at the start


def attendance(record: Record) -> Attendance:
    """Who was present and absent, and who did what."""
    people = many(record, "people")
    present = [one for one in people if one.get("present") and value(one, "name")]
    return Attendance(
        summary=_summary(record, len(present)),
        names=tuple(fact for fact in _names(record, present) if fact.texts),
        people=len(present),
        roles=tuple(fact for fact in _roles(record) if fact.texts),
    )


def absent_organisations(record: Record) -> list[str]:
    """Member organisations that were not there."""
    return [value(one, "organisation") for one in many(record, "members") if not one.get("present")]


def _summary(record: Record, people: int) -> str:
    members = many(record, "members")
    if members:
        here = sum(1 for one in members if one.get("present"))
        return ngettext(
            "{here} of {count} member organisation.", "{here} of {count} member organisations.", len(members)
        ).format(here=here, count=len(members))
    return ngettext("{count} person.", "{count} people.", people).format(count=people) if people else ""


def _names(record: Record, present: list[Record]) -> Iterator[Fact]:
    guests = set(names(record, "guests"))
    listed = {value(one, "name") for one in present}
    begun = value(record, "start")
    present = [_timeless(one) if _stayed(one, many(record, "sittings")) else one for one in present]
    voices = [one for one in present if value(one, "name") not in guests]
    yield Fact(_("Present"), _joined([*_groups(voices, begun), *_unnamed(record, present)]))
    came = [one for one in present if value(one, "name") in guests]
    came += [{"name": name} for name in sorted(guests - listed)]
    yield Fact(_("Guests"), _joined(_groups(came, begun)))
    yield Fact(_("Absent"), _joined(absent_organisations(record)))
    absent = [one for one in many(record, "people") if not one.get("present") and value(one, "name")]
    yield Fact(_("Not there"), _grouped(absent))


def _stayed(entry: Record, sittings: Sequence[Record]) -> bool:
    """Whether somebody was there on each day of a meeting that was continued, from its start to its end."""
    stretches = many(entry, "presence")
    if not sittings or len(stretches) != len(sittings):
        return False
    return all(
        _minutes_between(value(day, "start"), _time(one[0])) <= ON_TIME
        and _time(one[1]) in ("", value(day, "end"))
        for one, day in zip(stretches, sittings, strict=True)
    )


def _time(moment: str | None) -> str:
    """The time of day of a moment of the record, with a date or without."""
    return (moment or "").rpartition("T")[2][:5]


def _timeless(entry: Record) -> Record:
    return {**entry, "presence": None, "arrived": None, "left": None}


def _unnamed(record: Record, present: Sequence[Record]) -> list[str]:
    """Member organisations that were there although nobody noted who came for them."""
    told = {value(one, part) for one in present for part in ("organisation", "name")}
    return [
        value(one, "organisation")
        for one in many(record, "members")
        if one.get("present")
        and value(one, "organisation") not in told
        and not told & set(names(one, "people"))
    ]


def _grouped(people: Sequence[Record]) -> tuple[str, ...]:
    return _joined(_groups(people))


def _groups(people: Sequence[Record], begun: str = "") -> list[str]:
    """People by organisation, in the order in which the organisations come up; those without one at the end."""
    groups: dict[str, list[str]] = {}
    for one in people:
        groups.setdefault(value(one, "organisation"), []).append(_person(one, begun))
    alone = groups.pop("", [])
    told = [
        _("{organisation}: {names}").format(organisation=organisation, names=_(", ").join(members))
        for organisation, members in groups.items()
    ]
    return [*told, _(", ").join(alone)] if alone else told


def _person(entry: Record, begun: str) -> str:
    times = _(", ").join(time for time in _times(entry, begun) if time)
    name = value(entry, "name")
    return _("{name} ({about})").format(name=name, about=times) if times else name


def _times(entry: Record, begun: str) -> list[str]:
    """When somebody came late, left early or was away in between; who came at the start needs no time."""
    stretches = many(entry, "presence") or [[entry.get("arrived"), entry.get("left")]]
    told = [[str(one[0] or ""), str(one[1] or "")] for one in stretches if len(one) == 2]
    if told and begun and "T" not in told[0][0] and _minutes_between(begun, told[0][0]) <= ON_TIME:
        told[0][0] = ""
    return [span(dated(since, since[:10]), dated(until, until[:10], since)) for since, until in told]


def _minutes_between(begun: str, came: str) -> int:
    """Minutes from one "HH:MM" to another on the same day; 0 where one of them is not told."""
    try:
        (hour, minute), (then, late) = begun.split(":")[:2], came.split(":")[:2]
        return (int(then) - int(hour)) * 60 + int(late) - int(minute)
    except ValueError:
        return 0


def _roles(record: Record) -> Iterator[Fact]:
    by = _joined(names(record, "facilitators"))
    yield Fact(_("Facilitated by"), by)
    yield Fact(_("Planned facilitator"), _planned(record))
    yield Fact(_("Handed over"), _joined([_hand_over(one) for one in many(record, "hand_overs")]))
    prepared = value(record, "prepared_by")
    yield Fact(
        _("Prepared by"), (prepared,) if prepared and [prepared] != names(record, "facilitators") else ()
    )
    yield Fact(_("Notes by"), _joined(names(record, "note_takers")))
    planned = value(record, "planned_note_taker")
    yield Fact(_("Planned to take notes"), (planned,) if planned else ())
    for one in many(record, "roles"):
        yield Fact(words.role(value(one, "role")), _joined(names(one, "names")))
    yield Fact(_("Next time"), next_time(record))


def _planned(record: Record) -> tuple[str, ...]:
    name, reason = value(record, "planned_facilitator"), value(record, "stand_in_reason")
    told = _("{name} ({about})").format(name=name, about=reason) if name and reason else name
    return (told,) if told else ()


def _hand_over(entry: Record) -> str:
    words = _("{time} to {name}: {reason}") if value(entry, "reason") else _("{time} to {name}")
    name, item = value(entry, "to"), value(entry, "item")
    whom = _("{name}, for “{item}”").format(name=name, item=item) if item else name
    return words.format(time=value(entry, "at"), name=whom, reason=value(entry, "reason").rstrip("."))


def next_time(record: Record) -> tuple[str, ...]:
    day, start, place = (value(record, key) for key in ("next_date", "next_start", "next_place"))
    when = [in_full(day) if day else "", start, place]
    who = names(record, "next_facilitators") or [value(record, "next_organisation")]
    by = _(", ").join(one for one in who if one)
    noting = names(record, "next_note_takers") or [value(record, "next_note_taking_organisation")]
    notes = _(", ").join(one for one in noting if one)
    said = [_(", ").join(part for part in when if part)]
    if by:
        said.append(_("facilitated by {name}").format(name=by))
    if notes:
        said.append(_("notes by {name}").format(name=notes))
    if value(record, "next_prepared_by"):
        said.append(_("prepared by {name}").format(name=value(record, "next_prepared_by")))
    whole = " · ".join(part for part in said if part)
    return (whole,) if whole else ()


def _joined(people: list[str]) -> tuple[str, ...]:
    return (_("; ").join(people),) if people else ()
