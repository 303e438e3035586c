"""One plain sentence for the shared window at each stage: what is being asked of those who look at it."""

from __future__ import annotations

from coalmeet.meeting.choosing import CHANGES
from coalmeet.meeting.emergency import meeting_words
from coalmeet.meeting.left_the_table import sentence_ended
from coalmeet.meeting.proposal import Proposal
from coalmeet.meeting.publish_selection import role_words
from coalmeet.meeting.state import Meeting
from coalmeet.meeting.turns import called, reacted, speaker, waiting
from coalmeet.meeting.words import ready_round
from coalmeet.public import Stage
from coalmeet.text import _


def sentence(meeting: Meeting, shown: Stage) -> str:
    """What is being asked now."""
    if shown is Stage.ROUND:
        return _round(meeting)
    if shown is Stage.SELECTION:
        return _selection(meeting)
    if shown is Stage.PROPOSAL:
        return _proposal(meeting)
    if shown is Stage.ITEM:
        return _item(meeting)
    ended = _decided_last(meeting) if shown is Stage.RESULT else None
    if ended is not None:
        return sentence_ended(ended)
    if shown is Stage.WELCOME and meeting_words(meeting):
        return meeting_words(meeting)
    if shown is Stage.TEMPERATURE and meeting.round and meeting.round.way == "sign":
        return _("Show with your hand how you feel about our coalition today.")
    if meeting.is_adjourned and shown is Stage.BREAK:
        return _("We stop here for today, and go on another day.")
    table = {
        Stage.WELCOME: _("Please look at the agenda: does anything stand in its way?"),
        Stage.TEMPERATURE: _("One word each: how do you feel about our coalition today?"),
        Stage.CONSENT: _(
            "Consent: no reason to stop. Not everyone’s favourite. All answers appear together."
        ),
        Stage.VOTE: _("A vote, one voice each. All answers appear together."),
        Stage.INTEGRATING: _("An objection helps us: what would the text need, so that it no longer holds?"),
        Stage.WORK_PLAN: _("Each open action is done, moved, handed on, or dropped."),
        Stage.BREAK: _("Take your eyes off the screen. Nothing happens without you."),
        Stage.CLOSING: _("One thing to keep, one thing to change."),
        Stage.CLOSED: _("Thank you. The minutes are on their way."),
    }
    return table.get(shown, "")


def _decided_last(meeting: Meeting) -> Proposal | None:
    """The text that left the table last in the running item."""
    found = meeting.proposals_of(meeting.current.id) if meeting.current else ()
    return next((one for one in reversed(found) if one.decided), None)


def _selection(meeting: Meeting) -> str:
    """For which role, and what is asked of each now."""
    role = {"role": role_words(meeting)}
    if meeting.round is None:
        return _("{role}: these names and reasons were heard.").format(**role)
    if meeting.round.kind == CHANGES:
        return _("{role}: having heard the reasons, would you name another?").format(**role)
    return _("{role}: each names one person, oneself too, and says why.").format(**role)


def _round(meeting: Meeting) -> str:
    now = meeting.round
    if now is None:
        return ""
    question = _ended(now.purpose or (ready_round(now.ready) if now.ready else ""))
    if now.groups_until:
        return question or _("Talk about it in small groups; then we hear from each.")
    if now.way == "sweep" and not waiting(meeting, now):
        return _("Everybody has been heard.")
    if now.way == "sweep":
        return question or _("Let us hear others.")
    if question and now.way == "popcorn":
        return _("{question} Speak as you wish, each once.").format(question=question)
    if question and now.way == "sign":
        return _("{question} Show your sign, all together.").format(question=question)
    return question or _own_sentence(now.kind, now.way)


def _ended(question: str) -> str:
    """With a full stop where nobody typed one, since another sentence may follow."""
    return question if not question or question[-1] in ".?!…。？！" else f"{question}."


def _own_sentence(kind: str, way: str) -> str:
    if way == "popcorn":
        return _("Speak as you wish, each once. Nobody cuts in.")
    if way == "sign":
        return _("Show your sign, all together.")
    table = {
        "questions": _("Questions to understand the proposal. No opinions yet."),
        "reactions": _("Each in turn says a first reaction. Nobody answers yet."),
        "closing": _("One thing to keep, one thing to change."),
    }
    return table.get(kind, _("Each in turn speaks once. Nobody cuts in."))


def _proposal(meeting: Meeting) -> str:
    live = meeting.live_proposal(meeting.current.id) if meeting.current else None
    if live is not None and live.method == "selection":
        return _("Proposed for the reasons that were heard. Each is asked now.")
    if live is not None and live.method == "delegated":
        return _("Listen to what was decided, and to the need behind it.")
    if reacted(meeting):
        return _("Each has been heard. What would make this text better?")
    table = {
        "presented": _("Listen to the proposal and to the need behind it."),
        "clarifying": _("Questions to understand the proposal. No opinions yet."),
        "reacting": _("Each in turn says a first reaction. Nobody answers yet."),
        "amending": _("What would make this text better?"),
    }
    return table.get(live.stage if live else "", _("Listen to the proposal and to the need behind it."))


def _item(meeting: Meeting) -> str:
    current = meeting.current
    if current is None:
        return _("We go on in a moment.")
    table = {
        "update": _("What has changed, and what do you need to know?"),
        "discussion": _("We listen to each other. Nothing is decided here."),
        "decision": _to_decide(meeting.kind(current.entry.kind).method),
    }
    return table.get(current.entry.label, _("We are talking about this now."))


def _to_decide(method: str) -> str:
    """What a decision is about to be; how it is taken stands below, in the words of its kind."""
    table = {
        "selection": _("We choose a person for a role together."),
        "delegated": _("We hear what was decided for us."),
    }
    return table.get(method, _("We want to decide this together."))


def turn_names(meeting: Meeting) -> tuple[str, str]:
    """Who speaks now and who is next, by name; "" where there is nobody."""
    left = called(meeting, meeting.round) if meeting.round else ()
    names = [speaker(meeting, unit) or meeting.name_of(unit) for unit in left[:2]]
    return (names[0] if names else "", names[1] if len(names) > 1 else "")
