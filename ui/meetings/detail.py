"""The chosen meeting beside the list: what it is, what can be done with it, and its minutes to read."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu

from coalmeet.coalition.meeting_row import MeetingRow
from coalmeet.meeting.minutes_values import Minutes
from coalmeet.text import _
from ui import icons, theme
from ui.meetings.in_one_minute import MinuteForm
from ui.meetings.preview import MinutesPreview
from ui.meetings.round_line import DRAFTS, OURS, RoundLine
from ui.meetings.shown import Held, day_words, state_word
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.labels import OneLine, Wrapped
from ui.widgets.layouts import column, hairline, row

FORMATS = (
    ("pdf", "file-text"),
    ("html", "phone"),
    ("md", "pen-line"),
    ("ics", "calendar-days"),
    ("actions.csv", "list-checks"),
    ("decisions.csv", "gavel"),
    ("json", "table"),
)


class MeetingDetail(Card):
    """`go` carries what is wanted and the meeting; `export` the meeting and a format as the end of a name.

    `went_round` carries the meeting and the day on which its minutes went round, `not_round` that they did not.
    """

    go = Signal(str, str)
    export = Signal(str, str)
    copy = Signal(str)
    letters = Signal(str)
    write_minute = Signal(str)
    open_elsewhere = Signal(str)
    went_round = Signal(str, object)
    not_round = Signal(str)

    def __init__(self) -> None:
        self._title = Wrapped("", theme.HEADING, theme.STRONG, most=3)
        self._when = Wrapped("", theme.BODY, tone="ink2", most=3)
        self._state = OneLine("", 14, theme.STRONG, "accent")
        self.preview = MinutesPreview()
        self.round, self.minute = RoundLine(), MinuteForm()
        self.start = Button(_("Start the meeting"), icon="play")
        self.resume = Button(_("Go on with the meeting"), icon="play")
        self.prepare = Button(_("Prepare"), icon="list-ordered")
        self.read = Button(_("Read page by page"), icon="file-text")
        self.correct = Button(_("Put right"), icon="pen-line")
        self.more = Button(icon="ellipsis", spoken=_("More for this meeting"))
        self._meeting = ""
        self._is_planned = self._is_held = self._is_draft = False
        self._buttons = (self.start, self.resume, self.prepare, self.read, self.correct, self.more)
        head = column(self._state, 4, self._title, 4, self._when, 14, row(*self._buttons, None, gap=8))
        super().__init__(
            column(
                head, 14, self.round, self.minute, hairline(), 6, (self.preview, 1), margins=(24, 20, 20, 12)
            )
        )
        self._connect()

    def show_meeting(
        self,
        meeting: MeetingRow,
        minutes: Minutes,
        today: date,
        held: Held | None = None,
        circulated: str = "",
    ) -> None:
        """Show this meeting with its minutes, or its agenda while it is planned; `held` as in `day_words`,
        `circulated` the ISO day on which its minutes went round.
        """
        self.minute.go_on_with(meeting.id)
        self._meeting = meeting.id
        self._title.setText(meeting.title or meeting.coalition)
        where = meeting.place or meeting.link
        self._when.setText(" · ".join(part for part in (day_words(meeting, today, held), where) if part))
        self._state.setText(state_word(meeting, today))
        shown = {
            "planned": {self.start, self.prepare, self.more},
            "running": {self.resume},
            "closed": {self.read, self.more},
        }[meeting.state]
        if meeting.source == "paper" and meeting.state == "closed":
            shown.add(self.correct)
        for button in self._buttons:
            button.setVisible(button in shown)
        self.round.show_minutes(meeting, minutes.state, circulated, today)
        self._is_planned = meeting.state == "planned"
        self._is_held = meeting.state == "closed"
        self._is_draft = self._is_held and meeting.source in OURS and minutes.state in DRAFTS
        if self._is_planned:
            self.preview.show_agenda(minutes)
        else:
            self.preview.show_minutes(minutes)

    def main_errand(self, meeting: str) -> None:
        """What Enter on a meeting does: prepare it, go on with it, or read its minutes."""
        if not self.prepare.isHidden():
            self.go.emit("prepare", meeting)
        elif not self.resume.isHidden():
            self.go.emit("run", meeting)
        else:
            self.go.emit("preview", meeting)

    def _connect(self) -> None:
        for button, errand in (
            (self.start, "run"),
            (self.resume, "run"),
            (self.prepare, "prepare"),
            (self.correct, "paper"),
            (self.read, "preview"),
        ):
            button.clicked.connect(lambda _on=False, errand=errand: self.go.emit(errand, self._meeting))
        self.round.went.connect(lambda day: self.went_round.emit(self._meeting, day))
        self.round.back.connect(lambda: self.not_round.emit(self._meeting))
        self.more.clicked.connect(
            lambda: self.choices().popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))
        )

    def choices(self) -> QMenu:
        """What else can be done with the meeting, as a menu."""
        menu = QMenu(self)
        if self._is_planned:
            held = menu.addAction(icons.icon("notebook-pen", "ink2"), _("It was held on paper"))
            held.triggered.connect(lambda: self.go.emit("paper", self._meeting))
            menu.addSeparator()
            look = menu.addAction(icons.icon("printer", "ink2"), _("See and print the agenda"))
            look.triggered.connect(lambda: self.go.emit("preview", self._meeting))
        copied = menu.addAction(icons.icon("copy", "ink2"), _("Copy, to paste into a letter or chat"))
        copied.triggered.connect(lambda: self.copy.emit(self._meeting))
        if self._is_draft:
            minute = menu.addAction(icons.icon("pencil", "ink2"), _("Write “In one minute” yourself"))
            minute.triggered.connect(lambda: self.write_minute.emit(self._meeting))
        if self._is_held:
            away = menu.addAction(icons.icon("users", "ink2"), _("Write letters to those who were away"))
            away.triggered.connect(lambda: self.letters.emit(self._meeting))
        outside = menu.addAction(icons.icon("eye", "ink2"), _("Open in another program"))
        outside.triggered.connect(lambda: self.open_elsewhere.emit(self._meeting))
        for suffix, icon in FORMATS:
            entry = menu.addAction(icons.icon(icon, "ink2"), _format_word(suffix))
            entry.triggered.connect(lambda _on=False, suffix=suffix: self.export.emit(self._meeting, suffix))
        return menu


def _format_word(suffix: str) -> str:
    words = {
        "pdf": _("Export as PDF, to read and print"),
        "html": _("Export as a page for phones (HTML)"),
        "md": _("Export as text (Markdown)"),
        "ics": _("Export the dates for a calendar (ICS)"),
        "actions.csv": _("Export the actions as a table (CSV)"),
        "decisions.csv": _("Export the decisions as a table (CSV)"),
        "json": _("Export as a record (JSON), for another Coalmeet"),
    }
    return words[suffix]
