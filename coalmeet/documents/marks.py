"""The marks of outcomes: told apart by shape first, by ink second, and always with a word beside them."""

from __future__ import annotations

from collections.abc import Callable

from coalmeet.documents.objects import number
from coalmeet.documents.paper import HOLDS, SOFT, WAITING
from coalmeet.documents.shapes import arc, circle
from coalmeet.meeting.minutes_values import Standing

SIZE = 6.6
INKS = {Standing.HOLDS: HOLDS, Standing.PROVISIONAL: WAITING, Standing.RECOMMENDED: WAITING}


def ink(standing: Standing) -> str:
    """The ink of an outcome; what did not pass is told in plain ink, never in red."""
    return INKS.get(standing, SOFT)


def outcome_mark(standing: Standing, down: float) -> Callable[[float, float], str]:
    """A full disc holds, a half one is provisional, a ring waits, a ring with a bar did not pass.

    `down` is from the strip's top to the middle of the mark.
    """
    radius = SIZE / 2

    def draw(left: float, top: float) -> str:
        x, y, colour = left + radius, top - down, ink(standing)
        if standing is Standing.HOLDS:
            return f"{colour} rg {circle(x, y, radius)} f"
        parts = [f"{colour} RG {colour} rg 0.9 w {circle(x, y, radius - 0.45)} S"]
        if standing is Standing.PROVISIONAL:
            parts.append(f"{arc(x, y, radius, 1, 2)} h f")
        elif standing is Standing.RECOMMENDED:
            parts.append(f"{circle(x, y, 1.2)} f")
        elif standing is Standing.NOT_PASSED:
            parts.append(_line(x - 1.9, y + 1.9, x + 1.9, y - 1.9))
        elif standing is Standing.OPEN:
            parts.append(_line(x - 1.5, y, x + 1.5, y))
        return "\n".join(parts)

    return draw


def _line(x: float, y: float, to_x: float, to_y: float) -> str:
    return f"{number(x)} {number(y)} m {number(to_x)} {number(to_y)} l S"
