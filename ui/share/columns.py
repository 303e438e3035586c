"""Shares a width out among columns: as much as each needs, where equal parts would cut what one of them says."""

from __future__ import annotations

from collections.abc import Sequence


def shared(least: Sequence[float], whole: Sequence[float], width: float) -> list[float]:
    """The width of each column. Equal parts if each is whole in them; else first what is `least` needed, and of what
    is left as much as makes as many as possible `whole`.
    """
    equal = width / len(whole)
    if max(whole) <= equal:
        return [equal] * len(whole)
    found = _filled(least, width)
    more = [max(0.0, all_of - given) for all_of, given in zip(whole, found, strict=True)]
    found = [one + other for one, other in zip(found, _filled(more, width - sum(found)), strict=True)]
    spare = (width - sum(found)) / len(found)
    return [one + spare for one in found]


def begins(widths: Sequence[float], column: int) -> float:
    """How far from the side a column begins."""
    return sum(widths[:column])


def _filled(needs: Sequence[float], width: float) -> list[float]:
    """To each what it needs; where that is too much, those that need most get less, and all of these as much."""
    found, left, room = [0.0] * len(needs), len(needs), width
    for at in sorted(range(len(needs)), key=needs.__getitem__):
        found[at] = min(needs[at], room / left)
        room, left = room - found[at], left - 1
    return found
