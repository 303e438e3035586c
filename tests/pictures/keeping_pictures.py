"""Pictures of what keeps the file: backups on its page, a check that finds something, a file that does not open."""

from __future__ import annotations

from pathlib import Path

from dresses import Dress

from coalmeet import clock
from coalmeet.sample import make_sample
from coalmeet.store import backups
from coalmeet.store.problems import damaged
from ui.keeping.backups import row_of
from ui.keeping.page import FilePage
from ui.open_file import OpenFile
from ui.pages import makers
from ui.rehearsal.camera import settle, wait
from ui.settings import Settings
from ui.start.damaged import DamagedForm
from ui.window import MainWindow

MOMENT = 200
HOUR = 3_600_000
FOUND = (
    "“Monthly meeting”: The log of this meeting has a gap: a part of it is missing. Open a backup.",
    "“Spring meeting”: its record cannot be read. Open a backup.",
)


def draw(dress: Dress, out: Path, work: Path) -> None:
    """The page with backups, one of them chosen, with findings; and the screen for a damaged file."""
    out = out / "keeping"
    out.mkdir(parents=True, exist_ok=True)
    coalition, settings, now = (
        make_sample(clock.now, work),
        Settings(work / "settings.json"),
        clock.now().wall,
    )
    for hours, why in ((900, backups.FORMAT), (500, "opened"), (220, "closed"), (72, "opened"), (26, "closed"),
                       (25, "passphrase"), (5, "restoring"), (2, "opened")):  # fmt: skip
        backups.keep(coalition, why, now=now - hours * HOUR)
    window = MainWindow(makers(settings), settings)
    window.resize(*dress.page)
    window.show()
    window.show_file(OpenFile(coalition))
    window.show_page("file")
    _take(window, out / "backups.png")
    page = window.page
    assert isinstance(page, FilePage)
    page.backups.list.choose(str(backups.of(coalition.path)[1].path))
    _take(window, out / "backup-chosen.png")
    page.checking._show_found(FOUND)
    page.checking.rescue.setFocus()
    settle()
    page._area.ensureWidgetVisible(page.checking)
    _take(window, out / "found.png")
    form = DamagedForm()
    window.screens.addWidget(form)
    window.screens.setCurrentWidget(form)
    rows = [row_of(one, coalition.path) for one in backups.of(coalition.path)[:6]]
    form.begin(coalition.path, damaged().format(name=coalition.path.name), rows, readable=True)
    _take(window, out / "damaged.png")
    window.close()
    coalition.close()


def _take(window: MainWindow, path: Path) -> None:
    settle()
    wait(MOMENT)
    window.grab().save(str(path))
