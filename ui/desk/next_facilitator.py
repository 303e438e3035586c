"""Who facilitates next: the rotation proposes, shows its arithmetic, and people agree."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from coalmeet.meeting.moves import closing
from coalmeet.meeting.rotation import Standing
from coalmeet.meeting.rotation_words import sentences, why_first
from coalmeet.meeting.state import Meeting
from coalmeet.text import _
from ui import theme
from ui.desk.flow import FlowLayout
from ui.desk.hands import Hands
from ui.desk.standing_row import StandingRow
from ui.desk.verb_button import verb_button
from ui.widgets.card import Card
from ui.widgets.fields import Choice, Field
from ui.widgets.labels import OneLine, Wrapped
from ui.widgets.layouts import column, widget

SHOWN = 6  # organisations; the others stand on the rotation's page


class NextFacilitator(Card):
    """The first who is expected is proposed; a skip keeps the turn and goes on to the next."""

    def __init__(self, hands: Hands) -> None:
        self.hands = hands
        self._order: tuple[Standing, ...] = ()
        self._chosen, self._passed = "", list[str]()
        self._rows: dict[str, StandingRow] = {}
        self._why = Wrapped("", theme.BODY, theme.MEDIUM)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self._sum = Wrapped("", theme.DETAIL, tone="ink2")
        self.person = Choice()
        self.accepts = verb_button("", kind="tint", icon="check")
        self.skip = verb_button(_("Skip, keep the turn"))
        self.accepts.clicked.connect(self._agree)
        self.skip.clicked.connect(self._skip)
        ways = FlowLayout(gap=8)
        ways.addWidget(self.skip)
        ways.addWidget(self.accepts)
        self._way = widget(column(Field(_("Who from them"), self.person), 10, ways))
        title = OneLine(_("Who facilitates next?"), theme.SECTION, theme.STRONG)
        super().__init__(
            column(
                title, 4, self._why, 10, self._list, 10, self._sum, 10, self._way, margins=(18, 14, 18, 16)
            )
        )

    def show_order(self, order: tuple[Standing, ...], meeting: Meeting) -> None:
        """Show who stands where, the one to ask first in front."""
        if order != self._order:
            self._order = order
            self._fill(order)
            self._choose(next((one.organisation.id for one in order if one.facilitates), ""))
        self.show_meeting(meeting)

    def show_meeting(self, meeting: Meeting) -> None:
        """Show what is agreed."""
        agreed = meeting.next_time.organisation
        for organisation, line in self._rows.items():
            line.show_state(chosen=organisation == (agreed or self._chosen), agreed=organisation == agreed)
        if agreed:
            who = meeting.name_of(meeting.next_time.person)
            words = _("Agreed: {organisation}, {name}.") if who else _("Agreed: {organisation}.")
            self._why.setText(words.format(organisation=meeting.name_of(agreed), name=who))
        else:
            self._why.setText(why_first(self._order) or _("Nobody is able to facilitate. Ask who will."))
        self._way.setVisible(bool(self._order) and self._chosen != agreed)

    def _fill(self, order: tuple[Standing, ...]) -> None:
        for standing in order[:SHOWN]:
            line = StandingRow(standing)
            organisation = standing.organisation.id
            line.clicked.connect(lambda _checked=False, one=organisation: self._choose(one))
            self._rows[organisation] = line
            self._list.addWidget(line)

    def _choose(self, organisation: str) -> None:
        self._chosen = organisation
        standing = next((one for one in self._order if one.organisation.id == organisation), None)
        self._sum.setText(" ".join(sentences(standing)) if standing else "")
        self._sum.setVisible(standing is not None)
        name = standing.organisation.name if standing else ""
        self.accepts.setText(
            _("{organisation} accepts").format(organisation=standing.organisation.short or name)
            if standing
            else ""
        )
        self.person.clear()
        self.person.addItem(_("they will say"), "")
        for presence in self.hands.meeting.people:
            if presence.seat.organisation == organisation:
                self.person.addItem(presence.seat.name, presence.seat.person)
        self.show_meeting(self.hands.meeting)

    def _skip(self) -> None:
        self._passed.append(self._chosen)
        left = [
            one.organisation.id
            for one in self._order
            if one.facilitates and one.organisation.id not in self._passed
        ]
        self._choose(left[0] if left else "")

    def _agree(self) -> None:
        first = next((one.organisation.id for one in self._order if one.facilitates), "")
        how = "proposed" if self._chosen == first else "skipped" if first in self._passed else "chosen"
        person = str(self.person.currentData() or "")
        self.hands.do(closing.agree_next_facilitator, self._chosen, person, how, tuple(self._passed))
