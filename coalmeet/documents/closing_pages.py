"""The end of the minutes: changes, corrections, thanks, approval, and the fingerprint of the attached record."""

from __future__ import annotations

from coalmeet.documents import paper
from coalmeet.documents.composer import in_margin, label, prose
from coalmeet.documents.lines import Style
from coalmeet.documents.plain import one_line
from coalmeet.documents.shapes import rule
from coalmeet.documents.strips import Strip, kept_near
from coalmeet.documents.structure import Node
from coalmeet.meeting.minutes_values import Minutes
from coalmeet.meeting.minutes_words import sentence
from coalmeet.text import _


def closing_pages(minutes: Minutes, fingerprint: str, top: Node, file_name: str) -> list[Strip]:
    """The strips after the last item; `fingerprint` is the SHA-256 in hex of the record attached as `file_name`."""
    strips: list[Strip] = []
    for at, section in enumerate(minutes.sections):
        part = _section(section.heading, section.texts, top, paper.FACT)
        part[0].gap = 14 if at else 0
        part[0].place = f"section {at}"
        for strip in part:
            strip.topic = one_line(section.heading)
        strips += part if at else _ruled_off(part)
    last = [text for text in (" ".join(map(sentence, minutes.approval)), minutes.source) if text]
    if fingerprint:
        travels = _("The same record as data travels inside this file: {name}. Its SHA-256 is {fingerprint}.")
        last.append(travels.format(name=file_name, fingerprint=fingerprint))
    if last:
        about = _("About this agenda") if minutes.planned else _("About these minutes")
        strips += kept_near(_ruled_off(_section(about, tuple(last), top, paper.SMALL)))
    return strips


def _ruled_off(strips: list[Strip]) -> list[Strip]:
    line = rule(-paper.MARGIN, paper.WHOLE, gap=22, below=10)
    line.keep = True
    return [line, *strips]


def _section(heading: str, texts: tuple[str, ...], top: Node, style: Style) -> list[Strip]:
    node = top.add("Sect")
    strips: list[Strip] = []
    name = label(heading, node.add("H3"))
    for words in texts:
        strips += prose(words, style, node, gap=3 if strips else 0)
    return in_margin(strips, name)
