"""The fields of one organisation and its people, saved as soon as one is left."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QWidget

from coalmeet.coalition.organisation import Organisation
from coalmeet.meeting import words
from coalmeet.text import _
from ui import theme
from ui.members.look import MembersLook
from ui.widgets.buttons import Button
from ui.widgets.day_edit import DayEdit
from ui.widgets.fields import Field, Tick
from ui.widgets.labels import OneLine
from ui.widgets.layouts import column, hairline, row, upright, widget
from ui.widgets.rows import Row, RowList
from ui.widgets.texts import TextLine

LARGEST = 2_000_000_000


class OrganisationEditor(QWidget):
    """`changed` carries the id, a field of Organisation and its value."""

    changed = Signal(str, str, object)
    person_wanted = Signal(str)  # a person to show
    add_person = Signal(str)  # the organisation that gets a new person
    removed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._id = ""
        self.name, self.short = TextLine(_("Full name")), TextLine(_("Fits a narrow place"))
        self.people_count = TextLine(_("not known"))
        self.people_count.setValidator(QIntValidator(0, LARGEST, self))
        self.joined, self.left = (
            DayEdit(date.min, optional=True, none=_("not known")),
            DayEdit(date.min, optional=True, none=_("still a member")),
        )
        self.facilitates = Tick(_("Takes turns to facilitate"))
        self.member = Tick(_("Is a member with a voice"))
        self.protected = Tick(_("Has a protected voice"))
        self.protection_review = DayEdit(date.min, optional=True, none=_("not agreed"))
        self.people = RowList(_("Its people"))
        self.add = Button(_("Add a person"), icon="user-plus")
        self._remove = Button(_("Delete"), "ghost", icon="trash-2")
        self._lay_out()
        self._connect()

    def show_organisation(self, one: Organisation, seen: MembersLook) -> None:
        """Show an organisation."""
        if one.id != self._id:
            self.settle()
        self._id = one.id
        self.name.show_text(one.name)
        self.short.show_text(one.short)
        self.people_count.show_text("" if one.size is None else str(one.size))
        days = (
            (self.joined, one.joined),
            (self.left, one.left),
            (self.protection_review, one.protection_review),
        )
        self._protection.setVisible(one.protected)
        for field, day in days:
            field.set_today(seen.today)
            if not field.hasFocus():
                field.set_day(day)
        ticks = (
            (self.facilitates, one.facilitates),
            (self.member, one.member),
            (self.protected, one.protected),
        )
        for tick, on in ticks:
            tick.blockSignals(True)
            tick.setChecked(on)
            tick.blockSignals(False)
        people = seen.people_of(one.id)
        self.people.show_rows(
            [
                Row(
                    person.id,
                    person.name or _("No name yet"),
                    words.capacity(belongs.capacity),
                    "user",
                    tone="ink2",
                )
                for person, belongs in people
            ]
        )

    def settle(self) -> None:
        """Save what is still being typed."""
        for field in (self.name, self.short, self.people_count):
            field.settle()

    def _connect(self) -> None:
        self.name.settled.connect(lambda text: self._tell("name", text))
        self.short.settled.connect(lambda text: self._tell("short", text))
        self.people_count.settled.connect(lambda text: self._tell("size", int(text) if text else None))
        self.joined.changed.connect(lambda day: self._tell("joined", day))
        self.left.changed.connect(lambda day: self._tell("left", day))
        self.facilitates.toggled.connect(lambda on: self._tell("facilitates", on))
        self.member.toggled.connect(lambda on: self._tell("member", on))
        self.protected.toggled.connect(lambda on: self._tell("protected", on))
        self.protection_review.changed.connect(lambda day: self._tell("protection_review", day))
        self.people.clicked.connect(lambda _index: self.person_wanted.emit(self.people.current()))
        self.people.opened.connect(self.person_wanted)
        self.add.clicked.connect(lambda: self.add_person.emit(self._id))
        self._remove.clicked.connect(lambda: self.removed.emit(self._id))

    def _tell(self, field: str, value: object) -> None:
        if self._id:
            self.changed.emit(self._id, field, value)

    def _lay_out(self) -> None:
        head = row(OneLine(_("People"), theme.SECTION, theme.STRONG), None, self.add)
        told = _(
            "On critical kinds no vote passes over its objection. Who is protected is itself a decision, looked at "
            "again every year."
        )
        self._protection = widget(
            column(2, Field(_("Looked at again on"), self.protection_review, told), margins=(30, 0, 0, 0))
        )
        inside = column(
            Field(_("Name"), self.name), 14,
            row((Field(_("Short name"), self.short), 2), 12, (Field(_("Size"), self.people_count), 1)), 14,
            row((Field(_("Joined"), self.joined), 1), 12, (Field(_("Left"), self.left), 1)), 12,
            self.member, self.facilitates, self.protected, self._protection, 12,
            hairline(), 12, head, 6, self.people, 8, None,
            row(self._remove, None),
            margins=(20, 16, 20, 12),
        )  # fmt: skip
        self.people.show_whole()
        self.setLayout(
            column((upright(inside), 1))
        )  # what is low scrolls, and never pushes the window's foot away
