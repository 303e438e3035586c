"""Shows beside each button the key that presses it now: while somebody writes, the one with Ctrl."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from ui import shortcuts
from ui.widgets.buttons import Button

PLAIN = "plain_key"  # the property that keeps the key as it is while nobody writes


def label_keys(areas: Iterable[QWidget], *, writing: bool) -> None:
    """Show the keys in these areas as they work now; buttons that show the right one are not touched."""
    for area in areas:
        for button in area.findChildren(Button):
            if button.text():
                _label(button, writing=writing)


def _label(button: Button, *, writing: bool) -> None:
    shown, plain = button.accessibleDescription(), button.property(PLAIN)
    if plain is None or shown != shortcuts.shown_while_writing(plain):
        plain = shown  # a key that was set since
    wanted = shortcuts.shown_while_writing(plain) if writing else plain
    button.setProperty(PLAIN, plain if writing else None)
    if wanted != shown:
        button.set_key(wanted)
