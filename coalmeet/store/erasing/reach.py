"""How far erasing reaches beyond the file: the backups on this computer, and what lies with others."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from coalmeet.store import backups
from coalmeet.store.erasing.look import Found
from coalmeet.text import _, ngettext

if TYPE_CHECKING:
    from coalmeet.store.file import CoalitionFile


def count(path: Path, key: bytes | None) -> int:
    """How many backups of the file lie on this computer: each of them still says who it was."""
    return len(backups.of_this_file(path, key))


def renew(file: CoalitionFile, *, now: int) -> int:
    """Keep a new backup of the file as it is, and delete its older ones; any thread may do it. Answers how many went.

    Raises FileProblem or NotAllowed where no new one could be made: then the older ones stay.
    """
    older = backups.of_this_file(file.path, file.key)
    backups.keep(file, backups.ASKED, now=now)
    for one in older:
        backups.remove(one)
    return len(older)


def goes(found: Found) -> tuple[str, ...]:
    """What erasing takes out without asking, a sentence each."""
    said = []
    if found.listed:
        said.append(
            _("The entry in Members, with addresses, access needs and where they belonged, and its history.")
        )
    places = sum(many for _kind, many in found.named)
    if places:
        kinds = _(", ").join(kind for kind, _many in found.named)
        words = ngettext(
            "The name in {count} place where it stands by itself: {kinds}.",
            "The name in {count} places where it stands by itself: {kinds}.",
            places,
        )
        said.append(words.format(count=places, kinds=kinds))
    if found.words:
        words = ngettext(
            "{count} word given in a temperature round.",
            "{count} words given in temperature rounds.",
            found.words,
        )
        said.append(words.format(count=found.words))
    return tuple(said) or (_("Nothing: no list, log or minutes names them by itself."),)


def stays(found: Found) -> tuple[str, ...]:
    """What the file keeps, a sentence each."""
    said = [
        _(
            "What was decided and done, with “a person” in the place of the name. Open actions become nobody's yet."
        ),
    ]
    if found.meetings:
        words = ngettext(
            "That somebody came to {count} meeting for their organisation: a number drawn by chance, without a name.",
            "That somebody came to {count} meetings for their organisation: a number drawn by chance, without a name.",
            found.meetings,
        )
        said.append(words.format(count=found.meetings))
    return tuple(said)


def beyond() -> tuple[str, ...]:
    """What no program can reach, a sentence each."""
    return (
        _("Copies of the file that others have: ask them to bring in this one, which erases the same there."),
        _("Minutes and other papers that were sent, printed or exported: ask whoever has them."),
        _("What your backup program, a synchronised folder or the disk itself keeps of earlier versions."),
    )
