"""One decision: its exact words, what the minutes tell of it, and when it comes back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout

from coalmeet.meeting.minutes_values import Decision as Said
from coalmeet.text import _
from ui import theme
from ui.decisions.look import Standing
from ui.decisions.shown import icon_of, state_word, when
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.labels import Icon, OneLine, Wrapped
from ui.widgets.layouts import column, empty, hairline, row, widget

_NAME = 116


class DecisionDetail(Card):
    """`bring_back` asks to put it on the next agenda, `open_meeting` to show its meeting; both carry an id."""

    bring_back = Signal(str)
    open_meeting = Signal(str)

    def __init__(self) -> None:
        self._icon = Icon("circle-check", "accent", 20)
        self._state = OneLine("", theme.BODY, theme.STRONG)
        self.words = Wrapped("", theme.HEADING, theme.STRONG)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self._facts = QVBoxLayout()
        self.again = Button(_("Bring it back"), icon="rotate-ccw")
        self.meeting = Button(_("Its meeting"), icon="calendar-days")
        self._decision = self._held = ""
        inside = column(self.words, 16, hairline(), 16, self._facts, None, margins=(0, 0, 12, 0))
        area = QScrollArea()
        area.setWidget(widget(inside))
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(_("The decision"))
        state = row(self._icon, 10, (self._state, 1))
        foot = row(self.again, self.meeting, None, gap=8)
        super().__init__(column(state, 12, (area, 1), 12, foot, margins=(24, 22, 12, 20)))
        self.again.clicked.connect(lambda: self.bring_back.emit(self._decision))
        self.meeting.clicked.connect(lambda: self.open_meeting.emit(self._held))

    def show_decision(self, one: Standing, said: Said | None, *, can_bring_back: bool) -> None:
        """Show a decision with what the minutes of its meeting tell of it."""
        self._decision, self._held = one.decision.id, one.decision.meeting
        self._icon.set_icon(*icon_of(one))
        self._state.setText(state_word(one))
        self.words.setText(one.decision.text or _("Nobody noted the words."))
        self.again.setVisible(can_bring_back)
        self.meeting.setVisible(one.meeting is not None)
        empty(self._facts)
        self._fact(_("When"), when(one))
        if one.meeting is not None:
            self._fact(_("Meeting"), one.meeting.title or one.meeting.coalition)
        if one.decision.responsible:
            self._fact(_("Responsible"), one.decision.responsible)
        if said is not None:
            self._fact(_("Outcome"), said.outcome)
            self._fact("", " · ".join(said.details))
            for fact in said.facts:
                self._fact(fact.label, "\n".join(fact.texts))

    def _fact(self, name: str, words: str) -> None:
        if not words:
            return
        label = Wrapped(name, 14, tone="ink2")
        label.setFixedWidth(theme.px(_NAME))
        value = Wrapped(words, theme.BODY, theme.MEDIUM)
        self._facts.addLayout(row(column(label, None), 8, (value, 1)))
        self._facts.addSpacing(theme.px(10))
