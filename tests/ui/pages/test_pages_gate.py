"""A gate over every page: named controls, whole words, nothing cut or pushed out, and one large button at most.

It walks the sample coalition, one as large as the largest known, and an empty one: in the smallest window, and with
letters twice as large on a screen that is not.
"""

from __future__ import annotations

import importlib
import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)

from coalmeet import clock
from coalmeet.sample import make_sample
from coalmeet.store import file
from coalmeet.store.file import CoalitionFile
from coalmeet.store.foreign import Contents
from coalmeet.store.key_store import why
from ui import theme
from ui.keeping.page import FilePage
from ui.newcomers import told_of
from ui.open_file import OpenFile
from ui.page import Page
from ui.pages import makers
from ui.rehearsal.camera import settle
from ui.settings import Settings
from ui.start.asking import AskForm
from ui.start.newcomer import NewcomerForm, as_it_was
from ui.widgets import lines
from ui.widgets.buttons import Button
from ui.widgets.day_edit import DayEdit
from ui.widgets.labels import OneLine, Wrapped
from ui.window import MainWindow

NAMED = (QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QAbstractSpinBox)
SHAPES = {"least": (1120, 700, 1.0), "text twice as large": (1596, 1160, 2.0)}
NAMES = ("sample", "crowd", "empty")
WHOLE = os.environ.get("COALMEET_EXAMPLES") == "full"
WALKS = [(shape, name) for shape in SHAPES for name in NAMES]
if not WHOLE:  # each change walks the hardest of each
    WALKS = [("least", "crowd"), ("text twice as large", "sample"), ("text twice as large", "empty")]
OURS = 60  # letters up to which a line has no excuse for an end in …: longer ones are what people wrote
PICTURES = Path(__file__).parents[2] / "pictures"


def coalition(name: str, folder: Path) -> CoalitionFile:
    if name == "sample":
        return make_sample(clock.now, folder)
    if name == "crowd":
        made: CoalitionFile = importlib.import_module("crowd").found(folder)
        return made
    now = clock.now().wall
    return file.create(folder / "empty.coalmeet", "Riverside Alliance", now=now, time_zone="Europe/Berlin")


@pytest.fixture
def window(request: pytest.FixtureRequest, qapp: QApplication, tmp_path: Path) -> Iterator[MainWindow]:
    """The main window in one of its shapes, still without a file."""
    width, height, scale = SHAPES[request.param]
    theme.apply(qapp, mode="light", contrast="normal", text_scale=scale)
    settings = Settings(tmp_path / "settings.json")
    made = MainWindow(makers(settings), settings)
    made.setMinimumSize(0, 0)  # no screen here is large enough
    made.resize(width, height)
    made.show()
    yield made
    made.close()
    made.deleteLater()  # at once, or every window that is still there would be dressed anew, too
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    theme.apply(qapp, mode="light", contrast="normal", text_scale=1)


