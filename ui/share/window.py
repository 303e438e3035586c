"""The window that a facilitator shares in the call: a fixed title, 16:9, nothing in it that moves or can be clicked."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QHideEvent, QKeyEvent, QShowEvent

from coalmeet.text import _
from ui import shortcuts, theme
from ui.share.canvas import Canvas
from ui.share.place import bring_in_sight

SETTLED_MS = 500  # after which a system has put windows where it wants them, when a screen is gone


class ShareWindow(Canvas):
    """A window of its own, so that callers can share it alone; closing hides it.

    `stands` tells how it is now: shown, minimised (the call then sees black) or hidden.
    """

    stands = Signal(str)

    def __init__(self) -> None:
        super().__init__(None)
        self.setWindowFlags(Qt.WindowType.Window)
        self.setWindowTitle(_("Coalmeet – shared window"))
        self.setMinimumSize(320, 180)
        self.resize(theme.SHARE_WIDTH, theme.SHARE_HEIGHT)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenRemoved.connect(self._come_back)

    def sizeHint(self) -> QSize:
        return QSize(theme.SHARE_WIDTH, theme.SHARE_HEIGHT)

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        self.hide()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.stands.emit("shown")

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.stands.emit("hidden")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange and self.isVisible():
            self.stands.emit("minimised" if self.isMinimized() else "shown")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        verbs = shortcuts.verbs_of(event, writing=False)
        if "full_screen" in verbs:
            self.fill_screen(not self.isFullScreen())
        elif "dismiss" in verbs:
            self.fill_screen(False)

    def _come_back(self) -> None:
        """A cable was unplugged: the window must not be lost with its screen, nor cover the one that is left."""
        for wait in (0, SETTLED_MS):  # once Qt has moved it, if it does; and once the system has
            QTimer.singleShot(wait, self, lambda: bring_in_sight(self))

    def fill_screen(self, on: bool) -> bool:
        """Fill the screen, but never the only one: the desk would be gone. Answers whether it fills it now."""
        if on and len(QGuiApplication.screens()) > 1:
            self.showFullScreen()
        elif self.isFullScreen():
            self.showNormal()
        return self.isFullScreen()
