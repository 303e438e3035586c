"""One question after two copies came together: what it is about, and each side to choose, beside the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coalmeet.text import _
from ui import theme
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.labels import Wrapped
from ui.widgets.layouts import column, row, widget
from ui.widgets.turning import Turning

if TYPE_CHECKING:
    from coalmeet.store.bringing_in.values import Doubt, Side

_BESIDE = 210  # design pixels for each side that stands beside the others


class SideCard(QWidget):
    """`chosen` carries the number of the side that holds, -1 once nobody wants to choose now.

    Nothing is chosen beforehand: leaving it open is an answer, too, and both sides stay in the file.
    """

    chosen = Signal(int)

    def __init__(self, doubt: Doubt) -> None:
        super().__init__()
        from coalmeet.store.bringing_in import telling

        self.doubt = doubt
        self.sides = [_One(side, at) for at, side in telling.in_order(doubt.sides)]
        about = Wrapped(telling.question(doubt), theme.BODY, theme.STRONG)
        parts: list[QWidget] = [about]
        if doubt.before:
            parts.append(Wrapped(telling.began(doubt), theme.META, tone="ink2"))
        parts.append(Turning(_BESIDE * len(self.sides), *((one, 1) for one in self.sides), gap=8))
        self.setLayout(column(*parts, gap=6))
        for one in self.sides:
            one.take.clicked.connect(lambda _on=False, at=one.at: self._press(at))
            one.take.setAccessibleName(f"{telling.question(doubt)}. {one.spoken}")

    @property
    def choice(self) -> int:
        """The number of the side that was chosen, -1 while none is."""
        return next((one.at for one in self.sides if one.take.isChecked()), -1)

    def _press(self, at: int) -> None:
        for one in self.sides:
            if one.at != at:
                one.take.setChecked(False)
            one.show_state()
        self.chosen.emit(self.choice)


class _One(Card):
    """One side: where it stands, what it says, and the button that lets it hold."""

    def __init__(self, side: Side, at: int) -> None:
        from coalmeet.store.bringing_in import telling

        self.at, where = at, telling.side_name(side, at)
        words = Wrapped(telling.side_words(side), theme.BODY)
        self.spoken = _("{where}: {words}").format(where=where, words=words.text())
        self.take = Button(_("This one holds"), icon="circle")
        self.take.setCheckable(True)
        super().__init__(
            column(
                Wrapped(where, theme.META, theme.STRONG, "ink2"), 2, words, None, 10, widget(row(self.take, None)),
                margins=(14, 12, 14, 12),
            ),
            "card",
        )  # fmt: skip

    def show_state(self) -> None:
        """Look as it is: chosen, or not."""
        on = self.take.isChecked()
        self.set_ground("tint" if on else "card")
        self.take.set_icon("circle-check" if on else "circle")
