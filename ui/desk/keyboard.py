"""What a key press means at the desk: for the open card, else for the tool, else for the desk itself.

Enter is the large button, always; a button that has the focus is pressed by Space.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from ui import shortcuts
from ui.desk.action_row import ActionRow
from ui.desk.desk_verbs import desk_verbs
from ui.desk.step import Step
from ui.desk.tool import Tool, Verbs

if TYPE_CHECKING:
    from ui.desk.window import DeskWindow

WRITING = (QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox)
# What the keys of the tool still do while a card is open: the round goes on, and another card may be wanted.
BESIDE_A_CARD = frozenset({"next_speaker", "raise_objection", "ways_out"})
LEAVES_THE_ITEM = frozenset({"next_item", "to_closing", "park_item"})
_ROWS = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down})


def written_in(desk: QWidget) -> QWidget | None:
    """The field of the desk that somebody is writing in."""
    focus = QApplication.focusWidget()
    return focus if isinstance(focus, WRITING) and desk.isAncestorOf(focus) else None


def take_key(desk: DeskWindow, event: QKeyEvent) -> bool:
    """Do what the key means; False when it means nothing now."""
    field = written_in(desk)
    if field is not None and event.key() == Qt.Key.Key_Escape and not desk.parts.beside.isAncestorOf(field):
        desk.setFocus()
        return True
    # In a field of one line the arrows up and down mean nothing, so they go on to the list below it.
    through = isinstance(field, QLineEdit) and event.key() in _ROWS
    verbs = shortcuts.verbs_of(event, writing=field is not None and not through)
    return any(desk.press(verb) for verb in verbs)


def press(desk: DeskWindow, verb: str) -> bool:
    """Do what a key means here; False when it means nothing now."""
    parts = desk.parts
    card = parts.beside.card
    if card is not None and verb == "primary" and card.step() is None and _press_chosen(desk):
        return True
    if card is not None and _do(desk, card, parts.beside.steps, verb):
        return True
    if (card is None or _is_meant_beside(desk, card, verb)) and press_tool(desk, verb):
        return True
    return press_desk(desk, verb)


def _press_chosen(desk: DeskWindow) -> bool:
    """In a card of many ways, none of them large, Enter is the way that somebody has come to."""
    focus = QApplication.focusWidget()
    chosen = isinstance(focus, QAbstractButton) and desk.parts.beside.isAncestorOf(focus)
    if chosen and isinstance(focus, QAbstractButton):
        focus.click()
    return chosen


def press_button(desk: DeskWindow, verb: str) -> None:
    """Do what a button below the tool means: it is the tool's, whatever is open beside it."""
    if not press_tool(desk, verb):
        press_desk(desk, verb)


def press_tool(desk: DeskWindow, verb: str) -> bool:
    """Do what the verb means to the tool; False when it knows no such verb."""
    tool = desk.parts.tools.tool
    return tool is not None and _do(desk, tool, desk.parts.actions, verb)


def press_desk(desk: DeskWindow, verb: str) -> bool:
    """Do what the verb means wherever the meeting is; False when it means nothing."""
    if verb == "off_record":
        desk.parts.notes.keep()  # what was typed until now was still on the record
    tool = desk.parts.tools.tool
    if verb in LEAVES_THE_ITEM and tool is not None and not tool.keep_written():
        return True  # the sentence that says why stands in the tool
    own = {**desk_verbs(desk.parts.hands, desk.open_card), **desk.own_verbs()}
    if verb in own:
        own[verb]()
    return verb in own


def _is_meant_beside(desk: DeskWindow, card: Tool, verb: str) -> bool:
    """A card without a large button leaves Enter to the tool, unless somebody is busy in the card."""
    if verb != "primary":
        return verb in BESIDE_A_CARD
    focus = QApplication.focusWidget()
    busy = focus is not None and desk.parts.beside.isAncestorOf(focus)
    return card.step() is None and not busy


def _do(desk: DeskWindow, place: Tool, row: ActionRow, verb: str) -> bool:
    verbs: Verbs = place.verbs()
    if verb not in verbs:
        return False
    if _locked(place.step(), verb):
        row.stress()
    else:
        verbs[verb]()
    desk.restate()
    return True


def _locked(step: Step | None, verb: str) -> str:
    """Why the large button cannot be pressed now, by its own key or by Enter; "" where the verb is another one."""
    return step.locked if step is not None and verb in (step.verb, "primary") else ""
