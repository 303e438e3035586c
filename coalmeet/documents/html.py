"""The minutes as one web page that needs nothing else: for phones, for mail, and for scripts that the PDF cannot set.

What people typed is text and never markup; the page forbids itself scripts, pictures and the network.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from coalmeet.documents.going import each
from coalmeet.documents.html_style import STYLE
from coalmeet.documents.plain import one_line, paragraphs, plain
from coalmeet.meeting.minutes_actions import told
from coalmeet.meeting.minutes_values import Action, Decision, Fact, Item, Minutes, Request, Standing
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
# A reader needs nothing but this page: nothing is fetched, nothing runs, no form is sent.
_NOTHING_ELSE = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_FROM_RIGHT = frozenset({"ar", "fa", "he", "ur"})


def html(minutes: Minutes) -> str:
    """The whole minutes as a page of its own, ending with a line end."""
    with speaking(minutes.language):
        body = "\n".join(part for part in _parts(minutes) if part)
        side = "rtl" if minutes.language.partition("_")[0] in _FROM_RIGHT else "ltr"
        language = escape(minutes.language.replace("_", "-"))
        return (
            f'<!DOCTYPE html>\n<html lang="{language}" dir="{side}">\n<head>\n<meta charset="utf-8">\n'
            f'<meta http-equiv="Content-Security-Policy" content="{_NOTHING_ELSE}">\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            f"<title>{_said(_title(minutes))}</title>\n<style>\n{STYLE}</style>\n</head>\n"
            f"<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n"
        )


def fragment(minutes: Minutes) -> str:
    """The same without a page around it and without style, to paste into a letter."""
    with speaking(minutes.language):
        return "\n".join(part for part in _parts(minutes) if part) + "\n"


def typed(text: str) -> str:
    """User text as HTML that shows exactly this text; its lines stay lines."""
    return "<br>".join(_moved_in(line) for line in plain(text).split("\n"))


def _moved_in(line: str) -> str:
    bare = line.lstrip(" \t")
    moved = len(line[: len(line) - len(bare)].expandtabs(4))
    return "\u00a0" * moved + escape(bare.rstrip())


def _said(text: str) -> str:
    return escape(one_line(text))


def _title(minutes: Minutes) -> str:
    return _(", ").join(part for part in (minutes.title, minutes.day) if part)


def _parts(minutes: Minutes) -> Iterator[str]:
    yield from _head(minutes)
    yield _under(_("In one minute"), [_tag("p", " ".join(map(_said, minutes.in_one_minute)), "lead")])
    yield _under(_("Decisions"), [_list(map(_decision_line, minutes.decisions), "decisions")])
    yield _under(_("Actions"), [_list(map(_action_line, minutes.actions), "actions")])
    yield _under(_("Needed from absent members"), [_list(map(_request, minutes.requests), "requests")])
    people = minutes.attendance
    known = _facts((*people.names, *people.roles))
    yield _under(_("In the meeting"), [_tag("p", _said(people.summary)), known])
    yield _tag("h2", _("The agenda") if minutes.planned else _("The record"), "part")
    if minutes.temperature:
        felt = " · ".join(_said(word) for word, _count in minutes.temperature.words)
        sentence = _tag("p", _said(minutes.temperature.sentence), "quiet")
        yield _under(_("Temperature"), [_tag("p", felt, "words"), sentence], level=3)
    for item in each(minutes.items):
        yield _item(item)
    for section in minutes.sections:
        yield _under(section.heading, [_tag("p", typed(text)) for text in section.texts], level=3)
    last = [*minutes.approval, minutes.source]
    yield _under(
        _("About these minutes"), [_tag("p", _said(text), "quiet") for text in last if text], level=3
    )


def _head(minutes: Minutes) -> Iterator[str]:
    above = " · ".join(map(_said, filter(None, dict.fromkeys((minutes.coalition, minutes.status)))))
    below = " · ".join(map(_said, filter(None, (minutes.when, minutes.where))))
    yield f"<header>{_tag('p', above, 'kicker')}{_tag('h1', _said(minutes.title))}{_tag('p', below)}</header>"


def _tag(name: str, inside: str, kind: str = "") -> str:
    """An element that keeps the direction of its own text; "" for an empty one."""
    of_kind = f' class="{kind}"' if kind else ""
    return f'<{name}{of_kind} dir="auto">{inside}</{name}>' if inside else ""


def _under(heading: str, parts: Iterable[str], *, level: int = 2) -> str:
    kept = [part for part in parts if part]
    if not kept:
        return ""
    return "\n".join(["<section>", _tag(f"h{level}", _said(heading)), *kept, "</section>"])


def _list(lines: Iterable[str], kind: str) -> str:
    kept = "\n".join(f"<li>{line}</li>" for line in lines)
    return f'<ul class="{kind}">\n{kept}\n</ul>' if kept else ""


def _outcome(one: Decision) -> str:
    mark = f'<span class="mark" aria-hidden="true">{_MARKS[one.standing]}</span>'
    return f'{mark} <span class="outcome">{_said(one.outcome)}</span>'


def _decision_line(one: Decision) -> str:
    number = f"<strong>{_said(one.number or '–')}</strong> "
    weight = "against" if one.standing is Standing.NOT_PASSED else "words"
    details = "".join(f" · {_said(part)}" for part in one.details)
    return _tag("p", number + typed(one.text), weight) + _tag("p", _outcome(one) + details, "quiet")


def _action_line(one: Action) -> str:
    return _tag("p", f"<strong>{_said(one.number)}</strong> {typed(one.text)}") + _tag(
        "p", _said(told(one)), "quiet"
    )


def _request(one: Request) -> str:
    whom = " · ".join(_said(part) for part in (one.who, one.until) if part)
    return _tag("p", f'<span class="box" aria-hidden="true">☐</span> {_said(one.text)}') + _tag(
        "p", whom, "quiet"
    )


def _facts(facts: Iterable[Fact]) -> str:
    kept = "\n".join(
        f"<div><dt>{_said(fact.label)}</dt>"
        + "".join(_tag("dd", typed(text)) for text in fact.texts)
        + "</div>"
        for fact in facts
    )
    return f"<dl>\n{kept}\n</dl>" if kept else ""


def _item(item: Item) -> str:
    told_ = " · ".join(_said(part) for part in (item.label, item.time.words, item.outcome) if part)
    led = _said(_("Led by {names}").format(names=item.presenters)) if item.presenters else ""
    parts = [
        _tag("p", told_, "kicker"),
        _tag("p", led, "quiet"),
        *(_tag("p", _said(remark), "remark") for remark in item.remarks),
        *_notes(item.notes),
        *map(_decision, item.decisions),
        _list(map(_action_line, item.actions), "actions"),
    ]
    kept = [part for part in parts if part]
    return "\n".join(['<section class="item">', _tag("h3", _said(item.heading)), *kept, "</section>"])


def _decision(one: Decision) -> str:
    heading = " · ".join(part for part in (_said(one.number), _outcome(one)) if part)
    words = f'<blockquote dir="auto">{typed(one.text)}</blockquote>'
    return f'<div class="decision">\n{_tag("h4", heading)}\n{words}\n{_facts(one.facts)}\n</div>'


def _notes(text: str) -> Iterator[str]:
    """Lines as typed; an empty line begins a new paragraph."""
    block: list[str] = []
    for line in (*paragraphs(text), ""):
        if line:
            block.append(_moved_in(line))
        elif block:
            yield _tag("p", "<br>".join(block))
            block = []
