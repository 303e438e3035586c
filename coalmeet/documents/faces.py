"""The typefaces of documents: which file draws which character, and how wide it is."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from coalmeet.documents.kerning import Kerning
from coalmeet.resources import folder

if TYPE_CHECKING:
    from reportlab.pdfbase.ttfonts import TTFontFace

# When a face lacks a character, these are asked in turn: signs and other alphabets, Chinese Japanese Korean, emoji,
# what mathematicians write, rarer signs.
FALLBACKS = (
    "DejaVuSans.ttf",
    "DroidSansFallback.ttf",
    "NotoEmoji-Regular.ttf",
    "NotoSansMath-Regular.ttf",
    "NotoSansSymbols2-Regular.ttf",
)
_PLAIN_TEXT = re.compile(r"[ -~]*")
# Joiners, selectors and other characters that show nothing themselves are kept in the text that is extracted: each
# is an empty glyph without width. PDF readers lose them unless they stand in one run with something visible.
NOTHING = "\0"
_INVISIBLE = re.compile(
    "[\u034f\u180b-\u180f\u200b-\u200d\u2060-\u2064\u206a-\u206f\ufe00-\ufe0f\ufff9-\ufffb"
    "\U000e0001\U000e0020-\U000e007f\U000e0100-\U000e01ef]"
)
# Typed bullets are drawn as bullets and still extracted as typed; the program's own dot between two things is left
# out where a line ends. The keys can stand in no text: plain() removes them.
BETWEEN = "\ufdd2"
STAND_INS = {"\ufdd0": ("•", "*"), "\ufdd1": ("–", "-"), BETWEEN: ("·", "·")}
_HYPHENS = ("-", "\u2010", "\u2011", "\u00ad")
_OTHER_SPACE = "\u1680"
_WIDE = 700.0  # the spaces of an emoji face are as wide as its pictures
_STEP = 60.0  # poppler compares marks that are up to a tenth of the type size apart
_REMEMBERED = 40_000  # words whose width is known; more are forgotten, so that memory stays bounded


class Face:
    """One font file. Widths are thousandths of the type size."""

    def __init__(self, file: str) -> None:
        self.file = file
        self._advances: dict[str, float] = {NOTHING: 0.0}

    @cached_property
    def font(self) -> TTFontFace:
        """ReportLab's reading of the file; takes 10 to 150 ms, so only when the first text needs it."""
        from reportlab.pdfbase.ttfonts import TTFontFace

        return TTFontFace(str(folder("fonts") / self.file))

    @cached_property
    def kerning(self) -> Kerning:
        """How much closer pairs of letters stand."""
        return Kerning(self.font)

    def has(self, character: str) -> bool:
        """Whether the file has a drawing of this character."""
        return bool(self.font.charToGlyph.get(ord(character)))

    def advance(self, character: str) -> float:
        """The width of one character of this face."""
        known = self._advances.get(character)
        if known is None:
            known = float(self.font.charWidths.get(ord(character), self.font.defaultWidth))
            self._advances[character] = known
        return known

    def width(self, text: str) -> float:
        """The width of a text whose characters this face has, as it is set."""
        return sum(map(self.advance, text)) + sum(map(self.between, text, text[1:]))

    def between(self, left: str, right: str) -> float:
        """What is added between two characters: kerning, and a step between marks without width.

        Readers of PDF take a mark that stands twice on one spot for a clumsy bold and keep one.
        """
        if NOTHING < right < "\u0300" or self.advance(left) or self.advance(right):
            return self.kerning.between(left, right)
        return _STEP * 2 if left == right else _STEP


