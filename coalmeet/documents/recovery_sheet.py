"""The recovery sheet: the passphrase of a file on paper, whose file it opens, and what to do with both.

It is the one paper that has a secret on it. It is made while the passphrase is known, of what is handed in, and from
nothing that is kept.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from coalmeet.documents import paper
from coalmeet.documents.composer import facts, in_margin, label, prose
from coalmeet.documents.lines import Style
from coalmeet.documents.plain import one_line
from coalmeet.documents.shapes import rule
from coalmeet.documents.sheet import Sheet, file, head
from coalmeet.documents.strips import Strip, columns, kept_together, text
from coalmeet.documents.structure import Node
from coalmeet.text import _, ngettext, speaking

Lay = Callable[[Node], list[Strip]]

WORD = Style(paper.SEMIBOLD, 21, 27, paper.INK)
NUMBER = Style(paper.SANS, 11, 27, paper.SOFT)
_ACROSS = 2
_BESIDE = 26.0  # from a number to its word
_STEP = 20.0
_LONGEST = 14  # letters of a word that stands beside another


@dataclass(frozen=True, slots=True)
class Recovery:
    """What stands on it; `day` is the day it was made, as ISO and, in `told_on`, in words."""

    coalition: str
    file_name: str
    passphrase: str
    day: str
    told_on: str
    language: str


def pdf(recovery: Recovery) -> bytes:
    """The PDF, on one page for a passphrase of a usual length; the same words give the same bytes."""
    with speaking(recovery.language):
        tree = Node("Document", language=recovery.language)
        return file(_sheet(recovery), tree, _strips(recovery, tree))


def _sheet(recovery: Recovery) -> Sheet:
    return Sheet(
        kind=_("Recovery sheet"),
        title=_("The passphrase of our file"),
        coalition=recovery.coalition,
        subtitle=_("Keep it on paper, away from the computer that has the file"),
        day=recovery.day,
        told_on=recovery.told_on,
        language=recovery.language,
    )


def _strips(recovery: Recovery, tree: Node) -> list[Strip]:
    strips = head(_sheet(recovery), tree)
    strips += _part(_("The words"), partial(_words, recovery.passphrase), tree, 24)
    strips.append(rule(-paper.MARGIN, paper.WHOLE, gap=18))
    strips += _part(_("What they open"), partial(_of_what, recovery), tree, 14)
    strips += _part(_("If the computer is lost"), _steps, tree, 22)
    strips += _part(_("What this means"), _meaning, tree, 22)
    return [*strips, *_part(_("In fifty years"), _without_us, tree, 22)]


def _part(heading: str, lay: Lay, tree: Node, gap: float) -> list[Strip]:
    node = tree.add("Sect")
    hung = label(heading, node.add("H2"))
    laid = in_margin(lay(node), hung)
    laid[0].gap = gap
    return kept_together(laid)


def _words(passphrase: str, node: Node) -> list[Strip]:
    """Each word with its number, two beside each other; they are read aloud, and copied, in their order."""
    words = one_line(passphrase).split(" ")
    across = _ACROSS if max(map(len, words)) <= _LONGEST else 1
    width = paper.TEXT / across
    listed = node.add("L")
    strips: list[Strip] = []
    for at in range(0, len(words), across):
        cells = []
        for column, word in enumerate(words[at : at + across]):
            item, left = listed.add("LI"), column * width
            cells.append(text(f"{at + column + 1}", NUMBER, item.add("Lbl"), _BESIDE, left))
            said = item.add("LBody").add("P")
            cells.append(text(word, WORD, said, width - _BESIDE, left + _BESIDE))
        row = columns(*cells)
        row[0].gap = 4.0 if strips else 0.0
        strips += row
    return [*strips, *prose(_spelling(passphrase, len(words)), paper.SMALL, node, gap=7)]


def _spelling(passphrase: str, count: int) -> str:
    if passphrase.islower() and passphrase.isascii():
        words = ngettext(
            "In small letters. It is {count} word.",
            "In small letters, with one space between two words. There are {count} words.",
            count,
        )
    else:
        words = ngettext(
            "Exactly as it stands here: capitals and signs count. It is {count} word.",
            "Exactly as they stand here, with one space between two: capitals and signs count. There are {count}.",
            count,
        )
    return words.format(count=count)


def _of_what(recovery: Recovery, node: Node) -> list[Strip]:
    holds = _("as of {day}; when it is changed, print a new sheet and tear this one up")
    pairs = (
        (_("Coalition"), [recovery.coalition]),
        (_("File"), [recovery.file_name]),
        (_("Passphrase"), [holds.format(day=recovery.told_on)]),
    )
    return facts(pairs, node, 0.0)


def _steps(node: Node) -> list[Strip]:
    lines = (
        _(
            "Install Coalmeet on another computer, and copy the file there: a backup, or the copy of another "
            "member, will do."
        ),
        _("Open the file. Coalmeet asks for the passphrase, because it does not know the computer yet."),
        _("Type the words above, then press Enter."),
        _("Let the computer remember the key if it is your own; then it asks no more."),
    )
    listed = node.add("L")
    strips: list[Strip] = []
    for number, line in enumerate(lines, 1):
        item = listed.add("LI")
        left = text(f"{number}.", paper.BODY, item.add("Lbl"), _STEP)
        said = text(line, paper.BODY, item.add("LBody").add("P"), paper.TEXT - _STEP, _STEP, even=True)
        row = columns(left, said)
        row[0].gap = 3.0 if strips else 0.0
        strips += row
    return strips


def _meaning(node: Node) -> list[Strip]:
    lines = (
        _("Whoever has these words and the file can read everything in it. Show the sheet to nobody else."),
        _(
            "Without these words, and without a computer that remembers the key, the file is lost: nobody can "
            "open it, neither the makers of Coalmeet nor anybody else."
        ),
    )
    return prose("\n".join(lines), paper.BODY, node, even_lines=True)


def _without_us(node: Node) -> list[Strip]:
    words = _(
        "The file is an SQLite database sealed with SQLCipher 4 in its usual settings. Any program that knows "
        "SQLCipher 4 opens it with the words above, without Coalmeet."
    )
    return prose(words, paper.BODY, node, even_lines=True)
