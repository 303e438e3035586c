"""What happens to the stack: who asks to speak, who has the floor."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StackJoined:
    """A person asked to speak; kind is new, reply (to the speaker), question (to understand) or process."""

    person: str
    kind: str = "new"


@dataclass(frozen=True, slots=True)
class StackLeft:
    """A person does not wish to speak any more."""

    person: str


@dataclass(frozen=True, slots=True)
class StackMoved:
    """The facilitator moved a person in the stack, before another one or to its end."""

    person: str
    before: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class FloorGiven:
    """A person has the floor now; whoever had it has been heard."""

    person: str
    kind: str = "new"


@dataclass(frozen=True, slots=True)
class FloorFreed:
    """Whoever had the floor has been heard, and nobody else has it."""
