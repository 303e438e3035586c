"""The minutes as values: everything that a document shows, in order and in words, and nothing of how it looks."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Standing(Enum):
    """What a decision came to, as far as its mark and its weight on paper go."""

    HOLDS = "holds"
    PROVISIONAL = "provisional"
    RECOMMENDED = "recommended"
    NOTED = "noted"
    OPEN = "open"
    NOT_PASSED = "not passed"


@dataclass(frozen=True, slots=True)
class Fact:
    """A word for what it is, and what there is to say: a paragraph each.

    `passing` says that it held on the day of the minutes and may have changed since: who is responsible, what was
    to be confirmed, when it comes back. A page that knows the later life tells that instead.
    """

    label: str
    texts: tuple[str, ...]
    passing: bool = False


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision or attempt at one. `text` is the exact words; `item` counts from 0,
    and `about` is its title.

    `worded` is False for an item that was agreed without anybody noting the words: its title stands for them.
    """

    number: str
    text: str
    standing: Standing
    outcome: str
    details: tuple[str, ...]
    facts: tuple[Fact, ...]
    item: int
    about: str
    worded: bool = True


@dataclass(frozen=True, slots=True)
class Action:
    """One piece of work. `owner` may be ""; `who` says it in words; `due` is in words, "" without a date.

    `asked` says that the owner was absent and has yet to accept.
    """

    number: str
    text: str
    owner: str
    who: str
    organisation: str
    due: str
    due_date: str
    hours: str
    owned: bool
    asked: bool
    done: bool
    item: int


@dataclass(frozen=True, slots=True)
class Request:
    """Something that absent members are asked for: what, whom in words, and until when; `asked` names each of them."""

    text: str
    who: str
    until: str
    asked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Time:
    """The minutes of an item, None where nobody noted them, and the same in words."""

    planned: float | None
    used: float | None
    words: str


@dataclass(frozen=True, slots=True)
class Item:
    """One agenda item. `remarks` are sentences of the program's own; `notes` are as typed.

    `number` is "" where the titles of the meeting carry numbers of their own; `heading` has both. `open` says that
    it was not finished: put off, parked, handed to a group or not reached, without a decision that says so.
    `built_in` items, such as the opening, are of every meeting. `reached` says that it came up at all.
    """

    number: str
    title: str
    label: str
    time: Time
    outcome: str
    presenters: str
    remarks: tuple[str, ...]
    notes: str
    decisions: tuple[Decision, ...]
    actions: tuple[Action, ...]
    open: bool = False
    built_in: bool = False
    reached: bool = True

    @property
    def heading(self) -> str:
        """The title with its number."""
        return f"{self.number}. {self.title}" if self.number else self.title


@dataclass(frozen=True, slots=True)
class Temperature:
    """The words of the opening round, most frequent first with how often, and the same as a sentence."""

    words: tuple[tuple[str, int], ...]
    sentence: str


@dataclass(frozen=True, slots=True)
class Attendance:
    """Who was there: short for the first page, and everybody by name."""

    summary: str
    names: tuple[Fact, ...]
    people: int
    roles: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and its paragraphs."""

    heading: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Minutes:
    """A whole document. `date` is "YYYY-MM-DD"; `language` and `time_zone` are the coalition's, not the system's.

    `state` is draft, circulated, approved, planned or "" for a record from elsewhere; `status` says it in words.
    `versions` tells of each version that readers may have, the last one being this.
    """

    coalition: str
    title: str
    date: str
    day: str
    when: str
    where: str
    language: str
    time_zone: str
    state: str
    status: str
    in_one_minute: tuple[str, ...]
    decisions: tuple[Decision, ...]
    actions: tuple[Action, ...]
    requests: tuple[Request, ...]
    attendance: Attendance
    temperature: Temperature | None
    items: tuple[Item, ...]
    sections: tuple[Section, ...]
    approval: tuple[str, ...]
    source: str
    versions: tuple[str, ...] = ()

    @property
    def planned(self) -> bool:
        """Whether the meeting is still to come, so that this is its agenda."""
        return self.state == "planned"
