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


def _take_over(add: Add) -> None:
    over = add(
        "take-over",
        help=_("make a file that somebody sent your own"),
        description=_(
            "All of it is looked through by a process of its own, and what Coalmeet could have written comes into a "
            "new file at NEW. A sealed one stays sealed with the same passphrase. With NEW the same as FILE it stays "
            "in its place, and what came is kept among the backups."
        ),
    )
    over.add_argument("file", type=Path, metavar="FILE", help=_("the file that came from somewhere else"))
    over.add_argument("--to", type=Path, required=True, metavar="NEW", help=_("where your own file will be"))


def _run_passphrase(asked: argparse.Namespace, terminal: Terminal) -> int:
    from coalmeet.commands.passphrase import passphrase

    return passphrase(asked.file, terminal, off=asked.off)


def _erase(add: Add) -> None:
    gone = add(
        "erase",
        help=_("erase a person who asks for it"),
        description=_(
            "Shows where the file speaks of the person. With --yes that is taken out, of history, logs, minutes and "
            "notes; what was decided stands, with “a person” in the place of the name. Nothing takes that back."
        ),
    )
    gone.add_argument("file", type=Path, metavar="FILE", help=_("the coalition's file"))
    gone.add_argument("person", metavar="PERSON", help=_("the name as Members shows it, or an id"))
    gone.add_argument(
        "--unlisted", action="store_true", help=_("PERSON is the name of somebody who is not in Members")
    )
    gone.add_argument(
        "--leave", type=_numbers, default=frozenset(), metavar="LIST", help=_("mentions that stay, as 2,3")
    )
    gone.add_argument("--everywhere", action="store_true", help=_("also mentions that are not proposed"))
    gone.add_argument(
        "--backups", action="store_true", help=_("put one new backup in the place of those on this computer")
    )
    gone.add_argument("--yes", action="store_true", help=_("do it"))


def _numbers(typed: str) -> frozenset[int]:
    try:
        return frozenset(int(one) for one in typed.split(",") if one.strip())
    except ValueError:
        raise argparse.ArgumentTypeError(
            _("write numbers as 2,3, not “{typed}”").format(typed=typed)
        ) from None


def _run_erase(asked: argparse.Namespace, terminal: Terminal) -> int:
    from coalmeet.clock import now
    from coalmeet.commands.erase import erase

    return erase(
        asked.file,
        asked.person,
        terminal,
        leave=asked.leave,
        everywhere=asked.everywhere,
        backups_too=asked.backups,
        sure=asked.yes,
        now=now().wall,
        listed=not asked.unlisted,
    )


def _run_take_over(asked: argparse.Namespace, terminal: Terminal) -> int:
    from coalmeet.commands.take_over import take_over

    return take_over(asked.file, asked.to, terminal)


def _backups(add: Add) -> None:
    listed = add("backups", help=_("list the backups of a file"))
    listed.add_argument(
        "file", type=Path, metavar="FILE", help=_("the coalition's file, also one that is gone")
    )


def _run_backups(asked: argparse.Namespace, terminal: Terminal) -> int:
    from coalmeet.commands.backups import backups

    return backups(asked.file, terminal)


def _restore(add: Add) -> None:
    back = add(
        "restore",
        help=_("put a backup in the place of a file"),
        description=_("Nothing is lost: what stands in the file's place now becomes a backup first."),
    )
    back.add_argument("file", type=Path, metavar="FILE", help=_("the coalition's file"))
    back.add_argument("backup", metavar="BACKUP", help=_("its name, as “coalmeet backups” lists it"))


def _run_restore(asked: argparse.Namespace, terminal: Terminal) -> int:
    from coalmeet.commands.backups import restore

    return restore(asked.file, asked.backup, terminal)


def _rescue(add: Add) -> None:
    saved = add(
        "rescue",
        help=_("save what can be read of a damaged file"),
        description=_(
            "Writes a new file at NEW and says what was saved and what could not be read. The damaged file is not "
            "touched. A backup often holds more: see “coalmeet backups”."
        ),
    )
    saved.add_argument("file", type=Path, metavar="FILE", help=_("the damaged file"))
    saved.add_argument("--to", type=Path, required=True, metavar="NEW", help=_("the file to make"))


def _run_rescue(asked: argparse.Namespace, terminal: Terminal) -> int:
    from coalmeet.commands.backups import rescue

    return rescue(asked.file, asked.to, terminal)


DESCRIBED: tuple[Callable[[Add], None], ...] = (_passphrase, _take_over, _backups, _restore, _rescue, _erase)
COMMANDS: dict[str, Command] = {
    "passphrase": _run_passphrase,
    "take-over": _run_take_over,
    "backups": _run_backups,
    "restore": _run_restore,
    "rescue": _run_rescue,
    "erase": _run_erase,
}
