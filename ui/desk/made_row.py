"""What the meeting has made, as rows: parked topics, and actions, which can be struck out again."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coalmeet.meeting.moves import work
from coalmeet.meeting.state import Action, Meeting
from coalmeet.text import _
from ui import theme
from ui.desk.hands import Hands
from ui.desk.phrases import day
from ui.desk.verb_button import verb_button
from ui.widgets.buttons import Button
from ui.widgets.labels import Icon, OneLine, Wrapped
from ui.widgets.layouts import column, empty, row, widget


@dataclass(frozen=True, slots=True)
class Made:
    """One row; `action` is the id of an action of this meeting, "" for a topic."""

    icon: str
    text: str
    detail: str
    action: str = ""


def actions_in(meeting: Meeting, item: str | None = None) -> tuple[Made, ...]:
    """The actions that were agreed in an item, or in the whole meeting."""
    return tuple(
        Made("square-check", one.text, whose(one), one.id)
        for one in meeting.actions
        if item is None or one.item == item
    )


def topics_in(meeting: Meeting, item: str) -> tuple[Made, ...]:
    """The topics that were parked in an item."""
    return tuple(Made("archive", one.title, _("parked")) for one in meeting.parked if one.item == item)


def whose(action: Action) -> str:
    """Who does it until when, in words."""
    owner = action.owner_name or _("nobody yet")
    if action.asked:
        owner = _("{name}, asked").format(name=owner)
    return _("{owner}, by {date}").format(owner=owner, date=day(action.due)) if action.due else owner


class MadeRows(QWidget):
    """Made anew only when something else is to be shown."""

    def __init__(self, hands: Hands) -> None:
        super().__init__()
        self.hands = hands
        self._shown: tuple[Made, ...] = ()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(theme.px(2))
        self.setLayout(column(self._rows))

    def show_made(self, made: tuple[Made, ...]) -> None:
        """Show these."""
        if made == self._shown:
            return
        self._shown = made
        empty(self._rows)
        for one in made:
            self._rows.addWidget(self._row(one))

    def _row(self, one: Made) -> QWidget:
        words = column(Wrapped(one.text, theme.BODY), 1, OneLine(one.detail, theme.META, tone="ink2"))
        parts = row(column(3, Icon(one.icon, "accent", 16), None), 10, (words, 1))
        if one.action:
            parts.addSpacing(theme.px(8))
            parts.addLayout(column(strike_button(self.hands, one.action, one.text), None))
        return widget(parts)


def strike_button(hands: Hands, action: str, text: str) -> Button:
    """Strikes an action out that was noted by mistake, or that is too much after all; undo brings it back."""
    spoken = _("Strike out: {text}").format(text=text)
    button = verb_button("", kind="ghost", icon="trash-2", spoken=spoken, size=28)
    button.setToolTip(_("Strike out: it was a slip, or too much after all"))
    button.clicked.connect(lambda: hands.do(work.drop_action, action))
    return button
