"""The screen for a file that this computer has not made: what stands in it, and three ways on, the first one Enter."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from coalmeet.text import _
from ui import theme
from ui.start.middle import in_the_middle
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.labels import Icon, OneLine, Wrapped
from ui.widgets.layouts import column, row, widget
from ui.widgets.refusal import RefusalLine
from ui.widgets.scroll_area import ScrollArea
from ui.widgets.spoken import announce

SUFFIX = ".coalmeet"


class NewcomerForm(QWidget):
    """`wanted` asks for a copy of one's own at `target`, `read` to look at the file as it is, `left` to go back.

    `brought` asks to bring it into the file of the same coalition that is open.
    """

    wanted = Signal()
    brought = Signal()
    read = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.title, self.place = Wrapped("", theme.TITLE, theme.BOLD, most=2), OneLine("", 14, tone="ink2")
        self.found, self.meaning = Wrapped("", theme.BODY, theme.MEDIUM), Wrapped("", theme.BODY, tone="ink2")
        self.own = OneLine("", 14)
        self.stays = Wrapped("", 14, tone="ink2")
        self.refusal = RefusalLine()
        self.take, self.look = Button(_("Take it over"), "primary"), Button(_("Open it for reading"))
        self.bring = Button(_("Bring it into mine"), "primary")
        self.back = Button(_("Back"), "ghost", icon="arrow-left")
        self.other = Button(_("Another place"))
        self.target = Path()
        self._target_part = self._place_part()
        for part in (self._target_part, self.stays):
            _keep_room(part)
        self.take.clicked.connect(self.wanted)
        self.look.clicked.connect(self.read)
        self.bring.clicked.connect(self.brought)
        self.back.clicked.connect(self.left)
        self.other.clicked.connect(self._choose)
        self.setLayout(column((self._column(), 1)))

    def begin(self, path: Path) -> None:
        """Say that the file is looked through, which takes a moment."""
        self.title.setText(_("“{name}” comes from somewhere else").format(name=path.stem))
        self.place.setText(str(path.parent))
        self.meaning.setText(
            _("This computer has not made this file, so Coalmeet looks through all of it before it opens it.")
        )
        self._target_part.hide()
        self.stays.hide()
        self.refusal.clear()
        self.look.show()
        self.bring.hide()
        self.take.set_kind("primary", theme.PRIMARY)
        self.show_busy(_("Looking through it …"))

    def show_busy(self, sentence: str) -> None:
        """While it is read nothing but going back can be pressed."""
        self.found.setText(sentence)
        for part in (self.take, self.look, self.other):
            part.setEnabled(False)
        self.setFocus()  # on no button: Enter pressed too early does nothing
        announce(self, sentence)

    def show_found(self, sentence: str, target: Path, stays: str, *, readable: bool) -> None:
        """Say what stands in it, and where one's own copy would be; `stays` says what becomes of what came."""
        self.found.setText(sentence)
        self.meaning.setText(
            _("Take it over, and you have a file of your own that you can work in. Or only look at it.")
        )
        self.stays.setText(stays)
        self.look.setVisible(readable)
        for part in (self.take, self.look, self.other):
            part.setEnabled(True)
        self.show_target(target)
        self._target_part.show()
        self.stays.show()
        self.take.setFocus()
        announce(self, sentence)

    def show_known(self) -> None:
        """A file of this coalition is open: two of them would go apart, so the copy had better come into it."""
        self.meaning.setText(
            _(
                "A file of this coalition is open. Bring this copy into it, after a look at what would come: nothing "
                "of either is lost. Taken over it would be a second file."
            )
        )
        self.look.hide()
        self.bring.show()
        self.take.set_kind("plain", theme.CONTROL)
        self.bring.setFocus()

    def show_target(self, target: Path) -> None:
        """Where one's own copy will be."""
        self.target = target
        self.own.setText(str(target))

    def refuse(self, sentence: str) -> None:
        """Say why it could not be taken over; another place may help."""
        self.refusal.say(sentence)
        for part in (self.take, self.look, self.other):
            part.setEnabled(True)
        self.take.setFocus()

    def _choose(self) -> None:
        chosen, _kind = QFileDialog.getSaveFileName(
            self,
            _("Where your own copy is kept"),
            str(self.target),
            _("Coalitions (*{suffix})").format(suffix=SUFFIX),
        )
        if chosen:
            self.refusal.clear()
            self.stays.setText(as_it_was())
            self.show_target(Path(chosen if chosen.endswith(SUFFIX) else chosen + SUFFIX))

    def _place_part(self) -> QWidget:
        words = column(OneLine(_("Your own copy"), theme.META, theme.STRONG, "ink2"), 4, self.own)
        return widget(row((words, 1), 16, self.other))

    def _column(self) -> ScrollArea:
        told = row(column(1, Icon("file-text", "ink2"), None), 10, (column(self.found, 8, self.meaning), 1))
        buttons = row(self.back, None, self.look, 10, self.take, 10, self.bring)
        form = column(
            told, 18, self._target_part, 8, self.stays, 16, column(self.refusal, buttons, gap=14),
            margins=(28, 24, 28, 22),
        )  # fmt: skip
        inside = column(
            (widget(column()), 1), self.title, 4, self.place, 18, Card(form), (widget(column()), 2)
        )
        return in_the_middle(inside)


def _keep_room(part: QWidget) -> None:
    """Nothing jumps when what stands in the file is known."""
    policy = part.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    part.setSizePolicy(policy)


def as_it_was() -> str:
    """What becomes of a file that lies elsewhere."""
    return _("The file that you were sent stays as it is.")
