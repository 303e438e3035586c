"""The fields of one person and where they belong, saved as soon as one is left."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coalmeet.coalition.organisation import Organisation
from coalmeet.coalition.person import CAPACITIES, Affiliation, Person
from coalmeet.meeting import words
from coalmeet.text import _
from ui import theme
from ui.members.look import MembersLook
from ui.widgets.buttons import Button
from ui.widgets.day_edit import DayEdit
from ui.widgets.fields import Choice, Field
from ui.widgets.labels import Icon, OneLine, Wrapped
from ui.widgets.layouts import column, empty, hairline, row, upright
from ui.widgets.texts import TextArea, TextLine


class Place(QWidget):
    """One affiliation: the organisation, in which capacity, from when to when."""

    changed = Signal(str, str, object)
    removed = Signal(str)

    def __init__(self, belongs: Affiliation, organisations: Sequence[Organisation], today: date) -> None:
        super().__init__()
        self.organisation, self.capacity = Choice(), Choice()
        for one in organisations:
            self.organisation.addItem(one.name, one.id)
        for code in CAPACITIES:
            self.capacity.addItem(words.capacity(code), code)
        self.organisation.setCurrentIndex(self.organisation.findData(belongs.organisation))
        self.capacity.setCurrentIndex(self.capacity.findData(belongs.capacity))
        self.since, self.until = DayEdit(today, optional=True), DayEdit(today, optional=True, none=_("still"))
        self.since.set_day(belongs.since)
        self.until.set_day(belongs.until)
        remove = Button(icon="x", kind="ghost", spoken=_("Delete this affiliation"))
        self.setLayout(
            column(
                row((Field(_("Organisation"), self.organisation), 3), 12, (Field(_("Capacity"), self.capacity), 2)), 10,
                row((Field(_("From"), self.since), 1), 12, (Field(_("To"), self.until), 1), 4,
                    column(None, remove)), 14,
            )
        )  # fmt: skip
        id = belongs.id
        self.organisation.activated.connect(
            lambda at: self.changed.emit(id, "organisation", self.organisation.itemData(at))
        )
        self.capacity.activated.connect(
            lambda at: self.changed.emit(id, "capacity", self.capacity.itemData(at))
        )
        self.since.changed.connect(lambda day: self.changed.emit(id, "since", day))
        self.until.changed.connect(lambda day: self.changed.emit(id, "until", day))
        remove.clicked.connect(lambda: self.removed.emit(id))


class PersonEditor(QWidget):
    """`changed` carries a table (person, affiliation), an id, a field and its value."""

    changed = Signal(str, str, str, object)
    add_place = Signal(str)
    place_removed = Signal(str)
    removed = Signal(str)
    erase_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._id = ""
        self._shown: tuple[object, ...] = ()
        self.name = TextLine(_("One name, a handle, or all of it"))
        self.email, self.phone = TextLine(), TextLine()
        self.language = TextLine(_("Spoken best"))
        self.access_needs = TextArea(_("For example: captions, a seat near the door"), 2)
        self.add = Button(_("Add an affiliation"), icon="plus")
        self._remove = Button(_("Delete"), "ghost", icon="trash-2")
        self.erase = Button(_("Erase on request"), "ghost", icon="user-x")
        self._places = QVBoxLayout()
        self._lay_out()
        self._connect()

    def show_person(self, one: Person, seen: MembersLook) -> None:
        """Show a person."""
        if one.id != self._id:
            self.settle()
        self._id = one.id
        for field in ("name", "email", "phone", "language", "access_needs"):
            getattr(self, field).show_text(getattr(one, field))
        belongs = seen.of_person(one.id)
        shown = (belongs, seen.organisations, seen.today)
        if shown != self._shown:
            self._shown = shown
            empty(self._places)
            for affiliation in belongs:
                place = Place(affiliation, seen.organisations, seen.today)
                place.changed.connect(
                    lambda id, field, value: self.changed.emit("affiliation", id, field, value)
                )
                place.removed.connect(self.place_removed)
                self._places.addWidget(place)
        self.add.setEnabled(bool(seen.organisations))

    def settle(self) -> None:
        """Save what is still being typed."""
        for field in (self.name, self.email, self.phone, self.language, self.access_needs):
            field.settle()

    def _connect(self) -> None:
        for field in ("name", "email", "phone", "language", "access_needs"):
            getattr(self, field).settled.connect(lambda text, field=field: self._tell(field, text))
        self.add.clicked.connect(lambda: self.add_place.emit(self._id))
        self._remove.clicked.connect(lambda: self.removed.emit(self._id))
        self.erase.clicked.connect(lambda: self.erase_wanted.emit(self._id))

    def _tell(self, field: str, value: object) -> None:
        if self._id:
            self.changed.emit("person", self._id, field, value)

    def _lay_out(self) -> None:
        private = row(
            Icon("lock", "ink2", 14),
            6,
            Wrapped(_("Never in minutes, never on the shared window."), theme.META, tone="ink2"),
        )
        inside = column(
            Field(_("Name"), self.name), 16,
            row(OneLine(_("Belongs to"), theme.SECTION, theme.STRONG), None, self.add), 8,
            self._places, hairline(), 12,
            row(OneLine(_("If they wish"), theme.SECTION, theme.STRONG), None), 2, private, 10,
            Field(_("E-mail"), self.email), 12,
            row((Field(_("Phone"), self.phone), 1), 12, (Field(_("Language"), self.language), 1)), 12,
            Field(_("Access needs"), self.access_needs), 12,
            row(self._remove, None, self.erase), None,
            margins=(20, 16, 20, 12),
        )  # fmt: skip
        self.setLayout(column((upright(inside), 1)))
