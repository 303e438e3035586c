"""The proposal on the table: its text with what changed, who brought it, and a place to change it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor

from coalmeet.meeting.proposal import Proposal
from coalmeet.meeting.publish_decision import proposal_view
from coalmeet.meeting.state import Item, Meeting
from coalmeet.public import PublicPiece
from coalmeet.text import _
from ui import theme
from ui.desk.marked_text import MarkedText
from ui.desk.verb_button import verb_button
from ui.widgets.card import Card
from ui.widgets.inputs import Lines
from ui.widgets.labels import Icon, OneLine, Wrapped
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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ends = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if ends and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
            return
        super().keyPressEvent(event)


class ProposalCard(Card):
    """`edited` tells a new text, `left` asks for a way out. Without any text it opens for writing by itself."""

    edited = Signal(str)
    left = Signal()
    translated = Signal()

    def __init__(self, size: int = theme.SECTION) -> None:
        self._shown: object = None
        self._live: Proposal | None = None
        self._may_change = True
        self._icon = Icon("pencil", "accent", 16)
        self._caption = OneLine("", theme.DETAIL, theme.STRONG)
        self._by = Wrapped("", theme.DETAIL, tone="ink2")
        self._text = MarkedText(size)
        self.box = ProposalText()
        self.change = verb_button(_("Change the text"), "edit_text", "ghost", size=28)
        self.ways = verb_button(_("Ways out"), "ways_out", "ghost", size=28)
        self.keep = verb_button(_("Keep this text"), kind="tint", icon="check")
        self.away = verb_button(_("Leave it as it was"), kind="ghost")
        self.second = verb_button(_("Second language"), "second_language", "ghost", size=28)
        self._writing = widget(column(self.box, 8, row(self.keep, 8, self.away, None, self.second)))
        head = row(self._icon, 8, (self._caption, 1), 8, self.change, self.ways)
        super().__init__(column(head, 3, self._text, self._writing, 4, self._by, margins=(16, 4, 6, 8)))
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

    def close_box(self) -> None:
        """Leave the text as it was."""
        if self._live is not None:
            self.box.setPlainText(self._live.text)
        self._set_open(False)

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
        self._writing.setVisible(on)
        self._text.setVisible(not on)
        self.change.setVisible(not on and self._may_change)
        self.ways.setVisible(not fresh)
        self.keep.setVisible(not fresh)
        self.second.setVisible(not fresh)
        self.away.setVisible(not fresh)

    def _tell(self) -> None:
        text = self.pending()
        if text:
            self.edited.emit(text)
        else:
            self.close_box()


def _need(need: str) -> str:
    return _("Need: {need}").format(need=need) if need else ""
