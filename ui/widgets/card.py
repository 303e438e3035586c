"""Boxes that hold other things: a card, a row, a tinted one for what is now."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QLayout

from ui import theme


class Card(QFrame):
    """A box on a ground: card (hairline), ink_card, tint, row, tint_row, surface or paper."""

    def __init__(
        self, layout: QLayout | None = None, ground: str = "card", padding: int | None = None
    ) -> None:
        super().__init__()
        self.setProperty("ground", ground)
        if layout is not None:
            self.setLayout(layout)
            if padding is not None:
                side = theme.px(padding)
                layout.setContentsMargins(side, side, side, side)

    def set_ground(self, ground: str) -> None:
        """Stand on another ground, for example tint while it is the current one."""
        if self.property("ground") != ground:
            self.setProperty("ground", ground)
            self.style().unpolish(self)
            self.style().polish(self)
