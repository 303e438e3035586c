"""What a meeting begins with: everything the log needs to know of the file, gathered once when it opens."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from sqlalchemy import Connection

from coalmeet import text
from coalmeet.coalition.action import Action
from coalmeet.coalition.coalition import Coalition, quorum_of
from coalmeet.coalition.organisation import Organisation, members_on
from coalmeet.coalition.person import Belonging
from coalmeet.coalition.plan import PlannedItem, PlannedMeeting
from coalmeet.errors import FileProblem
from coalmeet.meeting import words
from coalmeet.meeting.events import (
    FIRST_TRY,
    NOTHING_BEFORE,
    AgendaEntry,
    EmergencyCalled,
    MeetingOpened,
    Member,
    OpenAction,
    Seat,
)
from coalmeet.meeting.fold import replay
from coalmeet.meeting.turns import began
from coalmeet.store import actions, again, agenda, approving, coalition, log, meetings, people, rotation
from coalmeet.store.earlier_tries import earlier_tries

STILL_ASKED = timedelta(days=60)
_CAPACITY_ORDER = ("delegate", "alternate", "interpreter", "guest")


def plan(con: Connection, meeting_id: str, *, now: int = 0) -> MeetingOpened:
    """The event that opens a prepared meeting, at wall time `now` (0 for as planned).

    A meeting that is held on another day than planned begins when it is opened. Somebody who belongs to several
    organisations sits for the first that gives a voice. Raises FileProblem for a meeting not in the file.
    """
    here = coalition.read(con)
    frame = _on_the_day(meetings.meeting(con, meeting_id), here, now)
    members = members_on(people.organisations(con), frame.date)
    return MeetingOpened(
        title=frame.title,
        coalition=here.name,
        date=frame.date.isoformat(),
        time_zone=here.time_zone,
        planned_start=_planned_start(frame, here),
        planned_minutes=frame.minutes or 0,
        members=tuple(_member(one) for one in members),
        people=_seats(people.on(con, frame.date)),
        agenda=_agenda(con, meeting_id, frame.date),
        open_actions=_open_actions(con, frame.date),
        facilitator=frame.facilitator,
        planned_facilitator=frame.facilitator,
        turn=frame.turn,
        stand_in_reason=rotation.stand_in_reason(con, frame),
        note_taker=frame.note_taker,
        notes_turn=frame.notes_turn,
        co_facilitator=frame.co_facilitator if frame.co_facilitator != frame.facilitator else "",
        quorum=frame.quorum or quorum_of(here, len(members)),
        place=frame.place or frame.link,
        profile=here.profile,
        telling=here.telling,
        kinds=coalition.kinds(con),
        began=_began(con, meeting_id, frame.date),
        last=approving.last_meeting(con, meeting_id, frame.date.isoformat()),
        emergency=_emergency(frame),
        told=again.to_tell(con),
    )


def _emergency(frame: PlannedMeeting) -> EmergencyCalled | None:
    called = EmergencyCalled("", frame.called_by, frame.cannot_wait, frame.charter_rule)
    return called if frame.emergency else None


def _began(con: Connection, meeting_id: str, day: date) -> tuple[str, ...]:
    """Who began rounds at earlier meetings, the latest one last: each log hands it on to the next."""
    held = (one for one in meetings.meetings(con) if one.source == "live" and one.state == "closed")
    last = next((one for one in held if one.id != meeting_id and one.date <= day), None)
    try:
        return began(replay(log.read(con, last.id))) if last else ()
    except FileProblem:
        return ()  # a log that cannot be followed keeps no meeting from beginning


def _on_the_day(frame: PlannedMeeting, here: Coalition, now: int) -> PlannedMeeting:
    today = text.local(now, here.time_zone) if now else None
    if today is None or today.date() == frame.date:
        return frame
    return replace(frame, date=today.date(), start=today.strftime("%H:%M"))


def _agenda(con: Connection, meeting_id: str, day: date) -> tuple[AgendaEntry, ...]:
    """The items in order, each with the meeting at which consent to its matter failed before, if there was one."""
    tries = earlier_tries(con, day)
    planned = agenda.items(con, meeting_id)
    before = again.taken_up(con, {item.id: item.ancestor for item in planned}, day)
    return tuple(
        replace(
            entry(item),
            earlier=tries.get(item.topic or item.id, FIRST_TRY),
            again=before.get(item.id, NOTHING_BEFORE),
        )
        for item in planned
    )


def entry(item: PlannedItem) -> AgendaEntry:
    """A prepared item as the meeting keeps it; a built-in one without a title gets its usual one."""
    return AgendaEntry(
        id=item.id,
        title=item.title or words.built_in(item.built_in),
        label=item.label,
        minutes=item.minutes or 0,
        desired_outcome=item.desired_outcome,
        presenters=item.presenters,
        built_in=item.built_in,
        proposal=item.proposal,
        need=item.need,
        proposer=item.proposer,
        kind=item.kind,
        topic=item.topic or item.id,
        warn_minutes=item.warn_minutes,
        vote_announced=item.vote_announced,
    )


def _planned_start(frame: PlannedMeeting, here: Coalition) -> int:
    return text.wall(frame.date, frame.start, here.time_zone) if frame.start else 0


def _member(organisation: Organisation) -> Member:
    return Member(
        organisation.id,
        organisation.name,
        organisation.short,
        organisation.size or 0,
        organisation.facilitates,
        organisation.protected,
    )


def _seats(belongings: tuple[Belonging, ...]) -> tuple[Seat, ...]:
    """One seat a person; who is known only from the records of another body does not sit here."""
    here = [one for one in belongings if one.organisation is None or one.organisation.member]
    best: dict[str, Belonging] = {}
    for one in sorted(here, key=lambda one: (not one.has_voice, _CAPACITY_ORDER.index(one.capacity))):
        best.setdefault(one.person.id, one)
    return tuple(_seat(best[one]) for one in dict.fromkeys(belonging.person.id for belonging in here))


def _seat(one: Belonging) -> Seat:
    organisation = one.organisation
    capacity = one.capacity if one.has_voice or one.capacity == "interpreter" else "guest"
    return Seat(one.person.id, one.person.name, organisation.id if organisation else "", capacity)


def _open_actions(con: Connection, day: date) -> tuple[OpenAction, ...]:
    """The work plan. Records from elsewhere seldom say what was done: their undated work is asked about for a while."""
    old = {
        row.id
        for row in meetings.meetings(con)
        if row.source == "imported" and not timedelta() <= day - row.date <= STILL_ASKED
    }
    found = actions.actions(con, open_only=True)
    return tuple(_open_action(one) for one in found if one.due or one.meeting not in old)


def _open_action(action: Action) -> OpenAction:
    owner = action.owner_name or action.owner
    return OpenAction(action.id, action.text, owner, action.organisation, _iso(action.due))


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
