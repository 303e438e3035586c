"""What happens to pieces of work and to topics for later."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ActionAgreed:
    """A piece of work was written down; `owner` is a person's id or "", `owner_name` the name as said."""

    id: str
    text: str
    owner: str = ""
    owner_name: str = ""
    due: str = ""
    hours: float = 0.0
    item: str = ""


@dataclass(frozen=True, slots=True)
class ActionDropped:
    """An action of this meeting was struck out again."""

    id: str


@dataclass(frozen=True, slots=True)
class ActionReviewed:
    """An open action of an earlier meeting was looked at: done, moved, handed_on or dropped."""

    id: str
    state: str
    due: str = ""
    owner: str = ""


@dataclass(frozen=True, slots=True)
class TopicParked:
    """A topic went to the parking lot for a later meeting."""

    id: str
    title: str
    item: str = ""
