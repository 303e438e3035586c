"""One open action as a line of the work plan: what, who, until when, and what was said of it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from coalmeet.meeting.state import Meeting
from coalmeet.text import _
from ui import theme
from ui.desk.phrases import day, review_words
from ui.desk.row_focus import paint_focus
from ui.desk.verb_button import is_desks
from ui.widgets.card import Card
from ui.widgets.labels import Icon, OneLine, Wrapped
from ui.widgets.layouts import column, row

_ICONS = {"done": "square-check", "moved": "calendar", "handed_on": "user", "dropped": "trash-2"}


@dataclass(frozen=True, slots=True)
class OpenLine:
    """What the line shows; `state` is "" while nothing was said of the action."""

    id: str
    text: str
    detail: str
    state: str
    said: str


def lines_of(meeting: Meeting) -> tuple[OpenLine, ...]:
    """The open actions of earlier meetings, as they were handed over."""
    found = []
    for one in meeting.open_actions:
        owner = one.owner or meeting.name_of(one.organisation) or one.organisation or _("nobody yet")
        detail = _("{owner}, was due {date}").format(owner=owner, date=day(one.due)) if one.due else owner
        reviewed = next((review for review in meeting.reviews if review.id == one.id), None)
        state = reviewed.state if reviewed else ""
        said = review_words(meeting, reviewed) if reviewed else ""
        found.append(OpenLine(one.id, one.text, detail, state, said))
    return tuple(found)


class ActionLine(QAbstractButton):
    """Pressed, it becomes the chosen one: tinted, and the keys are for it."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[OpenLine, bool] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._icon = Icon("square", "ink3")
        self._text = Wrapped("", theme.BODY, theme.MEDIUM, most=3)
        self._detail = OneLine("", theme.META, tone="ink2")
        self._said = OneLine("", theme.DETAIL, theme.STRONG, "accent")
        words = column(self._text, 2, self._detail)
        inside = row(column(1, self._icon, None), 12, (words, 1), 12, self._said, margins=(12, 8, 12, 8))
        self._card = Card(inside, "row")
        self.setLayout(column(self._card, margins=(2, 2, 2, 2)))
        self._card.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_line(self, line: OpenLine, *, chosen: bool) -> None:
        """Show the action as it stands."""
        if self._shown == (line, chosen):
            return
        self._shown = (line, chosen)
        self._icon.set_icon(_ICONS.get(line.state, "square"), "accent" if line.state else "ink3")
        self._text.setText(line.text)
        self._text.set_tone("ink2" if line.state else "ink")
        self._detail.setText(line.detail)
        self._said.setText(line.said)
        self._said.setVisible(bool(line.said))
        self._card.set_ground("tint_row" if chosen else "row")
        self.setAccessibleName(", ".join(part for part in (line.text, line.detail, line.said) if part))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_desks(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_focus(self, theme.RADIUS_ROW)
