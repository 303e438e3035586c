"""A typeface inside a PDF: only the characters used, each with a code of its own and the text it stands for.

Every drawn character gets a two-byte code (a CID), so that extracted text is exact whatever glyphs are shared,
and emoji beyond the first 65,536 characters come back whole. Source: ISO 32000-1, 9.7 (Type 0 fonts).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

from coalmeet.documents.faces import NOTHING, Face, Run
from coalmeet.documents.objects import Objects, array, dictionary, name, number, string

_WORD = re.compile(r"[^ ]* |[^ ]+")
_SYMBOLIC, _ITALIC = 4, 64
_MOST_IN_A_BLOCK = 100  # entries that one bfchar block of a CMap may have


class EmbeddedFace:
    """Collects the characters of one face that a document draws, and then writes the font."""

    def __init__(self, face: Face) -> None:
        self.face = face
        self._codes: dict[tuple[str, str], int] = {}
        self._words: dict[str, str] = {}

    def show(self, run: Run) -> str:
        """The operand of TJ that draws a run: codes in hex, kerning between them."""
        if run.means:
            return f"[<{self._codes_of(run.text, run.means)}>]"
        first, *others = _WORD.findall(run.text)
        return f"[<{self._word(first)}{''.join([self._after_space(word) for word in others])}>]"

    def _word(self, word: str) -> str:
        known = self._words.get(word)
        if known is None:
            known = self._words[word] = self._codes_of(word, word)
        return known

    def _after_space(self, word: str) -> str:
        known = self._words.get(" " + word)
        if known is None:
            added = self.face.between(" ", word[0])
            known = f">{-added:.0f}<{self._word(word)}" if added else self._word(word)
            self._words[" " + word] = known
        return known

    def _codes_of(self, text: str, means: Sequence[str]) -> str:
        """Codes in hex; a number between > and < moves what follows, thousandths of the type size to the left."""
        codes = [f"{self._code(drawn, meant):04X}" for drawn, meant in zip(text, means, strict=True)]
        parts = [codes[0]]
        for code, (left, right) in zip(codes[1:], pairwise(text), strict=True):
            added = self.face.between(left, right) - (self._space if left == NOTHING else 0)
            parts += [f">{-added:.0f}<", code] if added else [code]
        return "".join(parts)

    @cached_property
    def _space(self) -> float:
        return self.face.advance(" ")

    def _code(self, drawn: str, meant: str) -> int:
        return self._codes.setdefault((drawn, meant), len(self._codes) + 1)

    def write(self, objects: Objects) -> str:
        """The reference to the font, subset and embedded."""
        drawn = [" " if character == NOTHING else character for character, _ in self._codes]
        base = f"{_tag(self.face.file)}+{self.face.font.name.decode()}"
        descendant = dictionary(
            {
                "Type": name("Font"),
                "Subtype": name("CIDFontType2"),
                "BaseFont": name(base),
                "CIDSystemInfo": dictionary(
                    {"Registry": string("Adobe"), "Ordering": string("Identity"), "Supplement": 0}
                ),
                "FontDescriptor": self._descriptor(objects, base, drawn),
                "W": array([1, array(number(self.face.advance(one), 3) for one in drawn)]),
                "CIDToGIDMap": objects.stream(self._glyphs(drawn)),
            }
        )
        return objects.add(
            dictionary(
                {
                    "Type": name("Font"),
                    "Subtype": name("Type0"),
                    "BaseFont": name(base),
                    "Encoding": name("Identity-H"),
                    "DescendantFonts": array([objects.add(descendant)]),
                    "ToUnicode": objects.stream(self._meanings()),
                }
            )
        )

    def _descriptor(self, objects: Objects, base: str, drawn: list[str]) -> str:
        font = self.face.font
        program = font.makeSubset([ord(one) for one in drawn])
        return objects.add(
            dictionary(
                {
                    "Type": name("FontDescriptor"),
                    "FontName": name(base),
                    "Flags": _SYMBOLIC | (_ITALIC if font.italicAngle else 0),
                    "FontBBox": array(number(edge) for edge in font.bbox),
                    "ItalicAngle": number(font.italicAngle),
                    "Ascent": number(font.ascent),
                    "Descent": number(font.descent),
                    "CapHeight": number(font.capHeight),
                    "StemV": number(font.stemV),
                    "FontFile2": objects.stream(program, {"Length1": len(program)}),
                }
            )
        )

    def _glyphs(self, drawn: list[str]) -> bytes:
        # ReportLab numbers the glyphs of a subset in the order in which its characters first ask for them.
        numbers = {0: 0}
        glyphs = [numbers.setdefault(self.face.font.charToGlyph[ord(one)], len(numbers)) for one in drawn]
        return b"\0\0" + b"".join(glyph.to_bytes(2) for glyph in glyphs)

    def _meanings(self) -> bytes:
        entries = [f"<{code:04X}> <{_utf16(meant)}>" for (_, meant), code in self._codes.items()]
        blocks = [
            "\n".join([f"{len(block)} beginbfchar", *block, "endbfchar"])
            for block in (
                entries[at : at + _MOST_IN_A_BLOCK] for at in range(0, len(entries), _MOST_IN_A_BLOCK)
            )
        ]
        return "\n".join([_CMAP_START, *blocks, _CMAP_END]).encode("ascii")


_CMAP_START = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange"""
_CMAP_END = """endcmap
CMapName currentdict /CMap defineresource pop
end
end"""


def _utf16(text: str) -> str:
    return text.encode("utf-16-be").hex().upper()


def _tag(file: str) -> str:
    # Six capitals mark a subset; the same for the same file, so that the same minutes are the same bytes.
    total = sum(ord(letter) * (number + 1) for number, letter in enumerate(file))
    return "".join(chr(ord("A") + total // 26**place % 26) for place in range(6))
