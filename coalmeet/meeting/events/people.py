"""What happens to the people: who came, left, and until when they stay."""

from __future__ import annotations

from dataclasses import dataclass

from coalmeet.meeting.events.values import Seat


@dataclass(frozen=True, slots=True)
class SeatAdded:
    """Somebody who was not on the list joined the meeting."""

    seat: Seat


@dataclass(frozen=True, slots=True)
class Arrived:
    """A person came in, in the room or by video or phone; `at` when that was earlier than it was entered.

    `organisation` and `capacity` are for whom and as what, where that is not as the list had it. `mistaken` says that
    they had not come after all.
    """

    person: str
    channel: str = ""
    at: int = 0
    organisation: str = ""
    capacity: str = ""
    mistaken: bool = False


@dataclass(frozen=True, slots=True)
class Departed:
    """A person left; `at` when that was earlier than it was entered; `mistaken` when they had not left after all."""

    person: str
    at: int = 0
    mistaken: bool = False


@dataclass(frozen=True, slots=True)
class StillHere:
    """Before a decision all were asked whether they are still here, and these voices were seen or heard."""

    voices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DepartureAnnounced:
    """A person said until when they can stay."""

    person: str
    until: int


@dataclass(frozen=True, slots=True)
class LineLost:
    """The line of these people broke: they are away, and are asked again when they are back."""

    people: tuple[str, ...]
