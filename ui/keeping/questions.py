"""The questions that only a person can answer, one below the other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coalmeet.text import ngettext
from ui import theme
from ui.keeping.side_card import SideCard
from ui.widgets.labels import Wrapped
from ui.widgets.layouts import column, empty, hairline

if TYPE_CHECKING:
    from coalmeet.store.bringing_in.values import Doubt

AT_ONCE = 12  # more at once nobody reads; the next ones come as these are answered


class Questions(QWidget):
    """`answered` says that a choice was made or taken back."""

    answered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.cards: list[SideCard] = []
        self._list = QVBoxLayout()
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(theme.px(14))
        self.more = Wrapped("", theme.META, tone="ink2")
        self.setLayout(column(self._list, 8, self.more))

    def show_doubts(self, doubts: Sequence[Doubt]) -> None:
        """Ask these, in their order, nothing chosen."""
        empty(self._list)
        self.cards = [SideCard(doubt) for doubt in doubts[:AT_ONCE]]
        for number, card in enumerate(self.cards):
            if number:
                self._list.addWidget(hairline())
            self._list.addWidget(card)
            card.chosen.connect(lambda _at: self.answered.emit())
        left = len(doubts) - len(self.cards)
        words = ngettext(
            "{count} more question comes after these.", "{count} more questions come after these.", left
        )
        self.more.setText(words.format(count=left))
        self.more.setVisible(left > 0)
        self.setVisible(bool(doubts))

    def stops(self) -> list[QWidget]:
        """The buttons of the sides, as Tab comes to them."""
        return [side.take for card in self.cards for side in card.sides]

    def choices(self) -> dict[tuple[str, str, str], int]:
        """What was chosen, by the keys of the questions; what was left open is not in it."""
        return {card.doubt.key: card.choice for card in self.cards if card.choice >= 0}
