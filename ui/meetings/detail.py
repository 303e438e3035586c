"""The chosen meeting beside the list: what it is, what can be done with it, and its minutes to read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu

from coalmeet.coalition.meeting_row import MeetingRow
from coalmeet.meeting.minutes_values import Minutes
from coalmeet.text import _
from ui import icons, theme
from ui.meetings.correcting import ApprovalForm, CorrectionForm
from ui.meetings.in_one_minute import MinuteForm
from ui.meetings.notes_form import NotesForm
from ui.meetings.preview import MinutesPreview
from ui.meetings.round_line import DRAFTS, OURS, RoundLine, Waiting
from ui.meetings.shown import Held, day_words, state_word
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.labels import OneLine, Wrapped
from ui.widgets.layouts import column, hairline, row, widget
from ui.widgets.menus import open_below

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

    `went_round` carries the meeting and the day on which its minutes went round, `not_round` that they did not;
    `write` the card that is wanted (summary, notes, correction, approval) and the meeting, `taken` the meeting and a
    correction that waits no longer.
    """

    go = Signal(str, str)
    export = Signal(str, str)
    copy = Signal(str)
    letters = Signal(str)
    write = Signal(str, str)
    taken = Signal(str, str)
    open_elsewhere = Signal(str)
    went_round = Signal(str, object)
    not_round = Signal(str)

    def __init__(self) -> None:
        self._title = Wrapped("", theme.HEADING, theme.STRONG, most=3)
        self._when = Wrapped("", theme.BODY, tone="ink2", most=3)
        self._state = OneLine("", 14, theme.STRONG, "accent")
        self.preview = MinutesPreview()
        self.round = RoundLine()
        self.minute, self.notes = MinuteForm(), NotesForm()
        self.correction, self.approval = CorrectionForm(), ApprovalForm()
        self.start = Button(_("Start the meeting"), icon="play")
        self.resume = Button(_("Go on with the meeting"), icon="play")
        self.prepare = Button(_("Prepare"), icon="list-ordered")
        self.read = Button(_("Read page by page"), icon="file-text")
        self.correct = Button(_("Put right"), icon="pen-line")
        self.more = Button(icon="ellipsis", spoken=_("More for this meeting"))
        self._meeting = ""
        self._is_planned = self._is_held = self._is_live = False
        self._stands = ""
        self._buttons = (self.start, self.resume, self.prepare, self.read, self.correct, self.more)
        head = column(self._state, 4, self._title, 4, self._when, 14, row(*self._buttons, None, gap=8))
        self._below = widget(column(hairline(), 6, (self.preview, 1)))
        forms = (self.minute, self.correction, self.approval)
        whole = column(
            head, self.round, *forms, (self.notes, 1), (self._below, 1), gap=12, margins=(24, 20, 20, 12)
        )
        super().__init__(whole)
        self._connect()

    def show_meeting(
        self,
        meeting: MeetingRow,
        minutes: Minutes,
        today: date,
        held: Held | None = None,
        waiting: Sequence[Waiting] = (),
    ) -> None:
        """Show this meeting with its minutes, or its agenda while it is planned; `held` as in `day_words`,
        `waiting` the corrections that were noted since.
        """
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
        self._is_planned = meeting.state == "planned"
        self._is_held = meeting.state == "closed"
        self._is_live = meeting.source == "live"
        self._stands = minutes.state if self._is_held and meeting.source in OURS else "elsewhere"
        if meeting.source == "paper" and self._stands in DRAFTS:
            shown.add(self.correct)
        for button in self._buttons:
            button.setVisible(button in shown)
        self.round.show_minutes(meeting, minutes, waiting, today)
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
        self.round.correct.connect(lambda: self.write.emit("correction", self._meeting))
        self.round.taken.connect(lambda words: self.taken.emit(self._meeting, words))
        self.notes.opened.connect(lambda on: self._below.setVisible(not on))  # its boxes need the room
        for form in (self.minute, self.notes, self.correction, self.approval):
            form.opened.connect(self.round.give_way)
            form.back_to = self.more
        self.more.clicked.connect(lambda: open_below(self.choices(), self.more))

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
        self._add_writing(menu)
        if self._is_held:
            away = menu.addAction(icons.icon("users", "ink2"), _("Write letters to those who were away"))
            away.triggered.connect(lambda: self.letters.emit(self._meeting))
        outside = menu.addAction(icons.icon("eye", "ink2"), _("Open in another program"))
        outside.triggered.connect(lambda: self.open_elsewhere.emit(self._meeting))
        for suffix, icon in FORMATS:
            entry = menu.addAction(icons.icon(icon, "ink2"), _format_word(suffix))
            entry.triggered.connect(lambda _on=False, suffix=suffix: self.export.emit(self._meeting, suffix))
        return menu

    def _add_writing(self, menu: QMenu) -> None:
        for card, icon, words in _writing(self._stands, live=self._is_live):
            entry = menu.addAction(icons.icon(icon, "ink2"), words)
            entry.triggered.connect(lambda _on=False, card=card: self.write.emit(card, self._meeting))
        if self._is_live and self._stands in DRAFTS:
            again = menu.addAction(icons.icon("rotate-ccw", "ink2"), _("Take the meeting up again"))
            again.triggered.connect(lambda: self.go.emit("run", self._meeting))


def _writing(stands: str, *, live: bool) -> Iterator[tuple[str, str, str]]:
    """Card, icon and words of what can be written about minutes that stand so."""
    if stands in DRAFTS:
        yield "summary", "pencil", _("Write “In one minute” yourself")
        if live:
            yield "notes", "notebook-pen", _("Edit the notes")
    if stands in (*DRAFTS, "circulated"):
        yield "correction", "pen-line", _("Note a correction")
    if stands == "circulated":
        yield "approval", "check-check", _("Enter that they were approved outside a meeting")


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
