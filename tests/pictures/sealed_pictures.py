"""Pictures of all about a passphrase: the screen that asks, the section of the page, a new coalition."""

from __future__ import annotations

from pathlib import Path

from dresses import Dress

from coalmeet import clock
from coalmeet.sample import make_sample
from coalmeet.store.key_store import Answer, Asking, KeyStore, why
from ui.open_file import OpenFile
from ui.pages import makers
from ui.rehearsal.camera import settle, wait
from ui.settings import Settings
from ui.start.asking import AskForm
from ui.widgets.rows import Row
from ui.window import MainWindow

MOMENT = 250  # milliseconds until a screen has found its place
WORDS = "otter abacus zodiac grape lantern legend"
FOUND = Path("/home/ada/Documents/coalitions/River Alliance.coalmeet")


class Known(KeyStore):
    """A key store that remembers everything."""

    def look(self, salt: bytes) -> Asking:
        return Asking(lambda: Answer("known"))


def draw(dress: Dress, out: Path, work: Path) -> None:
    """All of it in one dress."""
    out = out / "sealed"
    out.mkdir(parents=True, exist_ok=True)
    settings = Settings(work / "settings.json")
    window = MainWindow(makers(settings), settings)
    window.resize(*dress.page)
    window.show()
    _draw_asking(window, out)
    window.show_found()
    window.found.name.setText("River Alliance")
    window.found.sealing.setChecked(True)
    _take(window, out / "found.png")
    _draw_section(window, out, work)
    window.close()


def _draw_asking(window: MainWindow, out: Path) -> None:
    form = AskForm()
    window.screens.addWidget(form)
    window.screens.setCurrentWidget(form)
    form.begin(FOUND, FOUND.stem)
    form.words.setFocus()
    _take(window, out / "ask-looking.png")
    form.show_why(why("unknown"))
    _take(window, out / "ask-unknown.png")
    form.show_why(why("locked"), may_ask_again=True)
    form.words.setText("otter abacus zodiac grape lantren legend")
    _take(window, out / "ask-locked.png")
    form.show_why(why("wrong"))
    form.seen.setChecked(True)
    form.refuse(
        f"“{FOUND.name}” does not open with this passphrase: it is another one, or the file is damaged. Try again; "
        "if you are sure of the words, open a backup.",
        ("lantren",),
    )
    form.show_backups(
        [
            Row(str(at), f"{at} November 2026", "14:05", "save", tone="ink2", action="Look at it")
            for at in (21, 20, 14)
        ]
    )
    _take(window, out / "ask-wrong.png")
    form.show_why(why("none"), remembers=False)
    form.show_trying(True)
    _take(window, out / "ask-none.png")


def _draw_section(window: MainWindow, out: Path, work: Path) -> None:
    book = OpenFile(make_sample(clock.now, work))
    book.key_store = Known()
    window.show_file(book)
    window.go("file", "passphrase")
    section = window.pages["file"].passphrase
    _take(window, out / "file-open.png")
    for name in ("choose", "off", "forget", "type"):
        section.show_panel(name)
        _take(window, out / f"file-{name}.png")
    section.show_panel("choose")
    section.choose.new.kind.button("own").click()
    _take(window, out / "file-own.png")
    section.words.words.show_words(WORDS)
    section.show_panel("words")
    _take(window, out / "file-words.png")
    section.state.show_state(sealed=True, writable=True)
    section.state.show_remembered("known")
    section.show_panel("state")
    _take(window, out / "file-sealed.png")
    section.state.show_remembered("locked")
    _take(window, out / "file-locked.png")
    book.file.close()


def _take(window: MainWindow, path: Path) -> None:
    wait(MOMENT)
    settle()
    window.grab().save(str(path))
