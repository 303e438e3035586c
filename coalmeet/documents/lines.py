"""Breaks text into lines: greedy, ragged right, in one pass over the text however long it is."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby

from coalmeet.documents.direction import has_right_to_left, is_right_to_left, visual
from coalmeet.documents.faces import BETWEEN, STAND_INS, Run, Typeface, guarded
from coalmeet.documents.going import go_on


@dataclass(frozen=True, slots=True)
class Style:
    """How letters look: sizes in points, ink as PDF's three numbers from 0 to 1."""

    typeface: Typeface
    size: float
    leading: float
    ink: str


@dataclass(frozen=True, slots=True)
class Span:
    """Words in one style."""

    text: str
    style: Style


@dataclass(frozen=True, slots=True)
class Piece:
    """A run in its place on a line; `x` is points from the line's beginning."""

    x: float
    run: Run
    style: Style


@dataclass(frozen=True, slots=True)
class Line:
    """What stands on one line, and how wide it is in points without the space that ends it."""

    pieces: tuple[Piece, ...]
    width: float


_TOLERANCE = 0.01  # points by which sums of rounded widths may exceed the room
# A line never ends after a hyphen: programs that extract text would take it for one of ours and drop it.
_HYPHENS = "-\u2010\u2011\u00ad"
_REMEMBERED = 2000  # characters of a paragraph whose measures are kept for a while
_WORDS, _WORD = (
    5_000,
    40,
)  # words of a style that are known, and characters of one; so that memory stays bounded
_MOST_BALANCED = 6  # lines; longer texts are read, not looked at
_NICE_ENDS = frozenset("/_.,;:?&=%#)]}>|@+*~")
_EAST_ASIAN = (
    "\u2e80-\u303f\u3040-\u30ff\u3100-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
)
_OPENING = "(\\[{“‘«「『（［｛〈《【〔"
_CLOSING = (
    ")\\]}”’»」』）］｝〉》】〕、。，．：；！？…‥ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ,.;:!?%/·～\ufe0f"
)
# Between Chinese, Japanese and Korean characters a line may end anywhere but before closing or after opening signs.
_TOKEN = re.compile(
    f"[{_OPENING}]*(?:[{_EAST_ASIAN}][{_CLOSING}]*|[^ {_EAST_ASIAN}]+) ?| ",
)


@dataclass(frozen=True, slots=True)
class _Atom:
    text: str
    style: Style
    width: float
    ends: bool  # whether a line may end after it
    space: float  # width of the space that ends it, 0 without
    counts: bool  # whether it is a short number, which stays with what it counts

    @property
    def whole(self) -> str:
        return self.text + " " if self.space else self.text


@dataclass(frozen=True, slots=True)
class _Group:
    """Words between which no line ends: how wide they are with the space that ends the last and without, the widest."""

    atoms: tuple[_Atom, ...]
    size: float
    bare: float
    longest: float

    @property
    def is_space(self) -> bool:
        return not self.atoms[-1].text


def break_lines(spans: Sequence[Span], width: float, first: float | None = None) -> Sequence[Line]:
    """The lines of one paragraph, `width` points wide; the first may be narrower or wider. At least one line."""
    go_on()
    # A first page is laid out until it fits: the same words in the same width again and again.
    if _is_short(spans):
        return _remembered_lines(tuple(spans), width, first)
    return _lines(spans, width, first)


def _is_short(spans: Sequence[Span]) -> bool:
    return sum([len(span.text) for span in spans]) <= _REMEMBERED


@lru_cache(maxsize=1024)
def _remembered_lines(spans: tuple[Span, ...], width: float, first: float | None) -> tuple[Line, ...]:
    return tuple(_lines(spans, width, first))


def _lines(spans: Sequence[Span], width: float, first: float | None) -> list[Line]:
    rtl = runs_from_the_right(spans)
    return [_line(taken, right_to_left=rtl) for taken in _broken(spans, width, first)]


def _broken(spans: Sequence[Span], width: float, first: float | None = None) -> Iterator[list[_Atom]]:
    """What stands on each line."""
    room = width if first is None else first
    taken: list[_Atom] = []
    used = 0.0
    for group in _fitting(_measured(spans), width):
        if used > room and taken and group.is_space:
            continue  # a second space where the line ends anyway
        if used + group.bare > room + _TOLERANCE and taken:
            go_on()
            if len(taken) > 1 and taken[-1].text == BETWEEN:
                taken.pop()
            yield taken
            taken, used, room = [], 0.0, width
        taken.extend(group.atoms)
        used += group.size
    yield taken


