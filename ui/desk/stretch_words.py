"""What is written into one stretch of the afternoon: its title whole where its height allows, then its minutes."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QFont

from coalmeet.text import _
from ui import theme
from ui.desk.timeline import Stretch
from ui.widgets import lines

LINE, ABOVE = 19, 5  # design pixels: from one line to the next, and above the first where there are several
MOST_OF_A_TITLE = 3  # lines


@dataclass(frozen=True, slots=True)
class Said:
    """Lines of the title and of the minutes below it; `beside` stands at the end of the title's last line."""

    title: tuple[str, ...]
    below: tuple[str, ...] = ()
    beside: str = ""

    def height(self) -> float:
        """Logical pixels that the lines take."""
        return theme.px(LINE) * (len(self.title) + len(self.below))


def titled(part: Stretch) -> str:
    """The title, ticked once the item is done."""
    done = part.kind in {"done", "over"}
    return _("✓ {title}").format(title=part.title) if done else part.title


def in_its_direction(line: str) -> str:
    """A line for a window of either direction: a Latin title stays one, also from the right; its tick stands before."""
    tick = _("✓ {title}").format(title="")
    ticked = line.startswith(tick)
    return (tick if ticked else "") + lines.isolated(line.removeprefix(tick) if ticked else line)


def fits_one_line(part: Stretch, width: float) -> bool:
    """Whether its title needs no second line in this width, in logical pixels."""
    return lines.width_of(titled(part), title_font(now=part.kind == "now")) <= width


def title_font(*, now: bool) -> QFont:
    """The letters of a title."""
    return theme.font(theme.DETAIL, theme.STRONG if now else theme.MEDIUM)


def detail_font() -> QFont:
    """The letters of the minutes."""
    return theme.font(theme.META, tabular=True)


def said_in(title: str, detail: str, short: str, letters: QFont, width: float, height: float) -> Said:
    """What has room in a stretch of this size, in logical pixels: the title before the minutes, never half a line."""
    room = max(1, int((height - 2) // theme.px(LINE)))
    whole = lines.wrap_evenly(title, letters, width, MOST_OF_A_TITLE)
    if len(whole) > room:
        return Said(lines.wrap(title, letters, width, room))
    if len(whole) == room or (len(whole) == 1 and detail == short):
        left = width - lines.width_of(whole[-1], letters) - theme.px(8)
        fits = [one for one in (detail, short) if lines.width_of(one, detail_font()) <= left]
        if fits or len(whole) == room:  # no line is left for the minutes: beside the title, if at all
            return Said(whole, beside=fits[0] if fits else "")
    return Said(whole, lines.wrap(detail, detail_font(), width, min(2, room - len(whole))))
