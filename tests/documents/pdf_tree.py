"""A PDF as a screen reader walks it: its elements, the pieces of pages that are theirs, and the words read aloud."""

from __future__ import annotations

import io
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any

import pikepdf

Piece = tuple[tuple[int, int], int]  # a page, and the number of a piece of its content
_PAIR = re.compile(rb"<([0-9A-F]{4})> <([0-9A-F]+)>")


def elements(node: Any) -> Iterator[Any]:
    """Every structure element below a node, in reading order."""
    for kid in node.get("/K", []):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from elements(kid)


def marked(node: Any) -> list[Piece]:
    """The pieces of page content that belong to an element itself."""
    return list(_pieces(node))


def _pieces(node: Any) -> Iterator[Piece]:
    for kid in node.get("/K", []):
        if isinstance(kid, int):
            yield node.Pg.objgen, kid
        elif kid.get("/Type") == "/MCR":
            yield kid.Pg.objgen, int(kid.MCID)


def read_aloud(data: bytes) -> list[tuple[str, str]]:
    """The role and the own words of each element, in the order in which a screen reader says them."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        fonts: dict[Any, dict[str, str]] = {}
        words: dict[Piece, str] = {}
        for page in pdf.pages:
            words |= _words(page, fonts)
        return [
            (str(one.S)[1:], "".join(words[piece] for piece in marked(one)))
            for one in elements(pdf.Root.StructTreeRoot)
        ]


def faults(data: bytes) -> list[str]:
    """What is wrong with the tree: content that it does not reach, or twice, and elements that are not led back to."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
        back = {int(numbers[at]): numbers[at + 1] for at in range(0, len(numbers), 2)}
        pages = {page.objgen: int(page.StructParents) for page in pdf.pages}
        reached: Counter[Piece] = Counter()
        found = []
        for one in elements(pdf.Root.StructTreeRoot):
            for piece in marked(one):
                reached[piece] += 1
                if back[pages[piece[0]]][piece[1]].objgen != one.objgen:
                    found.append(f"{piece} is not led back to its {one.S}")
        drawn = {piece for page in pdf.pages for piece in _drawn(page)}
        found += [f"{piece} is read {reached[piece]} times" for piece in drawn if reached[piece] != 1]
        return found + [f"{piece} is read and not drawn" for piece in set(reached) - drawn]


def _drawn(page: pikepdf.Page) -> Iterator[Piece]:
    for command in pikepdf.parse_content_stream(page, "BDC"):
        if str(command.operator) == "BDC" and "/MCID" in command.operands[1]:
            yield page.objgen, int(command.operands[1].MCID)


def _words(page: pikepdf.Page, fonts: dict[Any, dict[str, str]]) -> dict[Piece, str]:
    found: dict[Piece, str] = defaultdict(str)
    at, meanings = -1, {}
    for command in pikepdf.parse_content_stream(page):
        name = str(command.operator)
        if name == "BDC" and "/MCID" in command.operands[1]:
            at = int(command.operands[1].MCID)
            found[page.objgen, at] = ""
        elif name == "EMC":
            at = -1
        elif name == "Tf":
            font = page.resources.Font[str(command.operands[0])]
            if font.objgen not in fonts:
                fonts[font.objgen] = dict(_meanings(font.ToUnicode.read_bytes()))
            meanings = fonts[font.objgen]
        elif name == "TJ" and at >= 0:
            codes = b"".join(bytes(one) for one in command.operands[0] if isinstance(one, pikepdf.String))
            found[page.objgen, at] += "".join(
                meanings[codes[here : here + 2].hex().upper()] for here in range(0, len(codes), 2)
            )
    return dict(found)


def _meanings(cmap: bytes) -> Iterator[tuple[str, str]]:
    entries = cmap.split(b"endcodespacerange", 1)[1]
    for code, meant in _PAIR.findall(entries):
        yield code.decode(), bytes.fromhex(meant.decode()).decode("utf-16-be")
