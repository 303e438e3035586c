"""One rotation, two roles: the turns to take notes seen as turns of their own, with an account of their own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from coalmeet.coalition.organisation import Organisation
from coalmeet.coalition.turn import OF_ANY_ROLE, Role, Turn, TurnNote


def turns_of(role: Role, history: Iterable[Turn]) -> tuple[Turn, ...]:
    """The same meetings as turns of one role: `planned` and `actual` are whose turn that was and who took it."""
    if role == "facilitator":
        return tuple(replace(turn, notes=said_of(role, turn.notes)) for turn in history)
    return tuple(_taking_notes(turn) for turn in history)


def said_of(role: Role, notes: Iterable[TurnNote]) -> tuple[TurnNote, ...]:
    """What was said of this role, or of coming at all."""
    return tuple(note for note in notes if note.role == role or note.wish in OF_ANY_ROLE)


def able_in(role: Role, organisations: Iterable[Organisation]) -> list[Organisation]:
    """The organisations as the role sees them: one that does not facilitate may well take notes."""
    if role == "facilitator":
        return list(organisations)
    return [replace(one, facilitates=True) for one in organisations]


def _taking_notes(turn: Turn) -> Turn:
    """Whoever facilitated was busy: taking notes falls to the others, and so does the credit for it."""
    return replace(
        turn,
        planned=turn.to_note,
        actual=turn.noted,
        reason="",
        notes=said_of("note_taker", turn.notes),
        busy=(turn.actual,) if turn.actual else (),
    )
