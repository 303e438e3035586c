"""Marks that the minutes of a meeting went round, with what that opens, and takes it back."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from coalmeet.coalition.decision import DecisionEntry
from coalmeet.errors import NotAllowed
from coalmeet.text import _, ngettext, plain_day

if TYPE_CHECKING:
    from ui.meetings.page import MeetingsPage
    from ui.open_file import OpenFile

_TABLES = ("record", "decision_entry")


def went_round(page: MeetingsPage, meeting: str, day: date | None) -> None:
    """They went round on this day: absent members may object from now on, where something is provisional."""
    book = page.book
    with page.saying():
        if day is None or day > book.today():
            raise NotAllowed(_("Choose the day on which the minutes went round: today, or before."))
        opened = _went_round(book, meeting, day)
        book.did(
            _("Mark that minutes went round"),
            lambda back: _not_round(book, meeting) if back else _went_round(book, meeting, day),
            *_TABLES,
        )
        said = _("The minutes went round on {day}.").format(day=plain_day(day))
        if opened:
            words = ngettext(
                "{said} Absent members can object to {count} decision.",
                "{said} Absent members can object to {count} decisions.",
                len(opened),
            )
            said = words.format(said=said, count=len(opened))
        page.done_with_undo(said)


def not_round_yet(page: MeetingsPage, meeting: str) -> None:
    """They had not gone round after all: nobody's days are counted yet."""
    from coalmeet.store import circulating

    book = page.book
    with page.saying():
        day = book.read(circulating.standing, meeting).day
        _not_round(book, meeting)
        book.did(
            _("Mark that minutes did not go round"),
            lambda back: (
                _went_round(book, meeting, date.fromisoformat(day)) if back else _not_round(book, meeting)
            ),
            *_TABLES,
        )
        page.done_with_undo(_("The minutes are a draft again."))


def _went_round(book: OpenFile, meeting: str, day: date) -> tuple[DecisionEntry, ...]:
    """The windows that were opened."""
    from coalmeet.store import circulating

    with book.file.writing() as con:
        return circulating.went_round(con, book.file, meeting, day)


def _not_round(book: OpenFile, meeting: str) -> None:
    from coalmeet.store import circulating

    with book.file.writing() as con:
        circulating.not_round_yet(con, book.file, meeting)