@lru_cache(maxsize=32)
def face(file: str) -> Face:
    """The one Face of a font file."""
    return Face(file)


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of characters that one face draws.

    `means` tells what each drawn character stands for where that is another one (a joined Arabic letter,
    a bullet for a typed asterisk); extracted text gives that back.
    """

    face: Face
    text: str
    width: float
    means: tuple[str, ...] | None = None


class Typeface:
    """A face and those that help it out; turns words into runs."""

    def __init__(self, *files: str) -> None:
        self._files = (*files, *FALLBACKS)
        self._words: dict[str, tuple[Run, ...]] = {}
        self._choices: dict[str, Face | None] = {}

    @property
    def first(self) -> Face:
        """The face that draws whatever it can."""
        return face(self._files[0])

    def runs(self, word: str) -> tuple[Run, ...]:
        """The runs that draw a word; a character that no face has stands there as its Unicode name in brackets."""
        runs = self._words.get(word)
        if runs is None:
            if len(self._words) >= _REMEMBERED:
                self._words.clear()
            runs = self._words[word] = self._make(word)
        return runs

    def width(self, word: str) -> float:
        """The width of a word in thousandths of the type size."""
        return sum(run.width for run in self.runs(word))

    def _make(self, word: str) -> tuple[Run, ...]:
        if _PLAIN_TEXT.fullmatch(word):
            return (Run(self.first, word, self.first.width(word)),)
        return self.drawn(STAND_INS.get(character, (character, character)) for character in word)

    def drawn(self, signs: Iterable[tuple[str, str]], *, steady: bool = False) -> tuple[Run, ...]:
        """The runs of characters in the order given: what is drawn, and what it means.

        `steady` leaves spaces and signs to the face of what stands before them, so that there are fewer runs.
        """
        pieces: list[_Piece] = []
        waiting: list[str] = []  # invisible characters before the first visible one
        for shown, meant in signs:
            if _INVISIBLE.match(meant):
                (pieces[-1].invisible if pieces else waiting.append)(meant)
                continue
            before = pieces[-1].face if pieces else None
            if (
                steady
                and before
                and not shown.isalnum()
                and before.has(shown)
                and before.advance(shown) < _WIDE
            ):
                found: Face | None = before
            else:
                found = self._choose(shown, before) or self._choose(meant, before)
            if not pieces or before is not (found or self.first):
                pieces.append(_Piece(found or self.first, waiting))
                waiting = []
            if not found:
                pieces[-1].visible(named(meant))
            else:
                pieces[-1].visible(shown if found.has(shown) else meant, meant)
        if waiting:
            pieces.append(_Piece(self.first, waiting))
        return tuple(piece.run() for piece in pieces)

    def _choose(self, character: str, before: Face | None) -> Face | None:
        # An accent belongs to the character before it: the same face draws it wherever that is possible.
        if before and unicodedata.combining(character) and before.has(character):
            return before
        if character not in self._choices:
            candidates = (face(file) for file in self._files)
            self._choices[character] = next((one for one in candidates if one.has(character)), None)
        return self._choices[character]

    def lacks(self, character: str) -> bool:
        """Whether no face has this character, so that its name is printed."""
        return not _INVISIBLE.match(character) and self._choose(character, None) is None


class _Piece:
    """A run being gathered."""

    def __init__(self, drawn_by: Face, invisible: list[str]) -> None:
        self.face = drawn_by
        self.text = ""
        self.means: list[str] = []
        for character in invisible:
            self.invisible(character)

    def invisible(self, character: str) -> None:
        has_it = self.face.has(character) and not self.face.advance(character)
        self.text += character if has_it else NOTHING
        self.means.append(character)

    def visible(self, text: str, means: str = "") -> None:
        self.text += text
        self.means.extend(means or text)

    def run(self) -> Run:
        width = self.face.width(self.text)
        if not width:
            # Readers of PDF skip what has no width at all: an accent or a joiner alone follows a space.
            self.text, self.means = " " + self.text, [_OTHER_SPACE, *self.means]
            width = self.face.advance(" ")
        return Run(self.face, self.text, width, tuple(self.means) if self.means != list(self.text) else None)


def named(character: str) -> str:
    """[SNOWMAN], or [U+E000] for a character without a name."""
    return f"[{unicodedata.name(character, f'U+{ord(character):04X}')}]"


def guarded(run: Run) -> Run:
    """The last run of a line, kept from being taken for a word divided there.

    Programs that extract text drop a hyphen at the end of a line. They do not when a space of another kind follows.
    """
    bare = run.text.rstrip(" ")
    if not bare.endswith(_HYPHENS):
        return run
    means = (run.means or tuple(run.text))[: len(bare)]
    return Run(run.face, bare + " ", run.width, (*means, _OTHER_SPACE))
