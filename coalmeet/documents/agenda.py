"""The agenda that goes round before a meeting, as a PDF: what a member needs to prepare in a minute, then the texts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from coalmeet.documents import paper
from coalmeet.documents.agenda_items import drafts, item_lines
from coalmeet.documents.coming_parts import Section, asked, head, in_a_pill, part, told
from coalmeet.documents.composer import Table, prose, run_in
from coalmeet.documents.drawing import Pen, draw
from coalmeet.documents.flow import poured
from coalmeet.documents.furniture import beside_the_top, foot, going_on
from coalmeet.documents.metadata import About
from coalmeet.documents.minutes import FIRST_TOP
from coalmeet.documents.pdf_file import Attachment, PdfFile
from coalmeet.documents.plain import one_line, plain
from coalmeet.documents.strips import Strip
from coalmeet.documents.structure import Node
from coalmeet.meeting.ahead_values import Agenda
from coalmeet.meeting.minutes_values import Action
from coalmeet.text import _, speaking

HEIGHT = paper.HEIGHT - paper.TOP - paper.BOTTOM
FIRST_HEIGHT = paper.HEIGHT - FIRST_TOP - paper.BOTTOM
_BETWEEN = 15.0


def pdf(agenda: Agenda, attachments: Sequence[Attachment] = ()) -> bytes:
    """The PDF with these files in it; the same agenda gives the same bytes."""
    with speaking(agenda.language):
        tree, first = _first_pages(agenda)
        pages = poured([*first, *_rest(agenda, tree, first, attachments)], HEIGHT, FIRST_HEIGHT)
        file = PdfFile(_about(agenda), tree)
        file.attachments += attachments
        draw(file, pages, _Furniture(agenda), first_top=FIRST_TOP, top=paper.TOP)
        return file.data()


def _about(agenda: Agenda) -> About:
    return About(
        title=_("Agenda: {title}, {day}").format(title=one_line(agenda.title), day=agenda.day),
        author=one_line(agenda.coalition) or "Coalmeet",
        subject=one_line(" ".join(agenda.in_one_minute)),
        language=agenda.language,
        made=agenda.date,
    )


class _Furniture:
    """What every page carries: what it is, and that it is still to come."""

    def __init__(self, agenda: Agenda) -> None:
        parts = (agenda.day, agenda.coalition, agenda.title)
        self._foot = " · ".join(one_line(part) for part in dict.fromkeys(parts) if part)
        self._status = agenda.status

    def __call__(self, pen: Pen, page: int, pages: int, continues: str) -> None:
        foot(pen, self._foot, page, pages)
        going_on(pen, continues)
        if page > 1:
            beside_the_top(pen, in_a_pill(self._status, paper.WAITING, None))


def _first_pages(agenda: Agenda) -> tuple[Node, list[Strip]]:
    """What is read in a minute; where the items alone fill the first page, what is asked of members comes before."""
    for asked_first in (False, True):
        tree = Node("Document", language=agenda.language)
        strips = _head(agenda, tree)
        for at, section in enumerate(_sections(agenda, tree, asked_first=asked_first)):
            if section:
                section[0].gap = _BETWEEN if at else 11
                strips += section
        if "items" not in _after_the_first_page(strips):
            break
    return tree, strips


def _after_the_first_page(strips: list[Strip]) -> set[str]:
    """The names of the sections of which some part does not stand on the first page."""
    found, current, used = set[str](), "", 0.0
    for strip in strips:
        current = strip.place or current
        used += strip.gap + strip.height
        if used > FIRST_HEIGHT:
            found.add(current)
    return found


def _head(agenda: Agenda, top: Node) -> list[Strip]:
    kicker = [agenda.coalition if agenda.coalition != agenda.title else "", _("Agenda")]
    where = "  ·  ".join(one_line(part) for part in agenda.where)
    lines = [agenda.when, *([where] if where else [])]
    status = in_a_pill(agenda.status, paper.WAITING, top.add("P"))
    return head(kicker, agenda.title, lines, status, top, room=160)


def _sections(agenda: Agenda, top: Node, *, asked_first: bool) -> Iterator[list[Strip]]:
    lead = Section(_("In one minute"), top, "minute")
    yield lead.holding(prose(" ".join(map(plain, agenda.in_one_minute)), paper.LEAD, lead.node))
    if not asked_first:
        yield _items(agenda, top)
    wanted = Section(_("Please prepare"), top, "prepare")
    yield wanted.holding(asked(agenda.prepare, wanted.node))
    away = Section(_("If you cannot come"), top, "away")
    yield away.holding(told(agenda.cannot_come, away.node))
    if asked_first:
        yield _items(agenda, top)
    who = Section(_("Who"), top, "who")
    labels = [(_("{label}:").format(label=fact.label), " ".join(fact.texts)) for fact in agenda.facts]
    yield who.holding([strip for pair in labels for strip in run_in([pair], who.node, gap=2.0)])


def _items(agenda: Agenda, top: Node) -> list[Strip]:
    if not agenda.entries:
        return []
    items = Section(_("Agenda"), top, "items")
    return items.holding(item_lines(agenda.entries, items.node))


def _rest(
    agenda: Agenda, top: Node, first: list[Strip], attachments: Sequence[Attachment]
) -> Iterator[Strip]:
    """The texts, on pages of their own where what comes before them fills just the first; then what else comes back."""
    if agenda.drafts:
        fits = sum(strip.gap + strip.height for strip in first) <= FIRST_HEIGHT
        texts = part(_("Up for decision"), top, "texts", new_page=fits)
        texts[0].gap = 34
        yield from [*texts, *drafts(agenda.entries, top)]
    for at, section in enumerate(_last(agenda, top, attachments)):
        if section:
            section[0].gap = _BETWEEN if at else 24
            yield from section


def _last(agenda: Agenda, top: Node, attachments: Sequence[Attachment]) -> list[list[Strip]]:
    found = []
    if agenda.actions:
        work = Section(_("Open work"), top, "work")
        found.append(work.holding(open_work(agenda.actions, work.node)))
    for at, one in enumerate(agenda.sections):
        section = Section(one.heading, top, f"section {at}")
        found.append(section.holding(told(one.texts, section.node)))
    if attachments:
        about = Section(_("Inside this file"), top, "inside")
        names = [_("{file}: {what}").format(file=one.file_name, what=one.description) for one in attachments]
        found.append(about.holding(told(names, about.node, paper.SMALL)))
    return found


def open_work(actions: Sequence[Action], parent: Node) -> list[Strip]:
    """What is still to be done, by owner."""
    dated = any(action.due for action in actions)
    due = 64.0 if dated else 0.0
    who = 118.0
    widths = (who, paper.TEXT - who - due, due)
    heads = [_("Who"), _("What"), *([_("Due")] if dated else [])]
    table = Table(parent, heads, widths[: len(heads)], flush_right=2)
    strips = list(table.head)
    for action in actions:
        owner = [(action.who, paper.CELL if action.owned else paper.CELL_BOLD)]
        if action.organisation and action.organisation != action.who:
            owner.append((action.organisation, paper.SMALL))
        cells = [owner, [(action.text, paper.CELL)], *([[(action.due, paper.CELL)]] if dated else [])]
        strips += table.row(*cells)
    return strips
