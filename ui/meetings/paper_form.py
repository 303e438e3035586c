"""The one page on which a meeting held on paper is entered: when, who, outcomes and exact words, actions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from coalmeet.exchange.paper import PaperAction, PaperItem, PaperMeeting, PaperMember
from coalmeet.exchange.record_keys import OUTCOMES
from coalmeet.meeting import words
from coalmeet.text import _
from ui import theme
from ui.widgets.card import Card
from ui.widgets.day_edit import DayEdit, TimeEdit
from ui.widgets.day_text import read_day
from ui.widgets.entry_table import TICKED, Column, EntryTable
from ui.widgets.fields import Field
from ui.widgets.labels import OneLine, Wrapped
from ui.widgets.layouts import column, row, widget
from ui.widgets.scroll_area import ScrollArea
from ui.widgets.texts import NamesLine, TextLine, names_in
from ui.widgets.turning import Turning

_BESIDE = 600  # design pixels from which the fields of a line stand beside each other


class PaperForm(QWidget):
    """`edited` tells that something was typed, `settled` that names of those who did something stand now."""

    edited = Signal()
    settled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.title, self.place = TextLine(_("What the meeting was")), TextLine(_("Where it was"))
        self.day, self.start, self.end = DayEdit(date.min), TimeEdit(), TimeEdit()
        self.facilitators, self.note_takers = NamesLine(_("Names")), NamesLine(_("Names"))
        self.led = Field(_("Facilitated"), self.facilitators)
        self.noted = Field(_("Took notes"), self.note_takers)
        self.guests = NamesLine(_("Names of guests and interpreters"))
        self.who = EntryTable(_who_columns(), _("Who was there"), least=1)
        self.items = EntryTable(_item_columns(), _("What was dealt with"))
        self.work = EntryTable(_action_columns(), _("Work agreed"), least=2)
        self._lay_out()
        self._tell_edits()

    def show_paper(self, paper: PaperMeeting, people: Sequence[str], today: date) -> None:
        """Fill the page; `people` are names to complete from, `today` what a day without a year goes by."""
        self.day.set_today(today)
        self.day.set_day(paper.day)
        for line, text in ((self.title, paper.title), (self.place, paper.place)):
            line.show_text(text)
        self.start.set_time(paper.start)
        self.end.set_time(paper.end)
        for names, shown in (
            (self.facilitators, paper.facilitators),
            (self.note_takers, paper.note_takers),
            (self.guests, paper.guests),
        ):
            names.know(people)
            names.show_names(shown)
        for table in (self.who, self.work):
            table.rows.known = tuple(people)
        self.who.rows.show_rows(
            [
                (TICKED if one.present else "", one.organisation, ", ".join(one.people))
                for one in paper.members
            ]
        )
        self.items.rows.show_rows([(one.title, one.outcome, one.words, one.notes) for one in paper.items])
        self.work.rows.show_rows(
            [(one.text, one.owner, one.due.isoformat() if one.due else "") for one in paper.actions]
        )

    def paper(self, base: PaperMeeting, today: date) -> PaperMeeting:
        """What is typed now, with coalition and time zone of `base`."""
        return PaperMeeting(
            day=self.day.day or base.day,
            title=" ".join(self.title.text().split()),
            start=self.start.time,
            end=self.end.time,
            place=" ".join(self.place.text().split()),
            time_zone=base.time_zone,
            coalition=base.coalition,
            facilitators=names_in(self.facilitators.text()),
            note_takers=names_in(self.note_takers.text()),
            members=tuple(_member(cells) for cells in self.who.rows.rows() if cells[1]),
            guests=names_in(self.guests.text()),
            items=tuple(PaperItem(*cells) for cells in self.items.rows.rows() if cells[0]),
            actions=tuple(
                PaperAction(text, owner, read_day(due, today))
                for text, owner, due in self.work.rows.rows()
                if text
            ),
        )

    def unreadable(self, today: date) -> str:
        """A sentence about what cannot be read, with what to do; "" when all can."""
        if not self.day.is_sound:
            return _("The date cannot be read. Type it as 26.11.2026.")
        if not (self.start.is_sound and self.end.is_sound):
            return _("A time cannot be read. Type it as 14:00, or leave it empty.")
        for text, _owner, due in self.work.rows.rows():
            if due and read_day(due, today) is None:
                return _(
                    "“{due}” beside “{action}” is no date. Type it as 26.11.2026, or leave it empty."
                ).format(due=due, action=text)
        if any(not cells[0] for cells in self.items.rows.rows()):
            return _("An outcome stands beside an item without a title. Say what it was about.")
        return ""

    def _tell_edits(self) -> None:
        for line in (self.title, self.place, self.facilitators, self.note_takers, self.guests):
            line.textEdited.connect(self.edited)
        for moment in (self.day, self.start, self.end):
            moment.changed.connect(self.edited)
        for names in (self.facilitators, self.note_takers):
            names.names_settled.connect(lambda _names: self.settled.emit())
        self.who.rows.edited.connect(self._tick_named)
        self.who.rows.edited.connect(self.settled)
        for table in (self.who, self.items, self.work):
            table.rows.edited.connect(self.edited)

    def _tick_named(self) -> None:
        """Whoever is named came, and with them their organisation."""
        for at, (came, _organisation, people) in enumerate(self.who.rows.rows(whole=True)):
            if people and came != TICKED:
                tick = self.who.rows.index(at, 0)
                self.who.rows.setData(tick, Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)

    def _lay_out(self) -> None:
        moment = row(
            (Field(_("Date"), self.day), 2), (Field(_("Start"), self.start), 1), (Field(_("End"), self.end), 1),
            gap=12,
        )  # fmt: skip
        when = column(
            Turning(_BESIDE, (Field(_("Title"), self.title), 3), (widget(moment), 4)), 14,
            Turning(_BESIDE, (Field(_("Place"), self.place), 1), (self.led, 1), (self.noted, 1)),
            margins=(20, 16, 20, 18),
        )  # fmt: skip
        parts = column(
            Card(when), 16,
            _part(_("Who was there"), _("A tick for each organisation that came; names where they are known."),
                  self.who, Field(_("Guests and interpreters"), self.guests)), 16,
            _part(_("What was dealt with"),
                  _("Exact words make a decision. Leave empty what nobody wrote down."), self.items), 16,
            _part(_("Work agreed"), _("Without a name it is kept as “nobody yet”."), self.work), None,
            margins=(0, 0, 4, 0),
        )  # fmt: skip
        self.setLayout(column((ScrollArea(widget(parts)), 1)))


def _part(title: str, line: str, *things: QWidget) -> Card:
    inside = column(
        OneLine(title, theme.SECTION, theme.STRONG),
        2,
        Wrapped(line, 14, tone="ink2"),
        10,
        margins=(20, 16, 20, 16),
    )
    for thing in things:
        inside.addWidget(thing)
        inside.addSpacing(theme.px(10) if thing is not things[-1] else 0)
    return Card(inside)


def _member(cells: tuple[str, ...]) -> PaperMember:
    came, organisation, people = cells
    return PaperMember(organisation, came == TICKED or bool(people), names_in(people))


def _who_columns() -> tuple[Column, ...]:
    return (
        Column(_("Came"), 2, tick=True),
        Column(_("Organisation"), 8),
        Column(_("People who came"), 12, names=True),
    )


def _item_columns() -> tuple[Column, ...]:
    outcomes = (("", ""), *((code, words.outcome(code)) for code in OUTCOMES))
    return (
        Column(_("Item"), 5),
        Column(_("Outcome"), 4, choices=outcomes),
        Column(_("Exact words of the decision"), 7),
        Column(_("Notes"), 6),
    )


def _action_columns() -> tuple[Column, ...]:
    return (Column(_("What is to be done"), 10), Column(_("Who"), 5, names=True), Column(_("By when"), 4))
