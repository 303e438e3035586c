"""Offers names while one is typed after @: arrows choose, Tab or Enter takes, Esc goes on typing."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QListWidget, QPlainTextEdit

from coalmeet.meeting.capture import complete
from coalmeet.text import _
from ui import theme

_MOST = 6


class NameList(QListWidget):
    """A small list below the cursor, inside the window: it takes no focus, so nothing is interrupted."""

    def __init__(self, box: QPlainTextEdit, names: Callable[[str], tuple[str, ...]]) -> None:
        super().__init__(box)
        self._box, self._names = box, names
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(_("Names"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("list", "names")
        self.setAutoFillBackground(True)
        self.itemClicked.connect(lambda _item: self._take())
        self.hide()

    def offer(self) -> None:
        """Show the names that what was typed asks for; hide when there are none."""
        found = self._names(self._before())[:_MOST] if self._box.hasFocus() else ()
        self.clear()
        self.addItems(list(found))
        self.setVisible(bool(found))
        if found:
            self.setCurrentRow(0)
            self._place(len(found))

    def is_open(self) -> bool:
        """Whether names are offered now."""
        return not self.isHidden()

    def takes(self, event: QKeyEvent) -> bool:
        """Whether the key was meant for the list."""
        if self.isHidden():
            return False
        key = event.key()
        if key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            step = 1 if key == Qt.Key.Key_Down else -1
            self.setCurrentRow((self.currentRow() + step) % self.count())
            return True
        if key in {Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self._take()
            return True
        if key == Qt.Key.Key_Escape:
            self.hide()
            return True
        return False

    def _take(self) -> None:
        item = self.currentItem()
        cursor, before = self._box.textCursor(), self._before()
        cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(complete(before, item.text()))
        self._box.setTextCursor(cursor)
        self.hide()

    def _before(self) -> str:
        cursor = self._box.textCursor()
        return cursor.block().text()[: cursor.positionInBlock()]

    def _place(self, count: int) -> None:
        """Below the cursor, or above it where the window ends: in the window, so that the box may be small."""
        window = self._box.window()
        if self.parentWidget() is not window:
            self.setParent(window)
            self.show()
        height = count * theme.px(28) + theme.px(8)
        self.resize(theme.px(240), height)
        cursor = self._box.cursorRect()
        below = self._box.mapTo(window, self._box.viewport().mapTo(self._box, cursor.bottomLeft()))
        top = below.y() + 4
        if top + height > window.height():
            top = below.y() - cursor.height() - height - 4
        self.move(max(4, min(below.x(), window.width() - self.width() - 8)), top)
        self.raise_()
