"""What cannot wait."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class EmergencyCalled:
    """An item is an emergency, or the whole meeting where `item` is "": who called it, why it cannot wait, and under
    which rule of the charter. Each may be said later; the last one said for an item counts.
    """

    item: str = ""
    by: str = ""
    why: str = ""
    rule: str = ""
