"""The end of the minutes: changes, corrections, thanks, approval, and the fingerprint of the attached record."""

from __future__ import annotations

from coalmeet.documents import paper
from coalmeet.documents.composer import in_margin, label, prose
from coalmeet.documents.shapes import rule
from coalmeet.documents.strips import Strip, kept_together
from coalmeet.documents.structure import Node
from coalmeet.meeting.minutes_values import Minutes
from coalmeet.text import _


def closing_pages(minutes: Minutes, fingerprint: str, top: Node, file_name: str) -> list[Strip]:
    """The strips after the last item; `fingerprint` is the SHA-256 in hex of the record attached as `file_name`."""
    strips: list[Strip] = []
    for section in minutes.sections:
        part = _section(section.heading, section.texts, top)
        part[0].gap = 18
        strips += part
    last = [text for text in (*minutes.approval, minutes.source) if text]
    if fingerprint:
        travels = _("The same record as data travels inside this file: {name}, SHA-256 {first} {second}.")
        last.append(travels.format(name=file_name, first=fingerprint[:32], second=fingerprint[32:]))
    if last:
        end = _section(_("About these minutes"), tuple(last), top)
        strips += kept_together([rule(-paper.MARGIN, paper.WHOLE, gap=22, below=10), *end])
    return strips


def _section(heading: str, texts: tuple[str, ...], top: Node) -> list[Strip]:
    node = top.add("Sect")
    strips: list[Strip] = []
    name = label(heading, node.add("H3"))
    for words in texts:
        strips += prose(words, paper.SMALL, node, gap=3 if strips else 0)
    return in_margin(strips, name)
