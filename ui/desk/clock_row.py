"""The clock of the desk: digits, what they mean, the bar of time, and what can be done about it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from coalmeet.meeting.order import coming_item
from coalmeet.meeting.state import Meeting
from coalmeet.text import _
from ui import shortcuts, theme
from ui.desk.reading import Reading, reading
from ui.desk.verb_button import verb_button
from ui.widgets.chip import Pill
from ui.widgets.labels import OneLine, Wrapped
from ui.widgets.layouts import column, row, widget
from ui.widgets.timebar import TimeBar
from ui.widgets.tips import tip

_TONES = {"last minute": "last", "late": "last", "over": "over", "paused": "paused"}


class ClockFace(QWidget):
    """Digits, and beside them their meaning and a pill for a state that matters."""

    def __init__(self) -> None:
        super().__init__()
        self._flat, self._state = False, ""
        self.digits = OneLine("", theme.CLOCK, theme.STRONG, tabular=True)
        self.digits.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.caption = Wrapped(
            "", theme.DETAIL, tone="ink2", most=2
        )  # beside a call: in two lines, never cut
        self.caption.setMinimumWidth(theme.px(44))
        self.pill = Pill()
        self.pill.hide()
        self._meaning = widget(column(3, self.caption, 8))
        self._said = column((None, 1), self.pill, self._meaning, (None, 0))
        # As high as the digits: what they mean stands on their line, and beside them however wide the window is.
        self.setLayout(column(None, row(self.digits, 12, (self._said, 1000), (None, 1)), None))

    def set_flat(self, *, flat: bool, broad: bool = True) -> None:
        """Digits as large as a title, where the tool needs the height; somewhat smaller where not even `broad`."""
        self.digits.set_size(theme.TITLE if flat else theme.CLOCK if broad else theme.CLOCK_NARROW)
        self.digits.setMinimumWidth(self.digits.sizeHint().width())
        self._flat = flat
        self._fit()

    def show_reading(self, said: Reading, before: Reading) -> None:
        """Show what the clock says; only what changed is painted."""
        if said.digits != before.digits:
            self.digits.setText(said.digits)
            self.digits.setMinimumWidth(self.digits.sizeHint().width())
        if said.caption != before.caption:
            self.caption.setText(said.caption)
            self.caption.updateGeometry()
        if said.state != before.state or not before.digits:
            self.digits.set_tone(_TONES.get(said.state, "ink"))
            words = {
                "last minute": (_("Last minute"), "timer", "last"),
                "over": (_("Time is up"), "circle-alert", "over"),
                "paused": (_("Paused"), "pause", "paused"),
            }
            self.pill.show_state(*words.get(said.state, ("", "", "accent")))
            self._state = said.state
            self._fit()

    def _fit(self) -> None:
        """In a flat window a pill says enough."""
        told = self._state in {"last minute", "over", "paused"}
        shown = self._state != "paused" and not (self._flat and told)
        self._meaning.setVisible(shown)
        below = self._said.count() - 1
        self._said.setStretch(below, 0 if shown else 1)  # the pill alone stands in the middle


class ClockButtons(QWidget):
    """`pressed` tells a verb: pause, grace, extend, clock, next_item."""

    pressed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._begun, self._narrow, self._spare, self._over, self._flat = False, False, False, False, False
        self._words = _("Next item")
        self.pause = verb_button("", "pause", icon="pause", spoken=_("Pause"))
        self.grace = verb_button(_("+1"), spoken=_keyed(_("A grace minute, key {key}"), "grace"))
        self.extend = verb_button(
            _("+5"), spoken=_keyed(_("Ask the group for more time, key {key}"), "extend")
        )
        parks = _keyed(_("Park this item for a later meeting, key {key}"), "park_item")
        self.park = verb_button(_("Park it"), spoken=parks)
        self.more = verb_button("", "clock", icon="ellipsis", spoken=_("Put the clock right"))
        self.next = verb_button(_("Next item"), "next_item", icon="skip-forward", spoken=_("Next item"))
        verbs = {
            "pause": self.pause,
            "grace": self.grace,
            "extend": self.extend,
            "park_item": self.park,
            "clock": self.more,
            "next_item": self.next,
        }
        for verb, button in verbs.items():
            button.clicked.connect(partial(self._tell, verb))
        self.setLayout(row(*verbs.values(), gap=8))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_meeting(self, meeting: Meeting) -> None:
        """Show the buttons that make sense now."""
        current = meeting.current
        running = current is not None and not meeting.on_break
        for button in (self.pause, self.grace, self.extend, self.more):
            button.setVisible(running)
        paused = current is not None and current.paused
        self.pause.set_icon("play" if paused else "pause")
        self.pause.setAccessibleName(_("Go on") if paused else _("Pause"))
        self._begun = any(item.started for item in meeting.items) and not meeting.closed_at
        self._words = next_words(meeting)
        self.set_narrow(self._narrow, flat=self._flat)

    def show_over(self, over: bool) -> None:
        """When time is up the ways out have names: ask for more, park it, or go on."""
        self._over = over
        running = self.pause.isVisibleTo(self)
        self.grace.setVisible(not over and running)
        self.park.setVisible(over)
        named = over and not self._narrow
        self.more.setVisible(running and (named or not over))  # beside the call the ways out need its room
        self.extend.setText(_("Ask for 5") if named else _("+5"))
        self.extend.set_key(shortcuts.shown("extend") if named else "")

    def set_narrow(self, narrow: bool, *, flat: bool = False) -> None:
        """Beside the call, the button for the next item stands in the foot of the window, if that is not `flat`."""
        self._narrow, self._flat = narrow, flat
        self.next.setVisible(self._begun and (flat or not narrow) and not self._spare)
        self.next.setText("" if flat else self._words)
        self.next.setAccessibleName(self._words)
        self.next.setToolTip(tip(self._words) if flat else "")
        self.show_over(self._over)

    def spare_next(self, spare: bool) -> None:
        """Leave the next item to the large button, where that is what it does."""
        if spare != self._spare:
            self._spare = spare
            self.set_narrow(self._narrow, flat=self._flat)

    def set_compact(self, compact: bool) -> None:
        """Where three columns hardly fit, the key of the next item is left to the foot and F1."""
        self.next.set_key("" if compact or self._flat else shortcuts.shown("next_item"))

    def _tell(self, verb: str, _checked: bool = False) -> None:
        self.pressed.emit(verb)


class Clock:
    """The three parts together; where they stand is the frame's business."""

    def __init__(self, *, whole: bool = False) -> None:
        self._whole = whole  # minutes alone, until the last one
        self.face, self.bar, self.buttons = ClockFace(), TimeBar(), ClockButtons()
        self._shown = Reading()

    def show_meeting(self, meeting: Meeting, now: int) -> None:
        """Show the clock and its buttons."""
        self.buttons.show_meeting(meeting)
        self.show_now(meeting, now)

    def show_now(self, meeting: Meeting, now: int) -> None:
        """Follow the clock."""
        said = reading(meeting, now, whole=self._whole)
        if said == self._shown:
            return
        self.face.show_reading(said, self._shown)
        self.buttons.show_over(said.state == "over" and not meeting.on_break)
        self._shown = said
        spoken = _("{time} {meaning}").format(time=said.digits, meaning=said.caption)
        self.bar.show_time(said.part, said.state, spoken)
        for part in (self.face, self.bar):
            part.setVisible(bool(said.digits))

    def reading(self) -> Reading:
        """What the clock shows."""
        return self._shown


def next_words(meeting: Meeting) -> str:
    """What going on means: to the next item, or to the end of the last one."""
    return _("Next item") if coming_item(meeting) else _("End this item")


def goes_on(meeting: Meeting) -> bool:
    """Whether going on to the next item needs a button of its own, beside the large one of the stage.

    Not before the start and between two items, where the large button does it, nor in the closing once all is done.
    """
    current = meeting.current
    if current is None or not any(item.started for item in meeting.items):
        return False
    return current.entry.built_in != "closing" or coming_item(meeting) is not None


def _keyed(words: str, verb: str) -> str:
    """What a button without room for its key says of it, as the table of keys has it."""
    return words.format(key=shortcuts.shown(verb))
