"""coalmeet take-over: a file that somebody sent becomes a file of one's own."""

from __future__ import annotations

from pathlib import Path

from coalmeet import clock
from coalmeet.commands.opened import key_of
from coalmeet.commands.terminal import Terminal, visible
from coalmeet.text import ngettext


def take_over(path: Path, to: Path, terminal: Terminal) -> int:
    """Copy what the file holds into one of ours at `to`, which may be its own place. Raises FileProblem, NotAllowed."""
    from coalmeet.store import taking_over

    contents = taking_over.take_over(path, to, key_of(path, terminal), now=clock.now().wall)
    sentence = ngettext(
        "“{coalition}” with {count} meeting is yours now: {file}",
        "“{coalition}” with {count} meetings is yours now: {file}",
        contents.meetings,
    )
    words = sentence.format(coalition=contents.name, count=contents.meetings, file=to.absolute())
    terminal.say(visible(words))
    return 0
