"""What splitting and joining ask for besides a press: the second part and its minutes, or the item to join."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from coalmeet.meeting.state import Item, Meeting
from coalmeet.text import _
from ui.desk.line_field import LineField
from ui.desk.scroll import bring_into_view
from ui.desk.verb_button import verb_button
from ui.widgets.fields import Choice, Minutes
from ui.widgets.layouts import column, row


class Line(QWidget):
    """`wanted` says that what was asked for is there; it opens and closes with the button above it."""

    wanted = Signal()

    def turn(self, field: QWidget) -> None:
        """Open it and put the keys into its field, or put it away."""
        self.setVisible(self.isHidden())
        field.setFocus()
        QTimer.singleShot(0, self, lambda: bring_into_view(self))  # once it has its height


class SplitLine(Line):
    """What the second part is about, and its minutes."""

    def __init__(self) -> None:
        super().__init__()
        self.title = LineField()
        self.title.setPlaceholderText(_("What the second part is about"))
        self.title.setAccessibleName(_("Title of the second part"))
        self.minutes = Minutes(0, _("Minutes of the second part"))
        go = verb_button(_("Split"), kind="tint")
        self.setLayout(column(self.title, 6, row(self.minutes, 8, go, None), 8))
        self.title.returnPressed.connect(self.wanted)
        go.clicked.connect(self.wanted)
        self.hide()


class JoinLine(Line):
    """Which item takes it up, the running one first."""

    def __init__(self) -> None:
        super().__init__()
        self.into = Choice()
        self.into.setAccessibleName(_("The item within which it is taken up"))
        go = verb_button(_("Take it up within"), kind="tint")
        self.setLayout(column(self.into, 6, row(go, None), 8))
        go.clicked.connect(self.wanted)
        self.hide()

    def offer(self, items: list[Item]) -> None:
        """Offer these items, in this order."""
        if [self.into.itemData(at) for at in range(self.into.count())] == [one.id for one in items]:
            return
        self.into.clear()
        for one in items:
            words = _("{number}. {title}").format(number=one.number, title=one.entry.title)
            self.into.addItem(words, one.id)


def able_to_join(meeting: Meeting, item: Item) -> list[Item]:
    """The items within which one could be taken up, the running one first."""
    able = [one for one in meeting.items if not one.outcome and not one.entry.built_in and one.id != item.id]
    return sorted(able, key=lambda one: not one.running)
