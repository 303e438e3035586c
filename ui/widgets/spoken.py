"""What a screen reader hears: painted widgets with a role and a text, and announcements."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtWidgets import QLabel, QWidget


class Painted(QLabel):
    """A widget that paints itself and says in words what it shows now; readers meet it as a text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)

    def speak(self, text: str) -> None:
        """Say from now on that the widget shows this; heard when it is read, not announced."""
        if text != self.accessibleName():
            self.setAccessibleName(text)
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.NameChanged))


def announce(widget: QWidget, text: str, *, at_once: bool = False) -> None:
    """Let a screen reader say this now; `at_once` cuts off what it is saying."""
    event = QAccessibleAnnouncementEvent(widget, text)
    if at_once:
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
    QAccessible.updateAccessibility(event)
