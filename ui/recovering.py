"""A file that does not open although it is ours: a backup takes its place, or what can be read is saved elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from coalmeet.clock import Moment
from coalmeet.errors import PassphraseNeeded
from coalmeet.text import _
from ui.documents import documents
from ui.making import Maker

if TYPE_CHECKING:
    from coalmeet.store.rescue import Account
    from ui.start.damaged import DamagedForm
    from ui.window import MainWindow

_SHOWN = 6  # older ones stand on the page of the file, once it opens again


class Recovering(QObject):
    """One file at a time; `then` opens what was put back."""

    def __init__(
        self, window: MainWindow, moment: Callable[[], Moment], then: Callable[[Path], object]
    ) -> None:
        super().__init__(window)
        self._window, self._moment, self._then = window, moment, then
        self._path = Path()
        self._key: bytes | None = None
        self._before: QWidget | None = None
        self._maker: Maker | None = None

    @cached_property
    def form(self) -> DamagedForm:
        """The screen, made when it is first wanted."""
        from ui.start.damaged import DamagedForm

        form = DamagedForm()
        form.restored.connect(lambda backup: self._restore(Path(backup)))
        form.rescued.connect(self._rescue)
        form.left.connect(self.leave)
        self._maker = Maker(form.progress, self._refuse)
        self._window.screens.addWidget(form)
        return form

    def offer(self, path: Path, key: bytes | None, sentence: str) -> bool:
        """Show the ways out for a file that does not open for this reason; False where there is none."""
        from coalmeet.store import backups, ours
        from ui.keeping.backups import row_of

        found = [one for one in backups.of(path, key) if one.why != backups.DAMAGED]
        readable = path.is_file()
        if not found and not (readable and ours.is_ours(path)):
            return False
        self._path, self._key = path, key
        rows = [row_of(one, path) for one in found[:_SHOWN]]
        self.form.begin(path, sentence, rows, readable=readable)
        screens = self._window.screens
        if screens.currentWidget() is not self.form:
            self._before = screens.currentWidget()
        screens.setCurrentWidget(self.form)
        return True

    def leave(self) -> None:
        """Go back to what was shown before."""
        self.settle()
        if self._before is not None and self._window.screens.currentWidget() is self.form:
            self._window.screens.setCurrentWidget(self._before)

    def settle(self) -> None:
        """Before the window goes: stop, and wait the moment that this takes."""
        if self._maker is not None:
            self._maker.settle()

    def _restore(self, backup: Path) -> None:
        self._begin(
            _("Putting the backup back"), partial(_restored, backup, self._path, self._key, self._moment)
        )

    def _rescue(self) -> None:
        wished = documents() / f"{_('{name}, rescued').format(name=self._path.stem)}.coalmeet"
        chosen, _kind = QFileDialog.getSaveFileName(
            self._window, _("Rescue what can be read"), str(wished), "*.coalmeet"
        )
        if chosen:
            work = partial(_saved, self._path, Path(chosen), self._key, self._moment)
            self._begin(_("Rescuing what can be read"), work)

    def _begin(self, words: str, work: Callable[[], Path | Account]) -> None:
        self.form.refusal.clear()
        self.form.show_busy(on=True)
        assert self._maker is not None
        self._maker.make(words, work, self._done)

    def _done(self, made: Path | Account) -> None:
        self.form.show_busy(on=False)
        if isinstance(made, Path):
            self._then(made)
        else:
            self.form.show_told("\n\n".join(made.sentences()))

    def _refuse(self, sentence: str) -> None:
        self.form.show_busy(on=False)
        self.form.refusal.say(sentence)


def _restored(backup: Path, path: Path, key: bytes | None, moment: Callable[[], Moment]) -> Path:
    from coalmeet.store import restoring

    try:
        staged = restoring.stage(backup, path, key)
    except PassphraseNeeded:  # the file does not say any more that it is sealed; opening will ask
        staged = restoring.stage(backup, path, None, unseen=True)
    restoring.restore(path, staged, key=key, now=moment().wall)
    return path


def _saved(path: Path, to: Path, key: bytes | None, moment: Callable[[], Moment]) -> Account:
    from coalmeet.store import rescue

    return rescue.rescue(path, to, key=key, now=moment().wall)
