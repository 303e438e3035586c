"""An agenda pasted as a table: from a spreadsheet (tabs), from Markdown or a wiki (pipes)."""

from __future__ import annotations

import csv
import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from coalmeet.exchange.columns import recognise, simple
from coalmeet.exchange.drafts import ItemDraft
from coalmeet.exchange.item_line import Line, names_in, read_line
from coalmeet.exchange.marks import label_in, minutes_in, plain, times_at_start

KNOWN = {
    "title": (
        "title", "agenda item", "item", "topic", "subject", "agenda", "what", "thema", "punkt", "top",
    ),
    "minutes": (
        "minutes", "min", "mins", "duration", "timebox", "time box", "length", "planned minutes", "dauer",
        "duree", "how long", "time needed",
    ),
    "start": ("start", "start time", "from", "when", "begin", "clock", "uhrzeit", "heure", "time", "zeit"),
    "label": ("label", "type", "kind", "category", "d u d", "art", "for"),
    "presenters": (
        "presenter", "presenters", "who", "lead", "led by", "owner", "speaker", "presented by", "facilitator",
        "host", "person", "wer", "qui", "responsible",
    ),
    "desired_outcome": (
        "desired outcome", "outcome", "outcomes", "goal", "purpose", "aim", "objective", "expected outcome",
        "ziel", "result", "output",
    ),
    "notes": (
        "notes", "note", "comments", "comment", "details", "description", "remarks", "background",
        "preparation",
    ),
}  # fmt: skip
COUNTERS = {"", "no", "nr", "number", "id", "pos"}
_DIVIDER = re.compile(r"^:?-{2,}:?$|^:?-:?$|^-*$")
_COUNT = re.compile(r"\d{1,3}[.)]?")
_PIPE = re.compile(r"(?<!\\)\|")

Rows = Sequence[Sequence[str]]


def tab_rows(text: str) -> list[list[str]]:
    """Rows of a spreadsheet's clipboard; cells with line ends come quoted."""
    csv.field_size_limit(max(csv.field_size_limit(), len(text) + 1))
    rows = csv.reader(text.splitlines(keepends=True), delimiter="\t")
    return [[cell.strip() for cell in row] for row in rows]


def pipe_row(line: str) -> list[str]:
    """The cells of one line between pipes; an escaped pipe is text."""
    cells = _PIPE.split(line.strip().removeprefix("|").removesuffix("|"))
    return [cell.replace("\\|", "|").strip() for cell in cells]


def read_rows(rows: Rows, people: Collection[str] = ()) -> tuple[ItemDraft, ...]:
    """The drafts that the rows stand for, with or without a row of headings above them."""
    body = [row for row in rows if any(row) and not all(_DIVIDER.match(cell) for cell in row)]
    if not body:
        return ()
    columns = recognise(body[0], KNOWN)
    if _is_heading(body[0], columns):
        if "title" not in columns:
            columns["title"] = _longest_column(body[1:], set(columns.values()))
        return tuple(draft for row in body[1:] if (draft := _by_heading(row, columns, people)))
    return tuple(draft for row in body if (draft := _by_guess(row, people)))


def _is_heading(row: Sequence[str], columns: dict[str, int]) -> bool:
    others = [cell for place, cell in enumerate(row) if place not in columns.values()]
    named = len(columns) + sum(simple(cell) in COUNTERS for cell in others)
    return len(columns) >= 2 or ("title" in columns and named == len(row))


def _longest_column(rows: Rows, taken: set[int]) -> int:
    width = max((len(row) for row in rows), default=0)
    free = [place for place in range(width) if place not in taken]
    return max(free, key=lambda place: sum(len(row[place]) for row in rows if place < len(row)), default=0)


def _by_heading(row: Sequence[str], columns: dict[str, int], people: Collection[str]) -> ItemDraft | None:
    cells = {ours: row[place] for ours, place in columns.items() if place < len(row) and row[place]}
    draft = read_line(_one_line(cells.get("title", "")), people)
    if not draft.title:
        return None
    length, when = cells.get("minutes", ""), cells.get("start", "")
    start, span, _rest = times_at_start(when or length)
    minutes = _minutes(length) or span or _minutes(when)
    presenters = tuple(names_in(_one_line(cells["presenters"]))) if "presenters" in cells else ()
    return replace(
        draft,
        label=label_in(cells.get("label", "")) or draft.label,
        minutes=minutes or draft.minutes,
        start=start or draft.start,
        presenters=presenters or draft.presenters,
        desired_outcome=plain(cells.get("desired_outcome", ""))[0],
        notes="\n".join(filter(None, (draft.notes, cells.get("notes", "")))),
    )


def _minutes(cell: str) -> int | None:
    return minutes_in(cell) or minutes_in(cell + " min")


def _by_guess(row: Sequence[str], people: Collection[str]) -> ItemDraft | None:
    """Without headings each cell says itself what it is; the first that is nothing else is the title."""
    cells = [_one_line(cell) for cell in row if cell]
    if len(cells) > 1 and _COUNT.fullmatch(cells[0]) and not all(map(_COUNT.fullmatch, cells[1:])):
        cells = cells[1:]
    line, title, notes = Line("", people), "", []
    for cell in cells:
        start, span, rest = times_at_start(cell)
        if start and not rest:
            line.start, line.minutes = start, span or line.minutes
        elif cell.isdigit():
            line.minutes = line.minutes or minutes_in(cell + " min")
        elif line.take(cell, names=bool(title)):
            continue
        elif title:
            notes.append(cell)
        else:
            title = cell
    draft = read_line(title, people)
    return (
        draft.title
        and replace(
            draft,
            label=line.label or draft.label,
            minutes=line.minutes or draft.minutes,
            start=line.start or draft.start,
            presenters=tuple(line.presenters) or draft.presenters,
            notes="\n".join(filter(None, (draft.notes, *notes))),
        )
    ) or None


def _one_line(cell: str) -> str:
    return " ".join(cell.replace("<br>", " ").split())
