"""Pictures of both windows, as they stand on the screen."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget


class Camera:
    """Takes numbered pictures of the desk and of what the call sees into a folder."""

    def __init__(self, folder: Path, desk: QWidget, share: QWidget) -> None:
        self.folder = folder
        self._windows = {"desk": desk, "call": share}
        self._taken = 0

    def take(self, name: str) -> tuple[str, ...]:
        """Take one of each window; the names of the files. A window that is hidden has no picture."""
        self._taken += 1
        found = []
        for which, window in self._windows.items():
            if window.isVisible():
                file = f"{self._taken:02d}-{name}-{which}.png"
                settle()
                window.grab().save(str(self.folder / file))
                found.append(file)
        return tuple(found)


def settle() -> None:
    """Let every change reach the screen: layouts asked for, then painted."""
    for _again in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        QCoreApplication.processEvents()
