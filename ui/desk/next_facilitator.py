"""Who facilitates next: the rotation proposes, shows its arithmetic, and people agree."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from coalmeet.meeting.moves import closing
from coalmeet.meeting.rotation import Standing, proposed
from coalmeet.meeting.rotation_words import sentences, why_first
from coalmeet.meeting.state import Meeting
from coalmeet.text import _, ngettext
from ui import theme
from ui.desk.agreeing import Agreeing, agreed_words
from ui.desk.hands import Hands
from ui.desk.standing_row import StandingRow
from ui.widgets.fields import Choice, Field
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import OneLine, Wrapped
from ui.widgets.layouts import column, empty, widget

SHOWN = 8  # organisations; the others stand on the rotation's page


class NextFacilitator(Agreeing):
    """The first who is expected is proposed; a skip keeps the turn and goes on to the next."""

    def __init__(self, hands: Hands) -> None:
        super().__init__()
        self.hands = hands
        self._order: tuple[Standing, ...] = ()
        self._chosen = ""
        self._rows: dict[str, StandingRow] = {}
        self._why = Wrapped("", theme.BODY, theme.MEDIUM)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self._others = OneLine("", theme.DETAIL, tone="ink2")
        self._sum = Wrapped("", theme.DETAIL, tone="ink2")
        self.person = Choice()
        self.person.activated.connect(lambda _at: self._name())
        ways = FlowLayout(gap=8)
        ways.addWidget(self.skip)
        ways.addWidget(self.accepts)
        self._way = widget(column(Field(_("Who from them"), self.person), 10, ways))
        title = OneLine(_("Who facilitates next?"), theme.SECTION, theme.STRONG)
        self.setLayout(
            column(
                title, 4, self._why, 10, self._list, 4, self._others, 10, self._sum, 10, self._way,
                margins=(18, 14, 18, 16),
            )
        )  # fmt: skip

    def show_order(self, order: tuple[Standing, ...], meeting: Meeting) -> None:
        """Show who stands where, the one to ask first in front."""
        if order != self._order:
            self._order = order
            self._fill(order)
            first = proposed(order)
            self._choose(meeting.next_time.organisation or (first.organisation.id if first else ""))
        self.show_meeting(meeting)

    def show_meeting(self, meeting: Meeting) -> None:
        """Show what is agreed."""
        agreed = meeting.next_time.organisation
        for organisation, line in self._rows.items():
            line.show_state(
                chosen=organisation == self._chosen,
                agreed=organisation == agreed,
                skips=organisation in meeting.next_time.passed_over,
            )
        self._why.setText(self._says(meeting))
        self._way.setVisible(bool(self._chosen))
        self.accepts.setVisible(self._chosen != agreed)
        skips = self._chosen in meeting.next_time.passed_over
        self.skip.setText(_("Does not skip") if skips else _("Skip, keep the turn"))

    def _says(self, meeting: Meeting) -> str:
        then, first = meeting.next_time, proposed(self._order)
        if then.organisation:
            return agreed_words(meeting, then.organisation, then.person)
        if first is None:
            return _("Nobody is able to facilitate. Ask who will.")
        if first.organisation.id in then.passed_over:
            return _("Everybody who can facilitate skips. Ask who will after all.")
        return why_first(self._order)

    def _fill(self, order: tuple[Standing, ...]) -> None:
        empty(self._list)
        self._rows = {}
        for standing in order[:SHOWN]:
            line = StandingRow(standing)
            organisation = standing.organisation.id
            line.clicked.connect(lambda _checked=False, one=organisation: self._choose(one))
            self._rows[organisation] = line
            self._list.addWidget(line)
        more = len(order) - SHOWN
        words = ngettext(
            "{count} more stands on the page Rotation.", "{count} more stand on the page Rotation.", more
        )
        self._others.setText(words.format(count=more))
        self._others.setVisible(more > 0)

    def _choose(self, organisation: str) -> None:
        self._chosen = organisation
        meeting = self.hands.meeting
        standing = next((one for one in self._order if one.organisation.id == organisation), None)
        self._sum.setText(" ".join(sentences(standing)) if standing else "")
        self._sum.setVisible(standing is not None)
        name = standing.organisation.short or standing.organisation.name if standing else ""
        self.accepts.setText(_("{organisation} accepts").format(organisation=name) if standing else "")
        self.person.clear()
        self.person.addItem(_("they will say"), "")
        for presence in meeting.people:
            if presence.seat.organisation == organisation and presence.has_voice:
                self.person.addItem(presence.seat.name, presence.seat.person)
        if organisation == meeting.next_time.organisation:
            self.person.setCurrentIndex(max(0, self.person.findData(meeting.next_time.person)))
        self.show_meeting(meeting)

    def pass_over(self) -> None:
        skips = self._chosen in self.hands.meeting.next_time.passed_over
        self.hands.do(closing.keep_next_turn if skips else closing.skip_next_turn, self._chosen)

    def _name(self) -> None:
        """Whoever agreed already may still say who it will be."""
        if self._chosen == self.hands.meeting.next_time.organisation:
            self.agree()

    def agree(self) -> None:
        then, first = self.hands.meeting.next_time, proposed(self._order)
        how = "skipped" if then.passed_over else "proposed"
        if first is None or first.organisation.id != self._chosen:
            how = "chosen"
        self.hands.do(closing.agree_next_facilitator, self._chosen, str(self.person.currentData() or ""), how)
