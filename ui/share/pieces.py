"""What a picture of the shared window is made of: small frozen pieces, placed on 1280×720.

A picture is a tuple of pieces. Two pictures can be compared, so that only what differs is painted again; and a test
can see that nothing is too small, cut off or on top of something else.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TypeAlias

from coalmeet.public import PublicPiece
from ui import theme
from ui.widgets import draw

Area: TypeAlias = tuple[float, float, float, float]  # left, top, width, height


@dataclass(frozen=True, slots=True)
class Style:
    """How a text is set; sizes are pixels of 1280×720."""

    size: float
    weight: int = theme.REGULAR
    tone: str = "ink"
    tabular: bool = False

    @property
    def leading(self) -> int:
        """From one line to the next: large letters stand closer."""
        return round(self.size * (1.2 if self.size >= 32 else 1.34))


@dataclass(frozen=True, slots=True)
class Words:
    """Lines of text, broken already; `whole` is what they were broken from.

    A text runs as its first letters do; one of `ours` in which a name comes first runs as the window does.
    """

    area: Area
    lines: tuple[str, ...]
    style: Style
    whole: str
    side: str = "start"  # start, middle or end, seen in the direction of reading
    ours: bool = False


@dataclass(frozen=True, slots=True)
class Changes:
    """A text with what was taken out struck and what was added underlined; it breaks its lines when painted."""

    area: Area
    runs: tuple[PublicPiece, ...]
    style: Style
    whole: str


@dataclass(frozen=True, slots=True)
class Box:
    """A rounded box; "" for no ground or no border."""

    area: Area
    ground: str = "surface"
    border: str = "line"
    radius: float = theme.RADIUS_CARD


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line: its area is what it fills."""

    area: Area
    tone: str = "line"


@dataclass(frozen=True, slots=True)
class Sign:
    """An icon."""

    area: Area
    icon: str
    tone: str


@dataclass(frozen=True, slots=True)
class Disc:
    """The face of one voice."""

    area: Area
    letters: str
    state: str


@dataclass(frozen=True, slots=True)
class Capsule:
    """A word with its icon in a capsule: the label of an item, or a state in a tone."""

    area: Area
    icon: str
    whole: str
    style: Style
    label: str = ""
    tone: str = ""


@dataclass(frozen=True, slots=True)
class Dial:
    """The ring of the clock: the part that is left, and how it stands. Its middle is empty: the digits stand there."""

    area: Area
    part: float
    state: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of the agenda: how much of it is used; a break that is still to come is dotted."""

    area: Area
    part: float
    tone: str
    dotted: bool = False


@dataclass(frozen=True, slots=True)
class ClockPlace:
    """Where the clock stands: a ring with digits, and a caption where the ring has room for it."""

    area: Area
    caption: str


@dataclass(frozen=True, slots=True)
class BarPlace:
    """Where the bar of the item that runs stands."""

    area: Area
    tone: str


Piece: TypeAlias = Words | Changes | Box | Rule | Sign | Disc | Capsule | Dial | Stretch
Picture: TypeAlias = tuple[Piece, ...]
Place: TypeAlias = ClockPlace | BarPlace  # of what goes on with each second
Layout: TypeAlias = tuple[Piece | Place, ...]


def mirrored(layout: Layout) -> Layout:
    """The same layout for those who read from right to left."""
    return tuple(replace(piece, area=_mirror(piece.area)) for piece in layout)


def _mirror(area: Area) -> Area:
    left, top, width, height = area
    return (theme.SHARE_WIDTH - left - width, top, width, height)


def changed(before: Picture, after: Picture) -> tuple[Area, ...]:
    """The areas in which two pictures differ."""
    if len(before) == len(after):  # as after each second: most pieces stand where they stood
        pairs = [(one, other) for one, other in zip(before, after, strict=True) if one != other]
        before, after = tuple(one for one, _other in pairs), tuple(other for _one, other in pairs)
    old, new = set(before), set(after)
    return tuple(piece.area for piece in (*before, *after) if (piece in old) != (piece in new))


def touches(piece: Piece, part: Area, around: float) -> bool:
    """Whether a piece paints anything in a part of the picture; what is painted may reach `around` beyond its area."""
    left, top, wide, tall = piece.area
    meets = (
        left <= part[0] + part[2] + around
        and part[0] - around <= left + wide
        and top <= part[1] + part[3] + around
        and part[1] - around <= top + tall
    )
    return meets and not (isinstance(piece, Dial) and _in_the_middle(piece, part))


def _in_the_middle(dial: Dial, part: Area) -> bool:
    """Whether a part lies where the ring is empty: so each second only the digits are painted."""
    left, top, side, _tall = dial.area
    empty = side * (0.5 - draw.RING) - 2
    across = max(abs(part[0] - left - side / 2), abs(part[0] + part[2] - left - side / 2))
    down = max(abs(part[1] - top - side / 2), abs(part[1] + part[3] - top - side / 2))
    return across * across + down * down < empty * empty
