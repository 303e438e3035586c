"""The agenda that goes round before a meeting as one web page: for phones, for a letter, and for every script."""

from __future__ import annotations

from collections.abc import Iterator

from coalmeet.documents.going import each
from coalmeet.documents.html_parts import facts, listed, page, request, said, tag, typed, under
from coalmeet.meeting.ahead_values import Agenda, Draft, Entry
from coalmeet.meeting.minutes_actions import told
from coalmeet.meeting.minutes_values import Action
from coalmeet.text import _, speaking


def html(agenda: Agenda) -> str:
    """The whole agenda as a page of its own, ending with a line end."""
    with speaking(agenda.language):
        title = _("Agenda: {title}, {day}").format(title=agenda.title, day=agenda.day)
        return page(title, "\n".join(part for part in _parts(agenda) if part), agenda.language)


def fragment(agenda: Agenda) -> str:
    """The same without a page around it and without style, to paste into a letter."""
    with speaking(agenda.language):
        return "\n".join(part for part in _parts(agenda) if part) + "\n"


def _parts(agenda: Agenda) -> Iterator[str]:
    above = " · ".join(map(said, filter(None, dict.fromkeys((agenda.coalition, _("Agenda"), agenda.status)))))
    below = [tag("p", said(one)) for one in (agenda.when, *agenda.where)]
    yield f"<header>{tag('p', above, 'kicker')}{tag('h1', said(agenda.title))}{''.join(below)}</header>"
    yield under(_("In one minute"), [tag("p", " ".join(map(said, agenda.in_one_minute)), "lead")])
    yield under(_("Agenda"), [listed(map(_line, each(agenda.entries)), "items")])
    yield under(_("Please prepare"), [listed(map(request, agenda.prepare), "requests")])
    yield under(_("If you cannot come"), [tag("p", said(one)) for one in agenda.cannot_come])
    yield under(_("Who"), [facts(agenda.facts)])
    if agenda.drafts:
        yield tag("h2", _("Up for decision"), "part")
    for entry, draft in agenda.drafts:
        yield _draft(entry, draft)
    yield under(_("Open work"), [listed(map(_action, agenda.actions), "actions")])
    for section in agenda.sections:
        yield under(section.heading, [tag("p", typed(text)) for text in section.texts])


def _line(entry: Entry) -> str:
    led = _("Presented by {names}").format(names=entry.presenters) if entry.presenters else ""
    about = " · ".join(said(part) for part in (entry.minutes, entry.label, entry.how, led) if part)
    clock = f"{said(entry.clock)} " if entry.clock else ""
    parts = [
        tag("p", f"{clock}<strong>{said(entry.heading)}</strong>"),
        tag("p", said(entry.outcome)),
        tag("p", about, "quiet"),
        *(tag("p", said(remark), "remark") for remark in entry.back),
    ]
    return "".join(parts)


def _draft(entry: Entry, draft: Draft) -> str:
    about = " · ".join(said(part) for part in (entry.clock, entry.minutes, entry.label) if part)
    words = f'<blockquote dir="auto">{typed(draft.text)}</blockquote>'
    parts = [
        tag("p", about, "kicker"),
        tag("h3", said(entry.heading)),
        f'<div class="decision">\n{words}\n{facts(draft.facts)}\n</div>',
    ]
    return "\n".join(['<section class="item">', *(part for part in parts if part), "</section>"])


def _action(one: Action) -> str:
    return tag("p", typed(one.text)) + tag("p", said(told(one)), "quiet")
