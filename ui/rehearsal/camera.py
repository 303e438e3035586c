"""Pictures of both windows, as they stand on the screen."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QTimer
from PySide6.QtWidgets import QWidget

from ui.live import LiveMeeting
from ui.share.window import ShareWindow

CATCH_UP = 1_200  # milliseconds: what the call sees changes at most once a second
MINIATURE = 750  # and the desk's miniature of it follows a little later


class Camera:
    """Takes numbered pictures of the desk and of what the call sees into a folder, counted on from `taken`."""

    def __init__(
        self, folder: Path, live: LiveMeeting, desk: QWidget, share: ShareWindow, taken: int = 0
    ) -> None:
        self.folder = folder
        self._live, self._share = live, share
        self._windows: dict[str, QWidget] = {"desk": desk, "call": share}
        self.taken = taken

    def take(self, name: str) -> tuple[str, ...]:
        """Take one of each window; the names of the files. A window that is hidden has no picture."""
        self.taken += 1
        self._let_the_call_catch_up()
        found = []
        for which, window in self._windows.items():
            if window.isVisible():
                file = f"{self.taken:02d}-{name}-{which}.png"
                settle()
                window.grab().save(str(self.folder / file))
                found.append(file)
        return tuple(found)

    def _let_the_call_catch_up(self) -> None:
        settle()
        if self._share.view != self._live.view:
            wait(CATCH_UP)
        wait(MINIATURE)


def wait(milliseconds: int) -> None:
    """Let the windows live for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def settle() -> None:
    """Let every change reach the screen: layouts asked for, then painted."""
    for _again in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        QCoreApplication.processEvents()
