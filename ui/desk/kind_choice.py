"""Which kind of decision a walk-in text is: asked only where there is a matrix and the agenda named no kind."""

from __future__ import annotations

from coalmeet.meeting.deciding import kind_words
from coalmeet.meeting.proposal import Proposal
from coalmeet.meeting.state import Item, Meeting
from coalmeet.text import _
from ui.widgets.fields import Choice, Field


class KindChoice(Field):
    """Nothing has to be chosen: what is of no kind is decided by consent."""

    def __init__(self) -> None:
        self.box = Choice()
        super().__init__(_("Kind of decision"), self.box, " ")
        self._item = ""
        self.box.currentIndexChanged.connect(lambda _at: self._say())
        self.hide()

    def show_item(self, meeting: Meeting, item: Item, live: Proposal | None) -> None:
        """Offer the rows of the matrix before the text is on the table."""
        asked = live is None and bool(meeting.kinds) and not item.entry.kind
        self.setVisible(asked)
        if not asked or item.id == self._item:
            return
        self._item = item.id
        self.box.clear()
        self.box.addItem(_("none of the matrix"), meeting.kind(""))
        for one in meeting.kinds:
            self.box.addItem(one.name, one)
        self._say()

    def kind(self, item: Item) -> str:
        """The kind that the agenda named, or the one chosen here."""
        chosen = self.box.currentData() if self.isVisible() else None
        return item.entry.kind or (chosen.name if chosen else "")

    def _say(self) -> None:
        chosen = self.box.currentData()
        self.show_hint(kind_words(chosen) if chosen is not None else "")
