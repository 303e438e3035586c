"""Pictures of what happens when a file travels: handing over, what a copy would bring, and what is left to choose."""

from __future__ import annotations

from pathlib import Path

from dresses import Dress
from PySide6.QtWidgets import QWidget

from coalmeet import clock
from coalmeet.sample import make_sample
from coalmeet.store import edit, meetings, people
from coalmeet.store import file as files
from coalmeet.store.bringing_in.other_copy import compared
from coalmeet.store.file import CoalitionFile
from coalmeet.store.handing_over.hand_over import hand_over
from ui.open_file import OpenFile
from ui.pages import makers
from ui.rehearsal.camera import settle, wait
from ui.settings import Settings
from ui.widgets.scroll_area import ScrollArea
from ui.window import MainWindow

MOMENT = 250  # milliseconds until a page has found its place


def draw(dress: Dress, out: Path, work: Path) -> None:
    """The two sections in each of their states, in one dress."""
    out = out / "copies"
    out.mkdir(parents=True, exist_ok=True)
    ours = make_sample(clock.now, work)
    book = OpenFile(ours)
    handed = hand_over(ours, work / "for the next facilitator.coalmeet", book.today())
    _differ(ours, handed.path)
    settings = Settings(work / "settings.json")
    window = MainWindow(makers(settings), settings)
    window.resize(*dress.page)
    window.show()
    window.show_file(book)
    window.show_page("file")
    page = window.pages["file"]
    _take(window, page.handing, out / "hand-over.png")
    page.handing._written(handed)
    _take(window, page.handing, out / "handed-over.png")
    copies = page.copies
    copies._copy = handed.path
    copies._show(compared(ours, handed.path))
    _take(window, copies, out / "what-comes-in.png")
    copies.preview.questions.cards[0].sides[1].take.click()
    _take(window, copies.preview.questions, out / "one-chosen.png")
    copies._write(None)
    _take(window, copies, out / "came-in.png")
    copies.waiting.questions.cards[0].sides[0].take.click()
    _take(window, copies, out / "still-open.png")
    copies._show(None)
    _take(window, copies, out / "other-passphrase.png")
    window.close()
    ours.close()


def _differ(ours: CoalitionFile, path: Path) -> None:
    """Both go on: some of it each for itself, some of it about the same things."""
    theirs = files.open_to_write(path)
    with ours.reading() as con:
        first, second, third = people.organisations(con)[:3]
        coming = next(row for row in meetings.meetings(con) if row.state == "planned")
    for number, file in enumerate((ours, theirs)):
        with file.writing() as con:
            edit.edit(con, file, "organisation", first.id, size=(40, 36)[number])
            place = (
                "The upper room, Quay Street",
                "Online, and for whoever likes in the library, ground floor",
            )
            edit.edit(con, file, "meeting", coming.id, place=place[number])
            if number:
                edit.edit(con, file, "organisation", second.id, short="Mill")
                edit.edit(con, file, "organisation", third.id, size=7)
            else:
                edit.delete(con, file, "organisation", third.id)
    theirs.close()


def _take(window: MainWindow, part: QWidget, path: Path) -> None:
    settle()
    wait(MOMENT)
    above = part.parentWidget()
    while above is not None and not isinstance(above, ScrollArea):
        above = above.parentWidget()
    if above is not None:
        top = part.mapTo(above.widget(), part.rect().topLeft()).y()
        above.verticalScrollBar().setValue(max(0, top - 8))
        wait(MOMENT)
    window.grab().save(str(path))
