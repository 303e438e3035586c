"""What the history of one row says of it: pure, and the same for the same changes in whichever order they came."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from coalmeet.store.changes import DELETED, Change, unseen


@dataclass(frozen=True, slots=True)
class Standing:
    """The row as its changes leave it.

    `values` are the JSON texts of the fields that are not blank, `said` the fields that the history speaks of at all.
    `doubts` are the changes that stand beside each other with different values, by field; under DELETED those of a row
    that was deleted while somebody else changed it, the deletions first.
    """

    gone: bool = False
    values: Mapping[str, str] = field(default_factory=dict)
    said: frozenset[str] = frozenset()
    doubts: Mapping[str, tuple[Change, ...]] = field(default_factory=dict)


def standing(changes: Sequence[Change]) -> Standing:
    """What these changes, the whole history of one row, make of it."""
    heads = unseen(changes)
    doubts: dict[str, tuple[Change, ...]] = {}
    deletions = [one for one in heads if one.field == DELETED]
    if deletions:
        kept = [one for one in heads if one.field != DELETED]
        if not kept:
            return Standing(gone=True)
        doubts[DELETED] = (*ordered(deletions), *ordered(kept))
        heads = unseen([one for one in changes if one not in deletions])
    fields: dict[str, list[Change]] = {}
    for one in ordered(heads):
        if one.field != DELETED:
            fields.setdefault(one.field, []).append(one)
    doubts |= {name: tuple(some) for name, some in fields.items() if len({one.value for one in some}) > 1}
    said = frozenset(one.field for one in changes) - {DELETED}
    return Standing(values={name: some[-1].value for name, some in fields.items()}, said=said, doubts=doubts)


def ordered(changes: Sequence[Change]) -> list[Change]:
    """Changes in an order that is the same in every copy; the last one is shown while they stand beside each other."""
    return sorted(changes, key=lambda one: (one.counter, one.id))


def ancestry(change_id: str, known: Mapping[str, Change]) -> set[str]:
    """A change and all that it replaced, one after the other, as far as this history knows them."""
    found: set[str] = set()
    open_ = [change_id]
    while open_:
        one = open_.pop()
        if one not in found and one in known:
            found.add(one)
            open_ += known[one].seen
    return found
