"""Choosing a passphrase: six words are offered, and one may have others, or words of one's own."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from coalmeet.coalition.passphrase import LEAST, chosen, offered
from coalmeet.text import _
from ui.widgets.buttons import Button
from ui.widgets.fields import Field
from ui.widgets.labels import Wrapped
from ui.widgets.layouts import column
from ui.widgets.secret_line import SecretLine
from ui.widgets.segments import Segments
from ui.widgets.six_words import SixWords


class NewPassphrase(QWidget):
    """Six words that are offered, others for the asking, or words of one's own."""

    def __init__(self) -> None:
        super().__init__()
        self.kind = Segments(
            [("offered", _("Six words"), ""), ("own", _("Words of your own"), "")], _("Passphrase")
        )
        self.others = Button(_("Other words"), "ghost", icon="refresh-cw")
        self.offered = SixWords(self.others)
        self.own = SecretLine(seen=True)
        hint = _("At least {count} characters; several words that have nothing in common.").format(
            count=LEAST
        )
        self._own_part = Field(_("Your words"), self.own, hint)
        self.setLayout(column(self.kind, self.offered, self._own_part, gap=10))
        self.kind.chosen.connect(self._show_kind)
        self.others.clicked.connect(self.begin_anew)
        self.begin()

    def begin(self) -> None:
        """Offer six words, with nothing typed."""
        self.own.clear()
        self.kind.show_choice("offered")
        self._show_kind("offered")
        self.begin_anew()

    def begin_anew(self) -> None:
        """Offer six other words."""
        self.offered.show_words(offered())

    def passphrase(self) -> str:
        """What was chosen. Raises NotAllowed for words of one's own that are guessed too easily."""
        return chosen(self.own.text()) if self.kind.choice() == "own" else self.offered.words()

    def _show_kind(self, kind: str) -> None:
        self._own_part.setVisible(kind == "own")
        self.offered.setVisible(kind != "own")
        if kind == "own":
            self.own.setFocus()


def lost_words() -> Wrapped:
    """What the loss of a passphrase means: said wherever one is set."""
    return Wrapped(
        _(
            "A lost passphrase is a lost file, unless a computer remembers the key: nobody can open it then, not even "
            "the makers of Coalmeet."
        ),
        14,
        tone="ink2",
    )
