"""What the minutes tell of who said what: a choice each for words, and for objections; and what it means."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLayout, QWidget

from coalmeet.coalition.agreement import tells_of_voices, tells_of_words
from coalmeet.coalition.coalition import Coalition
from coalmeet.text import _
from ui import theme
from ui.widgets.card import Card
from ui.widgets.fields import Field
from ui.widgets.labels import OneLine, Wrapped
from ui.widgets.layouts import column
from ui.widgets.segments import Segments


class TellingCard(QWidget):
    """`changed` carries a field of the coalition and its value."""

    changed = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self.words = Segments(
            [
                ("names", _("With names"), ""),
                ("words", _("Without names"), ""),
                ("none", _("Not at all"), ""),
            ],
            _("Words of the temperature round"),
        )
        self.voices = Segments(
            [
                ("voice", _("As answered"), ""),
                ("person", _("With names"), ""),
                ("organisation", _("Organisations"), ""),
            ],
            _("Objections, concerns and standing aside"),
        )
        self.of_words = Wrapped("", theme.META + 1, tone="ink2")
        self.of_voices = Wrapped("", theme.META + 1, tone="ink2")
        self.setLayout(column(Card(self._lay_out())))
        self.words.chosen.connect(lambda code: self.changed.emit("tell_words", code))
        self.voices.chosen.connect(lambda code: self.changed.emit("tell_voices", code))

    def show_coalition(self, here: Coalition) -> None:
        """Show what is chosen, and what it means here."""
        telling = here.telling
        self.words.show_choice(telling.words)
        self.voices.show_choice(telling.voices)
        self.of_words.setText(tells_of_words(telling))
        self.of_voices.setText(tells_of_voices(telling, here.profile.unit))

    def _lay_out(self) -> QLayout:
        told = Wrapped(
            _(
                "Of the minutes only: the call hears who speaks. A change counts for meetings opened from now on; "
                "minutes of meetings held before stay as they are, drafts too. What was typed stays as typed."
            ),
            theme.META + 1,
            tone="ink2",
        )
        return column(
            OneLine(_("What the minutes tell"), theme.SECTION, theme.STRONG), 2, told, 14,
            Field(_("Words of the temperature round"), self.words), 4, self.of_words, 14,
            Field(_("Objections, concerns and standing aside"), self.voices), 4, self.of_voices,
            margins=(24, 20, 24, 22),
        )  # fmt: skip
