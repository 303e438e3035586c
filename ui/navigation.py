"""The left column of the main window: the coalition, its pages, and when something was last saved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from coalmeet.text import _, ngettext
from ui import icons, shortcuts, theme
from ui.widgets import painted_text
from ui.widgets.labels import Icon, OneLine, Wrapped
from ui.widgets.layouts import column, hairline, row, widget
from ui.widgets.tips import tip


@dataclass(frozen=True, slots=True)
class Destination:
    """A page as the navigation names it; `verb` is its key in the table of shortcuts, "" for none."""

    code: str
    word: str
    icon: str
    verb: str = ""


class _Entry(QPushButton):
    """One page: an icon and a word, tinted while it is the one shown."""

    def __init__(self, destination: Destination) -> None:
        super().__init__(destination.word)
        self.destination = destination
        self.setCheckable(True)
        self.setAutoExclusive(True)  # one of several: readers would take it for a box to tick
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        if destination.verb:
            self.setAccessibleDescription(shortcuts.shown(destination.verb))
            self.setToolTip(tip(shortcuts.shown(destination.verb)))

    def sizeHint(self) -> QSize:
        return QSize(theme.px(160), theme.px(theme.CONTROL))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        radius = theme.px(theme.RADIUS_BUTTON)
        ground = "accent_soft" if self.isChecked() else "sunk" if self.underMouse() else ""
        painter.setPen(QPen(theme.colour("ink"), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(ground) if ground else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(area, radius, radius)
        ink = "accent" if self.isChecked() else "ink"
        side, inset = theme.px(theme.ICON), theme.px(12)
        mark = QRectF(inset, (self.height() - side) / 2, side, side)
        font = theme.font(theme.BODY, theme.STRONG if self.isChecked() else theme.MEDIUM)
        room = QRectF(inset + side + theme.px(12), 0, 0, self.height())
        room.setRight(self.width() - theme.px(8))
        if self.isRightToLeft():
            mark.moveRight(self.width() - inset)
            room.moveLeft(theme.px(8))
        icons.draw(painter, self.destination.icon, mark, ink if self.isChecked() else "ink2")
        painted_text.write(painter, room, self.text(), font, ink, backwards=self.isRightToLeft())


class Navigation(QWidget):
    """208 wide; `chosen` carries the code of a page."""

    chosen = Signal(str)

    def __init__(self, destinations: Sequence[Destination], foot: Sequence[Destination]) -> None:
        super().__init__()
        self.setFixedWidth(theme.px(theme.NAVIGATION))
        self._name = Wrapped("", theme.BODY, theme.STRONG, most=2)
        self._count = OneLine("", theme.META, tone="ink2")
        self._saved = OneLine("", theme.META, tone="ink2", tabular=True)
        self._mark = Icon("check", "accent", 14)
        self._entries: dict[str, _Entry] = {}
        for destination in (*destinations, *foot):
            entry = _Entry(destination)
            entry.clicked.connect(lambda _on=False, code=destination.code: self.chosen.emit(code))
            self._entries[destination.code] = entry
        listed = column(*(self._entries[one.code] for one in destinations), gap=2)
        below = column(*(self._entries[one.code] for one in foot), gap=2)
        saved = row(12, self._mark, 6, (self._saved, 1))
        help_lines = column(_key_line("find", _("find anything")), 4, _key_line("keys", _("help and keys")))
        head = column(self._name, 2, self._count, margins=(12, 0, 4, 0))
        whole = column(head, 16, listed, None, below, 10, saved, 6, help_lines, margins=(12, 24, 12, 14))
        self.setLayout(row((widget(whole), 1), hairline(upright=True)))
        self._mark.hide()

    def show_coalition(self, name: str, members: int) -> None:
        """Name the coalition and count its member organisations."""
        self._name.setText(name)
        words = ngettext("{count} organisation", "{count} organisations", members)
        self._count.setText(words.format(count=members))

    def show_page(self, code: str) -> None:
        """Tint the page that is shown now."""
        if code in self._entries:
            self._entries[code].setChecked(True)

    def show_saved(self, words: str, *, reading: bool = False, failed: bool = False) -> None:
        """Say when something was last saved, that the file is open for reading only, or what is not saved."""
        self._saved.setText(words)
        self._saved.set_tone("ink" if failed else "ink2")
        icon = "circle-alert" if failed else "eye" if reading else "check"
        self._mark.set_icon(icon, "last" if failed else "ink2" if reading else "accent")
        self._mark.show()


def _key_line(verb: str, words: str) -> QHBoxLayout:
    key = OneLine(shortcuts.shown(verb), theme.META, theme.STRONG)
    return row(12, key, 8, OneLine(words, theme.META, tone="ink2"), None)
