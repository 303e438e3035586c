"""From a meeting that is still to come to the agenda that goes round before it.

It is made of the meeting as its own log would begin with it, which knows no private note, no contact and no access
need: what is not given to it cannot be in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from coalmeet.coalition.topic import Earlier
from coalmeet.coalition.waiting import Waiting
from coalmeet.meeting import words
from coalmeet.meeting.ahead_asked import cannot_come, interpreters, prepare, role, voices
from coalmeet.meeting.ahead_items import entries, is_decided, must_be_there
from coalmeet.meeting.ahead_values import Agenda, Entry
from coalmeet.meeting.emergency import called
from coalmeet.meeting.leading import planned_organisation
from coalmeet.meeting.minutes_again import told
from coalmeet.meeting.minutes_values import Action, Fact, Section
from coalmeet.meeting.minutes_words import in_full, near, sentence, series, shortened, span, with_year
from coalmeet.meeting.record_again import meeting_keys
from coalmeet.meeting.state import Meeting
from coalmeet.meeting.timing import MINUTE
from coalmeet.text import _, clock_time, language, local, ngettext, speaking

_NAMED, _TITLE = 3, 70  # titles that a sentence carries, and characters of one
_POINTED = 200  # characters of a text that is only pointed at; its exact words stand in the decision log


@dataclass(frozen=True, slots=True)
class Ahead:
    """A meeting to come with what every member may know around it.

    `topics` are the times at which topics were taken up before; `waiting` are decisions that come back and stand on
    no agenda yet; `names` are those of people and organisations by their ids.
    """

    meeting: Meeting
    place: str = ""
    link: str = ""
    topics: tuple[Earlier, ...] = ()
    waiting: tuple[Waiting, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)


def agenda(ahead: Ahead, *, lang: str = "") -> Agenda:
    """The agenda in words of the language `lang` (a code such as "en"; "" for the current one)."""
    with speaking(lang or language()):
        return _agenda(ahead)


def _agenda(ahead: Ahead) -> Agenda:
    meeting = ahead.meeting
    items = entries(meeting, ahead.topics)
    work = open_work(meeting, ahead.names)
    return Agenda(
        coalition=meeting.coalition,
        title=meeting.title or meeting.coalition or _("Meeting"),
        date=meeting.date,
        day=with_year(meeting.date),
        when=when(meeting),
        where=tuple(part for part in (ahead.place, ahead.link) if part.strip()),
        language=language(),
        status=_("Planned, not yet held"),
        in_one_minute=tuple(_in_one_minute(meeting, items)),
        facts=tuple(fact for fact in _facts(meeting) if fact.texts and fact.texts[0]),
        entries=items,
        prepare=prepare(meeting, work),
        cannot_come=cannot_come(meeting),
        actions=work,
        sections=tuple(one for one in _sections(ahead) if one.texts),
    )


def when(meeting: Meeting) -> str:
    """The day, the time and its zone with what that is in universal time: those who read it sit in many places."""
    day = in_full(meeting.date)
    if not meeting.planned_start:
        return _("{day}, time not fixed yet").format(day=day)
    start = clock_time(meeting.planned_start, meeting.time_zone)
    minutes = meeting.planned_minutes
    end = clock_time(meeting.planned_start + minutes * MINUTE, meeting.time_zone) if minutes else ""
    return _("{day}, {times} ({zone})").format(day=day, times=span(start, end), zone=_zone(meeting))


def _zone(meeting: Meeting) -> str:
    offset = local(meeting.planned_start, meeting.time_zone).utcoffset()
    ahead_by = int(offset.total_seconds() // 60) if offset else 0
    hours, minutes = divmod(abs(ahead_by), 60)
    sign = "−" if ahead_by < 0 else "+"
    utc = f"UTC{sign}{hours}" + (f":{minutes:02d}" if minutes else "") if ahead_by else "UTC"
    zone = meeting.time_zone.replace("_", " ")
    if zone == "UTC" or zone.startswith("Etc/"):
        return utc
    return _("{zone}, {utc}").format(zone=zone, utc=utc)


def _in_one_minute(meeting: Meeting, items: Sequence[Entry]) -> Iterator[str]:
    """The sentences that a member reads first: what is up, how long it takes, how many must come."""
    urgent = next((one for one in meeting.emergencies if not one.item), None)
    if urgent is not None:
        yield _("This is an emergency meeting. What it decides is provisional for members who are absent.")
        if called(urgent):
            yield sentence(called(urgent)[:1].upper() + called(urgent)[1:])
    if not items:
        yield _("There is nothing on the agenda yet.")
        return
    decided = [one.entry.title for one in meeting.items if is_decided(one)]
    if decided:
        yield _("Up for decision: {titles}.").format(titles=_some(decided))
        if meeting.quorum:
            yield sentence(_("To decide, {needed}").format(needed=must_be_there(meeting)))
    else:
        yield _("Nothing is up for decision.")
    planned = sum(item.entry.minutes for item in meeting.items)
    if planned:
        yield ngettext(
            "{minutes} minutes are planned for {count} item.",
            "{minutes} minutes are planned for {count} items.",
            len(items),
        ).format(minutes=planned, count=len(items))


def _some(titles: list[str]) -> str:
    short = [shortened(one, _TITLE).rstrip(".") for one in titles]
    rest = len(short) - _NAMED
    if rest <= 0:
        return series(short)
    more = ngettext("{titles}; and {count} more", "{titles}; and {count} more", rest)
    return more.format(titles=series(short[:_NAMED]), count=rest)


def _facts(meeting: Meeting) -> Iterator[Fact]:
    nobody = _("nobody is named yet")
    learner = next((one.person for one in meeting.roles if one.role == "co_facilitator"), "")
    leads = role(meeting, meeting.facilitator, planned_organisation(meeting))
    yield Fact(_("Facilitates"), (leads or nobody,))
    yield Fact(words.role("co_facilitator"), (role(meeting, learner, ""),))
    yield Fact(_("Takes notes"), (role(meeting, meeting.note_taker, meeting.notes_turn) or nobody,))
    invited = voices(meeting)
    count = ngettext(
        "{count} member organisation: {names}", "{count} member organisations: {names}", len(invited)
    )
    names = series(invited)
    yield Fact(_("Invited"), (count.format(count=len(invited), names=names),) if invited else ())
    yield Fact(_("Interprets"), (_(", ").join(interpreters(meeting)),))


def open_work(meeting: Meeting, names: Mapping[str, str]) -> tuple[Action, ...]:
    """What is left open of earlier meetings: what nobody has taken on first, then by owner, the first due first."""
    found = [
        Action(
            number="",
            text=one.text,
            owner=names.get(one.owner, one.owner),
            who=names.get(one.owner, one.owner) or _("nobody yet"),
            organisation=meeting.name_of(one.organisation) or names.get(one.organisation, ""),
            due=near(one.due, meeting.date) if one.due else "",
            due_date=one.due,
            hours="",
            owned=bool(one.owner),
            asked=False,
            done=False,
            item=0,
        )
        for one in meeting.open_actions
    ]
    return tuple(
        sorted(found, key=lambda one: (one.owned, one.owner.casefold(), not one.due_date, one.due_date))
    )


def _sections(ahead: Ahead) -> Iterator[Section]:
    back = {"recommended", "reopened", "review"}
    yield Section(
        _("Decisions that come back soon"),
        tuple(_comes_back(one) for one in ahead.waiting if one.kind in back),
    )
    yield Section(
        _("Still open to objection"),
        tuple(_still_open(one) for one in ahead.waiting if one.kind == "provisional"),
    )
    yield Section(_("Decided outside a meeting"), told(meeting_keys(ahead.meeting)))


def _comes_back(one: Waiting) -> str:
    text = shortened(one.title, _POINTED)
    if one.kind == "reopened":
        return _("Open again, an objection stands on it: {text}").format(text=text)
    if one.kind == "recommended":
        return _("Recommended, as too few were there to decide: {text}").format(text=text)
    day = _plain(one.day)
    return _("Review by {day}: {text}").format(day=day, text=text) if day else text


def _still_open(one: Waiting) -> str:
    day, text = _plain(one.day), shortened(one.title, _POINTED)
    return _("Until the end of {day}: {text}").format(day=day, text=text) if day else text


def _plain(day: date | None) -> str:
    return with_year(day.isoformat()) if day else ""
