"""The items still to come that may turn out to be the one that cannot wait: pressed, it comes first."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coalmeet.meeting.emergency import first_to_come
from coalmeet.meeting.order import coming_items
from coalmeet.meeting.state import Meeting
from coalmeet.text import _
from ui import theme
from ui.desk import phrases
from ui.desk.verb_button import verb_button
from ui.widgets.labels import OneLine
from ui.widgets.layouts import column, empty

OFFERED = 4  # an agenda has its own card


class ComingList(QWidget):
    """`chosen` carries the id of an item."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.px(4))
        self.setLayout(
            column(OneLine(_("Or one that is on the agenda"), theme.DETAIL, theme.STRONG), 6, self._list)
        )

    def show_meeting(self, meeting: Meeting) -> None:
        """Show the next of the group's own items that nobody has called an emergency."""
        empty(self._list)
        first = first_to_come(meeting)
        called = {one.item for one in meeting.emergencies}
        offered = [one for one in coming_items(meeting) if not one.entry.built_in and one.id not in called]
        for item in offered[:OFFERED]:
            words = _("“{title}” comes first") if item is not first else _("“{title}” cannot wait")
            button = verb_button(
                words.format(title=phrases.short(item.entry.title, 16)), icon="triangle-alert"
            )
            button.clicked.connect(partial(self._tell, item.id))
            self._list.addWidget(button)
        self.setVisible(bool(offered))

    def _tell(self, item: str, _checked: bool = False) -> None:
        self.chosen.emit(item)
