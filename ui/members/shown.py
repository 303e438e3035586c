"""How organisations and people stand in the list."""

from __future__ import annotations

from coalmeet import text
from coalmeet.coalition.organisation import Organisation
from coalmeet.plain import plain
from coalmeet.text import _, ngettext
from ui.members.look import MembersLook
from ui.widgets.finding import finds
from ui.widgets.rows import Row


def organisation_rows(seen: MembersLook, query: str) -> list[Row]:
    """The organisations in which, or in whose people, the words stand: members first."""
    names = seen.names_by_organisation()
    found = [one for one in seen.organisations if finds(query, one.name, one.short, names.get(one.id, ""))]
    found.sort(key=lambda one: (not one.belongs(seen.today), not one.member, plain(one.name)))
    return [_organisation_row(one, names.get(one.id, ""), seen) for one in found]


def person_rows(seen: MembersLook, query: str) -> list[Row]:
    """The people in whom, or in whose organisation, the words stand."""
    places = seen.places_by_person()
    return [
        Row(
            one.id,
            one.name or _("No name yet"),
            places.get(one.id, _("belongs to no organisation today")),
            "user",
            tone="ink2",
        )
        for one in sorted(seen.people, key=lambda one: plain(one.name))
        if finds(query, one.name, places.get(one.id, ""))
    ]


def _organisation_row(one: Organisation, names: str, seen: MembersLook) -> Row:
    state = membership(one, seen)
    return Row(
        one.id,
        one.name or _("No name yet"),
        names or _("nobody yet"),
        "building-2",
        one.short,
        state,
        "ink2",
    )


def membership(one: Organisation, seen: MembersLook) -> str:
    """What is to be said of its membership; "" for a member as usual."""
    if not one.member:
        return _("Guest")
    if one.left is not None and one.left <= seen.today:
        return _("Left {day}").format(day=text.plain_day(one.left))
    if one.joined is not None and one.joined > seen.today:
        return _("Joins {day}").format(day=text.plain_day(one.joined))
    return "" if one.facilitates else _("Does not facilitate")


def counted(seen: MembersLook) -> str:
    """How many there are, in words."""
    members = sum(one.belongs(seen.today) for one in seen.organisations)
    people = len(seen.people)
    organisations = ngettext("{count} member organisation", "{count} member organisations", members)
    persons = ngettext("{count} person", "{count} people", people)
    return f"{organisations.format(count=members)} · {persons.format(count=people)}"
