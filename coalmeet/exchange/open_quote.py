"""Finding the quotation mark in a CSV text that nobody closed: it would swallow the lines below it in silence."""

from __future__ import annotations

import re

_QUOTED = re.compile(r'"[^"]*+(?:""[^"]*+)*+"')


def open_quote(text: str, separator: str) -> int | None:
    """The line, counted from 1, on which such a mark stands; None when there is none.

    A cell in quotes may hold line ends, and then its closing mark stands before a separator or a line's end.
    Where something else follows it, it was the next cell's opening mark, and the lines between were swallowed.
    A stray mark within one line swallows nothing and is text.
    """
    rest_of_cell = re.compile(rf"[^{re.escape(separator)}\r\n]*")
    at = 0
    while 0 <= at < len(text):
        if text[at] == '"':
            quoted = _QUOTED.match(text, at)
            if quoted is None or (_has_lines(quoted[0]) and not _closes(text, quoted.end(), separator)):
                return len(text[:at].splitlines()) + (at == 0 or text[at - 1] in "\r\n")
            at = quoted.end()
        rest = rest_of_cell.match(text, at)
        at = (rest.end() if rest else at) + 1
    return None


def _has_lines(cell: str) -> bool:
    return "\n" in cell or "\r" in cell


def _closes(text: str, end: int, separator: str) -> bool:
    return text[end : end + 1] in {"", separator, "\r", "\n"}
