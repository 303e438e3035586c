"""What a person is told when somebody else's file is not taken, and what to do instead."""

from __future__ import annotations

from pathlib import Path

from coalmeet.errors import FileProblem
from coalmeet.store.foreign import limits
from coalmeet.store.problems import no_permission, wrong_passphrase
from coalmeet.text import _


def problem(why: str, path: Path, where: str = "") -> FileProblem:
    """The refusal for a code of `refused.Why`; `where` is the column at fault, "" when it is no column."""
    if why == "passphrase":
        return wrong_passphrase(path)
    sentence = _contents(where) if why == "contents" and where else _sentence(why)
    return FileProblem(
        sentence.format(name=path.name, folder=path.parent, where=where, megabytes=limits.LARGEST_FILE >> 20)
    )


def changed(path: Path) -> FileProblem:
    """What to say when the file was written to while it was read."""
    sentence = _(
        "“{name}” was changed while it was looked through. Wait until it has arrived whole, then try again."
    )
    return FileProblem(sentence.format(name=path.name))


def _contents(where: str) -> str:
    return _(
        "“{name}” holds something that Coalmeet never writes ({where}), so nothing of it was taken. Ask whoever sent "
        "it for a copy that Coalmeet made."
    )


def _sentence(why: str) -> str:
    sentences = {
        "large": _(
            "“{name}” is larger than {megabytes} MB, which no coalition's file is. Ask whoever sent it for a copy that "
            "Coalmeet made."
        ),
        "unfinished": _(
            "The last save of “{name}” was cut off where it comes from. Ask whoever sent it to open it there once, "
            "close it, and send it again."
        ),
        "cut": _(
            "“{name}” is damaged, or did not arrive whole, so nothing of it was taken. Ask whoever sent it to send it "
            "again."
        ),
        "structure": _(
            "Another program has made or changed “{name}”, so nothing of it was taken. Ask whoever sent it for a copy "
            "that Coalmeet made."
        ),
        "newer": _("“{name}” was written by a newer Coalmeet. Update Coalmeet, then try again."),
        "contents": _(
            "“{name}” holds something that Coalmeet never writes, so nothing of it was taken. Ask whoever sent it for "
            "a copy that Coalmeet made."
        ),
        "slow": _too_much(),
        "heavy": _too_much(),
        "full": _(
            "The disk is full, so nothing of “{name}” was taken. Free some space, then try again: the file itself is "
            "as it was."
        ),
        "disk": no_permission(),
    }
    return sentences[why]


def _too_much() -> str:
    return _(
        "“{name}” could not be looked through safely: it asks for more time or memory than any coalition does. Ask "
        "whoever sent it for a copy that Coalmeet made."
    )
