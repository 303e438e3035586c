"""You can say: one sentence to read aloud now, so that a nervous facilitator never has to invent words."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent

from coalmeet.text import _
from ui import shortcuts, theme
from ui.desk.verb_button import verb_button
from ui.widgets.card import Card
from ui.widgets.labels import Icon, OneLine, Wrapped
from ui.widgets.layouts import column, row

LABELLED, ROOMY = 700, 560  # design pixels from which "You can say", and "Other words", stand as words


class SayCard(Card):
    """Shows the first sentence; "other words" goes on to the next and around."""

    def __init__(self) -> None:
        self._sentences: tuple[str, ...] = ()
        self._at, self._low = 0, False
        self._words = Wrapped("", theme.SECTION, theme.MEDIUM)
        self._more = verb_button(_("Other words"), "other_words", "ghost", size=24)
        self._more.setAccessibleName(_("Other words"))
        self._more.setToolTip(_("Other words"))
        self._more.clicked.connect(self.say_otherwise)
        self._label = OneLine(_("You can say"), theme.META, theme.STRONG, "accent")
        beside = row(
            column(2, Icon("message-circle", "accent", 18), None), 8, column(2, self._label, None), 10
        )
        said = row(beside, (column(1, self._words, None), 1), 8, column(self._more, None))
        super().__init__(column(said, margins=(14, 6, 6, 6)))
        self.setAccessibleName(_("You can say"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def set_low(self, low: bool) -> None:
        """In a low window the sentence gets all the width and smaller letters, to take one line where it can."""
        if low != self._low:
            self._low = low
            self._words.set_size(theme.BODY if low else theme.SECTION)
            self._arrange()

    def _arrange(self) -> None:
        # Where it is narrow or low the sentence needs the room more.
        wide = self.width() >= theme.px(ROOMY) and not self._low
        self._label.setVisible(self.width() >= theme.px(LABELLED) and not self._low)
        self._more.setText(_("Other words") if wide else "")
        self._more.set_key(shortcuts.shown("other_words") if wide else "")
        self._more.set_icon("" if wide else "refresh-cw")

    def show_sentences(self, sentences: tuple[str, ...]) -> None:
        """Offer these sentences, the best first."""
        if sentences == self._sentences:
            return
        self._sentences, self._at = sentences, 0
        self._more.setVisible(len(sentences) > 1)
        self._show()

    def say_otherwise(self) -> None:
        """Offer the same in other words."""
        self._at = (self._at + 1) % max(1, len(self._sentences))
        self._show()

    def text(self) -> str:
        """The sentence that is shown, without its quotation marks."""
        return self._sentences[self._at] if self._sentences else ""

    def _show(self) -> None:
        self._words.setText(_("“{sentence}”").format(sentence=self.text()))
        self.setVisible(bool(self._sentences))
