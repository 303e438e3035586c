"""Repairs other than new words: a shorter term, a worry that is measured, or an objection set aside until a date."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from coalmeet.meeting.moves import objections, terms
from coalmeet.meeting.state import Meeting
from coalmeet.text import _
from ui import theme
from ui.desk.bench import Bench
from ui.desk.day_field import DayField
from ui.desk.hands import Hands, gesture
from ui.desk.line_field import LineField
from ui.desk.tool import Tool
from ui.desk.verb_button import verb_button
from ui.widgets.fields import Field
from ui.widgets.labels import Wrapped
from ui.widgets.layouts import column, row, widget


class Repairs(Tool):
    """The first two change the text, and everybody is asked about the new one; the third needs the objector's yes."""

    def __init__(self, bench: Bench, hands: Hands) -> None:
        super().__init__(hands)
        self.bench = bench
        self.term = DayField(lambda: hands.meeting, _("Holds until"))
        self.watched, self.stop = _line(_("such as: how many apply")), _line(_("such as: fewer than five"))
        self.who = _line(_("a working group, or people"))
        self.back = DayField(lambda: hands.meeting, _("Looked at again by"))
        self.shorten = verb_button(_("Add this to the text"))
        self.shorten.clicked.connect(self._shorten)
        self.measure = verb_button(_("Add this to the text"))
        self.measure.clicked.connect(self._measure)
        self.defer = verb_button(_("They agree: set it aside"))
        self.defer.clicked.connect(self._defer)
        self.setLayout(
            column(
                _part(_("Try it for a shorter time"), Field(_("Holds until"), self.term), self.shorten),
                22,
                _part(
                    _("Watch the worry"),
                    Field(_("We look at"), self.watched),
                    Field(_("We stop if"), self.stop),
                    self.measure,
                ),
                22,
                _part(
                    _("Set the objection aside"),
                    Field(_("Who looks at it again"), self.who),
                    Field(_("By when"), self.back),
                    self.defer,
                ),
                None,
            )
        )

    def title(self) -> str:
        return _("Repairs")

    def first_field(self) -> QWidget:
        return self.term

    def show_meeting(self, meeting: Meeting, now: int) -> None:
        """Nothing of it follows the meeting: what is typed here stays until it is used."""

    @gesture
    def _shorten(self) -> None:
        if self.hands.do(terms.shorten_term, self.term.day()):
            self.opens.emit("")

    @gesture
    def _measure(self) -> None:
        if self.hands.do(terms.measure, self.watched.text(), self.stop.text()):
            self.watched.clear()
            self.stop.clear()
            self.opens.emit("")

    @gesture
    def _defer(self) -> None:
        found = self.bench.objection(self.hands.on_the_table)
        said = (self.who.text(), self.back.day())
        if found is not None and self.hands.do(objections.defer_objection, found.id, *said, agreed=True):
            self.who.clear()
            self.opens.emit("")


def _line(example: str) -> LineField:
    field = LineField()
    field.setPlaceholderText(example)
    return field


def _part(heading: str, *parts: QWidget) -> QWidget:
    *fields, button = parts
    stacked: list[QWidget | int] = [Wrapped(heading, theme.BODY, theme.STRONG), 6]
    for field in fields:
        stacked += [field, 8]
    return widget(column(*stacked, row(button, None)))
