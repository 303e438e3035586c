"""The consent round: each is asked in turn and answers with one key, or all others by a sign seen."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QHideEvent, QResizeEvent

from coalmeet.ids import new_id
from coalmeet.meeting.consent import answers_missing, why_not_adoptable
from coalmeet.meeting.moves import calling, consent, people, proposals, rounds
from coalmeet.meeting.proposal import Objection, Proposal
from coalmeet.meeting.state import Meeting
from coalmeet.text import _
from ui import theme
from ui.desk import phrases
from ui.desk.answers import Answers
from ui.desk.even_grid import EvenGrid
from ui.desk.hands import Hands, gesture
from ui.desk.lesser_steps import bring_back, lesser_steps
from ui.desk.mandate_row import MandateRow
from ui.desk.proposal_card import ProposalCard
from ui.desk.reason_field import ReasonField
from ui.desk.scroll import bring_turn
from ui.desk.step import Step
from ui.desk.tool import Tool, Verbs
from ui.desk.verb_button import verb_button
from ui.desk.whose_turn import WhoseTurn
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.layouts import column, row

ICONS = {"consent": "check", "concern": "message-circle", "objection": "hand", "aside": "minus"}


class ConsentTool(Tool):
    """Other people's answers are never the large button: four equal ones, keys 1 to 4."""

    def __init__(self, hands: Hands) -> None:
        super().__init__(hands)
        self._asked, self._chosen = "", ""  # who answers now, and whether somebody was called out of turn
        self.card = ProposalCard(theme.BODY)
        self.card.show_ways(change=False)
        self.turn = WhoseTurn()
        self._explained = ""  # the objection that was just raised, while its reason is written
        self.reason = ReasonField()
        self.reason.returnPressed.connect(self._go_on)
        self.reason.left.connect(self._go_on)
        self.reason.undone.connect(lambda: hands.act(hands.live.take_back))
        self.keys = {code: _button(code) for code in ICONS}
        for code, button in self.keys.items():
            button.clicked.connect(partial(self._answer, code))
        grid = EvenGrid(list(self.keys.values()))
        self.mandate = MandateRow(lambda: hands.meeting)
        words = row((self.reason, 1), 6, self.mandate.without)
        self.now = Card(column(self.turn, 6, grid, 6, words, self.mandate, margins=(16, 6, 16, 8)))
        self.answers = Answers(hands)
        self.answers.chosen.connect(self._ask)
        self.card.left.connect(lambda: self.opens.emit("ways_out"))
        self.setLayout(column(self.card, 6, self.now, 4, self.answers, None))

    def show_meeting(self, meeting: Meeting, now: int) -> None:
        current, live = meeting.current, self.hands.on_the_table
        if current is None or live is None:
            return
        self.card.show_proposal(meeting, current, live)
        left = asked_in_order(meeting, live)
        asked = self._chosen if self._chosen in left else (left[0] if left else "")
        told = explained(live, self._explained)
        self._explained = told.id if told else ""
        if told is not None:
            asked = told.organisation
        self.hands.live.let_speak(asked if left else "")
        if asked != self._asked:
            self.reason.clear()
            self.mandate.clear()
            self._asked = asked
            bring_turn(self, self.now, self.answers.last)
        self.now.setVisible(bool(left or told))
        for code, button in self.keys.items():
            button.setVisible(in_the_charter(live, code))
            button.setEnabled(told is None)
            button.set_kind("tint" if told and code == "objection" else "plain")
        self.mandate.without.setVisible(told is None)  # what they say has all the width
        self._show_asked(meeting, live)
        self.answers.show_meeting(meeting, live, self._asked)

    def step(self) -> Step | None:
        meeting, live = self.hands.meeting, self.hands.on_the_table
        if self._explained:
            return Step(_("Go on"), "primary", "chevron-right")
        if live is None or answers_missing(meeting, live):
            return None  # while somebody is to be asked, their answer is what happens next
        reason = why_not_adoptable(meeting, live)
        if not meeting.has_quorum and not live.open_objections:
            return Step(_("Keep it as a recommendation"), "adopt", "check")
        return Step(_("Adopt it"), "adopt", "gavel", reason)

    def others(self) -> tuple[Step, ...]:
        live = self.hands.on_the_table
        if live is None:
            return ()
        return lesser_steps(self.hands.meeting, live, listening=bool(self._explained))

    def says(self) -> tuple[str, ...]:
        """While somebody says why they object, they are thanked, and nobody else is called."""
        live = self.hands.on_the_table
        told = explained(live, self._explained) if live is not None else None
        if told is None:
            return ()
        meeting = self.hands.meeting
        name = meeting.name_of(phrases.speaking_for(meeting, told.organisation) or told.organisation)
        return (
            _(
                "Thank you, {name}. What in this text stops you? A word is enough, and it may come later."
            ).format(name=name),
            _("Thank you, {name}: that helps us. Take your time.").format(name=name),
        )

    def verbs(self) -> Verbs:
        if self._explained:
            return {"primary": self._go_on, "by_sign": self._by_sign, "answers": self.answers.toggle}
        return {
            "primary": self._adopt,
            "adopt": self._adopt,
            **{f"answer_{code}": partial(self._answer, code) for code in ICONS},
            "by_sign": self._by_sign,
            "mandate": self.mandate.toggle,
            "answers": self.answers.toggle,
            "nobody_objects": lambda: self.hands.do(consent.nobody_objects),
            "still_here": lambda: self.hands.do(calling.still_here),
            "no_answer": lambda: self.hands.do(calling.no_answer, self._asked),
            "back_again": lambda: bring_back(self.hands),
            "later": lambda: self.hands.do(rounds.ask_later, self._asked),
            "line_back": lambda: self.hands.do(people.come_back),
            "go_without": lambda: self.hands.do(people.go_on_without),
            "raise_objection": lambda: self.opens.emit("objection"),
            "ways_out": lambda: self.opens.emit("ways_out"),
        }

    def _show_asked(self, meeting: Meeting, live: Proposal) -> None:
        if not self._asked:
            return
        person = phrases.speaking_for(meeting, self._asked)
        speaker = meeting.name_of(person)
        said = _("{name}, {role}").format(name=speaker, role=phrases.voice(meeting, person)) if person else ""
        present = len(meeting.voices)
        place = present - len(answers_missing(meeting, live)) + (0 if self._explained else 1)
        count = _("{number} of {all}").format(number=place, all=present)
        self.turn.show_turn(meeting.name_of(self._asked), said, called=speaker, count=count)

    def _ask(self, organisation: str) -> None:
        self._keep_reason()
        self._chosen = organisation
        self.show_meeting(self.hands.meeting, self.hands.live.now())

    def _answer(self, code: str, _checked: bool = False) -> None:
        live = self.hands.on_the_table
        if live is None or not self._asked:
            return
        person = phrases.speaking_for(self.hands.meeting, self._asked)
        text = "" if code == "consent" else self.reason.text().strip()
        objection = new_id()
        # Their words come next, while everybody listens: nobody else is asked before Enter.
        self._explained = objection if code == "objection" and not text else ""
        until = self.mandate.take(code)
        self.hands.do(consent.answer, self._asked, code, person, text, objection, confirm_by=until)
        if self._explained and self.isVisible():
            self.reason.setFocus()

    def _go_on(self) -> None:
        """Keep the reason if one was written, and turn to whoever is asked next."""
        self._keep_reason()
        self.window().setFocus()
        self.show_meeting(self.hands.meeting, self.hands.live.now())
        self.restated.emit()

    def _keep_reason(self) -> None:
        live, text = self.hands.on_the_table, self.reason.text().strip()
        told = explained(live, self._explained) if live is not None else None
        self._explained = ""
        if told is not None and text:
            self.hands.do(consent.understand, told.id, text, told.ground, told.named)
        self.reason.clear()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self.answers.is_open():
            bring_turn(self, self.now, self.answers.last)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._explained = ""
        self.hands.live.let_speak("")

    def _by_sign(self) -> None:
        self._keep_reason()
        live = self.hands.on_the_table
        if live is not None:
            self.hands.do(consent.see_signs, answers_missing(self.hands.meeting, live))

    @gesture
    def _adopt(self) -> None:
        meeting, live = self.hands.meeting, self.hands.on_the_table
        if live is not None and not meeting.has_quorum and not answers_missing(meeting, live):
            self.hands.do(proposals.settle, "recommended")
        else:
            self.hands.do(consent.adopt)


def _button(code: str) -> Button:
    words = {
        "consent": _("Consent"),
        "concern": _("With a concern"),
        "objection": _("Objection"),
        "aside": _("Stands aside"),
    }
    return verb_button(words[code], f"answer_{code}", icon=ICONS[code])


def in_the_charter(live: Proposal, code: str) -> bool:
    """Whether the charter, as it was copied into the proposal, knows this answer."""
    known = {"concern": live.profile.concerns, "aside": live.profile.stand_aside}
    return known.get(code, True)


def explained(live: Proposal, objection: str) -> Objection | None:
    """The objection with this id, as long as it stands on this proposal."""
    return next((one for one in live.objections if one.id == objection), None)


def asked_in_order(meeting: Meeting, live: Proposal) -> tuple[str, ...]:
    """Organisations still to be asked, in the order of the round; whoever came after it stands at the end."""
    missing = answers_missing(meeting, live)
    order = meeting.round.order if meeting.round else ()
    return (*(one for one in order if one in missing), *(one for one in missing if one not in order))
