"""The coalmeet command as far as it needs no window: what may be typed, and what is called for it."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from coalmeet import __version__
from coalmeet.commands import safekeeping, travelling
from coalmeet.commands.safekeeping import Add, Command
from coalmeet.commands.terminal import Terminal
from coalmeet.errors import FileProblem, NotAllowed
from coalmeet.text import _

FAILED, MISUSED, INTERRUPTED = 1, 2, 130
WINDOWED = ("open", "rehearse")


def main(argv: Sequence[str] | None = None, terminal: Terminal | None = None) -> int | None:
    """Run a command that needs no window and return its exit status; None if a window is needed.

    0 is success, 1 an error that was said in one sentence, 2 a command that cannot be understood.
    """
    terminal = terminal or Terminal()
    words = sys.argv[1:] if argv is None else argv
    if words and getattr(sys, "frozen", False):  # it has no other Python to read somebody else's file with
        from coalmeet.store.foreign import child

        if list(words) == [child.WORD]:
            return child.main()
    try:
        asked = parse(words)
        if asked.command in WINDOWED:
            return None
        return COMMANDS[asked.command](asked, terminal)
    except SystemExit as leaving:  # argparse has spoken
        return leaving.code if isinstance(leaving.code, int) else FAILED
    except (FileProblem, NotAllowed) as problem:
        terminal.refuse(str(problem))
        return FAILED
    except KeyboardInterrupt:
        terminal.refuse(_("Stopped. What was finished stays; no file is half written."))
        return INTERRUPTED


def seen_enough() -> int:
    """The exit status where whoever read a list closed the pipe; nothing more is said into it."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """What was asked for: `command` is one of COMMANDS or WINDOWED; without any word it is "open", `file` None.

    Raises SystemExit, having spoken, for --help, --version and what cannot be understood.
    """
    words = list(argv)
    if not words or (
        len(words) == 1 and words[0] not in (*COMMANDS, *WINDOWED) and not words[0].startswith("-")
    ):
        return argparse.Namespace(command="open", file=Path(words[0]) if words else None)
    asked = _parser().parse_args(words)
    if asked.command == "rehearse" and not (asked.list or asked.out):
        asked.misused(_("name a folder with --out, or give --list"))
    return asked


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="coalmeet",
        description=_("Facilitate the meetings of a coalition. Without a command the window opens."),
        epilog=_(
            "“coalmeet FILE” opens a coalition. “coalmeet COMMAND --help” says more about a command. The passphrase of "
            "a sealed file comes from this computer's key store, or is asked for; without a terminal it is the first "
            "line of the standard input."
        ),
    )
    parser.add_argument("--version", action="version", version=f"Coalmeet {__version__}")
    commands = parser.add_subparsers(dest="command", metavar=_("COMMAND"), required=True)
    for describe in (
        _new,
        _import,
        _export,
        _meetings,
        _check,
        *safekeeping.DESCRIBED,
        *travelling.DESCRIBED,
        _open,
        _rehearse,
    ):
        describe(commands.add_parser)
    return parser


def _new(add: Add) -> None:
    new = add("new", help=_("make a file for a coalition"))
    new.add_argument("file", type=Path, metavar="FILE", help=_("the file to make, ending in .coalmeet"))
    new.add_argument("--name", required=True, help=_("the coalition's name"))
    new.add_argument(
        "--passphrase", action="store_true", help=_("seal it with a passphrase, which is asked for")
    )
    new.add_argument("--sample", action="store_true", help=_("fill it with a coalition of our invention"))
    new.add_argument(
        "--language", default="en", metavar="CODE", help=_("of its documents, for example en or de")
    )
    new.add_argument(
        "--time-zone", default="", metavar="ZONE", help=_("IANA name; otherwise this computer's")
    )


def _import(add: Add) -> None:
    bring = add(
        "import",
        help=_("take in records of meetings, or lists of people"),
        description=_(
            "Each file is taken in whole or not at all. Records end in .json, lists of people in .csv; "
            "minutes of Coalmeet as .pdf carry their record."
        ),
    )
    bring.add_argument("file", type=Path, metavar="FILE", help=_("the coalition's file"))
    bring.add_argument("records", type=Path, nargs="+", metavar="RECORD", help=_("a file to take in"))


def _export(add: Add) -> None:
    export = add(
        "export",
        help=_("write the minutes or the record of a meeting"),
        description=_(
            "The end of PATH says the format: .pdf, .html, .md, .json, .ics, .actions.csv or .decisions.csv. "
            "Before a meeting .pdf, .html and .md are its agenda to send, .eml is a draft of the message that goes "
            "with it, and .book.pdf is the private book of whoever facilitates. With --all, PATH is a folder."
        ),
    )
    export.add_argument("file", type=Path, metavar="FILE", help=_("the coalition's file"))
    export.add_argument(
        "meeting", nargs="?", metavar="MEETING", help=_("its id, as “coalmeet meetings” lists it")
    )
    export.add_argument("--all", action="store_true", help=_("every meeting instead of one"))
    export.add_argument(
        "--letters",
        action="store_true",
        help=_(
            "of MEETING, a draft of a letter (.eml) to each organisation that was away, in the folder PATH"
        ),
    )
    _papers(export)
    export.add_argument("--to", type=Path, required=True, metavar="PATH", help=_("where to write"))
    export.add_argument(
        "--format",
        default="pdf,json",
        metavar="LIST",
        help=_(
            "with --all: pdf, html, md, json, ics, actions.csv, decisions.csv, joined by commas (%(default)s)"
        ),
    )
    export.set_defaults(misused=export.error)


def _papers(export: argparse.ArgumentParser) -> None:
    export.add_argument(
        "--as",
        dest="paper",
        choices=("year-book", "charter", "matrix", "calendar"),
        help=_(
            "a paper of the coalition instead of a meeting: all approved minutes of a period in one PDF with contents "
            "and a register of decisions, the charter on one page, the decision matrix (these two as .pdf or .md), or "
            "its calendar as it stands now (.ics)"
        ),
    )
    export.add_argument(
        "--from",
        dest="first",
        type=_day,
        metavar="DAY",
        help=_(
            "with --as year-book: its first day, as 2026-01-31; without, the calendar year of the last meeting"
        ),
    )
    export.add_argument(
        "--until", dest="last", type=_day, metavar="DAY", help=_("with --as year-book: its last day")
    )
    export.add_argument(
        "--circulated",
        action="store_true",
        help=_("with --as year-book: also minutes that only went round; their pages say so"),
    )


def _day(typed: str) -> date:
    try:
        return date.fromisoformat(typed)
    except ValueError:
        raise argparse.ArgumentTypeError(
            _("write a day as 2026-01-31, not “{typed}”").format(typed=typed)
        ) from None


def _meetings(add: Add) -> None:
    listing = add("meetings", help=_("list the meetings of a file"))
    listing.add_argument("file", type=Path, metavar="FILE", help=_("the coalition's file"))
    listing.add_argument("--json", action="store_true", help=_("as JSON, for other programs"))


def _check(add: Add) -> None:
    check = add("check", help=_("say whether a file is sound"))
    check.add_argument("file", type=Path, metavar="FILE", help=_("the coalition's file"))


def _open(add: Add) -> None:
    window = add("open", help=_("open the window"))
    window.add_argument("file", type=Path, nargs="?", metavar="FILE", help=_("the coalition's file"))


def _rehearse(add: Add) -> None:
    rehearse = add(
        "rehearse",
        help=_("play a meeting through the real windows, on a copy"),
        description=_(
            "Leaves pictures of both windows, the minutes and a timeline. Without FILE: the sample."
        ),
    )
    rehearse.add_argument("file", type=Path, nargs="?", metavar="FILE", help=_("the coalition's file"))
    rehearse.add_argument(
        "--meeting", default="", metavar="MEETING", help=_("its id; otherwise the next one")
    )
    rehearse.add_argument("--story", default="", metavar="STORY", help=_("a story of our invention instead"))
    rehearse.add_argument("--list", action="store_true", help=_("name the stories, and play nothing"))
    rehearse.add_argument("--out", type=Path, metavar="DIR", help=_("the folder for the pictures"))
    rehearse.set_defaults(misused=rehearse.error)


def _run_new(asked: argparse.Namespace, terminal: Terminal) -> int:
    from coalmeet.commands.new import new

    return new(
        asked.file,
        asked.name,
        sample=asked.sample,
        language=asked.language,
        time_zone=asked.time_zone,
        sealed=asked.passphrase,
        terminal=terminal,
    )


def _run_import(asked: argparse.Namespace, terminal: Terminal) -> int:
    from coalmeet.commands.bring_in import bring_in

    return bring_in(asked.file, asked.records, terminal)


def _run_export(asked: argparse.Namespace, terminal: Terminal) -> int:
    from coalmeet.commands.hand_out import FORMATS, format_of, hand_out, hand_out_all

    if asked.paper:
        return _run_paper(asked, terminal)
    if asked.all == bool(asked.meeting):
        asked.misused(_("name one MEETING, or give --all"))
    if asked.letters and asked.meeting:
        from coalmeet.commands.hand_out import hand_out_letters

        return hand_out_letters(asked.file, asked.meeting, asked.to, terminal)
    if not asked.all:
        if not format_of(asked.to):
            asked.misused(_("PATH must end in .pdf, .html, .md, .json, .ics, .actions.csv or .decisions.csv"))
        return hand_out(asked.file, asked.meeting, asked.to, terminal)
    formats = [one.strip().lower() for one in asked.format.split(",") if one.strip()]
    if not formats or not set(formats) <= set(FORMATS):
        asked.misused(
            _("--format takes pdf, html, md, json, ics, actions.csv and decisions.csv, joined by commas")
        )
    return hand_out_all(asked.file, asked.to, formats, terminal)


def _run_paper(asked: argparse.Namespace, terminal: Terminal) -> int:
    from coalmeet.clock import now
    from coalmeet.commands import of_coalition

    if asked.all or asked.meeting or asked.letters:
        asked.misused(_("--as is of the whole coalition: leave out MEETING, --all and --letters"))
    if asked.to.suffix.lower() not in of_coalition.FORMS[asked.paper]:
        asked.misused(
            _("PATH must end in {ends}").format(ends=_(" or ").join(of_coalition.FORMS[asked.paper]))
        )
    if asked.paper == of_coalition.CALENDAR:
        from coalmeet.commands.calendar import hand_out_calendar

        return hand_out_calendar(asked.file, asked.to, terminal, now=now().wall)
    if asked.paper != of_coalition.YEAR_BOOK:
        return of_coalition.hand_out_sheet(asked.file, asked.paper, asked.to, terminal, now=now().wall)
    if asked.first and asked.last and asked.last < asked.first:
        asked.misused(_("--until must not lie before --from"))
    period = of_coalition.Period(asked.first, asked.last)
    return of_coalition.hand_out_year_book(
        asked.file, asked.to, terminal, period, circulated=asked.circulated, now=now().wall
    )


def _run_meetings(asked: argparse.Namespace, terminal: Terminal) -> int:
    from coalmeet.commands.listing import meetings

    return meetings(asked.file, as_json=asked.json, terminal=terminal)


def _run_check(asked: argparse.Namespace, terminal: Terminal) -> int:
    from coalmeet.commands.listing import check

    return check(asked.file, terminal)


COMMANDS: dict[str, Command] = {
    "new": _run_new,
    "import": _run_import,
    "export": _run_export,
    "meetings": _run_meetings,
    "check": _run_check,
    **safekeeping.COMMANDS,
    **travelling.COMMANDS,
}
