"""Decisions as the first page lists them: their mark and word, the page where they stand, or a register of many."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby
from math import inf

from coalmeet.documents import paper
from coalmeet.documents.composer import middle
from coalmeet.documents.faces import BETWEEN
from coalmeet.documents.lines import Span, Style, between
from coalmeet.documents.marks import SIZE, ink, outcome_mark
from coalmeet.documents.plain import one_line, plain
from coalmeet.documents.strips import (
    PageNumber,
    Shape,
    Strip,
    baseline,
    columns,
    height_of,
    kept_together,
    text,
)
from coalmeet.documents.structure import Node
from coalmeet.meeting.minutes_values import Decision, Standing
from coalmeet.meeting.minutes_words import shortened
from coalmeet.text import _, ngettext

PAGE_COLUMN = 36.0  # "p. 12"
_WORDS, _ABOUT = 95, 60  # characters of a text and of its item's title in the register
_BULLET = re.compile(r"^\s*[-*+•] +(?=\S)")  # a list of the program's own needs no typed one
_SHORT = 60  # characters below which words alone hardly say what they are about


def place_of(decision: Decision) -> str:
    """The name of the spot in the record where a decision stands."""
    return f"decision {decision.item} {decision.number}" if decision.worded else place_of_item(decision.item)


def place_of_item(at: int) -> str:
    """The name of the spot in the record where an item begins; items count from 0."""
    return f"item {at}"


def page_of(place: str, style: Style, node: Node) -> list[Strip]:
    """The page number of a place at the right edge, on the baseline of words in a style."""
    down = baseline(style)
    return [
        Strip(style.leading, [PageNumber(place, _page, paper.SMALL, paper.TEXT, down, node)], baseline=down)
    ]


def _page(number: int) -> str:
    return _("p. {number}").format(number=number)


def outcome_line(decision: Decision, node: Node, style: Style) -> list[Strip]:
    """The mark and the word of an outcome, and what else is known in short."""
    details = [_unbroken(one) for one in decision.details]
    if decision.worded and len(decision.text) < _SHORT:
        details.append(_unbroken(_("“{title}”").format(title=shortened(plain(decision.about), _ABOUT))))
    words = Style(paper.SEMIBOLD, style.size, style.leading, ink(decision.standing))
    return _marked(
        decision.standing,
        [
            Span(one_line(decision.outcome) + (" " if details else ""), words),
            Span(f"{BETWEEN} {between(details)}" if details else "", style),
        ],
        style,
        node,
    )


def _unbroken(detail: str) -> str:
    words = one_line(detail)
    return words.replace(" ", "\u00a0") if len(words) < 34 else words


def _marked(
    standing: Standing, spans: Sequence[Span], style: Style, node: Node, x: float = paper.NUMBER
) -> list[Strip]:
    strips = text(spans, style, node, paper.TEXT - x - SIZE - 4, x + SIZE + 4)
    mark = outcome_mark(standing, middle(style))
    strips[0].marks.insert(0, Shape(lambda left, top: mark(left + x, top)))
    return strips


def register(decisions: Sequence[Decision], parent: Node, room: float = inf) -> list[Strip]:
    """Many decisions: grouped by outcome, one or two lines each; what was only noted is counted.

    Where they go beyond the room they are not continued.
    """
    strips: list[Strip] = []
    height = 0.0
    for standing, together in groupby(sorted(decisions, key=_rank), key=lambda one: one.standing):
        group = list(together)
        style = Style(paper.SEMIBOLD, 8.8, 13, ink(standing))
        head = _marked(
            standing, [Span(_group_name(standing, len(group)), style)], style, parent.add("P"), 0.0
        )
        head[0].gap = 7 if strips else 0
        strips += kept_together(head, with_next=standing is not Standing.NOTED)
        if standing is not Standing.NOTED:
            listed = parent.add("L")
            for decision in group:
                entry = _entry(decision, listed.add("LI"))
                strips += entry
                height += height_of(entry)
                if height > room:
                    return strips
    return strips


def _rank(decision: Decision) -> int:
    return list(Standing).index(decision.standing)


def _entry(decision: Decision, item: Node) -> list[Strip]:
    place = place_of(decision)
    number = text(decision.number or "–", paper.CELL_BOLD, item.add("Lbl"), paper.NUMBER)
    body = item.add("LBody")
    says = _("{number}: go to the record").format(number=decision.number or one_line(decision.text)[:80])
    spans = [Span(shortened(_BULLET.sub("", plain(decision.text)), _WORDS), paper.CELL)]
    if decision.worded:
        spans.append(Span("  " + shortened(plain(decision.about), _ABOUT), paper.SMALL))
    link = body.add("P").add("Link", alt=says)
    words = text(spans, paper.CELL, link, paper.TEXT - paper.NUMBER - PAGE_COLUMN, paper.NUMBER, link=place)
    strips = columns(number, words, page_of(place, paper.CELL, body.add("P")))
    strips[0].gap = 1.5
    return kept_together(strips)


def _group_name(standing: Standing, count: int) -> str:
    if standing is Standing.NOTED:
        noted = ngettext(
            "{count} point was noted; it stands in the record",
            "{count} points were noted; they stand in the record",
            count,
        )
        return noted.format(count=count)
    table = {
        Standing.HOLDS: _("Adopted ({count})"),
        Standing.PROVISIONAL: _("Adopted for now, provisional ({count})"),
        Standing.RECOMMENDED: _("Recommended, not yet decided ({count})"),
        Standing.OPEN: _("Still open ({count})"),
        Standing.NOT_PASSED: _("Not passed ({count})"),
    }
    return table[standing].format(count=count)
