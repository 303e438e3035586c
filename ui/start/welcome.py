"""The screen without a file: start a coalition, open one, look around in the sample, or go on with a recent one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coalmeet.text import _
from ui import shortcuts, theme
from ui.start.choice import BigChoice
from ui.start.middle import in_the_middle
from ui.widgets.done_line import DoneLine
from ui.widgets.labels import Icon, OneLine, Wrapped
from ui.widgets.layouts import column, row, widget
from ui.widgets.refusal import RefusalLine
from ui.widgets.rows import Row, RowList
from ui.widgets.scroll_area import ScrollArea

_RECENT_SHOWN = 4


class Welcome(QWidget):
    """`found`, `open_other` and `sample` ask for the three first steps, `open_recent` carries a path."""

    found = Signal()
    open_other = Signal()
    sample = Signal()
    open_recent = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.start = BigChoice(
            "file-plus",
            _("Start a coalition"),
            _("About five minutes. You can change everything later."),
            shortcuts.shown("new_file"),
            primary=True,
        )
        self.other = BigChoice(
            "folder-open",
            _("Open a coalition"),
            _("A file that somebody gave you, or your own."),
            shortcuts.shown("open_file"),
        )
        self.look = BigChoice(
            "sparkles",
            _("Look around first"),
            _("The sample: eight organisations, and a meeting ready to run."),
            shortcuts.shown("sample"),
        )
        self.start.clicked.connect(self.found)
        self.other.clicked.connect(self.open_other)
        self.look.clicked.connect(self.sample)
        self.refusal, self.done = RefusalLine(), DoneLine()
        self._recent = RowList(_("Recent coalitions"), most=1)
        self._recent.opened.connect(self.open_recent)
        self._recent.clicked.connect(lambda _index: self.open_recent.emit(self._recent.current()))
        self._recent_part = widget(
            column(OneLine(_("Go on with"), theme.SECTION, theme.STRONG), 4, self._recent)
        )
        self.setLayout(column((self._column(), 1)))

    def show_recent(self, files: Sequence[Path]) -> None:
        """List the files opened lately; the latest is one click away."""
        shown = files[:_RECENT_SHOWN]
        self._recent.show_rows([_recent_row(path) for path in shown])
        self._recent.setFixedHeight(self._recent.whole_height())
        self._recent_part.setVisible(bool(shown))

    def _column(self) -> ScrollArea:
        lead = Wrapped(
            _(
                "A calm meeting for many organisations starts with three facts: "
                "a name, its members, and the first date."
            ),
            theme.SECTION,
            tone="ink2",
        )
        quiet = row(
            Icon("lock", "ink2", 16), 8,
            OneLine(_("One file on this computer. Nothing leaves it by itself."), 14, tone="ink2"), None,
        )  # fmt: skip
        inside = column(
            (widget(column()), 2),
            OneLine("Coalmeet", theme.BODY, theme.STRONG, "accent"), 10,
            OneLine(_("Welcome"), 44, theme.BOLD), 6,
            lead, 28,
            self.refusal,
            self.done,
            self._recent_part, 12,
            self.start, 12, self.other, 12, self.look, 28,
            quiet,
            (widget(column()), 3),
        )  # fmt: skip
        return in_the_middle(inside)


def _recent_row(path: Path) -> Row:
    return Row(str(path), path.stem, str(path.parent), "file-text", tone="ink2")
