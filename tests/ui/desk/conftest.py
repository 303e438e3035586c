"""A facilitator at the desk: real keys and clicks, a real file, and a clock that the test moves."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from coalmeet.clock import Moment
from coalmeet.coalition.plan import PlannedMeeting
from coalmeet.meeting.events import AgendaEntry, MeetingOpened, Member, OpenAction, Seat
from coalmeet.meeting.moves import flow, people
from coalmeet.meeting.state import Item, Meeting
from coalmeet.store import file, meetings
from coalmeet.store.edit import edit_rows
from coalmeet.store.file import CoalitionFile
from coalmeet.text import wall
from ui import theme
from ui.desk.person_pill import PersonPill
from ui.desk.window import DeskWindow
from ui.live import LiveMeeting
from ui.share.window import ShareWindow

DAY, ZONE = date(2026, 11, 26), "Europe/Berlin"
JOINED = date(2025, 1, 1)
START = wall(DAY, "14:00", ZONE)
MINUTE = 60_000

KEYS = {
    "Enter": Qt.Key.Key_Return,
    "Esc": Qt.Key.Key_Escape,
    "→": Qt.Key.Key_Right,
    "↓": Qt.Key.Key_Down,
    "Space": Qt.Key.Key_Space,
    "Tab": Qt.Key.Key_Tab,
    "F1": Qt.Key.Key_F1,
    "↑": Qt.Key.Key_Up,
    "Del": Qt.Key.Key_Delete,
    "End": Qt.Key.Key_End,
}
HOLDERS = {
    "Ctrl": Qt.KeyboardModifier.ControlModifier,
    "Shift": Qt.KeyboardModifier.ShiftModifier,
    "Alt": Qt.KeyboardModifier.AltModifier,
}
ORGANISATIONS = (
    ("Tenants’ Union", "Amina Diallo", "Pavel Novák"),
    ("Housing Action", "Rosa Blum", "Tom Adeyemi"),
    ("Legal Aid Circle", "Yusuf Tan", "Clara Wen"),
    ("Food Bank Network", "Kofi Owusu", "Maja Horn"),
    ("Students’ Union", "Lena Maier", "Ravi Shah"),
    ("Care Workers 7", "Sam Price", "Dilek Ay"),
    ("Radio Community", "Jun Nakamura", "Eva Sorel"),
    ("Migrant Workers’ Association", "María José Sánchez-Ortega", "Abel Haile"),
)
TEXT = "We launch on 15 March with one shared demand: a two-year rent freeze. Review on 15 June."
AGENDA = (
    AgendaEntry("opening", "Opening", minutes=5, built_in="opening"),
    AgendaEntry("temperature", "Temperature round", minutes=5, built_in="temperature"),
    AgendaEntry("plan", "Work-plan review", minutes=5, built_in="work_plan"),
    AgendaEntry(
        "freeze", "Spring rent-freeze campaign", "decision", 25, "One text that all of us can carry",
        proposal=TEXT, need="Rents rise faster than we answer.", proposer="o4",
    ),
    AgendaEntry("break", "Break", minutes=10, built_in="break"),
    AgendaEntry("press", "Shared press officer", "discussion", 20, "We know what we would ask of one", ("Rosa Blum",)),
    AgendaEntry("budget", "Budget update", "update", 10, "All know what is left", ("Yusuf Tan",)),
    AgendaEntry("closing", "Closing", minutes=10, built_in="closing"),
)  # fmt: skip
WORK = (
    OpenAction("w1", "Send the legal note to all members", "Yusuf Tan", "o2", "2026-11-20"),
    OpenAction("w2", "Ask the library for the large room", "Rosa Blum", "o1", "2026-12-01"),
    OpenAction("w3", "Translate the leaflet", "", "o7", ""),
)


class FakeClock:
    """Time as the test says."""

    def __init__(self, start: int = START - 5 * MINUTE) -> None:
        self.wall = start

    def __call__(self) -> Moment:
        return Moment(self.wall, self.wall, "test")


def plan(**other: Any) -> MeetingOpened:
    """The meeting of the tests: eight organisations with two people each, and a guest; `other` changes it."""
    seats = [
        Seat(f"p{number}{capacity[0]}", name, f"o{number}", capacity)
        for number, (_name, delegate, alternate) in enumerate(ORGANISATIONS)
        for name, capacity in ((delegate, "delegate"), (alternate, "alternate"))
    ]
    usual: dict[str, Any] = {
        "title": "Monthly delegates’ meeting",
        "coalition": "Fair Rents Coalition",
        "date": DAY.isoformat(),
        "time_zone": ZONE,
        "planned_start": START,
        "planned_minutes": 90,
        "members": tuple(Member(f"o{number}", one[0]) for number, one in enumerate(ORGANISATIONS)),
        "people": (*seats, Seat("guest", "Ines Roth", "", "guest")),
        "agenda": AGENDA,
        "open_actions": WORK,
        "facilitator": "p0d",
        "note_taker": "p2d",
        "quorum": 5,
    }
    return MeetingOpened(**{**usual, **other})


def found(path: Path) -> CoalitionFile:
    """A file with the organisations and people of the plan, and a prepared meeting."""
    made = file.create(path, "Fair Rents Coalition", now=START, time_zone=ZONE)
    with made.writing() as con:
        edit_rows(
            con, made, "organisation",
            {f"o{n}": {"name": one[0], "size": 20 + n, "joined": JOINED} for n, one in enumerate(ORGANISATIONS)},
        )  # fmt: skip
        persons = {
            f"p{n}{c[0]}": name
            for n, one in enumerate(ORGANISATIONS)
            for c, name in (("d", one[1]), ("a", one[2]))
        }
        edit_rows(con, made, "person", {one: {"name": name} for one, name in persons.items()})
        edit_rows(
            con, made, "person", {"p3d": {"name": "Kofi Owusu", "access_needs": "a seat near the door"}}
        )
        meetings.save(con, made, PlannedMeeting("m", "Monthly delegates’ meeting", DAY, "14:00", 90))
    return made


class Robot:
    """Reads as facilitation: every step is a key press or a click, as a person would make it."""

    def __init__(
        self, book: CoalitionFile, opening: MeetingOpened | None = None, size: tuple[int, int] = (1280, 800)
    ) -> None:
        self.clock = FakeClock()
        self.live = LiveMeeting.open(book, "m", opening or plan(), now=self.clock)
        self.share = ShareWindow()
        self.live.show_to(self.share.show_view)
        self.desk = DeskWindow(self.live, self.share)
        self.desk.resize(*size)
        self.share.show()
        self.desk.show()
        self.desk.activateWindow()
        QTest.qWaitForWindowActive(self.desk)
        self.inputs = 0

    # What the facilitator does

    def waits(self, minutes: float) -> None:
        """Time goes by."""
        self.clock.wall += round(minutes * MINUTE)
        self.live._last_tick = self.clock()
        self.live.tick()
        self.settles()

    def settles(self) -> None:
        """Let the windows catch up."""
        QApplication.processEvents()

    def presses(self, key: str) -> None:
        """A key, as it stands beside its button: "N", "Ctrl+Z", "Enter"."""
        *holders, name = [key] if len(key) == 1 else key.split("+")
        modifiers = Qt.KeyboardModifier.NoModifier
        for holder in holders:
            modifiers |= HOLDERS[holder]
        known = KEYS.get(name)
        QTest.keyClick(self.focus(), known if known is not None else Qt.Key(ord(name.upper())), modifiers)
        self.inputs += 1
        self.settles()

    def types(self, words: str) -> None:
        """Words into the field that has the focus, Enter at the end of each finished line."""
        *lines, last = words.split("\n")
        for line in lines:
            QTest.keyClicks(self.focus(), line)
            QTest.keyClick(self.focus(), Qt.Key.Key_Return)
        QTest.keyClicks(self.focus(), last)
        self.settles()

    def clicks(self, words: str) -> None:
        """A button that is seen and bears these words."""
        QTest.mouseClick(self.button(words), Qt.MouseButton.LeftButton)
        self.inputs += 1
        self.settles()

    def arrive(self, *names: str) -> None:
        """Each name is pressed as they come in."""
        for name in names:
            QTest.mouseClick(self.pill(name), Qt.MouseButton.LeftButton)
            self.inputs += 1
            self.settles()

    def everybody_comes(self) -> None:
        """All delegates, and the guest."""
        self.clicks("All delegates are here")
        self.arrive("Ines Roth")

    def goes_to(self, item: str) -> None:
        """The meeting stands at an item, with all delegates here; how it came there is no matter of the test."""
        self.clock.wall = START
        self.live._last_tick = self.clock()
        self.live.do(
            people.arrive_all,
            [one.seat.person for one in self.meeting.people if one.seat.capacity == "delegate"],
        )
        self.live.do(flow.agree_agenda)
        self.live.do(flow.start_item, item)
        self.settles()

    def is_asked(self) -> None:
        """The proposal of the running item is on the table, and its consent round goes on."""
        self.presses("Enter")
        self.presses("F")

    def gives_word(self, word: str) -> None:
        """The word of whoever is asked."""
        self.types(word)
        self.presses("Enter")

    # What the facilitator sees

    @property
    def meeting(self) -> Meeting:
        """The meeting as it stands in the file."""
        return self.live.meeting

    @property
    def current(self) -> Item:
        """The running item."""
        assert self.meeting.current is not None
        return self.meeting.current

    @property
    def tool(self) -> str:
        """Which tool is shown."""
        return self.desk.parts.tools.name

    def focus(self) -> QWidget:
        """Where keys go."""
        return QApplication.focusWidget() or self.desk

    def writes(self) -> bool:
        """Whether a text field has the focus."""
        return isinstance(self.focus(), QLineEdit | QPlainTextEdit)

    def texts(self) -> str:
        """Every text that is seen on the desk, one a line."""
        found = [one.text() for one in self.desk.findChildren(QLabel) if one.isVisible()]
        found += [one.text() for one in self.desk.findChildren(QAbstractButton) if one.isVisible()]
        found += [one.text() for one in self.desk.findChildren(QLineEdit) if one.isVisible()]
        return "\n".join(found)

    def sees(self, words: str) -> bool:
        """Whether these words stand somewhere on the desk."""
        return words in self.texts()

    def refusal(self) -> str:
        """The sentence of a refusal, wherever it happened."""
        places = (self.desk.parts.refusal, self.desk.parts.beside.refusal, self.desk.parts.notes.refusal)
        return next((one.text() for one in places if one.isVisible()), "")

    def stressed(self) -> str:
        """The reason beside a locked button that was asked for, "" while nobody did."""
        reason = self.desk.parts.actions.reason
        strong = reason.isVisible() and reason.font().weight() >= theme.STRONG
        return reason.text() if strong else ""

    def large(self) -> str:
        """What the large button says."""
        return self.desk.parts.actions.large.text()

    def button(self, words: str) -> QAbstractButton:
        """A button that is seen, by its words or by what it says it does."""
        seen = [one for one in self.desk.findChildren(QAbstractButton) if one.isVisible() and one.isEnabled()]
        found = [one for one in seen if one.text() == words or one.accessibleName() == words]
        assert found, f"no button “{words}” among {sorted({one.text() for one in seen if one.text()})}"
        return found[0]

    def pill(self, name: str) -> PersonPill:
        """The pill of a person."""
        found = [
            one for one in self.desk.findChildren(PersonPill) if one.isVisible() and one.words.name == name
        ]
        assert found, f"no pill for {name}"
        return found[0]

    def leaves(self) -> None:
        """The program ends, or the laptop dies: nothing is asked."""
        self.desk.close()
        self.desk.deleteLater()
        self.share.deleteLater()
        self.live.close()


@pytest.fixture(autouse=True, scope="module")
def dressed(qapp: QApplication) -> None:
    """The windows as people see them."""
    theme.apply(qapp, mode="light")


@pytest.fixture(scope="session")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The coalition as it is founded, to be copied: that takes a twentieth of the time of founding it anew."""
    path = tmp_path_factory.mktemp("founded") / "c.coalmeet"
    found(path).close()
    return path


@pytest.fixture
def book(tmp_path: Path, founded: Path) -> Iterator[CoalitionFile]:
    """A coalition's file."""
    made = file.open_to_write(shutil.copy(founded, tmp_path / founded.name))
    yield made
    made.close()


@pytest.fixture
def robot(book: CoalitionFile, qtbot: QtBot) -> Iterator[Robot]:
    """A facilitator at a desk of the usual width."""
    made = Robot(book)
    yield made
    made.leaves()


@pytest.fixture
def desk_of(book: CoalitionFile, qtbot: QtBot) -> Iterator[Callable[..., Robot]]:
    """A facilitator at the desk of another meeting."""
    made: list[Robot] = []

    def open_desk(**other: Any) -> Robot:
        made.append(Robot(book, plan(**other)))
        return made[-1]

    yield open_desk
    for robot in made:
        robot.leaves()
