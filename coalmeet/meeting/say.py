"""You can say: sentences to read aloud at every stage, kind and short, with other words for them."""

from __future__ import annotations

from coalmeet.meeting.asked import cut_off_unasked
from coalmeet.meeting.choosing import CHANGES, nominee_name, selection_of
from coalmeet.meeting.consent import answers_missing
from coalmeet.meeting.left_the_table import say_before_adopting, say_ended
from coalmeet.meeting.proposal import Proposal
from coalmeet.meeting.publish import on_show, shown_stage
from coalmeet.meeting.sentences import turn_names
from coalmeet.meeting.stack import line
from coalmeet.meeting.state import Meeting
from coalmeet.meeting.timing import MINUTE, left_ms, threshold
from coalmeet.meeting.turns import reacted, speaker, waiting
from coalmeet.meeting.voting import tally
from coalmeet.public import Stage
from coalmeet.text import _, clock_time


def say(meeting: Meeting, now: int) -> tuple[str, ...]:
    """What the facilitator may read aloud now; the first is the best, the others are other words for it."""
    shown, seen = shown_stage(meeting, now), on_show(meeting, now)
    if seen is not None and seen.decided and shown in (Stage.RESULT, Stage.CONSENT, Stage.VOTE):
        return say_ended(meeting, seen)
    if shown in (Stage.ROUND, Stage.TEMPERATURE) and meeting.round:
        return _in_a_round(meeting, shown)
    if shown is Stage.SELECTION:
        return _selection(meeting)
    if shown is Stage.CONSENT:
        return _consent(meeting)
    if shown is Stage.VOTE:
        return _vote(meeting)
    if shown is Stage.PROPOSAL:
        return _proposal(meeting)
    if shown is Stage.INTEGRATING:
        return _integrating(meeting)
    if shown is Stage.ITEM:
        return _item(meeting, now)
    if shown is Stage.TEMPERATURE and meeting.words:
        return (
            _("Thank you all. Now we know how we are here today."),
            _("Thank you for your words. Shall we begin?"),
        )
    looked_back = meeting.evaluations or any(one.kind == "closing" for one in meeting.rounds)
    if shown is Stage.CLOSING and (looked_back or meeting.next_time.date):
        return _next_time(meeting)
    if meeting.is_adjourned:
        return (
            _("We stop here for today. Thank you all: we go on where we are, another day."),
            _("That is enough for today. Who cannot come when we go on?"),
        )
    return usual(shown)


def _in_a_round(meeting: Meeting, shown: Stage) -> tuple[str, ...]:
    name, following = turn_names(meeting)
    together = _all_together(meeting)
    if together:
        return together
    if name and meeting.round and meeting.round.way == "sweep" and meeting.round.signs:
        return (
            _("{name}, I could not see your sign. What do you say?").format(name=name),
            _("{name}, how is it for you?").format(name=name),
        )
    if name and meeting.round and meeting.round.way == "sweep":
        return (
            _("Let us hear others. {name}, what would you add? You may pass.").format(name=name),
            _("{name}, we have not heard you yet. Is there something from your side?").format(name=name),
        )
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


def _selection(meeting: Meeting) -> tuple[str, ...]:
    name, _following = turn_names(meeting)
    if not name or meeting.round is None:
        return (
            _("Thank you. For whom have we heard the strongest reasons?"),
            _("I propose the person for whom I heard the strongest reasons, not the most names."),
        )
    if meeting.round.kind == CHANGES:
        return (
            _("{name}, now that you have heard the reasons: would you name another?").format(name=name),
            _("Having heard all this: who changes their nomination?"),
        )
    return (
        _("{name}, whom do you nominate, and why? You may name yourself, or pass.").format(name=name),
        _("{name}, who would do this well, and what makes you think so?").format(name=name),
    )


