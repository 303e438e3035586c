"""The backups of the file: when each was made and why, one more by hand, and one put back in the file's place."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from coalmeet import text
from coalmeet.text import _, ngettext
from coalmeet.time_zone import system_time_zone
from ui.keeping.section import Section, size_words
from ui.making import Maker
from ui.widgets.buttons import Button
from ui.widgets.fields import Field
from ui.widgets.inputs import Line
from ui.widgets.labels import Wrapped
from ui.widgets.layouts import column, row, widget
from ui.widgets.progress_line import ProgressLine
from ui.widgets.rows import Row, RowList

if TYPE_CHECKING:
    from coalmeet.store.backup_folder import Backup
    from ui.open_file import OpenFile

_FIRST = 6  # who looks for a backup nearly always wants one of the last


class BackupsSection(Section):
    """What is put back is asked of the program by `go`: "put_back" with the path of a copy made ready for it."""

    def __init__(self) -> None:
        self.list = RowList(_("Backups"), most=1)
        self.list.show_whole()
        self.none = Wrapped(_("There is none yet. The first is made a moment after the file is opened."))
        self.more, self.keep = Button("", "ghost"), Button(_("Keep a backup now"), icon="save")
        self.restore = Button(_("Put this one back"), icon="rotate-ccw")
        self.look = Button(_("Open it for reading"), icon="eye")
        self.chosen = Wrapped("", 14, tone="ink2")
        self.words = Line()
        self.words.setEchoMode(QLineEdit.EchoMode.Password)
        self.field = Field(_("The passphrase it was sealed with"), self.words)
        self._part = widget(column(self.chosen, 8, self.field, 8, row(self.restore, 8, self.look, None)))
        self.progress = ProgressLine()
        line = _(
            "Coalmeet keeps a copy by itself when the file is opened and has changed, after each meeting, and before "
            "anything that goes deep. They lie on this computer only: keep a copy elsewhere, too."
        )
        super().__init__(
            _("Backups"), line, self.none, self.list, 6, row(self.keep, None, self.more), 16, self._part,
            self.progress,
        )  # fmt: skip
        self.maker = Maker(self.progress, self.refused.emit)
        self._found: tuple[Backup, ...] = ()
        self._all = False
        _connect(self)

    def refresh(self) -> None:
        from coalmeet.store import backups

        self._found = backups.of(self.book.path, self.book.file.key)
        self.keep.setEnabled(not self.book.read_only)
        self._show_list()

    def begin(self) -> None:
        self.keep.setFocus()

    def settle(self) -> None:
        self.maker.settle()

    def keep_now(self) -> None:
        """Make one more backup, whether or not something changed."""
        with self.saying():
            self.book.file.must_be_writable()
            self.maker.make(_("Keeping a backup"), partial(_keep, self.book), lambda _kept: self._kept())

    def put_back(self) -> None:
        """Make the chosen backup ready beside the file, in a thread; then the program lets it take its place."""
        backup = self._chosen()
        if backup is None:
            return
        with self.saying():
            self.book.file.must_be_writable()
            work = partial(_ready, backup.path, self.book, self.words.text())
            self.maker.make(_("Checking the backup"), work, self._hand_over)

    def show_all(self) -> None:
        """List the older ones, too."""
        self._all = True
        self._show_list()
        self.list.setFocus()

    def _show_list(self) -> None:
        shown = self._found if self._all else self._found[:_FIRST]
        self.list.show_rows([row_of(one, self.book.path) for one in shown])
        self.list.setVisible(bool(shown))
        self.none.setVisible(not shown)
        left = len(self._found) - len(shown)
        words = ngettext("{count} older one", "{count} older ones", left)
        self.more.setText(words.format(count=text.number(left)))
        self.more.setVisible(left > 0)
        self.show_chosen()

    def show_chosen(self) -> None:
        """Say below the list what can be done with the chosen backup."""
        backup = self._chosen()
        self._part.setVisible(backup is not None)
        self.field.hide()
        self.words.clear()
        if backup is not None:
            at = _moment(backup.at)
            words = _(
                "Puts the file back to how it was on {moment}. What stands in it now becomes a backup first, so this "
                "can be undone in the same way."
            )
            self.chosen.setText(words.format(moment=at))
            self.restore.setEnabled(not self.book.read_only)

    def _chosen(self) -> Backup | None:
        return next((one for one in self._found if str(one.path) == self.list.current()), None)

    def open(self) -> None:
        """Ask the program to open the chosen backup for reading."""
        backup = self._chosen()
        if backup is not None:
            self.go.emit("look_at", str(backup.path))

    def _kept(self) -> None:
        self.refresh()
        self.said.emit(_("A backup was kept, and checked."))

    def _hand_over(self, ready: Path | None) -> None:
        if ready is None:
            self.field.show()
            self.words.setFocus()
            self.refused.emit(
                _(
                    "This backup was sealed with another passphrase. Type the words of that time, then try again."
                )
            )
        else:
            self.go.emit("put_back", str(ready))


def _connect(section: BackupsSection) -> None:
    section.keep.clicked.connect(section.keep_now)
    section.restore.clicked.connect(section.put_back)
    section.words.returnPressed.connect(section.put_back)
    section.look.clicked.connect(section.open)
    section.more.clicked.connect(section.show_all)
    section.list.chosen.connect(lambda _key: section.show_chosen())
    section.list.clicked.connect(lambda _index: section.show_chosen())


def _keep(book: OpenFile) -> object:
    from coalmeet.store import backups

    return backups.keep(book.file, backups.ASKED, now=book.now().wall)


def _ready(backup: Path, book: OpenFile, words: str) -> Path | None:
    """The copy beside the file; None where another passphrase is needed for it. Raises Stopped: then there is none."""
    from coalmeet.documents.going import go_on
    from coalmeet.errors import FileProblem, PassphraseNeeded, WrongPassphrase
    from coalmeet.store import backups, restoring
    from coalmeet.store.unlocking import key_of_words

    try:
        key = key_of_words(backup, words) if words else book.file.key
        ready = restoring.stage(backup, book.path, key)
    except (PassphraseNeeded, WrongPassphrase):
        return None
    try:
        # Taking its place tries again, and keeps as it is what cannot be read.
        with suppress(FileProblem):
            backups.keep_if_changed(book.file, backups.RESTORING, now=book.now().wall)
        go_on()
    except BaseException:
        with suppress(OSError):
            ready.unlink(missing_ok=True)
        raise
    return ready


def row_of(backup: Backup, path: Path) -> Row:
    """A backup of the file at this place as a row: its key is the path."""
    from coalmeet.store.restoring import reason_words

    below = reason_words(backup.why)
    if backup.of != path:
        below = _("{reason}, in {folder}").format(reason=below, folder=backup.of.parent)
    return Row(str(backup.path), _moment(backup.at), below, "save", size_words(backup.size), tone="ink2")


def _moment(at: int) -> str:
    """In this computer's time: a damaged file may not tell the coalition's."""
    zone = system_time_zone()
    day = text.short_day_with_year(text.local(at, zone).date())
    return _("{day}, {time}").format(day=day, time=text.clock_time(at, zone))
