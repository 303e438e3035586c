"""What an empty page says: what it is for, and what to do first."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui import theme
from ui.widgets.buttons import Button
from ui.widgets.labels import Icon, Wrapped
from ui.widgets.layouts import column, row

_WIDE, _GAP = 440, 12  # design pixels: of the sentence, and between the buttons


class EmptyState(QWidget):
    """An icon, a title, one sentence, and buttons for what can be done first (the primary one first)."""

    def __init__(self, icon: str, title: str, sentence: str, *buttons: Button) -> None:
        super().__init__()
        self._title = Wrapped(title, theme.HEADING, theme.STRONG)
        self._sentence = Wrapped(sentence, theme.BODY, tone="ink2")
        for label in (self._title, self._sentence):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._buttons = buttons
        self._ways = row(*buttons, gap=_GAP)
        words = column(
            None,
            row(None, Icon(icon, "ink3", 40), None),
            16,
            row(None, self._title, None),
            8,
            row(None, self._sentence, None),
            24,
            row(None, self._ways, None),  # a column of equals in the middle, no bars from side to side
            (None, 2),
        )
        self.setLayout(words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Large letters in a small window: the sentence takes the width there is, the buttons stand in a column."""
        super().resizeEvent(event)
        for label in (self._title, self._sentence):
            label.setFixedWidth(min(theme.px(_WIDE), self.width()))
        shown = [button for button in self._buttons if not button.isHidden()]
        sizes = [button.sizeHint().width() for button in shown]
        narrow = sum(sizes) + len(sizes) * theme.px(_GAP) > self.width()
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._ways.setDirection(down if narrow else across)

    def show_words(self, title: str, sentence: str) -> None:
        """Say something else, for example when a search finds nothing."""
        self._title.setText(title)
        self._sentence.setText(sentence)
