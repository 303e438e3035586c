"""coalmeet backups, restore and rescue: the copies of a file, one put in its place, what a damaged one still holds."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from coalmeet import clock, text
from coalmeet.commands.opened import key_of
from coalmeet.commands.terminal import Terminal, visible
from coalmeet.errors import FileProblem, PassphraseNeeded, WrongPassphrase
from coalmeet.text import _
from coalmeet.time_zone import system_time_zone

if TYPE_CHECKING:
    from coalmeet.store.backup_folder import Backup


def backups(path: Path, terminal: Terminal) -> int:
    """List the backups of a file, the newest first: its name, when it was made, its size in kB, and why."""
    found = _of(path, _key_if_any(path, terminal))
    if not found:
        terminal.say(_("There is no backup of “{name}” on this computer.").format(name=visible(path.name)))
    for one in found:
        terminal.say(_line(one))
    return 0


def restore(path: Path, wanted: str, terminal: Terminal) -> int:
    """Put a backup in the file's place; what is there becomes a backup first. Raises FileProblem."""
    from coalmeet.store import restoring

    key = _key_if_any(path, terminal)
    backup = next((one for one in _of(path, key) if one.path.stem.split()[0] == wanted), None)
    if backup is None:
        raise FileProblem(
            _("“{name}” has no backup “{wanted}”. See “coalmeet backups FILE”.").format(
                name=path.name, wanted=wanted
            )
        )
    staged = restoring.stage(backup.path, path, key_of(backup.path, terminal))
    restoring.restore(path, staged, key=key, now=clock.now().wall)
    terminal.say(
        _("“{name}” is the backup of {moment} now. What stood there before is the newest backup.").format(
            name=visible(path.name), moment=_moment(backup.at)
        )
    )
    return 0


def rescue(path: Path, to: Path, terminal: Terminal) -> int:
    """Save what can be read of a damaged file into a new one, and say what that is. Raises FileProblem."""
    from coalmeet.store import rescue as saving

    account = saving.rescue(path, to, key=_key(path, terminal), now=clock.now().wall)
    for sentence in account.sentences():
        terminal.say(visible(sentence))
    return 0


def _of(path: Path, key: bytes | None) -> tuple[Backup, ...]:
    from coalmeet.store import backups as kept

    return kept.of(path, key)


def _key_if_any(path: Path, terminal: Terminal) -> bytes | None:
    """`_key`; none, said with the reason, where the file does not open: a backup is the way out just then."""
    try:
        return _key(path, terminal)
    except WrongPassphrase as problem:
        terminal.refuse(str(problem))
        return None


def _key(path: Path, terminal: Terminal) -> bytes | None:
    """The key of the file; none where it is gone, or too damaged to say that it is sealed."""
    try:
        return key_of(path, terminal)
    except (PassphraseNeeded, WrongPassphrase):
        raise
    except FileProblem:
        return None


def _line(backup: Backup) -> str:
    from coalmeet.store.restoring import reason_words

    code, size = backup.path.stem.split()[0], -(-backup.size // 1000)
    return f"{code}  {_moment(backup.at)}  {size:>7} kB  {reason_words(backup.why)}"


def _moment(at: int) -> str:
    zone = system_time_zone()
    return f"{text.local(at, zone).date().isoformat()} {text.clock_time(at, zone)}"
