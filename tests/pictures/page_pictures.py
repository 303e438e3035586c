"""Pictures of every page of the main window: of the sample, a large coalition, an empty one, and without a file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import crowd
from dresses import Dress

from coalmeet import clock
from coalmeet.sample import make_sample
from coalmeet.store import file, meetings
from coalmeet.store.file import CoalitionFile
from coalmeet.store.foreign import Contents
from ui.newcomers import told_of
from ui.open_file import OpenFile
from ui.pages import makers
from ui.preview.canvas import Canvas
from ui.rehearsal.camera import settle, wait
from ui.settings import Settings
from ui.start.newcomer import NewcomerForm, as_it_was
from ui.window import MainWindow

MOMENT = 150  # milliseconds until a page has found its place
MANY = 200  # of them, until the minutes are made even on a slow machine
_READ = {"preview": "closed", "book": "planned"}  # papers that are read page by page, and of which meeting


def draw(dress: Dress, out: Path, work: Path) -> None:
    """All pages of each coalition, the welcome screen, and the form for a new coalition."""
    out = out / "pages"
    out.mkdir(parents=True, exist_ok=True)
    settings = Settings(work / "settings.json")
    window = MainWindow(makers(settings), settings)
    window.resize(*dress.page)
    window.show()
    _take(window, out / "welcome.png")
    window.show_found()
    _take(window, out / "found.png")
    _meet(window, out)
    window.close()
    now = clock.now().wall
    _of("sample", make_sample(clock.now, work), settings, dress, out)
    _of("crowd", crowd.found(work), settings, dress, out)
    empty = file.create(work / "empty.coalmeet", "Riverside Alliance", now=now, time_zone="Europe/Berlin")
    _of("empty", empty, settings, dress, out)


def _meet(window: MainWindow, out: Path) -> None:
    """The screen for a file that came from somewhere else: while it is looked through, and then."""
    form = NewcomerForm()
    window.screens.addWidget(form)
    window.screens.setCurrentWidget(form)
    sent, own = (
        Path("/home/ada/Downloads/river, last version.coalmeet"),
        Path("/home/ada/Documents/River.coalmeet"),
    )
    form.begin(sent)
    _take(window, out / "newcomer-looking.png")
    told = Contents("c", "River Alliance", 14, date(2026, 5, 14), None, 4_310, 10)
    form.show_found(told_of(told), own, as_it_was(), readable=True)
    _take(window, out / "newcomer.png")
    form.show_known()
    _take(window, out / "newcomer-known.png")


def _of(name: str, coalition: CoalitionFile, settings: Settings, dress: Dress, out: Path) -> None:
    book = OpenFile(coalition)
    window = MainWindow(makers(settings), settings)
    window.resize(*dress.page)
    window.show()
    window.show_file(book)
    for code in window.pages:
        path = out / f"{name}-{code}.png"
        if code in _READ:
            wanted = (row.id for row in book.read(meetings.meetings) if row.state == _READ[code])
            _preview(window, code, next(wanted, ""), path)
        elif code == "sheet":
            _preview(window, code, "charter", path)
        else:
            window.show_page(code)
            _take(window, path)
    for page in window.pages.made:
        page.settle()
    window.close()
    coalition.close()


def _preview(window: MainWindow, code: str, found: str, path: Path) -> None:
    """The pages of the last meeting that was held, the book of the next one, or the charter, once they are made."""
    if found:
        window.go(code, found)
        canvas = window.page.findChild(Canvas)
        assert canvas is not None
        for _again in range(MANY):
            if not canvas.sizes:
                wait(MOMENT)
        wait(2 * MOMENT)
        _take(window, path)


def _take(window: MainWindow, path: Path) -> None:
    settle()
    wait(MOMENT)
    window.grab().save(str(path))
