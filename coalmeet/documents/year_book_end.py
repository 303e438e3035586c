"""The end of a year book: the register of decisions with how each stands today, and who came and did the work."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from coalmeet.coalition.year_book import Chapter, Later, Outside, Share, YearBook
from coalmeet.documents import paper
from coalmeet.documents.composer import Table, in_margin, label, middle
from coalmeet.documents.lines import Span, Style
from coalmeet.documents.marks import SIZE, ink, outcome_mark
from coalmeet.documents.plain import even, one_line, paragraphs, plain
from coalmeet.documents.register import PAGE_COLUMN, page_of, place_of
from coalmeet.documents.shapes import rule
from coalmeet.documents.strips import Shape, Strip, columns, kept_together, text
from coalmeet.documents.structure import Node
from coalmeet.documents.year_book_front import REGISTER, SHARES, own_place
from coalmeet.meeting.minutes_values import Decision, Standing
from coalmeet.meeting.minutes_words import shortened
from coalmeet.text import _, brief_day, ngettext, number

_BETWEEN_MEETINGS = 14.0
_LONGEST_KEPT = 20  # lines up to which a decision is not divided between pages
_LONG = 600  # characters above which exact words are set as text to read, not as a headline
_COUNT = 62.0  # the column of "12 of 24"


def register_pages(book: YearBook, top: Node) -> list[Strip]:
    """Every decision in its exact words, in the order in which they were decided."""
    told = _(
        "In the order in which they were decided, in the exact words. How each stands is told for {day}."
    )
    strips = _heading(_("Decision register"), told.format(day=book.told_on), REGISTER, top)
    for at, chapter in enumerate(book.chapters):
        if chapter.decisions:
            strips += _of_meeting(chapter, at, top)
    if book.outside:
        strips += _outside(book.outside, top)
    if not any(chapter.decisions for chapter in book.chapters) and not book.outside:
        strips += text(_("Nothing was decided at these meetings."), paper.BODY, top.add("P"), paper.TEXT)
    return strips


def _heading(words: str, told: str, place: str, top: Node) -> list[Strip]:
    left = -paper.MARGIN
    strips = text(words, paper.PART, top.add("H2"), paper.WHOLE, left)
    strips[0].place, strips[0].bookmark = place, (words, 0)
    strips += text(told, paper.SMALL, top.add("P"), paper.WHOLE, left, gap=3)
    return kept_together([*strips, rule(left, paper.WHOLE, gap=7, below=12)], with_next=True)


def _of_meeting(chapter: Chapter, at: int, top: Node) -> list[Strip]:
    node = top.add("Sect")
    minutes = chapter.minutes
    day = brief_day(date.fromisoformat(minutes.date))
    hung = label(day, node.add("H3"))
    title = shortened(plain(minutes.title), 90)
    hung += label(title, node.add("P"), paper.LABEL_SOFT)
    listed = node.add("L")
    strips: list[Strip] = []
    for decision, later in chapter.decisions:
        place = f"{own_place(at)}{place_of(decision)}"
        entry = _entry(decision, later, place, listed.add("LI"))
        entry[0].gap = 7 if strips else 0
        strips += entry
    begun = in_margin(strips, hung)
    begun[0].gap = _BETWEEN_MEETINGS
    for strip in begun:
        strip.topic = _("{day}: {words}").format(day=day, words=title)
    begun[0].place = f"register {at}"
    return begun


def _entry(decision: Decision, later: Later, place: str, item: Node) -> list[Strip]:
    holds = decision.standing in (Standing.HOLDS, Standing.PROVISIONAL) and decision.worded
    style = paper.STRONG if holds and len(decision.text) <= _LONG else paper.QUIET
    number_ = text(decision.number or "–", style, item.add("Lbl"), paper.NUMBER)
    body = item.add("LBody")
    says = _("{number}: go to the minutes").format(number=decision.number or one_line(decision.text)[:80])
    words = _exact(decision.text, style, body, place, says)
    words += _outcome(decision.outcome, decision.standing, later, body)
    strips = columns(number_, words, page_of(place, style, body.add("P")))
    return kept_together(strips) if len(strips) <= _LONGEST_KEPT else strips


def _exact(words: str, style: Style, body: Node, place: str = "", says: str = "") -> list[Strip]:
    """The exact words, a paragraph for each of their lines; the first leads to the minutes."""
    strips: list[Strip] = []
    gap = 0.0
    for line in paragraphs(words) or ("–",):
        if not line:
            gap = 6.0
            continue
        node = body.add("P")
        leads = bool(place) and not strips
        strips += text(
            even(line.strip()),
            style,
            node.add("Link", alt=says) if leads else node,
            paper.TEXT - paper.NUMBER - PAGE_COLUMN,
            paper.NUMBER,
            link=place if leads else "",
            gap=gap,
            even=True,
        )
        gap = 2.0
    return strips


def _outcome(outcome: str, standing: Standing, later: Later, body: Node) -> list[Strip]:
    """Mark and word of the outcome, and how it stands today."""
    style, x = paper.SMALL, paper.NUMBER
    now = [_("now: {state}").format(state=later.state)] if later.state else []
    now += [_("review {day}").format(day=later.review)] if later.state and later.review else []
    inked = Style(paper.SEMIBOLD, style.size, style.leading, ink(standing))
    spans = [
        Span(" · ".join([one_line(outcome), ""]) if now else one_line(outcome), inked),
        Span(" · ".join(now), style),
    ]
    strips = text(spans, style, body.add("P"), paper.TEXT - x - SIZE - 4 - PAGE_COLUMN, x + SIZE + 4)
    mark = outcome_mark(standing, middle(style))
    strips[0].marks.insert(0, Shape(lambda left, top: mark(left + x, top)))
    return strips


def _outside(decided: Sequence[Outside], top: Node) -> list[Strip]:
    node = top.add("Sect")
    listed = node.add("L")
    strips: list[Strip] = []
    for one in decided:
        body = listed.add("LI").add("LBody")
        words = _exact(one.text, paper.STRONG, body)
        told = _("Decided on {day} by {names}") if one.by else _("Decided on {day}")
        words += _outcome(told.format(day=one.day, names=one_line(one.by)), Standing.HOLDS, one.later, body)
        words[0].gap = 7 if strips else 0
        strips += kept_together(words) if len(words) <= _LONGEST_KEPT else words
    begun = in_margin(strips, label(_("Outside a meeting"), node.add("H3")))
    begun[0].gap = _BETWEEN_MEETINGS
    return begun


def share_pages(book: YearBook, top: Node) -> list[Strip]:
    """Who came, facilitated and took notes, in plain numbers."""
    strips = _heading(_("Who came, and who did the work"), _counted(book), SHARES, top)
    strips[0].new_page = True
    for name, first, shares in (
        (_("Organisations"), _("Organisation"), book.organisations),
        (_("People without an organisation"), _("Name, as the minutes have it"), book.people),
    ):
        if shares:
            table = _table(name, first, shares, top.add("Sect"))
            table[0].gap = 18
            strips += table
    if not book.organisations and not book.people:
        strips += text(_("Nobody noted who came, and who facilitated."), paper.BODY, top.add("P"), paper.TEXT)
    return strips


def _counted(book: YearBook) -> str:
    count = len(book.chapters)
    told = ngettext(
        "Counted over the {count} meeting in this book.",
        "Counted over the {count} meetings in this book.",
        count,
    ).format(count=number(count))
    if not book.unknown:
        return told
    unknown = ngettext(
        "{told} Of {unknown} nobody noted who came.",
        "{told} Of {unknown} nobody noted who came.",
        book.unknown,
    )
    return unknown.format(told=told, unknown=number(book.unknown))


def _table(name: str, first: str, shares: Sequence[Share], node: Node) -> list[Strip]:
    heading = label(name, node.add("H3"))
    heads = [first, _("Came"), _("Facilitated"), _("Took notes")]
    table = Table(node, heads, (paper.TEXT - 3 * _COUNT, _COUNT, _COUNT, _COUNT))
    strips = list(table.head)
    for one in shares:
        came = _("{count} of {all}").format(count=number(one.came), all=number(one.of))
        cells = [came, number(one.facilitated), number(one.noted)]
        strips += table.row([(one.name, paper.CELL)], *([(cell, paper.CELL)] for cell in cells))
    return in_margin(strips, heading)
