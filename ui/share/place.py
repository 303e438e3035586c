"""Where the shared window stands: remembered by the name of its screen, and back in sight when a screen is gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from ui.settings import Settings


def keep(settings: Settings, share: QWidget) -> None:
    """Remember where the window stands on this screen, and that with these screens it stands on this one."""
    name = share.screen().name()
    settings.keep_place(_sitting(), name.encode())
    settings.keep_place(_place(name), bytes(share.saveGeometry().data()))


def put_back(settings: Settings, share: QWidget) -> None:
    """Put the window where it stood last with these screens, or where it once stood on one of them."""
    last = settings.place(_sitting()).decode(errors="replace")
    for screen in sorted(QGuiApplication.screens(), key=lambda one: one.name() != last):
        known = settings.place(_place(screen.name()))
        if known and share.restoreGeometry(known):
            break
    bring_in_sight(share)


def bring_in_sight(share: QWidget) -> None:
    """Leave the only screen to the desk too, and stand on a screen that is there."""
    screens, stands = QGuiApplication.screens(), share.frameGeometry()
    if share.isFullScreen() and len(screens) < 2:
        stands = share.normalGeometry()  # which may be on the screen that is gone
        share.showNormal()
    if not share.isFullScreen() and not any(_sees(screen, stands) for screen in screens):
        room = QGuiApplication.primaryScreen().availableGeometry()
        placed = QRect(QPoint(0, 0), stands.size().boundedTo(room.size()))
        placed.moveCenter(room.center())
        share.setGeometry(placed)


def _sees(screen: QScreen, stands: QRect) -> bool:
    """Whether so much of the window is on this screen that it can be seen and taken hold of."""
    shown = screen.availableGeometry().intersected(stands)
    return 2 * shown.width() >= stands.width() and 2 * shown.height() >= stands.height()


def _sitting() -> str:
    """What is connected now: with the same screens again, the window stands on the same one."""
    return "share with " + ", ".join(sorted(screen.name() for screen in QGuiApplication.screens()))


def _place(screen: str) -> str:
    return f"share@{screen}"
