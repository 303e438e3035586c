"""Who plays in the stories: eight organisations of our invention, one to two people each, and a charter to choose."""

from __future__ import annotations

from datetime import date as day_of
from typing import Any

from coalmeet.meeting.events import AgendaEntry, MeetingOpened, Member, Seat
from coalmeet.text import wall

ZONE = "Europe/London"
# id, name, size, people: the first is the delegate. A person's id is their first name in small letters.
CAST = (
    ("harbour", "Harbour Tenants", 240, ("Priya Raman", "Owen Hughes")),
    ("maps", "Open Maps Group", 35, ("Luca Ferri",)),
    ("mill", "Mill Road Residents", 80, ("Sana Iqbal", "Peter Lang")),
    ("legal", "Legal Aid Circle", 12, ("Ruth Abelson",)),
    ("garden", "Allotment Union", 310, ("Tomas Vesely", "Irene Okoro")),
    ("radio", "Community Radio 8", 22, ("Jun Mori",)),
    ("food", "Food Bank North", 60, ("Grace Boateng",)),
    ("bikes", "Safe Streets", 150, ("Nils Berg",)),
)
EVERYBODY = tuple(one[0] for one in CAST)


def delegates(*organisations: str) -> tuple[str, ...]:
    """The ids of the people who speak for these organisations."""
    return tuple(_person(people[0]) for name, _name, _size, people in CAST if name in organisations)


def item(id: str, title: str, minutes: int, label: str = "decision", **more: Any) -> AgendaEntry:
    """An agenda item; its proposal, proposer and kind by name."""
    return AgendaEntry(id, title, label, minutes, **more)


def opening(
    *agenda: AgendaEntry,
    members: tuple[str, ...] = EVERYBODY,
    date: str = "2026-05-14",
    start: str = "18:00",
    protected: tuple[str, ...] = (),
    **more: Any,
) -> MeetingOpened:
    """A meeting of these members with this agenda; `more` are fields of MeetingOpened, such as kinds and profile."""
    cast = [one for one in CAST if one[0] in members]
    usual: dict[str, Any] = {
        "title": "Monthly assembly",
        "coalition": "Northside Coalition",
        "date": date,
        "time_zone": ZONE,
        "planned_start": wall(day_of.fromisoformat(date), start, ZONE),
        "planned_minutes": sum(one.minutes for one in agenda),
        "members": tuple(
            Member(id, name, size=size, protected=id in protected) for id, name, size, _p in cast
        ),
        "people": tuple(seat for one in cast for seat in _seats(one[0], one[3])),
        "agenda": agenda,
        "facilitator": _person(cast[0][3][0]),
        "quorum": len(cast) // 2 + 1,
    }
    return MeetingOpened(**{**usual, **more})


def _person(name: str) -> str:
    return name.split(maxsplit=1)[0].lower()


def _seats(organisation: str, people: tuple[str, ...]) -> tuple[Seat, ...]:
    return tuple(
        Seat(_person(name), name, organisation, "alternate" if at else "delegate")
        for at, name in enumerate(people)
    )
