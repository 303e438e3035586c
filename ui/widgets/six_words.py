"""The words of a passphrase to write down: each with its number, and as one line that can be copied when wanted."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout

from coalmeet.text import _
from ui import theme
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import OneLine, Wrapped
from ui.widgets.layouts import column, empty, widget

_SIZE = 20
_ACROSS = 2
_LISTED = 12  # more words than that are shown as they run


class SixWords(Card):
    """Readers hear the words as one line; nothing is copied unless somebody asks for it."""

    def __init__(self, *beside: Button) -> None:
        """`beside` are buttons that stand next to Copy."""
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(10))
        self._grid.setVerticalSpacing(theme.px(6))
        for at in range(_ACROSS):
            self._grid.setColumnStretch(2 * at + 1, 1)
        self._whole = Wrapped("", _SIZE, theme.STRONG)
        self.copy = Button(_("Copy"), "ghost", icon="copy", spoken=_("Copy the words"))
        self._copied = Wrapped(_("Copied. Paste it where nobody else reads."), 14, tone="ink2")
        buttons = FlowLayout(gap=4)
        for part in (self.copy, *beside):
            buttons.addWidget(part)
        below = widget(buttons)
        super().__init__(
            column(self._grid, self._whole, 6, below, self._copied, margins=(18, 14, 12, 8)), "tint"
        )
        self._copied.hide()
        self.copy.clicked.connect(self._take_along)
        self._words = ""

    def show_words(self, passphrase: str) -> None:
        """Show these words instead of any before."""
        self._words = passphrase
        self._copied.hide()
        words = passphrase.split(" ")
        listed = len(words) <= _LISTED and max(map(len, words)) <= _LISTED
        empty(self._grid)
        for at, word in enumerate(words if listed else ()):
            line, column_ = divmod(at, _ACROSS)
            self._grid.addWidget(OneLine(f"{at + 1}", theme.META, tone="ink2"), line, 2 * column_)
            self._grid.addWidget(OneLine(word, _SIZE, theme.STRONG), line, 2 * column_ + 1)
        self._whole.setText("" if listed else passphrase)
        self._whole.setVisible(not listed)
        self.setAccessibleName(passphrase)

    def words(self) -> str:
        """The words that are shown."""
        return self._words

    def _take_along(self) -> None:
        QGuiApplication.clipboard().setText(self._words)
        self._copied.show()
