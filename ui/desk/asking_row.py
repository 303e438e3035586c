"""One person in the stack, as a row: who, for whom, what for, which time; moved up or taken out with a press."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from coalmeet.meeting import stack
from coalmeet.meeting.publish_talk import initials
from coalmeet.meeting.state import Meeting
from coalmeet.meeting.words import asking_kind
from coalmeet.text import _
from ui import theme
from ui.desk.row_focus import paint_focus
from ui.desk.verb_button import verb_button
from ui.widgets.card import Card
from ui.widgets.chip import Pill
from ui.widgets.face import Face
from ui.widgets.labels import OneLine
from ui.widgets.layouts import column, row

KIND_ICONS = {"process": "refresh-cw", "question": "circle-question-mark", "reply": "message-circle"}


@dataclass(frozen=True, slots=True)
class AskingWords:
    """What a row shows; `state` is now, next or waiting, `kind` "" for a new point."""

    person: str
    name: str
    detail: str
    state: str
    kind: str
    times: str


def rows_of(meeting: Meeting) -> tuple[AskingWords, ...]:
    """Who has the floor, then who comes next in order."""
    counts, speaks = stack.turns(meeting), stack.speaking(meeting)
    found = []
    if speaks:
        found.append(_words(meeting, speaks.person, "now", speaks.kind, counts[speaks.person] - 1))
    for place, one in enumerate(stack.line(meeting)):
        state = "waiting" if place else "next"
        found.append(_words(meeting, one.person, state, one.kind, counts[one.person]))
    return tuple(found)


def _words(meeting: Meeting, person: str, state: str, kind: str, times: int) -> AskingWords:
    presence, name = meeting.presence(person), meeting.name_of(person)
    detail = meeting.name_of(presence.seat.organisation) if presence else ""
    detail = detail if detail != name else ""
    return AskingWords(person, name, detail, state, kind if kind != "new" else "", stack.times(times))


class AskingRow(QWidget):
    """`moved` asks for a place further up (-1) or down (1), `left` takes the name out, `called` gives the floor."""

    moved = Signal(str, int)
    left = Signal(str)
    called = Signal(str)

    def __init__(self, words: AskingWords) -> None:
        super().__init__()
        self.words = words
        now = words.state == "now"
        note = {"now": _("has the floor"), "next": _("next")}.get(words.state, "")
        kind = asking_kind(words.kind) if words.kind else ""
        spoken = ", ".join(part for part in (words.name, words.detail, note, kind, words.times) if part)
        self.setAccessibleName(spoken)
        if not now:
            self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        name = OneLine(words.name, theme.BODY, theme.STRONG if now else theme.MEDIUM)
        said = ", ".join(part for part in (note, "" if now else words.times, words.detail) if part)
        below = OneLine(said, theme.META, tone="accent" if now else "ink2")
        parts = row(Face(initials(words.name), words.state, 32, spoken), 10, (column(name, below), 1), 8)
        if kind:
            parts.addWidget(Pill(kind, KIND_ICONS.get(words.kind, ""), "accent", 12))
        if not now:
            for button in self._buttons():
                parts.addWidget(button)
        parts.setContentsMargins(*(theme.px(side) for side in (10, 4, 6, 4)))
        parts.setSpacing(theme.px(4))
        self.setLayout(column(Card(parts, "tint_row" if now else "row"), margins=(2, 2, 2, 2)))

    def _buttons(self) -> tuple[QWidget, ...]:
        who = self.words.person
        up = verb_button(
            "", "row_up", "ghost", icon="arrow-up", spoken=_("{name} earlier").format(name=self.words.name)
        )
        out = verb_button(
            "", "delete_row", "ghost", icon="x", spoken=_("{name} no more").format(name=self.words.name)
        )
        up.clicked.connect(lambda: self.moved.emit(who, -1))
        out.clicked.connect(lambda: self.left.emit(who))
        return (up, out) if self.words.state != "next" else (out,)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_focus(self, theme.RADIUS_ROW)