def _count(spans: Sequence[Span], width: float) -> int:
    """How many lines there are, at least one."""
    count, used = 0, 0.0
    for group in _fitting(_measured(spans), width):
        if used > width and group.is_space:
            continue
        if not count or used + group.bare > width + _TOLERANCE:
            count, used = count + 1, 0.0
        used += group.size
    return max(count, 1)


def between(parts: Iterable[str]) -> str:
    """The parts, each on one line already, with a dot between any two that stand on one line."""
    return f" {BETWEEN} ".join(part for part in parts if part)


def runs_from_the_right(spans: Sequence[Span]) -> bool:
    """Whether a paragraph is set from the right edge."""
    if all(span.text.isascii() for span in spans):
        return False
    text = "".join(span.text for span in spans)
    return has_right_to_left(text) and is_right_to_left(text)


def balanced(spans: Sequence[Span], width: float) -> Sequence[Line]:
    """The lines of a heading or another short text: no more of them than needed, and all about as long."""
    go_on()
    return _remembered_balance(tuple(spans), width) if _is_short(spans) else _balance(spans, width)


@lru_cache(maxsize=256)
def _remembered_balance(spans: tuple[Span, ...], width: float) -> tuple[Line, ...]:
    return tuple(_balance(spans, width))


def _balance(spans: Sequence[Span], width: float) -> Sequence[Line]:
    count = _count(spans, width)
    if not 2 <= count <= _MOST_BALANCED:
        return break_lines(spans, width)
    narrow, wide = 0.76 * width, width
    for _step in range(6):
        middle = (narrow + wide) / 2
        if _count(spans, middle) == count:
            wide = middle
        else:
            narrow = middle
    return break_lines(spans, wide)


def _fitting(groups: Iterable[_Group], width: float) -> Iterator[_Group]:
    """The groups, those that would leave a line half empty cut at nice places, and those wider than a line anywhere."""
    long = 0.4 * width
    for group in groups:
        if group.bare <= width and (
            group.longest <= long or not any(_is_long(atom, width) for atom in group.atoms)
        ):
            yield group
        else:
            for atom in group.atoms:
                yield from (_group((part,)) for part in _cut(atom, width))


def _is_long(atom: _Atom, width: float) -> bool:
    return atom.width > 0.4 * width and any(sign in _NICE_ENDS for sign in atom.text[1:-1])


def _measured(spans: Sequence[Span]) -> Iterable[_Group]:
    if _is_short(spans):  # a heading is laid out until its lines are even
        return _remembered(tuple(spans))
    return _groups(spans)


@lru_cache(maxsize=256)
def _remembered(spans: tuple[Span, ...]) -> tuple[_Group, ...]:
    return tuple(_groups(spans))


def _groups(spans: Sequence[Span]) -> Iterator[_Group]:
    before: _Group | None = None
    for span in spans:
        known = _known_words(span.style)
        for token in _TOKEN.findall(span.text):
            group = known.get(token) or _learnt(known, token, span.style)
            if before is not None:
                last = before.atoms[-1]
                if last.ends and not (last.counts and _is_counted(group.atoms[0].text)):
                    yield before
                else:
                    group = _group((*before.atoms, *group.atoms))
            before = group
    if before is not None:
        yield before


@lru_cache(maxsize=64)
def _known_words(style: Style) -> dict[str, _Group]:
    """The words that were measured in a style; each stands in a text, and in texts, again and again."""
    return {}


def _learnt(known: dict[str, _Group], token: str, style: Style) -> _Group:
    scale, advance = style.size / 1000, style.typeface.width
    text = token.rstrip(" ")
    spaced = len(text) < len(token)
    atom = _Atom(
        text,
        style,
        advance(text) * scale if text else 0.0,
        spaced or _splits(text),
        advance(" ") * scale if spaced else 0.0,
        len(text) < 5 and text[-1:].isdigit(),
    )
    group = _group((atom,))
    if len(known) >= _WORDS:
        known.clear()
    if len(token) <= _WORD:
        known[token] = group
    return group


def _splits(text: str) -> bool:
    return ord(text[-1]) >= 0x2E80 or any(ord(sign) >= 0x2E80 for sign in text)


