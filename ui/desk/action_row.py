"""The foot of the working column: lesser things to do, the one large button, and why it is locked while it is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal, SignalInstance
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from ui import shortcuts, theme
from ui.desk.as_seen import put_all_in_order
from ui.desk.key_labels import PLAIN
from ui.desk.step import Step
from ui.desk.verb_button import verb_button
from ui.widgets.buttons import Button, width_with
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import Wrapped
from ui.widgets.layouts import column, empty
from ui.widgets.spoken import announce

REASON = 180  # design pixels of width in which a reason takes three lines, as high as the button
TWO_ROWS = 100  # design pixels of height, with what is between them
ANY_WIDTH = 16_777_215  # Qt's own largest size


class ActionRow(QWidget):
    """`pressed` tells the verb, `resized` another width. The large button stands at the end, or below when narrow."""

    pressed = Signal(str)
    resized = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[object, ...] = ()
        self._narrow, self._alone = False, False
        self.lesser = QWidget()
        self._lesser = FlowLayout(self.lesser, gap=0)  # words that do not fit go on in a second row, whole
        self._place = column(4, self.lesser, None)
        self.reason = Wrapped("", theme.DETAIL, tone="ink2")
        self.large = verb_button("", "primary", "primary", icon="check")
        self._verb = "primary"
        self.large.clicked.connect(lambda: self.pressed.emit(self._verb))
        self._all = QHBoxLayout()
        self._all.setSpacing(theme.px(10))
        self._all.addLayout(self._place, 1)
        self._all.addWidget(self.reason, 1, Qt.AlignmentFlag.AlignVCenter)
        self._all.addWidget(self.large)
        self.setLayout(column(self._all))

    def show_steps(self, step: Step | None, others: tuple[Step, ...], *, quiet: bool = False) -> None:
        """Show what can be done; `quiet` while a card beside has the large button of the moment."""
        shown = (step, others, quiet)
        if shown == self._shown:
            return
        self._shown = shown
        self.large.setVisible(step is not None)
        if step is not None:
            self._show_large(step, quiet)
        self._show_lesser(others)
        self.setVisible(bool(step or others))
        put_all_in_order(self)
        self._arrange()

    def stress(self) -> None:
        """The locked button was asked for: its reason, which stands beside it, is made strong and read aloud."""
        self.reason.set_tone("ink")
        self.reason.set_weight(theme.STRONG)
        announce(self, self.reason.text(), at_once=True)

    def set_narrow(self, narrow: bool) -> None:
        """Stand in one row, or below each other with the large button as wide as the column."""
        self._narrow = narrow
        self._arrange()

    def has_room(self) -> bool:
        """Whether the lesser ones have room in one row beside the large button, with the keys of who is not writing."""
        if self.large.isHidden():
            return False
        inside = (self._lesser.itemAt(at) for at in range(self._lesser.count()))
        buttons = [
            one for item in inside if item and isinstance(one := item.widget(), Button)
        ]  # also unshown yet
        wanted = sum(width_with(one, one.property(PLAIN) or one.key) for one in buttons)
        room = self.width() - self.large.sizeHint().width() - self._all.spacing()
        if not self.reason.isHidden():
            room -= self._all.spacing() + theme.px(REASON)
        return wanted + self._lesser.gap() * (len(buttons) - 1) <= room

    def take_lesser(self) -> None:
        """Have the lesser ones here again, after they stood elsewhere."""
        self._place.insertWidget(1, self.lesser)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
        self.resized.emit()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()  # new words are as wide as they are only once they are shown
        return super().event(event)

    def _arrange(self) -> None:
        """Where the lesser ones would stand in more than two rows beside the large button, it stands below them."""
        fit_keys(self.lesser, self.room())
        sides = QBoxLayout.Direction
        below = self._narrow or self._is_crowded()
        direction = sides.TopToBottom if below else sides.LeftToRight
        if self._all.direction() != direction:
            self._all.setDirection(direction)
        alone = below and not self._narrow
        if alone != self._alone:
            self._alone = alone
            self._all.setAlignment(
                self.large, Qt.AlignmentFlag.AlignTrailing if alone else Qt.AlignmentFlag(0)
            )

    def room(self) -> int:
        """Logical pixels beside the large button, and beside its reason while it is locked."""
        if self._narrow or self.large.isHidden() or not self.isAncestorOf(self.lesser):
            return self.lesser.width()
        room = self.width() - self.large.sizeHint().width() - self._all.spacing()
        return room if self.reason.isHidden() else (room - self._all.spacing()) // 2

    def _is_crowded(self) -> bool:
        if self.large.isHidden() or not self._lesser.count() or not self.isAncestorOf(self.lesser):
            return False
        return self._lesser.heightForWidth(self.room()) > theme.px(TWO_ROWS)

    def _show_large(self, step: Step, quiet: bool) -> None:
        self._verb = step.verb
        self.large.setText(step.words)
        self.large.set_icon("lock" if step.locked else step.icon)
        self.large.set_key(shortcuts.shown(step.verb))
        self.large.set_kind("plain" if quiet else "primary")
        self.large.setEnabled(not step.locked)
        self.reason.setText(step.locked)
        self.reason.set_tone("ink2")
        self.reason.set_weight(theme.REGULAR)
        self.reason.setVisible(bool(step.locked))
        self._all.setStretch(0, 0 if step.locked else 1)

    def _show_lesser(self, others: tuple[Step, ...]) -> None:
        if not self._shown[0]:
            self.reason.hide()
            self._all.setStretch(0, 1)
        empty(self._lesser)
        for other in others:
            self._lesser.addWidget(_small(other, self.pressed))


def _small(step: Step, pressed: SignalInstance) -> Button:
    button = verb_button(step.words, step.verb, "ghost", icon=step.icon)
    button.setEnabled(not step.locked)
    button.clicked.connect(lambda: pressed.emit(step.verb))
    return button


def fit_keys(holder: QWidget, room: int) -> None:
    """The longer keys of somebody who writes push no verb into another row: they are left out, and nothing moves.

    `room` is what there is beside the large button, in logical pixels.
    """
    flow = holder.layout()
    found = holder.findChildren(Button, options=Qt.FindChildOption.FindDirectChildrenOnly)
    buttons = [one for one in found if not one.isHidden()]
    plain = [width_with(one, one.property(PLAIN) or one.key) for one in buttons]
    shown = sum(one.sizeHint().width() for one in buttons)
    tight = sum(plain) <= room < shown
    for one, width in zip(buttons, plain, strict=True):
        one.setMaximumWidth(width if tight else ANY_WIDTH)
    if flow is not None:
        flow.activate()  # at once: nothing is seen to jump
