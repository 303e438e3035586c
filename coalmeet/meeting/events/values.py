"""Values that events carry: the plan of a meeting as it was when it opened."""

from __future__ import annotations

from dataclasses import dataclass

from coalmeet.meeting.events.again import NOTHING_BEFORE, Again
from coalmeet.meeting.events.votes import FIRST_TRY, EarlierTry

# Values that events carry. Times are milliseconds since 1970 UTC, 0 for "not said"; minutes are whole
# minutes,
# 0 for "none"; dates are ISO text, "" for none; ids are the store's random ids.


@dataclass(frozen=True, slots=True)
class Member:
    """A member organisation as it was on the day."""

    id: str
    name: str
    short: str = ""
    size: int = 0
    facilitates: bool = True
    protected: bool = False


@dataclass(frozen=True, slots=True)
class Seat:
    """A person as they belong on the day; capacity is delegate, alternate, guest or interpreter."""

    person: str
    name: str
    organisation: str = ""
    capacity: str = "delegate"


@dataclass(frozen=True, slots=True)
class AgendaEntry:
    """An agenda item as prepared; built_in is opening, temperature, work_plan, break, closing or "".

    `warn_minutes` is when to say how many minutes are left, 0 for the usual moment. `earlier` is the meeting at
    which consent to this failed; `vote_announced` says that the agenda announced a vote in its place. `again` is the
    decision that it takes up again.
    """

    id: str
    title: str
    label: str = ""
    minutes: int = 0
    desired_outcome: str = ""
    presenters: tuple[str, ...] = ()
    built_in: str = ""
    proposal: str = ""
    need: str = ""
    proposer: str = ""
    kind: str = ""
    topic: str = ""
    warn_minutes: int = 0
    earlier: EarlierTry = FIRST_TRY
    vote_announced: bool = False
    again: Again = NOTHING_BEFORE


@dataclass(frozen=True, slots=True)
class OpenAction:
    """A piece of work that an earlier meeting left open."""

    id: str
    text: str
    owner: str = ""
    organisation: str = ""
    due: str = ""
