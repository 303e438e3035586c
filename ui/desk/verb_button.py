"""A button of the desk: it shows the key of its verb, and never takes the focus away from where one writes."""

from __future__ import annotations

from PySide6.QtCore import Qt

from ui import shortcuts
from ui.widgets.buttons import Button


def verb_button(
    words: str, verb: str = "", kind: str = "plain", *, icon: str = "", spoken: str = "", size: int = 0
) -> Button:
    """A button with the key of `verb` beside its words.

    A click leaves the focus where it is: otherwise Space, which pauses the clock, would press it again.
    """
    key = shortcuts.shown(verb) if verb and words else ""
    button = Button(words, kind, icon=icon, key=key, spoken=spoken, size=size)
    if verb and not words:
        button.setToolTip(f"{spoken}  {shortcuts.shown(verb)}")
        button.setAccessibleDescription(shortcuts.shown(verb))
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
