"""The decisions so far: what was agreed, in the exact words, and when we look again."""

from __future__ import annotations

from coalmeet.coalition.plan import PlannedItem
from coalmeet.ids import new_id
from coalmeet.text import _
from ui import theme
from ui.decisions.after import AfterMeeting
from ui.decisions.detail import DecisionDetail
from ui.decisions.look import Standing, look, told
from ui.decisions.outside_form import OutsideForm
from ui.decisions.shown import GROUPS, group_words, rows
from ui.page import Head, Page, on_key
from ui.widgets.buttons import Button
from ui.widgets.empty import EmptyState
from ui.widgets.fields import Search
from ui.widgets.labels import Wrapped
from ui.widgets.layouts import column, row, widget
from ui.widgets.rows import RowList
from ui.widgets.segments import Segments
from ui.widgets.side_by_side import SideBySide


class DecisionsPage(Page):
    """A list to search, and the chosen decision beside it."""

    TABLES = frozenset({"decision", "decision_entry", "meeting", "record", "organisation"})

    def __init__(self) -> None:
        self.search = Search(_("Find words"))
        self.search.setMinimumWidth(theme.px(100))
        self.search.setMaximumWidth(theme.px(232))
        self.outside = Button(_("Decided outside a meeting"), icon="plus")
        super().__init__(
            Head(
                _("Decisions"),
                _("What we agreed, in the exact words, and when we look again."),
                self.search,
                self.outside,
            )
        )
        self.groups = Segments([(group, "", "") for group in GROUPS], _("Which decisions"))
        self.groups.show_choice("all")
        self.list, self.detail = RowList(_("Decisions")), DecisionDetail()
        self.outside_form = OutsideForm()
        self.outside_form.hide()
        beside = widget(column((self.outside_form, 1), (self.detail, 1)))
        self._nothing = Wrapped(
            _("No decision has these words. Try fewer, or another spelling."), tone="ink2"
        )
        listed = widget(column(self._nothing, (self.list, 1)))
        self._whole = widget(column(row(self.groups, None), 12, (SideBySide(listed, beside, 412), 1)))
        self.to_meetings = Button(_("To the meetings"), "primary", icon="calendar-days")
        self._empty = EmptyState(
            "gavel",
            _("No decisions yet"),
            _(
                "They come here from the meetings, in their exact words, with the date on which we look again."
            ),
            self.to_meetings,
        )
        self.body.addWidget(self._whole, 1)
        self.body.addWidget(self._empty, 1)
        self._seen: tuple[Standing, ...] = ()
        self._wanted = ""
        _connect(self)
        self.after = AfterMeeting(self)

    def choose(self, id: str) -> None:
        self._wanted = id
        self.groups.show_choice("all")
        if self.isVisible() and not self._stale:  # it shows what the file says: nothing has to be read again
            self._show_wanted()
        else:
            self.look_again()

    def refresh(self) -> None:
        self._seen = self.book.read(look, self.book.today())
        self._show_body()
        self.outside.setVisible(not self.book.read_only)
        self.search.setVisible(bool(self._seen))
        self.first = self.list if self._seen else self.to_meetings
        for group, (words, count) in group_words(self._seen).items():
            button = self.groups.button(group)
            button.setText(words)
            button.setVisible(group in {"all", "force"} or bool(count))
        self._show_wanted()

    def _show_wanted(self) -> None:
        self.show_found()
        if self._wanted:
            self.list.choose(self._wanted)
            self._wanted = ""

    def _show_body(self) -> None:
        """The list, or what an empty page says; the form stands beside either."""
        some = bool(self._seen) or not self.outside_form.isHidden()
        self._whole.setVisible(some)
        self._empty.setVisible(not some)

    def show_form(self, *, on: bool) -> None:
        """Show the form for a decision taken outside a meeting, in place of the chosen decision."""
        self.outside_form.setVisible(on)
        self.detail.setVisible(not on and self.standing() is not None)
        if not on and self.first is not None:
            self.first.setFocus()
        self._show_body()

    def standing(self) -> Standing | None:
        """The decision that is chosen, as it stands."""
        chosen = self.list.current()
        return next((one for one in self._seen if one.decision.id == chosen), None)

    def show_found(self) -> None:
        """Show the decisions of the chosen group in which the words of the search stand."""
        found = rows(self._seen, self.groups.choice(), self.search.text())
        self._nothing.setVisible(not found)
        self.list.show_rows(found)
        if found and not self.list.current():
            self.list.choose(found[0].key)
        self.show_decision(self.list.current())

    def show_decision(self, id: str) -> None:
        """Show one decision beside the list."""
        one = next((one for one in self._seen if one.decision.id == id), None)
        self.outside_form.hide()
        self.detail.setVisible(one is not None)
        if one is not None:
            with self.saying():
                known = self.book.read(told, one.decision, self.book.coalition().language)
                comes_back = one.group in {"force", "look"} or one.state == "recommended"
                can = comes_back and not self.book.read_only
                self.detail.show_decision(one, known, can_bring_back=can, may_write=not self.book.read_only)

    def bring_back(self, id: str) -> None:
        """Put the decision on the agenda of the next meeting, its words as the draft."""
        from coalmeet.store import again as again_rows
        from coalmeet.store import agenda, meetings

        one = next((one for one in self._seen if one.decision.id == id), None)
        today = self.book.today()
        with self.saying():
            planned = [
                row
                for row in self.book.read(meetings.meetings)
                if row.state == "planned" and row.date >= today
            ]
            if one is None or not planned:
                self.refusal.say(
                    _("No meeting is planned. Plan one on the page “Meetings”, then bring it back.")
                )
                return
            coming = min(planned, key=lambda row: (row.date, row.start))
            item = self.book.read(again_rows.coming_back, one.decision.id, one.state, new_id())
            with self.book.step(_("Bring a decision back")) as writing:
                writing.do(
                    agenda.insert, coming.id, [item], _before_closing(self.book.read(agenda.items, coming.id))
                )
            self.done_with_undo(_("It is on the agenda of the next meeting."))


def _before_closing(items: tuple[PlannedItem, ...]) -> int | None:
    return next((at for at, item in enumerate(items) if item.built_in == "closing"), None)


def _connect(page: DecisionsPage) -> None:
    page.search.textChanged.connect(page.show_found)
    page.groups.chosen.connect(lambda _group: page.show_found())
    page.list.chosen.connect(page.show_decision)
    page.to_meetings.clicked.connect(lambda: page.go.emit("meetings", ""))
    page.detail.bring_back.connect(page.bring_back)
    page.detail.open_meeting.connect(lambda id: page.go.emit("meetings", id))
    on_key(page, "search", page.search.setFocus)
