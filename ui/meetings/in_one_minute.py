"""Writing “In one minute” oneself: the program's own sentences to begin with, and a way back to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from coalmeet.exchange.outgoing import record_of
from coalmeet.meeting.minutes import minutes
from coalmeet.text import _
from ui import theme
from ui.page import on_key
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.inputs import Lines
from ui.widgets.labels import OneLine, Wrapped
from ui.widgets.layouts import column, row

if TYPE_CHECKING:
    from ui.meetings.page import MeetingsPage

_HEIGHT = 132  # design pixels: four sentences


class MinuteForm(Card):
    """`kept` carries the meeting and the text, "" for the record's own words.

    What was typed stays while another meeting is looked at, until it is kept or left.
    """

    kept = Signal(str, str)

    def __init__(self) -> None:
        self._meeting = ""
        self._typed: dict[str, str] = {}  # by meeting, where somebody went on elsewhere in between
        self.text = Lines()
        self.text.setAccessibleName(_("In one minute"))
        self.text.setFixedHeight(theme.px(_HEIGHT))
        self.keep = Button(_("Keep"), "primary", size=theme.CONTROL)
        self.own = Button(_("Let the record speak"), icon="rotate-ccw")
        self.cancel = Button(_("Leave it"), "ghost")
        said = Wrapped(
            _("What an absent member reads first. The minutes say that a person wrote it."), tone="ink2"
        )
        head = OneLine(_("In one minute"), theme.BODY, theme.STRONG)
        buttons = row(self.keep, 8, self.own, 8, self.cancel, None)
        super().__init__(
            column(head, 2, said, 8, self.text, 10, buttons, margins=(16, 14, 16, 14)), "ink_card"
        )
        self.setVisible(False)
        self.keep.clicked.connect(self._keep)
        self.own.clicked.connect(lambda: self._close(""))
        self.cancel.clicked.connect(self.hide)
        on_key(self, "dismiss", self.hide)

    def begin(self, meeting: str, text: str, *, by_hand: bool) -> None:
        """Show the text to change; the way back only where a person wrote it."""
        self._meeting = meeting
        self.text.setPlainText(self._typed.pop(meeting, text))
        self.own.setVisible(by_hand)
        self.show()
        self.text.setFocus()

    def go_on_with(self, meeting: str) -> None:
        """Another meeting is looked at: put what is being typed aside, and show what was typed there."""
        if meeting == self._meeting:
            return
        if not self.isHidden():
            self._typed[self._meeting] = self.text.toPlainText()
        self._meeting = meeting
        self.setVisible(meeting in self._typed)
        self.text.setPlainText(self._typed.pop(meeting, ""))

    def _keep(self) -> None:
        self._close(self.text.toPlainText().strip())

    def _close(self, text: str) -> None:
        self.hide()
        self.kept.emit(self._meeting, text)


def begin(page: MeetingsPage, meeting: str) -> None:
    """Open the form with what stands there now."""
    with page.saying():
        record = page.book.read(record_of, meeting)
        shown = minutes(record).in_one_minute
        by_hand = bool(record.get("summary"))
        page.part.detail.minute.begin(meeting, ("\n" if by_hand else " ").join(shown), by_hand=by_hand)


def keep(page: MeetingsPage, meeting: str, text: str) -> None:
    """Write it as a version of the record; it can be taken back."""
    from coalmeet.store.summary import write_summary

    with page.saying():
        with page.book.file.writing() as con:
            before = write_summary(con, page.book.file, meeting, text)
        page.book.wrote("record")
        page.done.say(
            _("“In one minute” is kept.") if text else _("“In one minute” is told by the record again."),
            _("Undo"),
            lambda: keep(page, meeting, before),
        )
