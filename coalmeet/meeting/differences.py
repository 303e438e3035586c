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
    for kind, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            found.append(PublicPiece("same", "".join(new[k:m])))
            continue
        found += [PublicPiece("removed", "".join(old[i:j]))] if i < j else []
        found += [PublicPiece("added", "".join(new[k:m]))] if k < m else []
    return tuple(found)
