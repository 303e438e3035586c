"""Opening a file for a command: where it is sealed, by the computer's key store, or by its passphrase when asked.

A file that this computer has not made is looked through first; a command writes to none before it was taken over.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from coalmeet import clock
from coalmeet.commands.terminal import Terminal, visible
from coalmeet.errors import FileProblem
from coalmeet.text import _

if TYPE_CHECKING:
    from coalmeet.store.file import CoalitionFile


def to_read(path: Path, terminal: Terminal) -> CoalitionFile:
    """The file, open for reading only. Raises FileProblem, also when its passphrase was not typed or is another."""
    from coalmeet.store import file

    return file.open_to_read(path, key_once_looked_through(path, terminal))


def to_write(path: Path, terminal: Terminal) -> CoalitionFile:
    """The file, open for writing. Raises FileProblem as `to_read` does, and for a file that was not taken over."""
    from coalmeet.store import file, header, ours, resealing

    header.inspect(path)  # says what is wrong where it is no file at all
    if not ours.is_ours(path):
        raise FileProblem(
            _(
                "This computer has not made “{name}”, so nothing is written to it. Make a file of your own of it with "
                "“coalmeet take-over {name} --to NEW”, then use that one."
            ).format(name=path.name)
        )
    opened = file.open_to_write(path, key_of(path, terminal))
    resealing.finish(path, opened.key, now=clock.now().wall)
    return opened


def key_of(path: Path, terminal: Terminal) -> bytes | None:
    """What opens the file: None where it is not sealed, else a key that was tried. One run asks for it once.

    A command never stores a key on the computer: that is done in the window, where it can be taken back.
    """
    from coalmeet.store import header
    from coalmeet.store.unlocking import fits

    salt = header.inspect(path).salt
    if not salt:
        return None
    # A file keeps its salt when its passphrase changes, so a copy from before has the same, with another key.
    if salt not in terminal.keys or not fits(path, terminal.keys[salt]):
        terminal.keys[salt] = _remembered(path, salt) or _typed(path, terminal)
    return terminal.keys[salt]


def key_once_looked_through(path: Path, terminal: Terminal) -> bytes | None:
    """`key_of`; of a file that this computer has not made FileProblem is raised unless all of it is in order."""
    from coalmeet.store import foreign, ours

    key = key_of(path, terminal)
    if not ours.is_ours(path):
        foreign.look(path, key)
    return key


def _remembered(path: Path, salt: bytes) -> bytes | None:
    from coalmeet.store.key_store import KeyStore
    from coalmeet.store.unlocking import fits

    key = KeyStore().look(salt).wait().key
    return key if key is not None and fits(path, key) else None


def _typed(path: Path, terminal: Terminal) -> bytes:
    from coalmeet.store.unlocking import key_of_words

    return key_of_words(path, terminal.secret(_("Passphrase of “{name}”: ").format(name=visible(path.name))))
