"""Corrections of minutes between two meetings, and approval outside a meeting: the two cards, and what they do."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from coalmeet.errors import NotAllowed
from coalmeet.text import _
from ui import theme
from ui.meetings.written_form import WrittenForm
from ui.widgets.day_edit import DayEdit
from ui.widgets.fields import Field
from ui.widgets.inputs import Line, Lines
from ui.widgets.turning import Turning

if TYPE_CHECKING:
    from ui.meetings.page import MeetingsPage
    from ui.open_file import OpenFile

_HEIGHT = 64  # design pixels: two lines
_DAY = 190  # design pixels: a day with its year and the button of the calendar
_BESIDE = 420  # design pixels from which day and words stand beside each other


class CorrectionForm(WrittenForm):
    """It keeps a correction and who asked for it."""

    def __init__(self) -> None:
        self.text = Lines()
        self.text.setPlaceholderText(_("For example: Rosa came at 14:20"))
        self.text.setAccessibleName(_("A correction"))
        self.text.setFixedHeight(theme.px(_HEIGHT))
        self.text.setTabChangesFocus(True)
        self.by = Line()
        self.by.setPlaceholderText(_("may stay empty"))
        said = _(
            "It waits for the next meeting, which takes it up. Until then the minutes list it as not approved."
        )
        asked = Field(_("Who asked for it"), self.by)
        super().__init__(_("A correction"), said, _("Note it"), (self.text, 0), (asked, 0))
        self.setFocusProxy(self.text)
        self.text.textChanged.connect(self.edited)
        self.by.textEdited.connect(self.edited)

    def value(self) -> list[str]:
        return [self.text.toPlainText(), self.by.text()]

    def half_written(self) -> Any:
        return self.value() if any(one.strip() for one in self.value()) else None

    def bring_back(self, value: Any) -> None:
        text, by = value
        self.text.setPlainText(text)
        self.by.setText(by)


class ApprovalForm(WrittenForm):
    """It keeps the day, and who approved the minutes and how."""

    def __init__(self) -> None:
        self.day = DayEdit(date.min)
        self.day.setMinimumWidth(theme.px(_DAY))
        self.who = Line()
        self.who.setPlaceholderText(_("For example: all five members, by mail"))
        said = _(
            "For the last meeting, or where members agreed in another way. Corrections that wait are approved too."
        )
        fields = Turning(
            _BESIDE, (Field(_("Approved on"), self.day), 1), (Field(_("Who, and how"), self.who), 2)
        )
        super().__init__(_("Approved outside a meeting"), said, _("Enter"), (fields, 0))
        self.setFocusProxy(self.who)
        self.who.textEdited.connect(self.edited)
        self.who.returnPressed.connect(self.keep.click)

    def value(self) -> tuple[date | None, str]:
        return self.day.day, self.who.text()

    def half_written(self) -> Any:
        return self.who.text() if self.who.text().strip() else None

    def bring_back(self, value: Any) -> None:
        self.who.setText(str(value))


def begin_correction(page: MeetingsPage, meeting: str) -> None:
    """Open the empty card."""
    form = page.part.detail.correction
    form.bring_back(("", ""))
    form.open(meeting)


def begin_approval(page: MeetingsPage, meeting: str) -> None:
    """Open the card with today."""
    form = page.part.detail.approval
    form.day.set_today(page.book.today())
    form.day.set_day(page.book.today())
    form.bring_back("")
    form.open(meeting)


def note(page: MeetingsPage, meeting: str, value: list[str]) -> None:
    """Let a correction wait for the next meeting; it can be taken back."""
    text, by = (" ".join(one.split()) for one in value)
    book, day = page.book, page.book.today().isoformat()
    with page.saying():
        _note(book, meeting, text, by, day)
        page.part.detail.correction.close_up()
        words = _("Note a correction")
        book.did(
            words,
            lambda back: _take(book, meeting, text) if back else _note(book, meeting, text, by, day),
            "record",
        )
        page.done_with_undo(_("Noted for the next meeting."))


def take_away(page: MeetingsPage, meeting: str, text: str) -> None:
    """Let a correction wait no longer; it can be taken back."""
    book = page.book
    with page.saying():
        by, day = _take(book, meeting, text)
        words = _("Take a correction away")
        book.did(
            words,
            lambda back: _note(book, meeting, text, by, day) if back else _take(book, meeting, text),
            "record",
        )
        page.done_with_undo(_("The correction waits no longer."))


def approve(page: MeetingsPage, meeting: str, value: tuple[date | None, str]) -> None:
    """Enter that the minutes were approved outside a meeting; it can be taken back."""
    book, (day, who) = page.book, value
    with page.saying():
        if day is None or not page.part.detail.approval.day.is_sound or day > book.today():
            raise NotAllowed(_("Choose the day on which they were approved: today, or before."))
        _approve(book, meeting, day, who)
        page.part.detail.approval.close_up()
        words = _("Approve the minutes")
        book.did(
            words,
            lambda back: _not_approved(book, meeting) if back else _approve(book, meeting, day, who),
            "record",
        )
        page.done_with_undo(_("The minutes are approved."))


def _note(book: OpenFile, meeting: str, text: str, by: str, day: str) -> None:
    from coalmeet.store import noting

    with book.file.writing() as con:
        noting.note_correction(con, book.file, meeting, text, by=by, day=day)


def _take(book: OpenFile, meeting: str, text: str) -> tuple[str, str]:
    """Who had asked for it, and when it was noted."""
    from coalmeet.store import noting

    with book.file.writing() as con:
        gone = noting.take_away(con, book.file, meeting, text)
    return gone.get("by") or "", gone.get("noted_on") or ""


def _approve(book: OpenFile, meeting: str, day: date, who: str) -> None:
    from coalmeet.store import approving

    with book.file.writing() as con:
        approving.approve_outside(con, book.file, meeting, day, who)


def _not_approved(book: OpenFile, meeting: str) -> None:
    from coalmeet.store import approving

    with book.file.writing() as con:
        approving.not_approved(con, book.file, meeting)
