"""A round inside an item: now, next, and one key to go on; in turn, as people wish, by sign, or in small groups."""

from __future__ import annotations

from coalmeet.meeting import turns
from coalmeet.meeting.moves import rounds
from coalmeet.meeting.state import Meeting, Round
from coalmeet.text import _, left_over
from ui import theme
from ui.desk import round_verbs
from ui.desk.hands import Hands
from ui.desk.step import Step
from ui.desk.themes_card import ThemesCard
from ui.desk.together_card import TogetherCard
from ui.desk.tool import Tool, Verbs
from ui.desk.turns_card import TurnsCard
from ui.widgets.labels import OneLine
from ui.widgets.layouts import column


class RoundTool(Tool):
    """Each in turn speaks once; it ends when nobody present is left out."""

    def __init__(self, hands: Hands) -> None:
        super().__init__(hands)
        self.turns, self.together, self.themes = TurnsCard(), TogetherCard(hands), ThemesCard(hands)
        self._time = OneLine("", theme.DETAIL, theme.MEDIUM, "ink2", tabular=True)
        self.together.chosen.connect(self._choose)
        self.setLayout(column(self.turns, self.together, 6, self._time, 6, self.themes, None))

    def show_meeting(self, meeting: Meeting, now: int) -> None:
        the_round = meeting.round
        if the_round is None:
            return
        together = bool(the_round.groups_until) or the_round.way in turns.UNCALLED
        self.turns.setVisible(not together)
        self.together.setVisible(together)
        if together:
            self.together.show_round(meeting, the_round, now)
        else:
            self.turns.show_round(meeting, the_round)
        self.themes.show_round(meeting, the_round)
        self.show_now(meeting, now)

    def show_now(self, meeting: Meeting, now: int) -> None:
        the_round = meeting.round
        words = turn_time(meeting, the_round, now) if the_round else ""
        self._time.setText(words)
        self._time.setVisible(bool(words))
        if the_round is not None and the_round.groups_until:
            self.together.show_round(meeting, the_round, now)

    def step(self) -> Step | None:
        meeting = self.hands.meeting
        return round_verbs.step_of(meeting, meeting.round, self.together.marked) if meeting.round else None

    def others(self) -> tuple[Step, ...]:
        meeting = self.hands.meeting
        return round_verbs.others_of(meeting, meeting.round) if meeting.round else ()

    def verbs(self) -> Verbs:
        found = dict(round_verbs.verbs_of(self.hands, tuple(self.together.marked)))
        field = self.themes.first()
        if field is not None:
            found["theme"] = field.setFocus
        if self.together.isVisible():
            found["stack"] = self.together.type_names
        return found

    def _choose(self, unit: str) -> None:
        """Whoever speaks as they wish; or somebody whose sign was not seen, and once more if it was after all."""
        the_round = self.hands.meeting.round
        if the_round is not None and the_round.way == "sign":
            self.together.marked ^= {unit}
            self.show_meeting(self.hands.meeting, self.hands.live.now())
            self.restated.emit()
        else:
            self.hands.do(rounds.hear, unit)


def turn_time(meeting: Meeting, the_round: Round, now: int) -> str:
    """How much of their time whoever speaks has had, for the facilitator alone; "" without a time per turn."""
    if not the_round.turn_seconds or not turns.called(meeting, the_round):
        return ""
    begun = max((the_round.begun, *the_round.marks))
    used, whole = max(0, now - begun), the_round.turn_seconds * 1000
    if used <= whole:
        return _("{used} of {whole} for this turn").format(used=left_over(used), whole=left_over(whole))
    return _("{over} over the time for this turn").format(over=left_over(used - whole))
