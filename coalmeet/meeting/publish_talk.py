"""What the call sees of who speaks: how each voice of a round stands, the stack, and themes written down."""

from __future__ import annotations

from coalmeet.meeting import stack, turns
from coalmeet.meeting.state import Meeting, Round
from coalmeet.meeting.talk import Asking, Floor
from coalmeet.meeting.words import asking_kind
from coalmeet.public import PublicAsking, PublicLine, PublicTurn, Stage
from coalmeet.text import _, clock_time

WITH_STACK = (Stage.ITEM, Stage.PROPOSAL)  # where people talk; elsewhere a round or the result is looked at


def standing(meeting: Meeting, the_round: Round, unit: str, speaks: str = "") -> tuple[str, str]:
    """How a voice stands in a round and the word for it: heard, passed, now, next, waiting or away.

    Where people speak as they wish nobody is next, and whoever spoke last is speaking. `speaks` is a voice that
    has the word although the order says another: it was called out of turn, or still says why it objects.
    """
    left = _with_the_word(meeting, turns.called(meeting, the_round), speaks)
    place = left.index(unit) if unit in left else -1
    if unit in the_round.passed:
        return "passed", _("passed")
    if the_round.way == "popcorn" and the_round.heard[-1:] == (unit,):
        return "now", _("speaking")
    if unit in the_round.heard and place:
        return "heard", _("answered") if the_round.kind == "consent" else _("heard")
    if place in (0, 1):
        return ("now", _("speaking")) if place == 0 else ("next", _("next"))
    if turns.is_here(meeting, unit):
        return "waiting", ""
    return "away", _("line lost") if unit in turns.cut_off(meeting, the_round) else _("left")


def _with_the_word(meeting: Meeting, called: tuple[str, ...], speaks: str) -> tuple[str, ...]:
    if not called or not speaks or not turns.is_here(meeting, speaks):
        return called
    return (speaks, *(one for one in called if one != speaks))


def groups_until(meeting: Meeting) -> str:
    """When the small groups come back, as a time of day; "" while there are none."""
    now = meeting.round
    return clock_time(now.groups_until, meeting.time_zone) if now and now.groups_until else ""


def themes(meeting: Meeting) -> tuple[PublicLine, ...]:
    """What was written down in the round that is going on."""
    now = meeting.round
    return tuple(PublicLine(one.text, "", one.side) for one in meeting.themes if now and one.round == now.id)


def asking(meeting: Meeting, shown: Stage) -> tuple[PublicAsking, ...]:
    """Who has the floor, and who comes next in order; nothing while the call looks at something else."""
    if shown not in WITH_STACK or meeting.round:
        return ()
    counts = stack.turns(meeting)
    speaks = stack.speaking(meeting)
    found = [_asking(meeting, speaks, "now", counts[speaks.person] - 1)] if speaks else []
    for place, one in enumerate(stack.line(meeting)):
        found.append(_asking(meeting, one, "waiting" if place else "next", counts[one.person]))
    return tuple(found)


def _asking(meeting: Meeting, one: Asking | Floor, state: str, times: int) -> PublicAsking:
    presence = meeting.presence(one.person)
    name = meeting.name_of(one.person)
    organisation = meeting.name_of(presence.seat.organisation) if presence else ""
    return PublicAsking(
        name=name,
        detail=organisation if organisation != name else "",
        initials=initials(name),
        state=state,
        kind="" if one.kind == "new" else one.kind,
        kind_word="" if one.kind == "new" else asking_kind(one.kind),
        times=stack.times(times),
    )


def as_turns(asked: tuple[PublicAsking, ...]) -> tuple[PublicTurn, ...]:
    """The stack as turns, for a picture that has room for now and next alone."""
    notes = {"now": _("speaking"), "next": _("next")}
    return tuple(
        PublicTurn(one.name, one.detail, one.initials, one.state, notes.get(one.state, "")) for one in asked
    )


def initials(name: str) -> str:
    """Two letters for a face: of the first and last word, or the first letter of a name in one word."""
    parts = [part for part in name.split() if part[:1].isalnum()]
    if not parts:
        return name[:1]
    return parts[0][0].upper() if len(parts) == 1 else (parts[0][0] + parts[-1][0]).upper()
