"""Reading organisations and people from CSV, with whatever column names the list happens to have."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from datetime import date

from coalmeet.coalition.person import Capacity
from coalmeet.errors import FileProblem
from coalmeet.exchange.columns import recognise, simple
from coalmeet.exchange.csv_text import read_rows
from coalmeet.exchange.people_values import OrganisationDraft, PeopleList, PersonDraft
from coalmeet.text import _, ngettext

COLUMNS = {
    "organisation": (
        "organisation", "organization", "member organisation", "member organization", "org", "member", "group",
        "organisation name", "organization name", "company", "association", "verein", "verband",
    ),
    "first": ("first name", "given name", "firstname", "forename", "vorname", "prenom"),
    "last": ("last name", "surname", "family name", "lastname", "nachname"),
    "name": (
        "name", "full name", "person", "contact", "representative", "delegate", "contact person", "contact name",
        "nom", "nombre",
    ),
    "short": ("short", "short name", "abbreviation", "acronym", "initials", "kurzname"),
    "size": ("size", "members", "people", "number of members", "headcount", "staff", "grosse"),
    "joined": ("joined", "since", "member since", "joined on", "date joined", "from", "beitritt"),
    "left": ("left", "until", "left on", "date left", "to", "austritt"),
    "email": ("email", "e mail", "mail", "email address", "e mail address"),
    "phone": ("phone", "telephone", "tel", "mobile", "phone number", "cell", "telefon"),
    "capacity": ("capacity", "role", "function", "position", "funktion", "type"),
    "language": ("language", "languages", "sprache", "langue", "speaks"),
    "access_needs": ("access needs", "access", "accessibility", "needs", "accessibility needs", "adjustments"),
}  # fmt: skip
_OF_PEOPLE = ("email", "phone", "capacity", "language", "access_needs", "first", "last")
_CAPACITIES: dict[str, Capacity] = {
    **dict.fromkeys(("delegate", "representative", "rep", "main", "primary", "lead", "member"), "delegate"),
    **dict.fromkeys(
        ("alternate", "alternative", "deputy", "substitute", "backup", "stand in", "second"), "alternate"
    ),
    **dict.fromkeys(("guest", "observer", "visitor", "adviser", "advisor"), "guest"),
    **dict.fromkeys(("interpreter", "translator"), "interpreter"),
}
_DAY_FIRST = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})")


def read(data: bytes | str, name: str) -> PeopleList:
    """The organisations and people of a CSV file; `name` is what a person calls it.

    Repeated organisations count once and repeated people once; a cell that makes no sense (a size that is no
    number) is left empty with a remark. Raises FileProblem when it is no list: then it names what is missing
    and the columns that were found.
    """
    rows = read_rows(data, name, lambda row: len(recognise(row, COLUMNS)))
    start = next((number for number, row in enumerate(rows) if any(row)), len(rows))
    headings, body = rows[start], rows[start + 1 :]
    columns = _columns(headings, name)
    reading = _Reading()
    reading.remarks += _not_read(headings, columns)
    for number, row in enumerate(body, start=start + 2):
        cells = {ours: row[place] for ours, place in columns.items() if place < len(row) and row[place]}
        if cells:
            reading.take(cells, number)
        if len(row) > len(headings) and any(row[len(headings) :]):
            reading.remark(
                _("Row {number} has more cells than there are columns; the last ones were left out."), number
            )
    if not reading.organisations and not reading.people:
        raise FileProblem(_("{file}: there are columns but no rows below them.").format(file=name))
    return PeopleList(
        tuple(reading.organisations.values()), tuple(reading.people.values()), tuple(reading.remarks)
    )


def _columns(headings: Sequence[str], name: str) -> dict[str, int]:
    columns = recognise(headings, COLUMNS)
    _refuse_twice(headings, columns.values(), name)
    if "name" in columns and "organisation" not in columns and not any(one in columns for one in _OF_PEOPLE):
        columns["organisation"] = columns.pop("name")  # a list of organisations calls them by "name"
    if "organisation" not in columns and not {"name", "first", "last"} & columns.keys():
        raise FileProblem(
            _(
                "{file}: a list needs a column “organisation” or “name” in its first row, and has neither. "
                "Its columns are: {columns}."
            ).format(file=name, columns=", ".join(cell[:40] for cell in headings if cell)[:400] or "–")
        )
    return columns


def _refuse_twice(headings: Sequence[str], read: Collection[int], name: str) -> None:
    """Of two columns with one name nobody but the list's author can say which is meant."""
    names = [simple(heading) for heading in headings]
    for first in sorted(read):
        also = [place for place, other in enumerate(names) if other == names[first] and place != first]
        if also:
            raise FileProblem(
                _(
                    "{file}: columns {first} and {second} are both called “{heading}”. Rename or delete one of "
                    "them, then bring the list in again."
                ).format(file=name, first=first + 1, second=also[0] + 1, heading=headings[first][:40])
            )


