"""Organisations and people as a list from outside names them, to be looked at before they are taken in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from coalmeet.coalition.person import Capacity


@dataclass(frozen=True, slots=True)
class OrganisationDraft:
    """A member organisation of the list; everything but the name may be missing."""

    name: str
    short: str = ""
    size: int | None = None
    joined: date | None = None
    left: date | None = None


@dataclass(frozen=True, slots=True)
class PersonDraft:
    """A person of the list; `organisation` is a name, "" for somebody who belongs to none."""

    name: str
    organisation: str = ""
    capacity: Capacity = "delegate"
    email: str = ""
    phone: str = ""
    language: str = ""
    access_needs: str = ""


@dataclass(frozen=True, slots=True)
class PeopleList:
    """All of a list. `remarks` are sentences about cells that were not understood and were left empty."""

    organisations: tuple[OrganisationDraft, ...]
    people: tuple[PersonDraft, ...]
    remarks: tuple[str, ...] = ()
