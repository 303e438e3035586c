"""What the section about the passphrase shows, one at a time: how it stands, or one question with a way back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coalmeet.store.key_store import State, why
from coalmeet.text import _
from ui import theme
from ui.widgets.buttons import Button
from ui.widgets.fields import Field, Tick
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import Icon, Wrapped
from ui.widgets.layouts import column, row, widget
from ui.widgets.new_passphrase import NewPassphrase, lost_words
from ui.widgets.secret_line import SecretLine
from ui.widgets.six_words import SixWords


def _flow(*buttons: Button) -> QWidget:
    flow = FlowLayout(gap=8)
    for button in buttons:
        flow.addWidget(button)
    return widget(flow)


def _here_words(state: State | None) -> str:
    words = {
        None: _("Asking this computer’s key store …"),
        "known": _("This computer remembers the key: here the file opens with one click."),
        "unknown": _("This computer does not remember the key: it asks for the passphrase each time."),
        "wrong": _("This computer remembers another key, of before: it asks for the passphrase each time."),
    }
    return words[state] if state in words else why(state) if state else ""


class StatePanel(QWidget):
    """Whether the file is sealed, whether this computer remembers the key, and what can be done about both."""

    def __init__(self) -> None:
        super().__init__()
        self._icon, self.told = Icon("lock", "ink2"), Wrapped("", theme.BODY, theme.MEDIUM)
        self.here = Wrapped("", 14, tone="ink2")
        self.set, self.sheet = (
            Button(_("Set a passphrase"), icon="lock"),
            Button(_("Recovery sheet"), icon="printer"),
        )
        self.forget, self.remember = (
            Button(_("Forget it on this computer")),
            Button(_("Remember it on this computer")),
        )
        self.again, self.off = (
            Button(_("Try the key store again"), icon="refresh-cw"),
            Button(_("Take it off"), "ghost"),
        )
        told = row(column(1, self._icon, None), 10, (self.told, 1))
        buttons = _flow(self.set, self.sheet, self.forget, self.remember, self.again, self.off)
        self.setLayout(column(told, 6, self.here, 12, buttons))

    def show_state(self, *, sealed: bool, writable: bool) -> None:
        """Whether the file has a passphrase, and whether anything can be changed."""
        self._icon.set_icon("lock" if sealed else "info", "accent" if sealed else "ink2")
        self.told.setText(
            _("Sealed: only who has the passphrase, or a computer that remembers the key, can open the file.")
            if sealed
            else _(
                "No passphrase is set. Whoever gets hold of the file can read all of it: from a lost laptop, a stick "
                "left behind, a message gone astray."
            )
        )
        self.set.setText(_("Change it") if sealed else _("Set a passphrase"))
        for button in (self.set, self.off):
            button.setEnabled(writable)
        self.off.setVisible(sealed)
        self.sheet.setVisible(sealed)
        self.here.setVisible(sealed)
        self.show_remembered(None)

    def show_remembered(self, state: State | None) -> None:
        """What this computer's key store has; None while it is asked, and for a file that is not sealed."""
        self.here.setText(_here_words(state))
        self.forget.setVisible(state in {"known", "wrong"})
        self.remember.setVisible(state in {"unknown", "wrong"})
        self.again.setVisible(state in {"locked", "silent", "failed"})


class ChoosePanel(QWidget):
    """A new passphrase: six words, others, or one's own; and what a lost one means."""

    def __init__(self) -> None:
        super().__init__()
        self.new, self.remember = NewPassphrase(), Tick(_("Remember it on this computer"))
        self.remember.setChecked(True)
        self.seal, self.back = (
            Button(_("Seal the file"), "primary", size=theme.CONTROL),
            Button(_("Leave it"), "ghost"),
        )
        lead = Wrapped(
            _("Write the words on paper, or print the recovery sheet in the next step."), theme.BODY
        )
        self.setLayout(
            column(lead, 12, self.new, 10, self.remember, 8, lost_words(), 14, _flow(self.seal, self.back))
        )

    def begin(self) -> None:
        """Offer six words anew."""
        self.new.begin()
        self.remember.setChecked(True)


class WordsPanel(QWidget):
    """The words that were just set, until somebody has them."""

    def __init__(self) -> None:
        super().__init__()
        lead = Wrapped(
            _("The file is sealed with these words. They are shown until you say that you have them, and never again."),
            theme.BODY, theme.MEDIUM,
        )  # fmt: skip
        self.words, self.here = SixWords(), Wrapped("", 14, tone="ink2")
        self.sheet = Button(
            _("See and print the recovery sheet"), "primary", icon="printer", size=theme.CONTROL
        )
        self.have = Button(_("I have them"), icon="check")
        self.setLayout(
            column(lead, 12, self.words, 10, self.here, 8, lost_words(), 14, _flow(self.sheet, self.have))
        )

    def show_remembered(self, state: State | None) -> None:
        """Whether this computer remembers the key as was wished: else the words are all there is."""
        self.here.setText(_here_words(state))


class TypePanel(QWidget):
    """The passphrase once more, for another sheet: it is kept nowhere. `typed` carries it."""

    typed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.line, self.seen = SecretLine(), Tick(_("Show what I type"))
        self.go, self.back = (
            Button(_("Make the sheet"), "primary", size=theme.CONTROL),
            Button(_("Leave it"), "ghost"),
        )
        hint = _(
            "It is kept nowhere, so the sheet needs it once more. Who has not got it sets another: “Change it”."
        )
        self.setLayout(
            column(Field(_("Passphrase"), self.line, hint), 4, self.seen, 10, _flow(self.go, self.back))
        )
        self.go.clicked.connect(lambda: self.typed.emit(self.line.text()))
        self.line.returnPressed.connect(lambda: self.typed.emit(self.line.text()))
        self.seen.toggled.connect(self.line.set_seen)


class StepPanel(QWidget):
    """A step that is easily regretted: what it means, the step, and the way back."""

    def __init__(self, means: str, step: str) -> None:
        super().__init__()
        self.go, self.back = Button(step), Button(_("Leave it"), "ghost")
        self.setLayout(column(Wrapped(means, theme.BODY), 12, _flow(self.go, self.back)))
