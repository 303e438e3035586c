"""Starting a coalition with three facts: its name, its members, and the first date; sealed, if somebody wants it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from coalmeet.errors import NotAllowed
from coalmeet.text import _
from ui import theme
from ui.documents import documents
from ui.start.middle import in_the_middle
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.day_edit import DayEdit, TimeEdit
from ui.widgets.fields import Field, Minutes, Tick
from ui.widgets.inputs import Line, Lines
from ui.widgets.labels import OneLine, Wrapped
from ui.widgets.layouts import column, row, settle_layouts, widget
from ui.widgets.new_passphrase import NewPassphrase, lost_words
from ui.widgets.refusal import RefusalLine
from ui.widgets.scroll_area import ScrollArea

SUFFIX = ".coalmeet"
FIRST_MINUTES = 90
_BELOW = 32  # design pixels that stay in sight below the last button


@dataclass(frozen=True, slots=True)
class Founding:
    """What was typed. `members` are names of organisations; `day` is None while no first meeting is planned.

    `passphrase` is "" for a file without one; `remember` says whether this computer shall keep its key.
    """

    path: Path
    name: str
    members: tuple[str, ...]
    day: date | None
    start: str
    minutes: int
    passphrase: str = field(default="", repr=False)
    remember: bool = False


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
        self.sealing, self.passphrase = Tick(_("Seal the file with a passphrase")), NewPassphrase()
        self.remember = Tick(_("Remember it on this computer"))
        self.create_button = Button(_("Create the coalition"), "primary")
        self._place = OneLine("", 14, tone="ink2")
        self._folder = documents()
        self._path: Path | None = None
        self._is_busy = False
        self.name.textChanged.connect(self._show_path)
        self.create_button.clicked.connect(self.hand_over)
        for line in (self.name, self.day, self.start):
            line.returnPressed.connect(self.hand_over)
        for line in (self.name, self.day, self.start, self.passphrase.own):
            line.textChanged.connect(self.refusal.clear)
        self.minutes.entered.connect(self.hand_over)
        self.sealing.toggled.connect(self._show_sealing)
        self._scroll = self._column()
        self.setLayout(column((self._scroll, 1)))

    def begin(self, today: date) -> None:
        """Empty the form; `today` is what a day without a year is reckoned from."""
        self.day.set_today(today)
        self.name.clear()
        self.members.clear()
        self.day.set_day(None)
        self.start.set_time("")
        self.sealing.setChecked(False)
        self.passphrase.begin()
        self.remember.setChecked(True)
        self.show_busy(False)
        self._path = None
        self.refusal.clear()
        self._show_path()
        self.name.setFocus()

    def hand_over(self) -> None:
        """Hand over what was typed, or say what is missing."""
        name = " ".join(self.name.text().split())
        if self._is_busy:
            return
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
            try:
                self.wanted.emit(self._sealed(found))
            except NotAllowed as refusal:
                self.refusal.say(str(refusal))

    def show_busy(self, on: bool) -> None:
        """While the file is sealed it is not made once more."""
        self._is_busy = on  # a locked button would hand the keys on, and the page would jump to them
        self.create_button.setText(_("Sealing …") if on else _("Create the coalition"))

    def _sealed(self, found: Founding) -> Founding:
        """With the passphrase that was chosen. Raises NotAllowed for one that is guessed too easily."""
        if not self.sealing.isChecked():
            return found
        return replace(found, passphrase=self.passphrase.passphrase(), remember=self.remember.isChecked())

    def _show_sealing(self, on: bool) -> None:
        self._sealing_part.setVisible(on)
        self._open_words.setVisible(not on)
        if on:
            settle_layouts()
            self._scroll.ensureWidgetVisible(self.create_button, 0, theme.px(_BELOW))

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
        self._open_words = Wrapped(
            _("Without one, whoever gets hold of the file can read all of it. It can be sealed later, too."),
            theme.META, tone="ink2",
        )  # fmt: skip
        self._sealing_part = widget(column(8, self.passphrase, 6, self.remember, 6, lost_words()))
        self._sealing_part.hide()
        sealing = column(self.sealing, self._open_words, self._sealing_part)
        form = column(
            Field(_("Name of the coalition"), self.name), 18,
            Field(_("Member organisations"), self.members, _("Leave it empty to add or import them later.")), 18,
            when, 18, place, 14, sealing, 18,
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
