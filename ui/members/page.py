"""The members page: organisations and people, where they belong, lists brought in, entries joined."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFileDialog, QMenu

from coalmeet.exchange import people_csv
from coalmeet.exchange.people_values import PeopleList
from coalmeet.exchange.source import read_source
from coalmeet.text import _
from ui import icons, shortcuts, theme
from ui.documents import documents
from ui.members import gestures
from ui.members.body import MembersBody
from ui.members.erasing import Erasing
from ui.members.look import MembersLook, look
from ui.members.shown import counted
from ui.page import Head, Page, on_key
from ui.widgets.buttons import Button
from ui.widgets.fields import Search
from ui.widgets.menus import open_below

ERASE = "erase"  # what somebody may look for, in the place of an id


class MembersPage(Page):
    """Who belongs to the coalition, and who speaks for whom."""

    TABLES = frozenset({"organisation", "person", "affiliation"})

    def __init__(self) -> None:
        self.search = Search(_("Find a member or a person"))
        self.search.setFixedWidth(theme.px(288))
        self.more = MoreMenu()
        self.add_button = Button(
            _("Add a member"), "primary", icon="plus", key=shortcuts.shown("new_row"), size=theme.CONTROL
        )
        super().__init__(Head(_("Members"), "", self.search, self.more, self.add_button))
        self.part = MembersBody()
        self.first = self.part.list
        self.erasing = Erasing(self, self.part.erasing)
        self.body.addWidget(self.part, 1)
        self.seen: MembersLook | None = None
        self._wanted = ""
        _connect(self)

    def choose(self, id: str) -> None:
        self._wanted = id
        self.look_again()

    def refresh(self) -> None:
        self.seen = self.book.read(look, self.book.today())
        empty = not self.seen.organisations and not self.seen.people
        self.head.line.setText("" if empty else counted(self.seen))
        self.part.show_look(self.seen, self.search.text())
        for button in (self.search, self.more, self.add_button):
            button.setVisible(not empty and self.part.erasing.isHidden())
        words = _("Add a member") if self.part.kind == "organisation" else _("Add somebody")
        self.add_button.setText(words)
        wanted, self._wanted = self._wanted, ""
        if wanted == ERASE:
            self.part.kinds.show_choice("person")
            self.part.shown.emit()
            self.done.say(_("Choose who asks for it. “Erase on request” stands below the fields."))
        elif wanted:
            self.part.show_entry("person" if self.seen.person(wanted) else "organisation", wanted)

    def settle(self) -> None:
        self.part.settle()
        self.erasing.settle()

    def hideEvent(self, event: QHideEvent) -> None:
        self.part.settle()
        super().hideEvent(event)

    def add(self) -> None:
        """Add an organisation, or a person where people are shown."""
        with self.saying():
            self._clear_search()
            if self.part.kind == "organisation":
                self.part.show_entry("organisation", gestures.add_organisation(self.book))
            else:
                self.part.show_entry("person", gestures.add_person(self.book))

    def add_person(self, organisation: str) -> None:
        """Add a person to an organisation."""
        with self.saying():
            self._clear_search()
            self.part.show_entry("person", gestures.add_person(self.book, organisation))

    def remove(self, kind: gestures.Kind, id: str) -> None:
        """Delete an entry, with a way back."""
        with self.saying():
            gestures.remove(self.book, kind, id)
            self.done_with_undo(_("The entry is deleted. What was noted at meetings stays."))

    def choose_list(self) -> None:
        """Let somebody choose a list and show what it would bring."""
        chosen, _kind = QFileDialog.getOpenFileName(
            self, _("A list of members"), str(documents()), _("Lists (*.csv *.tsv);;All files (*)")
        )
        if chosen:
            self.show_list(Path(chosen))

    def show_list(self, path: Path) -> None:
        """Show what a list would bring; one that cannot be read changes nothing and says why."""
        with self.saying():
            found = people_csv.read(read_source(path), path.name)
            self.part.incoming.show_list(path.name, found)
            self.part.open_panel(self.part.incoming)
            self.part.incoming.take.setFocus()

    def take_in(self, found: PeopleList) -> None:
        """Take a list in, with a way back."""
        with self.saying():
            sentence = gestures.take_in(self.book, found)
            self.part.show_current()
            self.done_with_undo(sentence)

    def open_joining(self) -> None:
        """Show the panel that joins two entries of the kind that is shown."""
        from coalmeet.store import merging

        if self.seen is None:
            return
        kind: gestures.Kind = "organisation" if self.part.kind == "organisation" else "person"
        entries = self.seen.organisations if kind == "organisation" else self.seen.people
        names = {one.id: one.name for one in entries}
        before = self.book.read(merging.joined, kind)
        said = [
            (one.id, _("{gone} is {stays}").format(gone=one.name, stays=names.get(one.into, "")))
            for one in before
        ]
        self.part.joining.show_entries(
            [(one.id, one.name) for one in entries], self.part.list.current(), said
        )
        self.part.open_panel(self.part.joining)

    def join(self, gone: str, stays: str) -> None:
        """Join two entries, with a way back."""
        with self.saying():
            gestures.join(
                self.book, "organisation" if self.part.kind == "organisation" else "person", gone, stays
            )
            self.part.show_current()
            self.done_with_undo(_("The two entries are one now."))

    def _clear_search(self) -> None:
        with QSignalBlocker(self.search):
            self.search.clear()


class MoreMenu(Button):
    """What is done now and then: a list brought in, two entries joined."""

    bring = Signal()
    join = Signal()
    erase = Signal()

    def __init__(self) -> None:
        super().__init__(icon="ellipsis", spoken=_("More for members"))
        self.choices = QMenu(self)
        brought = self.choices.addAction(icons.icon("import", "ink2"), _("Bring in a list (CSV)"))
        brought.triggered.connect(self.bring)
        joined = self.choices.addAction(icons.icon("git-merge", "ink2"), _("Two entries are the same"))
        joined.triggered.connect(self.join)
        erased = self.choices.addAction(icons.icon("user-x", "ink2"), _("Erase somebody who is not listed"))
        erased.triggered.connect(self.erase)
        self.clicked.connect(lambda: open_below(self.choices, self))


def _connect(page: MembersPage) -> None:
    part = page.part
    page.search.textChanged.connect(page.look_again)
    page.add_button.clicked.connect(page.add)
    page.more.bring.connect(page.choose_list)
    page.more.join.connect(page.open_joining)
    page.more.erase.connect(page.erasing.begin_unlisted)
    part.add.clicked.connect(page.add)
    part.bring.clicked.connect(page.choose_list)
    part.kinds.chosen.connect(lambda _kind: page.look_again())
    part.shown.connect(page.look_again)
    part.incoming.taken.connect(page.take_in)
    part.joining.joined.connect(page.join)
    part.joining.parted.connect(lambda gone: _part(page, gone))
    part.organisation.changed.connect(
        lambda id, field, value: _change(page, "organisation", id, field, value)
    )
    part.person.changed.connect(lambda table, id, field, value: _change(page, table, id, field, value))
    part.organisation.person_wanted.connect(lambda id: part.show_entry("person", id))
    part.organisation.add_person.connect(page.add_person)
    part.organisation.removed.connect(lambda id: page.remove("organisation", id))
    part.person.removed.connect(lambda id: page.remove("person", id))
    part.person.erase_wanted.connect(page.erasing.begin)
    part.person.add_place.connect(lambda id: _add_place(page, id))
    part.person.place_removed.connect(lambda id: _remove_place(page, id))
    on_key(page, "new_row", page.add)
    on_key(page, "search", page.search.setFocus)


def _change(page: MembersPage, table: str, id: str, field: str, value: object) -> None:
    with page.saying():
        if field == "protected":
            gestures.protect(page.book, id, on=bool(value))
        else:
            gestures.change(page.book, table, id, field, value)


def _add_place(page: MembersPage, person: str) -> None:
    if page.seen is not None and page.seen.organisations:
        with page.saying():
            gestures.add_place(page.book, person, page.seen.organisations[0].id)


def _remove_place(page: MembersPage, id: str) -> None:
    with page.saying():
        with page.book.step(_("Delete an affiliation")) as writing:
            writing.delete("affiliation", id)
        page.done_with_undo(_("The affiliation is deleted."))


def _part(page: MembersPage, gone: str) -> None:
    if gone:
        with page.saying():
            gestures.part(page.book, "organisation" if page.part.kind == "organisation" else "person", gone)
            page.done_with_undo(_("The two entries stand apart again."))
            page.open_joining()
