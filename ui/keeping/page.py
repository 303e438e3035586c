"""The page "The file": sections about keeping it safe, each of its own module, in two columns where there is room."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from coalmeet.text import _
from ui.keeping.backups import BackupsSection
from ui.keeping.checking import CheckingSection
from ui.keeping.copies import CopiesSection
from ui.keeping.handing import HandingSection
from ui.keeping.passphrase import PassphraseSection
from ui.keeping.place import PlaceSection
from ui.keeping.section import Section
from ui.keeping.sending import SendingSection
from ui.page import Head, Page, say_unsaved
from ui.widgets.layouts import Thing, column, upright, widget
from ui.widgets.turning import Turning

_BESIDE = 860  # design pixels from which two columns stand beside each other


class FilePage(Page):
    """What the file itself needs; what stands in it has pages of its own."""

    TABLES = frozenset({"coalition", "meeting"})

    def __init__(self) -> None:
        super().__init__(
            Head(_("The file"), _("One file on this computer holds the coalition. Keep it well."))
        )
        self.place, self.sending = PlaceSection(), SendingSection()
        self.backups, self.checking = BackupsSection(), CheckingSection()
        self.passphrase = PassphraseSection()
        self.handing, self.copies = HandingSection(), CopiesSection()
        first: tuple[Section, ...] = (self.place, self.handing, self.copies)
        second: tuple[Section, ...] = (self.passphrase, self.backups, self.sending, self.checking)
        self._sections = (*first, *second)
        self._named = {
            "backups": self.backups, "sending": self.sending, "checking": self.checking,
            "passphrase": self.passphrase, "handing": self.handing, "copies": self.copies,
        }  # fmt: skip
        self._wanted = ""
        self._area = upright(column(_columns(first, second), None))
        self.body.addWidget(self._area, 1)
        for section in self._sections:
            section.refused.connect(self.refusal.say)
            section.unsaved.connect(partial(say_unsaved, self))
            section.said.connect(self._say)
            section.go.connect(self.go)
        self.copies.undoable.connect(self.done_with_undo)

    def choose(self, id: str) -> None:
        """Begin what somebody asked for by name: "backups", "sending", "copies" …"""
        self._wanted = id
        if self.isVisible():
            self.look_again()

    def refresh(self) -> None:
        for section in self._sections:
            with section.telling():  # of a damaged file the other sections still show what they can
                section.show_file(self.book)
        wanted, self._wanted = self._named.get(self._wanted), ""
        if wanted is not None:
            self._area.ensureWidgetVisible(wanted)
            wanted.begin()

    def settle(self) -> None:
        for section in self._sections:
            section.settle()

    def _say(self, sentence: str) -> None:
        self.done.say(sentence)

    def showEvent(self, event: QShowEvent) -> None:
        self._stale = True  # backups come and go without a change in the file
        super().showEvent(event)


def _columns(*columns: Sequence[Section]) -> QWidget:
    sides = [widget(column(*_apart(sections), None)) for sections in columns if sections]
    return Turning(_BESIDE, *((side, 1) for side in sides), gap=16)


def _apart(sections: Sequence[Section]) -> list[Thing]:
    """The sections of a column with room between them."""
    things: list[Thing] = []
    for section in sections:
        things += [16, section] if things else [section]
    return things
