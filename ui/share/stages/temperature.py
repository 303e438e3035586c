"""The temperature round: lines to write on, words as typed, one size for all, a name only where a word is missing."""

from __future__ import annotations

from coalmeet.public import PublicTurn, PublicView, PublicWord
from coalmeet.text import _
from ui import theme
from ui.share import frame, setting
from ui.share.pieces import Style
from ui.share.plain_people import words_given
from ui.share.sheet import BOTTOM, CAPTION, LEFT, WIDTH, Sheet
from ui.share.stages.written import line_below, written

FEW = 9  # so many have a large line each
_COLUMNS, _GAP, _ROW = 3, 40.0, 106.0
_LARGEST, _LEAST = 40, 24  # of the words of a few
_ABOVE, _BELOW, _BELOW_TWO = 2.0, 34.0, 56.0  # in a row: free above the word, for the name below its line
_QUIET, _STANDING = Style(24, tone="ink2"), 34.0


def temperature(sheet: Sheet, view: PublicView) -> None:
    """Place the temperature round."""
    frame.small_clock(sheet, view.clock)
    few = len(view.words) <= FEW
    top = frame.title(sheet, view.sentence, 82, frame.BESIDE_SMALL, 44 if few else 34) + 6
    top, beside = _standing(sheet, view, top)
    under = max(top + 12, frame.UNDER_SMALL - 4)
    if few:
        _large(sheet, view, under)
        return
    high = top + 16 if view.clock else under
    area = (LEFT, high, WIDTH, BOTTOM + 2 - high)
    if not written(sheet, view, area, frame.BESIDE_SMALL + 16, under - high):
        words = _("Every word is whole in the text for the chat.")
        sheet.line(beside + 20, top - _STANDING, LEFT + frame.BESIDE_SMALL - beside - 20, words, _QUIET)


def _standing(sheet: Sheet, view: PublicView, top: float) -> tuple[float, float]:
    """Who speaks and who is next, by their whole names, and how many words there are; answers below and beside what
    there is room.
    """
    speaking = _speaking(view.turns) if len(view.words) > FEW else []  # in large slots the names stand there
    left, end = LEFT, LEFT + frame.BESIDE_SMALL
    for turn in speaking:
        now = turn.state == "now"
        said = Style(24, theme.STRONG if now else theme.REGULAR, "accent" if now else "ink2")
        room = frame.BESIDE_SMALL - setting.width_of(turn.note, said) - 10
        style = Style(24, theme.BOLD if now else theme.MEDIUM)
        if left > LEFT and left + setting.width_of(turn.name, style) > end - (frame.BESIDE_SMALL - room):
            left, top = LEFT, top + style.leading
        left += sheet.line(left, top, min(room, end - left), turn.name, style) + 8
        left += sheet.line(left, top, 200, turn.note, said) + 28
    given = sum(1 for word in view.words if word.word)
    count = words_given(given, len(view.words))
    if left > LEFT and left + setting.width_of(count, _QUIET) > end:
        left, top = LEFT, top + _QUIET.leading
    left += sheet.line(left, top, end - left, count, _QUIET)
    return top + _STANDING, left


def _speaking(turns: tuple[PublicTurn, ...]) -> list[PublicTurn]:
    found = [turn for turn in turns if turn.state in {"now", "next"}]
    return sorted(found, key=lambda turn: turn.state != "now")


def _large(sheet: Sheet, view: PublicView, top: float) -> None:
    """Three lines to write on in each of three rows, with the names below them."""
    step = (WIDTH + _GAP) / _COLUMNS
    width, row = step - _GAP, min((BOTTOM + 2 - top) / _COLUMNS, _ROW)
    stands = {turn.name: turn for turn in view.turns}
    names = [_name_below(word, stands.get(word.name)) for word in view.words]
    two = any(setting.width_of(name, CAPTION) > width for name in names)
    room = row - _ABOVE - (_BELOW_TWO if two else _BELOW)
    style, most = _large_style(view.words, width, room)
    for at, (word, name) in enumerate(zip(view.words, names, strict=True)):
        line, column = divmod(at, _COLUMNS)
        left, base = LEFT + column * step, top + line * row + _ABOVE + room
        turn = stands.get(word.name)
        if word.word:
            lines = len(setting.wrap(word.word, style, width, most))
            sheet.words(left, base - lines * style.leading, width, word.word, style, most)
        line_below(sheet, left, base, width, turn.state if turn and not word.word else "")
        strong = theme.STRONG if turn and turn.state == "now" else theme.REGULAR
        below = Style(
            theme.SHARE_LEAST if two else CAPTION.size, strong, "accent" if strong > theme.REGULAR else "ink2"
        )
        sheet.words(left, base + 6, width, "" if word.word else name, below, 2 if two else 1, ours=True)


def _name_below(word: PublicWord, turn: PublicTurn | None) -> str:
    if turn is None or not turn.note:
        return word.name
    if turn.state == "passed":
        return turn.note
    return _("{name}, {word}").format(name=word.name, word=turn.note)


def _large_style(words: tuple[PublicWord, ...], width: float, room: float) -> tuple[Style, int]:
    """One size for all words, in which the longest is whole, and how many lines it may take."""
    for size in setting.sizes(_LARGEST, _LEAST):
        style = Style(size, theme.STRONG)
        most = max(1, int(room // style.leading))
        if all(len(setting.wrap(one.word, style, width, most + 1)) <= most for one in words):
            return style, most
    return style, most