def _all_together(meeting: Meeting) -> tuple[str, ...]:
    """What is said to all at once, while nobody is called: in small groups, by sign, or as people wish."""
    now = meeting.round
    if now is None or not waiting(meeting, now):
        return ()
    if now.groups_until:
        time = clock_time(now.groups_until, meeting.time_zone)
        return (
            _("Talk about it in twos and threes. We are back together at {time}.").format(time=time),
            _("Small groups until {time}; then each group tells us one thing.").format(time=time),
        )
    if now.way == "sign":
        return (
            _("Please show your sign now, all together. I call those whom I cannot see."),
            _("Thumbs, please: up, sideways or down."),
        )
    if now.way == "popcorn":
        return (
            _("Speak as you wish, each of you once. Then we hear those who have not spoken."),
            _("Who would like to begin?"),
        )
    return ()


def _stack(meeting: Meeting) -> tuple[str, ...]:
    """Who is to be called from the stack; nothing while it is empty."""
    waits = line(meeting)
    if not waits:
        return ()
    first = meeting.name_of(waits[0].person)
    if len(waits) > 1:
        second = meeting.name_of(waits[1].person)
        called = _("{name}, please, and then {next}.").format(name=first, next=second)
    else:
        called = _("{name}, please.").format(name=first)
    return (called, _("I have {name} next. Who else would like to speak?").format(name=first))


