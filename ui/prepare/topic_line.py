"""What an item goes on with: its history across meetings in a line, and earlier topics to link it to."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coalmeet.coalition.plan import PlannedItem
from coalmeet.coalition.topic import Earlier, history, history_words, offered
from coalmeet.text import _, short_day_with_year
from ui import theme
from ui.open_file import OpenFile
from ui.widgets.fields import Choice
from ui.widgets.labels import Wrapped
from ui.widgets.layouts import column


class TopicLine(QWidget):
    """`chosen` carries a topic, "" for one of the item's own."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._earlier: tuple[Earlier, ...] = ()
        self._day = date.max
        self.history = Wrapped("", theme.META, tone="ink2")
        self.choice = Choice()
        self.choice.setAccessibleName(_("Goes on with"))
        self.choice.activated.connect(lambda at: self.chosen.emit(self.choice.itemData(at)))
        self.setLayout(column(self.choice, 4, self.history))

    def know(self, earlier: tuple[Earlier, ...], day: date) -> None:
        """What the records of the file say, before the day of the meeting."""
        self._earlier, self._day = earlier, day

    def show_item(self, item: PlannedItem) -> None:
        """Show the topic of an item; those that share words with its title are offered first."""
        times = history(self._earlier, item.topic, self._day)
        self.history.setText(history_words(times, self._day))
        self.history.setVisible(bool(times))
        others = [one for one in offered(self._earlier, item.title, self._day) if one.topic != item.topic]
        wanted = [(_("a topic of its own"), "")]
        if times:
            wanted.append((_words(times[-1]), item.topic))
        wanted += [(_words(one), one.topic) for one in others]
        if wanted != [
            (self.choice.itemText(at), self.choice.itemData(at)) for at in range(self.choice.count())
        ]:
            self.choice.clear()
            for words, topic in wanted:
                self.choice.addItem(words, topic)
        self.choice.setCurrentIndex(1 if times else 0)


def _words(one: Earlier) -> str:
    return _("{title}, {day}").format(title=one.title, day=short_day_with_year(one.day))


class TopicShelf:
    """The topics of a file, read again only when a record has changed."""

    def __init__(self) -> None:
        self._known: tuple[Path, tuple[int, int]] | None = None
        self._earlier: tuple[Earlier, ...] = ()

    def read(self, book: OpenFile) -> tuple[Earlier, ...]:
        """Every earlier time of every topic. Raises FileProblem."""
        from coalmeet.store import topics

        known = (book.path, book.read(topics.stamp))
        if known != self._known:
            self._known, self._earlier = known, book.read(topics.earlier)
        return self._earlier
