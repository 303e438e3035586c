"""Short phrases that several parts of the desk say: when the meeting ends, who somebody is, how long things take."""

from __future__ import annotations

from datetime import date

from coalmeet.meeting import timing
from coalmeet.meeting.publish import end_words, ends_note
from coalmeet.meeting.state import ActionReview, Meeting
from coalmeet.meeting.words import capacity
from coalmeet.text import _, ngettext, plain_day


def ends(meeting: Meeting, now: int) -> tuple[str, str]:
    """When the meeting will end, and the tone in which to say it: "Ends 15:34, 4 min late"."""
    end = timing.projected_end(meeting, now)
    if not end:
        return _("no end is agreed"), "ink2"
    time = end_words(meeting, end)
    note = ends_note(meeting, now)
    late = timing.late_minutes(meeting, now) > 0
    if meeting.closed_at:
        ended = _("ended {time}, {note}") if note else _("ended {time}")
        return ended.format(time=time, note=note), "ink2"
    if not note:
        return _("ends {time}").format(time=time), "ink2"
    return _("ends {time}, {note}").format(time=time, note=note), "last" if late else "ink2"


def present(meeting: Meeting) -> str:
    """How many are here: "9 of 12 organisations, 12 of 26 people"."""
    here = ngettext(
        "{count} of {all} organisation", "{count} of {all} organisations", len(meeting.members)
    ).format(count=len(meeting.present_members), all=len(meeting.members))
    people = ngettext("{count} of {all} person", "{count} of {all} people", len(meeting.people)).format(
        count=len(meeting.present_people), all=len(meeting.people)
    )
    return _("{organisations}, {people}").format(organisations=here, people=people)


def quorum(meeting: Meeting) -> str:
    """Whether there are enough to decide, and what is missing."""
    missing = meeting.quorum - len(meeting.present_members)
    if not meeting.quorum:
        return _("No quorum is set: those who are here decide.")
    if missing <= 0:
        return _("Enough to decide.")
    return ngettext(
        "{count} organisation is missing to decide. Updates and discussions can begin.",
        "{count} organisations are missing to decide. Updates and discussions can begin.",
        missing,
    ).format(count=missing)


def role(meeting: Meeting, person: str) -> str:
    """A person's organisation and capacity: "Food Bank Network, alternate"; the delegate needs no word."""
    presence = meeting.presence(person)
    if presence is None:
        return ""
    organisation = meeting.name_of(presence.seat.organisation)
    if presence.seat.capacity == "delegate":
        return organisation
    word = capacity(presence.seat.capacity)
    return (
        _("{organisation}, {capacity}").format(organisation=organisation, capacity=word)
        if organisation
        else word
    )


def day(iso: str) -> str:
    """A date in words; what is no date stays as it was written."""
    try:
        return plain_day(date.fromisoformat(iso))
    except ValueError:
        return iso


def short(text: str, longest: int = 48) -> str:
    """A name short enough for a button; the whole one is shown elsewhere."""
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"


def first_name(name: str) -> str:
    """How people are called aloud: the first word of a name, or all of it where that says little."""
    words = name.split()
    return words[0] if words and len(words[0]) > 1 else name


def with_organisation(meeting: Meeting, person: str) -> str:
    """A person and for whom they are here: "Rosa Blum, Food Bank Network"; the name alone where that says it all."""
    presence = meeting.presence(person)
    organisation = meeting.name_of(presence.seat.organisation) if presence else ""
    name = meeting.name_of(person)
    if not organisation or organisation == name:
        return name
    return _("{name}, {organisation}").format(name=name, organisation=organisation)


def voice(meeting: Meeting, person: str) -> str:
    """In which capacity somebody speaks: "delegate"."""
    presence = meeting.presence(person)
    return capacity(presence.seat.capacity) if presence else ""


def speaking_for(meeting: Meeting, organisation: str) -> str:
    """The id of who answers for an organisation: its delegate if here, else an alternate; "" for nobody."""
    here = [one for one in meeting.present_people if one.seat.organisation == organisation and one.has_voice]
    here.sort(key=lambda one: one.seat.capacity != "delegate")
    return here[0].seat.person if here else ""


def review_words(meeting: Meeting, review: ActionReview) -> str:
    """What the work-plan review said of an action: "Moved to 11 June", "Handed on to Rosa Blum"."""
    if review.state == "moved" and review.due:
        return _("Moved to {date}").format(date=day(review.due))
    if review.state == "handed_on":
        words = _("{name} is asked") if review.asked else _("Handed on to {name}")
        return words.format(name=meeting.name_of(review.owner) or _("nobody yet"))
    states = {"done": _("Done"), "moved": _("Moved"), "dropped": _("Dropped")}
    return states.get(review.state, review.state)
