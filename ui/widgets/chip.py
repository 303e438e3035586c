"""The chips: an item's label (decision, discussion, update), and a pill that says a state in a word."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from coalmeet.text import _
from ui import theme
from ui.widgets import draw, lines
from ui.widgets.spoken import Painted


def label_word(label: str) -> str:
    """The word for an item's label; "" for none."""
    words = {"decision": _("Decision"), "discussion": _("Discussion"), "update": _("Update")}
    return words.get(label, "")


class _Capsule(Painted):
    """What chip and pill share: as wide as icon and word need."""

    def __init__(self, icon: str, word: str, size: float) -> None:
        super().__init__()
        self._icon, self._word, self._size = icon, word, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.speak(word)

    def sizeHint(self) -> QSize:
        before, after = draw.chip_padding(self.letters().pixelSize(), self._icon)
        wide = lines.width_of(self._word, self.letters()) + before + after
        return QSize(round(wide) + 2 if self._word else 0, theme.px(round(self._size * 2)))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def letters(self) -> QFont:
        """The font of the word."""
        return theme.font(self._size, theme.STRONG)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ApplicationFontChange:
            self.updateGeometry()

    def show_word(self, icon: str, word: str) -> None:
        """Change icon and word."""
        self.setVisible(bool(word))
        if (icon, word) != (self._icon, self._word):
            self._icon, self._word = icon, word
            self.speak(word)
            self.updateGeometry()
            self.update()


class LabelChip(_Capsule):
    """An item's label as a chip; hidden while the item has none."""

    def __init__(self, label: str = "", size: float = 14) -> None:
        self._label = label
        super().__init__(draw.LABEL_ICONS.get(label, ""), label_word(label), size)
        self.setVisible(bool(label))

    def set_label(self, label: str) -> None:
        """Show another label."""
        self._label = label
        self.show_word(draw.LABEL_ICONS.get(label, ""), label_word(label))  # each label has its own word

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        draw.chip(painter, QRectF(self.rect()), self._label, self._word, self.letters())


class Pill(_Capsule):
    """A state in a word: tone accent, last, over, paused, or ink for a plain one."""

    def __init__(self, word: str = "", icon: str = "", tone: str = "accent", size: float = 13) -> None:
        self._tone = tone
        super().__init__(icon, word, size)

    def show_state(self, word: str, icon: str, tone: str) -> None:
        """Show another state; an empty word hides the pill."""
        if tone != self._tone:
            self._tone = tone
            self.update()
        self.show_word(icon, word)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        draw.pill(painter, QRectF(self.rect()), self._icon, self._word, self.letters(), self._tone)
