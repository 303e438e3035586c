"""The agenda page: the afternoon as width, what it still asks for, the items, and what waits for a place."""

from __future__ import annotations

from PySide6.QtGui import QHideEvent

from coalmeet.coalition.fitting import WayOut
from coalmeet.coalition.plan import PlannedItem
from coalmeet.coalition.waiting import Waiting
from coalmeet.text import _
from ui import theme
from ui.making import Maker
from ui.page import Head, Page, on_key
from ui.prepare import gestures, papers, whole
from ui.prepare.body import PrepareBody
from ui.prepare.look import PrepareLook, chosen_or_next, look, meeting_of
from ui.prepare.more_menu import MoreMenu
from ui.prepare.papers_menu import PapersMenu
from ui.prepare.shown import agenda_rows, head_line
from ui.prepare.topic_line import TopicShelf
from ui.widgets.buttons import Button
from ui.widgets.empty import EmptyState
from ui.widgets.layouts import column, widget
from ui.widgets.progress_line import ProgressLine


class PreparePage(Page):
    """One planned meeting: the nearest one, until another is chosen."""

    TABLES = frozenset(
        {
            "meeting",
            "item",
            "decision_kind",
            "coalition",
            "private_note",
            "person",
            "organisation",
            "affiliation",
            "template",
            "template_item",
        }
        | {"parked", "decision", "decision_entry", "record", "move", "turn", "turn_note"}
    )

    def __init__(self) -> None:
        self.invitation = Button(_("Make the invitation"), "primary", icon="copy", size=theme.CONTROL)
        self.details = Button(_("Date, place, people"), icon="calendar-days")
        self.papers = PapersMenu()
        self.more = MoreMenu()
        super().__init__(Head("", "", self.more, self.details, self.papers, self.invitation))
        self.part = PrepareBody()
        self.first = self.part.list
        plan = Button(_("Plan a meeting"), "primary", icon="plus")
        plan.clicked.connect(lambda: self.go.emit("new_meeting", ""))
        self._empty = EmptyState(
            "list-ordered",
            _("No meeting is planned"),
            _("Plan one first: its agenda is prepared here."),
            plan,
        )
        self.progress = ProgressLine()
        self.maker = Maker(self.progress, self.refusal.say)
        self.body.addWidget(widget(column(self.progress)))
        self.body.addWidget(self.part, 1)
        self.body.addWidget(self._empty, 1)
        self._meeting = self._item = ""
        self.seen: PrepareLook | None = None
        self._topics = TopicShelf()
        _connect(self)

    def choose(self, id: str) -> None:
        """Show a planned meeting, or the one on whose agenda this item stands."""
        meeting = self.book.read(meeting_of, id)
        self._meeting, self._item = meeting or id, id if meeting else ""
        self.look_again()

    def refresh(self) -> None:
        today = self.book.today()
        self._meeting = self.book.read(chosen_or_next, self._meeting, today)
        seen = self.seen = self.book.read(look, self._meeting, today) if self._meeting else None
        for part in (self.part, self.invitation, self.details, self.papers, self.more):
            part.setVisible(seen is not None)
        self._empty.setVisible(seen is None)
        self.head.title.setText((seen.frame.title or _("Meeting")) if seen else _("Agenda"))
        self.head.line.setText(head_line(seen) if seen else "")
        if seen is not None:
            self.more.show_templates(seen.templates)
            self.part.item.topic.know(self._topics.read(self.book), seen.frame.date)
            self.part.show_look(seen, agenda_rows(seen), today)
            if self._item:
                self.part.list.choose(self._item)
                self._item = ""

    def settle(self) -> None:
        self.part.settle()
        self.maker.settle()

    def hideEvent(self, event: QHideEvent) -> None:
        self.part.settle()
        super().hideEvent(event)

    def add(self, built_in: str = "") -> None:
        """Put a new item after the current one and edit it."""
        with self.saying():
            self.part.edit(gestures.add_item(self.book, self._meeting, self.place(), built_in))

    def take_up(self, waiting: Waiting) -> None:
        """Put something that waits on the agenda."""
        with self.saying():
            self.part.list.setFocus()  # the button that was pressed goes away
            self.part.list.choose(gestures.take_up(self.book, self._meeting, waiting, self.place()))
            self.done_with_undo(_("“{title}” is on the agenda.").format(title=waiting.title))

    def fit(self, way: WayOut) -> None:
        """Take one way to fit."""
        if self.seen is not None:
            with self.saying():
                self.done_with_undo(gestures.apply_way(self.book, self.seen.frame, way, self.items))

    def remove(self, item: str) -> None:
        """Take an item off the agenda, with a way back."""
        with self.saying():
            gestures.remove_item(self.book, item)
            self.done_with_undo(_("The item is off the agenda."))

    @property
    def meeting(self) -> str:
        """The id of the meeting that is shown, "" for none."""
        return self._meeting

    @property
    def items(self) -> tuple[PlannedItem, ...]:
        """The items on its agenda."""
        return self.seen.items if self.seen else ()

    def place(self) -> int | None:
        """New items come after the current one; without one, before the closing."""
        at = self.part.list.currentIndex().row()
        if at >= 0:
            return at + 1
        closing = [place for place, item in enumerate(self.items) if item.built_in == "closing"]
        return closing[-1] if closing else None


def _connect(page: PreparePage) -> None:
    """Tie what the parts tell to what is done."""
    part, more = page.part, page.more
    page.details.clicked.connect(part.show_meeting_fields)
    part.new.clicked.connect(lambda: page.add(""))
    part.built_in_wanted.connect(page.add)
    part.list.removed.connect(page.remove)
    part.item.removed.connect(page.remove)
    part.list.pasted.connect(part.paste_copied)
    part.waiting.taken.connect(page.take_up)
    part.fit.taken.connect(page.fit)
    more.paste.connect(part.paste)
    more.keep.connect(part.name_template)
    whole.connect(page)
    papers.connect(page)
    on_key(page, "new_row", lambda: page.add(""))