def _consent(meeting: Meeting) -> tuple[str, ...]:
    live = meeting.live_proposal(meeting.current.id) if meeting.current else None
    name = _called(meeting, live)
    if live is not None and _just_asked(meeting, live):
        return (
            _("Before we decide: is everybody still here? Is anything in this text unsafe to try?"),
            _("We decide now. Are you all still with us?"),
        )
    if live is not None and not answers_missing(meeting, live) and cut_off_unasked(meeting, live):
        return _wait_for_them()
    if live is not None and not answers_missing(meeting, live):
        return say_before_adopting(meeting, live) or (
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
    return usual(Stage.CONSENT)


def _just_asked(meeting: Meeting, live: Proposal) -> bool:
    """Whether the round has begun and nobody has been called yet."""
    now = meeting.round
    return now is not None and not now.seen and not now.heard and not now.unanswered and live.locked


def _integrating(meeting: Meeting) -> tuple[str, ...]:
    """Once the text was changed: does the objection still hold, and does the text still meet the need?"""
    live = meeting.live_proposal(meeting.current.id) if meeting.current else None
    if live is None or live.locked or not live.open_objections:
        return usual(Stage.INTEGRATING)
    objector = speaker(meeting, live.open_objections[0].organisation)
    proposer = speaker(meeting, live.proposer)
    holds = _("{name}, with these words: does your objection still hold?").format(name=objector)
    if not objector:
        return usual(Stage.INTEGRATING)
    if not proposer:
        return (holds,)
    return (holds, _("{name}, does the text still meet the need?").format(name=proposer))


def _wait_for_them() -> tuple[str, ...]:
    """While the line of somebody who was not asked is broken."""
    return (
        _("We wait a moment: a line broke, and not everybody has been asked."),
        _("Shall we wait for them, or go on? Then they count as left, and hear of it."),
    )


def _called(meeting: Meeting, live: Proposal | None) -> str:
    """Whom to call by name: whose turn it is, or whoever came back when the round had ended; "" for nobody."""
    name, _following = turn_names(meeting)
    missing = answers_missing(meeting, live) if live is not None and meeting.round is None else ()
    return name or (speaker(meeting, missing[0]) if missing else "")


def _vote(meeting: Meeting) -> tuple[str, ...]:
    live = meeting.live_proposal(meeting.current.id) if meeting.current else None
    name = _called(meeting, live)
    if live is not None and not answers_missing(meeting, live) and cut_off_unasked(meeting, live):
        return _wait_for_them()
    if live is not None and not answers_missing(meeting, live):
        reached = tally(live, meeting.voices).reached
        if reached:
            return say_before_adopting(meeting, live) or (
                _("Everybody has answered. The text is adopted as it stands on the screen."),
            )
        if live.method == "consensus":
            return (
                _(
                    "Not all of us say yes, and nobody has to. What could all of us say yes to, or do we leave it?"
                ),
                _("Thank you for saying so openly. Do we change the text, park it, or let it go?"),
            )
        return (
            _("It is not enough. What would make more of us say yes, or shall we leave it for today?"),
            _("The text does not pass as it is. Do we change it, park it, or let it go?"),
        )
    if name:
        return (
            _("{name}, yes or no? You may abstain.").format(name=name),
            _("{name}, how do you answer: yes, no, or do you abstain?").format(name=name),
        )
    return usual(Stage.VOTE)


def _proposal(meeting: Meeting) -> tuple[str, ...]:
    live = meeting.live_proposal(meeting.current.id) if meeting.current else None
    chosen = selection_of(meeting, live.id) if live else None
    if chosen is not None:
        name = nominee_name(meeting, chosen)
        return (
            _("For the reasons that I heard I propose {name}. I ask each of you, {name} last.").format(
                name=name
            ),
            _("My proposal is {name}. Is there a reason why that would harm what we want?").format(name=name),
        )
    if live is not None and live.method == "delegated":
        return (
            _("{who} decides this for us. What was decided? Please read it to us.").format(
                who=live.ruled_by.decider or _("A group or a person")
            ),
            _("Who tells us what was decided, and why?"),
        )
    if reacted(meeting):
        return (
            _("Thank you, all of you. What would you change in the text, or do we ask for consent as it is?"),
            _("We have heard each other. Does the text need other words?"),
        )
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
    asked = _stack(meeting)
    if current is None:
        return (_("Shall we go on with the next item?"), _("Is there anything left before we go on?"))
    if current.minutes and left_ms(current, now) < 0:
        return (
            _("Our time for this is up. What do we need to finish it: a few minutes, or another meeting?"),
            _("Time is up. Shall we stop here, or who gives us some minutes?"),
        )
    if asked:
        return asked
    if threshold(current, now) > 1:
        left = -(-left_ms(current, now) // MINUTE)
        return (
            _("We have {count} minutes left for this. What do we need to say before we end it?").format(
                count=left
            ),
            _("{count} minutes are left. How shall this leave the table?").format(count=left),
        )
    if current.entry.desired_outcome:
        wanted = _("At the end of this we want: {outcome}").format(outcome=current.entry.desired_outcome)
        return (wanted, _("Let us look at what we want to have at the end."))
    if meeting.kind(current.entry.kind).method == "selection":
        return (
            _("We choose somebody for a role today. Which role is it, and until when?"),
            _("What will this person do for us, and for how long?"),
        )
    table = {
        "update": _("What has changed since last time, and what do you need from us?"),
        "decision": _("We want to decide this today. Who presents the proposal?"),
        "discussion": _("What should we know before we decide anything here?"),
    }
    return (
        table.get(current.entry.label, _("What do we want to have at the end of this?")),
        _("Who would like to begin?"),
    )


def _next_time(meeting: Meeting) -> tuple[str, ...]:
    """After what to keep and what to change: the next date, who can come, who facilitates."""
    then = meeting.next_time
    if not then.date:
        return (_("When do we meet again?"), _("Which day for our next meeting?"))
    said = {one for one, _coming in then.coming}
    if any(one not in said for one in meeting.present_members) and not then.organisation:
        return (
            _("Who can come next time? Please say if you cannot."),
            _("Will we see all of you next time?"),
        )
    if not then.organisation:
        return (_("Who facilitates next time?"), _("Whose turn is it next time, and does it suit you?"))
    return (_("Thank you all. Is there anything left before we close?"), _("Then we close. Thank you all."))


def usual(shown: Stage) -> tuple[str, ...]:
    """What is said at a stage whoever is there and whatever has happened."""
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
        Stage.WORK_PLAN: (
            _("We go through what is open: done, moved, handed on, or dropped because it was too much?"),
            _("What can we tick off, and what was too much?"),
        ),
        Stage.CONSENT: (
            _("Is there a reason why trying this now would harm what we want together?"),
            _("Anything unsafe to try?"),
        ),
        Stage.VOTE: (_("Who says yes to this text?"), _("Your hands, please: who says yes?")),
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
