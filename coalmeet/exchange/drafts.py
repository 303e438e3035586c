"""What a pasted agenda is before anybody has said yes to it: drafts of items, and the lines left out."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ItemDraft:
    """One agenda item as read from somebody's text; every field but the title may be empty.

    `label` is "decision", "update", "discussion" or ""; `minutes` is whole or None; `start` "HH:MM" or "".
    """

    title: str
    label: str = ""
    minutes: int | None = None
    presenters: tuple[str, ...] = ()
    desired_outcome: str = ""
    notes: str = ""
    start: str = ""


@dataclass(frozen=True, slots=True)
class PastedAgenda:
    """The items found, and the lines that seem to be none (a greeting, a heading): shown, not lost."""

    items: tuple[ItemDraft, ...]
    left_out: tuple[str, ...] = ()
