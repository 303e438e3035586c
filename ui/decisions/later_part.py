"""What a decision waits for, in words with its date, and what can be said to it: nothing is settled by silence."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coalmeet.coalition.decision import DecisionEntry, Wait
from coalmeet.text import _
from ui import theme
from ui.decisions.letter_form import LetterForm
from ui.decisions.look import Standing
from ui.widgets.buttons import Button
from ui.widgets.labels import Icon, Wrapped
from ui.widgets.layouts import column, empty, row

REVIEWS = ("review_due", "overdue")
_ROOM = 332  # design pixels for buttons side by side


class LaterPart(QWidget):
    """`said` carries what was said (nothing_arrived, confirmed, not_confirmed, let_go, keep, end) and of whom: an
    organisation, or the entry that it answers. `asked` wants the form for an objection that arrived.
    """

    said = Signal(str, object)
    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._list = QVBoxLayout()
        self.form = LetterForm()
        self.form.put_away.connect(self.form.hide)
        self.buttons: dict[str, Button] = {}
        self.setLayout(column(self._list, self.form))
        self.form.hide()

    def show_decision(self, one: Standing, *, may_write: bool) -> None:
        """Show what is open; without `may_write` only the sentences."""
        empty(self._list)
        self.buttons = {}
        self.form.hide()
        for wait, words in one.open_for:
            self._line("hourglass", words, self._answers(wait) if may_write else [])
        for entry, words in one.raised:
            self._line(
                "hand", words, [self._let_go(entry)] if may_write and entry.kind == "objection" else []
            )
        if one.state in REVIEWS and may_write:
            self._line("rotate-ccw", _("It comes back now: keep it, change it, or end it?"), self._review())
        self.setVisible(bool(one.open_for or one.raised or one.state in REVIEWS))

    def _line(self, icon: str, words: str, ways: list[Button]) -> None:
        sentence = row(
            column(2, Icon(icon, "ink2", 18), None), 10, (Wrapped(words, theme.BODY, theme.MEDIUM), 1)
        )
        self._list.addLayout(sentence)
        beside = sum(button.sizeHint().width() + theme.px(8) for button in ways) < theme.px(_ROOM)
        for some in [ways] if beside else [[button] for button in ways]:
            self._list.addSpacing(theme.px(8))
            self._list.addLayout(row(28, *some, None, gap=8))
        self._list.addSpacing(theme.px(14))

    def _answers(self, wait: Wait) -> list[Button]:
        if wait.kind == "window_over":
            return [self._button("nothing_arrived", _("Nothing arrived"), "check", "tint"), self._letter()]
        if wait.kind == "mandate":
            who = wait.organisation
            return [
                self._button("confirmed", _("Confirmed"), "check", "tint", who),
                self._button("not_confirmed", _("Not confirmed"), "x", "plain", who),
            ]
        return [self._letter()]

    def _letter(self) -> Button:
        button = Button(_("An objection arrived"), icon="hand")
        button.clicked.connect(self.asked)
        self.buttons["letter"] = button
        return button

    def _let_go(self, entry: DecisionEntry) -> Button:
        return self._button("let_go", _("They let it go"), "check", "plain", entry)

    def _review(self) -> list[Button]:
        return [
            self._button("keep", _("It is kept"), "check", "tint"),
            self._button("end", _("It is ended"), "x", "plain"),
        ]

    def _button(self, what: str, words: str, icon: str, kind: str, about: object = "") -> Button:
        button = Button(words, kind, icon=icon)
        button.clicked.connect(partial(self._tell, what, about))
        self.buttons[what] = button
        return button

    def _tell(self, what: str, about: object, _on: bool = False) -> None:
        self.said.emit(what, about)
