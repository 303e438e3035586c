"""Inputs that Qt's sheet cannot dress: a choice, a tick, minutes with − and +, a search, a named field."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QSizePolicy, QSpinBox, QWidget

from coalmeet.text import _
from ui import icons, theme
from ui.widgets import lines
from ui.widgets.buttons import Button
from ui.widgets.inputs import Line
from ui.widgets.labels import Wrapped
from ui.widgets.layouts import column, row

_GLASS = 16


class Choice(QComboBox):
    """One of several, in a box that looks as the other inputs do."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # what is below scrolls: an answer is never changed in passing

    def sizeHint(self) -> QSize:
        widest = max(
            (lines.width_of(self.itemText(at), self.font()) for at in range(self.count())), default=40
        )
        return QSize(int(widest) + theme.px(52), theme.px(theme.CONTROL))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), theme.px(96)), theme.px(theme.CONTROL))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, area = QPainter(self), QRectF(self.rect())
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        paint_input_box(painter, area, focused=self.hasFocus(), enabled=self.isEnabled())
        side, room = theme.px(16), theme.px(12)
        words = area.adjusted(room, 0, -room - side, 0)
        arrow = QRectF(area.right() - room - side, (area.height() - side) / 2, side, side)
        if self.isRightToLeft():
            words.moveLeft(room + side)
            arrow.moveLeft(room)
        icons.draw(painter, "chevron-down", arrow, "ink2" if self.isEnabled() else "ink3")
        painter.setPen(theme.colour("ink" if self.isEnabled() and self.currentText() else "ink3"))
        leading = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        flags = leading | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        text = self.currentText() or self.placeholderText()
        painter.drawText(words, int(flags), lines.elided(text, self.font(), words.width()))


class Tick(QCheckBox):
    """Yes or no, as a box with a tick."""

    def sizeHint(self) -> QSize:
        return QSize(int(lines.width_of(self.text(), self.font())) + theme.px(36), theme.px(32))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: object) -> bool:
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, side = QPainter(self), theme.px(20)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        left = self.width() - side - 1 if self.isRightToLeft() else 1
        box = QRectF(left, (self.height() - side) / 2, side, side)
        paint_tick(painter, box, on=self.isChecked(), focused=self.hasFocus())
        room = side + theme.px(10)
        words = QRectF(self.rect()).adjusted(
            0 if self.isRightToLeft() else room, 0, -room if self.isRightToLeft() else 0, 0
        )
        painter.setPen(theme.colour("ink" if self.isEnabled() else "ink3"))
        leading = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        painter.drawText(
            words, int(leading | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute), self.text()
        )


class _Number(QSpinBox):
    """A number to type; the wheel scrolls what is below it, as over a choice."""

    def __init__(self) -> None:
        super().__init__()
        self.lineEdit().setAcceptDrops(False)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class Minutes(QWidget):
    """Whole minutes with − and + beside them; 0 is shown as a dash: no timebox.

    `entered` says that Enter was pressed in the number.
    """

    changed = Signal(int)
    entered = Signal()

    def __init__(self, minutes: int = 0, spoken: str = "", step: int = 5) -> None:
        super().__init__()
        self._number = _Number()
        self._number.setRange(0, 24 * 60)
        self._number.setSingleStep(step)
        self._number.setSpecialValueText("–")
        self._number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._number.setFixedWidth(theme.px(56))
        self._number.setAccessibleName(spoken or _("Minutes"))
        self._number.setValue(minutes)
        self._number.valueChanged.connect(self.changed)
        self._number.lineEdit().returnPressed.connect(self.entered)
        less, more = (
            Button(icon="minus", spoken=_("Fewer minutes")),
            Button(icon="plus", spoken=_("More minutes")),
        )
        less.clicked.connect(self._number.stepDown)
        more.clicked.connect(self._number.stepUp)
        for button in (less, more):  # the arrow keys do the same in the number itself
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setLayout(row(less, self._number, more, gap=4))
        self.setFocusProxy(self._number)

    def minutes(self) -> int:
        """The number shown; 0 without a timebox."""
        return self._number.value()

    def set_minutes(self, minutes: int) -> None:
        """Show another number, without saying that it changed."""
        self._number.blockSignals(True)
        self._number.setValue(minutes)
        self._number.blockSignals(False)


class Search(Line):
    """Words to find, with a magnifying glass."""

    def __init__(self, placeholder: str) -> None:
        super().__init__()
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setClearButtonEnabled(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = theme.px(_GLASS + 8)  # Qt's own icon beside the words would not grow with them
        self.setTextMargins(*((0, 0, room, 0) if self.isRightToLeft() else (room, 0, 0, 0)))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side, room = theme.px(_GLASS), theme.px(12)
        left = self.width() - room - side if self.isRightToLeft() else room
        area = QRectF(left, (self.height() - side) / 2, side, side)
        icons.draw(QPainter(self), "search", area, "ink3")


class Field(QWidget):
    """An input below its name, with a hint below it; the input takes the name for screen readers."""

    def __init__(self, name: str, box: QWidget, hint: str = "") -> None:
        super().__init__()
        self._label, self._box = Wrapped(name, theme.META, theme.STRONG, "ink2"), box
        self._label.setBuddy(box)
        if not box.accessibleName():
            box.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._hint = Wrapped(hint, theme.META, tone="ink2")
        self.setLayout(column(self._label, box, self._hint, None, gap=6))
        self._hint.setVisible(bool(hint))  # only now: without a parent it would be a window for a moment

    def show_name(self, name: str) -> None:
        """Give the input another name, for screen readers too."""
        self._label.setText(name)
        self._box.setAccessibleName(name)

    def show_hint(self, hint: str, tone: str = "ink2") -> None:
        """Say something about the input below it, for example why it is not taken (tone over)."""
        self._hint.setText(hint)
        self._hint.set_tone(tone)
        self._hint.setVisible(bool(hint))


def paint_tick(painter: QPainter, area: QRectF, *, on: bool, focused: bool) -> None:
    """The box of a tick in a square area."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    box = area.adjusted(0.75, 0.75, -0.75, -0.75)
    painter.setPen(QPen(theme.colour("ink" if focused else "ink3"), 2 if focused else 1.2))
    painter.setBrush(theme.colour("accent" if on else "surface"))
    painter.drawRoundedRect(box, 5, 5)
    if on:
        icons.draw(painter, "check", box.adjusted(3, 3, -3, -3), "on_accent")


def paint_input_box(painter: QPainter, area: QRectF, *, focused: bool, enabled: bool) -> None:
    """The box of an input: bordered in ink 3, in two pixels of ink with the focus."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    width = 2.0 if focused else 1.0
    painter.setPen(QPen(theme.colour("ink" if focused else "ink3" if enabled else "line"), width))
    painter.setBrush(theme.colour("surface" if enabled else "sunk"))
    radius = theme.px(theme.RADIUS_BUTTON)
    painter.drawRoundedRect(area.adjusted(width / 2, width / 2, -width / 2, -width / 2), radius, radius)
    painter.setBrush(Qt.BrushStyle.NoBrush)
