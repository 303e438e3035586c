"""The words of many in columns: each on its line, or on a few if it is several; whole as long as there is room."""

from __future__ import annotations

from dataclasses import dataclass, replace

from coalmeet.public import PublicTurn, PublicView, PublicWord
from coalmeet.text import ngettext
from ui import theme
from ui.share import setting
from ui.share.pieces import Area, Style
from ui.share.sheet import CAPTION, SMALL, Sheet

_AFTER = 4.0  # below the line to write on
_TONES = {"now": ("accent", 4.0), "next": ("ink3", 2.0)}


@dataclass(frozen=True, slots=True)
class _Grid:
    """Columns for a number of people: how tall a row is at least, how many lines a word may take, its largest size."""

    columns: int
    row: float
    size: float
    gap: float
    most: int
    cuts: bool = False  # words that are longer may end in …


_GRIDS = (
    _Grid(4, 64, 34, 36, 3),
    _Grid(5, 54, 30, 32, 3),
    _Grid(6, 46, 26, 32, 3),
    _Grid(7, 38, 22, 26, 3),
    _Grid(8, 33, 20, 20, 3),
    _Grid(8, 27, 18, 20, 3),
    _Grid(8, 27, 18, 14, 4),
    _Grid(8, 27, 18, 14, 3, cuts=True),
    _Grid(8, 27, 18, 14, 2, cuts=True),
    _Grid(9, 26, 18, 16, 1, cuts=True),
)
_ROOMY = 54.0  # so tall a row has room for a larger name
_NAME_LINES = 2  # of a name that is waiting: whoever is called stands above by the whole name
_LOOSE, _CLOSE = 42, 80  # so many people have large rows, so many small ones; above that the smallest


@dataclass(frozen=True, slots=True)
class _Slot:
    """One line to write on: the word, or the name of whom it is asked of."""

    text: str
    style: Style
    state: str
    tall: float
    lines: int


@dataclass(frozen=True, slots=True)
class _Placed:
    slot: _Slot
    column: int
    top: float


@dataclass(frozen=True, slots=True)
class _Room:
    """What there is to fill: beyond the width `free` it begins lower."""

    width: float
    height: float
    free: float
    lower: float

    def column(self, grid: _Grid) -> float:
        """How wide a column is."""
        return (self.width + grid.gap) / grid.columns - grid.gap

    def begins(self, grid: _Grid, column: int) -> float:
        """How far down a column begins."""
        right = column * (self.column(grid) + grid.gap) + self.column(grid)
        return self.lower if right > self.free else 0.0


def line_below(sheet: Sheet, left: float, base: float, width: float, state: str) -> None:
    """The line to write on: thick and in the accent for whoever speaks, dark for whoever is next."""
    tone, thick = _TONES.get(state, ("line", 2.0))
    sheet.rule(left, base, width, tone, thick)


def written(sheet: Sheet, view: PublicView, area: Area, free: float, lower: float) -> bool:
    """Place the words in the order of the round; those who are still to come may be counted instead of named.
    Answers whether every word is whole.

    Columns that reach beyond the width `free` begin lower by `lower`: the clock stands above them.
    """
    left, top, width, height = area
    grid, placed, more = _fit(view.words, view.turns, _Room(width, height, free, lower))
    step = (width + grid.gap) / grid.columns
    for one in placed:
        slot, start = one.slot, left + one.column * step
        base = top + one.top + slot.tall - _AFTER
        room = step - grid.gap
        sheet.words(start, base - slot.lines * slot.style.leading, room, slot.text, slot.style, slot.lines)
        line_below(sheet, start, base, room, slot.state)
    if more and placed:
        text = ngettext("and {count} more", "and {count} more", more).format(count=more)
        last = placed[-1]
        at = top + last.top + last.slot.tall
        sheet.line(left + last.column * step, at, step - grid.gap, text, SMALL)
    given = {word.word for word in view.words if word.word}
    return _whole(given, placed, replace(grid, cuts=False), step - grid.gap)


def _fit(
    words: tuple[PublicWord, ...], turns: tuple[PublicTurn, ...], room: _Room
) -> tuple[_Grid, list[_Placed], int]:
    """The largest grid that holds all words and names; else the words and the first names; else what it holds."""
    count, stands = len(words), {turn.name: turn for turn in turns}
    called = {turn.name for turn in turns if turn.state in {"now", "next"}}
    needed = sum(1 for word in words if word.word or word.name in called)
    given = {word.word for word in words}
    first = 0 if count <= _LOOSE else 3 if count <= _CLOSE else 5
    for least, grids in ((count, [one for one in _GRIDS if not one.cuts]), (needed, _GRIDS)):
        for grid in grids[first:]:
            for size in setting.sizes(grid.size, max(theme.SHARE_LEAST, grid.size - 6)):
                wide = room.column(grid)
                slots = [_slot(word, stands.get(word.name), grid, size, wide) for word in words]
                placed = _flow(slots, grid, room)
                if len(placed) >= least and _whole(given, placed, grid, wide):
                    return grid, placed, count - len(placed)
    return grid, placed, count - len(placed)


def _whole(given: set[str], placed: list[_Placed], grid: _Grid, room: float) -> bool:
    """Whether every word is; in the last grids it is enough that they stand there."""
    return grid.cuts or all(
        len(setting.wrap(one.slot.text, one.slot.style, room, grid.most + 1)) <= grid.most
        for one in placed
        if one.slot.text in given
    )


def _slot(word: PublicWord, turn: PublicTurn | None, grid: _Grid, size: float, room: float) -> _Slot:
    state = turn.state if turn and not word.word else ""
    text, style = word.word, Style(size, theme.MEDIUM)
    if not text:
        text = turn.note if turn and state == "passed" else word.name
        strong = state == "now"
        small = CAPTION.size if grid.row >= _ROOMY else SMALL.size
        style = Style(small, theme.STRONG if strong else theme.REGULAR, "accent" if strong else SMALL.tone)
    lines = len(setting.wrap(text, style, room, grid.most if word.word else min(grid.most, _NAME_LINES)))
    return _Slot(text, style, state, max(grid.row, lines * style.leading + _AFTER + 2), lines)


def _flow(slots: list[_Slot], grid: _Grid, room: _Room) -> list[_Placed]:
    """The slots one below the other, column after column; those that find no place are left away, and then there is
    room to say how many they are.
    """
    placed: list[_Placed] = []
    column, top = 0, room.begins(grid, 0)
    for slot in slots:
        if top + slot.tall > room.height + 1:
            column, top = column + 1, room.begins(grid, column + 1)
        if column >= grid.columns:
            return [
                one
                for one in placed
                if one.column < grid.columns - 1 or one.top + one.slot.tall + SMALL.leading <= room.height + 1
            ]
        placed.append(_Placed(slot, column, top))
        top += slot.tall
    return placed
