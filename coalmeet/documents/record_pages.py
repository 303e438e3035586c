"""The record: everything that was said, decided and taken on, item after item."""

from __future__ import annotations

from coalmeet.documents import paper
from coalmeet.documents.composer import facts, in_margin, label, middle, notes, prose, run_in
from coalmeet.documents.front_page import labelled
from coalmeet.documents.going import each
from coalmeet.documents.lines import Span, Style
from coalmeet.documents.marks import SIZE, ink, outcome_mark
from coalmeet.documents.plain import even, one_line, plain
from coalmeet.documents.register import place_of, place_of_item
from coalmeet.documents.shapes import rule, time_bar
from coalmeet.documents.strips import Shape, Strip, columns, kept_near, kept_together, text
from coalmeet.documents.structure import Node
from coalmeet.meeting.minutes_actions import told
from coalmeet.meeting.minutes_values import Action, Decision, Item, Minutes, Standing, Temperature
from coalmeet.text import _

_BETWEEN_ITEMS = 24.0
_LONG = 600  # characters above which exact words are set as text to read, not as a headline
_HEADLINE = 12  # lines of exact words up to which they are never divided
_TAIL = 4  # lines that a decision leaves at least to the page on which it ends
_LONGEST_KEPT = 40  # lines up to which a decision is rather not divided between pages


def record_pages(minutes: Minutes, top: Node, *, names: bool) -> list[Strip]:
    """The strips of the record; `names` says that the first page left the names of the people to it."""
    strips = _heading(_("The agenda") if minutes.planned else _("The record"), top)
    if names:
        strips += _names(minutes, top)
    if minutes.temperature:
        felt = _temperature(minutes.temperature, top)
        felt[0].gap = 16 if names else 0
        strips += felt
    longest = max((max(item.time.planned or 0, item.time.used or 0) for item in minutes.items), default=0)
    for at, item in enumerate(each(minutes.items)):
        laid = _item(item, at, longest, top.add("Sect"))
        laid[0].gap = _BETWEEN_ITEMS if len(strips) > 2 else 0
        strips += laid
    return strips


def _heading(words: str, top: Node) -> list[Strip]:
    strips = text(words, paper.PART, top.add("H2"), paper.WHOLE, -paper.MARGIN)
    strips[0].new_page, strips[0].place, strips[0].bookmark = True, "record", (words, 0)
    return kept_together([*strips, rule(-paper.MARGIN, paper.WHOLE, gap=6, below=11)], with_next=True)


def _names(minutes: Minutes, top: Node) -> list[Strip]:
    node = top.add("Sect")
    heading = label(_("People"), node.add("H3"))
    strips = [strip for part in labelled(minutes.attendance.names) for strip in run_in([part], node)]
    return in_margin(strips, heading) if strips else []


def _temperature(temperature: Temperature, top: Node) -> list[Strip]:
    node = top.add("Sect")
    heading = label(_("Temperature"), node.add("H3"))
    most = max(count for _word, count in temperature.words)
    spans: list[Span] = []
    for word, count in temperature.words:
        size = 14 + 7 * (count - 1) / max(most - 1, 1)
        style = Style(paper.SERIF_ITALIC, round(size, 1), 24, paper.INK if count > 1 else paper.SOFT)
        comma = "" if word is temperature.words[-1][0] else ",  "
        spans.append(Span(even(one_line(word)) + comma, style))
    strips = text(spans, spans[0].style, node.add("P"), paper.TEXT)
    strips += text(temperature.sentence, paper.SMALL, node.add("P"), paper.TEXT, gap=4)
    return in_margin(strips, heading)


