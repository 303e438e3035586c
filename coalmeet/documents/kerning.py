"""Pair kerning read from a font's GPOS table, which ReportLab does not read.

Source: OpenType specification, "GPOS": lookup type 2 (pairs by glyph or by class), reached through type 9.
"""

from __future__ import annotations

import struct
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportlab.pdfbase.ttfonts import TTFontFace

Pair = Callable[[int, int], "int | None"]  # two glyphs → how much closer in font units; None: not said here
_PAIRS, _EXTENSION = 2, 9
_SHIFT_X_ONLY = 4  # the value format that says "advance": kerning needs no other


class _Table:
    """Big-endian numbers at offsets of one table."""

    def __init__(self, data: bytes) -> None:
        self.data = data

    def word(self, at: int) -> int:
        return int.from_bytes(self.data[at : at + 2])

    def signed(self, at: int) -> int:
        return int.from_bytes(self.data[at : at + 2], signed=True)

    def long(self, at: int) -> int:
        return int.from_bytes(self.data[at : at + 4])

    def words(self, at: int, count: int) -> tuple[int, ...]:
        return struct.unpack_from(f">{count}H", self.data, at)


class Kerning:
    """How much closer two letters stand than their widths say; most often nothing."""

    def __init__(self, font: TTFontFace) -> None:
        self._font = font
        self._known: dict[str, float] = {}

    def between(self, left: str, right: str) -> float:
        """Thousandths of the type size to add between two characters; negative is closer."""
        pair = left + right
        value = self._known.get(pair)
        if value is None:
            value = self._known[pair] = self._look_up(left, right)
        return value

    def _look_up(self, left: str, right: str) -> float:
        glyphs = self._font.charToGlyph
        one, two = glyphs.get(ord(left), 0), glyphs.get(ord(right), 0)
        for pair in self._pairs:
            value = pair(one, two)
            if value is not None:
                return value * 1000 / float(self._font.unitsPerEm)
        return 0.0

    @cached_property
    def _pairs(self) -> tuple[Pair, ...]:
        if "GPOS" not in self._font.table:
            return ()
        table = _Table(self._font.get_table("GPOS"))
        return tuple(_subtable(table, at) for at in _kerning_subtables(table))


def _kerning_subtables(table: _Table) -> list[int]:
    features, lookups = table.word(6), table.word(8)
    chosen: set[int] = set()
    for index in range(table.word(features)):
        record = features + 2 + index * 6
        if table.data[record : record + 4] == b"kern":
            feature = features + table.word(record + 4)
            chosen.update(table.words(feature + 4, table.word(feature + 2)))
    return [
        at
        for index in sorted(chosen)
        for at in _pair_subtables(table, lookups + table.word(lookups + 2 + index * 2))
    ]


def _pair_subtables(table: _Table, lookup: int) -> list[int]:
    kind = table.word(lookup)
    starts = [lookup + offset for offset in table.words(lookup + 6, table.word(lookup + 4))]
    if kind == _EXTENSION:
        starts = [at + table.long(at + 4) for at in starts if table.word(at + 2) == _PAIRS]
    elif kind != _PAIRS:
        return []
    return [at for at in starts if table.word(at + 4) == _SHIFT_X_ONLY and table.word(at + 6) == 0]


def _subtable(table: _Table, at: int) -> Pair:
    covered = _coverage(table, at + table.word(at + 2))
    return _by_glyph(table, at, covered) if table.word(at) == 1 else _by_class(table, at, covered)


def _by_glyph(table: _Table, at: int, covered: dict[int, int]) -> Pair:
    values: dict[tuple[int, int], int] = {}
    for left, index in covered.items():
        pairs = at + table.word(at + 10 + index * 2)
        for number in range(table.word(pairs)):
            record = pairs + 2 + number * 4
            values[left, table.word(record)] = table.signed(record + 2)
    return lambda left, right: values.get((left, right))


def _by_class(table: _Table, at: int, covered: dict[int, int]) -> Pair:
    lefts, rights = _classes(table, at + table.word(at + 8)), _classes(table, at + table.word(at + 10))
    width, values = table.word(at + 14), at + 16

    def value(left: int, right: int) -> int | None:
        if left not in covered:
            return None
        return table.signed(values + 2 * (lefts.get(left, 0) * width + rights.get(right, 0)))

    return value


def _coverage(table: _Table, at: int) -> dict[int, int]:
    count = table.word(at + 2)
    if table.word(at) == 1:
        return {glyph: index for index, glyph in enumerate(table.words(at + 4, count))}
    covered: dict[int, int] = {}
    for number in range(count):
        first, last, index = table.words(at + 4 + number * 6, 3)
        covered.update((glyph, index + glyph - first) for glyph in range(first, last + 1))
    return covered


def _classes(table: _Table, at: int) -> dict[int, int]:
    if table.word(at) == 1:
        first, count = table.word(at + 2), table.word(at + 4)
        return {first + number: kind for number, kind in enumerate(table.words(at + 6, count))}
    kinds: dict[int, int] = {}
    for number in range(table.word(at + 2)):
        first, last, kind = table.words(at + 4 + number * 6, 3)
        kinds.update((glyph, kind) for glyph in range(first, last + 1))
    return kinds
