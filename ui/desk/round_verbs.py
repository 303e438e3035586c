"""What can be done in any round: next speaker, come back later, pass, end it."""

from __future__ import annotations

from coalmeet.meeting import turns
from coalmeet.meeting.moves import rounds
from coalmeet.meeting.state import Meeting, Round
from coalmeet.text import _
from ui.desk import phrases
from ui.desk.hands import Hands
from ui.desk.step import Step
from ui.desk.tool import Verbs


def step_of(meeting: Meeting, the_round: Round) -> Step:
    """On to the next speaker, or the end of the round when all have been heard."""
    left = turns.waiting(meeting, the_round)
    if not left:
        return Step(_("End the round"), "next_speaker", "check")
    return Step(_("Next speaker"), "next_speaker", "chevron-right")


def others_of(meeting: Meeting, the_round: Round) -> tuple[Step, ...]:
    """Come back to this speaker, pass where that is allowed."""
    left = turns.waiting(meeting, the_round)
    if not left:
        return ()
    name = phrases.first_name(turns.speaker(meeting, left[0]) or meeting.name_of(left[0]))
    found = []
    if len(left) > 1:
        found.append(Step(_("Come back to {name}").format(name=phrases.short(name, 18)), "later"))
    if the_round.kind in turns.MAY_PASS:
        found.append(Step(_("Passes"), "pass"))
    return tuple(found)


def verbs_of(hands: Hands) -> Verbs:
    """The keys of a round."""
    return {
        "primary": lambda: go_on(hands),
        "next_speaker": lambda: go_on(hands),
        "later": lambda: hands.do(rounds.ask_later),
        "pass": lambda: hands.do(rounds.let_pass),
        "end_round": lambda: hands.do(rounds.end_round),
    }


def go_on(hands: Hands) -> None:
    """The speaker was heard: on to the next, or the end of the round after the last."""
    the_round = hands.meeting.round
    if the_round is not None and not turns.waiting(hands.meeting, the_round):
        hands.do(rounds.end_round)
    else:
        hands.do(rounds.hear)
