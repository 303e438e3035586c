"""CSV as programs write it: any of four separators, any of four encodings, with or without a mark in front."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence

from coalmeet.errors import FileProblem
from coalmeet.exchange.open_quote import open_quote
from coalmeet.exchange.source import decoded
from coalmeet.text import _

SEPARATORS = (",", ";", "\t", "|")

Rows = list[list[str]]


def read_rows(data: bytes | str, name: str, score: Callable[[Sequence[str]], int]) -> Rows:
    """The rows as text, cells stripped of blanks around them; formulas are text like any other.

    score says how much sense a first row makes: the separator that makes most is the right one. Raises
    FileProblem, which begins with `name`.
    """
    text = data if isinstance(data, str) else decoded(data, name)
    text = text.removeprefix("\ufeff")
    if "\0" in text:
        raise FileProblem(
            _("{file}: this holds NUL characters, so it is no list as CSV; save it as CSV again.").format(
                file=name
            )
        )
    declared, text, above = _declared(text)
    if not text.strip():
        raise FileProblem(_("{file}: the file is empty.").format(file=name))
    csv.field_size_limit(max(csv.field_size_limit(), len(text) + 1))
    head = text[:20_000]
    separator = declared or max(SEPARATORS, key=lambda sign: _sense(head, sign, score))
    line = open_quote(text, separator) if '"' in text else None
    if line is not None:
        raise FileProblem(
            _(
                "{file}: a quotation mark that begins a cell on line {line} is not closed, so the lines below it "
                "would be read as one cell. Close it or delete it, then bring the list in again."
            ).format(file=name, line=line + above)
        )
    try:
        return [
            [cell.strip() for cell in row]
            for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator)
        ]
    except csv.Error as error:
        raise FileProblem(
            _("{file}: this cannot be read as CSV; save it as CSV again.").format(file=name)
        ) from error


def _declared(text: str) -> tuple[str, str, int]:
    """The separator that a first line "sep=;" declares, the text without that line, and how many lines that are."""
    first, _end, rest = text.partition("\n")
    bare = first.strip().strip('"')
    if bare[:4].lower() == "sep=" and len(bare) == 5:
        return bare[4], rest, 1
    if bare.lower() == "sep=" and "\t" in first:
        return "\t", rest, 1
    return "", text, 0


def _sense(head: str, separator: str, score: Callable[[Sequence[str]], int]) -> tuple[int, int]:
    try:
        row = next(
            (row for row in csv.reader(io.StringIO(head, newline=""), delimiter=separator) if any(row)), []
        )
    except csv.Error:
        return 0, 0
    return score(row), len(row)
