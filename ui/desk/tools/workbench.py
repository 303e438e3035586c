"""The objection workbench: what an objection is about, and the text that would answer it.

Nobody ends an objection alone: the objector says so aloud. The large button asks everybody about the changed text.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from coalmeet.ids import new_id
from coalmeet.meeting import turns
from coalmeet.meeting.events import ObjectionRaised
from coalmeet.meeting.moves import consent, proposals
from coalmeet.meeting.proposal import Proposal
from coalmeet.meeting.state import Meeting
from coalmeet.text import _, ngettext
from ui import theme
from ui.desk import phrases
from ui.desk.bench import Bench, caller
from ui.desk.hands import Hands, gesture
from ui.desk.objection_card import ObjectionCard
from ui.desk.proposal_card import ProposalCard
from ui.desk.step import Step
from ui.desk.tool import Tool, Verbs
from ui.desk.verb_button import verb_button
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import OneLine
from ui.widgets.layouts import column, empty, widget

ENDINGS = ("accepted", "withdrawn", "concern")


class Workbench(Tool):
    """One objection at a time is on the bench; the others wait below it."""

    def __init__(self, hands: Hands, bench: Bench) -> None:
        super().__init__(hands)
        self.bench = bench
        self.card = ProposalCard(theme.BODY)
        self.card.edited.connect(self._amend)
        self.card.left.connect(lambda: self.opens.emit("ways_out"))
        self.card.translated.connect(lambda: self.opens.emit("second_language"))
        self.card.box.textChanged.connect(self.restated)
        self._objections = column(gap=8)
        objections = widget(self._objections)  # made now, so that readers too come to it before the endings
        self._cards: dict[str, ObjectionCard] = {}
        settled = OneLine(_("This objection is settled when"), theme.DETAIL, theme.STRONG)
        self.endings = {ending: verb_button("…", f"objection_{ending}") for ending in ENDINGS}
        for ending, button in self.endings.items():
            button.clicked.connect(lambda _checked=False, one=ending: self._end(one))
        self.repairs = verb_button(_("Other repairs"), "repairs", "ghost", size=28)
        self.repairs.clicked.connect(lambda: self.opens.emit("repairs"))
        self._ways = FlowLayout(gap=8)
        for button in self.endings.values():
            self._ways.addWidget(button)
        alone = OneLine(
            _("You alone cannot close it: ask, and note what they say."), theme.DETAIL, tone="ink2"
        )
        told = QWidget()
        # Beside each other where they fit, whole below each other where not.
        self._sentences = sentences = FlowLayout(told, gap=8)
        for sentence in (settled, alone):
            sentence.setFixedHeight(theme.px(28))  # on one line with the button
            sentences.addWidget(sentence)
        sentences.addWidget(self.repairs)
        self.setLayout(column(objections, 8, self.card, 6, told, 4, self._ways, 4, None))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Other repairs stand beside the sentences; where they had a row of their own there, after the endings.
        beside = self._sentences.indexOf(self.repairs) >= 0
        room = self._sentences.sizeHint().width() + (0 if beside else self.repairs.sizeHint().width())
        place = self._sentences if room <= self.width() else self._ways
        if place.indexOf(self.repairs) < 0:
            place.addWidget(self.repairs)

    def show_meeting(self, meeting: Meeting, now: int) -> None:
        current, live = meeting.current, self.hands.on_the_table
        if current is None or live is None:
            return
        self.card.show_proposal(meeting, current, live)
        found = self.bench.objection(live)
        self.bench.chosen = found.id if found else ""
        self._show_objections(meeting, live)
        self._name_endings(meeting, live)

    def step(self) -> Step | None:
        live = self.hands.on_the_table
        if live is None:
            return None
        count = len(turns.units(self.hands.meeting, "consent"))
        words = ngettext("Fix the text and ask {count}", "Fix the text and ask all {count}", count).format(
            count=count
        )
        if not live.may_loop:
            return Step(_("Ways out"), "ways_out", "chevron-right")
        if live.locked and not self.card.pending():
            return Step(
                words, "fix_text", "gavel", _("Change the text, or ask whether the objection still holds.")
            )
        return Step(words, "fix_text", "gavel")

    def others(self) -> tuple[Step, ...]:
        live = self.hands.on_the_table
        if live is not None and not live.may_loop:
            return (Step(_("All want one more try"), "allow_loop", "refresh-cw"),)
        if live is not None and live.method == "selection":
            return (Step(_("Another person"), "candidates", "users"),)
        return (Step(_("Somebody else objects"), "raise_objection", "hand"),)

    def verbs(self) -> Verbs:
        return {
            "primary": self._fix,
            "fix_text": self._fix,
            "edit_text": self.card.open,
            "raise_objection": lambda: self.opens.emit("objection"),
            "ways_out": lambda: self.opens.emit("ways_out"),
            "second_language": lambda: self.opens.emit("second_language"),
            "repairs": lambda: self.opens.emit("repairs"),
            "allow_loop": lambda: self.hands.do(proposals.allow_loop),
            **{f"objection_{ending}": partial(self._end, ending) for ending in ENDINGS},
        }

    def _show_objections(self, meeting: Meeting, live: Proposal) -> None:
        ids = [one.id for one in live.objections]
        if list(self._cards) != ids:
            empty(self._objections)
            self._cards = {one: ObjectionCard(self.hands, one) for one in ids}
            for key, card in self._cards.items():
                card.chosen.connect(partial(self._choose, key))
                card.reason.returnPressed.connect(lambda: self.window().setFocus())
                self._objections.addWidget(card)
        for number, objection in enumerate(live.objections, start=1):
            card = self._cards[objection.id]
            card.show_objection(
                meeting, objection, number, len(ids), on_bench=objection.id == self.bench.chosen
            )

    def _name_endings(self, meeting: Meeting, live: Proposal) -> None:
        chosen = self.bench.objection(live)
        name = phrases.short(caller(meeting, chosen), 24) if chosen else ""
        words = {
            "accepted": _("{name}: this answers it").format(name=name),
            "withdrawn": _("{name} withdraws it").format(name=name),
            "concern": _("{name} agrees: a concern").format(name=name)
            if live.profile.tested_by == "objector"
            else _("Is it a concern? Ask all"),
        }
        for ending, button in self.endings.items():
            button.setText(words[ending])
            button.setEnabled(chosen is not None)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self, self._hear_reason)

    def _hear_reason(self) -> None:
        """Whoever objected last in the round says why now: the field of that reason is ready."""
        last = self.hands.live.moves[-1].events
        raised = next((one for one in last if isinstance(one, ObjectionRaised)), None)
        card = self._cards.get(raised.id) if raised else None
        if raised is not None and card is not None and not card.reason.text() and self.isVisible():
            self._choose(raised.id)
            card.reason.setFocus()

    def _choose(self, objection: str) -> None:
        self.bench.chosen = objection
        self.show_meeting(self.hands.meeting, self.hands.live.now())

    @gesture
    def _amend(self, text: str) -> None:
        if self.hands.do(proposals.amend, text):
            self.card.close_box()

    def keep_written(self) -> bool:
        """A better text that was being written is not lost."""
        text = self.card.pending()
        return not text or bool(self.hands.do(proposals.amend, text))

    @gesture
    def _fix(self) -> None:
        text = self.card.pending()
        if text and not self.hands.do(proposals.amend, text):
            return
        self.hands.do(proposals.ask_for_consent, new_id())

    @gesture
    def _end(self, ending: str) -> None:
        """The words on the buttons say that the objector agreed aloud; that is what is recorded."""
        live = self.hands.on_the_table
        if ending == "concern" and live is not None and live.profile.tested_by == "group":
            self.opens.emit("weighing")
            return
        text = self.card.pending()
        if ending == "accepted" and text and not self.hands.do(proposals.amend, text):
            return
        self.hands.do(consent.end_objection, self.bench.chosen, ending, "", agreed=True)
