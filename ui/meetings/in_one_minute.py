"""Writing “In one minute” oneself: the program's own sentences to begin with, and a way back to them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coalmeet.exchange.outgoing import record_of
from coalmeet.meeting.minutes import minutes
from coalmeet.text import _
from ui import theme
from ui.meetings.written_form import WrittenForm
from ui.widgets.buttons import Button
from ui.widgets.inputs import Lines

if TYPE_CHECKING:
    from ui.meetings.page import MeetingsPage
    from ui.open_file import OpenFile

_HEIGHT = 132  # design pixels: four sentences


class MinuteForm(WrittenForm):
    """It keeps a text, "" for the record's own words."""

    def __init__(self) -> None:
        self.text = Lines()
        self.text.setAccessibleName(_("In one minute"))
        self.text.setFixedHeight(theme.px(_HEIGHT))
        self.own = Button(_("Let the record speak"), icon="rotate-ccw")
        self._shown = ""
        said = _("What an absent member reads first. The minutes say that a person wrote it.")
        super().__init__(_("In one minute"), said, _("Keep"), (self.text, 0), more=self.own)
        self.setFocusProxy(self.text)
        self.text.textChanged.connect(self.edited)
        self.own.clicked.connect(lambda: self.wanted.emit(self.meeting, ""))

    def show_text(self, text: str, *, by_hand: bool) -> None:
        """Show the text to change; the way back only where a person wrote it."""
        self._shown = text
        self.text.setPlainText(text)
        self.own.setVisible(by_hand)

    def value(self) -> str:
        return self.text.toPlainText().strip()

    def half_written(self) -> Any:
        return self.value() if self.value() != self._shown else None

    def bring_back(self, value: Any) -> None:
        self.text.setPlainText(str(value))


def begin(page: MeetingsPage, meeting: str) -> None:
    """Open the form with what stands there now."""
    record = page.book.read(record_of, meeting)
    shown = minutes(record).in_one_minute
    by_hand = bool(record.get("summary"))
    form = page.part.detail.minute
    form.show_text(("\n" if by_hand else " ").join(shown), by_hand=by_hand)
    form.open(meeting)


def keep(page: MeetingsPage, meeting: str, text: str) -> None:
    """Write it as a version of the record; it can be taken back."""
    book = page.book
    with page.saying():
        before = _write(book, meeting, text)
        page.part.detail.minute.close_up()
        words = _("Write “In one minute”")
        book.did(words, lambda back: _write(book, meeting, before if back else text), "record")
        page.done_with_undo(
            _("“In one minute” is kept.") if text else _("“In one minute” is told by the record again.")
        )


def _write(book: OpenFile, meeting: str, text: str) -> str:
    """What stood there before."""
    from coalmeet.store.summary import write_summary

    with book.file.writing() as con:
        return write_summary(con, book.file, meeting, text)
