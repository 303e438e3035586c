"""Who has which role in a meeting, since when; and whose turn it is next time, as it was agreed."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Leading:
    """Who facilitates from a moment on (wall time), and why they took over, or stand in from the beginning.

    `item` is the one whose decision they lead in the facilitator's place, "" for the meeting; `back` says that such a
    decision was handed back.
    """

    person: str
    since: int
    reason: str = ""
    item: str = ""
    back: bool = False


@dataclass(frozen=True, slots=True)
class RoleHeld:
    """Who is note_taker, co_facilitator, timekeeper or stack_keeper from a moment on (wall time).

    `person` is "" for nobody.
    """

    role: str
    person: str
    since: int


@dataclass(frozen=True, slots=True)
class NextTurn:
    """The next turn in one role, as it was agreed; `passed_over` were asked and skip."""

    organisation: str = ""
    person: str = ""
    how: str = ""
    passed_over: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NextTime:
    """What was agreed about the next meeting; `coming` are the organisations that said whether they can come.

    `organisation` and what follows it are the turn to facilitate, `notes` is the one to take notes.
    """

    date: str = ""
    start: str = ""
    place: str = ""
    organisation: str = ""
    person: str = ""
    how: str = ""
    passed_over: tuple[str, ...] = ()
    coming: tuple[tuple[str, bool], ...] = ()
    prepares: str = ""
    notes: NextTurn = NextTurn()

    def turn(self, role: str) -> NextTurn:
        """The next turn in a role, facilitator or note_taker."""
        if role == "note_taker":
            return self.notes
        return NextTurn(self.organisation, self.person, self.how, self.passed_over)


NOTHING_AGREED = NextTime()
