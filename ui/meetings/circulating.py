"""Marks that the minutes of a meeting went round, with what that opens, and takes it back."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from coalmeet.errors import NotAllowed
from coalmeet.text import _, ngettext, plain_day

if TYPE_CHECKING:
    from ui.meetings.page import MeetingsPage


def went_round(page: MeetingsPage, meeting: str, day: date | None) -> None:
    """They went round on this day: absent members may object from now on, where something is provisional."""
    from coalmeet.store import circulating

    book = page.book
    with page.saying():
        if day is None or day > book.today():
            raise NotAllowed(_("Choose the day on which the minutes went round: today, or before."))
        with book.file.writing() as con:
            opened = circulating.went_round(con, book.file, meeting, day)
        book.wrote("record", "decision_entry")
        said = _("The minutes went round on {day}.").format(day=plain_day(day))
        if opened:
            words = ngettext(
                "{said} Absent members can object to {count} decision.",
                "{said} Absent members can object to {count} decisions.",
                len(opened),
            )
            said = words.format(said=said, count=len(opened))
        page.done.say(said, _("Undo"), lambda: not_round_yet(page, meeting))


def not_round_yet(page: MeetingsPage, meeting: str) -> None:
    """They had not gone round after all: nobody's days are counted yet."""
    from coalmeet.store import circulating

    book = page.book
    with page.saying():
        with book.file.writing() as con:
            circulating.not_round_yet(con, book.file, meeting)
        book.wrote("record", "decision_entry")
        page.done.say(_("The minutes are a draft again."))
