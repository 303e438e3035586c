"""What a round costs, said before it begins: how many turns, about how long, and what is left of the item."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from coalmeet.meeting import turns
from coalmeet.meeting.state import Meeting, Round
from coalmeet.meeting.timing import MINUTE, left_ms
from coalmeet.text import _, ngettext

USUAL_SECONDS = 60  # a turn, as long as this meeting has not shown how long its turns are
WORD_SECONDS = 20  # a word of the temperature round, by name and in its own time
SIGN_MINUTES = 1  # all signs together, with the names of those whose sign was not seen
GROUP_MINUTES = 6  # the usual length of small groups
GROUP_SIZE = 4  # people in a small group, of whom one tells what was said


@dataclass(frozen=True, slots=True)
class Cost:
    """Turns, whole minutes they take, and the whole minutes that the item has left, None without a timebox."""

    turns: int
    minutes: int
    left: int | None

    @property
    def too_much(self) -> bool:
        """Whether the round takes longer than the item has."""
        return self.left is not None and self.minutes > self.left


def turn_seconds(meeting: Meeting, kind: str) -> int:
    """Seconds that a turn takes here: the median of this meeting's turns in such rounds, else a minute.

    A word and an answer are shorter than a turn, so temperature and consent rounds are measured by themselves. The
    median is not moved by a pause, by a story that took ten minutes, or by small groups.
    """
    alone = {"temperature", "consent"}
    alike = {kind} if kind in alone else {one.kind for one in meeting.rounds} - alone
    found = [length for one in meeting.rounds if one.kind in alike for length in _lengths(one)]
    usual = WORD_SECONDS if kind == "temperature" else USUAL_SECONDS
    return max(1, round(median(found) / 1000)) if found else usual


def _lengths(one: Round) -> list[int]:
    """Milliseconds of each turn that was spoken."""
    ends = (one.begun, *one.marks)
    return [max(0, end - begin) for begin, end in pairwise(ends)]


def cost(
    meeting: Meeting,
    now: int,
    kind: str = "free",
    unit: str = "organisation",
    way: str = "turn",
    minutes: int = 0,
    seconds: int = 0,
    turns_left: int | None = None,
) -> Cost:
    """What such a round would cost now. `minutes` is how long small groups would have, 0 for the usual length;
    `seconds` is a time per turn, 0 for none; `turns_left` counts the turns of a round that has begun.
    """
    count = len(turns.units(meeting, kind, unit)) if turns_left is None else turns_left
    each = seconds or turn_seconds(meeting, kind)
    if way == "sign":
        needed = SIGN_MINUTES
    elif way == "groups":
        groups = -(-len(turns.units(meeting, kind, "person")) // GROUP_SIZE)
        needed = (minutes or GROUP_MINUTES) + _minutes(groups * each)
    else:
        needed = _minutes(count * each)
    current = meeting.current
    left = max(0, round(left_ms(current, now) / MINUTE)) if current and current.minutes else None
    return Cost(count, needed, left)


def _minutes(seconds: int) -> int:
    return max(1, round(seconds / 60)) if seconds else 0


def cost_words(found: Cost, way: str = "turn") -> str:
    """The cost in words: "18 turns, about 18 min. This item has 9 min left." """
    if way == "sign":
        said = _("One sign from all together, about {count} min.").format(count=found.minutes)
    elif way == "groups":
        said = _("Small groups, then one voice from each: about {count} min.").format(count=found.minutes)
    else:
        said = ngettext(
            "{turns} turn, about {count} min.", "{turns} turns, about {count} min.", found.turns
        ).format(turns=found.turns, count=found.minutes)
    if found.left is None:
        return said
    return _("{cost} This item has {left} min left.").format(cost=said, left=found.left)
