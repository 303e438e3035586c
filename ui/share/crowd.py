"""Very many voices: small faces and names that may take two lines, from who is called on; then how many more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from coalmeet.public import PublicTurn
from coalmeet.text import ngettext
from ui import theme
from ui.share import setting
from ui.share.pieces import Area, Style
from ui.share.sheet import SMALL, Sheet

_WIDE, _WIDER, _GAP = 270.0, 360.0, 20.0  # a column at least, and with long names; between columns
_FACE, _ROW = 20.0, 28.0  # a face; a name on one line
_LINES = 2  # of a name; a longer one ends in …


@dataclass(frozen=True, slots=True)
class _Place:
    turn: PublicTurn
    text: str
    style: Style
    column: int
    top: float
    tall: float


def crowd(sheet: Sheet, area: Area, turns: Sequence[PublicTurn], *, consent: bool = False) -> None:
    """Place as many as there is room for, in the order of the round, whoever speaks first."""
    left, top, width, height = area
    ordered = _from_now(turns)
    for columns in range(_most(width, _WIDE), _most(width, _WIDER) - 1, -1):
        step = (width + _GAP) / columns
        placed = _flow(ordered, columns, step - _GAP - _FACE - 8, height)
        if not any(_is_cut(one, step - _GAP - _FACE - 8) for one in placed):
            break
    for one in placed:
        start, at = left + one.column * step, top + one.top
        sheet.disc(start, at + (_ROW - _FACE) / 2, _FACE, "", face_state(one.turn, consent))
        sheet.words(start + _FACE + 8, at + 2, step - _GAP - _FACE - 8, one.text, one.style, _LINES)
    more = len(turns) - len(placed)
    if more:
        last = placed[-1] if placed else None
        text = ngettext("and {count} more", "and {count} more", more).format(count=more)
        start = left + (last.column * step if last else 0)
        sheet.line(start, top + (last.top + last.tall if last else 0), step - _GAP, text, SMALL)


def face_state(turn: PublicTurn, consent: bool) -> str:
    """How a voice's face looks: in a consent round who has answered, never what, until all have."""
    if turn.answer:
        return turn.answer
    return "answered" if consent and turn.state == "heard" else turn.state


def _most(width: float, least: float) -> int:
    return max(1, int((width + _GAP) // (least + _GAP)))


def _is_cut(one: _Place, room: float) -> bool:
    return len(setting.wrap(one.text, one.style, room, _LINES + 1)) > _LINES


def _from_now(turns: Sequence[PublicTurn]) -> list[PublicTurn]:
    """Whoever is called on stands first, then who comes after; those before them come last."""
    now = next((at for at, turn in enumerate(turns) if turn.state == "now"), 0)
    return [*turns[now:], *turns[:now]]


def _flow(turns: Sequence[PublicTurn], columns: int, room: float, height: float) -> list[_Place]:
    placed: list[_Place] = []
    column, top = 0, 0.0
    for turn in turns:
        strong = turn.state == "now" or turn.answer == "objection"
        style = Style(
            SMALL.size, theme.BOLD if strong else theme.MEDIUM, "ink3" if turn.state == "away" else "ink"
        )
        text = turn.short if turn.short and setting.width_of(turn.name, style) > room else turn.name
        lines = len(setting.wrap(text, style, room, _LINES))
        tall = _ROW + (lines - 1) * style.leading
        last = turn is turns[-1]
        spare = 0 if last or column < columns - 1 else _ROW  # to say how many more there are
        if top + tall + spare > height and top:
            column, top = column + 1, 0.0
        if column >= columns:
            break
        placed.append(_Place(turn, text, style, column, top, tall))
        top += tall
    return placed
