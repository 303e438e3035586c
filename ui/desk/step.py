"""What a tool offers to do: the large button and the lesser ones beside it, as plain values that can be compared."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do: its words, the verb whose key it has, an icon; `locked` says why it cannot be done yet."""

    words: str
    verb: str = "primary"
    icon: str = ""
    locked: str = ""
