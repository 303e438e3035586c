"""The foot of the desk: when it was saved last, the keys of the moment, and, beside the call, end and next item."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout

from coalmeet.meeting.state import Meeting
from coalmeet.text import _, clock_seconds
from ui import shortcuts, theme
from ui.desk import phrases
from ui.desk.clock_row import next_words
from ui.desk.verb_button import verb_button
from ui.widgets.card import Card
from ui.widgets.labels import Icon, OneLine
from ui.widgets.layouts import column, empty, row, widget


class Foot(Card):
    """`pressed` tells a verb."""

    pressed = Signal(str)

    def __init__(self) -> None:
        self._ends = OneLine("", theme.DETAIL, theme.STRONG, tabular=True)
        self._saved = OneLine("", theme.META, tone="ink2", tabular=True)
        self._tick = Icon("check", "accent", 14)
        self._hints = QHBoxLayout()
        self._hints.setSpacing(theme.px(6))
        self._shown: tuple[tuple[str, str], ...] = ()
        self._narrow, self._spare = False, False
        self.next = verb_button(_("Next item"), "next_item", icon="skip-forward")
        self.next.clicked.connect(lambda: self.pressed.emit("next_item"))
        self._keys = widget(self._hints)
        self._left = column(self._ends, row(self._tick, 6, (self._saved, 1)), gap=3)
        left = column(None, self._left, None)
        self.slot = row()
        parts = row((left, 1), 12, self._keys, self.slot, self.next, margins=(24, 0, 24, 0))
        super().__init__(parts, "surface")
        self.set_narrow(False)

    def show_meeting(self, meeting: Meeting, now: int) -> None:
        """Say when the meeting will end."""
        self.next.setText(next_words(meeting))
        words, tone = phrases.ends(meeting, now)
        self._ends.setText(words[:1].upper() + words[1:])
        self._ends.set_tone("last" if tone == "last" else "ink")

    def show_saved(self, wall: int, zone: str) -> None:
        """Say when something was saved last."""
        self._saved.setText(_("Saved {time}").format(time=clock_seconds(wall, zone)))

    def show_keys(self, hints: tuple[tuple[str, str], ...]) -> None:
        """Show the keys that matter now: pairs of a verb and what it does."""
        if hints == self._shown:
            return
        self._shown = hints
        empty(self._hints)
        for verb, words in hints:
            self._hints.addSpacing(theme.px(8))
            self._hints.addWidget(OneLine(shortcuts.shown(verb), theme.META, theme.STRONG))
            self._hints.addWidget(OneLine(words, theme.META, tone="ink2"))

    def set_narrow(self, narrow: bool, *, flat: bool = False) -> None:
        """Beside the call: the end of the meeting and the next item instead of the keys; `flat` is one line of it."""
        self._ends.setVisible(narrow)
        self._narrow = narrow and not flat
        self.next.setVisible(self._narrow and not self._spare)
        self._keys.setVisible(not narrow)
        sides = QBoxLayout.Direction
        self._left.setDirection(sides.LeftToRight if flat else sides.TopToBottom)
        self._left.setSpacing(theme.px(16 if flat else 3))
        self.setFixedHeight(theme.px(64 if self._narrow else 38))

    def spare_next(self, spare: bool) -> None:
        """Leave the next item to the large button, where that is what it does."""
        self._spare = spare
        self.next.setVisible(self._narrow and not spare)

    def say(self, words: str) -> None:
        """Say something that was just done, until something is saved again."""
        self._saved.setText(words)

    def saved(self) -> str:
        """What is said about saving."""
        return self._saved.text()
