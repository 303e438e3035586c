"""You can say: one sentence to read aloud now, so that a nervous facilitator never has to invent words."""

from __future__ import annotations

from coalmeet.text import _
from ui import theme
from ui.desk.verb_button import verb_button
from ui.widgets.card import Card
from ui.widgets.labels import Icon, OneLine, Wrapped
from ui.widgets.layouts import column, row


class SayCard(Card):
    """Shows the first sentence; "other words" goes on to the next and around."""

    def __init__(self) -> None:
        self._sentences: tuple[str, ...] = ()
        self._at = 0
        self._words = Wrapped("", theme.SECTION, theme.MEDIUM)
        self._more = verb_button(_("Other words"), "other_words", "ghost", size=24)
        self._more.clicked.connect(self.say_otherwise)
        head = row(
            Icon("message-circle", "accent", 16),
            8,
            OneLine(_("You can say"), theme.META, theme.STRONG, "accent"),
            None,
            self._more,
        )
        super().__init__(column(head, 1, self._words, margins=(16, 7, 6, 11)))

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