def _not_read(headings: Sequence[str], columns: Mapping[str, int]) -> list[str]:
    others = [cell[:40] for place, cell in enumerate(headings) if cell and place not in columns.values()]
    if not others:
        return []
    sentence = ngettext(
        "This column is not read: {columns}.", "These columns are not read: {columns}.", len(others)
    )
    return [sentence.format(columns=", ".join(others)[:400])]


class _Reading:
    """What the rows gave so far."""

    def __init__(self) -> None:
        self.organisations: dict[str, OrganisationDraft] = {}
        self.people: dict[tuple[str, str], PersonDraft] = {}
        self.remarks: list[str] = []

    def remark(self, sentence: str, number: int, **more: object) -> None:
        """sentence has the placeholder {number}, the row's in the file."""
        self.remarks.append(sentence.format(number=number, **more))

    def take(self, cells: dict[str, str], number: int) -> None:
        organisation = " ".join(cells.get("organisation", "").split())
        if organisation:
            self._organisation(organisation, cells, number)
        whole = cells.get("name") or f"{cells.get('first', '')} {cells.get('last', '')}"
        person = " ".join(whole.split())
        if person:
            self._person(person, organisation, cells, number)
        elif not organisation:
            self.remark(
                _("Row {number} names neither an organisation nor a person, so it was left out."), number
            )

    def _organisation(self, name: str, cells: dict[str, str], number: int) -> None:
        had = self.organisations.get(name.casefold(), OrganisationDraft(name))
        self.organisations[name.casefold()] = OrganisationDraft(
            had.name,
            had.short or cells.get("short", ""),
            self._size(cells, number) if had.size is None else had.size,
            had.joined or self._day(cells, "joined", number),
            had.left or self._day(cells, "left", number),
        )

    def _person(self, name: str, organisation: str, cells: dict[str, str], number: int) -> None:
        place = name, organisation.casefold()
        if place in self.people:
            self.remark(
                _("Row {number}: {name} stands in the list twice and was taken once."), number, name=name
            )
            return
        self.people[place] = PersonDraft(
            name,
            self.organisations[organisation.casefold()].name if organisation else "",
            self._capacity(cells, number),
            **{key: cells.get(key, "") for key in ("email", "phone", "language", "access_needs")},
        )

    def _size(self, cells: dict[str, str], number: int) -> int | None:
        said = cells.get("size", "")
        match = re.match(r"\D{0,3}(\d{1,3}(?:[ ,.'’\u00a0\u202f]\d{3})+|\d{1,9})(?!\d)(?![.,]\d)", said)
        if match:
            return int(re.sub(r"\D", "", match[1]))
        if said:
            self.remark(
                _("Row {number}: the size “{said}” is not a number and was left out."), number, said=said[:40]
            )
        return None

    def _day(self, cells: dict[str, str], key: str, number: int) -> date | None:
        said = cells.get(key, "")
        try:
            if match := _DAY_FIRST.fullmatch(said):
                return date(int(match[3]), int(match[2]), int(match[1]))
            return date.fromisoformat(said[:10]) if said else None
        except ValueError:
            self.remark(
                _("Row {number}: “{said}” is not a date such as 2026-05-14 and was left out."),
                number,
                said=said[:40],
            )
            return None

    def _capacity(self, cells: dict[str, str], number: int) -> Capacity:
        said = cells.get("capacity", "")
        found = _CAPACITIES.get(simple(said))
        if said and found is None:
            self.remark(
                _("Row {number}: “{said}” is no capacity that we know; it was taken as delegate."),
                number,
                said=said[:40],
            )
        return found or "delegate"
