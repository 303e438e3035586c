"""Before a person is erased: where the file speaks of them, for somebody to look at and to choose."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from sqlalchemy import Connection, select

from coalmeet.coalition.mentions import Spot
from coalmeet.store.erasing.subject import Subject, stranger, subject
from coalmeet.store.erasing.sweep import Key, Sweep
from coalmeet.store.erasing.texts import TextRow, rows
from coalmeet.store.tables import ATTENDANCE, CHANGE, MEETING
from coalmeet.text import _, short_day_with_year

MOST_PLACES = 3  # that are named of one mention; the rest are counted


@dataclass(frozen=True, slots=True)
class Mention:
    """Words in a text that speak of the person, or may: the line they stand in, and where, the first few places.

    `count` is how many places there are; earlier wordings count only where it stands nowhere any more.

    `chosen` is what the program proposes: to erase it.
    """

    key: Key
    spot: Spot
    places: tuple[str, ...]
    count: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class Found:
    """What erasing would do: `rows` of the person alone, `named` the places by kind where the name stands by itself,
    `words` given in temperature rounds, `meetings` they came to, and the mentions in free text to choose from.
    """

    person: str
    name: str
    rows: int
    named: tuple[tuple[str, int], ...]
    words: int
    meetings: int
    mentions: tuple[Mention, ...]
    namesake: bool
    listed: bool = True


@dataclass
class _Seen:
    spot: Spot
    # Where it is read now, and, for what stands there no more, the history.
    now: Counter[str] = field(default_factory=Counter)
    before: Counter[str] = field(default_factory=Counter)
    chosen: bool = False


def look(con: Connection, person: str, *, listed: bool = True) -> Found:
    """Where the file speaks of a person by their id, or by the name of somebody who is not `listed`; reads all of it.

    Raises NotAllowed when nobody has this id, or when somebody in the list has the name.
    """
    who = subject(con, person) if listed else stranger(con, person)
    sweep = Sweep(rows(con), who)
    places, named = _Places(con), Counter[str]()
    seen: dict[Key, _Seen] = {}

    def note(spot: Spot, key: Key, row: TextRow) -> bool:
        if spot.certain:
            named[places.kind(row)] += 1
            return False
        one = seen.setdefault(key, _Seen(spot))
        one.chosen = one.chosen or (spot.likely and row.table != "organisation")
        (one.before if row.table == CHANGE.name else one.now)[places.of(row)] += 1
        return False

    for _update in sweep.updates(note):
        pass  # nothing is written: only what was met counts
    return Found(
        person,
        who.name,
        sum(map(len, who.gone.values())),
        tuple(named.most_common()),
        sweep.spoken.count,
        _meetings(con, who),
        _mentions(seen),
        bool(who.namesakes),
        listed,
    )


def _mentions(seen: dict[Key, _Seen]) -> tuple[Mention, ...]:
    found = []
    for key, one in seen.items():
        places = one.now or one.before
        found.append(Mention(key, one.spot, tuple(places)[:MOST_PLACES], places.total(), one.chosen))
    # What is surely the person first; then by the words of the line.
    return tuple(
        sorted(found, key=lambda one: (not one.chosen, one.spot.kind != "name", one.spot.before, one.key))
    )


def _meetings(con: Connection, who: Subject) -> int:
    wanted = select(ATTENDANCE.c.meeting).where(ATTENDANCE.c.person.in_(who.ids)).distinct()
    return len(con.execute(wanted).all())


class _Places:
    """Where a row stands, in words."""

    def __init__(self, con: Connection) -> None:
        self._days = {row.id: row.date for row in con.execute(select(MEETING.c.id, MEETING.c.date)).all()}

    def of(self, row: TextRow) -> str:
        """What the row is, and of which meeting it is."""
        meeting = row.id if row.table == MEETING.name else row.texts.get("meeting", "")
        day = self._days.get(meeting)
        if day is None:
            return self.kind(row)
        return _("{what}, {day}").format(what=self.kind(row), day=short_day_with_year(day))

    @staticmethod
    def kind(row: TextRow) -> str:
        """What the row is."""
        return {
            "action": _("actions"),
            "agenda": _("agendas"),
            "change": _("history of changes"),
            "decision": _("decisions"),
            "decision_entry": _("later life of decisions"),
            "item": _("agendas"),
            "meeting": _("meetings"),
            "move": _("logs of meetings"),
            "note": _("notes"),
            "organisation": _("organisations"),
            "parked": _("parking lot"),
            "private_note": _("private notes"),
            "record": _("minutes"),
            "turn_note": _("rotation"),
        }.get(row.table, _("elsewhere"))
