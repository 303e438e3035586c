"""One decision: its exact words, what the minutes tell of it, and when it comes back."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout

from coalmeet.text import _, plain_day
from ui import icons, theme
from ui.decisions.later_part import LaterPart
from ui.decisions.look import PAST, Standing, Told
from ui.decisions.shown import icon_of, meeting_words, state_word, when_outside
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.labels import Icon, OneLine, Wrapped
from ui.widgets.layouts import column, empty, hairline, row, widget
from ui.widgets.menus import open_below
from ui.widgets.scroll_area import ScrollArea

_NAME = 116
_STANDING = ("in_force", "provisional", "review_due", "overdue")


class DecisionDetail(Card):
    """`bring_back` asks to put it on the next agenda, `open_meeting` to show its meeting; both carry an id.
    `wanted` says what else is said to it: keep, end or withdraw.
    """

    bring_back = Signal(str)
    open_meeting = Signal(str)
    wanted = Signal(str)

    def __init__(self) -> None:
        self._icon = Icon("circle-check", "accent", 20)
        self._state = OneLine("", theme.BODY, theme.STRONG)
        self.words = Wrapped("", theme.HEADING, theme.STRONG)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self._facts = QVBoxLayout()
        self.again = Button(_("Bring it back"), icon="rotate-ccw")
        self.meeting = Button(_("Its meeting"), icon="calendar-days")
        self._decision = self._held = ""
        self.later = LaterPart()
        self.more = Button(icon="ellipsis", spoken=_("More for this decision"))
        self._state_code = ""
        inside = column(self.words, 16, self.later, hairline(), 16, self._facts, None, margins=(0, 0, 12, 0))
        area = self.area = ScrollArea(widget(inside))
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # read with the arrow keys
        area.setAccessibleName(_("The decision"))
        state = row(self._icon, 10, (self._state, 1))
        foot = row(self.again, self.meeting, self.more, None, gap=8)
        super().__init__(column(state, 12, (area, 1), 12, foot, margins=(24, 22, 12, 20)))
        self.again.clicked.connect(lambda: self.bring_back.emit(self._decision))
        self.meeting.clicked.connect(lambda: self.open_meeting.emit(self._held))
        self.more.clicked.connect(lambda: open_below(self.choices(), self.more))

    def choices(self) -> QMenu:
        """What else can be said to the decision, as a menu."""
        menu = QMenu(self)
        kept = (
            ("keep", "check", _("Reviewed: it is kept")),
            ("end", "x", _("It is ended, nothing takes its place")),
        )
        for what, icon, words in kept if self._state_code in _STANDING else ():
            entry = menu.addAction(icons.icon(icon, "ink2"), words)
            entry.triggered.connect(lambda _on=False, what=what: self.wanted.emit(what))
        entry = menu.addAction(icons.icon("undo-2", "ink2"), _("The proposer withdraws it"))
        entry.triggered.connect(lambda: self.wanted.emit("withdraw"))
        return menu

    def show_decision(
        self, one: Standing, told: Told, *, can_bring_back: bool, may_write: bool = False
    ) -> None:
        """Show a decision with what the minutes of its meeting tell of it, and what happened since."""
        self._decision, self._held = one.decision.id, one.decision.meeting
        self._icon.set_icon(*icon_of(one))
        self._state.setText(state_word(one))
        self.words.setText(one.decision.text or _("Nobody noted the words."))
        self.again.setVisible(can_bring_back)
        self._state_code = one.state
        self.more.setVisible(may_write and one.state not in PAST)
        self.later.show_decision(one, may_write=may_write)
        for before, button in pairwise((self.area, *self.later.buttons.values())):
            self.setTabOrder(before, button)  # what was made just now would be the last that Tab comes to
        self.meeting.setVisible(one.meeting is not None)
        self._show_facts(one, told)

    def _show_facts(self, one: Standing, told: Told) -> None:
        """Each once: what the minutes said of the future is told as it stands now."""
        empty(self._facts)
        if told.said is not None:
            self._fact(_("At the meeting"), told.said.outcome)
        if one.meeting is not None:
            self._fact(_("Meeting"), meeting_words(one.meeting))
        elif one.decision.decided_on is not None:
            self._fact(_("Decided"), when_outside(one.decision.decided_on))
        self._fact(_("Decided by"), one.decision.decided_by)
        self._fact(_("Authority"), one.decision.authority)
        self._fact(_("Responsible"), one.decision.responsible)
        if one.review is not None and one.state not in PAST:
            self._fact(_("Review"), plain_day(one.review))
        self._fact(_("Since then"), "\n".join(told.since))
        for fact in told.said.facts if told.said is not None else ():
            if not fact.passing:
                self._fact(fact.label, "\n".join(fact.texts))

    def _fact(self, name: str, words: str) -> None:
        if not words:
            return
        label = Wrapped(name, 14, tone="ink2")
        label.setFixedWidth(theme.px(_NAME))
        value = Wrapped(words, theme.BODY, theme.MEDIUM)
        self._facts.addLayout(row(column(label, None), 8, (value, 1)))
        self._facts.addSpacing(theme.px(10))
