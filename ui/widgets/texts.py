"""Text inputs that save themselves: they tell when somebody has finished, and never overwrite what is being typed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QCompleter, QWidget

from ui import theme
from ui.widgets.inputs import Line, Lines

PAUSE_MS = 900  # a pause in typing after which a longer text is saved


class TextLine(Line):
    """One line; `settled` carries the text when it was changed and left, or Enter was pressed."""

    settled = Signal(str)

    def __init__(self, placeholder: str = "") -> None:
        super().__init__()
        self.setPlaceholderText(placeholder)
        self._shown = ""
        self.editingFinished.connect(self.settle)

    def show_text(self, text: str) -> None:
        """Show a text, unless another is being typed here."""
        typing = self.hasFocus() and self.text() != self._shown
        if not typing and text != self.text():
            self.setText(text)
            self.setCursorPosition(0)
        if not typing:
            self._shown = text

    def settle(self) -> None:
        """Tell what was typed, if it is new."""
        typed = " ".join(self.text().split())
        if typed != self._shown:
            self._shown = typed
            self.settled.emit(typed)


class TextArea(Lines):
    """Several lines; `settled` carries the text when it was changed and left, or typing paused. Tab goes on."""

    settled = Signal(str)

    def __init__(self, placeholder: str = "", lines: int = 3) -> None:
        super().__init__()
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setFixedHeight(theme.px(20 * lines + 26))
        self._shown = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.settle)
        self.textChanged.connect(self._wait)

    def show_text(self, text: str) -> None:
        """Show a text, unless another is being typed here."""
        typing = self.hasFocus() and self.toPlainText() != self._shown
        if not typing and text != self.toPlainText():
            self.setPlainText(text)
            self._pause.stop()
        if not typing:
            self._shown = text

    def settle(self) -> None:
        """Tell what was typed, if it is new."""
        self._pause.stop()
        typed = self.toPlainText().strip()
        if typed != self._shown:
            self._shown = typed
            self.settled.emit(typed)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.settle()

    def _wait(self) -> None:
        if self.hasFocus():
            self._pause.start()


class NamesLine(TextLine):
    """Several names with commas between them; each completes from names that are known."""

    names_settled = Signal(object)  # a tuple of names

    def __init__(self, placeholder: str = "") -> None:
        super().__init__(placeholder)
        self._known = QStringListModel(self)
        self._completer = QCompleter(self._known, self)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._completer.setWidget(self)
        self._completer.activated.connect(self._complete)
        self.textEdited.connect(self._offer)
        self.settled.connect(lambda text: self.names_settled.emit(names_in(text)))

    def know(self, names: Sequence[str]) -> None:
        """Complete from these names."""
        self._known.setStringList(list(dict.fromkeys(names)))

    def show_names(self, names: Sequence[str]) -> None:
        """Show these names, unless others are being typed."""
        self.show_text(", ".join(names))

    def _offer(self) -> None:
        typed = self.text()[: self.cursorPosition()].rpartition(",")[2].strip()
        if typed:
            self._completer.setCompletionPrefix(typed)
            self._completer.complete()
        else:
            self._known_popup().hide()

    def _known_popup(self) -> QWidget:
        popup = self._completer.popup()
        assert popup is not None
        return popup

    def _complete(self, name: str) -> None:
        before, comma, _typed = self.text()[: self.cursorPosition()].rpartition(",")
        after = self.text()[self.cursorPosition() :]
        head = f"{before}{comma} " if comma else ""
        self.setText(f"{head}{name}{after}")
        self.setCursorPosition(len(head) + len(name))


def names_in(text: str) -> tuple[str, ...]:
    """The names of a line with commas, each once."""
    return tuple(dict.fromkeys(name for part in text.split(",") if (name := " ".join(part.split()))))
