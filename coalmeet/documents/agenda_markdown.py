"""The agenda that goes round before a meeting as Markdown, to paste into mail, chat or a wiki."""

from __future__ import annotations

from collections.abc import Iterator

from coalmeet.documents.going import each
from coalmeet.documents.markdown import LINE_END, escaped, inline, known, listed, under
from coalmeet.meeting.ahead_values import Agenda, Draft, Entry
from coalmeet.meeting.minutes_actions import told
from coalmeet.meeting.minutes_values import Action, Request
from coalmeet.text import _, speaking


def markdown(agenda: Agenda) -> str:
    """The whole agenda, ending with a line end."""
    with speaking(agenda.language):
        return "\n\n".join(part for part in _parts(agenda) if part) + "\n"


def _parts(agenda: Agenda) -> Iterator[str]:
    yield f"# {inline(agenda.title)}"
    above = dict.fromkeys((agenda.coalition, _("Agenda"), agenda.status))
    yield " · ".join(inline(part) for part in above if part)
    yield LINE_END.join(inline(part) for part in (agenda.when, *agenda.where))
    yield under(_("In one minute"), [" ".join(inline(one) for one in agenda.in_one_minute)])
    if agenda.entries:
        yield under(_("Agenda"), listed(_line(one) for one in each(agenda.entries)))
    if agenda.prepare:
        yield under(_("Please prepare"), listed(map(_request, agenda.prepare)))
    yield under(_("If you cannot come"), [inline(one) for one in agenda.cannot_come])
    yield under(_("Who"), listed(map(known, agenda.facts)))
    if agenda.drafts:
        yield "## " + _("Up for decision")
    for entry, draft in agenda.drafts:
        yield from _draft(entry, draft)
    if agenda.actions:
        yield under(_("Open work"), listed(map(_action, agenda.actions)))
    for section in agenda.sections:
        yield under(section.heading, [escaped(text) for text in section.texts])


def _line(entry: Entry) -> str:
    clock = f"{inline(entry.clock)} " if entry.clock else ""
    led = _("Presented by {names}").format(names=entry.presenters) if entry.presenters else ""
    about = " · ".join(inline(part) for part in (entry.minutes, entry.label, entry.how, led) if part)
    lines = [f"{clock}**{inline(entry.heading)}**", inline(entry.outcome), about, *map(inline, entry.back)]
    return LINE_END.join(line for line in lines if line)


def _request(one: Request) -> str:
    whom = " · ".join(inline(part) for part in (one.who, one.until) if part)
    return LINE_END.join(part for part in (f"[ ] **{inline(one.text)}**", whom) if part)


def _draft(entry: Entry, draft: Draft) -> Iterator[str]:
    yield f"### {inline(entry.heading)}"
    yield "\n".join("> " + line for line in escaped(draft.text).split("\n"))
    yield from listed(map(known, draft.facts))


def _action(one: Action) -> str:
    return f"{escaped(one.text)}{LINE_END}{inline(told(one))}"