@pytest.mark.parametrize(("window", "name"), WALKS, indirect=["window"])
def test_each_page_has_room_for_its_words_and_its_controls(
    window: MainWindow, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(str(PICTURES))
    opened = coalition(name, tmp_path)
    found = {}
    window.show_file(OpenFile(opened))
    for code in window.pages:
        window.show_page(code)
        settle()
        found.update({f"{fault} (on: {code})": code for fault in faults(window.page)})
    opened.close()
    assert not found, "\n".join(found)


@pytest.mark.parametrize("window", SHAPES, indirect=True)
def test_the_first_screens_have_room_for_their_words_and_their_controls(window: MainWindow) -> None:
    settle()
    assert list(faults(window.welcome)) == []
    window.show_found()
    settle()
    assert list(faults(window.found)) == []
    window.found.sealing.setChecked(True)
    settle()
    assert list(faults(window.found)) == []
    form = AskForm()
    window.screens.addWidget(form)
    window.screens.setCurrentWidget(form)
    form.begin(Path("River.coalmeet"), "River")
    for state in ("unknown", "locked", "silent", "wrong", "none", "failed"):
        form.show_why(why(state), may_ask_again=state in {"locked", "silent", "failed"})
        settle()
        assert list(faults(form)) == []


@pytest.mark.parametrize("window", SHAPES, indirect=True)
def test_the_screen_for_a_file_from_elsewhere_has_room_for_its_words(window: MainWindow) -> None:
    form = NewcomerForm()
    window.screens.addWidget(form)
    window.screens.setCurrentWidget(form)
    form.begin(Path("a folder") / f"{'river, last version, ' * 4}.coalmeet")
    settle()
    assert list(faults(form)) == []
    told = Contents(
        "c", "Alliance of the Lower River and All Its Tributaries", 265, date(2026, 5, 14), None, 60_000, 10
    )
    form.show_found(told_of(told), Path("Documents") / f"{told.name}.coalmeet", as_it_was(), readable=True)
    settle()
    assert list(faults(form)) == []
    form.show_known()
    settle()
    assert list(faults(form)) == []
    form.refuse("“there.coalmeet” is already there. Open it, or choose another name for the new coalition.")
    settle()
    assert list(faults(form)) == []


@pytest.mark.parametrize("window", SHAPES, indirect=True)
def test_each_question_about_the_passphrase_has_room_for_its_words(
    window: MainWindow, tmp_path: Path
) -> None:
    window.show_file(OpenFile(file.create(tmp_path / "River.coalmeet", "River", now=clock.now().wall)))
    window.show_page("file")
    assert isinstance(window.page, FilePage)
    section = window.page.passphrase
    section.state.show_state(sealed=True, writable=True)
    section.state.show_remembered("locked")
    section.words.words.show_words("otter abacus zodiac grape lantern legend")
    for panel in section.panels:
        section.show_panel(panel)
        settle()
        assert [fault for fault in faults(window.page) if not fault.startswith("several")] == []
    window.book.file.close()


def faults(page: QWidget) -> Iterator[str]:
    """What a person could not read or use as it stands, each in a few words."""
    shown = [one for one in page.findChildren(QWidget) if one.isVisible()]
    large = [one.text() for one in shown if isinstance(one, Button) and one._kind == "primary"]
    if len(large) > 1:
        yield f"several large buttons: {', '.join(large)}"
    if isinstance(page, Page) and page.head.title.height() < page.head.title.sizeHint().height():
        yield "the title is cut"
    for one in shown:
        if isinstance(one, NAMED) and not inner(one):
            yield from faults_of_control(one)
        elif isinstance(one, (OneLine, Wrapped)) and is_elided(one):
            yield f"words without their end: {one.text()}"


def faults_of_control(one: QWidget) -> Iterator[str]:
    name = getattr(one, "text", str)() or one.accessibleName()
    if not name:
        yield f"without a name: {type(one).__name__}"
    if isinstance(one, QAbstractButton) and one.height() < one.minimumSizeHint().height() - 1:
        yield f"squashed: {name}"
    if isinstance(one, Button) and is_cut(one):
        yield f"a button without the end of its words: {name}"
    if isinstance(one, DayEdit) and lines.width_of(one.text(), one.font()) > room_for_words(one):
        yield f"a day without its year: {name}"
    if is_pushed_out(one):
        yield f"pushed out of the page: {name}"


def is_cut(button: Button) -> bool:
    """Whether words are missing that no tooltip holds."""
    whole = button._width(button._word_width(), with_key=False)
    return bool(button.text()) and not button.toolTip() and button.width() < whole - 1


def is_elided(label: OneLine | Wrapped) -> bool:
    text = lines.one_line(label.text())
    if not text or len(text) > OURS:
        return False
    if isinstance(label, OneLine):
        return lines.width_of(text, label.font()) > label.width() + 1
    shown = label._lines(label.width())
    return bool(shown) and shown[-1].endswith("…") and not text.endswith("…")


def room_for_words(line: QLineEdit) -> int:
    margins = line.textMargins()
    return line.width() - margins.left() - margins.right() - 2 * theme.px(12)


def is_pushed_out(control: QWidget) -> bool:
    """Whether its side lies beyond what scrolls up and down around it, or beyond the window."""
    above = control.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea) or above.isWindow():
            around = above.viewport() if isinstance(above, QScrollArea) else above
            left = control.mapTo(around, QPoint(0, 0)).x()
            if left < -1 or left + control.width() > around.width() + 1:
                return True
        above = above.parentWidget()
    return False


def inner(control: QWidget) -> bool:
    """Parts that Qt makes for its own widgets: the line of a spin box, the cross of a search, a table's corner."""
    return isinstance(control.parentWidget(), (QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit))
