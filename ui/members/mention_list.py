"""Lines of free text that speak of a person, each with a tick: ticked ones are erased."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from coalmeet.text import _, ngettext
from ui.widgets.rows import Row, RowList

if TYPE_CHECKING:
    from coalmeet.store.erasing.look import Mention


class MentionList(RowList):
    """A click, Space or Enter sets and takes off a tick; `ticked` says that one did."""

    ticked = Signal()

    def __init__(self) -> None:
        super().__init__(_("Where free text speaks of the person"))
        self.show_whole()
        self._mentions: tuple[Mention, ...] = ()
        self._on: set[int] = set()
        self.clicked.connect(lambda index: self._turn(index.row()))

    def show_mentions(self, mentions: Sequence[Mention]) -> None:
        """Show these, ticked as the program proposes."""
        self._mentions = tuple(mentions)
        self._on = {at for at, one in enumerate(mentions) if one.chosen}
        self._show()

    def chosen_mentions(self) -> tuple[Mention, ...]:
        """Those that are ticked."""
        return tuple(one for at, one in enumerate(self._mentions) if at in self._on)

    def tick_all(self, on: bool) -> None:
        """Tick every one of them, or none."""
        self._on = set(range(len(self._mentions))) if on else set()
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._turn(self.currentIndex().row())
            event.accept()
            return
        super().keyPressEvent(event)

    def _turn(self, at: int) -> None:
        if 0 <= at < len(self._mentions):
            self._on ^= {at}
            self._show()

    def _show(self) -> None:
        self.show_rows([self._row(at, one) for at, one in enumerate(self._mentions)])
        self.ticked.emit()

    def _row(self, at: int, one: Mention) -> Row:
        on = at in self._on
        line = f"{one.spot.before}{one.spot.found}{one.spot.after}".strip()
        words = ngettext("{places}, {count} time", "{places}, {count} times", one.count)
        places = _("; ").join(one.places)
        below = words.format(places=places, count=one.count) if one.count > 1 else places
        spoken = _("{line}. {place}. Goes.") if on else _("{line}. {place}. Stays.")
        return Row(
            str(at),
            line,
            below,
            "square-check" if on else "square",
            tone="accent" if on else "ink2",
            spoken=spoken.format(line=line, place=below),
        )
