"""Lines at the top of the desk that stop nothing: a gap of sleep, a decision reopened, a quarter of an hour left."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from coalmeet.text import _, ngettext
from ui import theme
from ui.desk.verb_button import verb_button
from ui.widgets.card import Card
from ui.widgets.labels import Icon, OneLine, Wrapped
from ui.widgets.layouts import column, row
from ui.widgets.spoken import announce

SIDE_BY_SIDE = 640  # design pixels from which the ways out stand beside the words
MOST = 2  # lines at once; one where it is tight
Way = tuple[str, Callable[[], object]]


class Alerts(QWidget):
    """Each line has a key, so that it is said once; a way out puts its line away. `changed`: other lines are shown."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._lines: dict[str, Alert] = {}
        self._gone: dict[str, str] = {}  # what was put away by hand and is not said again
        self._tight = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(*(theme.px(side) for side in (24, 8, 24, 0)))
        self._column.setSpacing(theme.px(6))
        self.hide()

    def say(self, key: str, words: str, *ways: Way, icon: str = "info", about: str = "") -> None:
        """Show a line, or take it away when there is nothing to say under this key any more.

        What was put away by hand is not said again of the same thing, where `about` names it.
        """
        if about and self._gone.get(key) == about:
            return
        there = self._lines.get(key)
        if there is not None and there.words == words:
            return
        self.put_away(key)
        if words:
            line = Alert(words, icon, ways, partial(self._put_away_by_hand, key, about))
            self._lines[key] = line
            self._column.addWidget(line)
            announce(self, words)
        self._show_latest()

    def _put_away_by_hand(self, key: str, about: str) -> None:
        self._gone[key] = about
        self.put_away(key)

    def put_away(self, key: str) -> None:
        """Take a line away."""
        gone = self._lines.pop(key, None)
        if gone is not None:
            gone.hide()
            gone.deleteLater()
        self._show_latest()

    def _show_latest(self) -> None:
        """The latest ones; an earlier one waits behind them until there is room, so that the desk keeps its own."""
        lines = list(self._lines.values())
        most = 1 if self._tight else MOST
        for line in lines:
            line.setVisible(line in lines[-most:])
            line.say_more(len(lines) - most if line is lines[-1] else 0)
        self.setVisible(bool(lines))
        self.changed.emit()

    def set_tight(self, tight: bool) -> None:
        """Where there is little room one line is shown, and how many wait behind it."""
        if tight != self._tight:
            self._tight = tight
            self._show_latest()

    def words(self) -> tuple[str, ...]:
        """What is said."""
        return tuple(line.words for line in self._lines.values())

    def line(self, key: str) -> Alert | None:
        """One of the lines."""
        return self._lines.get(key)


def _take(act: Callable[[], object], away: Callable[[], None], _checked: bool = False) -> None:
    away()
    act()


class Alert(Card):
    """One line with its ways out."""

    def __init__(self, words: str, icon: str, ways: tuple[Way, ...], away: Callable[[], None]) -> None:
        self.words = words
        self.buttons = []
        said = column(None, Wrapped(words, theme.DETAIL, theme.MEDIUM), None)
        self._ways = row(gap=6)
        self._body = row((row(Icon(icon, "ink"), 10, (said, 1)), 1), self._ways, gap=6)
        for text, act in ways:
            button = verb_button(text, size=34)
            button.clicked.connect(partial(_take, act, away))
            self.buttons.append(button)
            self._ways.addWidget(button)
        close = verb_button("", kind="ghost", icon="x", spoken=_("Put this line away"), size=34)
        close.clicked.connect(away)
        self._more = OneLine("", theme.META, tone="ink2")
        self._more.hide()
        top = column(row(self._more, close, gap=4), None)
        super().__init__(row((self._body, 1), 6, top, margins=(14, 6, 6, 6)))

    def say_more(self, count: int) -> None:
        """Say how many other lines wait until this one is put away."""
        self._more.setText(ngettext("{count} more", "{count} more", count).format(count=count))
        self._more.setMinimumWidth(self._more.sizeHint().width())
        self._more.setVisible(count > 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= theme.px(SIDE_BY_SIDE)
        self._ways.setAlignment(Qt.AlignmentFlag.AlignLeading)
        self._body.setDirection(
            QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        )
