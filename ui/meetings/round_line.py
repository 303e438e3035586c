"""How the minutes of a meeting stand: their versions, whether they went round, and the corrections that wait."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coalmeet.coalition.meeting_row import MeetingRow
from coalmeet.meeting.minutes_values import Minutes
from coalmeet.text import _
from ui import theme
from ui.widgets.buttons import Button
from ui.widgets.day_edit import DayEdit
from ui.widgets.flow import flowing
from ui.widgets.labels import Wrapped
from ui.widgets.layouts import column, empty, row, widget

OURS = ("live", "paper")  # a record from elsewhere leaves as it came
DRAFTS = ("draft", "")  # a meeting entered from paper says nothing of its minutes
_EDITED = ";"  # a draft of which nothing was edited needs no line of its own

# A correction in its own words, and as the minutes tell it.
Waiting = tuple[str, str]


class RoundLine(QWidget):
    """`went` carries the day on which they went round, `back` that they had not after all.

    `correct` asks for a card in which a correction is noted, `taken` carries the words of one that waits no longer.
    """

    went = Signal(object)
    back = Signal()
    correct = Signal()
    taken = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._has_words = self._is_aside = False
        self.before = Wrapped("", theme.DETAIL, tone="ink2")
        self.words = Wrapped("", theme.BODY, theme.MEDIUM)
        self.day = DayEdit(date.min)
        self.day.setFixedWidth(theme.px(190))
        self.day.setAccessibleName(_("Day on which the minutes went round"))
        self.mark = Button(_("Minutes went round"), icon="check")
        self.undo = Button(_("Take that back"), "ghost", icon="rotate-ccw")
        self.note = Button(_("Note a correction"), icon="pen-line")
        self._draft = flowing(self.mark, self.day)
        self._done = widget(column(self.words, 8, flowing(self.note, self.undo)))
        self._waiting = Wrapped(_("Corrections noted, not approved yet"), theme.DETAIL, theme.STRONG)
        self._list = QVBoxLayout()
        self._shown: tuple[Waiting, ...] = ()
        listed = column(self._waiting, 2)
        listed.addLayout(self._list)
        self._listed = widget(listed)
        self.setLayout(column(self.before, self._draft, self._done, self._listed, gap=6))
        self.mark.clicked.connect(lambda: self.went.emit(self.day.day))
        self.undo.clicked.connect(self.back)
        self.note.clicked.connect(self.correct)

    def show_minutes(
        self, meeting: MeetingRow, minutes: Minutes, waiting: Sequence[Waiting], today: date
    ) -> None:
        """Show how the minutes of this meeting stand; `waiting` are the corrections that were noted since."""
        ours = meeting.state == "closed" and meeting.source in OURS
        state, told = minutes.state, minutes.versions if ours else ()
        self._draft.setVisible(ours and state in DRAFTS)
        self._done.setVisible(ours and state == "circulated")
        self.words.setText(told[-1] if told and state == "circulated" else "")
        before = told[:-1] if state == "circulated" else told
        if state in DRAFTS:
            before = tuple(one for one in before if _EDITED in one)
        self.before.setText("\n".join(before))
        self.before.setVisible(bool(before))
        self._show_waiting(tuple(waiting) if ours else (), may=state != "approved")
        self._has_words = ours and bool(before or waiting or state in (*DRAFTS, "circulated"))
        self.give_way(self._is_aside)
        self.day.set_today(today)
        if not self.day.hasFocus():
            self.day.set_day(today)

    def give_way(self, aside: bool) -> None:
        """Be out of sight while a card is written in: that needs the room."""
        self._is_aside = aside
        self.setVisible(self._has_words and not aside)

    def _take_away(self, words: str) -> None:
        self.note.setFocus()  # the button beside the correction goes with it
        self.taken.emit(words)

    def _show_waiting(self, waiting: tuple[Waiting, ...], *, may: bool) -> None:
        self._listed.setVisible(bool(waiting))
        if waiting == self._shown:
            return
        self._shown = waiting
        empty(self._list)
        for words, told in waiting:
            away = Button("", "ghost", icon="x", spoken=_("It waits no longer: {text}").format(text=words))
            away.setVisible(may)
            away.clicked.connect(lambda _on=False, words=words: self._take_away(words))
            line = Wrapped(_("· {text}").format(text=told), theme.BODY)
            self._list.addWidget(widget(row((column(None, line, None), 1), 8, away)))
