"""coalmeet erase: what a file says of a person, and, once asked for, the same file without them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from coalmeet.commands.opened import to_write
from coalmeet.commands.terminal import Terminal, visible
from coalmeet.errors import FileProblem, NotAllowed
from coalmeet.text import _, local, ngettext

if TYPE_CHECKING:
    from coalmeet.store.erasing.look import Found, Mention
    from coalmeet.store.file import CoalitionFile


def erase(
    path: Path,
    person: str,
    terminal: Terminal,
    *,
    leave: Collection[int],
    everywhere: bool,
    backups_too: bool,
    sure: bool,
    now: int,
    listed: bool = True,
) -> int:
    """Show where the file speaks of a person, by name or id; with `sure` erase them.

    Who is not `listed` among the people is looked for by the name alone.
    Of the mentions in free text those that are proposed go, or with `everywhere` all of them, but for the numbers in
    `leave`. `backups_too` replaces the backups on this computer by a new one. `now` is milliseconds since 1970 UTC.
    Returns the exit status.
    """
    file = to_write(path, terminal)
    try:
        found = _look(file, person) if listed else _look_for_name(file, person)
        wrong = sorted(set(leave) - set(range(1, len(found.mentions) + 1)))
        if wrong:
            raise NotAllowed(
                _("There is no mention {number}. Look at the list again.").format(number=wrong[0])
            )
        chosen = [
            one
            for number, one in enumerate(found.mentions, 1)
            if (one.chosen or everywhere) and number not in leave
        ]
        _show(found, chosen, file, terminal)
        if sure:
            _erase(file, found, chosen, terminal, backups_too=backups_too, now=now)
        else:
            terminal.say(_("Nothing is erased yet: say the same with --yes."))
        return 0
    finally:
        file.close()


def _look(file: CoalitionFile, person: str) -> Found:
    from coalmeet.store import people
    from coalmeet.store.erasing.look import look

    wanted = " ".join(person.split()).casefold()
    with file.reading() as con:
        named = [one for one in people.people(con) if person == one.id or wanted == one.name.casefold()]
        if not named:
            raise NotAllowed(
                _(
                    "Nobody called “{name}” is in Members. Write the name as it stands there, or add --unlisted to "
                    "look for it in texts."
                ).format(name=visible(person))
            )
        if len(named) > 1:
            ids = _(", ").join(one.id for one in named)
            raise NotAllowed(
                _("Several people are called “{name}”. Say which one by these signs: {ids}.").format(
                    name=visible(person), ids=ids
                )
            )
        return look(con, named[0].id)


def _look_for_name(file: CoalitionFile, name: str) -> Found:
    from coalmeet.store.erasing.look import look

    with file.reading() as con:
        return look(con, name, listed=False)


def _show(found: Found, chosen: Sequence[Mention], file: CoalitionFile, terminal: Terminal) -> None:
    from coalmeet.store.erasing import reach

    kept = reach.count(file.path, file.key)
    parts = [
        (_("Goes:"), reach.goes(found)),
        (_("Stays:"), reach.stays(found)),
        (_("Out of reach:"), reach.beyond()),
    ]
    for title, sentences in parts:
        terminal.say(title)
        for sentence in sentences:
            terminal.say(f"  {sentence}")
    if kept:
        words = ngettext(
            "{count} backup on this computer still says who it was: --backups replaces it by a new one.",
            "{count} backups on this computer still say who it was: --backups replaces them by a new one.",
            kept,
        )
        terminal.say(f"  {words.format(count=kept)}")
    if found.mentions:
        terminal.say(_("In free text (x goes; --leave 2,3 keeps those; --everywhere takes all):"))
    for number, one in enumerate(found.mentions, 1):
        mark = "x" if one in chosen else " "
        line = visible(f"{one.spot.before}{one.spot.found}{one.spot.after}")
        terminal.say(f"{number:>4} [{mark}] {line}  ({visible(_('; ').join(one.places))})")


def _erase(
    file: CoalitionFile,
    found: Found,
    chosen: Sequence[Mention],
    terminal: Terminal,
    *,
    backups_too: bool,
    now: int,
) -> None:
    from coalmeet.store import coalition
    from coalmeet.store.erasing import reach
    from coalmeet.store.erasing.erase import erase as write
    from coalmeet.store.erasing.erase import plan

    with file.reading() as con:
        today = local(now, coalition.read(con).time_zone).date()
    keys = [one.key for one in chosen]
    write(file, plan(file, found.person, keys, listed=found.listed), today)
    terminal.say(_("Erased. The file was written anew without them."))
    if backups_too:
        try:
            gone = reach.renew(file, now=now)
        except (FileProblem, NotAllowed) as problem:
            terminal.refuse(str(problem))
            terminal.refuse(_("The older backups stay, and still say who it was. Delete them later."))
            return
        words = ngettext(
            "A new backup was kept, and {count} older one deleted.",
            "A new backup was kept, and {count} older ones deleted.",
            gone,
        )
        terminal.say(words.format(count=gone))
