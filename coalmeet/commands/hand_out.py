"""coalmeet export: the minutes or the record of one meeting, or of all, as files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING
from unicodedata import category

from coalmeet.commands.opened import to_read
from coalmeet.commands.terminal import Terminal, visible
from coalmeet.documents.going import go_on, watched
from coalmeet.errors import FileProblem
from coalmeet.exchange.outgoing import file_stem
from coalmeet.exchange.record import Record, dump
from coalmeet.exchange.safe_name import safe_name
from coalmeet.exchange.whole_file import write_whole
from coalmeet.text import _, ngettext, speaking

if TYPE_CHECKING:
    from coalmeet.coalition.coalition import Coalition
    from coalmeet.coalition.meeting_row import MeetingRow
    from coalmeet.meeting.minutes_values import Minutes
    from coalmeet.store.file import CoalitionFile

FORMATS = ("pdf", "html", "md", "json", "ics", "actions.csv", "decisions.csv")
SHORTEST_ID = 4  # letters of an id that are worth looking up


def hand_out(path: Path, meeting: str, target: Path, terminal: Terminal) -> int:
    """Write one meeting to target, in the format that its suffix says. Returns the exit status."""
    from coalmeet.commands import agenda_letter, private_book

    opened = to_read(path, terminal)
    try:
        row = _find(opened, meeting)
        with told_on(terminal, target.name):
            if private_book.is_book(target):
                with opened.reading() as con:
                    private = private_book.read(con, row.id)
                private_book.write_book(private, target)
            elif agenda_letter.is_letter(target):
                with opened.reading() as con:
                    draft = agenda_letter.read(con, row.id)
                agenda_letter.write_draft(draft, target)
            else:
                _write(opened, row, [target], terminal)
    finally:
        opened.close()
    terminal.say(_("Written: {path}").format(path=visible(str(target))))
    return 0


def hand_out_all(path: Path, folder: Path, formats: Sequence[str], terminal: Terminal) -> int:
    """Write every meeting into folder, oldest first, in each of the formats. Returns the exit status.

    A meeting that cannot be written is named, and the others go on.
    """
    opened = to_read(path, terminal)
    written = refused = 0
    try:
        with opened.reading() as con:
            from coalmeet.store.meetings import meetings

            rows = sorted(meetings(con), key=lambda row: (row.date, row.start, row.title, row.id))
        make_folder(folder)
        names = list(safe_names(file_stem(row) for row in rows))
        for number, (row, name) in enumerate(zip(rows, names, strict=True), start=1):
            terminal.progress(number, len(rows), name)
            try:
                _write(opened, row, [folder / f"{name}.{suffix}" for suffix in formats], terminal)
                written += 1
            except FileProblem as problem:
                refused += 1
                terminal.refuse(_("{meeting}: {problem}").format(meeting=name, problem=problem))
    finally:
        opened.close()
    terminal.say(
        _("Written: {written} meetings to {folder}. Refused: {refused}.").format(
            written=written, folder=visible(str(folder)), refused=refused
        )
    )
    return 1 if refused else 0


def hand_out_letters(path: Path, meeting: str, folder: Path, terminal: Terminal) -> int:
    """Write a draft to each organisation that was away, or left early, into folder. Returns the exit status."""
    from coalmeet.commands import letters

    opened = to_read(path, terminal)
    try:
        row = _find(opened, meeting)
        with opened.reading() as con:
            post = letters.read(con, row.id)
    finally:
        opened.close()
    with told_on(terminal, folder.name):
        written = letters.write(post, folder)
    terminal.say(told(len(written), folder))
    return 0


def told_on(terminal: Terminal, name: str) -> AbstractContextManager[None]:
    """What is made inside tells the terminal how far it is."""
    return watched(lambda: True, lambda _stage, done, whole: terminal.progress(done + 1, whole, name))


def told(count: int, folder: Path) -> str:
    """What is said when letters were made; nothing is sent by itself."""
    if not count:
        return _("Nobody was away, and nobody left before a decision: there is no letter to write.")
    said = ngettext(
        "{count} letter is in {folder}. Open it in your mail program, look it over, and send it.",
        "{count} letters are in {folder}. Open each in your mail program, look it over, and send it.",
        count,
    )
    return said.format(count=count, folder=visible(str(folder)))


def _find(opened: CoalitionFile, meeting: str) -> MeetingRow:
    """The meeting of an id, or of the beginning of one that no other shares."""
    from coalmeet.store.meetings import meetings

    with opened.reading() as con:
        rows = meetings(con)
    found = [row for row in rows if row.id == meeting]
    if not found and len(meeting) >= SHORTEST_ID:
        found = [row for row in rows if row.id.startswith(meeting)]
    if len(found) != 1:
        raise FileProblem(
            _("“{name}” has no meeting “{id}”; “coalmeet meetings” lists those that it has.").format(
                name=opened.path.name, id=meeting
            )
        )
    return found[0]


def _write(opened: CoalitionFile, row: MeetingRow, targets: Iterable[Path], terminal: Terminal) -> None:
    from coalmeet.commands import papers

    with opened.reading() as con:
        found = papers.read(con, row.id)
    for target in targets:
        if target.suffix.lower() == ".pdf":
            say_unshown(papers.words_of(found), target, terminal)
        papers.write_one(found, target)


def unshown(text: str) -> Counter[str]:
    """The characters of a text that a PDF can only name, as no typeface has them, and how often each stands there."""
    from coalmeet.documents.paper import SANS

    seen = Counter(text).items()
    return Counter({one: count for one, count in seen if category(one)[0] not in "CZ" and SANS.lacks(one)})


def say_unshown(text: str, target: Path, terminal: Terminal) -> None:
    """Say before writing which characters of a text the PDF can only name."""
    lacking = unshown(text)
    if lacking:
        count = lacking.total()
        sentence = ngettext(
            "{file}: {count} character ({examples}) stands in the PDF by its name, as no typeface has it; "
            "HTML and Markdown show it.",
            "{file}: {count} characters ({examples}) stand in the PDF by their names, as no typeface has them; "
            "HTML and Markdown show them.",
            count,
        )
        examples = " ".join(one for one, _count in lacking.most_common(8))
        terminal.refuse(sentence.format(file=target.name, count=count, examples=examples))


def format_of(target: Path) -> str:
    """The format that a path's end asks for, "" for none."""
    name = target.name.lower()
    return next((one for one in (*FORMATS, "eml") if name.endswith(f".{one}")), "")


