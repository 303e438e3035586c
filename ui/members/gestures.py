"""What can be done to members and people, each as one gesture that is saved at once and can be taken back."""

from __future__ import annotations

from typing import Literal

from coalmeet.exchange.people_values import PeopleList
from coalmeet.ids import new_id
from coalmeet.text import _, ngettext
from ui.open_file import OpenFile

Kind = Literal["organisation", "person"]


def add_organisation(book: OpenFile) -> str:
    """Add a member organisation that joined today; returns its id."""
    id = new_id()
    book.edit(_("Add a member"), "organisation", id, name="", joined=book.today())
    return id


def add_person(book: OpenFile, organisation: str = "") -> str:
    """Add a person, a delegate of an organisation if one is given; returns the id."""
    id = new_id()
    with book.step(_("Add a person")) as writing:
        writing.edit("person", id, name="")
        if organisation:
            writing.edit("affiliation", new_id(), person=id, organisation=organisation, capacity="delegate")
    return id


def add_place(book: OpenFile, person: str, organisation: str) -> None:
    """Let a person belong to an organisation too."""
    with book.step(_("Add an affiliation")) as writing:
        writing.edit("affiliation", new_id(), person=person, organisation=organisation, capacity="delegate")


def change(book: OpenFile, table: str, id: str, field: str, value: object) -> None:
    """Change one field of an organisation, a person or an affiliation."""
    book.edit(_("Change a field"), table, id, **{field: value})


def protect(book: OpenFile, id: str, *, on: bool) -> None:
    """Give a member a protected voice, to be looked at again in a year; or take it back."""
    today = book.today()
    again = today.replace(year=today.year + 1, day=min(today.day, 28)) if on else None
    book.edit(_("Change a field"), "organisation", id, protected=on, protection_review=again)


def remove(book: OpenFile, kind: Kind, id: str) -> None:
    """Delete an entry and its affiliations; what it did at meetings stays in their records."""
    from coalmeet.store import people

    with book.step(_("Delete an entry")) as writing:
        for one in people.affiliations(writing.con):
            if id in {
                one.person if kind == "person" else "",
                one.organisation if kind == "organisation" else "",
            }:
                writing.delete("affiliation", one.id)
        writing.delete(kind, id)


def join(book: OpenFile, kind: Kind, gone: str, stays: str) -> None:
    """Say that two entries are one. Raises NotAllowed when they already are."""
    from coalmeet.store import merging

    with book.step(_("Join two entries")) as writing:
        writing.do(merging.join, kind, gone, stays)


def part(book: OpenFile, kind: Kind, gone: str) -> None:
    """Let a joined entry stand apart again."""
    from coalmeet.store import merging

    with book.step(_("Let two entries stand apart")) as writing:
        writing.do(merging.part, kind, gone)


def take_in(book: OpenFile, found: PeopleList) -> str:
    """Take a list in; returns a sentence with what it brought."""
    from coalmeet.exchange.people_apply import apply

    with book.step(_("Bring in a list")) as writing:
        done = apply(writing.con, writing.file, found)
        writing.changes += done.changes
    organisations = ngettext("{count} new organisation", "{count} new organisations", done.organisations)
    persons = ngettext("{count} new person", "{count} new people", done.people)
    return _("{organisations}, {people}; {completed} completed.").format(
        organisations=organisations.format(count=done.organisations),
        people=persons.format(count=done.people),
        completed=done.completed,
    )
