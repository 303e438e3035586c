"""The list of agenda items: chosen, moved by mouse and by Alt+Up and Alt+Down, lengthened with + and −."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import (
    QDrag,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from coalmeet.text import _
from ui import shortcuts
from ui.prepare import dragging
from ui.prepare.row_painter import STEP, RowPainter
from ui.prepare.rows import AgendaModel, AgendaRow


class AgendaList(QListView):
    """Signals carry ids of items: `chosen`, `opened` (to be edited), `moved` (id, place), `lengthened` (id, minutes),
    `removed`; `pasted` a text from the clipboard.
    """

    chosen = Signal(str)
    opened = Signal(str)
    moved = Signal(str, int)
    lengthened = Signal(str, int)
    removed = Signal(str)
    pasted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.rows = AgendaModel()
        self.setModel(self.rows)
        self.painter = RowPainter(self)
        self.setItemDelegate(self.painter)
        self.setResizeMode(QListView.ResizeMode.Adjust)  # a title may need its second line no more
        self.setMouseTracking(True)
        self.setAccessibleName(_("Agenda"))
        self.setAccessibleDescription(
            _("Alt+Up and Alt+Down move an item, plus and minus change its minutes, Enter edits it.")
        )
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDropIndicatorShown(False)  # Qt's own is a hair line below the picture of the row
        self._over: QPoint | None = None  # where an item is dragged to just now
        self.verticalScrollBar().valueChanged.connect(
            self.viewport().update
        )  # the line of a drag stays right
        self.rows.moved.connect(self.moved)
        self.painter.stepped.connect(self.lengthened)
        self.selectionModel().currentChanged.connect(self._tell_chosen)
        self.activated.connect(lambda index: self.opened.emit(self.rows.rows[index.row()].item.id))

    def show_rows(self, rows: Sequence[AgendaRow]) -> None:
        """Show these items; the current one stays current, or the one that took its place."""
        before, at = self.current(), self.currentIndex().row()
        self.rows.show_rows(rows)
        if not self.choose(before) and at >= 0 and rows:
            self.setCurrentIndex(self.rows.index(min(at, len(rows) - 1)))

    def current(self) -> str:
        """The id of the current item, "" for none."""
        at = self.currentIndex().row()
        return self.rows.rows[at].item.id if 0 <= at < len(self.rows.rows) else ""

    def choose(self, item: str) -> bool:
        """Make an item the current one; False when it is not there."""
        at = self.rows.place(item)
        if at >= 0 and at != self.currentIndex().row():
            self.setCurrentIndex(self.rows.index(at))
            self.scrollTo(self.rows.index(at))
        return at >= 0

    def focusInEvent(self, event: QFocusEvent) -> None:
        if self.currentIndex().isValid():
            super().focusInEvent(event)
        else:  # Qt would choose the first item, and its fields would take the place of the meeting's
            QWidget.focusInEvent(self, event)

    def startDrag(self, actions: Qt.DropAction) -> None:
        index = self.currentIndex()
        if not index.isValid():
            return
        drag = QDrag(self)
        drag.setMimeData(self.rows.mimeData([index]))
        title, backwards = self.rows.rows[index.row()].title, self.isRightToLeft()
        drag.setPixmap(dragging.chip(title, self.devicePixelRatioF(), backwards=backwards))
        drag.setHotSpot(dragging.BESIDE)
        drag.exec(Qt.DropAction.MoveAction)
        self._drag_over(None)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)
        self._drag_over(event.position().toPoint() if event.isAccepted() else None)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self._drag_over(None)

    def dropEvent(self, event: QDropEvent) -> None:
        self._drag_over(None)
        super().dropEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._over is not None:
            at, to = self.currentIndex().row(), dragging.landing(self, self._over)
            if to not in {at, at + 1}:  # there it stands already
                dragging.paint_landing(self, to)

    def _drag_over(self, place: QPoint | None) -> None:
        self._over = place
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        verbs, item = shortcuts.verbs_of(event, writing=False), self.current()
        at = self.currentIndex().row()
        if "row_up" in verbs and at > 0:
            self.moved.emit(item, at - 1)
        elif "row_down" in verbs and 0 <= at < len(self.rows.rows) - 1:
            self.moved.emit(item, at + 1)
        elif "delete_row" in verbs and item:
            self.removed.emit(item)
        elif {"grace", "less"} & set(verbs) and item:
            self.lengthened.emit(item, STEP if "grace" in verbs else -STEP)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and item:
            self.opened.emit(item)
        elif event.key() == Qt.Key.Key_V and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.pasted.emit()
        elif "row_up" not in verbs and "row_down" not in verbs:
            super().keyPressEvent(event)

    def _tell_chosen(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(self.rows.rows[index.row()].item.id)
