"""The passphrase of the file: setting, changing, leaving it; its recovery sheet; what this computer remembers."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from coalmeet.text import _
from ui import theme
from ui.keeping.passphrase_panels import ChoosePanel, StatePanel, StepPanel, TypePanel, WordsPanel
from ui.keeping.remembering import Remembering
from ui.keeping.sealing import Sealing
from ui.keeping.section import Section
from ui.making import Maker
from ui.widgets.layouts import settle_layouts
from ui.widgets.progress_line import ProgressLine
from ui.widgets.scroll_area import ScrollArea

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

_AROUND = 24  # design pixels that stay in sight around what is looked at
RECOVERY = "recovery"  # the paper that the preview makes of the words just set


class PassphraseSection(Section):
    """One panel is shown at a time; `panel` names it: state, choose, words, type, off, forget."""

    def __init__(self) -> None:
        self.state, self.choose, self.words, self.type = (
            StatePanel(),
            ChoosePanel(),
            WordsPanel(),
            TypePanel(),
        )
        self.off = StepPanel(_off_words(), _("Take the passphrase off"))
        self.forget = StepPanel(_forget_words(), _("Forget it on this computer"))
        self.panels: dict[str, QWidget] = {
            "state": self.state, "choose": self.choose, "words": self.words, "type": self.type, "off": self.off,
            "forget": self.forget,
        }  # fmt: skip
        self.panel = "state"
        self.sealing, self.remembering = Sealing(self.refuse), Remembering()
        self._checking = ProgressLine()
        self._checker = Maker(self._checking, self.refuse)
        lines = (self.sealing.progress, self.sealing.afterwards, self._checking)
        line = _("What keeps the file closed to everybody else.")
        super().__init__(_("Passphrase"), line, *self.panels.values(), 8, *lines)
        self.show_panel("state")
        _connect(self)

    def refresh(self) -> None:
        sealed = self.book.file.key is not None
        self.state.show_state(sealed=sealed, writable=not self.book.read_only)
        if self.book.fresh_words:
            self.words.words.show_words(self.book.fresh_words)
            self.show_panel("words")
        elif self.panel == "words":
            self.show_panel("state")
        if sealed:
            self.remembering.look(self.book)

    def begin(self) -> None:
        first = self._first(self.panel)
        _bring_into_sight(self, first, self)
        first.setFocus()

    def settle(self) -> None:
        self.sealing.settle()
        self._checker.settle()
        self.remembering.settle()
        self.show_panel("state")

    def refuse(self, sentence: str) -> None:
        """Say on the page why something was not done."""
        self.state.setEnabled(True)
        self.refused.emit(sentence)

    def show_panel(self, name: str) -> None:
        """Show one of the panels, with nothing typed in it yet."""
        self.panel = name
        self.type.line.clear()
        if name == "choose":
            self.choose.begin()
        self.panels[name].show()
        if self.isAncestorOf(QApplication.focusWidget() or self.window()):
            self._first(name).setFocus()  # before the others go: Qt would hand the keys on to another section
        for one, panel in self.panels.items():
            panel.setVisible(one == name)

    def seal(self) -> None:
        """Give the file the passphrase that was chosen, and its backups with it."""
        with self.saying():
            self.change_to(self.choose.new.passphrase())

    def ask_sheet(self, typed: str) -> None:
        """Look whether these are the words of the file, in a thread: then the sheet can be made of them."""
        with self.saying():
            self._checker.make(
                _("Trying the words"), partial(_meant, self.book.path, typed), self._show_sheet
            )

    def _first(self, panel: str) -> QWidget:
        """Where the keys go in a panel; to the way back where a step is easily regretted."""
        firsts = {
            "choose": self.choose.seal, "words": self.words.sheet, "type": self.type.line, "off": self.off.back,
            "forget": self.forget.back,
        }  # fmt: skip
        return firsts.get(panel, self.state.set)

    def change_to(self, passphrase: str) -> None:
        """Begin to seal the file with this one, or to take it off where it is "". Raises NotAllowed or FileProblem."""
        self.sealing.begin(self.book, passphrase)
        self.show_panel("state")
        self.state.setEnabled(False)  # until it is done, or stopped

    def _show_sheet(self, words: str) -> None:
        self.book.fresh_words = words
        self.refresh()
        self.go.emit("sheet", RECOVERY)

    def _taken(self) -> None:
        """The file has its new seal: this computer remembers the key as was wished."""
        self.state.setEnabled(True)
        self.refresh()
        self.begin()  # else the keys would be wherever the progress line was when it went
        if self.book.file.key is not None and self.choose.remember.isChecked():
            self.remembering.keep(self.book)
        else:
            self.remembering.forget()


def _connect(section: PassphraseSection) -> None:
    state, show = section.state, section.show_panel
    state.set.clicked.connect(partial(_choose, section))
    state.sheet.clicked.connect(partial(show, "type"))
    state.off.clicked.connect(partial(show, "off"))
    state.forget.clicked.connect(partial(show, "forget"))
    state.remember.clicked.connect(lambda: section.remembering.keep(section.book))
    state.again.clicked.connect(lambda: section.remembering.look(section.book))
    for panel in (section.choose, section.type, section.off, section.forget):
        panel.back.clicked.connect(partial(_go_back, section))
    section.choose.seal.clicked.connect(section.seal)
    section.choose.new.own.returnPressed.connect(section.seal)
    section.words.sheet.clicked.connect(lambda: section.go.emit("sheet", RECOVERY))
    section.words.have.clicked.connect(partial(_put_away, section))
    section.type.typed.connect(section.ask_sheet)
    section.off.go.clicked.connect(partial(_take_off, section))
    section.forget.go.clicked.connect(partial(_forget, section))
    section.remembering.told.connect(state.show_remembered)
    section.remembering.told.connect(section.words.show_remembered)
    section.sealing.progress.stopped.connect(partial(_go_back, section))
    section.sealing.taken.connect(section._taken)  # noqa: SLF001 - the same file
    section.sealing.done.connect(partial(_say_done, section))


def _choose(section: PassphraseSection) -> None:
    """Offer the words, with the button that takes them in sight and the keys on it."""
    section.show_panel("choose")
    _bring_into_sight(section, section.choose.seal, section.choose.new.offered)


def _bring_into_sight(section: PassphraseSection, *parts: QWidget) -> None:
    """Scroll the page so that these are seen; where not all have room, the last."""
    settle_layouts()
    around = section.parentWidget()
    while around is not None and not isinstance(around, ScrollArea):
        around = around.parentWidget()
    if around is not None:
        for part in parts:
            around.ensureWidgetVisible(part, 0, theme.px(_AROUND))


def _go_back(section: PassphraseSection) -> None:
    section.refuse("")
    section.show_panel("state")


def _take_off(section: PassphraseSection) -> None:
    with section.saying():
        section.change_to("")


def _put_away(section: PassphraseSection) -> None:
    """Somebody has the words: nothing keeps them any longer."""
    section.book.fresh_words = ""
    section.words.words.show_words("")
    section.refresh()


def _forget(section: PassphraseSection) -> None:
    section.remembering.forget()
    section.show_panel("state")
    section.said.emit(_("This computer forgets the key. The next time it asks for the passphrase."))


def _say_done(section: PassphraseSection, sentence: str) -> None:
    section.refresh()
    section.said.emit(sentence)


def _meant(path: Path, typed: str) -> str:
    from coalmeet.store.unlocking import words_and_key

    return words_and_key(path, typed)[0]


def _off_words() -> str:
    return _(
        "Whoever gets hold of the file, or of one of its backups, can read all of it then. Copies that were handed on "
        "before keep the passphrase."
    )


def _forget_words() -> str:
    return _(
        "The next time somebody opens the file here they need the passphrase. Have you got the words? A recovery sheet "
        "can be made before. The file and its backups stay where they are, sealed."
    )
