"""What changed between two versions of a text, word by word, as pieces that a window or a page can mark."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from coalmeet.public import PublicPiece

_WORDS = re.compile(r"\s+|[^\s]+")
LONGEST = 4_000  # pieces; beyond that a comparison takes seconds and nobody could read it


def pieces(before: str, after: str) -> tuple[PublicPiece, ...]:
    """The new text as pieces that are same, added or removed; all the same when there was none before."""
    if not before or before == after:
        return (PublicPiece("same", after),)
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    if len(old) + len(new) > LONGEST:
        return (PublicPiece("removed", before), PublicPiece("added", after))
    found: list[PublicPiece] = []
    removed = added = ""
    changes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    for at, (kind, i, j, k, m) in enumerate(changes):
        was, now = "".join(old[i:j]), "".join(new[k:m])
        # Two changed words with nothing but a blank between them read better as one change.
        if kind != "equal" or (now.isspace() and (removed or added) and at + 1 < len(changes)):
            removed, added = removed + was, added + now
            continue
        found += [*_change(removed, added), PublicPiece("same", now)]
        removed = added = ""
    return (*found, *_change(removed, added))


def _change(removed: str, added: str) -> tuple[PublicPiece, ...]:
    both = (PublicPiece("removed", removed), PublicPiece("added", added))
    return tuple(piece for piece in both if piece.text)
