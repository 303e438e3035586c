"""The temperature round: one word each, kept as typed, never interpreted, scored or sorted."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent

from coalmeet.ids import new_id
from coalmeet.meeting import turns
from coalmeet.meeting.moves import flow, rounds
from coalmeet.meeting.round_cost import cost, cost_words
from coalmeet.meeting.state import Meeting
from coalmeet.text import _, ngettext
from ui import theme
from ui.desk import phrases
from ui.desk.hands import Hands, gesture
from ui.desk.line_field import LineField
from ui.desk.step import Step
from ui.desk.tool import Tool, Verbs
from ui.desk.whose_turn import WhoseTurn
from ui.desk.words_list import WordsList
from ui.widgets.card import Card
from ui.widgets.labels import Wrapped
from ui.widgets.layouts import column


class Temperature(Tool):
    """Type a word, Enter, and the field is the next person's. Any other person can be chosen out of turn."""

    def __init__(self, hands: Hands) -> None:
        super().__init__(hands)
        self._person = ""
        self.turn = WhoseTurn()
        self.word = LineField()
        self.word.setPlaceholderText(_("Their word"))
        self.word.returnPressed.connect(self._give)
        self.now = Card(column(self.turn, 12, self.word, margins=(16, 14, 16, 16)))
        self._cost = Wrapped("", theme.DETAIL, tone="ink2")
        self.words = WordsList()
        self.words.chosen.connect(self._ask)
        self.setLayout(column(self.now, self._cost, 12, self.words, None))

    def show_meeting(self, meeting: Meeting, now: int) -> None:
        self._show_person(meeting, self._whose(meeting))
        self.words.show_meeting(meeting)
        self.show_now(meeting, now)

    def show_now(self, meeting: Meeting, now: int) -> None:
        """What the round costs, as long as it has not begun."""
        begun = meeting.round is not None or bool(meeting.words)
        words = "" if begun else cost_words(cost(meeting, now, "temperature"))
        self._cost.setText(words)
        self._cost.setVisible(bool(words))

    def step(self) -> Step | None:
        meeting = self.hands.meeting
        if meeting.round is None and not meeting.words:
            return Step(_("Begin the round"), "primary", "play")
        if by_hand(self.hands.meeting, self.word.text()):
            return Step(_("All gave a sign"), "primary", "hand")
        if self._person:
            return Step(_("Next person"), "primary", "chevron-right")
        return Step(_("Next item"), "primary", "skip-forward")

    def others(self) -> tuple[Step, ...]:
        if self.hands.meeting.round is None and not self.hands.meeting.words:
            return (Step(_("By hand instead of words"), "by_sign", "hand"),)
        if not self._person or self.hands.meeting.round is None:
            return ()
        name = phrases.short(phrases.first_name(self.hands.meeting.name_of(self._person)), 18)
        back = Step(_("Come back to {name}").format(name=name), "later")
        return (back, Step(_("Passes"), "pass"))

    def verbs(self) -> Verbs:
        return {
            "primary": self._primary,
            "later": self._later,
            "pass": self._pass,
            "by_sign": lambda: sign(self.hands),
            "end_round": lambda: self.hands.do(rounds.end_round),
        }

    def _whose(self, meeting: Meeting) -> str:
        """The person whose word is asked for: the one that was chosen, else the next of the round."""
        given = {one.person for one in meeting.words}
        if meeting.round is None or meeting.round.kind != "temperature" or meeting.round.way == "sign":
            return self._person if self._person and self._person not in given else ""
        left = turns.waiting(meeting, meeting.round)
        return self._person if self._person in left and self.word.text() else (left[0] if left else "")

    def _show_person(self, meeting: Meeting, person: str) -> None:
        self.now.setVisible(bool(person))
        given = len(meeting.words)
        count = ngettext("{count} word so far", "{count} words so far", given).format(count=given)
        self.turn.show_turn(meeting.name_of(person), phrases.role(meeting, person), count=count)
        if person == self._person:
            return
        self._person = person
        self.word.setAccessibleName(_("The word of {name}").format(name=meeting.name_of(person)))
        if person:
            QTimer.singleShot(0, self.word, self.word.setFocus)

    def _ask(self, person: str) -> None:
        """Somebody out of turn: a word from the chat, or from somebody who came late."""
        self._show_person(self.hands.meeting, person)
        self.restated.emit()

    @gesture
    def _give(self) -> None:
        word, person = self.word.text(), self._person
        self.word.clear()
        if not self.hands.do(rounds.give_word, person, word):
            self.word.setText(word)
            self.word.setFocus()  # what comes next are the letters of a word, and no verbs

    def _later(self) -> None:
        self.hands.do(rounds.ask_later, self._person)

    def _pass(self) -> None:
        self.word.clear()
        self.hands.do(rounds.let_pass, self._person)

    @gesture
    def _primary(self) -> None:
        meeting = self.hands.meeting
        if meeting.round is None and not meeting.words:
            self.hands.do(rounds.begin_round, new_id(), "temperature")
        elif by_hand(self.hands.meeting, self.word.text()):
            sign(self.hands)
        elif self._person:
            self._give()
        else:
            self.hands.do(flow.next_item)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._person:
            QTimer.singleShot(0, self.word, self.word.setFocus)


def by_hand(meeting: Meeting, typed: str) -> bool:
    """Whether hands are being looked at, and no word is being typed."""
    now = meeting.round
    return now is not None and now.way == "sign" and bool(turns.waiting(meeting, now)) and not typed


def sign(hands: Hands) -> None:
    """How all feel, shown by hand: one input when they have been looked at; words may still be given."""
    if hands.meeting.round is None:
        hands.do(rounds.begin_round, new_id(), "temperature", way="sign")
    else:
        hands.do(rounds.count_signs)
