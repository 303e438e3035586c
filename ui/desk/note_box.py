"""Where notes are typed: plain text, kept as it is typed, with lines that become actions or parked topics."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QSyntaxHighlighter, QTextCharFormat
from PySide6.QtWidgets import QPlainTextEdit

from ui import theme
from ui.desk.name_list import NameList
from ui.widgets.inputs import Lines

_GONE_ON = frozenset(
    {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.OtherFocusReason}
)
PAUSE = 700  # milliseconds after the last key until what was typed is kept
AROUND = 18  # design pixels of height that border and padding of a box take
ONE_LINE = 44  # design pixels of height of a box of one line
WHOLE = 760  # and of a window that has room for a whole box


class NoteBox(Lines):
    """`paused` asks to keep the text; `line_done` tells a line that was just finished."""

    paused = Signal()
    line_done = Signal(str)
    left_empty = Signal()  # by a key, with nothing written in it

    def __init__(self, names: Callable[[str], tuple[str, ...]], written_in: int = 132) -> None:
        """`names` completes what is being typed; `written_in` is the height of a small box then, in design pixels."""
        super().__init__()
        self._written_in = written_in
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self.paused)
        self.textChanged.connect(self._timer.start)
        self.setTabChangesFocus(True)
        self._names = NameList(self, names)
        self._small = False
        self.textChanged.connect(self._names.offer)

    def show_text(self, text: str) -> None:
        """Show other notes; they are not typed, so nothing has to be kept."""
        self.blockSignals(True)
        self.setPlainText(text)
        self.blockSignals(False)
        self._timer.stop()

    def set_small(self, small: bool) -> None:
        """One line until somebody writes in it, where there is little room."""
        self._small = small
        self._fit(self.hasFocus())

    def _fit(self, writing: bool) -> None:
        # One line stands in the middle of its box, and nothing of the next one is seen below it.
        line = int(self.document().documentMargin()) + self.fontMetrics().lineSpacing()
        spare = max(0, theme.px(ONE_LINE - AROUND) - line) if self._small and not writing else 0
        self.setViewportMargins(0, spare // 2, 0, spare - spare // 2)
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded
        if self._small:
            # In a low window less of it, for the tool keeps its room.
            part = min(1.0, self.window().height() / theme.px(WHOLE))
            tall = max(ONE_LINE, round(self._written_in * part))
            self.setFixedHeight(theme.px(tall if writing else ONE_LINE))
            policy = policy if writing else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        else:
            self.setMinimumHeight(theme.px(88))
            self.setMaximumHeight(theme.px(4000))
        self.setVerticalScrollBarPolicy(policy)

    def sizeHint(self) -> QSize:
        # A sentence above it that wraps would make of Qt's own wish, ten lines, what the box must have.
        return super().sizeHint().boundedTo(QSize(theme.px(4000), self.minimumHeight()))

    def settle(self) -> None:
        """Ask at once to keep what was typed, if anything was."""
        if self._timer.isActive():
            self._timer.stop()
            self.paused.emit()

    def focusNextPrevChild(self, forward: bool) -> bool:
        # Tab takes the offered name; without an offer it goes on to the next control.
        return False if self._names.is_open() else super().focusNextPrevChild(forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._names.takes(event):
            return
        ends = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if ends and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()  # the large button, even while writing
            return
        line = self.textCursor().block().text()
        super().keyPressEvent(event)
        if ends and not self.isReadOnly():
            self.line_done.emit(line)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._fit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._fit(False)
        self.settle()
        if event.reason() in _GONE_ON and not self.toPlainText().strip():
            self.left_empty.emit()


class Marks(QSyntaxHighlighter):
    """Marks the lines that became something; the text itself stays as typed."""

    def __init__(self, box: QPlainTextEdit, counts: Callable[[str], bool]) -> None:
        super().__init__(box.document())
        self._counts = counts

    def highlightBlock(self, text: str) -> None:
        if text.strip() and self._counts(text):
            marked = QTextCharFormat()
            marked.setForeground(theme.colour("accent"))
            marked.setFontUnderline(True)
            marked.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
            self.setFormat(0, len(text), marked)
