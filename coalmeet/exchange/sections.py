"""Which lines of an outline are agenda items, and which lines belong to the item above them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from coalmeet.exchange.fields import is_field
from coalmeet.exchange.item_line import is_marked
from coalmeet.exchange.marks import label_in
from coalmeet.exchange.outline import OutlineLine

_AGENDA = re.compile(
    r"^(?:(?:the|draft|proposed|meeting|our)\s+)*(?:agenda(?:\s+items?)?|topics|items"
    r"|tagesordnung(?:spunkte)?|ordre du jour|议程|議題|アジェンダ)\b.{0,40}$",
    re.IGNORECASE,
)
DEEPEST_HEADING = 7  # below Markdown's six

Lines = Sequence[OutlineLine]
Found = tuple[list["Section"], list[OutlineLine]]


@dataclass(frozen=True, slots=True)
class Section:
    """One item's own line, the lines below it, and the label that a heading above gave it ("" for none)."""

    head: OutlineLine
    below: tuple[OutlineLine, ...]
    label: str = ""


def sections(lines: Lines) -> Found:
    """The items, and the lines that belong to none (greetings, the document's own title).

    Headings win over numbers, numbers over plain lines with bullets below, those over bullets.
    """
    lines = [_raised(line, lines[place + 1 : place + 2]) for place, line in enumerate(lines)]
    headings = [line for line in lines if line.kind == "heading"]
    if not headings:
        return _without_headings(lines)
    for heading in headings:
        if _AGENDA.match(heading.text) and (inside := _inside(lines, heading)):
            found, other = sections(inside)
            kept = {id(line) for line in inside}
            return found, [line for line in lines if id(line) not in kept] + other
    level = min(line.level for line in headings)
    top = [line for line in headings if line.level == level]
    if len(top) == 1 and not _opens_item(top[0]) and lines.index(top[0]) < len(lines) - 1:
        return _below_title(lines, top[0])
    return _split(lines, lambda line: line.kind == "heading" and line.level == level)


def _raised(line: OutlineLine, after: Lines) -> OutlineLine:
    """A plain line that is only a label and stands over a list ("Decisions:") is a heading without a mark."""
    over_list = bool(after) and after[0].kind in ("number", "bullet")
    if line.kind == "plain" and over_list and label_in(line.text, letters=False):
        return replace(line, kind="heading", level=DEEPEST_HEADING)
    return line


def _inside(lines: Lines, heading: OutlineLine) -> list[OutlineLine]:
    start = next(place for place, line in enumerate(lines) if line is heading) + 1
    ends = (place for place in range(start, len(lines)) if 0 < lines[place].level <= heading.level)
    return list(lines[start : next(ends, len(lines))])


def _below_title(lines: Lines, title: OutlineLine) -> Found:
    """One heading stands over everything: it is the title of the meeting, and the items are below it."""
    found, other = sections([line for line in lines if line is not title])
    return found, [title, *other]


def _split(lines: Lines, is_head: Callable[[OutlineLine], bool]) -> Found:
    """Cut before each head; a head that is only a label ("Decisions") opens the items below it instead."""
    groups: list[list[OutlineLine]] = [[]]
    for line in lines:
        if is_head(line) and not is_field(line.text):
            groups.append([])
        groups[-1].append(line)
    found: list[Section] = []
    other = groups[0]
    for head, *below in groups[1:]:
        label = label_in(head.text, letters=False)
        if label and below:
            inner, rest = sections(below)
            found += [Section(one.head, one.below, one.label or label) for one in inner]
            other += [head, *rest]
        else:
            found.append(Section(head, tuple(below)))
    return found, other


def _without_headings(lines: Lines) -> Found:
    if not lines:
        return [], []
    edge = min(line.indent for line in lines)
    outer = [line for line in lines if line.indent == edge]
    return _split_after_intro(lines, _head_rule(lines, outer, edge))


def _head_rule(lines: Lines, outer: Lines, edge: int) -> Callable[[OutlineLine], bool]:
    """What marks an item among the outermost lines."""
    plain = [line for line in outer if line.kind == "plain"]
    numbers = [line for line in outer if line.kind == "number"]
    bullets = [line for line in outer if line.kind == "bullet"]
    if numbers:
        return lambda line: line.kind == "number" and line.indent == edge
    if bullets and plain:
        if any(_opens_item(line) for line in plain) or _each_opens_bullets(lines, edge):
            return lambda line: line.kind == "plain" and line.indent == edge
        return lambda line: line.kind == "bullet" and line.indent == edge
    if plain and _is_paragraphs(outer):
        return lambda line: line.indent == edge and is_marked(line.text)
    if len(plain) == 1 and _is_intro(plain[0]) and len(lines) > 1:
        inner = min(line.indent for line in lines if line.indent > edge)
        return lambda line: line.indent == inner
    return lambda line: line.indent == edge


def _opens_item(line: OutlineLine) -> bool:
    return is_marked(line.text) or bool(label_in(line.text, letters=False))


def _is_intro(line: OutlineLine) -> bool:
    return not is_marked(line.text) and (line.text.endswith((":", "：")) or bool(_AGENDA.match(line.text)))


def _each_opens_bullets(lines: Lines, edge: int) -> bool:
    """At least two plain lines, each with bullets straight below it."""
    opening = [place for place, line in enumerate(lines) if line.kind == "plain" and line.indent == edge]
    if len(opening) < 2:
        return False
    return all(place + 1 < len(lines) and lines[place + 1].kind == "bullet" for place in opening)


def _is_paragraphs(outer: Lines) -> bool:
    """Paragraphs whose first line is marked and whose other lines are not: the others are notes."""
    if not is_marked(outer[0].text):
        return False
    firsts = [line for place, line in enumerate(outer) if place == 0 or line.after_blank]
    others = [line for line in outer if not any(line is first for first in firsts)]
    return len(firsts) > 1 and bool(others) and all(map(_marked, firsts)) and not any(map(_marked, others))


def _marked(line: OutlineLine) -> bool:
    return is_marked(line.text)


def _split_after_intro(lines: Lines, is_head: Callable[[OutlineLine], bool]) -> Found:
    found, other = _split(lines, is_head)
    if found and _is_intro(found[0].head) and not found[0].below and len(found) > 1:
        return found[1:], [*other, found[0].head]
    return found, other
