"""What was just done, as a sentence with a button to take it back: no "are you sure?" beforehand."""

from __future__ import annotations

from collections.abc import Callable

from coalmeet.text import _
from ui import theme
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.labels import Icon, Wrapped
from ui.widgets.layouts import column, row
from ui.widgets.spoken import announce


class DoneLine(Card):
    """Hidden until there is something to say; it stays until it is put away or something else is said."""

    def __init__(self) -> None:
        self._sentence = Wrapped("", theme.BODY, theme.MEDIUM)
        self.way = Button("")
        away = Button("", "ghost", icon="x", spoken=_("Put this sentence away"))
        words = column(None, self._sentence, None)
        self._icon = Icon("circle-check", "accent")
        mark = column(None, self._icon, None)
        super().__init__(row(mark, 12, (words, 1), 12, self.way, 4, away, margins=(16, 7, 7, 7)))
        self._act: Callable[[], object] | None = None
        self.way.clicked.connect(self._take_way)
        away.clicked.connect(self.clear)
        self.hide()

    def say(self, sentence: str, way: str = "", act: Callable[[], object] | None = None) -> None:
        """Say what was done; `way` is the word on a button, such as Undo, and `act` what it then does."""
        self._icon.set_icon("circle-check", "accent")
        self._show(sentence, way, act)

    def offer(self, sentence: str, way: str, act: Callable[[], object]) -> None:
        """Say why something was not done, with a way on: no tick stands beside that."""
        self._icon.set_icon("info", "ink")
        self._show(sentence, way, act)

    def _show(self, sentence: str, way: str, act: Callable[[], object] | None) -> None:
        self._sentence.setText(sentence)
        self.way.setText(way)
        self.way.setVisible(bool(way))
        self._act = act
        self.show()
        announce(self, sentence)

    def text(self) -> str:
        """The sentence that is shown; "" when there is none."""
        return "" if self.isHidden() else self._sentence.text()

    def clear(self) -> None:
        """Go away."""
        self._act = None
        self.hide()

    def _take_way(self) -> None:
        act = self._act
        self.clear()
        if act is not None:
            act()
