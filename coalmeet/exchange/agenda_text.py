"""An agenda as people paste it: lines, bullets, numbers, Markdown headings, tables; read into drafts."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from coalmeet.exchange.agenda_table import pipe_row, read_rows, tab_rows
from coalmeet.exchange.drafts import ItemDraft, PastedAgenda
from coalmeet.exchange.fields import with_field
from coalmeet.exchange.item_line import read_line
from coalmeet.exchange.outline import outline
from coalmeet.exchange.sections import Section, sections

LONGEST_GAP_MINUTES = 240  # a later start than this is another day's, not the end of the item before
_UNSTORABLE = re.compile("[\0\ud800-\udfff]")


def read_agenda(text: str, people: Collection[str] = ()) -> PastedAgenda:
    """The drafts in a pasted text; people are names that are then recognised as presenters.

    Never refuses: a line that is understood in no other way is an item with that line as its title.
    """
    clean = _UNSTORABLE.sub("", text).replace("\r\n", "\n").replace("\r", "\n").strip("\n\ufeff")
    if "\t" in clean.split("\n", 1)[0].strip():
        return PastedAgenda(_with_minutes(read_rows(tab_rows(clean), people)))
    items: list[ItemDraft] = []
    left_out: list[str] = []
    for is_table, lines in _blocks(clean.split("\n")):
        if is_table:
            items += read_rows([pipe_row(line) for line in lines], people)
        else:
            found, other = sections(outline(lines))
            items += [_item(section, people) for section in found]
            left_out += [line.text for line in other]
    return PastedAgenda(_with_minutes(tuple(items)), tuple(left_out))


def _blocks(lines: Sequence[str]) -> Iterator[tuple[bool, list[str]]]:
    """The lines in runs of table rows and runs of anything else, in order."""
    run: list[str] = []
    table = False
    for number, line in enumerate(lines):
        is_row = _is_row(lines, number)
        if run and is_row != table:
            yield table, run
            run = []
        table = is_row
        run.append(line)
    if run:
        yield table, run


def _is_row(lines: Sequence[str], number: int) -> bool:
    line = lines[number].strip()
    if line.startswith("|") and line.count("|") > 1:
        return True
    pipes = line.count("|")
    beside = [lines[place].count("|") for place in (number - 1, number + 1) if 0 <= place < len(lines)]
    return pipes > 0 and pipes in beside


def _item(section: Section, people: Collection[str]) -> ItemDraft:
    draft = read_line(section.head.text, people)
    notes = [draft.notes] if draft.notes else []
    top = min((line.indent for line in section.below), default=0)
    for line in section.below:
        taken = with_field(draft, line.text)
        if taken is not None:
            draft = taken
        else:
            notes.append(" " * max(0, line.indent - top) + line.as_note)
    return replace(draft, label=draft.label or section.label, notes="\n".join(notes))


def _with_minutes(items: tuple[ItemDraft, ...]) -> tuple[ItemDraft, ...]:
    """Items that only say when they begin get the time until the next begins."""
    filled = list(items)
    for number, (item, after) in enumerate(pairwise(items)):
        if item.start and after.start and item.minutes is None:
            gap = (_minute_of_day(after.start) - _minute_of_day(item.start)) % 1440
            if 0 < gap <= LONGEST_GAP_MINUTES:
                filled[number] = replace(item, minutes=gap)
    return tuple(filled)


def _minute_of_day(clock: str) -> int:
    return int(clock[:2]) * 60 + int(clock[3:])
