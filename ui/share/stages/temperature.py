"""The temperature round: lines to write on, words as typed, one size for all, a name only where a word is missing."""

from __future__ import annotations

from dataclasses import dataclass

from coalmeet.public import PublicTurn, PublicView, PublicWord
from coalmeet.text import _
from ui import theme
from ui.share import frame, setting
from ui.share.pieces import Style
from ui.share.sheet import BOTTOM, CAPTION, LEFT, SMALL, WIDTH, Sheet

_USUAL = 24  # letters; longer "words" end in … rather than making everybody's smaller


@dataclass(frozen=True, slots=True)
class _Grid:
    """Columns and rows for a number of people; size is that of the words, before they must fit."""

    columns: int
    rows: int
    size: float
    gap: float


def temperature(sheet: Sheet, view: PublicView) -> None:
    """Place the temperature round."""
    frame.small_clock(sheet, view.clock)
    top = frame.title(sheet, view.sentence, 82, frame.BESIDE_SMALL, 44 if len(view.words) <= 9 else 34) + 6
    top = _standing(sheet, view, top)
    if view.words:
        _grid(sheet, view, max(top + 12, frame.UNDER_SMALL - 4))


def _standing(sheet: Sheet, view: PublicView, top: float) -> float:
    given = sum(1 for word in view.words if word.word)
    count = _("{given} of {all} given. You may pass.").format(given=given, all=len(view.words))
    quiet = Style(24, tone="ink2")
    left, room = LEFT, frame.BESIDE_SMALL - setting.width_of(count, quiet)
    speaking = _speaking(view.turns) if len(view.words) > 9 else []  # in large slots the names stand there
    for at, turn in enumerate(speaking):
        now = turn.state == "now"
        style = Style(24, theme.BOLD if now else theme.MEDIUM)
        said = Style(24, theme.STRONG if now else theme.REGULAR, "accent" if now else "ink2")
        free = room - (left - LEFT) - setting.width_of(turn.note, said) - 36
        after = sum(setting.width_of(other.name, style) + 130 for other in speaking[at + 1 :])
        left += sheet.line(left, top, max(free / 2, free - after), turn.name, style) + 8
        left += sheet.line(left, top, 200, turn.note, said) + 28
    sheet.line(left, top, frame.BESIDE_SMALL, count, quiet)
    return top + 34


def _speaking(turns: tuple[PublicTurn, ...]) -> list[PublicTurn]:
    found = [turn for turn in turns if turn.state in {"now", "next"}]
    return sorted(found, key=lambda turn: turn.state != "now")


def _grid(sheet: Sheet, view: PublicView, top: float) -> None:
    grid, height = _choose(len(view.words)), BOTTOM + 2 - top
    step = (WIDTH + grid.gap) / grid.columns
    width, row = step - grid.gap, min(height / grid.rows, 106.0 if grid.columns <= 3 else 60.0)
    size = _size(view.words, grid, width, row)
    stands = {turn.name: turn for turn in view.turns}
    for at, word in enumerate(view.words[: grid.columns * grid.rows]):
        column, line = (at % 3, at // 3) if grid.columns <= 3 else divmod(at, grid.rows)[:2]
        left = LEFT + column * step
        _slot(sheet, (left, top + line * row, width, row), word, stands.get(word.name), size)


def _choose(count: int) -> _Grid:
    if count <= 9:
        return _Grid(3, 3, 40, 40)
    if count <= 42:
        return _Grid(6, 7, 26, 32)
    if count <= 80:
        return _Grid(8, 10, 20, 20)
    return _Grid(9, 13, 18, 16)


def _size(words: tuple[PublicWord, ...], grid: _Grid, width: float, row: float) -> float:
    """One size for all words, so that the usual ones fit."""
    usual = [word.word for word in words if 0 < len(word.word) <= _USUAL]
    room = row - (30 if grid.columns <= 3 else 3)
    for size in setting.sizes(grid.size, theme.SHARE_LEAST):
        style = Style(size, theme.STRONG)
        if style.leading <= room and all(setting.width_of(text, style) <= width for text in usual):
            return size
    return theme.SHARE_LEAST


def _slot(
    sheet: Sheet,
    area: tuple[float, float, float, float],
    word: PublicWord,
    turn: PublicTurn | None,
    size: float,
) -> None:
    left, top, width, height = area
    large = height > 70
    base = top + height - (34 if large else 4)
    style = Style(size, theme.STRONG if large else theme.MEDIUM)
    state = turn.state if turn else ""
    if word.word:
        sheet.line(left, base - style.leading, width, word.word, style)
    tone, thick = {"now": ("accent", 4.0), "next": ("ink3", 2.0)}.get(state, ("line", 2.0))
    sheet.rule(left, base, width, tone, thick)
    if word.word:
        return
    name = turn.note if turn and state == "passed" else word.name
    strong = theme.STRONG if state == "now" else theme.REGULAR
    tone = "accent" if state == "now" else "ink2"
    if large:
        said = (
            _("{name}, {word}").format(name=name, word=turn.note)
            if turn and turn.note and state != "passed"
            else name
        )
        sheet.line(left, base + 6, width, said, Style(CAPTION.size, strong, tone))
    else:
        sheet.line(left, base - SMALL.leading, width, name, Style(SMALL.size, strong, tone))
