"""What can be done to a decision after its meeting: each is an entry that is saved at once and can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from coalmeet.coalition import later_life
from coalmeet.coalition.decision import Decision, DecisionEntry
from coalmeet.errors import NotAllowed
from coalmeet.ids import new_id
from coalmeet.text import _
from ui.open_file import OpenFile

Entries = tuple[DecisionEntry, ...]


@dataclass(frozen=True, slots=True)
class Letter:
    """What arrived from an organisation: on which day, through which channel, and its words."""

    organisation: str
    on: date | None
    channel: str
    text: str


@dataclass(frozen=True, slots=True)
class Outside:
    """A decision that was taken outside a meeting: its words, who took it, when, and under which authority."""

    words: str
    by: str
    on: date | None
    authority: str


def enter(book: OpenFile, make: Callable[[Entries, Mapping[str, Decision]], DecisionEntry]) -> DecisionEntry:
    """Let a rule make an entry of what the file says, and keep it. Raises NotAllowed with what to do instead."""
    from coalmeet.store import decisions

    with book.file.writing() as con:
        known = {one.id: one for one in decisions.decisions(con)}
        made = decisions.enter(con, book.file, make(decisions.entries(con), known))
    book.wrote("decision_entry")
    return made


def take_back(book: OpenFile, entry: DecisionEntry) -> None:
    """The entry was a slip; both stay in the file, and the decision stands as before."""
    enter(book, lambda _entries, _known: later_life.taken_back(entry))


def letter_arrived(book: OpenFile, decision: Decision, letter: Letter) -> DecisionEntry:
    """An objection of an absent organisation arrived: the decision is open again."""
    from coalmeet.store import people

    names = {one.id: one.name for one in book.read(people.organisations)}
    on = letter.on or book.today()
    if on > book.today():
        raise NotAllowed(_("This day lies ahead. Choose the day on which it was sent."))
    return enter(
        book,
        lambda entries, known: later_life.object_to(
            decision,
            entries,
            known,
            letter.organisation,
            names.get(letter.organisation, ""),
            on=on,
            channel=letter.channel,
            text=letter.text,
        ),
    )


def let_go(book: OpenFile, entry: DecisionEntry) -> DecisionEntry:
    """The organisation that objected says that it lets the decision pass: then it stands as before."""
    said = DecisionEntry("", entry.decision, "objection_resolved", book.today(), answers=entry.id)
    return enter(book, lambda _entries, _known: said)


def decided_outside(book: OpenFile, told: Outside) -> str:
    """Keep a decision that was taken outside a meeting; returns its id. It is told at the next meeting."""
    if not told.words.strip():
        raise NotAllowed(_("Write down the words of the decision."))
    if not told.by.strip():
        raise NotAllowed(_("Say who decided this: a group, or a person."))
    on = told.on or book.today()
    if on > book.today():
        raise NotAllowed(_("This day lies ahead. Choose the day on which it was decided."))
    made = new_id()
    with book.step(_("Enter a decision")) as writing:
        writing.edit(
            "decision",
            made,
            text=told.words.strip(),
            outcome="agreed",
            method="delegated",
            decided_on=on,
            decided_by=told.by.strip(),
            authority=told.authority.strip(),
        )
    return made


def members_absent(book: OpenFile, decision: Decision) -> tuple[tuple[str, str], ...]:
    """Id and name of the organisations that may have been absent, those that were first, by name."""
    from coalmeet.store import people

    found = [one for one in book.read(people.organisations) if one.member and one.id not in decision.present]
    owed = [one for one in found if not decision.absent or one.id in decision.absent]
    return tuple((one.id, one.name) for one in sorted(owed, key=lambda one: one.name.casefold()))
