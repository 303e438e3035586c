"""Buttons: one primary a screen, the key beside the word, a locked one stays in its place and turns grey."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy

from ui import icons, theme
from ui.widgets import lines
from ui.widgets.tips import tip

# ground, border and ink of each kind; "" is none
_KINDS = {
    "primary": ("accent", "", "on_accent"),
    "plain": ("surface", "line", "ink"),
    "ghost": ("", "", "ink2"),
    "tint": ("accent_soft", "chosen_line", "accent"),
    "ink": ("surface", "ink", "ink"),
}
_ROOM, _BESIDE = 14, 10


class Button(QPushButton):
    """A button of a kind: primary, plain, ghost, tint or ink. An icon alone needs `spoken` words."""

    def __init__(
        self,
        text: str = "",
        kind: str = "plain",
        *,
        icon: str = "",
        key: str = "",
        spoken: str = "",
        size: int = 0,
    ) -> None:
        super().__init__(text)
        self._kind, self._icon, self.key, self.with_key = kind, icon, key, True
        self._size = size or (theme.PRIMARY if kind == "primary" else theme.CONTROL)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(spoken)
        self.setToolTip(tip(spoken) if not text else "")
        self.setAccessibleDescription(key)

    def set_kind(self, kind: str, size: int = 0) -> None:
        """Become another kind, for the chosen one among equals; `size` is another height."""
        if (kind, size or self._size) == (self._kind, self._size):
            return  # said again each second
        self._kind = kind
        if size:
            self._size = size
            self.updateGeometry()
        self.update()

    def set_icon(self, icon: str) -> None:
        """Show another icon."""
        if icon != self._icon:
            self._icon = icon
            self.updateGeometry()
            self.update()

    def set_key(self, key: str) -> None:
        """Show another key beside the word."""
        if key != self.key:
            self.key = key
            self.setAccessibleDescription(key)
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        wide = max(round(self._width(self._word_width())), theme.px(self._size))
        return QSize(wide, theme.px(self._size))

    def minimumSizeHint(self) -> QSize:
        least = min(self._word_width(), theme.px(96))
        return QSize(round(self._width(least)), theme.px(self._size))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ApplicationFontChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground, border, ink = self._tones()
        self._paint_box(painter, ground, border)
        self._paint_words(painter, ink)

    def _tones(self) -> tuple[str, str, str]:
        ground, border, ink = _KINDS[self._kind]
        if not self.isEnabled():
            return ("sunk" if ground else ""), ("line" if border else "locked_line" if ground else ""), "ink3"
        if self.isChecked():
            return _KINDS["tint"]
        return ground, border, ink

    def _paint_box(self, painter: QPainter, ground: str, border: str) -> None:
        width = theme.colours().chosen_width if border == "chosen_line" else 1.0
        area = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        radius = theme.px(theme.RADIUS_BUTTON)
        painter.setPen(QPen(theme.colour(border), width) if border else Qt.PenStyle.NoPen)
        painter.setBrush(self._ground(ground))
        painter.drawRoundedRect(area, radius, radius)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            if self._kind == "primary":  # ink on the accent would hardly be seen: a pale line inside it
                painter.setPen(QPen(theme.colour("on_accent"), 1.5))
                painter.drawRoundedRect(area.adjusted(3, 3, -3, -3), radius - 3, radius - 3)
            painter.setPen(QPen(theme.colour("ink"), 2))
            painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)

    def _ground(self, ground: str) -> QColor:
        warm = self.isEnabled() and (self.isDown() or self.underMouse())
        if not warm:
            return theme.colour(ground) if ground else QColor(Qt.GlobalColor.transparent)
        if self._kind == "primary":
            return theme.colour(ground).darker(112 if self.isDown() else 106)
        return theme.colour("track" if self.isDown() else "sunk")

    def _paint_words(self, painter: QPainter, ink: str) -> None:
        room = theme.px(_ROOM)
        # Where room is scarce the words come first.
        with_key = self.with_key and self._width(self._word_width()) <= self.width() + 1
        around = self._width(0, with_key=with_key)
        words = min(self._word_width(), self.width() - around)
        width = around + words
        at = (self.width() - width) / 2 + room if self.text() else (self.width() - theme.px(theme.ICON)) / 2
        for kind, size in self._parts(words, with_key=with_key):
            area = QRectF(
                at if not self.isRightToLeft() else self.width() - at - size, 0, size, self.height()
            )
            if kind == "icon":
                side = theme.px(theme.ICON)
                icons.draw(
                    painter, self._icon, QRectF(area.left(), (self.height() - side) / 2, side, side), ink
                )
            else:
                painter.setFont(self._font() if kind == "word" else self._key_font())
                painter.setPen(theme.colour(ink if kind == "word" or self._kind == "primary" else "ink3"))
                text = lines.elided(self.text(), self._font(), size + 1) if kind == "word" else self.key
                painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), lines.isolated(text))
            at += size + theme.px(_BESIDE)

    def _parts(self, words: float, *, with_key: bool = True) -> list[tuple[str, float]]:
        parts = [("icon", float(theme.px(theme.ICON)))] if self._icon else []
        if self.text():
            parts.append(("word", words))
        if self.key and with_key:
            parts.append(("key", lines.width_of(self.key, self._key_font())))
        return parts

    def _width(self, words: float, *, with_key: bool = True) -> float:
        sizes = [size for _kind, size in self._parts(words, with_key=with_key)]
        room = 2 * theme.px(_ROOM if self.text() else 11)
        return sum(sizes) + theme.px(_BESIDE) * (len(sizes) - 1) + room

    def _word_width(self) -> float:
        return lines.width_of(self.text(), self._font()) + 2

    def _font(self) -> QFont:
        return theme.font(theme.BODY, theme.STRONG if self._kind != "ghost" else theme.MEDIUM)

    def _key_font(self) -> QFont:
        return theme.font(theme.META, theme.MEDIUM)


def width_with(button: Button, key: str) -> int:
    """How wide a button would like to be with another key, in logical pixels."""
    shown, button.key = button.key, key
    try:
        return button.sizeHint().width()
    finally:
        button.key = shown


def show_key(button: Button, *, on: bool) -> None:
    """Show the key beside the word, or leave it out where not all buttons of a row have room for theirs."""
    if on != button.with_key:
        button.with_key = on
        button.update()
