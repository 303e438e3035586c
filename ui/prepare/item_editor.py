"""The fields of one agenda item, saved as soon as one is left."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from coalmeet.coalition.organisation import Organisation
from coalmeet.coalition.plan import PlannedItem
from coalmeet.meeting import words
from coalmeet.meeting.deciding import kind_words, vote_words
from coalmeet.meeting.events import DecisionKind, EarlierTry
from coalmeet.text import _, plain_day
from ui import theme
from ui.prepare.topic_line import TopicLine
from ui.widgets.buttons import Button
from ui.widgets.fields import Choice, Field, Minutes, Tick
from ui.widgets.labels import Icon, OneLine, Wrapped
from ui.widgets.layouts import column, hairline, row, upright, widget
from ui.widgets.segments import Segments
from ui.widgets.texts import NamesLine, TextArea, TextLine


class ItemEditor(QWidget):
    """`changed` carries the item's id, a field of PlannedItem and its value; `noted` the id and a private note."""

    changed = Signal(str, str, object)
    noted = Signal(str, str)
    removed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._item = ""
        self.title = TextLine(_("What is it about?"))
        self.label = Segments(
            [(code, words.label(code), "") for code in ("decision", "discussion", "update")],
            _("Label"),
            optional=True,
        )
        self.minutes = Minutes(0, _("Timebox in minutes"))
        self.warn = Minutes(0, _("Say how much is left so many minutes before the end"), 1)
        self.topic = TopicLine()
        self.outcome = TextArea(_("What should be different afterwards?"), 2)
        self.presenters = NamesLine(_("Who introduces it?"))
        self.proposal = TextArea(_("The exact words, as far as they are known"), 5)
        self.need = TextArea(_("Why is it needed, and why now?"), 3)
        self.proposer = Choice()
        self.kind = Choice()
        self._kinds: tuple[DecisionKind, ...] = ()
        self._fallback, self._tries = "", dict[str, EarlierTry]()
        self.vote = Tick(_("Announce a vote if consent fails"))
        self._vote_hint = Wrapped("", theme.META, tone="ink2")
        self._vote = widget(column(self.vote, 2, self._vote_hint, 14))
        self.private = TextArea(_("Only for you"), 4)
        self._kind_line = Wrapped("", theme.META, tone="ink2")
        self._lay_out()
        self._connect()

    def show_item(self, item: PlannedItem, private: str) -> None:
        """Show an item and its private note."""
        if item.id != self._item:
            self.settle()
        self._item = item.id
        self.title.show_text(item.title)
        self.title.setPlaceholderText(words.built_in(item.built_in) or _("What is it about?"))
        self.label.show_choice(item.label)
        self.minutes.set_minutes(item.minutes or 0)
        self.warn.set_minutes(item.warn_minutes)
        self.topic.show_item(item)
        self.outcome.show_text(item.desired_outcome)
        self.presenters.show_names(item.presenters)
        for area, text in ((self.proposal, item.proposal), (self.need, item.need), (self.private, private)):
            area.show_text(text)
        self._show_kind(item.kind)
        self._show_vote(item)
        self.proposer.setCurrentIndex(max(0, self.proposer.findData(item.proposer)))
        self._ordinary.setVisible(not item.built_in)
        for part in (self._decision, self._kind_part):
            part.setVisible(item.label == "decision" and not item.built_in)
        self._kind_line.setVisible(bool(item.built_in))
        self._kind_line.setText(_("A built-in item; it can be moved, renamed or dropped."))

    def offer(self, people: Sequence[str], members: Sequence[Organisation]) -> None:
        """Complete presenters from these names, and offer these members as proposers."""
        self.presenters.know(people)
        wanted = [("", _("nobody yet")), *((one.id, one.name) for one in members)]
        if wanted != [
            (self.proposer.itemData(at), self.proposer.itemText(at)) for at in range(self.proposer.count())
        ]:
            self.proposer.clear()
            for id, name in wanted:
                self.proposer.addItem(name, id)

    def offer_kinds(self, kinds: Sequence[DecisionKind]) -> None:
        """Offer the rows of the decision matrix."""
        self._kinds = tuple(kinds)

    def offer_votes(self, fallback: str, tries: Mapping[str, EarlierTry]) -> None:
        """Know the vote that the charter falls back on, and where consent failed before, by topic."""
        self._fallback, self._tries = fallback, dict(tries)

    def _show_vote(self, item: PlannedItem) -> None:
        """Offer to announce a vote, where consent to this matter failed before and the charter names one."""
        failed = self._tries.get(item.topic or item.id)
        self._vote.setVisible(bool(self._fallback) and (failed is not None or item.vote_announced))
        with QSignalBlocker(self.vote):
            self.vote.setChecked(item.vote_announced)
        if failed is not None:
            day = plain_day(date.fromisoformat(failed.date))
            told = _("Consent was not reached on {day}. By your charter: {how}.")
            self._vote_hint.setText(told.format(day=day, how=vote_words(self._fallback)))

    def _show_kind(self, kind: str) -> None:
        """The rows of the matrix, and a kind of its own that an imported item may have; below, what follows from it."""
        known = [one.name for one in self._kinds if one.name]
        named = next((one for one in known if one.casefold() == kind.casefold()), kind)
        wanted = ["", *known, *([kind] if kind and named not in known else [])]
        if wanted != [self.kind.itemData(at) for at in range(self.kind.count())]:
            self.kind.clear()
            for one in wanted:
                own = _("{kind} (not in the matrix)").format(kind=one)
                self.kind.addItem(own if one and one not in known else one or _("none of the matrix"), one)
        self.kind.setCurrentIndex(max(0, self.kind.findData(named)))
        row = next((one for one in self._kinds if one.name == named), DecisionKind())
        self._kind_field.show_hint(kind_words(row))

    def settle(self) -> None:
        """Save what is still being typed, before another item is shown or the page is left."""
        for field in (
            self.title,
            self.outcome,
            self.presenters,
            self.proposal,
            self.need,
            self.private,
        ):
            field.settle()

    def _connect(self) -> None:
        self.title.settled.connect(lambda text: self._tell("title", text))
        self.label.chosen.connect(lambda code: self._tell("label", code))
        self.minutes.changed.connect(lambda minutes: self._tell("minutes", minutes or None))
        self.warn.changed.connect(lambda minutes: self._tell("warn_minutes", minutes))
        self.topic.chosen.connect(lambda topic: self._tell("topic", topic or self._item))
        self.outcome.settled.connect(lambda text: self._tell("desired_outcome", " ".join(text.split())))
        self.presenters.names_settled.connect(lambda names: self._tell("presenters", names))
        self.proposal.settled.connect(lambda text: self._tell("proposal", text))
        self.need.settled.connect(lambda text: self._tell("need", text))
        self.kind.activated.connect(lambda at: self._tell("kind", self.kind.itemData(at)))
        self.vote.toggled.connect(lambda on: self._tell("vote_announced", on))
        self.proposer.activated.connect(lambda at: self._tell("proposer", self.proposer.itemData(at)))
        self.private.settled.connect(lambda text: self.noted.emit(self._item, text))

    def _tell(self, field: str, value: object) -> None:
        if self._item:
            self.changed.emit(self._item, field, value)

    def _lay_out(self) -> None:
        self._kind_field = Field(_("Kind of decision"), self.kind, " ")
        self._kind_part = widget(column(self._kind_field, 14, self._vote))
        self._ordinary = widget(
            column(Field(_("Label"), self.label), 14, self._kind_part, Field(_("Desired outcome"), self.outcome), 14,
                   Field(_("Presenters"), self.presenters), 14, Field(_("Goes on with"), self.topic), 14)
        )  # fmt: skip
        self._decision = widget(
            column(
                Field(_("Draft proposal"), self.proposal, _("It goes out with the agenda.")), 14,
                Field(_("Need"), self.need), 14,
                Field(_("Proposed by"), self.proposer), 14,
            )
        )  # fmt: skip
        note = row(
            Icon("lock", "ink2", 14), 6, OneLine(_("Private note"), theme.META, theme.STRONG, "ink2"), None
        )
        self.private.setAccessibleName(_("Private note"))
        hint = Wrapped(_("Never on the shared window, never in the minutes."), theme.META, tone="ink2")
        remove = Button(_("Take it off the agenda"), "ghost", icon="trash-2")
        remove.clicked.connect(lambda: self.removed.emit(self._item))
        inside = column(
            self._kind_line, 4,
            Field(_("Title"), self.title), 14,
            self._ordinary,
            row(Field(_("Minutes"), widget(row(self.minutes, None))), 20,
                Field(_("Say “… min left” at"), widget(row(self.warn, None))), None), 14,
            self._decision,
            hairline(), 12,
            column(note, 6, self.private, 4, hint), 10,
            row(remove, None), None,
            margins=(16, 16, 16, 12),
        )  # fmt: skip
        self.setLayout(column((upright(inside), 1)))
