"""A decision in its exact words: when it comes back and who looks after it have defaults, people correct them."""

from __future__ import annotations

from coalmeet.meeting.absent import provisional_lines
from coalmeet.meeting.deciding import count_words, is_vote
from coalmeet.meeting.moves import terms
from coalmeet.meeting.order import coming_item
from coalmeet.meeting.proposal import Proposal
from coalmeet.meeting.publish import RESULT_WAITS
from coalmeet.meeting.publish_decision import result
from coalmeet.meeting.say import say
from coalmeet.meeting.state import Meeting
from coalmeet.meeting.voting import tally
from coalmeet.meeting.words import listed
from coalmeet.text import _, ngettext
from ui import theme
from ui.desk.criteria import Criteria
from ui.desk.day_field import DayField
from ui.desk.hands import Hands
from ui.desk.line_field import LineField
from ui.desk.step import Step
from ui.desk.tool import Tool, Verbs
from ui.desk.tools.item import leave
from ui.widgets.card import Card
from ui.widgets.fields import Field
from ui.widgets.labels import Icon, OneLine, Wrapped
from ui.widgets.layouts import column, row, widget


class ResultTool(Tool):
    """Nothing has to be filled in: the next item is one key away."""

    def __init__(self, hands: Hands) -> None:
        super().__init__(hands)
        self._icon = Icon("gavel", "accent", 20)
        self._outcome = OneLine("", theme.SECTION, theme.STRONG)
        self._words = Wrapped("", theme.SECTION, theme.MEDIUM)
        self._provisional = Wrapped("", theme.DETAIL, theme.STRONG)
        self._lines = Wrapped("", theme.DETAIL, tone="ink2")
        self.review = DayField(lambda: hands.meeting, _("Comes back on"))
        self.review.chosen.connect(self._set_review)
        self.responsible = LineField()
        self.responsible.setPlaceholderText(_("nobody yet"))
        self.responsible.editingFinished.connect(self._name)
        self._fields = widget(
            row(
                (Field(_("Comes back on"), self.review), 1),
                12,
                (Field(_("Who looks after it"), self.responsible), 1),
            )
        )
        self.criteria = Criteria(hands)
        head = row(self._icon, 10, (self._outcome, 1))
        body = column(
            head, 10, self._words, 6, self._provisional, 10, self._fields, 12, self.criteria, self._lines,
            margins=(20, 16, 20, 18),
        )  # fmt: skip
        self.setLayout(column(Card(body), None))

    def show_meeting(self, meeting: Meeting, now: int) -> None:
        found = self._decided(meeting)
        if found is None:
            return
        said = result(meeting, found)
        number = _("{number}: {outcome}").format(number=said.number, outcome=said.outcome_word)
        self._outcome.setText(number if said.number else said.outcome_word)
        adopted = found.stage == "adopted"
        self._icon.set_icon("gavel" if adopted else "archive", "accent" if adopted else "ink2")
        self._words.setText(said.text)
        self._fields.setVisible(adopted)
        self.criteria.show_decision(found, adopted=adopted)
        self.review.show_day(found.review_date)
        if not self.responsible.hasFocus() and self.responsible.text() != found.responsible:
            self.responsible.setText(found.responsible)
            self.responsible.setCursorPosition(0)
        waits = [_("{line}.").format(line=line) for line in provisional_lines(meeting, found)]
        self._provisional.setText("\n".join(waits))
        self._provisional.setVisible(bool(waits))
        self._lines.setText("\n".join(facts(meeting, found)))

    def step(self) -> Step:
        words = _("Next item") if coming_item(self.hands.meeting) else _("End this item")
        return Step(words, "primary", "skip-forward")

    def others(self) -> tuple[Step, ...]:
        return (Step(_("A round"), "free_round", "refresh-cw"),)

    def verbs(self) -> Verbs:
        return {"primary": lambda: leave(self.hands)}

    def says(self) -> tuple[str, ...]:
        # The call sees the result a moment later, so that a slip can be taken back; the words are said at once.
        return say(self.hands.meeting, self.hands.live.now() + RESULT_WAITS)

    def _decided(self, meeting: Meeting) -> Proposal | None:
        current = meeting.current
        found = [one for one in meeting.proposals_of(current.id) if one.decided] if current else []
        return found[-1] if found else None

    def _set_review(self, iso: str) -> None:
        found = self._decided(self.hands.meeting)
        if found is not None:
            self.hands.do(terms.set_review, found.id, iso)

    def _name(self) -> None:
        found, name = self._decided(self.hands.meeting), self.responsible.text().strip()
        if found is not None and name != found.responsible:
            self.hands.do(terms.name_responsible, found.id, name)


def facts(meeting: Meeting, decided: Proposal) -> tuple[str, ...]:
    """Who was present, who had left, how many concerns: what the minutes keep with the decision."""
    present = ngettext(
        "{count} organisation was present.", "{count} organisations were present.", len(decided.present)
    )
    said = [present.format(count=len(decided.present))]
    if is_vote(decided) and decided.versions:
        said.append(count_words(tally(decided, decided.present)))
    if decided.decided_by:
        said.append(_("{who} decided this.").format(who=decided.decided_by))
    if decided.left_before:
        names = listed([meeting.name_of(one) for one in decided.left_before])
        said.append(_("Left before: {names}.").format(names=names))
    concerns = [one for one in decided.answers if one.answer == "concern" and one.version == decided.version]
    for one in concerns:
        words = _("Concern of {organisation}: {text}") if one.text else _("Concern of {organisation}.")
        said.append(words.format(organisation=meeting.name_of(one.organisation), text=one.text))
    return tuple(said)
