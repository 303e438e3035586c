"""The program with windows: theme, crash dialog, one open file, and the way from a page into a meeting and back."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTranslator
from PySide6.QtWidgets import QApplication, QFileDialog

from coalmeet import clock, quiet, text
from coalmeet.clock import Moment
from coalmeet.errors import FileProblem, NotAllowed
from coalmeet.store import ours
from coalmeet.store.key_store import Answer, KeyStore, why
from coalmeet.text import _
from ui import crash, dropping, icons, theme
from ui.collecting import Collecting
from ui.documents import documents
from ui.meeting_room import MeetingRoom
from ui.newcomers import Newcomers, is_newcomer
from ui.open_file import OpenFile
from ui.pages import makers
from ui.recovering import Recovering
from ui.rescuing import Rescuing
from ui.safekeeping import Safekeeping
from ui.settings import Settings
from ui.unlocking import Unlocking
from ui.warming import Warming, WarmingWindows
from ui.window import MainWindow

if TYPE_CHECKING:
    from ui.keys_sheet import KeysSheet
    from ui.meetings.page import MeetingsPage
    from ui.start.found import Founding

SUFFIX = ".coalmeet"


def dressed(settings: Settings) -> QApplication:
    """The application, with its language and its looks; the one that exists, if one does."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    app.setApplicationName("Coalmeet")
    app.setDesktopFileName("coalmeet")
    app.setWindowIcon(icons.icon("coalmeet", "accent", 64))
    system = QLocale.system().name()
    text.use_language(system if text.speaks(system) else "en")
    words = QTranslator(app)
    if words.load(
        QLocale.system(), "qtbase", "_", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    ):
        app.installTranslator(words)
    theme.apply(app, mode=settings.theme)
    return app


def run(path: Path | str | None = None) -> int:
    """Open the windows, with a file if one is named; the exit status when the last one is closed."""
    settings = Settings()
    app = dressed(settings)
    collecting = Collecting(app)  # before any other thread begins
    program = App(settings)
    quiet.hush_threads(crash.watch(lambda: program.window).hook)
    program.start(path)
    status = app.exec()
    collecting.end()
    return status


