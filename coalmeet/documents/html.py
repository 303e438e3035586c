"""The minutes as one web page that needs nothing else: for phones, for mail, and for scripts that the PDF cannot set.

What people typed is text and never markup; the page forbids itself scripts, pictures and the network.
"""

from __future__ import annotations

from collections.abc import Iterator

from coalmeet.documents.going import each
from coalmeet.documents.html_parts import facts, listed, moved_in, page, request, said, tag, typed, under
from coalmeet.documents.plain import paragraphs
from coalmeet.meeting.minutes_actions import told
from coalmeet.meeting.minutes_values import Action, Decision, Item, Minutes, Standing
from coalmeet.text import _, speaking

# As on paper, told apart by shape first, and always with the word beside it.
_MARKS = {
    Standing.HOLDS: "●",
    Standing.PROVISIONAL: "◐",
    Standing.RECOMMENDED: "◌",
    Standing.NOTED: "–",
    Standing.OPEN: "○",
    Standing.NOT_PASSED: "✕",
}
# What holds, and what holds for now, is inked and strong; what did not pass is told in plain ink, never in red.
_INKS = {Standing.HOLDS: "holds", Standing.PROVISIONAL: "waiting"}


def html(minutes: Minutes) -> str:
    """The whole minutes as a page of its own, ending with a line end."""
    with speaking(minutes.language):
        body = "\n".join(part for part in _parts(minutes) if part)
        return page(_title(minutes), body, minutes.language)


def fragment(minutes: Minutes) -> str:
    """The same without a page around it and without style, to paste into a letter."""
    with speaking(minutes.language):
        return "\n".join(part for part in _parts(minutes) if part) + "\n"


def _title(minutes: Minutes) -> str:
    return _(", ").join(part for part in (minutes.title, minutes.day) if part)


def _parts(minutes: Minutes) -> Iterator[str]:
    yield from _head(minutes)
    yield under(_("In one minute"), [tag("p", " ".join(map(said, minutes.in_one_minute)), "lead")])
    yield under(_("Decisions"), [listed(map(_decision_line, minutes.decisions), "numbered")])
    yield under(_("Actions"), [listed(map(_action_line, minutes.actions), "numbered")])
    yield under(_("Needed from absent members"), [listed(map(request, minutes.requests), "requests")])
    people = minutes.attendance
    known = facts((*people.names, *people.roles))
    yield under(_("In the meeting"), [tag("p", said(people.summary)), known])
    yield tag("h2", _("The agenda") if minutes.planned else _("The record"), "part")
    if minutes.temperature:
        felt = " · ".join(said(word) for word, _count in minutes.temperature.words)
        sentence = tag("p", said(minutes.temperature.sentence), "quiet")
        yield under(_("Temperature"), [tag("p", felt, "felt"), sentence], level=3)
    for item in each(minutes.items):
        yield _item(item)
    for section in minutes.sections:
        yield under(section.heading, [tag("p", typed(text)) for text in section.texts], level=3)
    last = [*minutes.approval, minutes.source]
    yield under(_("About these minutes"), [tag("p", said(text), "quiet") for text in last if text], level=3)


def _head(minutes: Minutes) -> Iterator[str]:
    below = " · ".join(map(said, filter(None, (minutes.when, minutes.where))))
    state = {"approved": "holds", "": ""}.get(minutes.state, "waiting")
    yield "\n".join(
        [
            "<header>",
            *filter(None, [tag("p", said(minutes.coalition), "kicker")]),
            tag("p", said(minutes.status), f"status {state}".strip()),
            tag("h1", said(minutes.title)),
            tag("p", below, "quiet"),
            "</header>",
        ]
    )


def _outcome(one: Decision) -> str:
    mark = f'<span class="mark" aria-hidden="true">{_MARKS[one.standing]}</span>'
    ink = _INKS.get(one.standing, "")
    return f'<span class="{f"outcome {ink}".strip()}">{mark} {said(one.outcome)}</span>'


def _decision_line(one: Decision) -> str:
    number = f'<strong class="number">{said(one.number or "–")}</strong> '
    weight = "words" if one.standing in _INKS and one.worded else ""
    details = "".join(f" · {said(part)}" for part in one.details)
    return tag("p", number + typed(one.text), weight) + tag("p", _outcome(one) + details, "quiet")


def _action_line(one: Action) -> str:
    number = f'<strong class="number">{said(one.number)}</strong> '
    return tag("p", number + typed(one.text)) + tag("p", said(told(one)), "quiet")


def _item(item: Item) -> str:
    told_ = " · ".join(said(part) for part in (item.label, item.time.words, item.outcome) if part)
    led = said(_("Led by {names}").format(names=item.presenters)) if item.presenters else ""
    parts = [
        tag("p", told_, "kicker"),
        tag("p", led, "quiet"),
        *(tag("p", said(remark), "remark") for remark in item.remarks),
        *_notes(item.notes),
        *map(_decision, item.decisions),
        listed(map(_action_line, item.actions), "numbered"),
    ]
    kept = [part for part in parts if part]
    return "\n".join(['<section class="item">', tag("h3", said(item.heading)), *kept, "</section>"])


def _decision(one: Decision) -> str:
    heading = " · ".join(part for part in (said(one.number), _outcome(one)) if part)
    words = f'<blockquote dir="auto">{typed(one.text)}</blockquote>'
    kind = f"decision {_INKS.get(one.standing, '')}".strip()
    return f'<div class="{kind}">\n{tag("h4", heading)}\n{words}\n{facts(one.facts)}\n</div>'


def _notes(text: str) -> Iterator[str]:
    """Lines as typed; an empty line begins a new paragraph."""
    block: list[str] = []
    for line in (*paragraphs(text), ""):
        if line:
            block.append(moved_in(line))
        elif block:
            yield tag("p", "<br>".join(block))
            block = []
