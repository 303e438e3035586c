"""The proposal on the table: its text with what changed, who brought it, and a place to change it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QSizePolicy

from coalmeet.meeting.proposal import Proposal
from coalmeet.meeting.publish_decision import proposal_view
from coalmeet.meeting.state import Item, Meeting
from coalmeet.public import PublicPiece
from coalmeet.text import _
from ui import theme
from ui.desk.marked_text import MarkedText
from ui.desk.scroll import bring_turn
from ui.desk.verb_button import verb_button
from ui.widgets.card import Card
from ui.widgets.flow import FlowLayout
from ui.widgets.inputs import Lines
from ui.widgets.labels import Icon, Wrapped
from ui.widgets.layouts import column, row, widget


class ProposalText(Lines):
    """Plain text; Ctrl+Enter is left to the large button, Esc leaves the field."""

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setFont(theme.font(theme.SECTION))
        self.setAccessibleName(_("Text of the proposal"))
        self.setPlaceholderText(_("The proposal, in a sentence that could be adopted"))
        self.setMinimumHeight(theme.px(116))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.textChanged.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        # As high as what is written: Qt's own wish, ten lines, would push what stands below it out of the window.
        written = round(self.document().size().height() + 1) * self.fontMetrics().lineSpacing()
        least, most = self.minimumHeight(), theme.px(190)
        return QSize(super().sizeHint().width(), max(least, min(most, written + theme.px(28))))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()  # in another width it has more lines, or fewer

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ends = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if ends and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
            return
        super().keyPressEvent(event)


class ProposalCard(Card):
    """`edited` tells a new text, `left` asks for a way out. Without any text it opens for writing by itself.

    `turned` tells that the text was opened for writing, or is closed again.
    """

    edited = Signal(str)
    left = Signal()
    turned = Signal()
    translated = Signal()

    def __init__(self, size: int = theme.SECTION) -> None:
        self._shown: object = None
        self._live: Proposal | None = None
        self._may_change = True
        self._icon = Icon("pencil", "accent", 16)
        self._caption = Wrapped("", theme.DETAIL, theme.STRONG, most=2)
        self._by = Wrapped("", theme.DETAIL, tone="ink2")
        self._text = MarkedText(size)
        self.box = ProposalText()
        self.change = verb_button(_("Change the text"), "edit_text", "ghost", size=28)
        self.ways = verb_button(_("Ways out"), "ways_out", "ghost", size=28)
        self.keep = verb_button(_("Keep this text"), kind="tint", icon="check")
        self.away = verb_button(_("Leave it as it was"), kind="ghost")
        self.second = verb_button(_("Second language"), "second_language", "ghost", size=28)
        ways = FlowLayout(gap=8)  # beside a call they take two lines
        for way in (self.keep, self.away, self.second):
            ways.addWidget(way)
        self._writing = widget(column(self.box, 8, ways))
        head = row(self._icon, 8, (column(None, self._caption, None), 1), 8, self.change, self.ways)
        # The words above may stand nearer to the edge than the text: a ghost button has room of its own.
        body = column(self._text, self._writing, 4, self._by, margins=(0, 0, 10, 0))
        super().__init__(column(head, 3, body, margins=(16, 4, 6, 8)))
        self.change.clicked.connect(self.open)
        self.ways.clicked.connect(self.left)
        self.second.clicked.connect(self.translated)
        self.keep.clicked.connect(self._tell)
        self.away.clicked.connect(self.close_box)
        self._writing.hide()

    def show_proposal(self, meeting: Meeting, item: Item, live: Proposal | None) -> None:
        """Show the proposal, or the draft that came with the agenda."""
        shown = (item.id, live, item.entry.proposal)
        if shown == self._shown:
            return
        before, self._shown, self._live = self._shown, shown, live
        if live is None:
            self._show_draft(meeting, item)
        else:
            self._show_live(meeting, live)
        if before is None or self._writing.isHidden() or live is None:
            self.box.setPlainText(live.text if live else item.entry.proposal)
        self._set_open(live is None and not item.entry.proposal)

    def show_ways(self, *, change: bool) -> None:
        """Offer to change the text, or not, while it is fixed and people answer to it."""
        self._may_change = change

    def open(self) -> None:
        """Open the text for writing."""
        self._set_open(True)
        self.box.setFocus()
        self.box.moveCursor(QTextCursor.MoveOperation.End)
        bring_turn(self, self.box, lambda: self.keep)

    def close_box(self) -> None:
        """Leave the text as it was."""
        if self._live is not None:
            self.box.setPlainText(self._live.text)
        self._set_open(False)

    def is_writing(self) -> bool:
        """Whether the text on the table is being changed just now."""
        return self._live is not None and not self._writing.isHidden()

    def pending(self) -> str:
        """The text that is being written and differs from the one on the table; "" for none."""
        typed = self.box.toPlainText().strip()
        known = self._live.text if self._live else ""
        return typed if not self._writing.isHidden() and typed != known else ""

    def _show_live(self, meeting: Meeting, live: Proposal) -> None:
        view = proposal_view(meeting, live)
        self._icon.set_icon("lock" if live.locked else "pencil", "accent")
        self._caption.setText(view.caption)
        self._text.show_pieces(view.pieces)
        early = live.stage in {"draft", "presented", "clarifying"}
        self._by.setText(_need(view.need) if early else "")
        self._by.setVisible(bool(self._by.text()))

    def _show_draft(self, meeting: Meeting, item: Item) -> None:
        entry = item.entry
        self._icon.set_icon("pencil", "accent")
        self._caption.setText(_("Draft from the agenda") if entry.proposal else _("Which text is proposed?"))
        self._text.show_pieces((PublicPiece("same", entry.proposal),) if entry.proposal else ())
        self._by.setText(_need(entry.need))
        self._by.setVisible(bool(self._by.text()))

    def _set_open(self, on: bool) -> None:
        fresh = self._live is None
        turned = on == self._writing.isHidden()
        self._writing.setVisible(on)
        self._text.setVisible(not on)
        self._by.setVisible(bool(self._by.text()) and not self.is_writing())  # the writing needs the room
        self.change.setVisible(not on and self._may_change)
        self.ways.setVisible(not fresh)
        self.keep.setVisible(not fresh)
        self.second.setVisible(not fresh)
        self.away.setVisible(not fresh)
        if turned:
            self.turned.emit()

    def _tell(self) -> None:
        text = self.pending()
        if text:
            self.edited.emit(text)
        else:
            self.close_box()


def _need(need: str) -> str:
    return _("Need: {need}").format(need=need) if need else ""
