"""Who takes notes next: the same rotation proposes, in one line; another organisation is one choice away."""

from __future__ import annotations

from coalmeet.meeting.moves import closing
from coalmeet.meeting.rotation import Standing, proposed
from coalmeet.meeting.rotation_words import sentences, why_first
from coalmeet.meeting.state import Meeting
from coalmeet.text import _
from ui import theme
from ui.desk.agreeing import Agreeing, agreed_words
from ui.desk.hands import Hands
from ui.desk.phrases import short
from ui.widgets.fields import Choice, Field
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import OneLine, Wrapped
from ui.widgets.layouts import column, row, widget

ROLE = "note_taker"


class NextNoteTaker(Agreeing):
    """One input agrees; nobody has to be named, and the whole order stands on the page Rotation."""

    def __init__(self, hands: Hands) -> None:
        super().__init__()
        self.hands = hands
        self._order: tuple[Standing, ...] = ()
        self._why = Wrapped("", theme.BODY, theme.MEDIUM)
        self._sum = Wrapped("", theme.DETAIL, tone="ink2")
        self.organisation, self.person = Choice(), Choice()
        self.organisation.activated.connect(lambda _at: self._ask_another())
        self.person.activated.connect(lambda _at: self._name())
        ways = FlowLayout(gap=8)
        ways.addWidget(self.skip)
        ways.addWidget(self.accepts)
        fields = row(
            (Field(_("Organisation"), self.organisation), 1), 12, (Field(_("Who from them"), self.person), 1)
        )
        self._way = widget(column(self._sum, 10, fields, 10, ways))
        title = OneLine(_("Who takes notes next?"), theme.SECTION, theme.STRONG)
        self.setLayout(column(title, 4, self._why, 6, self._way, margins=(18, 14, 18, 16)))

    def show_order(self, order: tuple[Standing, ...], meeting: Meeting) -> None:
        """Show whom the rotation proposes, the one to ask first in front."""
        if order != self._order:
            self._order = order
            first = proposed(order)
            self._fill(
                meeting, meeting.next_time.notes.organisation or (first.organisation.id if first else "")
            )
        self.show_meeting(meeting)

    def show_meeting(self, meeting: Meeting) -> None:
        """Show what is agreed."""
        then, chosen = meeting.next_time.notes, self._chosen()
        standing = next((one for one in self._order if one.organisation.id == chosen), None)
        self._why.setText(self._says(meeting))
        self._sum.setText(" ".join(sentences(standing)) if standing else "")
        self._way.setVisible(standing is not None)
        if standing is None:
            return
        name = standing.organisation.short or standing.organisation.name
        self.accepts.setText(_("{organisation} accepts").format(organisation=short(name, 40)))
        self.accepts.setVisible(chosen != then.organisation)
        skips = chosen in then.passed_over
        self.skip.setText(_("Does not skip") if skips else _("Skip, keep the turn"))

    def _says(self, meeting: Meeting) -> str:
        then, first = meeting.next_time.notes, proposed(self._order)
        if then.organisation:
            return agreed_words(meeting, then.organisation, then.person)
        if first is None:
            return _("No organisation takes notes at present. Ask who will.")
        if first.organisation.id in then.passed_over:
            return _("Everybody who can take notes skips. Ask who will after all.")
        return why_first(self._order)

    def _chosen(self) -> str:
        return str(self.organisation.currentData() or "")

    def _fill(self, meeting: Meeting, chosen: str) -> None:
        self.organisation.clear()
        for standing in self._order:
            if standing.facilitates:
                one = standing.organisation
                self.organisation.addItem(short(one.name, 40), one.id)
        self.organisation.setCurrentIndex(max(0, self.organisation.findData(chosen)))
        self._fill_people(meeting)

    def _fill_people(self, meeting: Meeting) -> None:
        chosen, then = self._chosen(), meeting.next_time.notes
        self.person.clear()
        self.person.addItem(_("they will say"), "")
        for presence in meeting.people:
            if presence.seat.organisation == chosen and presence.has_voice:
                self.person.addItem(short(presence.seat.name, 40), presence.seat.person)
        if chosen == then.organisation:
            self.person.setCurrentIndex(max(0, self.person.findData(then.person)))

    def _ask_another(self) -> None:
        self._fill_people(self.hands.meeting)
        self.show_meeting(self.hands.meeting)

    def pass_over(self) -> None:
        skips = self._chosen() in self.hands.meeting.next_time.notes.passed_over
        self.hands.do(closing.keep_next_turn if skips else closing.skip_next_turn, self._chosen(), ROLE)

    def _name(self) -> None:
        """Whoever agreed already may still say who it will be."""
        if self._chosen() == self.hands.meeting.next_time.notes.organisation:
            self.agree()

    def agree(self) -> None:
        then, first = self.hands.meeting.next_time.notes, proposed(self._order)
        how = "skipped" if then.passed_over else "proposed"
        if first is None or first.organisation.id != self._chosen():
            how = "chosen"
        person = str(self.person.currentData() or "")
        self.hands.do(closing.agree_next_note_taker, self._chosen(), person, how)
