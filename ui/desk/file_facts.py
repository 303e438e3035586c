"""What the desk asks of the coalition's file besides the meeting itself: access needs, and turns to facilitate."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from coalmeet.coalition.organisation import Organisation
from coalmeet.coalition.outcomes import outcomes
from coalmeet.coalition.topic import Earlier, history, history_words, offered
from coalmeet.coalition.turn import ROLES, Turn, TurnNote
from coalmeet.errors import FileProblem
from coalmeet.meeting.rotation_both import Orders, both
from coalmeet.meeting.state import Item
from ui.live import LiveMeeting

if TYPE_CHECKING:
    from coalmeet.store.connection import Connection

AT_THE_CLOSE = ("skip_next", "coming_next", "away_next")  # said of the meeting to come


class Topics:
    """What the file's records say of earlier times of an item: read when the first one is asked for."""

    def __init__(self, live: LiveMeeting) -> None:
        self._live = live
        self._earlier: tuple[Earlier, ...] | None = None

    def words(self, item: Item) -> str:
        """The history of its topic in a line; "" for a new one, or where the file cannot tell."""
        today = date.fromisoformat(self._live.meeting.date)
        topic = item.entry.topic or item.id
        return history_words(history(self._read(), topic, today), today)

    def offered(self, item: Item) -> tuple[Earlier, ...]:
        """Earlier topics that the item may go on with, its own first."""
        today = date.fromisoformat(self._live.meeting.date)
        found = offered(self._read(), item.entry.title, today)
        return tuple(sorted(found, key=lambda one: one.topic != item.entry.topic))

    def _read(self) -> tuple[Earlier, ...]:
        from coalmeet.store import topics

        if self._earlier is None:
            try:
                with self._live.file.reading() as con:
                    self._earlier = topics.earlier(con)
            except FileProblem:
                self._earlier = ()  # the meeting goes on without them
        return self._earlier


def access_needs(live: LiveMeeting) -> dict[str, str]:
    """What people need to take part, by person's id: shown at the opening, on this screen alone."""
    from coalmeet.store import people

    try:
        with live.file.reading() as con:
            return {one.id: one.access_needs for one in people.people(con) if one.access_needs}
    except FileProblem:
        return {}  # the meeting goes on without them


def orders_next(live: LiveMeeting) -> Orders:
    """Who should be asked to facilitate and to take notes next, today's meeting counted; {} where the file cannot tell.

    Who is reckoned with is who belongs on the day of the next meeting, as it was agreed or is planned already.
    """
    from coalmeet.store import meetings

    then = live.meeting.next_time
    today, agreed = (
        date.fromisoformat(live.meeting.date),
        date.fromisoformat(then.date) if then.date else None,
    )
    try:
        with live.file.reading() as con:
            known = _read(live, con)
            coming = meetings.coming(con, live.meeting_id, today, agreed)
    except FileProblem:
        return {}
    history = (*known.held, turn_of_today(live, known.notes))
    day = coming.date if coming else agreed or today
    meeting = coming.id if coming else ""
    return both(history, known.organisations, day, known.notes, meeting, known.term, then.organisation)


def orders_today(live: LiveMeeting, leads: str = "") -> Orders:
    """Who should be asked to stand in at this meeting, by what stood before it; {} where the file cannot tell.

    `leads` is the organisation that facilitates, where somebody is missing for the notes.
    """
    try:
        with live.file.reading() as con:
            known = _read(live, con)
    except FileProblem:
        return {}
    day = date.fromisoformat(live.meeting.date)
    return both(known.held, known.organisations, day, known.notes, live.meeting_id, known.term, leads)


@dataclass(frozen=True, slots=True)
class _Known:
    """What the file knows of turns: the meetings held but for this one, and all that was said."""

    held: tuple[Turn, ...]
    notes: tuple[TurnNote, ...]
    organisations: tuple[Organisation, ...]
    term: int


def _read(live: LiveMeeting, con: Connection) -> _Known:
    from coalmeet.store import coalition, people, rotation

    held = tuple(one for one in rotation.history(con) if one.meeting != live.meeting_id)
    return _Known(held, rotation.notes(con), people.organisations(con), coalition.read(con).turn_meetings)


def turn_of_today(live: LiveMeeting, notes: Iterable[TurnNote] = ()) -> Turn:
    """Today's turn as it would be kept if the meeting closed now, with what was said for it and at its close."""
    meeting = live.meeting
    said = [one for one in notes if one.meeting == live.meeting_id and one.wish not in AT_THE_CLOSE]
    for role in ROLES:
        skip = meeting.next_time.turn(role).passed_over
        said += [TurnNote("", live.meeting_id, one, "skip_next", role=role) for one in skip]
    said += [
        TurnNote("", live.meeting_id, one, "coming_next" if coming else "away_next")
        for one, coming in meeting.next_time.coming
    ]
    return replace(outcomes(live.meeting_id, meeting).turn, notes=tuple(said))
