"""The agenda that goes round before a meeting, as values: what it says, in order and in words, and nothing of looks."""

from __future__ import annotations

from dataclasses import dataclass

from coalmeet.meeting.minutes_values import Action, Fact, Request, Section


@dataclass(frozen=True, slots=True)
class Draft:
    """A text that is to be decided on: its exact words, and what is known of it, a fact each."""

    text: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One agenda item to come. `clock` is "14:20" or ""; `number` "" for a break.

    `how` says by which method it is decided, `outcome` what is wanted at its end, `back` why it comes back, in
    sentences. `draft` is the text that is already there, None for none.
    """

    clock: str
    number: str
    title: str
    label: str
    minutes: str
    presenters: str
    outcome: str
    how: str
    back: tuple[str, ...]
    draft: Draft | None

    @property
    def heading(self) -> str:
        """The title with its number."""
        return f"{self.number}. {self.title}" if self.number else self.title


@dataclass(frozen=True, slots=True)
class Agenda:
    """The whole paper. `date` is "YYYY-MM-DD"; `language` is the coalition's, not the system's.

    `facts` say who does what and who is invited; `prepare` what to do beforehand; `cannot_come` what somebody does who
    cannot be there; `actions` is the open work by owner; `sections` what else comes back.
    """

    coalition: str
    title: str
    date: str
    day: str
    when: str
    where: tuple[str, ...]
    language: str
    status: str
    in_one_minute: tuple[str, ...]
    facts: tuple[Fact, ...]
    entries: tuple[Entry, ...]
    prepare: tuple[Request, ...]
    cannot_come: tuple[str, ...]
    actions: tuple[Action, ...]
    sections: tuple[Section, ...]

    @property
    def drafts(self) -> tuple[tuple[Entry, Draft], ...]:
        """The items whose text is already there, each with it."""
        return tuple((one, one.draft) for one in self.entries if one.draft is not None)
