"""Waiting for the computer's key store while the window goes on: it is looked for between two turns of the loop.

Nothing of Qt is touched by the thread that asks: it may hang, and be left behind when the program ends.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from coalmeet.store.key_store import LIMIT_SECONDS, Answer, Asking

LIMIT_MS = round(LIMIT_SECONDS * 1000)
LOOK_MS = 25  # how often it is looked whether the key store has answered


class Answering(QObject):
    """`answered` carries the Answer of a key store; "silent" first where the limit passes before it comes."""

    answered = Signal(object)

    def __init__(self, asking: Asking, parent: QObject, limit_ms: int = LIMIT_MS) -> None:
        super().__init__(parent)
        self._asking, self._left = asking, limit_ms
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def stop(self) -> None:
        """Nobody wants the answer any more."""
        self._timer.stop()

    def _look(self) -> None:
        answer = self._asking.answer()
        if answer is not None:
            self._timer.stop()
            self.answered.emit(answer)
        elif 0 < self._left <= LOOK_MS:
            self.answered.emit(Answer("silent"))
        self._left -= LOOK_MS
