"""Starting a coalition with three facts: its name, its members, and the first date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from coalmeet.text import _
from ui import theme
from ui.documents import documents
from ui.start.middle import in_the_middle
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.day_edit import DayEdit, TimeEdit
from ui.widgets.fields import Field, Minutes
from ui.widgets.inputs import Line, Lines
from ui.widgets.labels import OneLine, Wrapped
from ui.widgets.layouts import column, row, widget
from ui.widgets.refusal import RefusalLine
from ui.widgets.scroll_area import ScrollArea

SUFFIX = ".coalmeet"
FIRST_MINUTES = 90


@dataclass(frozen=True, slots=True)
class Founding:
    """What was typed. `members` are names of organisations; `day` is None while no first meeting is planned."""

    path: Path
    name: str
    members: tuple[str, ...]
    day: date | None
    start: str
    minutes: int


class FoundForm(QWidget):
    """`wanted` carries a Founding, `left` asks to go back to the welcome screen."""

    wanted = Signal(object)
    left = Signal()

    def __init__(self, today: date) -> None:
        super().__init__()
        self.name = Line()
        self.members = Lines()
        self.day, self.start = DayEdit(today, optional=True, none=_("not planned yet")), TimeEdit()
        self.minutes = Minutes(FIRST_MINUTES, _("Planned length in minutes"), 15)
        self.refusal = RefusalLine()
        self.create_button = Button(_("Create the coalition"), "primary")
        self._place = OneLine("", 14, tone="ink2")
        self._folder = documents()
        self._path: Path | None = None
        self.name.textChanged.connect(self._show_path)
        self.create_button.clicked.connect(self.hand_over)
        for line in (self.name, self.day, self.start):
            line.returnPressed.connect(self.hand_over)
        for field in (self.name, self.day, self.start):
            field.textChanged.connect(self.refusal.clear)
        self.minutes.entered.connect(self.hand_over)
        self.setLayout(column((self._column(), 1)))

    def begin(self, today: date) -> None:
        """Empty the form; `today` is what a day without a year is reckoned from."""
        self.day.set_today(today)
        self.name.clear()
        self.members.clear()
        self.day.set_day(None)
        self.start.set_time("")
        self._path = None
        self.refusal.clear()
        self._show_path()
        self.name.setFocus()

    def hand_over(self) -> None:
        """Hand over what was typed, or say what is missing."""
        name = " ".join(self.name.text().split())
        if not name:
            self.refusal.say(_("The coalition needs a name. Any will do; it can be changed later."))
            self.name.setFocus()
        elif not self.day.is_sound or not self.start.is_sound:
            self.refusal.say(
                _(
                    "The first date or its time cannot be read. Type it as 26.11.2026 and 14:00, or leave it empty."
                )
            )
            self.day.setFocus()
        else:
            self.refusal.clear()
            lines = self.members.toPlainText().splitlines()
            members = tuple(dict.fromkeys(" ".join(line.split()) for line in lines if line.strip()))
            found = Founding(self.path, name, members, self.day.day, self.start.time, self.minutes.minutes())
            self.wanted.emit(found)

    @property
    def path(self) -> Path:
        """Where the new file will be: as chosen, or in the documents folder under a name that is free."""
        if self._path is not None:
            return self._path
        from coalmeet.exchange.safe_name import safe_name

        stem = safe_name(self.name.text() or _("Coalition"))
        path = self._folder / f"{stem}{SUFFIX}"
        number = 2
        while path.exists():
            path = self._folder / f"{stem} {number}{SUFFIX}"
            number += 1
        return path

    def _show_path(self) -> None:
        self._place.setText(str(self.path))

    def _choose_path(self) -> None:
        chosen, _kind = QFileDialog.getSaveFileName(
            self,
            _("Where the coalition’s file is kept"),
            str(self.path),
            _("Coalitions (*{suffix})").format(suffix=SUFFIX),
        )
        if chosen:
            self._path = Path(chosen if chosen.endswith(SUFFIX) else chosen + SUFFIX)
            self._show_path()

    def _column(self) -> ScrollArea:
        back, other = Button(_("Back"), "ghost", icon="arrow-left"), Button(_("Another place"))
        back.clicked.connect(self.left)
        other.clicked.connect(self._choose_path)
        self.members.setTabChangesFocus(True)
        self.members.setFixedHeight(theme.px(132))
        self.members.setPlaceholderText(_("One organisation on each line"))
        when = row(
            (Field(_("First meeting"), self.day), 3), 12, (Field(_("Start"), self.start), 1), 12,
            Field(_("Length"), self.minutes),
        )  # fmt: skip
        place = row(
            (column(OneLine(_("The file"), theme.META, theme.STRONG, "ink2"), 4, self._place), 1), 16, other
        )
        form = column(
            Field(_("Name of the coalition"), self.name), 18,
            Field(_("Member organisations"), self.members, _("Leave it empty to add or import them later.")), 18,
            when, 18, place, 20,
            column(self.refusal, row(back, None, self.create_button), gap=14),
            margins=(28, 26, 28, 24),
        )  # fmt: skip
        inside = column(
            None,
            OneLine(_("Start a coalition"), theme.TITLE, theme.BOLD), 6,
            Wrapped(_("Only the name is needed. Everything can be changed later."), theme.SECTION, tone="ink2"), 20,
            Card(form), (widget(column()), 2),
        )  # fmt: skip
        return in_the_middle(inside)
