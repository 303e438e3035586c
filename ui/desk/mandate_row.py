"""A delegate without a mandate: their consent holds once their organisation has confirmed it, by a date."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtWidgets import QWidget

from coalmeet.meeting.absent import USUAL_WINDOW
from coalmeet.meeting.state import Meeting
from coalmeet.text import _
from ui import theme
from ui.desk.day_field import DayField
from ui.desk.verb_button import verb_button
from ui.widgets.labels import OneLine
from ui.widgets.layouts import row


class MandateRow(QWidget):
    """The date, once the small button `without` asks for it: then the next consent is subject to confirmation.

    The button has its place beside the reason, so that it takes no row of its own.
    """

    def __init__(self, meeting: Callable[[], Meeting]) -> None:
        super().__init__()
        self._meeting = meeting
        self.without = verb_button(_("Without a mandate"), "mandate", "ghost", size=28)
        self.without.clicked.connect(self.toggle)
        self.day = DayField(meeting, _("Confirmed by which date"))
        self.setLayout(
            row(
                OneLine(_("Consent, to be confirmed by"), theme.DETAIL, theme.MEDIUM),
                8,
                (self.day, 1),
                margins=(0, 6, 0, 0),
            )
        )
        self.hide()

    def toggle(self) -> None:
        """Ask for the date, with the usual one in it; or not after all."""
        on = self.isHidden()
        self.setVisible(on)
        self.without.set_kind("tint" if on else "ghost")
        if on:
            usual = date.fromisoformat(self._meeting().date) + timedelta(days=USUAL_WINDOW)
            self.day.show_day(usual.isoformat())

    def take(self, code: str) -> str:
        """The date by which this answer is to be confirmed, ISO, once; "" for one that nobody has to confirm."""
        said = "" if self.isHidden() or code not in ("consent", "concern") else self.day.day()
        self.clear()
        return said

    def clear(self) -> None:
        """The next one has a mandate."""
        if not self.isHidden():
            self.toggle()
