"""You can say: sentences to read aloud at every stage, kind and short, with other words for them."""

from __future__ import annotations

from coalmeet.meeting.consent import answers_missing
from coalmeet.meeting.publish import shown_stage
from coalmeet.meeting.sentences import turn_names
from coalmeet.meeting.state import Meeting
from coalmeet.meeting.timing import left_ms
from coalmeet.public import Stage
from coalmeet.text import _


def say(meeting: Meeting, now: int) -> tuple[str, ...]:
    """What the facilitator may read aloud now; the first is the best, the others are other words for it."""
    shown = shown_stage(meeting, now)
    if shown in (Stage.ROUND, Stage.TEMPERATURE) and meeting.round:
        return _in_a_round(meeting, shown)
    if shown is Stage.CONSENT:
        return _consent(meeting)
    if shown is Stage.PROPOSAL:
        return _proposal(meeting)
    if shown is Stage.ITEM:
        return _item(meeting, now)
    return _fixed(shown)


def _in_a_round(meeting: Meeting, shown: Stage) -> tuple[str, ...]:
    name, following = turn_names(meeting)
    if not name:
        return (_("Thank you. Has everybody been heard?"), _("Is anybody still waiting to speak?"))
    if shown is Stage.TEMPERATURE:
        first = _("{name}, one word: how do you feel about our coalition today?").format(name=name)
        return (first, _("{name}, your word? You may also pass.").format(name=name))
    if following:
        asked = _("{name}, please. {next} is next. Nobody answers yet.").format(name=name, next=following)
        return (asked, _("We hear {name} now, then {next}.").format(name=name, next=following))
    return (
        _("{name}, you have the last word of this round.").format(name=name),
        _("And now {name}.").format(name=name),
    )


def _consent(meeting: Meeting) -> tuple[str, ...]:
    name, _following = turn_names(meeting)
    live = meeting.live_proposal(meeting.current.id) if meeting.current else None
    if live is not None and not answers_missing(meeting, live):
        return (
            _("Nobody objects. The text is adopted as it stands on the screen."),
            _("I hear no objection. So we have decided."),
        )
    if name:
        return (
            _("{name}, is there a reason why trying this now would harm what we want together?").format(
                name=name
            ),
            _("{name}, anything unsafe to try?").format(name=name),
            _("{name}, is this good enough for now?").format(name=name),
        )
    return (
        _("Is there a reason why trying this now would harm what we want together?"),
        _("Anything unsafe to try?"),
    )


def _proposal(meeting: Meeting) -> tuple[str, ...]:
    live = meeting.live_proposal(meeting.current.id) if meeting.current else None
    table = {
        "presented": (
            _("Please read the proposal to us, and tell us what need it answers."),
            _("What is the proposal, and why now?"),
        ),
        "clarifying": (
            _("Which questions do you have, so that you understand it? No opinions yet."),
            _("Is anything in the text unclear?"),
        ),
        "reacting": (
            _("Let us hear a first reaction from each. Nobody answers yet."),
            _("In a sentence: how does this text land with you?"),
        ),
        "amending": (
            _("What would make this text better, so that we can try it?"),
            _("Which words would you change?"),
        ),
    }
    return table.get(live.stage if live else "", table["presented"])


def _item(meeting: Meeting, now: int) -> tuple[str, ...]:
    current = meeting.current
    if current is None:
        return (_("Shall we go on with the next item?"), _("Is there anything left before we go on?"))
    if current.minutes and left_ms(current, now) < 0:
        return (
            _("Our time for this is up. What do we need to finish it: a few minutes, or another meeting?"),
            _("Time is up. Shall we stop here, or who gives us some minutes?"),
        )
    if current.entry.desired_outcome:
        wanted = _("At the end of this we want: {outcome}").format(outcome=current.entry.desired_outcome)
        return (wanted, _("Let us look at what we want to have at the end."))
    table = {
        "update": _("What has changed since last time, and what do you need from us?"),
        "decision": _("We want to decide this today. Who presents the proposal?"),
        "discussion": _("What should we know before we decide anything here?"),
    }
    return (
        table.get(current.entry.label, _("What do we want to have at the end of this?")),
        _("Who would like to begin?"),
    )


def _fixed(shown: Stage) -> tuple[str, ...]:
    table = {
        Stage.WELCOME: (
            _("Welcome, good to see you. Here is the agenda: does anything stand in its way?"),
            _("Can we work with this agenda today?"),
        ),
        Stage.TEMPERATURE: (
            _("We begin with one word each: how do you feel about our coalition today?"),
            _("One word from everybody. You may pass."),
        ),
        Stage.INTEGRATING: (
            _(
                "Thank you for the objection, it helps us. What would the "
                "text need, so that it no longer holds?"
            ),
            _("Who has an idea that meets both needs?"),
        ),
        Stage.RESULT: (
            _("We have decided. Thank you all."),
            _("That is our decision, in exactly these words."),
        ),
        Stage.WORK_PLAN: (
            _("We go through what is open: done, moved, handed on, or dropped because it was too much?"),
            _("What can we tick off, and what was too much?"),
        ),
        Stage.BREAK: (
            _("We are back at the time on the screen. Please be there, we begin without waiting."),
        ),
        Stage.CLOSING: (
            _("One thing to keep, one thing to change. Who begins?"),
            _("What was good today, what shall we do otherwise next time?"),
        ),
        Stage.CLOSED: (_("Thank you all. The minutes will be with you, and with those who could not come."),),
    }
    return table.get(shown, (_("Shall we go on?"),))
