"""The calendar of the coalition, written to where somebody wants it, with a sentence about what to do with it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from coalmeet.commands import calendar
from coalmeet.exchange.safe_name import safe_name
from coalmeet.text import _
from ui.documents import documents

if TYPE_CHECKING:
    from datetime import date

    from coalmeet.documents.coalition_calendar import Facts
    from ui.meetings.page import MeetingsPage

SUFFIX = ".ics"


def hand_out_calendar(page: MeetingsPage) -> None:
    """Ask for a place, and write the calendar there. Says why not, where it cannot be written."""
    with page.saying():
        name = safe_name(_("Calendar of {coalition}").format(coalition=page.book.coalition().name))
        wished = str(documents() / f"{name}{SUFFIX}")
        chosen, _kind = QFileDialog.getSaveFileName(
            page, _("Calendar of the coalition"), wished, f"*{SUFFIX}"
        )
        if chosen:
            target = Path(chosen if chosen.lower().endswith(SUFFIX) else f"{chosen}{SUFFIX}")
            today = page.book.today()
            facts = page.book.read(calendar.read, today)
            work = partial(_written, facts, today, target)
            page.maker.make(_("Writing the calendar"), work, page.done.say)


def _written(facts: Facts, today: date, target: Path) -> str:
    calendar.write(facts, today, target)
    return calendar.told(target)
