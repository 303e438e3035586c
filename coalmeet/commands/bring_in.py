"""coalmeet import: records of meetings and lists of people into a file, one transaction each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from coalmeet.commands.opened import to_write
from coalmeet.commands.terminal import Terminal, visible
from coalmeet.errors import FileProblem, NotAllowed
from coalmeet.exchange.source import read_source
from coalmeet.text import _, ngettext

if TYPE_CHECKING:
    from coalmeet.store.file import CoalitionFile


@dataclass
class Count:
    """How the sources fared."""

    came_in: int = 0
    there: int = 0
    refused: int = 0


def bring_in(path: Path, sources: Sequence[Path], terminal: Terminal) -> int:
    """Take every source in; one that is refused changes nothing, and the others go on.

    Returns the exit status: 1 if any was refused.
    """
    count = Count()
    opened = to_write(path, terminal)
    try:
        for number, source in enumerate(sources, start=1):
            terminal.progress(number, len(sources), source.name)
            try:
                _take(opened, source, count, terminal)
            except (FileProblem, NotAllowed) as problem:
                count.refused += 1
                terminal.refuse(_naming(source, problem))
    finally:
        opened.close()
    terminal.say(_summary(count))
    return 1 if count.refused else 0


def _take(opened: CoalitionFile, source: Path, count: Count, terminal: Terminal) -> None:
    data = read_source(source)
    if source.suffix.lower() in (".csv", ".tsv"):
        _take_people(opened, source, data, terminal)
        count.came_in += 1
        return
    from coalmeet.documents.read_back import record_bytes
    from coalmeet.exchange import record
    from coalmeet.store.incoming import take_in

    found = record.read(record_bytes(data, source.name), source.name)
    with opened.writing() as con:
        _meeting, is_new = take_in(con, opened, found)
    if is_new:
        count.came_in += 1
    else:
        count.there += 1
        sentence = _("{file}: this record is here already; nothing was changed.")
        terminal.say(visible(sentence.format(file=source.name)))


def _take_people(opened: CoalitionFile, source: Path, data: bytes, terminal: Terminal) -> None:
    from coalmeet.exchange import people_csv
    from coalmeet.exchange.people_apply import apply

    found = people_csv.read(data, source.name)
    with opened.writing() as con:
        done = apply(con, opened, found)
    for remark in found.remarks:
        terminal.say(visible(_("{file}: {remark}").format(file=source.name, remark=remark)))
    organisations = ngettext("{count} new organisation", "{count} new organisations", done.organisations)
    people = ngettext("{count} new person", "{count} new people", done.people)
    terminal.say(
        visible(
            _("{file}: {organisations}, {people}; completed: {completed}.").format(
                file=source.name,
                organisations=organisations.format(count=done.organisations),
                people=people.format(count=done.people),
                completed=done.completed,
            )
        )
    )


def _naming(source: Path, problem: Exception) -> str:
    """The refusal with the source's name in it, whoever raised it."""
    sentence = str(problem)
    return (
        sentence
        if source.name in sentence
        else _("{file}: {problem}").format(file=source.name, problem=sentence)
    )


def _summary(count: Count) -> str:
    return _("Came in: {came_in}. Here already: {there}. Refused: {refused}.").format(
        came_in=count.came_in, there=count.there, refused=count.refused
    )