def _group(atoms: tuple[_Atom, ...]) -> _Group:
    size = sum([atom.width + atom.space for atom in atoms])
    return _Group(atoms, size, size - atoms[-1].space, max([atom.width for atom in atoms]))


def _is_counted(text: str) -> bool:
    """Whether no line may end between a number and this word, which says what it counts: "30 November"."""
    return text[:1].isalpha() and ord(text[0]) < 0x2E80 and len(text) < 16


def _cut(atom: _Atom, width: float) -> Iterator[_Atom]:
    """A long word in parts that may stand on lines of their own: up to a nice sign, or as much as a line takes."""
    scale, advance = atom.style.size / 1000, atom.style.typeface.width
    part, used = "", 0.0
    for cluster in _clusters(atom.text):
        size = advance(cluster) * scale
        if part and (used + size > width or (part[-1] in _NICE_ENDS and cluster[0] not in _NICE_ENDS)):
            kept, carried = _before_hyphen(part)
            yield _part(atom, kept)
            part, used = carried, advance(carried) * scale if carried else 0.0
        part += cluster
        used += size
    yield replace(_part(atom, part), ends=atom.ends, space=atom.space)


def _part(atom: _Atom, text: str) -> _Atom:
    return replace(
        atom, text=text, width=atom.style.typeface.width(text) * atom.style.size / 1000, ends=True, space=0.0
    )


def _before_hyphen(part: str) -> tuple[str, str]:
    kept = part.rstrip(_HYPHENS)
    return (kept, part[len(kept) :]) if kept else (part, "")


def _clusters(text: str) -> list[str]:
    """The characters of a word, each with the accents and joiners that belong to it (at most 30 of them)."""
    clusters: list[str] = []
    for character in text:
        joins = unicodedata.combining(character) or character in "\u200d\ufe0e\ufe0f"
        if clusters and joins and len(clusters[-1]) < 30:
            clusters[-1] += character
        else:
            clusters.append(character)
    return clusters


def _line(atoms: list[_Atom], *, right_to_left: bool) -> Line:
    runs = _runs_of(atoms, right_to_left=right_to_left)
    pieces: list[Piece] = []
    x = 0.0
    for run, style in runs:
        pieces.append(Piece(x, run, style))
        x += run.width * style.size / 1000
    if pieces:
        last = pieces[-1]
        run = guarded(last.run)
        if run is not last.run:
            pieces[-1] = Piece(last.x, run, last.style)
    return Line(tuple(pieces), x - (atoms[-1].space if atoms else 0.0))


def _runs_of(atoms: list[_Atom], *, right_to_left: bool) -> list[tuple[Run, Style]]:
    words = [
        ("".join([atom.whole for atom in together]), style, together) for style, together in _by_style(atoms)
    ]
    whole = "".join([text for text, _style, _atoms in words])
    if not whole.isascii() and has_right_to_left(whole):
        return _turned([(text, style) for text, style, _atoms in words], right_to_left=right_to_left)
    return [(run, style) for text, style, together in words for run in _runs(text, style, together)]


def _by_style(atoms: list[_Atom]) -> list[tuple[Style, list[_Atom]]]:
    if all(atom.style is atoms[0].style for atom in atoms):
        return [(atoms[0].style, atoms)] if atoms else []
    return [(style, list(together)) for style, together in groupby(atoms, key=lambda atom: atom.style)]


def _runs(text: str, style: Style, atoms: list[_Atom]) -> tuple[Run, ...]:
    if not text.isascii():
        return style.typeface.runs(text)
    # The words were measured when the line was broken.
    width = sum([atom.width + atom.space for atom in atoms]) * 1000 / style.size
    return (Run(style.typeface.first, text, width),) if text else ()


def _turned(words: list[tuple[str, Style]], *, right_to_left: bool) -> list[tuple[Run, Style]]:
    """The runs of a line in the order in which they are seen."""
    text = "".join(part for part, _style in words).rstrip(" ")
    styles = [style for part, style in words for _character in part]
    order = visual(text, right_to_left=right_to_left)
    found: list[tuple[Run, Style]] = []
    for style, seen in groupby(order, key=lambda sign: styles[sign.place]):
        shown = [STAND_INS.get(sign.means, (sign.drawn, sign.means)) for sign in seen]
        runs = style.typeface.drawn(shown, steady=True)
        found += [(run, style) for run in runs]
    return found
