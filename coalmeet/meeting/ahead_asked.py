"""What members are asked for before a meeting, and what somebody does who cannot come."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from coalmeet.meeting.ahead_items import is_decided
from coalmeet.meeting.leading import planned_organisation
from coalmeet.meeting.minutes_values import Action, Request
from coalmeet.meeting.minutes_words import in_full, series, shortened, with_year
from coalmeet.meeting.state import Item, Meeting
from coalmeet.text import _, clock_time, ngettext

_NAMED = 6  # titles or names that a line carries; more are counted
_WITH_PEOPLE = 20  # organisations up to which those who speak for them are named
_TITLE = 70  # characters of a title in a line


def prepare(meeting: Meeting, actions: Sequence[Action]) -> tuple[Request, ...]:
    """What to do before the meeting, what takes most thought first."""
    return (*_texts(meeting), *_minutes(meeting), *_work(actions), *_presenting(meeting))


def _texts(meeting: Meeting) -> Iterator[Request]:
    decided = [item for item in meeting.items if is_decided(item) and not _given_away(meeting, item)]
    chosen = [one for one in decided if meeting.kind(one.entry.kind).method == "selection"]
    given = [one for one in decided if one.entry.proposal.strip() and one not in chosen]
    if given:
        yield Request(
            ngettext(
                "Read the text up for decision. Is there a reason why trying it would do harm?",
                "Read the {count} texts up for decision. Is there a reason why trying one of them would do harm?",
                len(given),
            ).format(count=len(given)),
            _titles(given),
            "",
        )
    without = [one for one in decided if one not in given and one not in chosen]
    if without:
        yield Request(
            _("Think about what is to be decided; its text is brought to the meeting."), _titles(without), ""
        )
    if chosen:
        yield Request(_("Think of whom you would nominate, and why."), _titles(chosen), "")
    if decided:
        yield Request(
            _("Settle who speaks for you, and with which mandate."),
            _("Without one you can consent subject to confirmation, until a date that you name."),
            "",
        )


def _given_away(meeting: Meeting, item: Item) -> bool:
    """Whether a group or a person decides it, and the meeting only hears of it."""
    return meeting.kind(item.entry.kind).method == "delegated"


def _minutes(meeting: Meeting) -> Iterator[Request]:
    last = meeting.last
    if last is not None and last.state:
        day = with_year(last.date)
        yield Request(
            _("Read the minutes of {day}: they are approved at this meeting.").format(day=day),
            _("Say before, or at the beginning, what is to be put right."),
            "",
        )


def _work(actions: Sequence[Action]) -> Iterator[Request]:
    if actions:
        whose = list(dict.fromkeys(one.organisation or one.owner for one in actions))
        yield Request(
            _("Look at your open work: is it done, does it move, or does it need other hands?"),
            _some([one for one in whose if one]),
            "",
        )


def _presenting(meeting: Meeting) -> Iterator[Request]:
    names = [name for item in meeting.items for name in item.entry.presenters]
    if names:
        yield Request(
            _("Prepare what you present, so that it fits its minutes."), _some(list(dict.fromkeys(names))), ""
        )


def _titles(items: Sequence[Item]) -> str:
    return _some([shortened(one.entry.title, _TITLE).rstrip(".") for one in items])


def _some(named: list[str]) -> str:
    rest = len(named) - _NAMED
    if rest <= 0:
        return series(named)
    more = ngettext("{titles}; and {count} more", "{titles}; and {count} more", rest)
    return more.format(titles=series(named[:_NAMED]), count=rest)


def cannot_come(meeting: Meeting) -> tuple[str, ...]:
    """What somebody does who cannot be there: send somebody else, or an answer beforehand; and what silence means."""
    decided = [item for item in meeting.items if is_decided(item) and not _given_away(meeting, item)]
    given = [item for item in decided if item.entry.proposal.strip()]
    found = [_tell(meeting)]
    if given:
        found.append(
            _(
                "Or answer a text beforehand, by mail or phone, {until}. An objection or a concern counts as raised "
                "and is read out. Consent holds for exactly these words, and no longer once they change."
            ).format(until=_until(meeting))
        )
    if decided:
        found.append(
            _("Your silence is never taken for consent: what is decided without you stands in the minutes.")
        )
    return tuple(found)


def _tell(meeting: Meeting) -> str:
    name = meeting.name_of(meeting.facilitator)
    if name:
        return _(
            "Tell {name}, and send somebody else who may speak for your organisation, with your mandate."
        ).format(name=name)
    whose = meeting.name_of(planned_organisation(meeting))
    if whose:
        return _(
            "Tell {organisation}, and send somebody else who may speak for your organisation, with your mandate."
        ).format(organisation=whose)
    return _("Say so, and send somebody else who may speak for your organisation, with your mandate.")


def _until(meeting: Meeting) -> str:
    day = in_full(meeting.date)
    if not meeting.planned_start:
        return _("before {day}").format(day=day)
    time = clock_time(meeting.planned_start, meeting.time_zone)
    return _("until {time} on {day}").format(time=time, day=day)


def voices(meeting: Meeting) -> tuple[str, ...]:
    """The member organisations that are invited, each with those who may speak for it where they are not too many."""
    if len(meeting.members) > _WITH_PEOPLE:
        return tuple(member.name for member in meeting.members)
    found = []
    for member in meeting.members:
        names = [
            one.seat.name for one in meeting.people if one.seat.organisation == member.id and one.has_voice
        ]
        who = _("{organisation} ({people})") if names else "{organisation}"
        found.append(who.format(organisation=member.name, people=_(", ").join(names)))
    return tuple(found)


def interpreters(meeting: Meeting) -> tuple[str, ...]:
    """Who interprets; other guests are not told of, for nobody has asked them yet."""
    return tuple(one.seat.name for one in meeting.people if one.seat.capacity == "interpreter")


def role(meeting: Meeting, person: str, turn: str) -> str:
    """Who does it, with the organisation whose turn it is while nobody is named; "" for nobody at all."""
    name, whose = meeting.name_of(person), meeting.name_of(turn)
    presence = meeting.presence(person)
    of = meeting.name_of(presence.seat.organisation) if presence else ""
    if name:
        return _("{name} ({organisation})").format(name=name, organisation=of) if of else name
    return _("somebody of {organisation}").format(organisation=whose) if whose else ""
