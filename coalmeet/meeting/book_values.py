"""The facilitator's book as values: the agenda with what only the person who facilitates may know."""

from __future__ import annotations

from dataclasses import dataclass

from coalmeet.meeting.ahead_values import Agenda, Entry
from coalmeet.meeting.minutes_values import Fact, Section
from coalmeet.meeting.say_ahead import Said


@dataclass(frozen=True, slots=True)
class BookItem:
    """One item as it is led: the private `note` as typed, what to `say` at each stage, and what to `mind`."""

    entry: Entry
    note: str
    mind: tuple[str, ...]
    say: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Book:
    """The whole book; `needs` are the access needs of people, `after` is what may come up at the end."""

    agenda: Agenda
    wishes: tuple[str, ...]
    roles: tuple[Fact, ...]
    coming: tuple[Fact, ...]
    needs: tuple[Fact, ...]
    items: tuple[BookItem, ...]
    after: tuple[Section, ...]
