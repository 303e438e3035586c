"""Finds anything by a few letters: a field above a list, laid over a window. Nothing behind it stops or is blocked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from coalmeet.plain import plain
from coalmeet.text import _, ngettext
from ui import shortcuts, theme
from ui.widgets.card import Card
from ui.widgets.fields import Search
from ui.widgets.finding import finds
from ui.widgets.labels import OneLine
from ui.widgets.layouts import column, hairline
from ui.widgets.rows import Row, RowList
from ui.widgets.spoken import announce

WIDTH, HEIGHT = 640, 480  # design pixels, where the window has the room
TOP, SIDES = 64, 16
MARGIN, GAP = 12, 8
SHOWN = 200  # more rows than anybody reads; whoever wants another one types a letter more


@dataclass(frozen=True, slots=True)
class Way:
    """Something to go to or to do: its words, what kind of thing it is, its key, what else it is found by."""

    words: str
    kind: str
    icon: str
    act: Callable[[], object]
    key: str = ""
    also: str = ""


def ranked(ways: Sequence[Way], typed: str) -> tuple[Way, ...]:
    """Those that hold every word that was typed: first those that begin so, then those with a word that does."""
    found = [one for one in ways if finds(typed, one.words, one.also)]
    return tuple(sorted(found, key=lambda one: _distance(one, plain(typed).strip())))


def _distance(way: Way, typed: str) -> int:
    words = plain(way.words)
    if not typed or words.startswith(typed):
        return 0
    begun = words.replace("’", " ").split()
    return 1 if all(any(one.startswith(part) for one in begun) for part in typed.split()) else 2


class Palette(Card):
    """Enter takes the way that is chosen, arrows choose, Esc goes back to where the focus was."""

    def __init__(self, window: QWidget) -> None:
        self.field = Search(_("Find a command, a person, an item"))
        self.list = RowList(_("Found"))
        self._nothing = OneLine("", tone="ink2")
        super().__init__(
            column(self.field, GAP, hairline(), GAP, self._nothing, (self.list, 1), margins=(MARGIN,) * 4),
            "ink_card",
        )
        self.setParent(window)
        self._window = window
        self.setAccessibleName(_("Find anything"))
        self.hide()
        self._ways: tuple[Way, ...] = ()
        self._found: tuple[Way, ...] = ()
        self._before: QWidget | None = None
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # letters go on being typed while the arrows choose
        self.field.textChanged.connect(self._show_found)
        self.list.chosen.connect(self._tell)
        self.list.clicked.connect(lambda index: self.take(str(index.row())))
        self.field.installEventFilter(self)
        window.installEventFilter(self)
        QApplication.instance().focusChanged.connect(self._follow_focus)  # type: ignore[union-attr]

    def open_with(self, ways: Sequence[Way]) -> None:
        """Lay it over the window, with nothing typed yet."""
        self._before = QApplication.focusWidget()
        self._ways = tuple(ways)
        self.field.clear()
        self._show_found("")
        self._find_place()
        self.show()
        self.raise_()
        self.field.setFocus()

    def put_away(self) -> None:
        """Go back to where the focus was."""
        self.hide()
        before, self._before = self._before, None
        if before is not None and before.isVisible():
            before.setFocus()
        else:
            self._window.setFocus()

    def take(self, key: str) -> None:
        """Do what was chosen, from where the focus was before."""
        if not key:
            return
        way = self._found[int(key)]
        self.put_away()
        way.act()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window:
            if event.type() == QEvent.Type.Resize and self.isVisible():
                self._find_place()
            return False
        return isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._pressed(event)

    def _pressed(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key == Qt.Key.Key_Escape or "find" in shortcuts.verbs_of(event, writing=True):
            self.put_away()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.take(self.list.current())
        elif key in _STEPS:
            at = int(self.list.current() or -1) + _STEPS[Qt.Key(key)]
            self.list.choose(str(max(0, min(at, len(self._found) - 1))))
        else:
            return _means_something_behind(event)
        return True

    def _show_found(self, typed: str) -> None:
        self._found = ranked(self._ways, typed)[:SHOWN]
        rows = [
            Row(str(at), one.words, one.kind, one.icon, one.key, tone="ink2")
            for at, one in enumerate(self._found)
        ]
        self.list.show_rows(rows)
        self.list.choose("0")
        self.list.setVisible(bool(rows))
        self._nothing.setVisible(not rows)
        self._nothing.setText(_("Nothing has these words. Try fewer letters."))
        self._find_place()
        if self.isVisible():
            count = ngettext("{count} found", "{count} found", len(rows)).format(count=len(rows))
            announce(self.field, count if rows else self._nothing.text())

    def _tell(self, key: str) -> None:
        way = self._found[int(key)]
        if self.isVisible():
            announce(self.field, ", ".join(part for part in (way.words, way.kind, way.key) if part))

    def _follow_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Whoever goes on elsewhere has no more use for it."""
        if self.isVisible() and new is not None and new is not self and not self.isAncestorOf(new):
            self.hide()
            self._before = None

    def _find_place(self) -> None:
        """In the upper middle of the window, as tall as what was found."""
        window = self._window
        wide = min(theme.px(WIDTH), window.width() - 2 * theme.px(SIDES))
        top = min(theme.px(TOP), window.height() // 8)
        most = min(theme.px(HEIGHT), window.height() - 2 * top)
        found = self.list.whole_height()
        below = (
            found + 2 * self.list.frameWidth() + theme.px(GAP) if found else self._nothing.sizeHint().height()
        )
        border = self.height() - self.contentsRect().height()
        tall = self.field.sizeHint().height() + below + theme.px(2 * MARGIN + 2 * GAP) + 1 + border
        self.setGeometry((window.width() - wide) // 2, top, wide, min(most, tall))


def _means_something_behind(event: QKeyEvent) -> bool:
    """Whether a key would reach the window below, where it is a verb: while this is open it is none."""
    held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
    return bool(held) and event.key() not in _OF_WRITING and event.key() <= Qt.Key.Key_AsciiTilde


_OF_WRITING = {getattr(Qt.Key, f"Key_{letter}") for letter in "ACVXYZ"}
_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 7,
    Qt.Key.Key_PageUp: -7,
}
