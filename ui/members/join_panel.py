"""Two entries found to be one person or one organisation: joined here, and parted again here."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coalmeet.text import _
from ui import theme
from ui.widgets.buttons import Button
from ui.widgets.fields import Choice, Field
from ui.widgets.labels import OneLine, Wrapped
from ui.widgets.layouts import column, row, upright
from ui.widgets.rows import Row, RowList

Entry = tuple[str, str]  # id and name


class JoinPanel(QWidget):
    """`joined` carries the entry that goes and the one that stays; `parted` an entry that stands alone again."""

    joined = Signal(str, str)
    parted = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.gone, self.stays = Choice(), Choice()
        self.join = Button(_("They are one"), "tint", icon="git-merge")
        self._before = RowList(_("Joined before"))
        self._heading = OneLine(_("Joined before"), theme.SECTION, theme.STRONG)
        self.part = Button(_("Let them stand apart"))
        cancel = Button(_("Close"), "ghost")
        says = Wrapped(
            _(
                "Nothing is written over: what was noted for either counts for the one that stays, "
                "and joining can be undone."
            ),
            tone="ink2",
        )
        cancel.clicked.connect(self.left)
        self.join.clicked.connect(lambda: self.joined.emit(self.gone.currentData(), self.stays.currentData()))
        self.part.clicked.connect(lambda: self.parted.emit(self._before.current()))
        inside = upright(
            column(
                OneLine(_("Two entries, one and the same"), theme.SECTION, theme.STRONG), 6, says, 14,
                Field(_("This entry"), self.gone), 12, Field(_("is the same as"), self.stays), 14,
                row(cancel, None, self.join), 20,
                self._heading, 4, (self._before, 1), 6, row(self.part, None), None,
                margins=(20, 16, 20, 16),
            )
        )  # fmt: skip
        self.setLayout(column((inside, 1)))

    def show_entries(self, entries: Sequence[Entry], current: str, before: Sequence[Entry]) -> None:
        """Offer these entries; `before` are those that were joined, with words about into whom."""
        for choice in (self.gone, self.stays):
            choice.clear()
            for id, name in entries:
                choice.addItem(name, id)
        self.gone.setCurrentIndex(max(0, self.gone.findData(current)))
        self._before.show_rows([Row(id, words, "", "git-merge", tone="ink2") for id, words in before])
        for part in (self._before, self._heading, self.part):
            part.setVisible(bool(before))
        self.join.setEnabled(len(entries) > 1)