class App(QObject):
    """One run of the program: at most one file and one meeting at a time."""

    def __init__(
        self,
        settings: Settings | None = None,
        moment: Callable[[], Moment] = clock.now,
        key_store: KeyStore | None = None,
    ) -> None:
        super().__init__()
        self.settings = settings or Settings()
        self.book: OpenFile | None = None
        self._moment = moment
        self._waiting: list[Callable[[], None]] = []
        self._keys: KeysSheet | None = None
        self.window = MainWindow(makers(self.settings), self.settings, moment)
        self.key_store = key_store or KeyStore()
        self.unlocking = Unlocking(self.window, self.key_store)
        ours.begin(self.settings.recent)
        self.newcomers = Newcomers(self.window, moment, self._open_with, self._open_to_read)
        self.room = MeetingRoom(self.window, self.settings)
        self.rescuing = Rescuing(self.window, self.room, self.settings)
        self.recovering = Recovering(self.window, moment, self.open)
        self.safekeeping = Safekeeping(self.window, self.room, self._let_go, self._open_with, self._ask_for)
        self.warming, self.warming_windows = Warming(self), WarmingWindows(self)
        _connect(self)

    def start(self, path: Path | str | None = None) -> None:
        """Show the window at once; import what a file needs meanwhile, then open it."""
        place = self.settings.place("main")
        if place:
            self.window.restoreGeometry(place)
        self.window.show()
        self.warming.start()
        if path is not None:
            self.window.welcome.setEnabled(False)  # a key pressed too early would open another file after it
            self.open(path)

    def open(self, path: Path | str) -> None:
        """Open a file for writing; one that somebody else is writing to, for reading. Else say why not."""
        self.when_warm(lambda: self._open(Path(path).absolute()))

    def open_sample(self) -> None:
        """Open the sample coalition: a meeting is ready to run."""
        self.when_warm(self._open_sample)

    def found(self, founding: Founding) -> None:
        """Make a new coalition of what was typed, and open it."""
        self.when_warm(lambda: self._found(founding))

    def choose_file(self) -> None:
        """Let somebody choose a file to open."""
        kinds = _("Coalitions (*{suffix});;All files (*)").format(suffix=SUFFIX)
        last = self.settings.recent[:1]
        chosen, _kind = QFileDialog.getOpenFileName(
            self.window, _("Open a coalition"), str(last[0].parent if last else documents()), kinds
        )
        if chosen:
            self.open(chosen)

    def enter(self, meeting: str, *, practise: bool = False) -> None:
        """Go into a meeting, or rehearse it on a copy."""
        if self.book is not None:
            with self.window.page.saying():
                self.window.page.settle()
                (self.room.practise if practise else self.room.enter)(self.book, meeting)

    def show_keys(self) -> None:
        """Show help and keys beside the work."""
        from ui.keys_sheet import KeysSheet

        self._keys = self._keys or KeysSheet(self.window)
        self._keys.show()
        self._keys.raise_()

    def when_warm(self, act: Callable[[], None]) -> None:
        """Do it as soon as what a file needs is imported: the window's thread would stall otherwise."""
        if self.warming.isRunning():
            self._waiting.append(act)
        else:
            act()

    def close(self) -> None:
        """Let go of the meeting and the file."""
        self.room.leave()
        self.warming_windows.stop()
        self.warming.wait()
        self.unlocking.settle()
        self.newcomers.settle()
        self.recovering.settle()
        self._let_go()

    def _let_go(self) -> None:
        """Save what is being typed, and close the file."""
        self.safekeeping.settle()
        if self.book is not None:
            for page in self.window.pages.made:
                page.settle()
            self.book.file.close()
            self.book = None

    def _open(self, path: Path) -> None:
        if self.book is None or self.book.path != path or self.book.read_only:
            self.unlocking.open(path, self._open_with)

    def _ask_for(self, path: Path, _key: bytes | None) -> None:
        self.unlocking.open(path, self._open_with)

    def _open_with(self, path: Path, key: bytes | None) -> None:
        from coalmeet.store import file

        if is_newcomer(path):
            self.newcomers.meet(path, key)
            return
        try:
            self._take(OpenFile(file.open_to_write(path, key), self._moment))
        except FileProblem as problem:
            if _is_readable(path, key):
                read = partial(self._open_to_read, path, key)
                self.window.offer(str(problem), _("Open it for reading"), read)
            elif not self.recovering.offer(path, key, str(problem)):
                self.settings.forget_file(path)
                self.window.refuse(str(problem))

    def _open_to_read(self, path: Path, key: bytes | None) -> None:
        from coalmeet.store import file

        with saying(self):
            self._take(OpenFile(file.open_to_read(path, key), self._moment))

    def _open_sample(self) -> None:
        from coalmeet.sample import make_sample

        with saying(self):
            self._take(OpenFile(make_sample(self._moment), self._moment))

    def _found(self, founding: Founding) -> None:
        if founding.passphrase:
            self.window.found.show_busy(True)
            self.unlocking.derive_first(founding.passphrase, partial(self._found_with, founding))
        else:
            self._found_with(founding, None)

    def _found_with(self, founding: Founding, first_key: bytes | None) -> None:
        from ui.founding import found

        self.window.found.show_busy(False)
        with saying(self):
            book = OpenFile(found(founding, self._moment, first_key), self._moment)
            book.fresh_words = founding.passphrase
            self._take(book)
            if first_key is not None and self.book is book:
                _show_words(self, first_key, remember=founding.remember)

    def _take(self, book: OpenFile) -> None:
        if not self.rescuing.may_leave():
            book.file.close()
            return
        self._let_go()
        self.book = book
        book.key_store = self.key_store
        self.settings.remember_file(book.path)
        self.window.show_file(book)
        self.safekeeping.opened(book)


@contextmanager
def saying(app: App) -> Iterator[None]:
    """Show a refusal from the block where somebody is looking: on the page, the form, or the welcome screen."""
    try:
        yield
    except (NotAllowed, FileProblem) as refusal:
        app.window.refuse(str(refusal))


def _is_readable(path: Path, key: bytes | None) -> bool:
    from coalmeet.store import file

    try:
        file.open_to_read(path, key).close()
    except FileProblem:
        return False
    return True


