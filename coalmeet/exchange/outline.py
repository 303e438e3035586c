"""Lines of pasted text as an outline: how deep each stands, and what marks it (heading, number, bullet)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Kind = Literal["heading", "number", "bullet", "plain"]

_HEADING = re.compile(r"^\s{0,3}(#{1,6})\s+(.*?)\s*#*\s*$")
_NUMBER = re.compile(
    r"^(?:\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{2,5})[.)](?!\d)\s*"
    r"|[1-9]\d?(?:\.[1-9])+\.?\s+(?!(?:h|hours?|min|minutes?|mins|m)\b)"
    r"|[①-⑳]\s*|\d{1,3}、|（?[一二三四五六七八九十]+[、）])(?=\S)"
)
_BULLET = re.compile(r"^(?:[-*+•◦▪‣·●○–—➢►✓]\s+|[•◦▪‣●○]\s*)(?=\S)")
_BOX = re.compile(r"^\[[ xX]\]\s+(?=\S)")
_RULE = re.compile(r"^\s*(?:[-*_=]\s*){3,}$")
_QUOTE = re.compile(r"^\s*(?:>\s?)+")


@dataclass(frozen=True, slots=True)
class OutlineLine:
    """One line that says something. `indent` counts columns, a tab as four; `level` is a heading's or 0."""

    text: str
    kind: Kind
    indent: int
    level: int = 0
    after_blank: bool = False

    @property
    def as_note(self) -> str:
        """The line as it reads among notes: bullets keep a dash."""
        return f"- {self.text}" if self.kind in ("bullet", "number") else self.text


def outline(lines: Iterable[str]) -> list[OutlineLine]:
    """The lines without blank ones and rules; "Budget" over "------" is a heading."""
    found: list[OutlineLine] = []
    blank = False
    for raw in lines:
        line = _QUOTE.sub("", raw).expandtabs(4).rstrip()
        if not line.strip():
            blank = True
        elif _RULE.match(line):
            if found and found[-1].kind == "plain" and not blank and line.strip()[0] in "=-":
                last = found[-1]
                found[-1] = OutlineLine(last.text, "heading", 0, 1 if "=" in line else 2, last.after_blank)
            blank = True
        else:
            found.append(_line(line, blank))
            blank = False
    return found


def _line(line: str, after_blank: bool) -> OutlineLine:
    if match := _HEADING.match(line):
        return OutlineLine(_NUMBER.sub("", match[2]) or match[2], "heading", 0, len(match[1]), after_blank)
    bare = line.lstrip()
    indent = len(line) - len(bare)
    kind: Kind = "plain"
    if match := _BULLET.match(bare):
        kind, bare = "bullet", bare[match.end() :]
        if match := _NUMBER.match(bare):
            bare = bare[match.end() :]
    elif match := _NUMBER.match(bare):
        kind, bare = "number", bare[match.end() :]
    bare = _BOX.sub("", bare)
    return OutlineLine(bare.strip(), kind, indent, 0, after_blank)
