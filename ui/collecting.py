"""Unused windows are taken away by the thread that owns them, and by no other.

Python collects its garbage in whichever thread happens to need room: one that imports modules or draws a PDF would take
away the windows of another, and Qt does not survive that.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, Qt, QTimer

from coalmeet.documents.going import is_going

EACH_MS = 10_000  # a tenth of a wake-up a second


class Collecting(QObject):
    """While it lives, garbage is collected in its own thread only, now and then."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._timer.setInterval(EACH_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """Collect as far as Python itself would have: the young often, the old seldom.

        Not while a paper is being made: the million young things of a year book would hold the window up for a
        quarter of a second, and go by themselves when it is done.
        """
        if is_going():
            return
        due = [
            at
            for at, (count, most) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True))
            if count > most
        ]
        if due:
            gc.collect(max(due))

    def end(self) -> None:
        """Leave it to Python again."""
        self._timer.stop()
        gc.enable()
