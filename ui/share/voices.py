"""Many voices on one sheet: faces with names, as large as their number allows, from one to seventy-five and more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from coalmeet.public import PublicTurn
from coalmeet.text import _
from ui import theme
from ui.share import columns, setting
from ui.share.crowd import crowd, face_state
from ui.share.pieces import Area, Style
from ui.share.sheet import CAPTION, LEFT, Sheet


@dataclass(frozen=True, slots=True)
class _Density:
    """How large a voice is drawn: its cell, face, name and the line below it (0: none)."""

    width: float
    height: float
    face: float
    name: float
    detail: float
    most_columns: int


_DENSITIES = (
    _Density(360, 92, 64, 26, 20, 3),
    _Density(340, 62, 46, 22, 18, 3),
    _Density(340, 54, 42, 22, 18, 3),
    _Density(270, 52, 40, 20, 18, 4),
    _Density(280, 38, 28, 20, 0, 4),
    _Density(220, 27, 20, 18, 0, 5),
)
_AFTER, _AFTER_FACE = 16.0, 1.3  # free after a cell; from its side to the name, in faces
_AIRY = 1.25  # so much taller than it must be a row becomes where there is room
_STEP = 4.0  # widths grow in such steps, so that a word that changes moves no column


@dataclass(frozen=True, slots=True)
class _Grid:
    """Where voices stand: how large each is drawn, how wide each column is, and how many rows there are."""

    density: _Density
    widths: tuple[float, ...]
    rows: int


def voices(
    sheet: Sheet, area: Area, turns: Sequence[PublicTurn], *, consent: bool = False, least_rows: int = 0
) -> None:
    """Place voices in columns, in the order of the round; when even the smallest is too large, say how many more."""
    left, top, _width, height = area
    if not turns:
        return
    grid = _choose(turns, area, least_rows)
    if grid is None:
        crowd(sheet, area, turns, consent=consent)
        return
    density, widths = grid.density, grid.widths
    largest = _name(density)
    rooms = [_room(widths[at // grid.rows], density) for at in range(len(turns))]
    even = min(
        fitting(name_in(turn, largest, room), largest, room).size
        for turn, room in zip(turns, rooms, strict=True)
    )  # names that stand together look alike
    tall = min(height / grid.rows, density.height * _AIRY)
    for at, turn in enumerate(turns):
        column, row = divmod(at, grid.rows)
        start = left + columns.begins(widths, column)
        cell = (start, top + row * tall, widths[column] - _AFTER, tall)
        _voice(sheet, cell, turn, replace(density, name=even), consent)


def have_room(turns: Sequence[PublicTurn], area: Area) -> bool:
    """Whether each voice has room in this area for its name and for the word for how it stands."""
    grid = _choose(turns, area, 0) if turns else None
    return grid is not None and grid.density.detail > 0


def _choose(turns: Sequence[PublicTurn], area: Area, least_rows: int) -> _Grid | None:
    """The largest way to show them all; of the small ones only one in which all names are whole, else None."""
    _left, _top, width, height = area
    count = len(turns)
    for density in _DENSITIES:
        most = max(1, min(density.most_columns, int(width // density.width)))
        rows = int(height // density.height)
        if count > most * rows:
            continue
        if density.detail:
            rows = max(-(-count // most), min(rows, least_rows))
            return _Grid(density, _widths(turns, density, rows, width), rows)
        small = replace(density, name=theme.SHARE_LEAST)
        widths = _widths(turns, small, rows, width)
        rooms = [_room(widths[at // rows], density) for at in range(count)]
        if all(
            setting.width_of(name_in(turn, _name(small), room), _name(small)) <= room
            for turn, room in zip(turns, rooms, strict=True)
        ):
            return _Grid(density, widths, rows)
    return None


def _widths(turns: Sequence[PublicTurn], density: _Density, rows: int, width: float) -> tuple[float, ...]:
    """How wide each column is: what its longest name and line below it need, if equal columns would cut them."""
    notes = {turn.note for turn in turns} if density.detail else set()
    below = Style(density.detail or theme.SHARE_LEAST, theme.STRONG)
    names = [_cell([(turn.name, _name(replace(density, name=theme.SHARE_LEAST)))], density) for turn in turns]
    whole = [
        _cell(
            [(turn.name, _name(density)), *((line, below) for line in _whatever_said(turn, notes))], density
        )
        for turn in turns
    ]
    firsts = range(0, len(turns), rows)
    least_each, whole_each = ([max(of[at : at + rows]) for at in firsts] for of in (names, whole))
    return tuple(columns.shared(least_each, whole_each, width))


def _whatever_said(turn: PublicTurn, notes: set[str]) -> list[str]:
    """The line below a name, with each of the words that may come to stand in it."""
    return [said(turn if turn.answer else replace(turn, note=note)) for note in notes]


def _cell(said: Sequence[tuple[str, Style]], density: _Density) -> float:
    """How wide a cell is in which these words are whole."""
    wide = max(setting.width_of(text, style) for text, style in said)
    return -(-(wide + density.face * _AFTER_FACE + _AFTER) // _STEP) * _STEP


def _name(density: _Density) -> Style:
    return Style(density.name, theme.BOLD)


def _room(width: float, density: _Density) -> float:
    return width - _AFTER - density.face * _AFTER_FACE


def name_in(turn: PublicTurn, style: Style, room: float) -> str:
    """The name, or the short one that the organisation gave itself where the whole one has no room."""
    tried = fitting(turn.name, style, room)
    return turn.short if turn.short and setting.width_of(turn.name, tried) > room else turn.name


def _voice(sheet: Sheet, cell: Area, turn: PublicTurn, density: _Density, consent: bool) -> None:
    left, top, width, height = cell
    sheet.disc(
        left,
        top + (height - density.face) / 2,
        density.face,
        _letters(turn, density),
        face_state(turn, consent),
    )
    start, room = left + density.face * _AFTER_FACE, width - density.face * _AFTER_FACE
    strong = turn.state == "now" or turn.answer == "objection"
    tone = "ink3" if turn.state == "away" else "ink"
    style = Style(density.name, theme.BOLD if strong else theme.MEDIUM, tone)
    below = said(turn) if density.detail else ""
    detail = Style(density.detail or 18, *_weight_and_tone(turn))
    free = height - 4 - (detail.leading if below else 0)
    text, (name, most) = turn.name, name_style(turn.name, style, room, free)
    if turn.short and len(setting.wrap(text, name, room, most + 1)) > most:
        text, (name, most) = turn.short, name_style(turn.short, style, room, free)
    tall = most * name.leading + (detail.leading if below else 0)
    at = top + (height - tall) / 2
    sheet.words(start, at, room, text, name, most)
    if below:
        sheet.line(start, at + most * name.leading - 1, room, below, fitting(below, detail, room))


def name_style(text: str, style: Style, room: float, height: float) -> tuple[Style, int]:
    """The style of a name and its number of lines: two, where that keeps it whole and there is the height."""
    one = fitting(text, style, room)
    if setting.width_of(text, one) <= room:
        return one, 1
    for size in setting.sizes(style.size, theme.SHARE_LEAST):
        two = setting.at_size(style, size)
        if 2 * two.leading <= height and len(setting.wrap(text, two, room, 3)) <= 2:
            return two, 2
    least = setting.at_size(style, theme.SHARE_LEAST)
    return (least, 2) if 2 * least.leading <= height else (one, 1)


def fitting(name: str, style: Style, room: float) -> Style:
    """The style of a name: a little smaller rather than cut off, as long as it stays readable."""
    tried = style
    for size in setting.sizes(style.size, max(theme.SHARE_LEAST, style.size - 6)):
        tried = setting.at_size(style, size)
        if setting.width_of(name, tried) <= room:
            break
    return tried  # what is too long even so is cut as late as possible


def _letters(turn: PublicTurn, density: _Density) -> str:
    return turn.initials if density.face >= 40 else ""  # smaller letters could not be read


def said(turn: PublicTurn) -> str:
    """The line below a name: the word for how it stands, and who speaks for it."""
    if turn.note and turn.detail and not turn.answer:
        return _("{word} · {who}").format(word=turn.note, who=turn.detail)
    return turn.note or turn.detail


def _weight_and_tone(turn: PublicTurn) -> tuple[int, str]:
    if turn.state == "now" and not turn.answer:
        return theme.STRONG, "accent"
    if turn.answer in {"concern", "aside", "objection", "no", "abstain"}:
        return theme.STRONG, "accent" if turn.answer == "concern" else "ink"
    return theme.REGULAR, "ink2"


def now_and_next(sheet: Sheet, turns: Sequence[PublicTurn], area: Area) -> None:
    """A card with who speaks now and who is next, with whole names."""
    now = next((turn for turn in turns if turn.state == "now"), None)
    after = next((turn for turn in turns if turn.state == "next"), None)
    if now is None:
        return
    left, top, width, height = area
    sheet.box(area)
    half = (width - 48) / 2 if after else width - 48
    large = _Density(0, height, min(60.0, height - 32), 26, 20, 1)
    _voice(sheet, (left + 24, top, half - 24, height), now, large, consent=False)
    if after:
        sheet.rule(left + 24 + half - 12, top + 22, 1, thick=height - 44)
        smaller = _Density(0, height, min(52.0, height - 40), 24, 20, 1)
        _voice(sheet, (left + 24 + half + 12, top, half - 12, height), after, smaller, consent=False)


def heard_row(sheet: Sheet, turns: Sequence[PublicTurn], top: float, width: float) -> float:
    """Those heard as ticks, because beyond six they make room for those who are not; answers where it ends."""
    done = [turn for turn in turns if turn.state in {"heard", "passed"}]
    text = _("{heard} of {all} heard").format(
        heard=len(done), all=len([t for t in turns if t.state != "away"])
    )
    left = LEFT + sheet.line(LEFT, top + 3, width, text, CAPTION) + 16
    if left + len(done) * 38 <= LEFT + width:
        for turn in done:
            sheet.disc(left, top, 32, "", turn.state)
            left += 38
    return top + 44
