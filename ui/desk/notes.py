"""Notes of the item, and the facilitator's private note apart from them; both are kept while one types."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coalmeet.meeting.state import Item, Meeting
from coalmeet.text import _
from ui import theme
from ui.desk import capturing
from ui.desk.hands import Hands
from ui.desk.note_box import Marks, NoteBox
from ui.desk.verb_button import verb_button
from ui.widgets.card import Card
from ui.widgets.labels import Icon, OneLine, Wrapped
from ui.widgets.layouts import column, row
from ui.widgets.refusal import RefusalLine


def noted_item(meeting: Meeting) -> Item | None:
    """The item that notes belong to: the running one, else the one that was left last, else the first."""
    if meeting.current is not None:
        return meeting.current
    left = [item for item in meeting.items if item.slices]
    if left:
        return max(left, key=lambda item: item.slices[-1].until or 0)
    return meeting.items[0] if meeting.items else None


class Notes(QWidget):
    """The note box with its title, a sentence when nothing may be written, and the way to the private note.

    `turned` tells that the private note was opened or put away.
    """

    turned = Signal()

    def __init__(self, hands: Hands) -> None:
        super().__init__()
        self.hands = hands
        self._item, self._narrow, self._low = "", False, False
        self._title = OneLine("", theme.BODY, theme.STRONG)
        self._hint = OneLine(_("action: · @Name … by Friday · parked:"), theme.META, tone="ink2")
        self.box = NoteBox(lambda before: capturing.offered(hands.meeting, before))
        self.box.setPlaceholderText(_invites(narrow=False))
        self._marks = Marks(self.box, self._counts)
        self._locked = Wrapped("", theme.META, tone="paused")
        self.private = PrivateNote(hands)
        self.aside = verb_button("", "private_note", "ghost", icon="lock", spoken=_("Private note"), size=28)
        self.refusal = RefusalLine()
        head = row((self._title, 1), 8, self.aside)
        self.setLayout(
            column(head, 4, self.private, self.refusal, self._locked, (self.box, 1), 4, self._hint)
        )
        self.box.paused.connect(self.keep)
        self.box.line_done.connect(lambda line: capturing.keep(hands, line))
        self.aside.clicked.connect(self.open_private)
        self.private.box.left_empty.connect(self._fit_private)
        hands.speak_through(self.refusal)
        hands.live.noted.connect(self._show_noted)

    def _show_noted(self, item: str) -> None:
        """Somebody else wrote these notes (a rehearsal): show them, so that they are not written over."""
        text = self.hands.live.notes.get(item, "")
        if item == self._item and text != self.box.toPlainText():
            self.box.show_text(text)

    def show_meeting(self, meeting: Meeting) -> None:
        """Follow the meeting from item to item; what was typed for the last one is kept first."""
        item = noted_item(meeting)
        if item is None:
            self._lock(_("The agenda has no item yet. Notes belong to an item."))
            return
        if item.id != self._item:
            self.keep()
            self._item = item.id
            self.box.show_text(self.hands.live.note(item.id))
            self.private.show_item(item.id)
            self._fit_private()
        self._title.setText(_("Notes on {title}").format(title=item.entry.title))
        self.box.setAccessibleName(self._title.text())
        self._lock(_("Off the record: nothing is written down.") if item.is_off_record else "")
        self.private.box.setReadOnly(item.is_off_record)
        self._marks.rehighlight()

    def keep(self) -> None:
        """Keep what was typed, at once."""
        text, live = self.box.toPlainText(), self.hands.live
        if self._item and not self.box.isReadOnly() and not live.holds_note(self._item, text):
            self.hands.act(lambda: live.write_note(self._item, text))
        self.private.keep()

    def forget(self) -> None:
        """Show what is saved again: somebody lets go of what is not."""
        live = self.hands.live
        self.box.show_text(live.note(self._item))
        self.private.box.show_text(live.note(self._item, private=True))

    def open_private(self) -> None:
        """Show or hide the private note."""
        self.private.setVisible(self.private.isHidden())
        self.set_low(self._low)
        self.turned.emit()
        if self.private.isVisible():
            self.private.box.setFocus()

    def _fit_private(self) -> None:
        """Put the private note away where nothing is written in it: it takes room from what the call sees."""
        if not self.private.box.toPlainText().strip():
            self.private.hide()
        self.set_low(self._low)
        self.turned.emit()

    def write(self) -> None:
        """Go to the end of the notes, to write on."""
        if self.box.isHidden():
            self.open_private()
        self.box.setFocus()
        cursor = self.box.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        self.box.setTextCursor(cursor)

    def set_low(self, low: bool) -> None:
        """Below a card, where the window is low, the box is one line high until somebody writes in it."""
        self._low = low
        self._hint.setVisible(not (low or self._narrow))
        self.box.set_small(low or self._narrow or not self.private.isHidden())
        self.private.set_small(self._narrow)
        self.box.setHidden(self._narrow and not self.private.isHidden())  # there is room for one of them

    def set_narrow(self, narrow: bool) -> None:
        """Beside the call the box is one line high until somebody writes in it."""
        self._narrow = narrow
        self.set_low(self._low)
        self._title.setVisible(not narrow)
        self.aside.setVisible(not narrow)
        self.box.setPlaceholderText("" if self.box.isReadOnly() else _invites(narrow))

    def _lock(self, reason: str) -> None:
        self.box.setReadOnly(bool(reason))
        self.box.setPlaceholderText("" if reason else _invites(self._narrow))
        self._locked.setText(reason)
        self._locked.setVisible(bool(reason))

    def _counts(self, line: str) -> bool:
        found = capturing.meant(self.hands.meeting, line)
        return found is not None and capturing.is_kept(self.hands.meeting, found)


def _invites(narrow: bool) -> str:
    return _("Note, action:, parked:") if narrow else _("Write a note")


class PrivateNote(Card):
    """A note for the facilitator alone: it never enters the meeting, the minutes or what the call sees."""

    def __init__(self, hands: Hands) -> None:
        self.hands = hands
        self._item = ""
        self.box = NoteBox(lambda _before: (), written_in=66)
        self.box.setAccessibleName(_("Private note"))
        self.box.setPlaceholderText(_("For you alone"))
        words = Wrapped(
            _("Private: never in the minutes, never on the call"), theme.META, theme.MEDIUM, "ink2"
        )
        head = row(column(1, Icon("lock", "ink2", 14), None), 6, (words, 1))
        super().__init__(column(head, 6, self.box, margins=(12, 8, 12, 12)))
        self.box.paused.connect(self.keep)
        self.hide()

    def set_small(self, small: bool) -> None:
        """As little as there is room for beside a call."""
        self.box.set_small(small)

    def show_item(self, item: str) -> None:
        """Show the private note of another item."""
        self._item = item
        self.box.show_text(self.hands.live.note(item, private=True))

    def keep(self) -> None:
        """Keep what was typed."""
        text, live = self.box.toPlainText(), self.hands.live
        if self._item and not live.holds_note(self._item, text, private=True):
            self.hands.act(lambda: live.write_private(self._item, text))
