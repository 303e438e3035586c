"""The bar above the pages: which page, how large, and words to find."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QBoxLayout, QSpinBox, QWidget

from coalmeet.text import _, ngettext
from ui import shortcuts, theme
from ui.preview.places import PAGE, STEPS, WIDTH
from ui.widgets.buttons import Button
from ui.widgets.fields import Choice, Search
from ui.widgets.labels import OneLine
from ui.widgets.layouts import row, widget

FIND_WIDTH, FIND_LEAST = (
    210,
    120,
)  # design pixels of the field beside the others; below them it takes all there is
_NO_END = 16_777_215  # Qt's own for "as wide as you like"


class PageNumber(QSpinBox):
    """The page that is looked at, to type another; the wheel scrolls the pages."""

    def __init__(self) -> None:
        super().__init__()
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setKeyboardTracking(False)
        self.setFixedWidth(theme.px(60))
        self.setAccessibleName(_("Page"))
        self.lineEdit().setAcceptDrops(False)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def show_page(self, page: int, pages: int) -> None:
        """Show a page (from 0) of so many."""
        self.blockSignals(True)
        self.setRange(min(1, pages), pages)
        self.setValue(page + 1)
        self.blockSignals(False)


class FindField(Search):
    """Enter goes on to the next place, with Shift to the one before."""

    onward = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.onward.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)


class ZoomChoice(Choice):
    """Fit width, fit page, or a percentage; a zoom between those that can be chosen is shown as it is."""

    picked = Signal(float, str)  # the zoom (1.0 is 100 %), or one of the ways to fit

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Zoom"))
        self.addItem(_("Fit width"), WIDTH)
        self.addItem(_("Whole page"), PAGE)
        for level in STEPS:
            self.addItem(_percent(level), level)
        self.activated.connect(lambda at: self._pick(self.itemData(at)))

    def show_zoom(self, zoom: float, fit: str) -> None:
        """Show the zoom that is in force."""
        self.setCurrentIndex(self.findData(fit or next((one for one in STEPS if one == zoom), None)))
        self.setPlaceholderText(_percent(zoom))
        self.setAccessibleDescription(_percent(zoom))

    def _pick(self, chosen: object) -> None:
        if isinstance(chosen, str):
            self.picked.emit(1.0, chosen)
        elif isinstance(chosen, float):
            self.picked.emit(chosen, "")


class Bar(QWidget):
    """Its parts; what they do is tied to the pages by the page."""

    def __init__(self) -> None:
        super().__init__()
        self.before = Button(icon="arrow-up", spoken=_("Page before"))
        self.after = Button(icon="arrow-down", spoken=_("Next page"))
        self.number, self._of = PageNumber(), OneLine("", tone="ink2", tabular=True)
        self.smaller = Button(icon="minus", spoken=_("Smaller"))
        self.larger = Button(icon="plus", spoken=_("Larger"))
        for button, verb in ((self.smaller, "zoom_out"), (self.larger, "zoom_in")):
            button.setAccessibleDescription(shortcuts.shown(verb))
        self.zoom = ZoomChoice()
        self.sought, self.hits = FindField(_("Find words")), OneLine("", tone="ink2", tabular=True)
        self.sought.setMinimumWidth(theme.px(FIND_LEAST))
        self.on = Button(_("Find next"), "ghost", key=shortcuts.shown("found_next"))
        turning = row(self.before, self.number, self._of, self.after, gap=8)
        self._left = widget(row(turning, 16, row(self.smaller, self.zoom, self.larger, gap=8), None))
        self._found = widget(row((self.sought, 1), self.hits, self.on, gap=8))
        self._row = row(self._left, None, self._found, gap=16)
        self.setLayout(self._row)
        self.show_pages(0)

    def show_pages(self, pages: int) -> None:
        """There are so many pages; none while they are made."""
        self._of.setText(_("of {pages}").format(pages=pages) if pages else "")
        self.number.show_page(0, pages)
        self.setEnabled(pages > 0)
        self.show_hits(0, -1, searched=True)

    def show_page(self, page: int, pages: int) -> None:
        """This page (from 0) is looked at."""
        self.number.show_page(page, pages)
        self.before.setEnabled(page > 0)
        self.after.setEnabled(page < pages - 1)

    def show_hits(self, hits: int, hit: int, *, searched: bool) -> None:
        """So many places were found, and this one (from 0) is looked at; "" while nothing is looked for."""
        words = ""
        if hit >= 0:
            words = _("{place} of {places}").format(place=hit + 1, places=hits)
        elif searched and self.sought.text().strip():
            words = _("Not found")
        self.hits.setText(words)
        self.hits.setMinimumWidth(self.hits.sizeHint().width())
        self.hits.setVisible(bool(words))
        self.on.setVisible(hits > 1)
        if searched and hits:
            told = ngettext("{count} place found", "{count} places found", hits)
            self.sought.setAccessibleDescription(told.format(count=hits))
        else:
            self.sought.setAccessibleDescription(words)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._arrange()

    def _arrange(self) -> None:
        """Where the width is too small for all, finding stands below; then keys and the number alone turn pages."""
        turners = (self.before, self.after)
        whole = self._left.sizeHint().width()
        if turners[0].isHidden():
            whole += sum(one.sizeHint().width() + theme.px(8) for one in turners)
        for one in turners:
            one.setVisible(whole <= self.width())
        beside = whole + theme.px(FIND_LEAST + 16) + self._more() <= self.width()
        self.sought.setMaximumWidth(theme.px(FIND_WIDTH) if beside else _NO_END)
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._row.direction() != way:
            self._row.setDirection(way)

    def _more(self) -> int:
        """The width of what stands beside the words that are looked for, in logical pixels."""
        return sum(one.sizeHint().width() + theme.px(8) for one in (self.hits, self.on) if not one.isHidden())


def _percent(zoom: float) -> str:
    return _("{percent} %").format(percent=round(zoom * 100))
