"""Fields that take words only: a file dropped on one is the window's to bring in, its address is nobody's text."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QDragEnterEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget


def files_in(data: QMimeData) -> list[str]:
    """The paths of the files that are dragged or copied, none when it is something else."""
    return [url.toLocalFile() for url in data.urls() if url.isLocalFile()]


def asks_undo(event: QEvent) -> bool:
    """Whether a field is asked if it wants the key that undoes, before a page gets it."""
    return (
        event.type() == QEvent.Type.ShortcutOverride
        and isinstance(event, QKeyEvent)
        and event.matches(QKeySequence.StandardKey.Undo)
    )


class Line(QLineEdit):
    """One line of words. While nothing was typed in it, undo is the page's: it takes back the last step."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        if QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            # Qt would go by the keyboard while the field is empty: what it is for stood on the other side.
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            self.setAlignment(right | Qt.AlignmentFlag.AlignAbsolute)

    def event(self, event: QEvent) -> bool:
        if asks_undo(event) and not self.isUndoAvailable() and not self.isRedoAvailable():
            event.ignore()
            return False
        return super().event(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if files_in(event.mimeData()):
            event.ignore()  # whatever is behind it is asked next
        else:
            super().dragEnterEvent(event)


class Lines(QPlainTextEdit):
    """Several lines of words; rich text from elsewhere is words here, never markup. Undo as in a Line."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        if QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            words = self.document().defaultTextOption()  # as in a Line
            words.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
            self.document().setDefaultTextOption(words)

    def event(self, event: QEvent) -> bool:
        words = self.document()
        if asks_undo(event) and not words.isUndoAvailable() and not words.isRedoAvailable():
            event.ignore()
            return False
        return super().event(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return not files_in(source) and super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.insertPlainText(source.text())
