"""Which commands let a file travel: what may be typed, and what is called for it. coalmeet.cli adds them to its own."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from coalmeet.commands.terminal import Terminal
from coalmeet.text import _

Add = Callable[..., argparse.ArgumentParser]
Command = Callable[[argparse.Namespace, Terminal], int]
ALONG = {
    "private-notes": "private_notes",
    "contacts": "contacts",
    "access-needs": "access_needs",
}  # as typed, and as leaving_out calls it


def _hand_over(add: Add) -> None:
    over = add(
        "hand-over",
        help=_("write the file for the next facilitator"),
        description=_(
            "NEW holds the coalition, with the agenda of the next meeting drafted: what was not reached, reviews that "
            "are due, whose turn it is, what the last closing round said. Private notes, contacts and access needs are "
            "left out unless --along names them; FILE itself stays as it is."
        ),
    )
    over.add_argument("file", type=Path, metavar="FILE", help=_("the coalition's file"))
    over.add_argument("--to", type=Path, required=True, metavar="NEW", help=_("the file to write"))
    over.add_argument(
        "--along",
        type=_kinds,
        default=frozenset(),
        metavar="LIST",
        help=_("what travels all the same: private-notes, contacts, access-needs, joined by commas"),
    )


def _bring_in(add: Add) -> None:
    bring = add(
        "bring-in",
        help=_("bring in another copy of the file"),
        description=_(
            "Says what is new in COPY and what only you can choose; with --yes it comes in, after a backup. Without "
            "COPY: what is still to be chosen. A choice is a number and a letter of that list, as 1=a."
        ),
    )
    bring.add_argument("file", type=Path, metavar="FILE", help=_("the coalition's file"))
    bring.add_argument("copy", type=Path, nargs="?", metavar="COPY", help=_("the copy that came back"))
    bring.add_argument("--choose", type=_picked, default={}, metavar="LIST", help=_("what holds, as 1=a,2=b"))
    bring.add_argument("--yes", action="store_true", help=_("bring it in"))
    bring.add_argument("--undo", action="store_true", help=_("take back what came in last, as a whole"))
    bring.set_defaults(misused=bring.error)


def _kinds(typed: str) -> frozenset[str]:
    wanted = [one.strip() for one in typed.split(",") if one.strip()]
    unknown = next((one for one in wanted if one not in ALONG), None)
    if unknown is not None:
        raise argparse.ArgumentTypeError(
            _("“{word}” is none of private-notes, contacts and access-needs").format(word=unknown)
        )
    return frozenset(ALONG[one] for one in wanted)


def _picked(typed: str) -> dict[int, str]:
    found = {}
    for one in typed.split(","):
        number, equals, letter = one.strip().partition("=")
        if not (number.isdecimal() and equals and len(letter) == 1):
            raise argparse.ArgumentTypeError(_("write choices as 1=a,2=b, not “{typed}”").format(typed=typed))
        found[int(number)] = letter.lower()
    return found


def _run_hand_over(asked: argparse.Namespace, terminal: Terminal) -> int:
    from coalmeet.clock import now
    from coalmeet.commands.copies import hand_over

    return hand_over(asked.file, asked.to, terminal, along=asked.along, now=now().wall)


def _run_bring_in(asked: argparse.Namespace, terminal: Terminal) -> int:
    from coalmeet.clock import now
    from coalmeet.commands import copies

    if asked.undo:
        if asked.copy or asked.choose or asked.yes:
            asked.misused(_("--undo stands alone: leave out COPY, --choose and --yes"))
        return copies.undo(asked.file, terminal)
    if asked.copy is None:
        if asked.yes:
            asked.misused(_("name the COPY to bring in"))
        return copies.choose(asked.file, terminal, picked=asked.choose)
    return copies.bring_in(
        asked.file, asked.copy, terminal, picked=asked.choose, sure=asked.yes, now=now().wall
    )


DESCRIBED: tuple[Callable[[Add], None], ...] = (_hand_over, _bring_in)
COMMANDS: dict[str, Command] = {"hand-over": _run_hand_over, "bring-in": _run_bring_in}
