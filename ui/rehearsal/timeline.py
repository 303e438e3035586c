"""The timeline of a rehearsal: what happened when, what it cost the facilitator, and which pictures show it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from coalmeet.exchange.whole_file import write_whole
from coalmeet.text import _, clock_seconds, ngettext
from ui.rehearsal.beat import Beat

CELL = str.maketrans({"|": "\\|", "\n": " "})


@dataclass(frozen=True, slots=True)
class Entry:
    """One beat as it was played; `at` is wall time in milliseconds, `refused` what the program said against it."""

    at: int
    beat: Beat
    pictures: tuple[str, ...]
    refused: str


class Timeline:
    """Collects entries and writes them as a Markdown table."""

    def __init__(self, title: str, zone: str) -> None:
        self._title = title
        self._zone = zone
        self.entries: list[Entry] = []

    @property
    def inputs(self) -> int:
        """How many inputs the facilitator made, notes aside."""
        return sum(entry.beat.inputs for entry in self.entries)

    def write(self, path: Path) -> None:
        """Write the table, with the count of inputs above it."""
        count = ngettext("{count} input, notes aside", "{count} inputs, notes aside", self.inputs)
        head = [
            f"# {self._title.translate(CELL)}",
            "",
            count.format(count=self.inputs),
            "",
            "| " + " | ".join((_("Time"), _("What happened"), _("Inputs"), _("Pictures"))) + " |",
            "|--|--|--|--|",
        ]
        lines = [*head, *(self._row(entry) for entry in self.entries)]
        write_whole(path, ("\n".join(lines) + "\n").encode())

    def _row(self, entry: Entry) -> str:
        words = entry.beat.words
        if entry.refused:
            words = _("{words} The program said: {sentence}").format(words=words, sentence=entry.refused)
        cells = (
            clock_seconds(entry.at, self._zone),
            words.translate(CELL),
            str(entry.beat.inputs or ""),
            ", ".join(entry.pictures),
        )
        return "| " + " | ".join(cells) + " |"
