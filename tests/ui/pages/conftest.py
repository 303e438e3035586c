"""A coalition on a real file with a clock that the test moves, and the pages on it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QThread
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coalmeet import text
from coalmeet.clock import Moment
from coalmeet.coalition.plan import PlannedItem, PlannedMeeting
from coalmeet.ids import new_id
from coalmeet.store import agenda, file, meetings, ours
from coalmeet.store.edit import edit_rows
from coalmeet.store.file import CoalitionFile
from ui import theme
from ui.open_file import OpenFile
from ui.page import Page

TODAY = date(2026, 11, 22)
ZONE = "Europe/Berlin"


def is_over(qtbot: QtBot, work: QThread) -> None:
    """The thread may be over before anybody waits for it; what it said still has to arrive."""
    qtbot.waitUntil(work.isFinished, timeout=60_000)
    QApplication.processEvents()


class FakeClock:
    """Time as the test says; each look is a moment later."""

    def __init__(self) -> None:
        self.wall = text.wall(TODAY, "18:02", ZONE)

    def __call__(self) -> Moment:
        self.wall += 250
        return Moment(self.wall, self.wall, "test")


ORGANISATIONS = (
    ("Harbour Choir", "Choir", 12),
    ("Night Bus Riders", "Riders", 400),
    ("Allotment Society", "Allotments", 60),
    ("Old Mill Neighbours", "Mill", 35),
)
PEOPLE = (
    ("Mara Lind", 0, "delegate"),
    ("Ilie Roth", 0, "alternate"),
    ("Senna Okoro", 1, "delegate"),
    ("Pim de Wit", 2, "delegate"),
    ("Jana Kubo", 3, "delegate"),
    ("Tove Aas", 3, "interpreter"),
)
AGENDA = (
    PlannedItem("", 0, "opening", "Opening", "", 5),
    PlannedItem("", 0, "temperature", "Temperature round", "", 5),
    PlannedItem(
        "", 0, "", "Night buses on Sundays", "decision", 25, "One demand is agreed", ("Senna Okoro",)
    ),
    PlannedItem("", 0, "", "Summer fair", "discussion", 15, "We know who asks whom"),
    PlannedItem("", 0, "", "Money so far", "update", 5, "All know what is left", ("Pim de Wit",)),
    PlannedItem("", 0, "closing", "Closing", "", 5),
)


def found_coalition(path: Path, clock: FakeClock) -> CoalitionFile:
    """A file with four organisations, six people, and one meeting prepared for the coming Thursday."""
    opened = file.create(path, "Harbour Quarter Alliance", now=clock().wall, time_zone=ZONE)
    with opened.writing() as con:
        organisations = {new_id(): one for one in ORGANISATIONS}
        ids = list(organisations)
        edit_rows(
            con,
            opened,
            "organisation",
            {
                one: {"name": name, "short": short, "size": size, "joined": date(2026, 1, 1)}
                for one, (name, short, size) in organisations.items()
            },
        )
        people = {new_id(): one for one in PEOPLE}
        edit_rows(con, opened, "person", {one: {"name": name} for one, (name, _org, _cap) in people.items()})
        belongs = {
            new_id(): {"person": one, "organisation": ids[at], "capacity": capacity}
            for one, (_name, at, capacity) in people.items()
        }
        edit_rows(con, opened, "affiliation", belongs)
        meetings.save(
            con,
            opened,
            PlannedMeeting(
                "coming", "Monthly delegates’ meeting", TODAY + timedelta(days=4), "14:00", 60,
                "Town library, room 2", facilitator=next(iter(people)), turn=ids[0],
            ),
        )  # fmt: skip
        agenda.insert(con, opened, "coming", AGENDA)
    return opened


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture(scope="session")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The coalition as it is founded, to be copied: that takes a twentieth of the time of founding it anew."""
    path = tmp_path_factory.mktemp("founded") / "Harbour.coalmeet"
    found_coalition(path, FakeClock()).close()
    return path


@pytest.fixture
def opened(tmp_path: Path, clock: FakeClock, founded: Path) -> Iterator[CoalitionFile]:
    clock()
    here = tmp_path / founded.name
    shutil.copy(founded, here)
    ours.remember(here)
    made = file.open_to_write(here)
    yield made
    made.close()


@pytest.fixture
def book(opened: CoalitionFile, clock: FakeClock, qapp: object) -> OpenFile:
    """The file as the pages share it."""
    return OpenFile(opened, clock)


@pytest.fixture(scope="session", autouse=True)
def nothing_left_to_paste(qapp: QApplication) -> Iterator[None]:
    """Qt without a screen comes to a bad end while something copied waits to be pasted; with a screen it does not."""
    yield
    QGuiApplication.clipboard().clear()


@pytest.fixture(scope="session")
def dressed(qapp: QApplication) -> None:
    """The program's looks, put on once."""
    theme.apply(qapp, mode="light", contrast="normal", text_scale=1.0)


@pytest.fixture
def show(qtbot: QtBot, book: OpenFile, dressed: None) -> Iterator[Callable[[Page], Page]]:
    """Puts a page on the screen with the file; it says where it was asked to go in `page.errands`."""

    def shown(page: Page) -> Page:
        qtbot.addWidget(page)
        page.errands = []
        page.go.connect(lambda errand, id: page.errands.append((errand, id)))
        page.show_file(book)
        page.resize(1072, 800)
        page.show()
        qtbot.waitExposed(page)
        pages.append(page)
        return page

    pages: list[Page] = []
    yield shown
    for page in pages:  # before the file is closed: what is being typed is saved when a page goes
        page.close()
