"""What a comparison of two copies comes to: plain values, which windows and commands show and hand back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

Row = Mapping[str, Any]
Key = tuple[str, str]  # a table and the id of one of its rows
Kind = Literal["field", "row", "record", "run"]


@dataclass(frozen=True, slots=True)
class Side:
    """One of the values that stand beside each other.

    `ids` are what says so: changes, versions of a record, or the last move of a run. `value` is its JSON text, "" where
    the row is to be deleted, or what is no value. `here` and `there` tell whether this file and the copy say so.
    `words` say it to a person, `follows` what led to it.
    """

    ids: tuple[str, ...]
    value: str
    here: bool
    there: bool
    words: str
    follows: str = ""


@dataclass(frozen=True, slots=True)
class Doubt:
    """What only a person can choose: a field edited in both copies, a row deleted in one and changed in the other, two
    versions of minutes, or a meeting that was run on two laptops.

    `row` is the id of the row, of the meeting for records and runs. `about` names it, `what` the field; `before` tells
    what both began from, "" where nothing is known.
    """

    kind: Kind
    table: str
    row: str
    field: str
    about: str
    what: str
    before: str
    sides: tuple[Side, ...]

    @property
    def key(self) -> tuple[str, str, str]:
        """What this is about, the same in every copy."""
        return self.table, self.row, self.field


@dataclass(frozen=True, slots=True)
class Target:
    """A row behind a form as it is here, and as it will be; None where it is not."""

    table: str
    row: str
    before: Row | None
    after: Row | None


@dataclass(frozen=True, slots=True)
class Came:
    """How much of one kind of thing comes in, is changed or goes: `kind` is the name of its table."""

    kind: str
    new: int = 0
    changed: int = 0
    gone: int = 0
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Stamp:
    """How a file stood when it was read: what was worked out of it holds while this is the same."""

    counts: tuple[tuple[str, int, int], ...]


@dataclass(frozen=True, slots=True)
class Coming:
    """All that comes in with another copy. `united` are new rows by table, `erased` what was erased there.

    `replaced` are rows that lost words there, `lost` those that are gone for good; `rows` the rows behind forms that
    become different, `doubts` what a person chooses, `came` what to tell of it.
    """

    united: Mapping[str, tuple[Row, ...]]
    erased: tuple[Row, ...]
    replaced: tuple[tuple[str, Row], ...]
    lost: tuple[Key, ...]
    rows: tuple[Target, ...]
    doubts: tuple[Doubt, ...]
    came: tuple[Came, ...]
    stamp: Stamp

    @property
    def is_nothing(self) -> bool:
        """Whether this file has everything that the copy has."""
        return not (any(self.united.values()) or self.erased or self.rows)
