"""What may be done beside noting an answer in a consent round: signs, quick consent, no answer, somebody is back."""

from __future__ import annotations

from coalmeet.meeting.asked import cut_off_unasked
from coalmeet.meeting.consent import answers_missing
from coalmeet.meeting.moves import calling
from coalmeet.meeting.proposal import Proposal
from coalmeet.meeting.state import Meeting
from coalmeet.text import _
from ui.desk.hands import Hands
from ui.desk.step import Step


def lesser_steps(meeting: Meeting, live: Proposal, *, listening: bool) -> tuple[Step, ...]:
    """What may be done beside noting an answer: as many as help now, never all there are.

    Before the first answer all are asked whether they are still here; a text that nobody discussed may be adopted
    at once, where the kind is not critical; `listening` is while an objector tells the reason.
    """
    left = answers_missing(meeting, live)
    gone = [
        Step(_("{name} is back").format(name=meeting.name_of(one)), "back_again")
        for one in sent_away(meeting)
    ]
    if not left or listening:
        return (*line_steps(meeting, live), *gone[-1:]) if not listening else ()
    signs = live.profile.answers == "sign" and not live.ruled_by.critical
    found = [Step(_("All others consent"), "by_sign", "check-check")] if signs else []
    fresh = all(answer.version != live.version for answer in live.answers)
    if fresh and live.quick and not live.ruled_by.critical and not live.open_objections:
        found = [Step(_("Nobody objects: adopt it"), "nobody_objects", "gavel")]
    if fresh and meeting.round is not None and not meeting.round.seen:
        found.append(Step(_("All are still here"), "still_here", "users"))
    elif len(left) > 1:
        found.append(Step(_("Come back to them"), "later"))
    return (*found, Step(_("No answer"), "no_answer"), *gone[-1:])


def line_steps(meeting: Meeting, live: Proposal) -> tuple[Step, ...]:
    """The two ways on while the line of somebody who was not asked is broken."""
    if not cut_off_unasked(meeting, live):
        return ()
    back = Step(_("They are back"), "line_back", "phone")
    return (back, Step(_("Go on without them"), "go_without", "log-out"))


def sent_away(meeting: Meeting) -> tuple[str, ...]:
    """Voices that count as left because they were called twice without an answer, in this round."""
    unanswered = meeting.round.unanswered if meeting.round else ()
    return tuple(one for one in dict.fromkeys(unanswered) if calling.lost(meeting, one))


def bring_back(hands: Hands) -> None:
    """Whoever was counted as left last is here again, and is called."""
    gone = sent_away(hands.meeting)
    if gone:
        hands.do(calling.back_again, gone[-1])