def write_one(record: Record, here: Coalition, target: Path) -> None:
    """Write one record to target, in the format that its end says. Raises FileProblem."""
    with speaking(here.language):
        found = made(record, here, format_of(target))
    go_on()
    write_whole(target, found)  # what the disk says is said in the reader's language


def made(record: Record, here: Coalition, suffix: str) -> bytes:
    """One record in one of the formats."""
    if suffix == "json":
        return dump(record).encode()
    if suffix == "md":
        from coalmeet.documents.markdown import markdown

        return markdown(minutes_of(record, here)).encode()
    if suffix == "html":
        from coalmeet.documents.html import html

        return html(minutes_of(record, here)).encode()
    if suffix == "ics":
        from coalmeet.documents.ics import ics

        return ics(minutes_of(record, here), record)
    if suffix.endswith("csv"):
        from coalmeet.documents.tables import actions_csv, decisions_csv

        found = minutes_of(record, here)
        return (actions_csv(found) if suffix == "actions.csv" else decisions_csv(found, record)).encode()
    return pdf_of(record, here)


def pasted(record: Record, here: Coalition) -> tuple[str, str]:
    """The minutes to paste: as HTML without a page around it, and as Markdown."""
    from coalmeet.documents.html import fragment
    from coalmeet.documents.markdown import markdown

    made = minutes_of(record, here)
    return fragment(made), markdown(made)


def pdf_of(record: Record, here: Coalition) -> bytes:
    """The PDF of one record, with what may be published of it attached; what is shown is what is written."""
    from coalmeet.documents.minutes import pdf
    from coalmeet.meeting.minutes import published

    return pdf(minutes_of(record, here), attachment=dump(published(record)).encode())


def minutes_of(record: Record, here: Coalition) -> Minutes:
    """The minutes in the language and time zone of the coalition."""
    from coalmeet.meeting.minutes import minutes

    return minutes(record, coalition=here.name, lang=here.language, time_zone=here.time_zone)


def make_folder(folder: Path) -> None:
    """Make a folder that only its owner can read, unless it is there. Raises FileProblem."""
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
    except FileNotFoundError as error:
        raise FileProblem(
            _("There is no folder {folder}; make it first.").format(folder=folder.parent)
        ) from error
    except OSError as error:
        raise FileProblem(
            _("{folder} cannot be used as a folder ({reason}).").format(
                folder=folder, reason=error.strerror or error
            )
        ) from error


def safe_names(wished: Iterable[str]) -> Iterable[str]:
    """Safe file names, numbered where two meetings would share one whatever the case of letters."""
    taken: set[str] = set()
    for stem in wished:
        name = plain = safe_name(stem)
        number = 1
        while name.casefold() in taken:
            number += 1
            name = f"{plain} ({number})"
        taken.add(name.casefold())
        yield name
