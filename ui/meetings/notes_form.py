"""Tidying the notes of a meeting that is over, item by item; what the meeting itself recorded is not touched here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QSizePolicy

from coalmeet.errors import NotAllowed
from coalmeet.exchange.outgoing import record_of
from coalmeet.meeting.minutes import minutes
from coalmeet.text import _, ngettext
from ui import theme
from ui.meetings.written_form import WrittenForm
from ui.widgets.buttons import Button
from ui.widgets.fields import Choice
from ui.widgets.inputs import Lines
from ui.widgets.layouts import row

if TYPE_CHECKING:
    from coalmeet.store.tidying import Tidied
    from ui.meetings.page import MeetingsPage
    from ui.open_file import OpenFile

_LEAST = 132  # design pixels


@dataclass(frozen=True, slots=True)
class Noted:
    """An item: its place on the agenda, its title without and with a number, its notes now and those of the meeting."""

    place: int
    title: str
    heading: str
    now: str
    at_meeting: str


class NotesForm(WrittenForm):
    """It keeps the texts of all items that were changed, by their places on the agenda."""

    def __init__(self) -> None:
        self.items = Choice()
        self.items.setAccessibleName(_("Item of the agenda"))
        self.items.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.next = Button(_("Next item"))
        self.text = Lines()
        self.text.setAccessibleName(_("Notes of the item"))
        self.text.setMinimumHeight(theme.px(_LEAST))
        self.text.setTabChangesFocus(True)
        self.own = Button(_("The words of the meeting"), icon="rotate-ccw")
        self._noted: dict[int, Noted] = {}
        self._typed: dict[int, str] = {}
        said = _(
            "The minutes say which notes were edited after the meeting; its own words stay in the file. Exact words, "
            "answers, objections, times and who was there are put right by taking the meeting up again."
        )
        which = row((self.items, 1), 8, self.next)
        super().__init__(_("Notes"), said, _("Keep"), (which, 0), (self.text, 1), more=self.own)
        self.setFocusProxy(self.text)
        self.items.currentIndexChanged.connect(self._show_item)
        self.text.textChanged.connect(self._take)
        self.next.clicked.connect(
            lambda: self.items.setCurrentIndex((self.items.currentIndex() + 1) % self.items.count())
        )
        self.own.clicked.connect(lambda: self.text.setPlainText(self._noted[self._place].at_meeting))

    def show_notes(self, noted: Iterable[Noted]) -> None:
        """Show the items that can have notes; the first one that has some is at hand."""
        self._noted, self._typed = {one.place: one for one in noted}, {}
        self.items.blockSignals(True)
        self.items.clear()
        for one in self._noted.values():
            self.items.addItem(one.heading, one.place)
        first = next((at for at, one in enumerate(self._noted.values()) if one.now.strip()), 0)
        self.items.setCurrentIndex(first)
        self.items.blockSignals(False)
        self.next.setVisible(self.items.count() > 1)
        self._show_item()

    def value(self) -> dict[str, str]:
        """By place on the agenda (JSON has texts for keys) what is other than before."""
        return {
            str(place): text
            for place, text in self._typed.items()
            if text.strip() != self._noted[place].now.strip()
        }

    def half_written(self) -> Any:
        typed = self.value()
        return [[int(place), self._noted[int(place)].title, text] for place, text in typed.items()] or None

    def bring_back(self, value: Any) -> None:
        places = {one.title: one.place for one in reversed(self._noted.values())}
        for (
            place,
            title,
            text,
        ) in value:  # the meeting may have been taken up again since, with another agenda
            here = self._noted.get(place)
            near = place if here else max(self._noted)
            self._typed[place if here and here.title == title else places.get(title, near)] = text
        if self._typed:
            self.items.setCurrentIndex(list(self._noted).index(next(iter(self._typed))))
        self._show_item()

    @property
    def _place(self) -> int:
        return int(self.items.currentData())

    def _show_item(self) -> None:
        self.text.setPlainText(self._typed.get(self._place, self._noted[self._place].now))
        self._show_way_back()

    def _take(self) -> None:
        if self._noted and self.text.toPlainText() != self._typed.get(
            self._place, self._noted[self._place].now
        ):
            self._typed[self._place] = self.text.toPlainText()
            self.edited.emit()
        self._show_way_back()

    def _show_way_back(self) -> None:
        theirs = self._noted[self._place].at_meeting if self._noted else ""
        self.own.setEnabled(self.text.toPlainText().strip() != theirs.strip())


def begin(page: MeetingsPage, meeting: str) -> None:
    """Open the form with the notes as they stand now; an item off the record has none."""
    from coalmeet.store.tidying import at_meeting

    record = page.book.read(record_of, meeting)
    told = minutes(record).items
    if all(entry.get("off_record") for entry in record["agenda"]):
        raise NotAllowed(_("Nothing of this meeting is on the record, so there are no notes to edit."))
    form = page.part.detail.notes
    form.show_notes(
        Noted(place, item.title, item.heading, str(entry.get("notes") or ""), at_meeting(entry))
        for place, (item, entry) in enumerate(zip(told, record["agenda"], strict=True))
        if not entry.get("off_record")
    )
    form.open(meeting)


def keep(page: MeetingsPage, meeting: str, value: dict[str, str]) -> None:
    """Write what was changed as one version of the record; it can be taken back."""
    from coalmeet.store.tidying import Tidied

    book, today = page.book, page.book.today().isoformat()
    wanted = tuple(Tidied(int(place), text, today) for place, text in value.items())
    with page.saying():
        before = _write(book, meeting, wanted)
        page.part.detail.notes.close_up()
        if not before:
            page.done.say(_("The notes stand as they were."))
            return
        words = _("Edit the notes")
        book.did(words, lambda back: _write(book, meeting, before if back else wanted), "record", "note")
        said = ngettext(
            "The notes of {count} item are kept.", "The notes of {count} items are kept.", len(before)
        )
        page.done_with_undo(said.format(count=len(before)))


def _write(book: OpenFile, meeting: str, wanted: tuple[Tidied, ...]) -> tuple[Tidied, ...]:
    """What stood there before."""
    from coalmeet.store.tidying import write_notes

    with book.file.writing() as con:
        return write_notes(con, book.file, meeting, wanted)
