"""What the desk notices of people and says without blocking: lines that broke, who is to be asked again, quorum."""

from __future__ import annotations

from functools import partial

from coalmeet.meeting.asked import to_ask_again
from coalmeet.meeting.leaving import endangered, quorum_warning
from coalmeet.meeting.moves import calling, people, rounds
from coalmeet.meeting.state import Meeting, Round
from coalmeet.meeting.turns import interrupted, to_take_up, waiting
from coalmeet.meeting.words import listed
from coalmeet.text import _, ngettext
from ui.desk.alerts import Alerts
from ui.desk.hands import Hands


def say_lines(alerts: Alerts, hands: Hands) -> None:
    """Whose line broke, until they are back; and whom a round could not hear, once they can be asked."""
    meeting = hands.meeting
    back = (_("They are back"), partial(hands.do, people.come_back))
    without = (_("Go on without them"), partial(hands.do, people.go_on_without))
    alerts.say("line", _cut_off(meeting), back, without, icon="phone")
    stands = (_("They stand by it"), partial(hands.do, calling.answers_stand))
    alerts.say("stands", _ask_whether_it_stands(meeting), stands, icon="refresh-cw")
    again = (_("Ask them now"), partial(hands.do, rounds.take_up))
    alerts.say("again", _ask_again(meeting), again, icon="refresh-cw")
    go_on = (_("Go on with the round"), partial(hands.do, rounds.take_up))
    stopped = interrupted(meeting)
    about = stopped.id if stopped else ""
    alerts.say("stopped", _not_finished(meeting, stopped), go_on, icon="refresh-cw", about=about)


def _cut_off(meeting: Meeting) -> str:
    names = [one.seat.name for one in meeting.people if one.cut_off]
    if not names or not meeting.is_open:
        return ""
    shown = listed(names) if len(names) < 5 else _("{count} people").format(count=len(names))
    return ngettext(
        "The line of {names} broke. What was said stays; they are asked again when they are back.",
        "The lines of {names} broke. What was said stays; they are asked again when they are back.",
        len(names),
    ).format(names=shown)


def _ask_whether_it_stands(meeting: Meeting) -> str:
    """Of those who had answered before their line broke: what was said since they have not heard."""
    live = meeting.live_proposal(meeting.current.id) if meeting.current else None
    names = [meeting.name_of(one) for one in to_ask_again(meeting, live)] if live and meeting.is_open else []
    if not names:
        return ""
    return ngettext(
        "{names} is back, and had answered before the line broke. Ask whether the answer still holds.",
        "{names} are back, and had answered before the lines broke. Ask whether their answers still hold.",
        len(names),
    ).format(names=listed(names))


def _ask_again(meeting: Meeting) -> str:
    """Only of those whose line broke before: a round that was broken off has ended."""
    last = to_take_up(meeting)
    if last is None or meeting.round is not None or not last.lost:
        return ""
    names = [meeting.name_of(unit) for unit in waiting(meeting, last) if unit in last.lost]
    if not names:
        return ""
    return ngettext(
        "{names} could not be heard in the round, the line had broken.",
        "{names} could not be heard in the round, the lines had broken.",
        len(names),
    ).format(names=listed(names))


def _not_finished(meeting: Meeting, stopped: Round | None) -> str:
    """That the meeting stopped for the day in the middle of a round."""
    if stopped is None or not meeting.is_open:
        return ""
    left = len(waiting(meeting, stopped))
    return ngettext(
        "The round was not finished when you stopped: {count} has not been heard.",
        "The round was not finished when you stopped: {count} have not been heard.",
        left,
    ).format(count=left)


def say_quorum(alerts: Alerts, meeting: Meeting, now: int, open_agenda: object) -> None:
    """Before a decision: that quorum depends on somebody who leaves, with the agenda to change the order."""
    words = quorum_warning(meeting, now)
    ways = ((_("Look at the agenda"), open_agenda),) if words and callable(open_agenda) else ()
    found = endangered(meeting, now) if words else None
    about = f"{found.item.id} {found.ends.at}" if found else ""
    alerts.say("quorum", words, *ways, icon="log-out", about=about)
