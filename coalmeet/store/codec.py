"""Between events and the JSON that the log keeps of them, read off the events' own fields and type hints.

Reading is tolerant, because a file outlives the program that wrote it: fields that nobody knows any more are
passed over, and an event of an unknown kind, or one that cannot be understood, is kept whole as `Unknown`.
"""

from __future__ import annotations

import json
import types
from collections.abc import Callable, Iterable
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from typing import Any, Literal, Union, cast, get_args, get_origin, get_type_hints

from coalmeet.meeting import events
from coalmeet.meeting.events import Event, Unknown
from coalmeet.store.safe_text import refuse_unkept

KIND = "event"  # the key that names an event's class; "kind" is a field of some events
_COMPACT = (",", ":")
_PLAIN = (str, int, bool)
_CLASSES: dict[str, type[Any]] = {one.__name__: one for one in get_args(events.Event) if one is not Unknown}

Decode = Callable[[Any], Any]


def dumps(moved: Iterable[Event]) -> str:
    """The events of one move as a JSON array. Raises NotAllowed for a text that cannot be kept."""
    plain = [_plain(event) for event in moved]
    refuse_unkept(plain)
    return json.dumps(plain, ensure_ascii=False, allow_nan=False, separators=_COMPACT)


def loads(text: str) -> tuple[Event, ...]:
    """The events of one move. Raises ValueError when the text is no JSON array."""
    return from_values(json.loads(text))


def from_values(found: Any) -> tuple[Event, ...]:
    """The events in a list that was read from JSON. Raises ValueError when it is no list."""
    if not isinstance(found, list):
        raise ValueError("the events of a move are a JSON array")  # noqa: TRY004 - it is about the text
    return tuple(_event(value) for value in found)


def _plain(event: Event) -> Any:
    if isinstance(event, Unknown):
        return json.loads(event.data)
    return {KIND: type(event).__name__, **_fields_of(event)}


def _fields_of(value: Any) -> dict[str, Any]:
    cls: Any = type(value)
    return {name: _value(getattr(value, name)) for name in _names(cls)}


def _value(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_value(one) for one in value]
    return _fields_of(value) if is_dataclass(value) else value


@cache
def _names(cls: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(cls))


def _event(value: Any) -> Event:
    kind = value.get(KIND) if isinstance(value, dict) else None
    decode = _of_kind(kind) if isinstance(kind, str) else None
    if decode is not None:
        try:
            return cast("Event", decode(value))
        except (TypeError, ValueError):
            pass  # a newer program gave a field another shape: keep it whole, as what cannot be understood
    text = json.dumps(value, ensure_ascii=False, separators=_COMPACT)
    return Unknown(kind=kind if isinstance(kind, str) else "", data=text)


@cache
def _of_kind(kind: str) -> Decode | None:
    cls: Any = _CLASSES.get(kind)
    return None if cls is None else _of_dataclass(cls)


@cache
def _decoder(hint: Any) -> Decode:
    """A function that makes a value of this type from JSON, or raises TypeError or ValueError."""
    if is_dataclass(hint):
        return _of_dataclass(cast("type[Any]", hint))
    origin = get_origin(hint)
    if origin is tuple:
        return _of_tuple(get_args(hint))
    if origin in {Union, types.UnionType}:
        return _of_optional(get_args(hint))
    if origin is Literal:
        return _of_choice(get_args(hint))
    return _of_plain(hint)


def _of_dataclass(cls: type[Any]) -> Decode:
    hints = get_type_hints(cls)
    # Most fields are plain: looking at their type here spares a call for each.
    parts = [
        (field.name, hints[field.name], None if hints[field.name] in _PLAIN else _decoder(hints[field.name]))
        for field in fields(cls)
    ]
    needed = {field.name for field in fields(cls) if field.default is MISSING}

    def decode(value: Any) -> Any:
        if not isinstance(value, dict) or not needed <= value.keys():
            raise TypeError(cls.__name__)
        found = {}
        for name, hint, part in parts:
            if name in value:
                one = value[name]
                if part is not None:
                    one = part(one)
                elif type(one) is not hint:
                    raise TypeError(name)
                found[name] = one
        return cls(**found)

    return decode


def _of_tuple(inner: tuple[Any, ...]) -> Decode:
    if inner[1:] == (Ellipsis,):
        each = _decoder(inner[0])

        def decode_many(value: Any) -> Any:
            return tuple(each(one) for one in _list(value))

        return decode_many
    parts = [_decoder(one) for one in inner]

    def decode_few(value: Any) -> Any:
        return tuple(part(one) for part, one in zip(parts, _list(value), strict=True))

    return decode_few


def _list(value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise TypeError("a JSON array was expected")
    return value


def _of_optional(inner: tuple[Any, ...]) -> Decode:
    (real,) = (one for one in inner if one is not types.NoneType)
    decode = _decoder(real)
    return lambda value: None if value is None else decode(value)


def _of_choice(choices: tuple[Any, ...]) -> Decode:
    def decode(value: Any) -> Any:
        if value not in choices:
            raise ValueError("none of the known choices")
        return value

    return decode


def _of_plain(cls: type[Any]) -> Decode:
    accepted = (int, float) if cls is float else (cls,)

    def decode(value: Any) -> Any:
        if type(value) not in accepted:
            raise TypeError(cls.__name__)
        return cls(value) if cls is float else value

    return decode
