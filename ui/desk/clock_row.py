"""The clock of the desk: digits, what they mean, the bar of time, and what can be done about it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coalmeet.meeting import timing
from coalmeet.meeting.publish_parts import clock
from coalmeet.meeting.state import Item, Meeting
from coalmeet.public import ClockState
from coalmeet.text import _, left_over, minutes
from ui import theme
from ui.desk.verb_button import verb_button
from ui.widgets.chip import Pill
from ui.widgets.labels import OneLine
from ui.widgets.layouts import column, row
from ui.widgets.timebar import TimeBar

_TONES = {"last minute": "last", "over": "over", "paused": "paused"}


@dataclass(frozen=True, slots=True)
class Reading:
    """What the clock says: digits, a caption, a state of the public clock, the used part from 0 to 1."""

    digits: str = ""
    caption: str = ""
    state: str = "open"
    part: float = 0.0
    asks_for_time: bool = False


def reading(meeting: Meeting, now: int) -> Reading:
    """The clock of the moment: of the item, of the break, or the quiet count-up between two items."""
    if meeting.on_break and meeting.rest:
        whole = max(1, meeting.rest_return - meeting.rest.since)
        left = meeting.rest_return - now
        state = "over" if left < 0 else "open"
        return Reading(
            left_over(left), _("until we go on"), state, min(1.0, (now - meeting.rest.since) / whole)
        )
    if meeting.current is not None:
        return _of_item(meeting.current, now)
    gap = timing.between_items_ms(meeting, now)
    started = any(item.started for item in meeting.items)
    if started and meeting.is_open:
        return Reading(left_over(gap), _("since the last item, for you alone"))
    to_start = meeting.planned_start - now
    if not started and meeting.planned_start and to_start > 0:
        return Reading(left_over(to_start), _("until the start"))
    if not started and meeting.planned_start:
        return Reading(left_over(to_start), _("past the start"), "last minute")
    return Reading()


def _of_item(item: Item, now: int) -> Reading:
    face = clock(item, now)
    box = item.minutes * timing.MINUTE
    part = min(1.0, timing.used_ms(item, now) / box) if box else 0.0
    over = face.state is ClockState.OVER
    caption = _("over {minutes}").format(minutes=minutes(item.minutes)) if over else face.caption
    return Reading(face.digits, caption, face.state.value, part, over)


class ClockRow(QWidget):
    """`pressed` tells a verb: pause, grace, extend, clock, next_item."""

    pressed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._shown = Reading()
        self._digits = OneLine("", theme.CLOCK, theme.STRONG, tabular=True)
        self._caption = OneLine("", theme.DETAIL, tone="ink2")
        self._pill = Pill()
        self._pill.hide()
        self._bar = TimeBar()
        self.pause = verb_button("", "pause", icon="pause", spoken=_("Pause"))
        self.grace = verb_button("+1", "grace", spoken=_("A grace minute"))
        self.extend = verb_button("+5", "extend", spoken=_("Ask the group for more time"))
        self.more = verb_button("", "clock", icon="ellipsis", spoken=_("Put the clock right"))
        self.next = verb_button(_("Next item"), "next_item", icon="skip-forward")
        for verb in ("pause", "grace", "extend", "more", "next"):
            name = {"more": "clock", "next": "next_item"}.get(verb, verb)
            getattr(self, verb).clicked.connect(lambda _checked=False, one=name: self.pressed.emit(one))
        said = column(None, self._pill, 4, self._caption, 9)
        buttons = row(self.pause, self.grace, self.extend, self.more, self.next, gap=8)
        self.setLayout(column(row(self._digits, 12, (said, 1), 8, buttons), 2, self._bar))

    def show_meeting(self, meeting: Meeting, now: int) -> None:
        """Show the clock, and the buttons that make sense now."""
        current = meeting.current
        running = current is not None and not meeting.on_break
        for button in (self.pause, self.grace, self.extend, self.more):
            button.setVisible(running)
        paused = current is not None and current.paused
        self.pause.set_icon("play" if paused else "pause")
        self.pause.setAccessibleName(_("Go on") if paused else _("Pause"))
        self.show_now(meeting, now)

    def show_now(self, meeting: Meeting, now: int) -> None:
        """Follow the clock; only what changed is painted."""
        said = reading(meeting, now)
        if said == self._shown:
            return
        state_changed = said.state != self._shown.state
        self._shown = said
        self._digits.setText(said.digits)
        self._caption.setText(said.caption)
        spoken = _("{time} {meaning}").format(time=said.digits, meaning=said.caption)
        self._bar.show_time(said.part, said.state, spoken)
        self._bar.setVisible(bool(said.digits))
        self.setVisible(bool(said.digits))
        if state_changed:
            self._show_state(said.state)

    def _show_state(self, state: str) -> None:
        self._digits.set_tone(_TONES.get(state, "ink"))
        words = {
            "last minute": (_("Last minute"), "timer", "last"),
            "over": (_("Time is up"), "circle-alert", "over"),
            "paused": (_("Paused"), "pause", "paused"),
        }
        self._pill.show_state(*words.get(state, ("", "", "accent")))
        self._caption.setVisible(state != "paused")

    def set_narrow(self, narrow: bool) -> None:
        """Beside the call, the button for the next item stands in the foot of the window."""
        self.next.setVisible(not narrow)

    def reading(self) -> Reading:
        """What the clock shows."""
        return self._shown
