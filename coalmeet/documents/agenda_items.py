"""The items of an agenda on paper: a line each with its time, and the texts up for decision in full."""

from __future__ import annotations

from collections.abc import Sequence

from coalmeet.documents import paper
from coalmeet.documents.composer import facts, in_margin, label, prose
from coalmeet.documents.going import each
from coalmeet.documents.lines import Span
from coalmeet.documents.plain import one_line
from coalmeet.documents.register import page_of
from coalmeet.documents.shapes import rule
from coalmeet.documents.strips import Strip, columns, kept_together, right, text
from coalmeet.documents.structure import Node
from coalmeet.meeting.ahead_values import Draft, Entry
from coalmeet.meeting.minutes_words import shortened
from coalmeet.text import _

CLOCK, MINUTES = 38.0, 44.0  # the columns of "14:20" and "25 min"
_SPOKEN = 80  # characters of a title that a link says
_LONG = 600  # characters above which exact words are set as text to read, not as a headline
_LONGEST_KEPT = 26  # lines up to which a text is not divided between pages


def place_of_draft(at: int) -> str:
    """The name of the spot where the text of an item stands; items count from 0."""
    return f"draft {at}"


def item_lines(entries: Sequence[Entry], parent: Node) -> list[Strip]:
    """The items in order, a rule below each that stays on its page."""
    listed = parent.add("L")
    strips: list[Strip] = []
    for at, entry in enumerate(each(entries)):
        line = _line(entry, at, listed.add("LI"))
        line[0].gap = 4.0 if strips else 0
        line[-1].keep = True
        strips += [*line, rule(0, paper.TEXT, thick=0.5, gap=5)]
    return strips


def _line(entry: Entry, at: int, item: Node) -> list[Strip]:
    clock = text(entry.clock or entry.number or "–", paper.CELL_BOLD, item.add("Lbl"), CLOCK)
    body = item.add("LBody")
    width = paper.TEXT - CLOCK - MINUTES
    title = one_line(entry.heading if entry.clock else entry.title)
    said = _title(entry, title, place_of_draft(at), body, width)
    if entry.outcome.strip():
        said += text(one_line(entry.outcome), paper.CELL, body.add("P"), width, CLOCK, gap=1)
    for words in _about(entry):
        said += text(words, paper.SMALL, body.add("P"), width, CLOCK, gap=1.5)
    for remark in entry.back:
        said += text(one_line(remark), paper.REMARK, body.add("P"), width, CLOCK, gap=1.5)
    beside = right(text(entry.minutes, paper.SMALL, body.add("P"), MINUTES), paper.TEXT)
    if entry.draft is not None:
        beside += page_of(place_of_draft(at), paper.SMALL, body.add("P").add("Span"))
    strips = columns(clock, said, beside)
    return kept_together(strips) if len(strips) < 14 else strips


def _title(entry: Entry, title: str, place: str, body: Node, width: float) -> list[Strip]:
    """The title, which leads to the text where there is one; a break stands in regular weight."""
    style = paper.STRONG if entry.number else paper.QUIET
    if entry.draft is None:
        return text(title, style, body.add("P"), width, CLOCK)
    link = body.add("P").add("Link", alt=_("{title}: go to the text").format(title=shortened(title, _SPOKEN)))
    return text(title, style, link, width, CLOCK, link=place)


def _about(entry: Entry) -> list[list[Span]]:
    """What it is, how it is decided and who presents it: the label stands out."""
    led = _("Presented by {names}").format(names=one_line(entry.presenters)) if entry.presenters else ""
    rest = [one_line(one) for one in (entry.how, led) if one]
    if not entry.label:
        return [[Span(" · ".join(rest), paper.SMALL)]] if rest else []
    spans = [Span(entry.label, paper.SMALL_BOLD)]
    return [[*spans, Span("".join(f" · {one}" for one in rest), paper.SMALL)]]


def drafts(entries: Sequence[Entry], top: Node) -> list[Strip]:
    """The texts up for decision, each in its exact words between two rules."""
    strips: list[Strip] = []
    for at, entry in enumerate(entries):
        if entry.draft is not None:
            laid = _draft(entry, entry.draft, at, top.add("Sect"))
            laid[0].gap = 20.0 if strips else 0
            strips += laid
    return strips


def _draft(entry: Entry, draft: Draft, at: int, node: Node) -> list[Strip]:
    title = one_line(entry.heading)
    hung = label(entry.label or _("Decision"), node.add("P"))
    if entry.clock or entry.minutes:
        when = _(" · ").join(one for one in (entry.clock, entry.minutes) if one)
        hung += label(when, node.add("P"), paper.LABEL_SOFT)
    strips = text(title, paper.ITEM, node.add("H3"), paper.TEXT, even=True)
    if entry.outcome.strip():
        strips += text(one_line(entry.outcome), paper.SMALL, node.add("P"), paper.TEXT, gap=1)
    exact = paper.QUIET if len(draft.text) > _LONG else paper.WORDS
    words = prose(draft.text, exact, node, gap=8, even_lines=True)
    known = facts(((fact.label, fact.texts) for fact in draft.facts), node, 0)
    if known:
        known[0].gap = 8
    strips += [
        rule(0, paper.TEXT, ink=paper.INK, thick=1.1, gap=8),
        *words,
        *known,
        rule(0, paper.TEXT, ink=paper.INK, gap=8, below=3),
    ]
    strips = kept_together(strips) if len(strips) <= _LONGEST_KEPT else _begun(strips)
    strips = in_margin(strips, hung)
    strips[0].place, strips[0].bookmark = place_of_draft(at), (title, 1)
    for strip in strips:
        strip.topic = title
    return strips


def _begun(strips: list[Strip]) -> list[Strip]:
    """A long text: its title stays with its first words, its last words with the rule below."""
    kept_together(strips[:4], with_next=True)
    strips[-2].keep = True
    return strips
