"""A decision on its way to consent: present, clarify, react, amend; the text is open to every change."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent

from coalmeet.ids import new_id
from coalmeet.meeting import turns
from coalmeet.meeting.absent import absent_members
from coalmeet.meeting.moves import again, proposals, rounds
from coalmeet.meeting.proposal import Proposal
from coalmeet.meeting.round_cost import cost, cost_words
from coalmeet.meeting.state import Meeting
from coalmeet.meeting.voting import VOTED
from coalmeet.text import _, ngettext
from ui import theme
from ui.desk import round_verbs
from ui.desk.before import to_review
from ui.desk.hands import Hands, gesture
from ui.desk.kind_choice import KindChoice
from ui.desk.proposal_card import ProposalCard
from ui.desk.scroll import bring_turn
from ui.desk.step import Step
from ui.desk.tool import Tool, Verbs
from ui.desk.tools.item import leave
from ui.desk.turns_card import TurnsCard
from ui.widgets.labels import Wrapped
from ui.widgets.layouts import column

AFTER = {"draft": "clarifying", "presented": "clarifying", "clarifying": "reacting"}


class ProposalTool(Tool):
    """Its large button goes on to the next stage; F fixes the text and asks for consent from any of them."""

    def __init__(self, hands: Hands) -> None:
        super().__init__(hands)
        self.card = ProposalCard()
        self.turns = TurnsCard()
        self._open = Wrapped("", theme.DETAIL, theme.MEDIUM)
        self.kind = KindChoice()
        self._cost = Wrapped("", theme.DETAIL, tone="ink2")
        self.setLayout(column(self.card, 8, self.kind, self._open, self.turns, 4, self._cost, None))
        self.card.edited.connect(self._amend)
        self.card.left.connect(lambda: self.opens.emit("ways_out"))
        self.card.translated.connect(lambda: self.opens.emit("second_language"))
        self.card.box.textChanged.connect(self.restated)
        self.card.turned.connect(self.restated)

    def show_meeting(self, meeting: Meeting, now: int) -> None:
        current = meeting.current
        if current is None:
            return
        live = meeting.live_proposal(current.id)
        self.card.show_proposal(meeting, current, live)
        self.kind.show_item(meeting, current, live)
        self._open.setText(_objections(meeting, live))
        self._open.setVisible(bool(self._open.text()))
        self.turns.setVisible(meeting.round is not None)
        if meeting.round is not None and self.turns.show_round(meeting, meeting.round):
            bring_turn(self, self.turns, lambda: self.turns)
        self.show_now(meeting, now)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self.turns.isHidden() and not self.card.is_writing():
            bring_turn(self, self.turns, lambda: self.turns)

    def show_now(self, meeting: Meeting, now: int) -> None:
        self._cost.setText(_cost_of_next(meeting, self.hands.on_the_table, now))
        self._cost.setVisible(bool(self._cost.text()))

    def step(self) -> Step:
        meeting, live = self.hands.meeting, self.hands.on_the_table
        if live is None and _reviewed(self.hands.meeting):
            return Step(_("Next item"), "primary", "skip-forward")
        if live is None and self._unchanged():
            return Step(_("It is kept"), "primary", "check")
        if live is None:
            empty = not self.card.box.toPlainText().strip()
            reason = _("Write the proposal in a sentence that could be adopted.") if empty else ""
            return Step(_("Put it on the table"), "primary", "gavel", reason)
        if meeting.round is not None:
            return round_verbs.step_of(meeting, meeting.round)
        return _next_stage(meeting, live)

    def others(self) -> tuple[Step, ...]:
        meeting, live = self.hands.meeting, self.hands.on_the_table
        if live is None:
            chooses = any(one.method == "selection" for one in meeting.kinds)
            open_yet = meeting.current is not None and not meeting.current.entry.kind
            return (Step(_("Choose a person"), "candidates", "users"),) if chooses and open_yet else ()
        if meeting.round is not None:
            return round_verbs.others_of(meeting, meeting.round)
        if self.card.is_writing():
            return ()  # their keys stay: what is written needs the room
        objects = Step(_("Somebody objects"), "raise_objection")
        found = [] if live.method in VOTED and not live.fallback else [objects]
        if _following(live):
            words = _("Vote now") if live.method in VOTED else _("Ask for consent now")
            found.insert(0, Step(words, "fix_text"))
        if absent_members(meeting) and live.stage in AFTER:
            found.append(Step(_("Absent members wrote"), "absent", "users"))
        return tuple(found)

    def verbs(self) -> Verbs:
        if self.hands.on_the_table is None:
            return {"primary": self._bring, "edit_text": self.card.open, "fix_text": self._bring_and_fix}
        found = {
            "primary": self._go_on,
            "edit_text": self.card.open,
            "fix_text": self._fix,
            "raise_objection": lambda: self.opens.emit("objection"),
            "ways_out": lambda: self.opens.emit("ways_out"),
            "second_language": lambda: self.opens.emit("second_language"),
        }
        if self.hands.meeting.round is not None:
            return {**found, **round_verbs.verbs_of(self.hands)}
        return found

    @gesture
    def _bring(self) -> None:
        current, text = self.hands.meeting.current, self.card.box.toPlainText()
        if _reviewed(self.hands.meeting):
            leave(self.hands)
        elif self._unchanged():
            self.hands.do(again.keep)
        elif current is not None:
            entry = current.entry
            kind = self.kind.kind(current)
            self.hands.do(proposals.bring, new_id(), text, entry.proposer, entry.need, kind)

    def _bring_and_fix(self) -> None:
        """A draft that all know from the agenda: it is put on the table, and consent is asked, in one stroke."""
        if not (_reviewed(self.hands.meeting) or self._unchanged()):
            self._bring()
            if self.hands.on_the_table is not None:
                self._fix()

    def _unchanged(self) -> bool:
        """Whether a decision is under review, and nobody has written another text for it."""
        current, text = self.hands.meeting.current, self.card.box.toPlainText().strip()
        if current is None or not to_review(self.hands.meeting, current):
            return False
        return text == current.entry.again.words.strip()

    @gesture
    def _amend(self, text: str) -> None:
        if self.hands.do(proposals.amend, text):
            self.card.close_box()

    def keep_written(self) -> bool:
        """What is being written counts: whoever goes on means the text that they see. False where it is refused."""
        text = self.card.pending()
        on_table = self.hands.on_the_table is not None
        return not (text and on_table) or bool(self.hands.do(proposals.amend, text))

    def _fix(self) -> None:
        if self.keep_written():
            self.hands.do(proposals.ask_for_consent, new_id())

    @gesture
    def _go_on(self) -> None:
        live = self.hands.on_the_table
        following = _following(live) if live is not None else ""
        if not following:
            self._fix()
            return
        written = bool(self.card.pending())
        if not self.keep_written() or (written and live is not None and live.open_objections):
            return  # the objectors are asked about the new text first
        if self.hands.do(proposals.reach, following) and following == "reacting":
            self.hands.do(rounds.begin_round, new_id(), "reactions")


def _reviewed(meeting: Meeting) -> bool:
    """Whether the decision under review was kept or ended in this item."""
    current = meeting.current
    return current is not None and any(one.item == current.id for one in meeting.reviewed)


def _following(live: Proposal) -> str:
    """What comes before consent; nothing for a person, of whom everything was said in the nominations."""
    return "" if live.method == "selection" else AFTER.get(live.stage, "")


def _next_stage(meeting: Meeting, live: Proposal) -> Step:
    following = _following(live)
    if following == "clarifying":
        return Step(_("On to questions"), "primary", "circle-help")
    if following == "reacting":
        return Step(_("On to reactions, in a round"), "primary", "refresh-cw")
    count = len(turns.units(meeting, "consent"))
    words = ngettext("Fix the text and ask {count}", "Fix the text and ask all {count}", count)
    reason = "" if count else _("No member organisation is here. Note who has arrived first.")
    return Step(words.format(count=count), "fix_text", "lock" if reason else "gavel", reason)


def _cost_of_next(meeting: Meeting, live: Proposal | None, now: int) -> str:
    """What the round costs that the large button begins; "" where it begins none."""
    if live is None or meeting.round is not None or _following(live) == "clarifying":
        return ""
    if _following(live) == "reacting":
        return _("Reactions: {cost}").format(cost=cost_words(cost(meeting, now, "reactions")))
    if live.method in VOTED:
        return ""
    return _("Asked in turn: {cost} By sign it takes a minute.").format(
        cost=cost_words(cost(meeting, now, "consent"))
    )


def _objections(meeting: Meeting, live: Proposal | None) -> str:
    count = len(live.open_objections) if live else 0
    if not count:
        return ""
    return ngettext(
        "{count} objection is open. It is worked on when the text is changed.",
        "{count} objections are open. They are worked on when the text is changed.",
        count,
    ).format(count=count)
