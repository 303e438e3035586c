"""Help and keys: what each page is for in a line, the keys of the pages, and those of a meeting."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QVBoxLayout, QWidget

from coalmeet.text import _
from ui import shortcuts, theme
from ui.widgets.buttons import Button
from ui.widgets.labels import OneLine, Wrapped
from ui.widgets.layouts import column, row, upright

Lines = tuple[tuple[str, str], ...]

_KEY = 112


class KeysSheet(QDialog):
    """A window of its own that stays beside the work; Esc puts it away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Help and keys"))
        self.setModal(False)
        pages, meeting, rest = _pages(), shortcuts.sheet()[:2], shortcuts.sheet()[2:]
        screen = self.screen().availableSize()
        wide = min(theme.px(1180), screen.width())
        words = (wide - theme.px(2 * 28 + 2 * 28 + 16 + 16)) // 3 - theme.px(_KEY + 12)
        columns = row(*(_column(part, words) for part in (pages, meeting, rest)), None, gap=28)
        area = upright(columns)
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the arrow keys scroll it
        away = Button(_("Put away"), key=shortcuts.shown("dismiss"))
        away.clicked.connect(self.close)
        title = OneLine(_("Help and keys"), theme.HEADING, theme.STRONG)
        self.setLayout(column(title, 12, (area, 1), 12, row(None, away), margins=(28, 24, 28, 20)))
        self.setMinimumWidth(wide)  # else the last column would be cut
        self.resize(wide, min(theme.px(760), screen.height()))
        area.setFocus()


def _column(parts: tuple[tuple[str, Lines], ...], wide: int) -> QVBoxLayout:
    """Headings and lines; `wide` is the width of the words beside the keys, in pixels."""
    found = column()
    for heading, lines in parts:
        found.addWidget(OneLine(heading, theme.SECTION, theme.STRONG))
        found.addSpacing(theme.px(6))
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(12))
        grid.setVerticalSpacing(theme.px(4))
        for at, (key, words) in enumerate(lines):
            key_label = OneLine(key, 14, theme.STRONG)
            key_label.setFixedWidth(theme.px(_KEY))
            grid.addWidget(key_label, at, 0, Qt.AlignmentFlag.AlignTop)
            text = Wrapped(words, 14, tone="ink2")
            text.setFixedWidth(wide)
            grid.addWidget(text, at, 1)
        found.addLayout(grid)
        found.addSpacing(theme.px(18))
    found.addStretch(1)
    return found


def _pages() -> tuple[tuple[str, Lines], ...]:
    key = shortcuts.shown
    pages = (
        (key("page_1"), _("Start: the next meeting, and what waits")),
        (key("page_2"), _("Meetings: minutes, export, records from elsewhere")),
        (key("page_3"), _("Agenda: prepare the next meeting")),
        (key("page_4"), _("Members: organisations and people")),
        (key("page_5"), _("Rotation: whose turn it is, and why")),
        (key("page_6"), _("Decisions: exact words, and when we look again")),
        (key("page_7"), _("How we decide: the matrix, and consent")),
        (key("page_8"), _("The file: backups, a copy to send, is it sound")),
        (key("settings"), _("Settings")),
    )
    work = (
        (key("new_row"), _("a new item, a new member")),
        (key("row_up"), _("move the item up")),
        (key("row_down"), _("move the item down")),
        ("+ −", _("more or fewer minutes for the item")),
        (key("delete_row"), _("take the item off the agenda")),
        (key("search"), _("search on this page")),
        (key("print"), _("print the minutes that are shown page by page")),
        (key("find"), _("find a command, a member, a meeting, a decision")),
        (key("take_back"), _("take back the last change; texts have their own")),
        (key("restore"), _("do it again")),
        (key("open_file"), _("open another coalition")),
    )
    return ((_("Pages"), pages), (_("On a page"), work))
