"""coalmeet passphrase: seal a file, give it another passphrase, or take it off."""

from __future__ import annotations

from pathlib import Path

from coalmeet import clock
from coalmeet.commands.opened import to_write
from coalmeet.commands.terminal import Terminal, visible
from coalmeet.errors import NotAllowed
from coalmeet.text import _


def passphrase(path: Path, terminal: Terminal, *, off: bool) -> int:
    """Ask for the new passphrase and give it to the file and its backups; `off` takes it away. The exit status.

    Raises FileProblem, and NotAllowed for words that are guessed too easily; then nothing is changed.
    """
    from coalmeet.store.resealing import change, left_words

    file = to_write(path, terminal)
    try:
        if off and file.key is None:
            sentence = _("“{name}” has no passphrase. Give it one with the same command without --off.")
            raise NotAllowed(sentence.format(name=path.name))
        words = "" if off else asked_for(terminal)
        followed = change(file, words, now=clock.now().wall)
    finally:
        file.close()
    name = visible(path.name)
    terminal.say(
        _("“{name}” opens without a passphrase now, its backups too.").format(name=name)
        if off
        else _("“{name}” is sealed with the new passphrase, its backups too.").format(name=name)
    )
    if left_words(followed):
        terminal.refuse(left_words(followed))
    return 0


def asked_for(terminal: Terminal) -> str:
    """A passphrase typed twice, unseen; Enter alone takes six words, which are said once. Raises NotAllowed."""
    from coalmeet.coalition.passphrase import chosen, offered, tidy

    typed = terminal.secret(_("New passphrase (Enter for six words of our choice): "))
    if not tidy(typed):
        words = offered()
        terminal.say(_("The passphrase is: {words}").format(words=words))
        terminal.say(_("Write it on paper. Nobody can open the file without it."))
        return words
    words = chosen(typed)
    if tidy(terminal.secret(_("The same once more: "))) != words:
        raise NotAllowed(_("The two are not the same, so nothing was done. Give the command again."))
    return words
