"""A disk that forgets: what it holds after a power cut is what was synced, and a random part of what was not.

Pessimistic on purpose: a new or removed name lasts only once its folder was synced, writes land in any order, and a
write may be torn between sectors.
"""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import dataclass, field

from tests.faults.recording import Op

SECTOR = 512
WAYS = ("nothing", "all", "some", "some", "torn")


@dataclass
class Disk:
    """Files are known by number, names point to them; what waits is what was asked and not synced."""

    held: dict[int, bytes] = field(default_factory=dict)
    waiting: dict[int, list[Op]] = field(default_factory=dict)
    live: dict[str, int] = field(default_factory=dict)
    names: dict[str, int] = field(default_factory=dict)
    names_waiting: list[tuple[str, str, int]] = field(default_factory=list)

    def begin_with(self, name: str, content: bytes) -> None:
        """A file that was there, whole, before the recording began."""
        number = len(self.held)
        self.held[number], self.waiting[number] = content, []
        self.live[name] = self.names[name] = number

    def take(self, op: Op) -> None:
        """Follow one recorded call."""
        if op.kind == "create" and op.name not in self.live:
            self._create(op.name)
        elif op.kind == "unlink" and op.name in self.live:
            self.names_waiting.append(("unlink", op.name, self.live.pop(op.name)))
        elif op.kind in {"write", "truncate"}:
            self.waiting[self.live[op.name]].append(op)
        elif op.kind == "sync":
            number = self.live[op.name]
            self.held[number] = _changed(self.held[number], self.waiting[number])
            self.waiting[number] = []
        elif op.kind == "sync folder":
            _rename(self.names, self.names_waiting)
            self.names_waiting = []

    def _create(self, name: str) -> None:
        number = len(self.held)
        self.held[number], self.waiting[number] = b"", []
        self.live[name] = number
        self.names_waiting.append(("create", name, number))

    def after_a_cut(self, chance: random.Random) -> dict[str, bytes]:
        """What lies there when the power comes back."""
        way, names = chance.choice(WAYS), dict(self.names)
        count = len(self.names_waiting)
        lasting = {"nothing": 0, "all": count}.get(way, chance.randint(0, count))
        _rename(names, self.names_waiting[:lasting])
        return {
            name: _changed(self.held[number], _lasting(self.waiting[number], way, chance))
            for name, number in names.items()
        }


def _rename(names: dict[str, int], changes: Iterable[tuple[str, str, int]]) -> None:
    for what, name, number in changes:
        if what == "create":
            names[name] = number
        elif names.get(name) == number:
            del names[name]


def _changed(content: bytes, ops: Iterable[Op]) -> bytes:
    there = bytearray(content)
    for op in ops:
        if op.kind == "truncate":
            there[op.offset :] = bytes(max(0, op.offset - len(there)))
        else:
            there.extend(bytes(max(0, op.offset - len(there))))
            there[op.offset : op.offset + len(op.data)] = op.data
    return bytes(there)


def _lasting(waiting: Iterable[Op], way: str, chance: random.Random) -> Iterable[Op]:
    for op in waiting:
        if way == "torn" and op.kind == "write":
            for at in range(0, len(op.data), SECTOR):
                if chance.random() < 0.5:
                    yield Op("write", op.name, op.offset + at, op.data[at : at + SECTOR])
        elif way == "all" or (way != "nothing" and chance.random() < 0.5):
            yield op
