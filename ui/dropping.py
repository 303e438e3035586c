"""Files dropped on the window: each kind goes where it belongs, and what cannot be told apart changes nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from coalmeet.errors import FileProblem, NotAllowed
from coalmeet.exchange.source import decoded, read_source
from coalmeet.text import _

if TYPE_CHECKING:
    from ui.window import MainWindow

_KINDS = {
    ".coalmeet": "coalition",
    ".csv": "list",
    ".tsv": "list",
    ".txt": "agenda",
    ".md": "agenda",
    ".markdown": "agenda",
    ".json": "record",
    ".pdf": "record",  # minutes carry their record
}
LONGEST_AGENDA = 1_000_000  # characters; a day's agenda with all its papers has a hundredth


def take(window: MainWindow, paths: Sequence[Path], open_coalition: Callable[[Path], object]) -> None:
    """Open a coalition, or bring a list, an agenda or records into the open one.

    Raises NotAllowed or FileProblem for files that are of no kind or of several.
    """
    kind = _kind_of(paths)
    if kind == "coalition":
        open_coalition(paths[0])
    elif window.book is None:
        raise NotAllowed(_("Open a coalition first; then files can be dropped on it."))
    elif kind == "record":
        from ui.meetings.page import MeetingsPage

        window.show_page("meetings")
        if isinstance(window.page, MeetingsPage):
            window.page.bring_in(paths)
    elif kind == "list":
        from ui.members.page import MembersPage

        window.show_page("members")
        if isinstance(window.page, MembersPage):
            window.page.show_list(paths[0])
    else:
        _show_agenda(window, paths[0])


def _kind_of(paths: Sequence[Path]) -> str:
    for path in paths:
        if path.is_dir():
            raise NotAllowed(_("“{name}” is a folder. Drop the files in it.").format(name=path.name))
    unknown = [path for path in paths if path.suffix.lower() not in _KINDS]
    if unknown:
        sentence = _(
            "“{name}” is none of what can be dropped here: a coalition (.coalmeet), records of meetings (.json), "
            "minutes of Coalmeet (.pdf), a list of members (.csv, .tsv) or an agenda (.txt, .md). Nothing was changed."
        )
        raise NotAllowed(sentence.format(name=unknown[0].name))
    kinds = {_KINDS[path.suffix.lower()] for path in paths}
    if len(kinds) > 1:
        raise NotAllowed(
            _("These files are of several kinds, so nothing was changed. Drop one kind at a time.")
        )
    kind = kinds.pop()
    if len(paths) > 1 and kind != "record":
        raise NotAllowed(_("Only records of meetings come in together. Drop the others one at a time."))
    return kind


def _show_agenda(window: MainWindow, path: Path) -> None:
    from ui.prepare.page import PreparePage

    words = decoded(read_source(path), path.name)
    if "\0" in words or len(words) > LONGEST_AGENDA:
        raise FileProblem(
            _("{file}: this is no agenda as text; save it as text again.").format(file=path.name)
        )
    window.show_page("prepare")
    page = window.page
    if isinstance(page, PreparePage):
        if not page.meeting:
            raise NotAllowed(_("Plan a meeting first; then an agenda can be dropped on it."))
        page.part.paste(words)
