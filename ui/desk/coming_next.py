"""Who can come next time: asked of each at the close, one key an organisation; the rotation reckons with it."""

from __future__ import annotations

from coalmeet.meeting.moves import last_time
from coalmeet.meeting.state import Meeting
from coalmeet.meeting.words import listed
from coalmeet.text import _
from ui import theme
from ui.desk.hands import Hands
from ui.desk.phrases import short
from ui.desk.tool import Verbs
from ui.desk.verb_button import verb_button
from ui.widgets.card import Card
from ui.widgets.fields import Choice, Field
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import OneLine, Wrapped
from ui.widgets.layouts import column, row, widget


class ComingNext(Card):
    """Nobody has to answer: who says nothing is reckoned with as before."""

    def __init__(self, hands: Hands) -> None:
        self.hands = hands
        self._asked = OneLine("", theme.BODY, theme.MEDIUM)
        self._said = Wrapped("", theme.DETAIL, tone="ink2")
        ways = FlowLayout(gap=8)
        for words, verb, deed in (
            (_("Can come"), "coming_yes", lambda: self._say(True)),
            (_("Cannot"), "coming_no", lambda: self._say(False)),
            (_("All others can"), "by_sign", self._all_others),
        ):
            button = verb_button(words, verb)
            button.clicked.connect(deed)
            ways.addWidget(button)
        self._ways = widget(ways)
        self.prepares = Choice()
        self.prepares.activated.connect(lambda _at: self._prepare())
        title = OneLine(_("Who can come next time?"), theme.SECTION, theme.STRONG)
        super().__init__(
            column(
                title, 6, row((self._asked, 1)), 8, self._ways, 6, self._said, 10,
                Field(_("Who prepares it"), self.prepares), margins=(18, 14, 18, 16),
            )
        )  # fmt: skip

    def show_meeting(self, meeting: Meeting) -> None:
        """Show who is asked, and what was said."""
        asked = self.asked()
        self._asked.setText(meeting.name_of(asked))
        for part in (self._asked, self._ways):
            part.setVisible(bool(asked))
        answers = meeting.next_time.coming
        can = [meeting.name_of(one) for one, coming in answers if coming]
        cannot = [meeting.name_of(one) for one, coming in answers if not coming]
        said = [_("Can come: {names}.").format(names=listed(can))] if can else []
        said += [_("Cannot come: {names}.").format(names=listed(cannot))] if cannot else []
        self._said.setText(" ".join(said))
        self._said.setVisible(bool(said))
        self._offer(meeting)

    def asked(self) -> str:
        """The first organisation here that has not said, "" for none."""
        return next(iter(self._left()), "")

    def verbs(self) -> Verbs:
        """What its keys do, while somebody is left to ask."""
        if not self.asked():
            return {}
        return {
            "coming_yes": lambda: self._say(True),
            "coming_no": lambda: self._say(False),
            "by_sign": self._all_others,
        }

    def _left(self) -> tuple[str, ...]:
        meeting = self.hands.meeting
        said = {one for one, _coming in meeting.next_time.coming}
        return tuple(one for one in meeting.present_members if one not in said)

    def _say(self, coming: bool) -> None:
        self.hands.do(last_time.say_coming, (self.asked(),), coming)

    def _all_others(self) -> None:
        self.hands.do(last_time.say_coming, self._left())

    def _offer(self, meeting: Meeting) -> None:
        voices = [one.seat for one in meeting.people if one.has_voice]
        offered = [(_("whoever facilitates"), "")]
        offered += [(short(seat.name, 40), seat.person) for seat in voices]
        if offered != [
            (self.prepares.itemText(at), self.prepares.itemData(at)) for at in range(self.prepares.count())
        ]:
            self.prepares.clear()
            for words, person in offered:
                self.prepares.addItem(words, person)
        self.prepares.setCurrentIndex(max(0, self.prepares.findData(meeting.next_time.prepares)))

    def _prepare(self) -> None:
        person = str(self.prepares.currentData() or "")
        if person != self.hands.meeting.next_time.prepares:
            self.hands.do(last_time.agree_preparer, person)