def _connect(app: App) -> None:
    window = app.window
    app.warming.finished.connect(lambda: _warmed(app))
    app.unlocking.backup.connect(app._open_to_read)  # noqa: SLF001 - the same file
    app.unlocking.damaged.connect(lambda path, said: app.recovering.offer(path, None, said))
    app.unlocking.remembered.connect(lambda answer: _say_remembered(app, answer))
    app.room.left.connect(lambda meeting, rehearsal: _come_back(app, meeting, rehearsal=rehearsal))
    window.asked.connect(lambda errand, id: _do(app, errand, id))
    window.dropped.connect(lambda paths: _drop(app, paths))
    window.closing.connect(app.close)
    window.founding.connect(app.found)
    window.welcome.open_other.connect(app.choose_file)
    window.welcome.sample.connect(app.open_sample)
    window.welcome.open_recent.connect(app.open)


def _warmed(app: App) -> None:
    app.window.welcome.setEnabled(True)
    waiting, app._waiting = app._waiting, []  # noqa: SLF001 - the same file
    for act in waiting:
        act()
    app.warming_windows.start()


def _show_words(app: App, first_key: bytes, *, remember: bool) -> None:
    """Of a file that was just sealed: its words, to be written down or printed before anything else."""
    from coalmeet.store.sealing import parts_of

    app.window.go("file", "passphrase")
    if remember:
        app.unlocking.remember(*parts_of(first_key))


def _say_remembered(app: App, answer: Answer) -> None:
    """Say on the page that the computer remembers the key of the file from now on, or why it does not."""
    if app.book is None:
        return
    if answer.state == "known":
        app.window.page.refusal.clear()  # it may have said before that no answer came
        go = partial(app.window.show_page, "file")
        app.window.page.done.say(
            _("This computer remembers the key from now on."), _("See or change this"), go
        )
    else:
        sentence = _("{why} So the passphrase will be asked for again.")
        app.window.page.refusal.say(sentence.format(why=why(answer.state)))


def _do(app: App, errand: str, id: str) -> None:
    """What a page asks of the program."""
    errands: dict[str, Callable[[], object]] = {
        "open": app.choose_file,
        "sample": app.open_sample,
        "run": lambda: app.enter(id),
        "practise": lambda: app.enter(id, practise=True),
        "keys": app.show_keys,
        "rescue": app.rescuing.rescue,
        "look_at": lambda: app.unlocking.open(Path(id), app._open_to_read, _("A backup")),  # noqa: SLF001 - the same file
        "put_back": lambda: app.safekeeping.put_back(Path(id)),
        "quit": app.window.close,
        "new_meeting": lambda: _meetings(app).plan_new(),
        "import": lambda: _bring_in(app, ()),
        "calendar": lambda: _hand_out_calendar(app),
        "take_back": lambda: app.window.page.take_back(),  # noqa: PLW0108 which page it is shows itself then
        "restore": lambda: app.window.page.restore(),  # noqa: PLW0108
    }
    if app.book is not None or errand in {"open", "sample", "keys", "quit"}:
        errands[errand]()


def _meetings(app: App) -> MeetingsPage:
    from ui.meetings.page import MeetingsPage

    page = app.window.pages["meetings"]
    assert isinstance(page, MeetingsPage)
    return page


def _bring_in(app: App, paths: Sequence[Path]) -> None:
    app.window.show_page("meetings")
    _meetings(app).bring_in(paths)


def _hand_out_calendar(app: App) -> None:
    from ui.meetings.calendar_out import hand_out_calendar

    app.window.show_page("meetings")
    hand_out_calendar(_meetings(app))


def _drop(app: App, paths: Sequence[str]) -> None:
    with saying(app):
        dropping.take(app.window, [Path(path) for path in paths], app.open)


def _come_back(app: App, meeting: str, *, rehearsal: bool) -> None:
    """Show the main window again; a meeting that was closed shows its minutes, page by page."""
    from coalmeet.store import meetings

    if app.book is None:
        return
    app.safekeeping.opened(app.book)
    if not rehearsal:
        app.book.forget_steps()
        app.book.wrote(*EVERYTHING)
        if app.book.read(meetings.row, meeting).state == "closed":
            app.safekeeping.meeting_closed(app.book)
            app.window.go("meetings", meeting)  # where one comes back to
            app.window.go("preview", meeting)
    app.window.show()
    app.window.activateWindow()


# What a meeting may have changed.
EVERYTHING = (
    "meeting", "move", "record", "decision", "action", "parked", "turn", "turn_note", "attendance", "person",
    "organisation", "affiliation", "note", "private_note", "item",
)  # fmt: skip
