"""A facilitator with a stake: who leads this decision instead, or that the group lets them; it stops nothing."""

from __future__ import annotations

from coalmeet.meeting.leading import deputy, regular
from coalmeet.meeting.moves import stake
from coalmeet.meeting.stake import able_to_lead, party_that_leads
from coalmeet.meeting.state import Meeting
from coalmeet.text import _
from ui import theme
from ui.desk.hands import Hands
from ui.desk.phrases import first_name, short, with_organisation
from ui.desk.tool import Verbs
from ui.desk.verb_button import verb_button
from ui.widgets.card import Card
from ui.widgets.fields import Choice
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import Icon, Wrapped
from ui.widgets.layouts import column, row, widget

NAME = 24  # letters of a name on a button; the whole one stands in the list beside it


class Stake(Card):
    """Shown from when an item is opened whose party the facilitator is, and while somebody leads in their place."""

    def __init__(self, hands: Hands) -> None:
        self.hands = hands
        self._people: tuple[str, ...] = ()
        self._words = Wrapped("", theme.DETAIL, theme.MEDIUM)
        self.who = Choice()
        self.who.setAccessibleName(_("Who leads this decision"))
        self.who.activated.connect(lambda _at: self._name())
        self._hand = verb_button("…", "lead_instead", kind="tint", icon="arrow-right")
        self._hand.clicked.connect(self.hand_over)
        self._allow = verb_button("…", "allow_lead")
        self._allow.clicked.connect(self.allow)
        ways = FlowLayout(gap=8)
        ways.addWidget(self._hand)
        ways.addWidget(self._allow)
        self._ways = widget(column(self.who, 8, ways))
        icon = column(2, Icon("scale", "ink2"), None)
        body = column(row(icon, 10, (self._words, 1)), 8, self._ways, margins=(14, 10, 14, 12))
        super().__init__(body)
        self.hide()

    def show_meeting(self, meeting: Meeting) -> None:
        """Show that a party leads and what can be done, or who leads in their place until it is decided."""
        current = meeting.current
        matters = current is not None and not meeting.on_break and not meeting.closed_at
        own = party_that_leads(meeting, current.id) if current and matters and _to_decide(meeting) else ""
        instead = deputy(meeting) if matters else None
        self.setVisible(bool(own) or instead is not None)
        self._ways.setVisible(bool(own))
        if own and current is not None:
            self._offer(meeting, current.id)
            self._words.setText(_party(meeting, own, alone=not self._people))
        elif instead is not None:
            self._words.setText(_led(meeting, instead.person))

    def verbs(self) -> Verbs:
        """What its keys do; nothing while it has nothing to offer."""
        if self.isHidden() or self._ways.isHidden():
            return {}
        return {"lead_instead": self.hand_over, "allow_lead": self.allow}

    def hand_over(self) -> None:
        """Whoever is chosen leads this decision."""
        person = str(self.who.currentData() or "")
        if person:
            self.hands.do(stake.lead_instead, person, _("Their organisation is a party in the decision."))

    def allow(self) -> None:
        """The group lets whoever facilitates lead it all the same."""
        self.hands.do(stake.allow_lead)

    def _offer(self, meeting: Meeting, item: str) -> None:
        able = tuple(one.seat.person for one in able_to_lead(meeting, item))
        if able != self._people:
            self._people = able
            self.who.clear()
            for person in able:
                self.who.addItem(with_organisation(meeting, person), person)
        self.who.setVisible(bool(able))
        self._hand.setVisible(bool(able))
        self._name()

    def _name(self) -> None:
        meeting = self.hands.meeting
        called = short(first_name(meeting.name_of(str(self.who.currentData() or ""))), NAME)
        self._hand.setText(_("{name} leads it").format(name=called))
        leads = short(first_name(meeting.name_of(meeting.facilitator)), NAME)
        self._allow.setText(_("All agree: {name} leads").format(name=leads))


def _to_decide(meeting: Meeting) -> bool:
    """Whether the running item has a decision to come."""
    current = meeting.current
    if current is None:
        return False
    if meeting.live_proposal(current.id) is not None:
        return True
    return current.entry.label == "decision" and not meeting.proposals_of(current.id)


def _party(meeting: Meeting, own: str, *, alone: bool) -> str:
    named = {"organisation": meeting.name_of(own), "name": meeting.name_of(meeting.facilitator)}
    if alone:
        return _(
            "{organisation} is a party in this, and nobody else here could lead it. "
            "Ask the group whether {name} may."
        ).format(**named)
    return _("{organisation} is a party in this. Somebody else leads this decision.").format(**named)


def _led(meeting: Meeting, person: str) -> str:
    before = regular(meeting)
    return _("{name} leads this decision. Then {other} facilitates again.").format(
        name=meeting.name_of(person), other=meeting.name_of(before.person) if before else _("another")
    )
