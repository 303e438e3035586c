"""Two versions of minutes as one, where each changed something else: an answer that is offered, never given."""

from __future__ import annotations

from typing import Any


class _Clash(Exception):
    """Both changed the same place."""


def both_together(before: Any, one: Any, other: Any) -> Any | None:
    """The value with what either side changed since `before`; None where both changed the same place."""
    try:
        return _merged(before, one, other)
    except _Clash:
        return None


def _merged(before: Any, one: Any, other: Any) -> Any:
    if one in (before, other):
        return other
    if other == before:
        return one
    if isinstance(before, dict) and isinstance(one, dict) and isinstance(other, dict):
        return _keys(before, one, other)
    lists = isinstance(before, list) and isinstance(one, list) and isinstance(other, list)
    if lists and len(before) == len(one) == len(other):
        return [_merged(*three) for three in zip(before, one, other, strict=True)]
    raise _Clash


def _keys(before: dict[str, Any], one: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
    found = {}
    nothing = object()
    for key in dict.fromkeys((*before, *one, *other)):
        value = _merged(*(side.get(key, nothing) for side in (before, one, other)))
        if value is not nothing:
            found[key] = value
    return found
