"""The charter as a page.

It stands on one page wherever its words fit on one: first every sentence has a line of its own; if that is too much it
moves closer; then the sentences of a part run on; then the letters are those of small print, which are still read
without a glass. Only a charter that is too long even so goes over to a second page, in letters of the usual size again.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from coalmeet.coalition.charter import Charter, Part
from coalmeet.documents import paper
from coalmeet.documents.composer import in_margin, label, prose
from coalmeet.documents.lines import Style
from coalmeet.documents.plain import even, one_line, plain
from coalmeet.documents.shapes import rule
from coalmeet.documents.sheet import Sheet, file, fits, head
from coalmeet.documents.strips import Strip, columns, kept_together, text
from coalmeet.documents.structure import Node
from coalmeet.text import _, speaking

_NAME = 128.0  # the column of names beside which something is said of them


@dataclass(frozen=True, slots=True)
class Density:
    """How closely it is set: the purpose, the words, the space between parts; whether sentences run on."""

    purpose: Style
    words: Style
    gap: float
    runs_on: bool


# Tried in turn until everything stands on one page; one that never does is set as the third.
DENSITIES = (
    Density(paper.LEAD, paper.BODY, 14, runs_on=False),
    Density(paper.LEAD, paper.CELL, 13, runs_on=False),
    Density(paper.LEAD, paper.CELL, 10, runs_on=True),
    Density(paper.BODY, Style(paper.SANS, 8.6, 11.4, paper.INK), 8, runs_on=True),
)


def pdf(charter: Charter) -> bytes:
    """The PDF; the same charter gives the same bytes."""
    with speaking(charter.language):
        for density in (*DENSITIES, DENSITIES[2]):
            tree = Node("Document", language=charter.language)
            strips = _strips(charter, tree, density)
            if fits(strips):
                break
        return file(_sheet(charter), tree, strips)


def _sheet(charter: Charter) -> Sheet:
    return Sheet(
        kind=_("Charter"),
        title=one_line(charter.coalition) or _("Our charter"),
        coalition=charter.coalition,
        subtitle=_("How we work together"),
        day=charter.day,
        told_on=charter.told_on,
        language=charter.language,
    )


def _strips(charter: Charter, tree: Node, density: Density) -> list[Strip]:
    strips = head(_sheet(charter), tree)
    if plain(charter.purpose).strip():
        node = tree.add("Sect")
        hung = label(_("What we are for"), node.add("H2"))
        strips += _begun(prose(charter.purpose, density.purpose, node), hung, density.gap)
    for part in charter.parts:
        strips += _part(part, tree, density)
    foot = [rule(-paper.MARGIN, paper.WHOLE, gap=density.gap, below=8)]
    node = tree.add("Sect")
    hung = label(_("Since when"), node.add("H2"))
    foot += in_margin(prose("\n".join(charter.adopted), paper.SMALL, node), hung)
    return [*strips, *kept_together(foot)]


def _begun(strips: list[Strip], hung: list[Strip], gap: float) -> list[Strip]:
    begun = in_margin(strips, hung)
    begun[0].gap = gap
    return begun


def _part(part: Part, tree: Node, density: Density) -> list[Strip]:
    node = tree.add("Sect")
    hung = label(part.heading, node.add("H2"))
    strips: list[Strip] = []
    for words in [" ".join(part.texts)] if density.runs_on and part.texts else part.texts:
        said = node.add("P")
        strips += text(
            even(one_line(words)),
            density.words,
            said,
            paper.TEXT,
            gap=2 if strips else 0,
            even=not density.runs_on,
        )
    listed = node.add("L") if part.rows else node
    strong = replace(density.words, typeface=paper.SEMIBOLD)
    for name, words in part.rows:
        item = listed.add("LI")
        left = text(one_line(name), strong, item.add("Lbl"), _NAME - 10)
        how = text(
            one_line(words), density.words, item.add("LBody").add("P"), paper.TEXT - _NAME, _NAME, even=True
        )
        row = columns(left, how)
        row[0].gap = 1.5 if strips else 0
        strips += kept_together(row)
    return _begun(strips, hung, density.gap)
