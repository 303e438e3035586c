"""Choosing a person for a role by consent, as it stands: who named whom and why, and whom the group is asked about.

Nominations are never counted: one good reason may outweigh many names (see Sociocracy 3.0, "role selection", and
"Many Voices One Song").
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coalmeet.meeting.state import Meeting

NOMINATIONS, CHANGES = "nominations", "changes"  # the two rounds


@dataclass(frozen=True, slots=True)
class Nomination:
    """Whom a voice names now, and why; `before` is the person whom it had named first, "" where it kept its mind."""

    voice: str
    person: str
    reason: str = ""
    name: str = ""
    before: str = ""


@dataclass(frozen=True, slots=True)
class Selection:
    """One role to be filled; `proposal` is the text that the group is asked about, "" while there is none."""

    id: str
    item: str
    role: str
    until: str
    nominations: tuple[Nomination, ...] = ()
    proposal: str = ""
    person: str = ""
    name: str = ""
    reason: str = ""

    def of(self, voice: str) -> Nomination | None:
        """Whom this voice names, None while it has not."""
        return next((one for one in self.nominations if one.voice == voice), None)


def selection_in(meeting: Meeting, item: str) -> Selection | None:
    """The selection that an item is working on: its last one, until it is decided."""
    found = next((one for one in reversed(meeting.selections) if one.item == item), None)
    asked = meeting.proposal(found.proposal) if found and found.proposal else None
    return None if asked is not None and asked.decided and not asked.reopened_as else found


def selection_of(meeting: Meeting, proposal: str) -> Selection | None:
    """The selection that a text belongs to; also where the text came back after a correction."""
    ids, one = {proposal}, meeting.proposal(proposal)
    while one is not None and one.ancestor and one.ancestor not in ids:
        ids.add(one.ancestor)
        one = meeting.proposal(one.ancestor)
    return next(
        (found for found in reversed(meeting.selections) if found.proposal and found.proposal in ids), None
    )


def candidate(meeting: Meeting, proposal: str) -> str:
    """The id of the person whom a text would choose; "" for every other text."""
    found = selection_of(meeting, proposal)
    return found.person if found else ""


def nominee_name(meeting: Meeting, one: Nomination | Selection) -> str:
    """The name of who is named: as on the list, or as it was said."""
    return meeting.name_of(one.person) or one.name


def nominees(selection: Selection) -> tuple[Nomination, ...]:
    """Each who was named, once, in the order in which they were: with the first words that were said for them."""
    found: dict[str, Nomination] = {}
    for one in selection.nominations:
        key = one.person or one.name
        if key not in found or (one.reason and not found[key].reason):
            found[key] = one
    return tuple(found.values())
