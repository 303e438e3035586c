"""Strict reading of JSON from outside: UTF-8, no key twice, no NaN, no bottomless nesting, no NUL."""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Iterator
from typing import Any, NoReturn

from coalmeet.errors import FileProblem
from coalmeet.text import _

MOST = 2_000_000  # values; each takes up to twenty times the room of its letters while it is read
DEEPEST = 60  # levels; a record of ours needs seven, and both reading and writing recurse


def load(data: bytes | str, name: str) -> Any:
    """The JSON value in data; name begins every refusal. Raises FileProblem."""
    text = data if isinstance(data, str) else _decoded(data, name)
    if not text.strip():
        raise FileProblem(_("{file}: the file is empty.").format(file=name))
    if sum(text.count(sign) for sign in ",[{") > MOST:
        raise FileProblem(
            _("{file}: more stands in it than any meeting has; nothing of it was read.").format(file=name)
        )
    reader = _Reader(name)
    try:
        value = json.loads(
            text.removeprefix("\ufeff"),
            object_pairs_hook=reader.pairs,
            parse_constant=reader.constant,
            parse_float=reader.number,
        )
    except json.JSONDecodeError as error:
        raise FileProblem(
            _("{file}: this is not JSON; it cannot be read from line {line}, column {column} on.").format(
                file=name, line=error.lineno, column=error.colno
            )
        ) from error
    except RecursionError as error:
        raise too_deep(name) from error
    except ValueError as error:  # Python refuses whole numbers of more than 4,300 digits
        raise _not_a_number(name) from error
    for words in _texts(value, name):
        _refuse_unstorable(words, name)
    return value


def too_deep(name: str) -> FileProblem:
    """What to say about lists within lists within lists."""
    return FileProblem(
        _("{file}: lists and objects are nested more than {levels} deep; a record is not.").format(
            file=name, levels=DEEPEST
        )
    )


def _decoded(data: bytes, name: str) -> str:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in data[:4]:
        raise FileProblem(_("{file}: this is not UTF-8; save the file again as UTF-8.").format(file=name))
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise FileProblem(
            _("{file}: this is not UTF-8 (byte {number}); save the file again as UTF-8.").format(
                file=name, number=error.start + 1
            )
        ) from error


def _not_a_number(name: str) -> FileProblem:
    return FileProblem(_("{file}: a number in it is too large or is not a number.").format(file=name))


class _Reader:
    """The hooks of json.loads; they know the file's name."""

    def __init__(self, name: str) -> None:
        self.name = name

    def pairs(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        made = dict(pairs)
        if len(made) < len(pairs):
            twice = Counter(key for key, _value in pairs).most_common(1)[0][0]
            raise FileProblem(
                _("{file}: the key “{key}” stands twice in one object; only one can count.").format(
                    file=self.name, key=twice
                )
            )
        return made

    def constant(self, _word: str) -> NoReturn:
        raise _not_a_number(self.name)

    def number(self, digits: str) -> float:
        value = float(digits)
        if not math.isfinite(value):
            raise _not_a_number(self.name)
        return value


def _texts(value: Any, name: str) -> Iterator[str]:
    """Every text and key in value, without recursion."""
    open_values: list[tuple[Any, int]] = [(value, 1)]
    while open_values:
        found, level = open_values.pop()
        if level > DEEPEST:
            raise too_deep(name)
        if isinstance(found, str):
            yield found
        elif isinstance(found, list):
            open_values.extend((inner, level + 1) for inner in found)
        elif isinstance(found, dict):
            yield from found
            open_values.extend((inner, level + 1) for inner in found.values())


def _refuse_unstorable(words: str, name: str) -> None:
    if "\0" in words:
        raise FileProblem(
            _(
                "{file}: the text beginning “{start}” holds a NUL character, which no file of ours can keep."
            ).format(file=name, start=_start(words))
        )
    try:
        words.encode()
    except UnicodeEncodeError as error:
        raise FileProblem(
            _("{file}: the text beginning “{start}” holds half a character (a lone surrogate).").format(
                file=name, start=_start(words)
            )
        ) from error


def _start(words: str) -> str:
    return words.replace("\0", "").encode(errors="ignore").decode()[:40]
