"""What can be done in any round: next speaker, come back later, pass, sweep, signs, small groups, end it."""

from __future__ import annotations

from collections.abc import Collection

from coalmeet.meeting import turns
from coalmeet.meeting.moves import rounds
from coalmeet.meeting.round_cost import GROUP_MINUTES
from coalmeet.meeting.state import Meeting, Round
from coalmeet.text import _, ngettext
from ui.desk import phrases
from ui.desk.hands import Hands
from ui.desk.step import Step
from ui.desk.tool import Verbs


def step_of(meeting: Meeting, the_round: Round, unseen: Collection[str] = ()) -> Step:
    """On to the next speaker, or the end of the round when all have been heard; `unseen` gave no sign."""
    if the_round.groups_until:
        return Step(_("Back together"), "next_speaker", "users")
    left = turns.waiting(meeting, the_round)
    if not left:
        return Step(_("End the round"), "next_speaker", "check")
    if the_round.way == "sign":
        return Step(_signs(len(left), len(unseen)), "next_speaker", "hand")
    if the_round.way == "popcorn":
        words = ngettext("Call {count} not heard yet", "Call {count} not heard yet", len(left))
        return Step(words.format(count=len(left)), "next_speaker", "chevron-right")
    return Step(_("Next speaker"), "next_speaker", "chevron-right")


def _signs(left: int, unseen: int) -> str:
    if unseen >= left:
        return ngettext("Call {count} by name", "Call {count} by name", left).format(count=left)
    if unseen:
        return ngettext("All but {count} gave a sign", "All but {count} gave a sign", unseen).format(
            count=unseen
        )
    return _("All gave a sign")


def others_of(meeting: Meeting, the_round: Round) -> tuple[Step, ...]:
    """Come back to this speaker, pass where that is allowed; the rarer ones are on the card of the round."""
    left = turns.called(meeting, the_round)
    more = Step(_("This round"), "free_round")
    if not left:
        return (more,) if turns.waiting(meeting, the_round) else ()
    name = phrases.first_name(turns.speaker(meeting, left[0]) or meeting.name_of(left[0]))
    found = []
    if len(left) > 1:
        found.append(Step(_("Come back to {name}").format(name=phrases.short(name, 18)), "later"))
    if the_round.kind in turns.MAY_PASS:
        found.append(Step(_("Passes"), "pass"))
    return (*found, more)


def verbs_of(hands: Hands, unseen: Collection[str] = ()) -> Verbs:
    """The keys of a round; `unseen` are those who are asked by name because no sign was seen."""
    return {
        "primary": lambda: go_on(hands, unseen),
        "next_speaker": lambda: go_on(hands, unseen),
        "later": lambda: hands.do(rounds.ask_later),
        "pass": lambda: hands.do(rounds.let_pass),
        "by_sign": lambda: hands.do(rounds.count_signs, tuple(unseen)),
        "other_way": lambda: hands.do(rounds.turn_around),
        "groups": lambda: groups(hands, GROUP_MINUTES),
        "end_round": lambda: hands.do(rounds.end_round),
    }


def go_on(hands: Hands, unseen: Collection[str] = ()) -> None:
    """The speaker was heard: on to the next, or the end of the round after the last."""
    meeting, the_round = hands.meeting, hands.meeting.round
    if the_round is None:
        hands.do(rounds.hear)  # says that there is none
        return
    left = turns.waiting(meeting, the_round)
    if the_round.groups_until:
        hands.do(rounds.bring_back)
    elif not left:
        hands.do(rounds.end_round)
    elif the_round.way == "sign" and len(unseen) < len(left):
        hands.do(rounds.count_signs, tuple(unseen))
    elif the_round.way in turns.UNCALLED:
        hands.do(rounds.sweep)
    else:
        hands.do(rounds.hear)


def groups(hands: Hands, minutes: int) -> None:
    """Into small groups, or back together."""
    the_round = hands.meeting.round
    if the_round is not None and the_round.groups_until:
        hands.do(rounds.bring_back)
    else:
        hands.do(rounds.form_groups, minutes)
