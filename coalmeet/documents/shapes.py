"""Rules, bars, boxes and marks: what is drawn beside words. Each gives drawing commands for a spot on the page."""

from __future__ import annotations

import math
from collections.abc import Callable

from coalmeet.documents.objects import number
from coalmeet.documents.paper import INK, OVER, RULE
from coalmeet.documents.strips import Shape, Strip

_ROUND = 0.5523  # how far a curve's handles stand out to make a quarter of a circle


def rule(
    x: float, width: float, *, ink: str = RULE, thick: float = 0.6, gap: float = 0.0, below: float = 0.0
) -> Strip:
    """A horizontal line across; `below` is empty space that follows it."""

    def draw(left: float, top: float) -> str:
        return box(left + x, top - thick / 2, width, thick, ink)

    return Strip(thick + below, [Shape(draw)], gap=gap)


def box(x: float, y: float, width: float, height: float, ink: str) -> str:
    """A filled rectangle; x, y is its lower left corner."""
    return f"{ink} rg {number(x)} {number(y)} {number(width)} {number(height)} re f"


def time_bar(
    planned: float, used: float, longest: float, room: float, ink: str
) -> Callable[[float, float], str]:
    """A thin bar from the spot to the right: the plan as track and tick, what was used filled, what was over apart."""
    scale = room / max(longest, 1.0)
    plan, use = planned * scale, used * scale

    def draw(x: float, y: float) -> str:
        parts = [box(x, y - 1.1, plan, 2.2, RULE)] if plan else []
        parts.append(box(x, y - 1.1, min(use, plan) if plan else use, 2.2, ink))
        if plan and use > plan:
            parts.append(box(x + plan, y - 1.1, use - plan, 2.2, OVER))
        if plan:
            parts.append(box(x + plan - 0.4, y - 2.5, 0.8, 5, INK))
        return "\n".join(parts)

    return draw


def tick_box(size: float, down: float) -> Callable[[float, float], str]:
    """An empty box for a tick, its foot `down` below the top of the strip."""

    def draw(left: float, top: float) -> str:
        return f"{INK} RG 0.8 w {number(left)} {number(top - down)} {number(size)} {number(size)} re S"

    return draw


def pill(x: float, y: float, width: float, height: float, ink: str) -> str:
    """The outline of a pill; x, y is its lower left corner."""
    radius = height / 2
    handle = radius * _ROUND
    left, straight, right_, top = x, x + radius, x + width - radius, y + height

    def at(*values: float) -> str:
        return " ".join(number(value) for value in values)

    return "\n".join(
        [
            f"{ink} RG 0.9 w {at(straight, y)} m {at(right_, y)} l",
            f"{at(right_ + handle, y, x + width, y + radius - handle, x + width, y + radius)} c",
            f"{at(x + width, y + radius + handle, right_ + handle, top, right_, top)} c",
            f"{at(straight, top)} l",
            f"{at(straight - handle, top, left, y + radius + handle, left, y + radius)} c",
            f"{at(left, y + radius - handle, straight - handle, y, straight, y)} c S",
        ]
    )


def circle(x: float, y: float, radius: float) -> str:
    """The path of a circle around x, y; the caller strokes or fills it."""
    return arc(x, y, radius, 0, 4)


def arc(x: float, y: float, radius: float, first: int, quarters: int) -> str:
    """The path of some quarters of a circle, counter-clockwise; quarter 0 begins in the east."""

    def at(angle: float, beside: float = 0.0) -> str:
        cosine, sine = math.cos(angle), math.sin(angle)
        return (
            f"{number(x + radius * (cosine - beside * sine))} {number(y + radius * (sine + beside * cosine))}"
        )

    parts = [f"{at(first * math.pi / 2)} m"]
    for quarter in range(first, first + quarters):
        begin, end = quarter * math.pi / 2, (quarter + 1) * math.pi / 2
        parts.append(f"{at(begin, _ROUND)} {at(end, -_ROUND)} {at(end)} c")
    return " ".join(parts)
