"""A card in which a person writes about minutes: opened on request, and what is half written in it can be kept."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QLayout, QWidget

from coalmeet.text import _
from ui import theme
from ui.page import on_key
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.flow import flowing
from ui.widgets.labels import OneLine, Wrapped
from ui.widgets.layouts import column


class WrittenForm(Card):
    """`opened` tells whether it is open, `edited` that something was typed.

    `wanted` carries the meeting and what is to be kept, `left` the meeting and what was half written.
    """

    opened = Signal(bool)
    edited = Signal()
    wanted = Signal(str, object)
    left = Signal(str, object)

    def __init__(
        self,
        title: str,
        said: str,
        keep: str,
        *body: tuple[QWidget | QLayout, int],
        more: Button | None = None,
    ) -> None:
        self.meeting = ""
        self.back_to: QWidget | None = None  # what has the keys once the form is closed
        self.said = Wrapped(said, theme.DETAIL, tone="ink2")
        self.keep = Button(keep, "primary", size=theme.CONTROL)
        self.cancel = Button(_("Leave it"), "ghost")
        parts: list[Any] = [OneLine(title, theme.BODY, theme.STRONG), 2, self.said]
        for one in body:
            parts += [8, one]
        buttons = flowing(self.keep, *((more,) if more else ()), self.cancel)
        super().__init__(column(*parts, 10, buttons, margins=(16, 14, 16, 14)), "ink_card")
        self.hide()
        self.keep.clicked.connect(lambda: self.wanted.emit(self.meeting, self.value()))
        self.cancel.clicked.connect(self.leave)
        on_key(self, "dismiss", self.leave)

    def value(self) -> Any:
        """What is to be kept, as it stands in the form."""
        raise NotImplementedError

    def half_written(self) -> Any:
        """What would be lost with the form, as a plain JSON value; None while nothing would."""
        raise NotImplementedError

    def bring_back(self, value: Any) -> None:
        """Show what was half written before."""
        raise NotImplementedError

    def open(self, meeting: str) -> None:
        """Be open for a meeting whose words the form shows already."""
        self.meeting = meeting
        self.show()
        self.opened.emit(True)

    def close_up(self) -> None:
        """Be closed; what was typed is somebody else's to keep."""
        if not self.isHidden():
            focus = QApplication.focusWidget()
            inside = focus is not None and self.isAncestorOf(focus)
            if inside and self.back_to is not None:
                self.back_to.setFocus()  # before it is hidden: otherwise Qt gives the keys to whatever comes next
            self.hide()
            self.opened.emit(False)

    def leave(self) -> None:
        """Be closed without keeping anything; what was typed goes with the signal."""
        value, meeting = self.half_written(), self.meeting
        self.close_up()
        self.left.emit(meeting, value)
