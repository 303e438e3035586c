"""Finding words in short texts as people type them: case, accents and the order of the words do not count."""

from __future__ import annotations

from coalmeet.plain import plain


def finds(query: str, *texts: str) -> bool:
    """Whether every word of the query stands somewhere in the texts; an empty query finds everything."""
    if not query.strip():
        return True
    whole = plain(" ".join(texts))
    return all(word in whole for word in plain(query).split())
