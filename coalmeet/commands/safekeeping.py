"""Which commands keep a file safe: what may be typed, and what is called for it. coalmeet.cli adds them to its own."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from coalmeet.commands.terminal import Terminal
from coalmeet.text import _

Add = Callable[..., argparse.ArgumentParser]
Command = Callable[[argparse.Namespace, Terminal], int]


def _passphrase(add: Add) -> None:
    seal = add(
        "passphrase",
        help=_("seal a file with a passphrase, or give it another one"),
        description=_(
            "The file's backups on this computer are sealed with it. Copies that you sent, and backups elsewhere, keep "
            "what they had. A lost passphrase is a lost file: nobody can open it without."
        ),
    )
    seal.add_argument("file", type=Path, metavar="FILE", help=_("the coalition's file"))
    seal.add_argument("--off", action="store_true", help=_("take the passphrase away"))


def _run_passphrase(asked: argparse.Namespace, terminal: Terminal) -> int:
    from coalmeet.commands.passphrase import passphrase

    return passphrase(asked.file, terminal, off=asked.off)


DESCRIBED: tuple[Callable[[Add], None], ...] = (_passphrase,)
COMMANDS: dict[str, Command] = {"passphrase": _run_passphrase}
