"""Words as people type them in haste: case, accents and strokes through a letter do not count."""

from __future__ import annotations

import unicodedata

# Letters that Unicode does not take apart into a letter and a mark.
_STROKES = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ŧ": "t"}
)


def plain(text: str) -> str:
    """The text without accents and case: "Zürich" becomes "zurich", "Łódź" becomes "lodz"."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(one for one in parts if not unicodedata.combining(one)).translate(_STROKES)
