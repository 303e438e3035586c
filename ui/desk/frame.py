"""Where the parts of the desk stand: three columns when wide, two when not, one beside a call."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from coalmeet.text import _
from ui import theme
from ui.desk.parts import Parts
from ui.desk.verb_button import verb_button
from ui.widgets.card import Card
from ui.widgets.labels import OneLine
from ui.widgets.layouts import column, hairline, row, widget

WIDE, MIDDLE = 1120, 720  # design pixels of the window's width
LEFT, RIGHT, RIGHT_SMALL = 296, 348, 312


class Frame(QWidget):
    """`arrange` moves nothing that people look at: only columns come and go."""

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self.parts = parts
        self.mode = ""
        self.ends = OneLine("", theme.META, theme.MEDIUM, "ink2")
        self.hold = verb_button(_("Hold"), "hold", "ghost", size=32)
        self.blank = verb_button(_("Blank"), "blank", "ghost", size=32)
        self._left = self._make_left()
        self._centre = self._make_centre()
        self._right = self._make_right()
        body = row(self._left, (self._centre, 1), self._right)
        self.setLayout(column(parts.top, hairline(), parts.alerts, (body, 1), hairline(), parts.foot))

    def arrange(self, width: int) -> None:
        """Choose the columns by the window's width in logical pixels."""
        mode = "wide" if width >= theme.px(WIDE) else "middle" if width >= theme.px(MIDDLE) else "narrow"
        if mode == self.mode:
            return
        self.mode = mode
        narrow = mode == "narrow"
        for part in (
            self.parts.heading,
            self.parts.clock,
            self.parts.actions,
            self.parts.notes,
            self.parts.foot,
        ):
            part.set_narrow(narrow)
        self._left.setVisible(mode == "wide")
        self._right.setVisible(not narrow)
        self._right.setFixedWidth(theme.px(RIGHT if mode == "wide" else RIGHT_SMALL))
        self.parts.top.setVisible(not narrow)
        (self.parts.heading.corner if narrow else self.parts.top.slot).addWidget(self.parts.top.tag)
        (self._under if narrow else self._notes_place).addWidget(self.parts.notes)
        (self._instead if narrow else self._card_place).addWidget(self.parts.beside)
        self.show_beside()

    def show_beside(self) -> None:
        """Make room for an open card: beside the tool, or in its place where there is only one column."""
        opened, narrow = bool(self.parts.beside.name), self.mode == "narrow"
        self._seen.setVisible(not (opened and not narrow))
        self._tool_area.setVisible(not (opened and narrow))

    def _make_left(self) -> QWidget:
        scroll = QScrollArea()
        scroll.setWidget(self.parts.afternoon)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        head = row(OneLine(_("Today"), theme.BODY, theme.STRONG), 8, None, self.ends)
        made = widget(column(head, 8, (scroll, 1), margins=(24, 18, 4, 12)))
        made.setFixedWidth(theme.px(LEFT))
        return made

    def _make_centre(self) -> QWidget:
        parts = self.parts
        self._tool_area = widget(column(parts.say, 12, (parts.tools, 1), 8, parts.refusal, 10, parts.actions))
        self._instead, self._under = QVBoxLayout(), QVBoxLayout()
        inside = column(
            parts.heading, 8, parts.clock, 10, parts.steps, 10,
            (self._tool_area, 1), (self._instead, 1), self._under, margins=(24, 16, 24, 14),
        )  # fmt: skip
        return widget(inside)

    def _make_right(self) -> QWidget:
        head = row((OneLine(_("The call sees this"), theme.BODY, theme.STRONG), 1), self.hold, self.blank)
        minutes = OneLine(_("Minutes"), theme.BODY, theme.STRONG)
        self._seen = widget(column(head, 8, self.parts.miniature, 16, minutes, 8, (self.parts.feed, 1)))
        self._card_place, self._notes_place = QVBoxLayout(), QVBoxLayout()
        inside = column(
            (self._seen, 3), (self._card_place, 4), 12, (self._notes_place, 1), margins=(20, 14, 20, 14)
        )
        card = Card(inside, "surface")
        return widget(row(hairline(upright=True), (card, 1)))
