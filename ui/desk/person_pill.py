"""A person as a pill in the attendance: press it when they come, press it again for times."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from coalmeet.meeting.state import Presence
from coalmeet.meeting.words import capacity, channel
from coalmeet.text import _, clock_time
from ui import icons, theme
from ui.desk.verb_button import is_desks
from ui.widgets import draw, lines

_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Left: -1,
}


@dataclass(frozen=True, slots=True)
class PillWords:
    """What a pill says; `state` is here, away or left."""

    person: str
    name: str
    capacity: str
    times: str
    state: str


def pill_words(presence: Presence, zone: str) -> PillWords:
    """How somebody's presence reads: "Kofi Owusu 13:58, until 15:00"."""
    seat = presence.seat
    word = "" if seat.capacity == "delegate" else capacity(seat.capacity)
    state = "here" if presence.here else "left" if presence.spans else "away"
    return PillWords(seat.person, seat.name, word, _times(presence, state, zone), state)


def _times(presence: Presence, state: str, zone: str) -> str:
    if state == "away":
        return ""
    span = presence.spans[-1]
    since = clock_time(span.since, zone)
    if span.until is not None:
        return _("{since} to {until}").format(since=since, until=clock_time(span.until, zone))
    if presence.leaves_at:
        return _("{since}, until {until}").format(since=since, until=clock_time(presence.leaves_at, zone))
    return (
        _("{since}, {channel}").format(since=since, channel=channel(presence.channel))
        if presence.channel
        else since
    )


class PersonPill(QAbstractButton):
    """`stepped` asks for the next pill (1) or the one before (-1); `timed` asks for the times."""

    stepped = Signal(int)
    timed = Signal()

    def __init__(self, words: PillWords) -> None:
        super().__init__()
        self.words = words
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.show_words(words)

    def show_words(self, words: PillWords) -> None:
        """Show how the person stands now."""
        self.words = words
        states = {"here": _("here"), "away": _("not here"), "left": _("left")}
        parts = [words.name, words.capacity, states[words.state], words.times]
        self.setAccessibleName(", ".join(part for part in parts if part))
        self.setText(words.name)
        self.updateGeometry()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if is_desks(event):
            event.ignore()
        elif step:
            self.stepped.emit(step)
        elif event.key() == Qt.Key.Key_T and not event.modifiers():
            self.timed.emit()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        wide = theme.px(12 + 16 + 8 + 12) + sum(width + theme.px(6) for _text, width, *_rest in self._parts())
        return QSize(round(wide), theme.px(34))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(72), theme.px(34))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area, here = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), self.words.state == "here"
        draw.capsule(painter, area, "accent_soft" if here else "", "" if here else "line")
        if self.underMouse() and not here:
            draw.capsule(painter, area, "sunk", "line")
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("ink"), 2))
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), area.height() / 2, area.height() / 2)
        icon = {"here": "check", "left": "log-out"}.get(self.words.state, "plus")
        side, at = theme.px(16), float(theme.px(12))
        icons.draw(painter, icon, self._at(at, side, side), "accent" if here else "ink2")
        self._paint_words(painter, at + side + theme.px(8))

    def _paint_words(self, painter: QPainter, at: float) -> None:
        for text, width, weight, tone in self._parts():
            room = min(width, self.width() - at - theme.px(10))
            painter.setFont(
                theme.font(theme.DETAIL if text == self.words.name else theme.META, weight, tabular=True)
            )
            painter.setPen(theme.colour(tone))
            shown = lines.elided(text, painter.font(), room + 1)
            where = self._at(at, room, self.height())
            painter.drawText(where, Qt.AlignmentFlag.AlignCenter, lines.isolated(shown))
            at += room + theme.px(6)

    def _at(self, left: float, width: float, height: float) -> QRectF:
        start = self.width() - left - width if self.isRightToLeft() else left
        return QRectF(start, (self.height() - height) / 2, width, height)

    def _parts(self) -> list[tuple[str, float, int, str]]:
        here = self.words.state == "here"
        parts = [(self.words.name, theme.STRONG if here else theme.MEDIUM, "ink" if here else "ink2")]
        parts += [(text, theme.REGULAR, "ink2") for text in (self.words.capacity, self.words.times) if text]
        return [
            (
                text,
                lines.width_of(
                    text, theme.font(theme.DETAIL if at == 0 else theme.META, weight, tabular=True)
                )
                + 2,
                weight,
                tone,
            )
            for at, (text, weight, tone) in enumerate(parts)
        ]
