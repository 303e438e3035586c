"""Whose turn it is to name somebody for a role: two letters of a name, Enter, the reason, Enter."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer

from coalmeet.meeting import turns
from coalmeet.meeting.choosing import CHANGES, Selection, nominee_name
from coalmeet.meeting.moves import selection as moves
from coalmeet.meeting.state import Meeting
from coalmeet.text import _
from ui.desk import phrases
from ui.desk.hands import Hands, gesture
from ui.desk.line_field import LineField
from ui.desk.person_field import PersonField
from ui.desk.whose_turn import WhoseTurn
from ui.widgets.card import Card
from ui.widgets.labels import Wrapped
from ui.widgets.layouts import column


class Nominating(Card):
    """The reason may stay empty: people say it aloud, and one listens."""

    def __init__(self, hands: Hands, told: Callable[[], None]) -> None:
        self.hands, self._told = hands, told
        self._voice, self._person = "", ""
        self.turn = WhoseTurn()
        self._before = Wrapped("")
        self.who = PersonField(lambda: hands.meeting, _("Whom they name"), absent=True)
        self.who.chosen.connect(self._take)
        self.who.entered.connect(self._keep)
        self.reason = LineField()
        self.reason.returnPressed.connect(self._name)
        body = column(self.turn, 8, self._before, 4, self.who, self.reason, margins=(16, 12, 16, 14))
        super().__init__(body)
        self._clear()

    def show_round(self, meeting: Meeting, selection: Selection) -> None:
        """Show who is asked now; nothing where all were."""
        now = meeting.round
        left = turns.called(meeting, now) if now else ()
        voice = left[0] if left else ""
        self.setVisible(bool(voice))
        if voice != self._voice:
            self._voice = voice
            self._clear()
            QTimer.singleShot(0, self, self._focus)
        if not voice:
            return
        speaker = turns.speaker(meeting, voice)
        count = _("{number} of {all}").format(
            number=len(now.order) - len(left) + 1 if now else 0, all=len(now.order) if now else 0
        )
        self.turn.show_turn(meeting.name_of(voice), speaker, called=speaker, count=count)
        mine = selection.of(voice)
        changing = now is not None and now.kind == CHANGES
        self._before.setVisible(changing and mine is not None)
        if mine is not None:
            self._before.setText(
                _("Named {person}. Enter keeps it.").format(person=nominee_name(meeting, mine))
            )

    def voice(self) -> str:
        """Who is asked now, "" for nobody."""
        return self._voice

    def _focus(self) -> None:
        if self._voice and self.isVisible():
            self.who.box.setFocus()

    def _take(self, person: str, _kind: str) -> None:
        self._person = person
        name = phrases.with_organisation(self.hands.meeting, person)
        self.reason.setPlaceholderText(_("{name}: why? (Enter goes on)").format(name=name))
        self.reason.setAccessibleName(_("Why {name}").format(name=name))
        self.who.hide()
        self.reason.show()
        self.reason.setFocus()

    @gesture
    def _name(self) -> None:
        said = (self._voice, self._person, self.reason.text())
        if self._person and self.hands.do(moves.nominate, *said):
            self._clear()

    def _keep(self) -> None:
        """Enter with nothing typed: in the round for changes they keep whom they named."""
        now = self.hands.meeting.round
        if now is not None and now.kind == CHANGES:
            self._told()

    def _clear(self) -> None:
        self._person = ""
        self.who.clear()
        self.reason.clear()
        self.reason.hide()
        self.who.show()
