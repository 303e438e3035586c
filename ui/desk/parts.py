"""The parts of the desk, made once: each shows the meeting in its own place and knows nothing of the others."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from ui.desk.action_row import ActionRow
from ui.desk.afternoon import Afternoon
from ui.desk.alerts import Alerts
from ui.desk.before import Before
from ui.desk.bench import Bench
from ui.desk.beside import Beside, Cards
from ui.desk.cards.absent import AbsentCard
from ui.desk.cards.agenda import AgendaCard
from ui.desk.cards.another_day import AnotherDay
from ui.desk.cards.attendance import AttendanceCard
from ui.desk.cards.candidates import Candidates
from ui.desk.cards.clock import ClockCard
from ui.desk.cards.emergency import EmergencyCard
from ui.desk.cards.entries import EntriesCard
from ui.desk.cards.extension import Extension
from ui.desk.cards.keys import KeysCard
from ui.desk.cards.last_minutes import LastMinutes
from ui.desk.cards.line_lost import LineLost
from ui.desk.cards.objection import ObjectionChoice
from ui.desk.cards.quarter import Quarter
from ui.desk.cards.repairs import Repairs
from ui.desk.cards.roles import RolesCard
from ui.desk.cards.round_choice import RoundChoice
from ui.desk.cards.second_language import SecondLanguage
from ui.desk.cards.so_far import SoFarCard
from ui.desk.cards.stack import StackCard
from ui.desk.cards.this_round import ThisRound
from ui.desk.cards.ways_out import WaysOut
from ui.desk.cards.weighing import Weighing
from ui.desk.clock_row import Clock
from ui.desk.feed import Feed
from ui.desk.file_facts import access_needs
from ui.desk.foot import Foot
from ui.desk.hands import Hands
from ui.desk.heading import Heading
from ui.desk.miniature import Miniature, Shared
from ui.desk.notes import Notes
from ui.desk.say_card import SayCard
from ui.desk.stake import Stake
from ui.desk.stand_in import StandIns
from ui.desk.steps import Steps
from ui.desk.thresholds import Thresholds
from ui.desk.tool_stack import ToolStack
from ui.desk.tools.between import Between
from ui.desk.tools.closed import Closed
from ui.desk.tools.closing import Closing
from ui.desk.tools.consent import ConsentTool
from ui.desk.tools.delegated import DelegatedTool
from ui.desk.tools.item import ItemTool
from ui.desk.tools.opening import Opening
from ui.desk.tools.proposal import ProposalTool
from ui.desk.tools.rest import Rest
from ui.desk.tools.result import ResultTool
from ui.desk.tools.round import RoundTool
from ui.desk.tools.selection import SelectionTool
from ui.desk.tools.temperature import Temperature
from ui.desk.tools.vote import VoteTool
from ui.desk.tools.work_plan import WorkPlan
from ui.desk.tools.workbench import Workbench
from ui.desk.top_bar import TopBar
from ui.live import LiveMeeting
from ui.widgets.layouts import column, widget
from ui.widgets.refusal import RefusalLine


class Parts:
    """Refusals come back to where they happened: the tool, a card, or the notes each have hands of their own."""

    def __init__(self, live: LiveMeeting, share: Shared | None) -> None:
        needs, bench = access_needs(live), Bench()
        self.hands = Hands(live)
        self.top, self.alerts = TopBar(), Alerts()
        self.afternoon = Afternoon()
        self.heading, self.steps, self.say = Heading(), Steps(), SayCard()
        self.clock, self.thresholds = Clock(whole=live.whole_minutes), Thresholds()
        self.closed, self.stake = Closed(self.hands), Stake(self.hands)
        self.before, self.stand_ins = Before(self.hands), StandIns(self.hands)
        self.tools = ToolStack(
            {
                "opening": partial(Opening, self.hands, needs),
                "temperature": partial(Temperature, self.hands),
                "item": partial(ItemTool, self.hands),
                "round": partial(RoundTool, self.hands),
                "proposal": partial(ProposalTool, self.hands),
                "consent": partial(ConsentTool, self.hands),
                "vote": partial(VoteTool, self.hands),
                "delegated": partial(DelegatedTool, self.hands),
                "selection": partial(SelectionTool, self.hands),
                "workbench": partial(Workbench, self.hands, bench),
                "result": partial(ResultTool, self.hands),
                "work_plan": partial(WorkPlan, self.hands),
                "break": partial(Rest, self.hands),
                "between": partial(Between, self.hands),
                "closing": partial(Closing, self.hands),
                "closed": lambda: self.closed,
            },
            widget(column(self.before, 4, self.stake)),
        )
        self.refusal = RefusalLine()
        self.hands.speak_through(self.refusal)
        self.actions = ActionRow()
        self.miniature, self.feed = Miniature(share), Feed(self.hands)
        self.notes = Notes(Hands(live))
        self.beside = Beside(Hands(live), _cards(needs, bench))
        self.foot = Foot()
        said_by = ((self.hands, self.refusal), (self.beside.hands, self.beside.refusal))
        self._refusals = (*said_by, (self.notes.hands, self.notes.refusal))
        for hands, line in self._refusals:
            hands.said.connect(partial(self._hush, line))

    def refusals(self) -> tuple[RefusalLine, ...]:
        """Where a refusal may stand: by the tool, in the card, by the notes."""
        return tuple(line for _hands, line in self._refusals)

    def unsaved(self) -> tuple[Callable[[], None], ...]:
        """What was done last and could not be saved, to be done once more."""
        return tuple(hands.repeat for hands, line in self._refusals if line.ways)

    def _hush(self, speaking: RefusalLine, sentence: str) -> None:
        """Only the latest refusal is said: where two say the same, neither has room beside a call."""
        for line in self.refusals():
            if sentence and line is not speaking:
                line.clear()


def _cards(needs: dict[str, str], bench: Bench) -> Cards:
    """What can be opened beside the tool, by name."""
    return {
        "attendance": lambda hands: AttendanceCard(hands, needs),
        "absent": AbsentCard,
        "agenda": AgendaCard,
        "another_day": AnotherDay,
        "candidates": Candidates,
        "clock": ClockCard,
        "emergency": EmergencyCard,
        "extension": Extension,
        "entries": EntriesCard,
        "keys": KeysCard,
        "last_minutes": LastMinutes,
        "objection": ObjectionChoice,
        "roles": RolesCard,
        "round": RoundChoice,
        "this_round": ThisRound,
        "stack": StackCard,
        "so_far": SoFarCard,
        "line": LineLost,
        "quarter": Quarter,
        "ways_out": WaysOut,
        "weighing": partial(Weighing, bench),
        "second_language": SecondLanguage,
        "repairs": partial(Repairs, bench),
    }
