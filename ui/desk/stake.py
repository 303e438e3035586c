"""A facilitator with a stake: a line that offers to hand this decision over, and stops nothing."""

from __future__ import annotations

from coalmeet.meeting.moves import people
from coalmeet.meeting.state import Meeting
from coalmeet.meeting.turns import facilitating_organisation
from coalmeet.text import _
from ui import theme
from ui.desk.hands import Hands
from ui.desk.verb_button import verb_button
from ui.widgets.card import Card
from ui.widgets.fields import Choice
from ui.widgets.labels import Icon, Wrapped
from ui.widgets.layouts import column, row


class Stake(Card):
    """Shown while the facilitator's own organisation brought the proposal or objects to it."""

    def __init__(self, hands: Hands) -> None:
        self.hands = hands
        self._people: tuple[str, ...] = ()
        self._words = Wrapped("", theme.DETAIL, theme.MEDIUM)
        self._who = Choice()
        self._who.setAccessibleName(_("Who leads this decision"))
        self._hand = verb_button(_("Hand over"), icon="arrow-right")
        self._hand.clicked.connect(self._hand_over)
        way = row((self._who, 1), 8, self._hand)
        body = column(
            row(column(2, Icon("scale", "ink2"), None), 10, (self._words, 1)),
            8,
            way,
            margins=(14, 10, 14, 12),
        )
        super().__init__(body)
        self.hide()

    def show_meeting(self, meeting: Meeting, *parties: str) -> None:
        """Offer the hand-over if the facilitator's organisation is one of the parties."""
        own = facilitating_organisation(meeting)
        shown = bool(own) and own in parties
        self.setVisible(shown)
        if not shown:
            return
        self._words.setText(
            _("{organisation} is a party in this. Somebody else leads this decision.").format(
                organisation=meeting.name_of(own)
            )
        )
        able = tuple(
            one.seat.person
            for one in meeting.present_people
            if one.seat.organisation not in parties and one.seat.capacity != "interpreter"
        )
        if able != self._people:
            self._people = able
            self._who.clear()
            for person in able:
                self._who.addItem(meeting.name_of(person), person)
        self._hand.setEnabled(bool(able))

    def _hand_over(self) -> None:
        self.hands.do(
            people.hand_over,
            str(self._who.currentData()),
            _("Their organisation is a party in the decision."),
        )
