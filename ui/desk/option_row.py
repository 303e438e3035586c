"""One of several ways, as a row to press: what it is, what follows from it, and what to think of."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from ui import theme
from ui.desk.row_focus import paint_focus
from ui.widgets.card import Card
from ui.widgets.labels import Icon, OneLine, Wrapped
from ui.widgets.layouts import column, row


class OptionRow(QAbstractButton):
    """Chosen is tinted and has a dot in its ring; `key` is the key that chooses it."""

    def __init__(self, title: str, detail: str, warning: str = "", key: str = "") -> None:
        super().__init__()
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(" ".join(part for part in (title, detail, warning) if part))
        self._icon = Icon("circle", "ink3", 20)
        words = column(Wrapped(title, theme.BODY, theme.STRONG if detail else theme.MEDIUM))
        if detail:
            words.addSpacing(theme.px(2))
            words.addWidget(Wrapped(detail, theme.DETAIL, tone="ink2"))
        if warning:
            words.addSpacing(theme.px(3))
            words.addLayout(
                row(
                    column(2, Icon("log-out", "last", 15), None),
                    6,
                    (Wrapped(warning, theme.DETAIL, theme.MEDIUM, "last"), 1),
                )
            )
        self.setAccessibleDescription(key)
        shown = OneLine(key, theme.META, theme.MEDIUM, "ink3")
        parts = row(column(1, self._icon, None), 12, (words, 1), 8, column(2, shown, None))
        parts.setContentsMargins(*(theme.px(side) for side in (14, 10, 14, 10)))
        self._card = Card(parts, "card")
        self._card.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setLayout(column(self._card, margins=(2, 2, 2, 2)))
        self.toggled.connect(self._show)

    def _show(self, on: bool) -> None:
        self._icon.set_icon("circle-dot" if on else "circle", "accent" if on else "ink3")
        self._card.set_ground("tint" if on else "card")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()  # arrows and Enter are the card's

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_focus(self, theme.RADIUS_CARD)
