"""The first page of the minutes: what an absent member reads in a minute."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from math import inf

from coalmeet.documents import paper
from coalmeet.documents.composer import Table, in_margin, label, prose, run_in
from coalmeet.documents.lines import Span, Style, between, break_lines
from coalmeet.documents.plain import one_line, plain
from coalmeet.documents.register import PAGE_COLUMN, outcome_line, page_of, place_of, place_of_item, register
from coalmeet.documents.shapes import pill, rule, tick_box
from coalmeet.documents.strips import Shape, Strip, Words, baseline, columns, height_of, kept_together, text
from coalmeet.documents.structure import Node
from coalmeet.meeting.minutes_values import Action, Decision, Fact, Item, Minutes, Request, Standing
from coalmeet.meeting.minutes_words import shortened
from coalmeet.text import _

_LONG_TITLE = 70  # characters above which a title is set smaller
_LONG_MINUTE = 420  # characters above which “In one minute” is
_MOST_IN_FULL = 20  # decisions of two lines at least; more fill a page with nothing else on it
_MANY = 24  # decisions above which their register follows what is asked of the reader


@dataclass(frozen=True, slots=True)
class Density:
    """How much the first page shows before it points to the record: characters of a text, and whether people."""

    words: int
    names: bool
    gap: float
    organisations: bool = True  # beside the owners of actions
    register: bool = False  # decisions as a register, a line each
    asked_first: bool = False  # what is asked of the reader stands before a long register
    agenda: bool = False  # the items with their pages, where there is room
    apart: bool = False  # who was away, who led and when the next meeting is: a line each
    lead: Style = paper.LEAD_LONG  # of “In one minute”
    air: float = 2.6  # above and below a row of the actions


# Tried in turn until everything fits on one page; the last is taken if nothing does.
DENSITIES = (
    Density(900, names=True, gap=15, agenda=True, apart=True, lead=paper.LEAD, air=4.2),
    Density(900, names=True, gap=15, apart=True, lead=paper.LEAD, air=4.2),
    Density(900, names=True, gap=12),
    Density(420, names=True, gap=12),
    Density(260, names=False, gap=12),
    Density(420, names=False, gap=10, organisations=False),
    Density(150, names=False, gap=10, organisations=False),
    Density(95, names=True, gap=12, register=True, apart=True),
    Density(95, names=True, gap=9, organisations=False, register=True),
    Density(95, names=False, gap=9, organisations=False, register=True),
    Density(95, names=False, gap=9, organisations=False, register=True, asked_first=True),
)


def densities(decisions: int) -> tuple[Density, ...]:
    """Those that may fit so many decisions on one page: none but a register holds more than a few dozen lines."""
    return DENSITIES if decisions <= _MOST_IN_FULL else tuple(one for one in DENSITIES if one.register)


def front_page(minutes: Minutes, top: Node, density: Density, room: float = inf) -> list[Strip]:
    """The strips of the first page; what is higher than the room is laid out no further."""
    strips = _head(minutes, top)
    parts: list[Callable[[float], list[Strip]]] = [
        lambda left: _decisions(minutes.decisions, top, density, left),
        lambda left: _actions(minutes.actions, top, density, left),
        lambda left: _requests(minutes.requests, top, left),
        lambda _left: _people(minutes, top, density),
    ]
    if density.asked_first and len(minutes.decisions) > _MANY:
        parts = [*parts[1:], parts[0]]
    if density.agenda:
        parts.append(lambda _left: _agenda(minutes.items, top))
    first = _in_one_minute(minutes, top, density.lead)
    for part in (lambda _left: first, *parts):
        section = part(room - height_of(strips))
        if section:
            section[0].gap = 11 if section is first else density.gap
            strips += section
        if height_of(strips) > room:
            break
    return strips


def least_height(minutes: Minutes, room: float, *, register: bool) -> float:
    """A height in points that no density goes below, with decisions as a register or in full, or more than the room:
    what is sure not to fit need not be tried.
    """
    words = min(one.words for one in DENSITIES if one.register == register)
    density = Density(words, names=False, gap=0, organisations=False, register=register)
    top = Node("Document")
    height = height_of(_head(minutes, top))
    height += height_of(_decisions(minutes.decisions, top, density, room - height))
    return height + height_of(_actions(minutes.actions, top, density, room - height))


def _head(minutes: Minutes, top: Node) -> list[Strip]:
    left = -paper.MARGIN
    kind = _("Agenda") if minutes.planned else _("Minutes")
    kicker = [Span(kind, paper.KICKER)]
    if minutes.coalition and minutes.coalition != minutes.title:
        kicker = [
            Span(one_line(minutes.coalition), paper.KICKER),
            Span("  ·  " + kind, paper.KICKER_SOFT),
        ]
    strips = columns(
        text(kicker, paper.KICKER, top.add("P"), paper.WHOLE - 160, left),
        [status_pill(minutes, top.add("P"))],
    )
    title = one_line(minutes.title)
    style = paper.TITLE if len(title) <= _LONG_TITLE else paper.TITLE_LONG
    heading = text(title, style, top.add("H1"), paper.WHOLE, left, gap=15, even=True)
    heading[0].place, heading[0].bookmark = "top", (title, 0)
    strips += heading
    told = between(one_line(words) for words in (minutes.when, minutes.where))
    strips += text(told, paper.SUBTITLE, top.add("P"), paper.WHOLE, left, gap=4)
    return kept_together([*strips, rule(left, paper.WHOLE, gap=13)])


def status_pill(minutes: Minutes, node: Node | None) -> Strip:
    """The state of the minutes in a pill at the right edge: a word first, its ink second."""
    colour = {"approved": paper.HOLDS, "": paper.SOFT}.get(minutes.state, paper.WAITING)
    style = Style(paper.PILL.typeface, paper.PILL.size, paper.PILL.leading, colour)
    line = break_lines([Span(minutes.status, style)], paper.WHOLE)[0]
    x, down = paper.TEXT - line.width - 9, baseline(style)
    outline = Shape(lambda left, y: pill(left + x - 9, y - down - 5.1, line.width + 18, 16, colour))
    return Strip(style.leading, [outline, Words(line, x, down, node)], baseline=down)


def _section(name: str, top: Node, place: str) -> tuple[Node, list[Strip]]:
    node = top.add("Sect")
    heading = label(name, node.add("H2"))
    heading[0].place = place
    return node, heading


def _begun(strips: list[Strip], heading: list[Strip], name: str) -> list[Strip]:
    begun = in_margin(strips, heading)
    begun[0].place, begun[0].bookmark = heading[0].place, (name, 1)
    return begun


def _in_one_minute(minutes: Minutes, top: Node, style: Style) -> list[Strip]:
    name = _("In one minute")
    node, heading = _section(name, top, "minute")
    said = _said(minutes.in_one_minute)
    return _begun(prose(said, paper.LEAD_LONG if len(said) > _LONG_MINUTE else style, node), heading, name)


def _said(sentences: Iterable[str]) -> str:
    return " ".join(plain(one) for one in sentences)


def _decisions(decisions: tuple[Decision, ...], top: Node, density: Density, room: float) -> list[Strip]:
    """The decisions; where they go beyond the room they are not continued."""
    if not decisions:
        return []
    name = _("Decisions")
    node, heading = _section(name, top, "decisions")
    if density.register:
        return _begun(register(decisions, node, room), heading, name)
    listed = node.add("L")
    strips: list[Strip] = []
    height = 0.0
    for decision in decisions:
        if height > room:
            break
        entry = _decision(decision, listed.add("LI"), density)
        entry[0].gap = density.gap * 0.55 if strips else 0
        strips += kept_together(entry) if len(entry) < 25 else entry
        height += height_of(entry)
    return _begun(strips, heading, name)


def _decision(decision: Decision, item: Node, density: Density) -> list[Strip]:
    place = place_of(decision)
    holds = decision.standing in (Standing.HOLDS, Standing.PROVISIONAL) and decision.worded
    style = paper.STRONG if holds else paper.QUIET
    number = text(
        decision.number or "–",
        paper.STRONG if decision.number else paper.QUIET,
        item.add("Lbl"),
        paper.NUMBER,
    )
    body = item.add("LBody")
    says = _("{number}: go to the record").format(number=decision.number or one_line(decision.text)[:80])
    words = text(
        shortened(plain(decision.text), density.words),
        style,
        body.add("P").add("Link", alt=says),
        paper.TEXT - paper.NUMBER - PAGE_COLUMN,
        paper.NUMBER,
        link=place,
        even=True,
    )
    words += outcome_line(decision, body.add("P"), paper.SMALL)
    return columns(number, words, page_of(place, style, body.add("P")))


def _actions(actions: tuple[Action, ...], top: Node, density: Density, room: float) -> list[Strip]:
    """The table of actions; where it goes beyond the room it is not continued."""
    if not actions:
        return []
    name = _("Actions")
    node, heading = _section(name, top, "actions")
    dated = any(action.due for action in actions)
    widths = (paper.NUMBER, paper.TEXT - paper.NUMBER - 110 - (64 if dated else 0), 110, 64 if dated else 0)
    heads = [_("No."), _("What"), _("Who"), *([_("Due")] if dated else [])]
    table = Table(node, heads, widths[: len(heads)], flush_right=3, air=density.air)
    strips = list(table.head)
    height = height_of(strips)
    for action in actions:
        if height > room:
            break
        who = [(action.who, paper.CELL if action.owned else paper.CELL_BOLD)]
        if action.organisation and density.organisations:
            who.append((action.organisation, paper.SMALL))
        what = [(shortened(plain(action.text), density.words), paper.CELL)]
        cells = [
            [(action.number, paper.CELL_BOLD)],
            what,
            who,
            *([[(action.due, paper.CELL)]] if dated else []),
        ]
        row = table.row(*cells)
        strips += row
        height += height_of(row)
    return _begun(strips, heading, name)


def _requests(requests: tuple[Request, ...], top: Node, room: float) -> list[Strip]:
    """What is asked; where it goes beyond the room it is not continued."""
    if not requests:
        return []
    name = _("Needed from absent members")
    node, heading = _section(name, top, "needed")
    listed = node.add("L")
    strips: list[Strip] = []
    height = 0.0
    for request in requests:
        if height > room:
            break
        body = listed.add("LI").add("LBody")
        wanted = text(
            one_line(request.text), paper.CELL_BOLD, body.add("P"), paper.TEXT - paper.NUMBER, paper.NUMBER
        )
        told = between(one_line(part) for part in (request.who, request.until))
        wanted += text(told, paper.SMALL, body.add("P"), paper.TEXT - paper.NUMBER, paper.NUMBER)
        wanted[0].marks.insert(0, Shape(tick_box(8, baseline(paper.CELL_BOLD))))
        wanted[0].gap = 5 if strips else 0
        strips += kept_together(wanted)
        height += height_of(wanted)
    return _begun(strips, heading, name)


def _agenda(items: tuple[Item, ...], top: Node) -> list[Strip]:
    if not items:
        return []
    name = _("On the agenda")
    node, heading = _section(name, top, "agenda")
    listed = node.add("L")
    strips: list[Strip] = []
    for at, item in enumerate(items):
        place = place_of_item(at)
        body = listed.add("LI").add("LBody")
        title = shortened(plain(item.heading), 140)
        link = body.add("P").add("Link", alt=_("{title}: go to the record").format(title=title))
        words = text(title, paper.CELL, link, paper.TEXT - PAGE_COLUMN, link=place)
        line = columns(words, page_of(place, paper.CELL, body.add("P")))
        line[0].gap = 1.2 if strips else 0
        strips += kept_together(line)
    return _begun(strips, heading, name)


def _people(minutes: Minutes, top: Node, density: Density) -> list[Strip]:
    name = _("In the meeting")
    attendance = minutes.attendance
    node, heading = _section(name, top, "people")
    summary, present = attendance.summary, [fact for fact in attendance.names if fact.label == _("Present")]
    others = [fact for fact in attendance.names if fact not in present]
    strips: list[Strip] = []
    if summary and present and density.names:
        strips += run_in([(summary, " ".join(present[0].texts))], node)
    elif summary:
        strips += run_in([(summary, _("Their names stand in the record."))], node)
        others = [fact for fact in others if fact.label == _("Absent")]
    known = labelled([*others, *attendance.roles])
    for line in [[one] for one in known] if density.apart else [known]:
        strips += run_in(line, node)
    return _begun(strips, heading, name) if strips else []


def labelled(known: Iterable[Fact]) -> list[tuple[str, str]]:
    """Facts as labels with a colon and their words."""
    return [(_("{label}:").format(label=fact.label), " ".join(fact.texts)) for fact in known]
