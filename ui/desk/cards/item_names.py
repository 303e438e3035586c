"""What an item of the agenda is called, and which earlier topic it goes on with: both may turn out on the way."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from coalmeet.coalition.topic import Earlier
from coalmeet.meeting.moves import agenda
from coalmeet.meeting.state import Item
from coalmeet.text import _, short_day_with_year
from ui.desk.line_field import LineField
from ui.widgets.fields import Choice, Field
from ui.widgets.layouts import column

Change = Callable[..., bool]


class ItemNames(QWidget):
    """The title is kept when it is left; `offered` tells the earlier topics of an item, the likeliest first."""

    def __init__(self, change: Change, offered: Callable[[Item], tuple[Earlier, ...]]) -> None:
        super().__init__()
        self._change, self._offered = change, offered
        self._item, self._title = "", ""
        self.title, self.topic = LineField(), Choice()
        self._topic_field = Field(_("Goes on with"), self.topic)
        self.setLayout(column(Field(_("Title"), self.title), 6, self._topic_field))
        self.title.editingFinished.connect(self._rename)
        self.topic.activated.connect(lambda _at: self._choose())

    def show_item(self, item: Item) -> None:
        """Show the title and the topic of an item; a title that is being written stays as it is."""
        if (item.id, item.entry.title) != (self._item, self._title):
            self._item, self._title = item.id, item.entry.title
            self.title.setText(item.entry.title)
        earlier = self._offered(item)
        self._topic_field.setVisible(bool(earlier))
        wanted = [(_("a topic of its own"), ""), *((_words(one), one.topic) for one in earlier)]
        if wanted != [(self.topic.itemText(at), self.topic.itemData(at)) for at in range(self.topic.count())]:
            self.topic.clear()
            for words, topic in wanted:
                self.topic.addItem(words, topic)
        self.topic.setCurrentIndex(max(0, self.topic.findData(item.entry.topic)))

    def _rename(self) -> None:
        typed = self.title.text().strip()
        if not typed:
            self.title.setText(self._title)
        elif typed != self._title:
            self._change(agenda.rename_item, self._item, typed)

    def _choose(self) -> None:
        topic = str(self.topic.currentData() or "")
        self._change(agenda.choose_topic, self._item, topic, self.topic.currentText() if topic else "")


def _words(one: Earlier) -> str:
    return _("{title}, {day}").format(title=one.title, day=short_day_with_year(one.day))
