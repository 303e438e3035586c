"""User text as it may stand in a document: the one place that says which characters are taken away."""

from __future__ import annotations

import re
import unicodedata

# Taken away because they act instead of being read: controls, directions (bidi), soft hyphens, lone surrogates,
# byte-order marks and the code points that Unicode promises never to use.
_ACTING = (
    "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
    "\ud800-\udfff\ufdd0-\ufdef\ufeff"
    + "".join(chr(plane << 16 | last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
)
_REMOVED = re.compile(f"[{_ACTING}]")
_LINE_END = re.compile("\r\n|[\r\n\v\f\x85\u2028\u2029]")
_GAP = re.compile("[\x1c-\x1f]")
_ODD = re.compile(f"[{_ACTING}\r\v\f\x85\u2028\u2029\x1c-\x1f]|[^\x00-\x7f]")
# Bullets drawn for typed ones, and the dot between two things, are code points that nobody can type:
# see faces.STAND_INS.
_STANDING_IN = re.compile("[^\ufdd0-\ufdd2]+")
_UNSET = re.compile(f"[{_ACTING}\t\n\r\v\f\x85\u2028\u2029\x1c-\x1f]".replace("\ufdd0-", "\ufdd3-"))
# Wide spaces inside a line too: some readers take them for the gap between two columns.
_WIDE_GAP = re.compile("[ \\t\\u2001\\u2003\\u3000]{2,}|[\\t\\u2001\\u2003\\u3000]")


def plain(text: object) -> str:
    r"""The text in Unicode's composed form, lines ending in \n, without the characters that nobody can read.

    Nothing else is taken away and nothing is understood as markup.
    """
    text = str(text)
    if (text.isascii() and text.isprintable()) or not _ODD.search(text):
        return text
    text = _REMOVED.sub("", _GAP.sub(" ", _LINE_END.sub("\n", text)))
    return unicodedata.normalize("NFC", text)


def one_line(text: object) -> str:
    """The text as one line: every stretch of white space is one space."""
    return " ".join(plain(text).split())


def set_as(text: str) -> str:
    """The text as it is set on a page: what has not been cleaned before is, and bullets that stand in stay."""
    if (text.isascii() and text.isprintable()) or not _UNSET.search(text):
        return text
    return _STANDING_IN.sub(lambda found: plain(found.group()).replace("\n", " ").replace("\t", " "), text)


def paragraphs(text: object) -> tuple[str, ...]:
    """The lines of a text; "" stands for an empty line. Empty lines at both ends are left out, several are one."""
    kept: list[str] = []
    for line in map(str.rstrip, plain(text).split("\n")):
        if line.strip() or (kept and kept[-1]):
            kept.append(line if line.strip() else "")
    while kept and not kept[-1]:
        kept.pop()
    return tuple(kept)


def indent(line: str) -> tuple[int, str]:
    """How many columns a line is moved in (a tab counts four), and the line without that."""
    bare = line.lstrip()
    return len(line[: len(line) - len(bare)].expandtabs(4)), bare


def even(line: str) -> str:
    """The line with one space where there were several or a tab: widths of paper are not widths of a terminal."""
    return _WIDE_GAP.sub(" ", line)
