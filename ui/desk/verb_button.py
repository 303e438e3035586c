"""A button of the desk: it shows the key of its verb, and never takes the focus away from where one writes."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from ui import shortcuts
from ui.widgets.buttons import Button
from ui.widgets.tips import tip


class VerbButton(Button):
    """A button that leaves Enter to the large one, and Ctrl with an arrow to the agenda."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_desks(event):
            event.ignore()
        else:
            super().keyPressEvent(event)


def is_desks(event: QKeyEvent) -> bool:
    """Whether a key is the desk's, wherever the focus is: Enter is the large button, and whatever is held with Ctrl.

    Qt's own buttons would move the focus at Ctrl and an arrow, which is the next item.
    """
    enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
    return enter or bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)


def verb_button(
    words: str, verb: str = "", kind: str = "plain", *, icon: str = "", spoken: str = "", size: int = 0
) -> Button:
    """A button with the key of `verb` beside its words.

    A click leaves the focus where it is: otherwise Space, which pauses the clock, would press it again.
    """
    key = shortcuts.shown(verb) if verb and words else ""
    button = VerbButton(words, kind, icon=icon, key=key, spoken=spoken, size=size)
    if verb and not words:
        button.setToolTip(tip(f"{spoken}  {shortcuts.shown(verb)}"))
        button.setAccessibleDescription(shortcuts.shown(verb))
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
