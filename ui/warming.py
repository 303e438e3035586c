"""Imports what is needed next while somebody looks at the first window: opening a file or a meeting would stall.

Windows and widgets are imported by the windows' own thread only, a module between two turns of its loop. PySide 6.11
keeps what it knows of each class of widget in one table (before Python 3.12), and Qt reads it without Python's lock:
a class that came to be in another thread at that moment ended the program.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator

from PySide6.QtCore import QObject, QThread, QTimer

# SQLAlchemy comes with the first of them; no window is among them, not even indirectly.
CORE = (
    "coalmeet.store.file",
    "coalmeet.store.edit",
    "coalmeet.store.engine",
    "coalmeet.store.gesture",
    "coalmeet.store.actions",
    "coalmeet.store.agenda",
    "coalmeet.store.decisions",
    "coalmeet.store.live_meeting",
    "coalmeet.store.meetings",
    "coalmeet.store.people",
    "coalmeet.meeting.minutes",
    "coalmeet.meeting.publish",
    "babel.dates",
    "babel.numbers",
)
WINDOWS = (
    "ui.start",
    "ui.meetings",
    "ui.prepare",
    "ui.members",
    "ui.rotation",
    "ui.decisions",
    "ui.keeping",
    "ui.preview",
    "ui.desk",
    "ui.share",
)


class Warming(QThread):
    """`finished` tells that a file may be opened; a module that cannot be imported shows itself when it is used."""

    def run(self) -> None:
        for module in CORE:
            importlib.import_module(module)


class WarmingWindows(QObject):
    """What pages and meetings are made of, from `start` on; whoever wants one earlier imports it at once."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._modules: Iterator[str] = _modules()
        self._turn = QTimer(self)
        self._turn.timeout.connect(self._go_on)

    def start(self) -> None:
        """Begin, or go on, between the turns of this thread's loop."""
        self._turn.start(0)

    def stop(self) -> None:
        """Leave the rest to whoever wants it."""
        self._turn.stop()

    def is_busy(self) -> bool:
        """Whether there is more to import."""
        return self._turn.isActive()

    def _go_on(self) -> None:
        if (module := next(self._modules, None)) is None:
            self.stop()
        else:
            importlib.import_module(module)


def _modules() -> Iterator[str]:
    for package in WINDOWS:
        found = importlib.import_module(package)
        yield from (one.name for one in pkgutil.walk_packages(found.__path__, f"{package}."))
