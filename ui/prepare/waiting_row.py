"""What waits for a place on an agenda: a few as buttons, the rest in a menu; a click takes one up."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from coalmeet import text
from coalmeet.coalition.waiting import Waiting
from coalmeet.text import _, ngettext
from ui import icons, theme
from ui.widgets import lines
from ui.widgets.buttons import Button
from ui.widgets.labels import OneLine
from ui.widgets.layouts import empty, row
from ui.widgets.tips import tip

ICONS = {
    "recommended": "message-square-quote",
    "reopened": "rotate-ccw",
    "review": "rotate-ccw",
    "protection": "scale",
    "retrospective": "refresh-cw",
    "not_reached": "skip-forward",
    "parked": "archive",
}
_WIDEST = 240


class WaitingRow(QWidget):
    """`taken` carries the Waiting that goes onto the agenda."""

    taken = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._word = OneLine(_("Waiting"), theme.BODY, theme.STRONG)
        self._chips = QHBoxLayout()
        self._chips.setSpacing(theme.px(8))
        self.waiting: tuple[Waiting, ...] = ()
        self._shown = -1
        self.setLayout(row(self._word, (self._chips, 1), gap=14))
        self.setMinimumWidth(theme.px(120))

    def show_waiting(self, waiting: Sequence[Waiting]) -> None:
        """Show what waits."""
        self.waiting = tuple(waiting)
        self._fill()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._fitting() != self._shown:
            self._fill()

    def _fitting(self) -> int:
        room = self.width() - self._word.sizeHint().width() - theme.px(14 + 110)
        for count, one in enumerate(self.waiting):
            room -= min(theme.px(_WIDEST), int(lines.width_of(chip_words(one), self.font())) + theme.px(64))
            if room < 0:
                return count
        return len(self.waiting)

    def _fill(self) -> None:
        empty(self._chips)
        self._shown = self._fitting()
        self._word.setVisible(bool(self._shown))
        for one in self.waiting[: self._shown]:
            chip = Button(chip_words(one), icon=ICONS[one.kind])
            chip.setMaximumWidth(theme.px(_WIDEST))
            chip.setToolTip(tip(one.title))
            chip.setAccessibleDescription(_("Put it on the agenda"))
            chip.clicked.connect(lambda _on=False, one=one: self.taken.emit(one))
            self._chips.addWidget(chip)
        rest = self.waiting[self._shown :]
        if rest:
            self._chips.addWidget(self._more_button(rest))
        self._chips.addStretch(1)

    def _more_button(self, rest: Sequence[Waiting]) -> Button:
        count = len(rest)
        words = ngettext("{count} more", "{count} more", count)
        if not self._shown:
            words = ngettext("{count} waiting", "{count} waiting", count)
        more = Button(words.format(count=count), "ghost" if self._shown else "plain")
        menu = QMenu(more)
        for one in rest:
            entry = menu.addAction(
                icons.icon(ICONS[one.kind], "ink2"), lines.one_line(chip_words(one))[:80].replace("&", "&&")
            )
            entry.triggered.connect(lambda _on=False, one=one: self.taken.emit(one))
        more.clicked.connect(lambda: menu.popup(more.mapToGlobal(more.rect().topLeft())))
        return more


def chip_words(one: Waiting) -> str:
    """What a chip says: the title, and the day where the day is the point."""
    if one.kind == "review" and one.day:
        return _("{title}, review {day}").format(title=one.title, day=text.short_day(one.day))
    if one.kind == "retrospective" and one.day:
        return _("{title}, {day}").format(title=one.title, day=text.short_day(one.day))
    if one.kind == "protection":
        return _("Protected voice of {name}").format(name=one.title)
    if one.kind == "reopened":
        return _("Objection: {title}").format(title=one.title)
    if one.kind == "recommended":
        return _("Recommended: {title}").format(title=one.title)
    return one.title