def _item(item: Item, at: int, longest: float, node: Node) -> list[Strip]:
    heading = node.add("H3")  # read before what stands beside it in the margin
    hung = _margin(item, longest, node)
    title = one_line(item.heading)
    strips = text(title, paper.ITEM, heading, paper.TEXT, even=True)
    if item.presenters:
        strips += text(
            _("Led by {names}").format(names=one_line(item.presenters)),
            paper.SMALL,
            node.add("P"),
            paper.TEXT,
            gap=1,
        )
    for remark in item.remarks:
        strips += text(one_line(remark), paper.REMARK, node.add("P"), paper.TEXT, gap=3)
    for strip in strips:
        strip.keep = True
    typed = notes(item.notes, node)
    if typed:
        typed[0].gap = 5
    strips += typed
    for decision in item.decisions:
        strips += _decision(decision, node, last=decision is item.decisions[-1])
    for action in item.actions:
        strips += _action(action, node)
    strips[-1].keep = False
    strips = in_margin(strips, hung)
    strips[0].place = place_of_item(at)
    strips[0].bookmark = (title, 1)
    for strip in strips:
        strip.topic = title
    return strips


def _margin(item: Item, longest: float, node: Node) -> list[Strip]:
    strips: list[Strip] = []
    if item.label:
        strips += label(item.label, node.add("P"))
    planned, used = item.time.planned or 0, item.time.used or 0
    if used:
        bar = time_bar(planned, used, longest, paper.LABEL_WIDTH, paper.ACCENT)
        strips.append(
            Strip(7, [Shape(lambda x, y: bar(x - paper.MARGIN, y - 4))], baseline=0 if strips else 4)
        )
    if item.time.words:
        strips += label(item.time.words, node.add("P"), paper.LABEL_SOFT)
    if item.outcome:
        strips += label(item.outcome, node.add("P"), Style(paper.SEMIBOLD, 8, 11, paper.SOFT))
    return strips


def _decision(decision: Decision, parent: Node, *, last: bool) -> list[Strip]:
    node = parent.add("Sect")
    holds = decision.standing in (Standing.HOLDS, Standing.PROVISIONAL)
    heading = node.add("H4")
    number = text(decision.number, paper.WORDS, heading.add("Span"), paper.NUMBER)
    outcome = Style(paper.SEMIBOLD, 8.8, 12.8, ink(decision.standing))
    said = text(
        decision.outcome,
        outcome,
        heading.add("Span"),
        paper.TEXT - paper.NUMBER - SIZE - 4,
        paper.NUMBER + SIZE + 4,
    )
    mark = outcome_mark(decision.standing, middle(outcome))
    said[0].marks.insert(0, Shape(lambda x, y: mark(x + paper.NUMBER, y)))
    head = columns(number, said)
    head[0].gap, head[0].place = 5.5, place_of(decision)
    exact = paper.QUIET if len(decision.text) > _LONG else paper.WORDS if holds else paper.WORDS_QUIET
    words = prose(
        decision.text, exact, node, width=paper.TEXT - paper.NUMBER, x=paper.NUMBER, gap=1, even_lines=True
    )
    known = facts(((fact.label, fact.texts) for fact in decision.facts), node, paper.NUMBER)
    if known:
        known[0].gap = 6
    strips = [rule(0, paper.TEXT, ink=paper.INK, thick=1.1, gap=9), *head, *words, *known]
    if last:
        strips.append(rule(0, paper.TEXT, ink=paper.INK, gap=8, below=3))
    # Its words stay together with what was first said about them, and the closing rule with the last of it.
    kept_together(
        strips[: 1 + len(head) + (len(words) if len(words) <= _HEADLINE else 2)], with_next=bool(known)
    )
    for strip in strips[-_TAIL:-1]:
        strip.keep = True
    return kept_near(strips) if len(strips) <= _LONGEST_KEPT else strips


def _action(action: Action, parent: Node) -> list[Strip]:
    node = parent.add("P")
    number = text(action.number, paper.CELL_BOLD, node.add("Span"), paper.NUMBER)
    width = paper.TEXT - paper.NUMBER
    body = node.add("Span")
    words = [
        strip
        for line in plain(action.text).split("\n")
        if line.strip()
        for strip in text(even(line.strip()), paper.CELL, body, width, paper.NUMBER)
    ]
    words += text(one_line(told(action)), paper.SMALL, node.add("Span"), width, paper.NUMBER)
    strips = columns(number, words)
    strips[0].gap = 6
    return kept_together(strips) if len(strips) <= _LONGEST_KEPT else strips
