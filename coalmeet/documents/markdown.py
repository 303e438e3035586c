"""The minutes as Markdown, to paste into mail, chat or a wiki; what people typed stays text and is never markup."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from coalmeet.documents.going import each
from coalmeet.documents.plain import one_line, paragraphs, plain
from coalmeet.meeting.minutes_actions import told
from coalmeet.meeting.minutes_values import Action, Decision, Fact, Item, Minutes
from coalmeet.text import _, speaking

# What Markdown (CommonMark and the dialect of GitHub) might take for markup: anywhere, and at the start of a line.
_ANYWHERE = re.compile(r"[\\`*_\[\]<>|~$]|&(?=[#\w])")
_AT_START = re.compile(r"^(\d{1,9})(?=[.)])|^(?=[-+#=])")
LINE_END = "\\\n"  # a backslash keeps the line end


def markdown(minutes: Minutes) -> str:
    """The whole minutes, ending with a line end."""
    with speaking(minutes.language):
        return "\n\n".join(part for part in _parts(minutes) if part) + "\n"


def escaped(text: str) -> str:
    """User text as Markdown that shows exactly this text: its lines, its signs, and how far lines are moved in."""
    return LINE_END.join(_line(line) for line in plain(text).split("\n"))


def _line(line: str) -> str:
    bare = line.lstrip(" \t")
    moved = "\u00a0" * len(line[: len(line) - len(bare)].expandtabs(4))
    safe = _ANYWHERE.sub(lambda found: "\\" + found.group(), bare.rstrip())
    # A number keeps its digits: 1\. is "1." and begins no list.
    return moved + _AT_START.sub(lambda found: f"{found[1] or ''}\\", safe)


def inline(text: str) -> str:
    """User text on one line."""
    return escaped(one_line(text))


def _parts(minutes: Minutes) -> Iterator[str]:
    yield f"# {inline(minutes.title)}"
    yield " · ".join(inline(part) for part in dict.fromkeys((minutes.coalition, minutes.status)) if part)
    yield " · ".join(inline(part) for part in (minutes.when, minutes.where) if part)
    yield under(_("In one minute"), [" ".join(inline(one) for one in minutes.in_one_minute)])
    yield under(_("Decisions"), listed(_decision_line(one) for one in minutes.decisions))
    yield under(_("Actions"), listed(_action_line(one) for one in minutes.actions))
    asked = (
        f"[ ] **{inline(one.text)}** " + " · ".join(inline(part) for part in (one.who, one.until) if part)
        for one in minutes.requests
    )
    yield under(_("Needed from absent members"), listed(asked))
    people = minutes.attendance
    names = listed(known(fact) for fact in (*people.names, *people.roles))
    yield under(_("In the meeting"), [inline(people.summary), *names])
    yield "## " + (_("The agenda") if minutes.planned else _("The record"))
    if minutes.temperature:
        felt = " · ".join(inline(word) for word, _count in minutes.temperature.words)
        yield under(_("Temperature"), [felt, inline(minutes.temperature.sentence)], level=3)
    for item in each(minutes.items):
        yield from _item(item)
    for section in minutes.sections:
        yield under(section.heading, [escaped(text) for text in section.texts], level=3)
    last = [*minutes.approval, minutes.source]
    yield under(_("About these minutes"), [inline(text) for text in last if text], level=3)


def under(heading: str, parts: Iterable[str], *, level: int = 2) -> str:
    """A heading and what stands below it; "" where nothing does."""
    kept = [part for part in parts if part]
    return "\n\n".join([f"{'#' * level} {heading}", *kept]) if kept else ""


def listed(lines: Iterable[str]) -> list[str]:
    """A list as one block."""
    # Lines after the first are moved in, so that they stay in their list item.
    return ["\n".join("- " + line.replace("\n", "\n  ") for line in lines)]


def _decision_line(one: Decision) -> str:
    told_ = " · ".join(inline(part) for part in (one.outcome, *one.details))
    return f"**{inline(one.number) or '–'}** {escaped(one.text)}{LINE_END}{told_}"


def _action_line(one: Action) -> str:
    return f"**{inline(one.number)}** {escaped(one.text)}{LINE_END}{inline(told(one))}"


def known(fact: Fact) -> str:
    """A label and what there is to say."""
    label = _("{label}:").format(label=inline(fact.label))
    return f"**{label}** " + LINE_END.join(escaped(text) for text in fact.texts)


def _item(item: Item) -> Iterator[str]:
    yield f"### {inline(item.heading)}"
    yield " · ".join(inline(part) for part in (item.label, item.time.words, item.outcome) if part)
    if item.presenters:
        yield inline(_("Led by {names}").format(names=item.presenters))
    yield from (inline(remark) for remark in item.remarks)
    yield _notes(item.notes)
    for decision in item.decisions:
        yield f"#### {inline(decision.number)} · {inline(decision.outcome)}"
        yield "\n".join("> " + line for line in escaped(decision.text).split("\n"))
        yield from listed(known(fact) for fact in decision.facts)
    yield from listed(_action_line(action) for action in item.actions)


def _notes(typed: str) -> str:
    """Lines as typed; an empty line begins a new paragraph."""
    blocks: list[list[str]] = [[]]
    for line in paragraphs(typed):
        if line:
            blocks[-1].append(_line(line))
        else:
            blocks.append([])
    return "\n\n".join(LINE_END.join(block) for block in blocks if block)
