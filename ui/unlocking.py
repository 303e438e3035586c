"""Opening a sealed file: the computer's key store is asked, then a person, and the window never stands still.

The key store may answer late or never. A late key opens the file only while nobody has begun to type, or what is typed
next would press a button somewhere else.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from coalmeet import text
from coalmeet.coalition.passphrase import slips
from coalmeet.errors import FileProblem
from coalmeet.store.key_store import Answer, KeyStore, why
from coalmeet.text import _
from coalmeet.time_zone import system_time_zone
from ui.answering import LIMIT_MS, Answering
from ui.making import Making
from ui.widgets.rows import Row

if TYPE_CHECKING:
    from ui.start.asking import AskForm
    from ui.window import MainWindow

Then = Callable[[Path, bytes | None], object]
PATIENCE_MS = 400  # an answer within it needs no screen of its own
_BACKUPS = 4  # the latest: the others stand on the page of the file
_AGAIN = frozenset({"locked", "silent", "failed"})


class Unlocking(QObject):
    """One opening at a time. `remembered` tells how the key store took the key of a file: an Answer.

    `backup` carries the path of a backup that somebody wants to look at instead, and its key; `damaged` the path of a
    file that no words open, and what to say of it, where somebody wants to put a backup in its place.
    """

    remembered = Signal(object)
    backup = Signal(object, object)
    damaged = Signal(object, str)

    def __init__(self, window: MainWindow, store: KeyStore, *, limit_ms: int = LIMIT_MS) -> None:
        super().__init__(window)
        self._window, self._store, self._limit = window, store, limit_ms
        self._path, self._salt = Path(), b""
        self._then: Then = lambda _path, _key: None
        self._derived: Callable[[bytes], object] = _nothing
        self._answering: Answering | None = None
        self._trying: Making | None = None
        self._tries, self._remembers = "", False
        self._before: QWidget | None = None
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self._show)

    @cached_property
    def form(self) -> AskForm:
        """The screen that asks, made when it is first wanted."""
        from ui.start.asking import AskForm

        form = AskForm()
        form.tried.connect(self._try)
        form.left.connect(self.leave)
        form.again.connect(self._ask_store)
        form.other.connect(self._open_backup)
        form.damaged.connect(self._give_up)
        self._window.screens.addWidget(form)
        return form

    def open(self, path: Path, then: Then, name: str = "") -> None:
        """Find the key of the file and hand both to `then`; at once, with None, where it is not sealed.

        `name` is what it is called on the screen, if not by its own name.
        """
        self.leave()
        salt = _salt(path)
        if not salt:
            then(path, None)
            return
        self._path, self._salt, self._then = path, salt, then
        self.form.begin(path, name or path.stem)
        self._patience.start()
        self._ask_store()

    def leave(self) -> None:
        """Ask no further, and show what was shown before."""
        self.settle()
        screens = self._window.screens
        if self._before is not None and screens.currentWidget() is self.form:
            screens.setCurrentWidget(self._before)
        self._before = None

    def settle(self) -> None:
        """Before the window goes: wait the moment that a derivation takes, and for the key store not at all."""
        self._patience.stop()
        if self._answering is not None:
            self._answering.stop()
        if self._trying is not None:
            self._trying.made.disconnect()
            self._trying.failed.disconnect()
            self._trying.wait()
            self._trying = None

    def derive_first(self, passphrase: str, then: Callable[[bytes], object]) -> None:
        """Hand the first key of a file that is to be made to `then`, as soon as a thread has derived it."""
        from coalmeet.store.sealing import first_key

        self.leave()
        self._derived = then
        self._trying = Making(partial(first_key, passphrase))
        self._trying.made.connect(self._hand_over)
        self._trying.failed.connect(self._window.refuse)
        self._trying.start()

    def remember(self, salt: bytes, key: bytes) -> None:
        """Let the computer remember a key; `remembered` tells whether it does."""
        Answering(self._store.keep(salt, key), self, self._limit).answered.connect(self.remembered)

    def _show(self) -> None:
        """Show the screen that asks, over whatever is shown."""
        self._patience.stop()
        screens = self._window.screens
        if screens.currentWidget() is not self.form:
            self._before = screens.currentWidget()
            screens.setCurrentWidget(self.form)
            self.form.words.setFocus()

    def _ask_store(self) -> None:
        if self._answering is not None:
            self._answering.stop()
        self.form.show_why(_("Asking this computer’s key store …"))
        self._answering = Answering(self._store.look(self._salt), self, self._limit)
        self._answering.answered.connect(self._hear)

    def _hear(self, answer: Answer) -> None:
        from coalmeet.store.unlocking import fits

        try:
            if answer.key is not None and fits(self._path, answer.key):
                if not self.form.words.text():
                    self._done(answer.key)
                return
        except FileProblem as problem:
            self._show()
            self.form.refuse(str(problem))
            return
        state = "wrong" if answer.key is not None else answer.state
        self.form.show_why(why(state), may_ask_again=state in _AGAIN, remembers=state != "none")
        if state == "wrong":
            _show_backups(self.form, self._path)
        self._show()

    def _try(self, typed: str, remember: bool) -> None:
        from coalmeet.store.unlocking import key_of_words

        if self._trying is None:
            self._tries, self._remembers = typed, remember
            self.form.show_trying(True)
            self._trying = Making(partial(key_of_words, self._path, typed))
            # Methods of ours, so that they run here and not in the thread.
            self._trying.made.connect(self._tried)
            self._trying.failed.connect(self._fail)
            self._trying.start()

    def _tried(self, key: bytes) -> None:
        if self._trying is None:  # it was on its way when somebody went elsewhere
            return
        self._let_go_of_trying()
        salt = self._salt
        self._done(key)
        if self._remembers:
            self.remember(salt, key)

    def _fail(self, sentence: str) -> None:
        if self._trying is None:
            return
        self._let_go_of_trying()
        self.form.refuse(sentence, slips(self._tries))
        if self._tries.strip():
            _show_backups(self.form, self._path)

    def _open_backup(self, path: str) -> None:
        name = _("A backup of {name}").format(name=self._path.stem)
        self.open(Path(path), self.backup.emit, name)

    def _give_up(self) -> None:
        from coalmeet.store.problems import wrong_passphrase

        path = self._path
        self.leave()
        self.form.words.clear()
        self.damaged.emit(path, str(wrong_passphrase(path)))

    def _hand_over(self, key: bytes) -> None:
        if self._trying is not None:  # else it was on its way when nobody wanted it any more
            self._trying.wait()
            self._trying = None
            then, self._derived = self._derived, _nothing
            then(key)

    def _let_go_of_trying(self) -> None:
        if self._trying is not None:
            self._trying.wait()
            self._trying = None
        self.form.show_trying(False)

    def _done(self, key: bytes) -> None:
        path, then = self._path, self._then
        self.leave()
        self.form.words.clear()  # nothing typed stays in a screen that nobody sees
        self._tries = ""
        then(path, key)


def _nothing(_key: bytes) -> None:
    """What there is to do with a key that nobody waits for."""


def _salt(path: Path) -> bytes:
    """What a sealed file begins with; empty for any other, and for one that cannot be read: opening it says why."""
    from coalmeet.store import header

    try:
        return header.inspect(path).salt
    except FileProblem:
        return b""


def _show_backups(form: AskForm, path: Path) -> None:
    from coalmeet.store import ours

    form.show_backups(_backups(path), may_put_back=ours.is_ours(path))


def _backups(path: Path) -> list[Row]:
    """The latest backups of the file, each with the moment it was made at."""
    from coalmeet.store import backups

    zone = system_time_zone()
    return [
        Row(
            str(one.path),
            text.plain_day(text.local(one.at, zone).date()),
            text.clock_time(one.at, zone),
            "save",
            tone="ink2",
            action=_("Look at it"),
        )
        for one in backups.of(path)[:_BACKUPS]
    ]
