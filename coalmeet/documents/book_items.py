"""The items of the facilitator's book: all of them at a glance, then each as it is led, with lines to write on."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from coalmeet.documents import paper
from coalmeet.documents.composer import Table, in_margin, label, prose
from coalmeet.documents.going import each
from coalmeet.documents.lines import Style
from coalmeet.documents.plain import one_line
from coalmeet.documents.shapes import box, rule
from coalmeet.documents.strips import Shape, Strip, columns, kept_together, text
from coalmeet.documents.structure import Node
from coalmeet.meeting.ahead_values import Entry
from coalmeet.meeting.book_values import BookItem
from coalmeet.meeting.minutes_words import shortened
from coalmeet.meeting.say_ahead import Said
from coalmeet.text import _

_SAID = Style(paper.ITALIC, 10, 14, paper.INK)
_STAGE = Style(paper.SEMIBOLD, 8, 14, paper.SOFT)
_STAGES = 70.0  # the column of "After an objection"
_IN = 14.0  # how far a private note stands to the right of its bar
_LINE = 19.0  # points between two lines to write on
_LINES, _LINES_FOR_A_DECISION = 2, 4
_TITLE = 110  # characters of a title at a glance
_LONGEST_KEPT = 30  # lines up to which an item is not divided between pages


def glance(entries: Sequence[Entry], parent: Node) -> list[Strip]:
    """When each item begins, and an empty column for when it really did."""
    widths = (40.0, paper.TEXT - 40 - 52 - 62, 52.0, 62.0)
    table = Table(parent, [_("Time"), _("Item"), _("Planned"), _("Begun at")], widths)
    strips = list(table.head)
    for entry in entries:
        strips += table.row(
            [(entry.clock or entry.number or "–", paper.CELL_BOLD)],
            [(shortened(entry.heading, _TITLE), paper.CELL)],
            [(entry.minutes, paper.CELL)],
            [("", paper.CELL)],
        )
    return strips


def led_items(items: Sequence[BookItem], top: Node) -> list[Strip]:
    """Each item with everything that is needed to lead it."""
    strips: list[Strip] = []
    for at, item in enumerate(each(items)):
        laid = _item(item, at, top.add("Sect"))
        laid[0].gap = 22.0 if strips else 0
        strips += laid
    return strips


def _item(item: BookItem, at: int, node: Node) -> list[Strip]:
    entry = item.entry
    hung: list[Strip] = []
    if entry.label:
        hung += label(entry.label, node.add("P"))
    when = _(" · ").join(one for one in (entry.clock, entry.minutes) if one)
    if when:
        hung += label(when, node.add("P"), paper.LABEL_SOFT)
    title = one_line(entry.heading)
    strips = text(title, paper.ITEM, node.add("H3"), paper.TEXT, even=True)
    if entry.presenters:
        led = _("Presented by {names}").format(names=one_line(entry.presenters))
        strips += text(led, paper.SMALL, node.add("P"), paper.TEXT, gap=1)
    if entry.outcome.strip():
        strips += text(one_line(entry.outcome), paper.BODY, node.add("P"), paper.TEXT, gap=2)
    for strip in strips:
        strip.keep = True
    if item.note.strip():
        strips += _private(item.note, node)
    for words in (*entry.back, *item.mind):
        strips += text(one_line(words), paper.SMALL, node.add("P"), paper.TEXT, gap=4)
    if entry.draft is not None:
        strips += prose(entry.draft.text, paper.BODY, node, gap=7)
    strips += _sayings(item.say, node)
    strips += lines_to_write_on(_room(entry))
    strips = kept_together(strips) if len(strips) <= _LONGEST_KEPT else strips
    strips = in_margin(strips, hung)
    strips[0].place, strips[0].bookmark = f"led {at}", (title, 1)
    for strip in strips:
        strip.topic = title
    return strips


def _room(entry: Entry) -> int:
    """How many lines to write on an item has; a break has none."""
    if not entry.number:
        return 0
    return _LINES_FOR_A_DECISION if entry.how else _LINES


def _private(note: str, node: Node) -> list[Strip]:
    """The private note, with a bar at its left."""
    whole = node.add("Div")
    strips = text(_("Private note"), paper.SMALL_BOLD, whole.add("P"), paper.TEXT - _IN, _IN, gap=7)
    strips += prose(note, paper.BODY, whole, width=paper.TEXT - _IN, x=_IN)
    for strip in strips:
        strip.marks.insert(0, Shape(_bar(strip.height)))
    return strips


def _bar(height: float) -> Callable[[float, float], str]:
    return lambda left, top: box(left, top - height, 2.0, height + 3.0, paper.INK)


def _sayings(said: Sequence[Said], node: Node) -> list[Strip]:
    """What to say at each stage, the stage in front."""
    strips: list[Strip] = []
    for stage, sentences in said:
        parent = node.add("P")
        name = text(stage or _("You can say"), _STAGE, parent.add("Span"), _STAGES - 6)
        words = _("“{sentence}”").format(sentence=one_line(sentences[0]))
        both = columns(name, text(words, _SAID, parent.add("Span"), paper.TEXT - _STAGES, _STAGES))
        both[0].gap = 1.5 if strips else 8.0
        strips += kept_together(both)
    return strips


def lines_to_write_on(count: int) -> list[Strip]:
    """Empty lines for a pen."""
    return [rule(0, paper.TEXT, thick=0.5, gap=_LINE) for _one in range(count)]
