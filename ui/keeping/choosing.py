"""What bringing in and choosing write, each a gesture that can be taken back and done again as a whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from coalmeet.text import _
from ui.open_file import OpenFile

if TYPE_CHECKING:
    from coalmeet.store.bringing_in.undoing import Undone
    from coalmeet.store.bringing_in.values import Coming
    from ui.keeping.side_card import SideCard

Choices = Mapping[tuple[str, str, str], int]


class Bringing:
    """One bringing in of the copy with this name, with what was chosen for it."""

    def __init__(self, book: OpenFile, copy: str) -> None:
        self._book, self._copy = book, copy
        self._undone: Undone | None = None

    def do(self, coming: Coming, choices: Choices) -> None:
        """Write it in one transaction. Raises NotAllowed where the file has changed since, and FileProblem."""
        from coalmeet.store.bringing_in.applying import bring_in

        with self._book.file.writing() as con:
            bring_in(con, self._book.file, coming, choices, copy=self._copy)
        if coming.erased:  # what lost its words over there leaves none in any page here
            self._book.file.rewrite()
        self._book.did(_("Bring in a copy"), self.turn, *_every_table())

    def take_out(self) -> None:
        """Take back the last one, whoever did it. Raises NotAllowed and FileProblem."""
        self.turn(back=True)
        words = _("Take a copy out again")
        self._book.did(words, lambda back: self.turn(back=not back), *_every_table())

    def turn(self, back: bool) -> None:
        """Take it back, or do it again. Raises NotAllowed where something was written on top of it since."""
        from coalmeet.store.bringing_in.undoing import again, undo

        with self._book.file.writing() as con:
            if back:
                self._undone = undo(con, self._book.file)
            elif self._undone is not None:
                again(con, self._undone)


class Choosing:
    """Answers to questions that were left open when a copy came in."""

    def __init__(self, book: OpenFile) -> None:
        self._book = book
        self._made: Mapping[str, frozenset[str]] = {}
        self._undone: Undone | None = None

    def do(self, cards: Sequence[SideCard], choices: Choices) -> None:
        """Let what was chosen hold, in one transaction. Raises NotAllowed and FileProblem."""
        from coalmeet.store.bringing_in.applying import choose_now

        doubts = [card.doubt for card in cards]
        with self._book.file.writing() as con:
            self._made = choose_now(con, self._book.file, doubts, choices)
        self._book.did(_("Choose between two copies"), self.turn, *_every_table())

    def turn(self, back: bool) -> None:
        """Let the question be open again, or settle it again."""
        from coalmeet.store.bringing_in.undoing import again, take_back_choice

        with self._book.file.writing() as con:
            if back:
                self._undone = take_back_choice(con, self._book.file, self._made)
            elif self._undone is not None:
                again(con, self._undone)


def _every_table() -> tuple[str, ...]:
    from coalmeet.store.bringing_in import TOGETHER

    return tuple(TOGETHER)
