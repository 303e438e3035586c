"""Writing the file that travels: a whole, verified copy with the agenda drafted, and what is private left out."""

from __future__ import annotations

import os
from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from coalmeet.errors import FileProblem
from coalmeet.ids import new_id
from coalmeet.store import backups, coalition, ours
from coalmeet.store.backup_folder import SUFFIX, folder
from coalmeet.store.disk import copy_private, sync_folder
from coalmeet.store.file import CoalitionFile, open_to_write
from coalmeet.store.handing_over.draft import Draft, fill
from coalmeet.store.handing_over.leaving_out import KINDS, LeftOut, leave_out, private
from coalmeet.store.problems import as_problem
from coalmeet.text import _, ngettext, plain_day, speaking


@dataclass(frozen=True, slots=True)
class HandedOver:
    """What was written: where it lies, what was drafted, and what was left out."""

    path: Path
    draft: Draft
    left_out: tuple[LeftOut, ...]


def hand_over(file: CoalitionFile, to: Path, today: date, *, along: Collection[str] = ()) -> HandedOver:
    """Write the file for the next facilitator to a place where nothing is yet; any thread may do it.

    `along` are the kinds of private things that travel all the same, see leaving_out.KINDS. The open file is not
    changed, and the copy is sealed where it is, with the same passphrase. Raises FileProblem when it cannot be written
    there, NotAllowed while a survey is being answered; then nothing is there.
    """
    to = to.absolute()
    to = to if to.suffix.lower() == SUFFIX else to.with_name(to.name + SUFFIX)
    if os.path.lexists(to):
        sentence = _("“{name}” is already there. Choose another name for the file to hand over.")
        raise FileProblem(sentence.format(name=to.name))
    # What is left out lies at no moment where the file is going: that may be a stick, pulled out too early.
    inside, part = folder() / f"{new_id()}.part", to.with_name(f".{new_id()[:12]}.part")
    try:
        with as_problem(to):
            folder().mkdir(mode=0o700, parents=True, exist_ok=True)
            backups.copy_verified(file.path, file.key, inside)
            handed = _prepared(inside, file.key, today, frozenset(KINDS) - frozenset(along))
            copy_private(inside, part)
            part.replace(to)
            sync_folder(to.parent)
            ours.remember(to)
    finally:
        for left in (part, inside, Path(f"{inside}-journal")):
            with suppress(OSError):
                left.unlink(missing_ok=True)
    return HandedOver(to, *handed)


def _prepared(
    part: Path, key: bytes | None, today: date, without: frozenset[str]
) -> tuple[Draft, tuple[LeftOut, ...]]:
    opened = open_to_write(part, key)
    try:
        with opened.writing() as con:
            left = tuple(one for one in private(con) if one.kind in without)
            leave_out(con, without)
            with speaking(coalition.read(con).language):
                draft = fill(con, opened, today)
        opened.rewrite()
    finally:
        opened.close()
    return draft, left


def draft_words(draft: Draft) -> str:
    """What the next facilitator finds, in a sentence or two."""
    title = draft.title or _("the next meeting")
    if draft.running:
        return _("“{title}” goes on over there where it stands now.").format(title=title)
    said = ngettext(
        "The agenda of {day} is drafted: {count} item was put on it.",
        "The agenda of {day} is drafted: {count} items were put on it.",
        len(draft.items),
    ).format(day=plain_day(draft.date), count=len(draft.items))
    if draft.person and draft.organisation:
        led = _("{person} of {organisation} is down to facilitate.")
        said = f"{said} {led.format(person=draft.person, organisation=draft.organisation)}"
    elif draft.organisation:
        said = f"{said} {_('It is the turn of {organisation}.').format(organisation=draft.organisation)}"
    if draft.evaluation:
        said = f"{said} {_('What the last closing round said stands as a private note with the opening.')}"
    return said
