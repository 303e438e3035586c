"""A vote: each is asked in turn and answers with one key, or all others by a sign seen; what it needs stands above."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QResizeEvent

from coalmeet.meeting.consent import answers_missing, why_not_adoptable
from coalmeet.meeting.moves import calling, consent, people, proposals, rounds, votes
from coalmeet.meeting.proposal import Proposal
from coalmeet.meeting.publish_decision import tally_line
from coalmeet.meeting.state import Meeting
from coalmeet.text import _
from ui import theme
from ui.desk import phrases
from ui.desk.answers import Answers
from ui.desk.even_grid import EvenGrid
from ui.desk.hands import Hands, gesture
from ui.desk.lesser_steps import line_steps, sent_away
from ui.desk.proposal_card import ProposalCard
from ui.desk.scroll import bring_turn
from ui.desk.step import Step
from ui.desk.tool import Tool, Verbs
from ui.desk.tools.consent import asked_in_order
from ui.desk.verb_button import verb_button
from ui.desk.whose_turn import WhoseTurn
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.labels import Wrapped
from ui.widgets.layouts import column

ICONS = {"yes": "check", "no": "x", "abstain": "minus"}


class VoteTool(Tool):
    """Three equal buttons, keys 1 to 3; the large one adopts once enough of those who are here said yes."""

    def __init__(self, hands: Hands) -> None:
        super().__init__(hands)
        self._asked, self._chosen = "", ""  # who answers now, and whether somebody was called out of turn
        self.card = ProposalCard(theme.BODY)
        self.card.edited.connect(self._amend)
        self.card.left.connect(lambda: self.opens.emit("ways_out"))
        self.needs = Wrapped("", theme.BODY, theme.STRONG)
        self.turn = WhoseTurn()
        self.keys = {code: self._button(code) for code in ICONS}
        grid = EvenGrid(list(self.keys.values()))
        self.now = Card(column(self.turn, 8, grid, margins=(16, 8, 16, 12)))
        self.answers = Answers(hands)
        self.answers.chosen.connect(self._ask)
        self.setLayout(column(self.card, 8, self.needs, 6, self.now, 4, self.answers, None))

    def show_meeting(self, meeting: Meeting, now: int) -> None:
        current, live = meeting.current, self.hands.on_the_table
        if current is None or live is None:
            return
        left = asked_in_order(meeting, live)
        self.card.show_ways(change=not left)  # while people answer, the text they answer to stays
        self.card.show_proposal(meeting, current, live)
        self.needs.setText(tally_line(meeting, live))
        before, self._asked = self._asked, self._chosen if self._chosen in left else (left[0] if left else "")
        if self._asked != before:
            bring_turn(self, self.now, self.answers.last)
        self.hands.live.let_speak(self._asked)
        self.now.setVisible(bool(left))
        if self._asked:
            self._show_asked(meeting, live)
        self.answers.show_meeting(meeting, live, self._asked)

    def step(self) -> Step | None:
        meeting, live = self.hands.meeting, self.hands.on_the_table
        if live is None or answers_missing(meeting, live):
            return None  # while somebody is to be asked, their answer is what happens next
        if not meeting.has_quorum:
            return Step(_("Keep it as a recommendation"), "adopt", "check")
        return Step(_("Adopt it"), "adopt", "gavel", why_not_adoptable(meeting, live))

    def others(self) -> tuple[Step, ...]:
        meeting, live = self.hands.meeting, self.hands.on_the_table
        if live is None:
            return ()
        left = answers_missing(meeting, live)
        if not left:
            # The card has two more ways on: another text, or a way out.
            return line_steps(meeting, live)
        signs = live.profile.answers == "sign" and not live.ruled_by.critical
        found = [Step(_("All others: yes"), "by_sign", "check-check")] if signs else []
        if len(left) > 1:
            found.append(Step(_("Come back to them"), "later"))
        back = [_("{name} is back").format(name=meeting.name_of(one)) for one in sent_away(meeting)[-1:]]
        return (*found, Step(_("No answer"), "no_answer"), *(Step(words, "back_again") for words in back))

    def verbs(self) -> Verbs:
        found: Verbs = {
            "primary": self._adopt,
            "adopt": self._adopt,
            **{f"vote_{code}": partial(self._vote, code) for code in ICONS},
            "by_sign": self._by_sign,
            "answers": self.answers.toggle,
            "no_answer": lambda: self.hands.do(calling.no_answer, self._asked),
            "back_again": self._back_again,
            "later": lambda: self.hands.do(rounds.ask_later, self._asked),
            "line_back": lambda: self.hands.do(people.come_back),
            "go_without": lambda: self.hands.do(people.go_on_without),
            "ways_out": lambda: self.opens.emit("ways_out"),
        }
        live = self.hands.on_the_table
        asked = live is not None and not answers_missing(self.hands.meeting, live)
        return {**found, "edit_text": self.card.open} if asked else found

    def _button(self, code: str) -> Button:
        words = {"yes": _("Yes"), "no": _("No"), "abstain": _("Abstains")}
        button = verb_button(words[code], f"vote_{code}", icon=ICONS[code])
        button.clicked.connect(lambda: self._vote(code))
        return button

    def _show_asked(self, meeting: Meeting, live: Proposal) -> None:
        person = phrases.speaking_for(meeting, self._asked)
        speaker = meeting.name_of(person)
        said = _("{name}, {role}").format(name=speaker, role=phrases.voice(meeting, person)) if person else ""
        present = len(meeting.voices)
        place = present - len(answers_missing(meeting, live)) + 1
        count = _("{number} of {all}").format(number=place, all=present)
        self.turn.show_turn(meeting.name_of(self._asked), said, called=speaker, count=count)

    def _ask(self, organisation: str) -> None:
        """Somebody is called out of turn, or again, to put their answer right."""
        self._chosen = organisation
        self.show_meeting(self.hands.meeting, self.hands.live.now())

    def _vote(self, code: str) -> None:
        if self._asked:
            person = phrases.speaking_for(self.hands.meeting, self._asked)
            self.hands.do(votes.vote, self._asked, code, person)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self.answers.is_open():
            bring_turn(self, self.now, self.answers.last)

    def _by_sign(self) -> None:
        live = self.hands.on_the_table
        if live is not None:
            self.hands.do(votes.see_votes, "yes", answers_missing(self.hands.meeting, live))

    @gesture
    def _amend(self, text: str) -> None:
        if self.hands.do(proposals.amend, text):
            self.card.close_box()

    def _back_again(self) -> None:
        gone = sent_away(self.hands.meeting)
        if gone:
            self.hands.do(calling.back_again, gone[-1])

    @gesture
    def _adopt(self) -> None:
        meeting, live = self.hands.meeting, self.hands.on_the_table
        if live is not None and not meeting.has_quorum and not answers_missing(meeting, live):
            self.hands.do(proposals.settle, "recommended")
        else:
            self.hands.do(consent.adopt)
