"""CSV as programs write it: any of four separators, any of four encodings, with or without a mark in front."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence

from coalmeet.errors import FileProblem
from coalmeet.text import _

SEPARATORS = (",", ";", "\t", "|")

Rows = list[list[str]]


def read_rows(data: bytes | str, name: str, score: Callable[[Sequence[str]], int]) -> Rows:
    """The rows as text, cells stripped of blanks around them; formulas are text like any other.

    score says how much sense a first row makes: the separator that makes most is the right one. Raises
    FileProblem, which begins with `name`.
    """
    text = data if isinstance(data, str) else _decoded(data, name)
    text = text.removeprefix("\ufeff")
    if "\0" in text:
        raise FileProblem(
            _("{file}: this holds NUL characters, so it is no list as CSV; save it as CSV again.").format(
                file=name
            )
        )
    declared, text = _declared(text)
    if not text.strip():
        raise FileProblem(_("{file}: the file is empty.").format(file=name))
    csv.field_size_limit(max(csv.field_size_limit(), len(text) + 1))
    head = text[:20_000]
    separator = declared or max(SEPARATORS, key=lambda sign: _sense(head, sign, score))
    try:
        return [
            [cell.strip() for cell in row]
            for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator)
        ]
    except csv.Error as error:
        raise FileProblem(
            _("{file}: this cannot be read as CSV; save it as CSV again.").format(file=name)
        ) from error


def _decoded(data: bytes, name: str) -> str:
    # Spreadsheets write "Unicode text" as UTF-16 with a mark, and "CSV" in the code page of western Windows.
    marked = data[:2] in (b"\xff\xfe", b"\xfe\xff")
    for encoding in ("utf-16",) if marked else ("utf-8", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise FileProblem(_("{file}: this is not text; save the list as CSV in UTF-8.").format(file=name))


def _declared(text: str) -> tuple[str, str]:
    """The separator that a first line "sep=;" declares, and the text without that line."""
    first, _end, rest = text.partition("\n")
    bare = first.strip().strip('"')
    if bare[:4].lower() == "sep=" and len(bare) == 5:
        return bare[4], rest
    if bare.lower() == "sep=" and "\t" in first:
        return "\t", rest
    return "", text


def _sense(head: str, separator: str, score: Callable[[Sequence[str]], int]) -> tuple[int, int]:
    try:
        row = next(
            (row for row in csv.reader(io.StringIO(head, newline=""), delimiter=separator) if any(row)), []
        )
    except csv.Error:
        return 0, 0
    return score(row), len(row)
