"""The screen for a file that does not open: why, its backups, and what else can be done; trying costs nothing."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coalmeet.text import _
from ui import theme
from ui.start.middle import in_the_middle
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.labels import Icon, OneLine, Wrapped
from ui.widgets.layouts import column, row, widget
from ui.widgets.progress_line import ProgressLine
from ui.widgets.refusal import RefusalLine
from ui.widgets.rows import Row, RowList
from ui.widgets.scroll_area import ScrollArea
from ui.widgets.spoken import announce


class DamagedForm(QWidget):
    """`restored` carries the path of the backup that is to take the file's place; `rescued` asks to save the rest."""

    restored = Signal(str)
    rescued = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.title, self.folder = Wrapped("", theme.TITLE, theme.BOLD, most=2), OneLine("", 14, tone="ink2")
        self.why = Wrapped("", theme.BODY, theme.MEDIUM)
        self.told = Wrapped("", 14)
        self.backups = RowList(_("Backups on this computer"), most=1)
        self.backups.show_whole()
        self.refusal, self.progress = RefusalLine(), ProgressLine()
        self.put_back = Button(_("Put it back"), "primary")
        self.rescue = Button(_("Rescue what can be read …"), icon="import")
        self.back = Button(_("Back"), "ghost", icon="arrow-left")
        self._list = widget(
            column(
                OneLine(_("Backups on this computer"), theme.SECTION, theme.STRONG), 2,
                Wrapped(
                    _("The chosen one takes the place of the file. What lies there now is kept as it is."),
                    14, tone="ink2",
                ), 6,
                self.backups,
            )
        )  # fmt: skip
        self.put_back.clicked.connect(self._restore)
        self.backups.opened.connect(self.restored)
        self.rescue.clicked.connect(self.rescued)
        self.back.clicked.connect(self.left)
        self.setLayout(column((self._column(), 1)))

    def begin(self, path: Path, sentence: str, rows: Sequence[Row], *, readable: bool) -> None:
        """Say why this file does not open, and list its backups; `readable`: there is a file to rescue from."""
        self.title.setText(_("“{name}” does not open").format(name=path.stem))
        self.folder.setText(str(path.parent))
        self.why.setText(sentence)
        self.show_told("")
        self.refusal.clear()
        self.backups.show_rows(rows)
        for part in (self._list, self.put_back):
            part.setVisible(bool(rows))
        if rows:
            self.backups.choose(rows[0].key)
        self.rescue.setVisible(readable)
        self.show_busy(on=False)
        (self.backups if rows else self.rescue).setFocus()
        announce(self, sentence)

    def show_busy(self, *, on: bool) -> None:
        """While something is being done only going back can be pressed."""
        for part in (self.backups, self.put_back, self.rescue):
            part.setEnabled(not on)

    def show_told(self, words: str) -> None:
        """Say what was saved."""
        self.told.setText(words)
        self.told.setVisible(bool(words))
        if words:
            announce(self, words)

    def _restore(self) -> None:
        if self.backups.current():
            self.restored.emit(self.backups.current())

    def _column(self) -> ScrollArea:
        reason = row(column(1, Icon("triangle-alert", "ink"), None), 10, (self.why, 1))
        card = column(
            reason, 20, self._list, 12, self.told, column(self.refusal, self.progress, gap=10), 10,
            row(self.back, None, self.rescue, 8, self.put_back),
            margins=(28, 24, 28, 22),
        )  # fmt: skip
        inside = column(
            (widget(column()), 1), self.title, 4, self.folder, 18, Card(card), (widget(column()), 2)
        )
        return in_the_middle(inside)
