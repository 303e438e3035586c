"""The beginning of a year book: what it holds and what it leaves out, in sentences and as contents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from coalmeet.coalition.year_book import APPROVED, ELSEWHERE, ROUND, Chapter, YearBook
from coalmeet.documents import paper
from coalmeet.documents.composer import in_margin, label, prose
from coalmeet.documents.lines import Span, Style
from coalmeet.documents.plain import one_line, plain
from coalmeet.documents.register import PAGE_COLUMN, page_of
from coalmeet.documents.shapes import rule
from coalmeet.documents.strips import Strip, columns, kept_together, text
from coalmeet.documents.structure import Node
from coalmeet.meeting.minutes_values import Standing
from coalmeet.meeting.minutes_words import shortened
from coalmeet.text import _, brief_day, ngettext, number

REGISTER, SHARES = "register", "shares"
_DAY = 66.0  # the column of "30 Sep 2026"
_COVER = Style(paper.SERIF, 42, 47, paper.INK)
_TITLE = 160  # characters of a title in the contents


def own_place(chapter: int) -> str:
    """What the names of the places in a meeting's minutes begin with; meetings count from 0."""
    return f"{chapter} "


def front(book: YearBook, top: Node) -> list[Strip]:
    """The strips before the first meeting."""
    strips = _head(book, top)
    said = prose(" ".join(sentences(book)), paper.LEAD, top)
    strips += _gap(in_margin(said, label(_("In this book"), None)), 13)
    strips += _gap(_contents(book, top), 22)
    if book.left_out:
        strips += _gap(_left_out(book, top), 22)
    return strips


def _gap(strips: list[Strip], gap: float) -> list[Strip]:
    strips[0].gap = gap
    return strips


def _head(book: YearBook, top: Node) -> list[Strip]:
    left = -paper.MARGIN
    strips: list[Strip] = []
    if book.coalition:
        kicker = [Span(one_line(book.coalition), paper.KICKER)]
        strips += text(kicker, paper.KICKER, top.add("P"), paper.WHOLE, left)
    heading = text(book.title, _COVER, top.add("H1"), paper.WHOLE, left, gap=84, even=True)
    heading[0].place, heading[0].bookmark = "book", (book.title, 0)
    strips += heading
    told = "  ·  ".join((book.period, _("as it stands on {day}").format(day=book.told_on)))
    strips += text(told, paper.SUBTITLE, top.add("P"), paper.WHOLE, left, gap=4)
    return kept_together([*strips, rule(left, paper.WHOLE, gap=13)])


def sentences(book: YearBook) -> Iterator[str]:
    """What the book holds, and what it does not."""
    held = len(book.chapters)
    yield ngettext(
        "The minutes of {count} meeting, as they stand.",
        "The minutes of {count} meetings, as they stand.",
        held,
    ).format(count=number(held))
    states = Counter(chapter.minutes.state for chapter in book.chapters)
    if states[ROUND]:
        yield ngettext(
            "{count} of them only went round, and is not approved yet; each of its pages says so.",
            "{count} of them only went round, and are not approved yet; each of their pages says so.",
            states[ROUND],
        ).format(count=number(states[ROUND]))
    if states[ELSEWHERE]:
        yield _elsewhere(states[ELSEWHERE], held)
    yield _decided(book)
    if book.left_out:
        yield ngettext(
            "{count} meeting of this time is left out; the reason stands after the contents.",
            "{count} meetings of this time are left out; the reasons stand after the contents.",
            len(book.left_out),
        ).format(count=number(len(book.left_out)))


def _elsewhere(count: int, held: int) -> str:
    if count == held:
        return _("Their records come from elsewhere; whether they were approved is not known here.")
    return ngettext(
        "{count} of them comes from elsewhere; whether it was approved is not known here.",
        "{count} of them come from elsewhere; whether they were approved is not known here.",
        count,
    ).format(count=number(count))


def _decided(book: YearBook) -> str:
    counts = Counter(one.standing for chapter in book.chapters for one, _later in chapter.decisions)
    if not counts:
        return _("They hold no decision.")
    words = {
        Standing.HOLDS: _("{count} adopted"),
        Standing.PROVISIONAL: _("{count} adopted for now"),
        Standing.RECOMMENDED: _("{count} recommended"),
        Standing.NOTED: _("{count} noted"),
        Standing.OPEN: _("{count} still open"),
        Standing.NOT_PASSED: _("{count} not passed"),
    }
    parts = [words[one].format(count=number(counts[one])) for one in words if counts[one]]
    whole = ngettext(
        "They hold {count} decision: {parts}.", "They hold {count} decisions: {parts}.", counts.total()
    )
    return whole.format(count=number(counts.total()), parts=_(", ").join(parts))


def _contents(book: YearBook, top: Node) -> list[Strip]:
    node = top.add("Sect")
    name = _("Contents")
    heading = label(name, node.add("H2"))
    listed = node.add("TOC")
    strips: list[Strip] = []
    for at, chapter in enumerate(book.chapters):
        strips += _line_of(chapter, f"{own_place(at)}top", listed.add("TOCI"))
    for at, (words, place) in enumerate(((_("Decision register"), REGISTER), (_shares(), SHARES))):
        line = _entry("", words, "", place, listed.add("TOCI"))
        line[0].gap = 8 if at == 0 else 3
        strips += line
    begun = in_margin(strips, heading)
    begun[0].place, begun[0].bookmark = "contents", (name, 0)
    for strip in begun:
        strip.topic = name
    return begun


def _shares() -> str:
    return _("Who came, and who did the work")


def _line_of(chapter: Chapter, place: str, item: Node) -> list[Strip]:
    minutes = chapter.minutes
    state = "" if minutes.state in (APPROVED, ELSEWHERE) else minutes.status
    strips = _entry(brief_day(date.fromisoformat(minutes.date)), minutes.title, state, place, item)
    strips[0].gap = 3
    return strips


def _entry(day: str, title: str, state: str, place: str, item: Node) -> list[Strip]:
    """A line of the contents: day, title with the state of its minutes below, and the page."""
    style = paper.CELL if day else paper.CELL_BOLD
    x = _DAY if day else 0.0
    shown = shortened(plain(title), _TITLE)
    link = item.add("P").add("Link", alt=_("{title}: go to it").format(title=shown))
    words = text(shown, style, link, paper.TEXT - PAGE_COLUMN - x, x, link=place)
    if state:
        words += text(state, paper.SMALL, item.add("P"), paper.TEXT - PAGE_COLUMN - x, x)
    page = page_of(place, style, item.add("P"))
    if not day:
        return kept_together(columns(words, page))
    return kept_together(columns(text(day, paper.CELL, item.add("P"), _DAY - 6), words, page))


def _left_out(book: YearBook, top: Node) -> list[Strip]:
    node = top.add("Sect")
    heading = label(_("Left out"), node.add("H2"))
    listed = node.add("L")
    strips: list[Strip] = []
    for meeting, why in book.left_out:
        body = listed.add("LI").add("LBody").add("P")
        spans = [Span(one_line(meeting), paper.CELL), Span("  " + one_line(why), paper.SMALL)]
        strips += text(spans, paper.CELL, body, paper.TEXT, gap=3 if strips else 0)
    return in_margin(strips, heading)
