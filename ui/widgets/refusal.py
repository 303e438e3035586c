"""Why something was refused, as a sentence at the place where it happened, with the ways out where there are any."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy

from ui import theme
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import Icon, Wrapped
from ui.widgets.layouts import column, empty, row, widget
from ui.widgets.spoken import announce

Way = tuple[str, Callable[[], object]]
_BESIDE = 760  # design pixels of width from which the ways out stand beside the sentence
_SIZE = 34  # design pixels of height of a way out


class RefusalLine(Card):
    """Hidden until it has something to say; goes away with the next thing that works (`clear`)."""

    def __init__(self) -> None:
        self._sentence = Wrapped("", theme.BODY, theme.MEDIUM)
        self.ways: tuple[Button, ...] = ()
        self._flow = FlowLayout(gap=8)
        self._ways = widget(self._flow)
        words = row(column(2, Icon("info", "ink"), None), (column(None, self._sentence, None), 1), gap=10)
        self._body = row((words, 1), self._ways, gap=10, margins=(14, 10, 14, 10))
        super().__init__(self._body, "ink_card")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._ways.hide()
        self.hide()

    def say(self, sentence: str, *ways: Way) -> None:
        """Show the sentence and let screen readers say it at once; `ways` are words and what they do."""
        self._sentence.setText(sentence)
        self._offer(ways if sentence else ())
        self._fit()
        self.setVisible(bool(sentence))
        if sentence:
            announce(self, sentence, at_once=True)

    def clear(self) -> None:
        """Go away."""
        self._sentence.setText("")
        self._offer(())
        self.hide()

    def text(self) -> str:
        """The sentence that is shown; "" when there is none."""
        return self._sentence.text()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The sentence is seen whole, with its ways out: where there is little room, others make some."""
        sides = QBoxLayout.Direction
        self._body.setDirection(sides.LeftToRight if self.width() >= theme.px(_BESIDE) else sides.TopToBottom)
        self._body.invalidate()
        self.setMinimumHeight(self._body.heightForWidth(self.width()) if self.ways else 0)

    def _offer(self, ways: tuple[Way, ...]) -> None:
        empty(self._flow)
        self.ways = tuple(_button(words, act) for words, act in ways)
        for button in self.ways:
            self._flow.addWidget(button)
        self._ways.setVisible(bool(ways))


def _button(words: str, act: Callable[[], object]) -> Button:
    button = Button(words, size=_SIZE)
    button.clicked.connect(lambda _on=False: act())
    return button
