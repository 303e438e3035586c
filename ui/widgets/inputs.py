"""Fields that take words only: a file dropped on one is the window's to bring in, its address is nobody's text."""

from __future__ import annotations

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QDragEnterEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit


def files_in(data: QMimeData) -> list[str]:
    """The paths of the files that are dragged or copied, none when it is something else."""
    return [url.toLocalFile() for url in data.urls() if url.isLocalFile()]


class Line(QLineEdit):
    """One line of words."""

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if files_in(event.mimeData()):
            event.ignore()  # whatever is behind it is asked next
        else:
            super().dragEnterEvent(event)


class Lines(QPlainTextEdit):
    """Several lines of words; rich text from elsewhere is words here, never markup."""

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return not files_in(source) and super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.insertPlainText(source.text())
