"""coalmeet bring-in and coalmeet hand-over: copies of a file come together, one goes to the next facilitator."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from coalmeet.commands.opened import key_of, to_read, to_write
from coalmeet.commands.terminal import Terminal, visible
from coalmeet.errors import NotAllowed
from coalmeet.text import _, local, ngettext

if TYPE_CHECKING:
    from coalmeet.store.bringing_in.values import Doubt

Picked = Mapping[int, str]  # the number of a question with the letter of the side that holds


def bring_in(path: Path, copy: Path, terminal: Terminal, *, picked: Picked, sure: bool, now: int) -> int:
    """Say what would come in with a copy; with `sure` bring it in, after a backup. Returns the exit status.

    What is not `picked` stays open: both values are kept, and the file can be asked for them. `now` is milliseconds
    since 1970 UTC.
    """
    from coalmeet.store import backups
    from coalmeet.store.bringing_in import applying, other_copy, telling

    file = to_write(path, terminal) if sure else to_read(path, terminal)
    try:
        coming = other_copy.compared(file, copy, key_of(copy, terminal))
        choices = _choices(coming.doubts, picked)
        terminal.say(telling.headline(coming))
        if coming.is_nothing:
            return 0
        for line in telling.lines(coming):
            terminal.say(visible(line))
        _ask(coming.doubts, picked, terminal)
        if not sure:
            terminal.say(_("Nothing was changed. Say the same with --yes to bring it in."))
            return 0
        backups.keep(file, backups.BRINGING_IN, now=now)
        with file.writing() as con:
            applying.bring_in(con, file, coming, choices, copy=copy.name)
        if coming.erased:  # what lost its words over there leaves none in any page here
            file.rewrite()
        terminal.say(
            _("It came in. “coalmeet bring-in {name} --undo” takes it back as a whole.").format(
                name=visible(path.name)
            )
        )
        _say_open(len(coming.doubts) - len(choices), terminal)
        return 0
    finally:
        file.close()


def choose(path: Path, terminal: Terminal, *, picked: Picked) -> int:
    """List what is still to be chosen after copies came together, and settle what is `picked`."""
    from coalmeet.store.bringing_in import applying, open_questions

    file = to_write(path, terminal) if picked else to_read(path, terminal)
    try:
        with file.reading() as con:
            doubts = open_questions.open_questions(con)
        _ask(doubts, picked, terminal)
        choices = _choices(doubts, picked)
        if choices:
            with file.writing() as con:
                applying.choose_now(con, file, doubts, choices)
        _say_open(len(doubts) - len(choices), terminal)
        return 0
    finally:
        file.close()


def undo(path: Path, terminal: Terminal) -> int:
    """Take back the last bringing in as a whole."""
    from coalmeet.store.bringing_in import undoing

    file = to_write(path, terminal)
    try:
        with file.reading() as con:
            copy = undoing.can_undo(con)
        with file.writing() as con:
            undoing.undo(con, file)
        terminal.say(visible(_("What came in with “{name}” is out again.").format(name=copy or "")))
        return 0
    finally:
        file.close()


def hand_over(path: Path, to: Path, terminal: Terminal, *, along: Collection[str], now: int) -> int:
    """Write the file for the next facilitator; say what it holds and leaves out. Returns the exit status."""
    from coalmeet.store import coalition
    from coalmeet.store.handing_over.hand_over import draft_words
    from coalmeet.store.handing_over.hand_over import hand_over as write
    from coalmeet.store.handing_over.leaving_out import left_out_words

    file = to_read(path, terminal)
    try:
        with file.reading() as con:
            today = local(now, coalition.read(con).time_zone).date()
        done = write(file, to, today, along=along)
    finally:
        file.close()
    terminal.say(visible(_("“{name}” is ready to be handed over.").format(name=done.path.name)))
    terminal.say(visible(draft_words(done.draft)))
    terminal.say(visible(left_out_words(done.left_out)))
    return 0


def _ask(doubts: Sequence[Doubt], picked: Picked, terminal: Terminal) -> None:
    from coalmeet.store.bringing_in import telling

    for number, doubt in enumerate(doubts, 1):
        terminal.say(
            visible(_("{number}. {question}").format(number=number, question=telling.question(doubt)))
        )
        if doubt.before:
            terminal.say(visible(telling.began(doubt)))
        for letter, (at, side) in zip("abcdefgh", telling.in_order(doubt.sides), strict=False):
            line = _("{letter}) {where}: {words}").format(
                letter=letter, where=telling.side_name(side, at), words=telling.side_words(side)
            )
            chosen = _("{line} (chosen)").format(line=line) if picked.get(number) == letter else line
            terminal.say(f"   {visible(chosen)}")


def _choices(doubts: Sequence[Doubt], picked: Picked) -> dict[tuple[str, str, str], int]:
    """The sides that were picked, by the questions' keys. Raises NotAllowed for a question or a letter that is none."""
    from coalmeet.store.bringing_in import telling

    found = {}
    for number, letter in picked.items():
        sides = list(telling.in_order(doubts[number - 1].sides)) if 0 < number <= len(doubts) else []
        if "abcdefgh".find(letter) not in range(len(sides)):
            raise NotAllowed(
                _("There is no answer {letter} to a question {number}. Look at the list again.").format(
                    letter=letter, number=number
                )
            )
        found[doubts[number - 1].key] = sides["abcdefgh".index(letter)][0]
    return found


def _say_open(count: int, terminal: Terminal) -> None:
    if count:
        said = ngettext(
            "{count} question is still open: both answers are kept until somebody chooses.",
            "{count} questions are still open: all answers are kept until somebody chooses.",
            count,
        )
        terminal.say(said.format(count=count))
    else:
        terminal.say(_("Nothing is open."))
