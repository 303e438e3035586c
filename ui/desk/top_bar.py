"""The head of the desk: which meeting it is, what time it is, what the call sees, and the way to the closing."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent

from coalmeet.meeting.state import Meeting
from coalmeet.public import PublicView, Stage
from coalmeet.text import _, clock_time
from ui import theme
from ui.desk.verb_button import verb_button
from ui.shortcuts import shown
from ui.widgets.card import Card
from ui.widgets.chip import Pill
from ui.widgets.labels import OneLine
from ui.widgets.layouts import row
from ui.widgets.lines import one_line
from ui.widgets.tips import tip

ROOMY = 1060  # design pixels of the width from which the name of the coalition has room
BETWEEN = 116  # and what its sides and gaps take
MOST_OF_A_NAME = 24  # letters; the whole name stands in the card that the button opens


class TopBar(Card):
    """`pressed` tells a verb."""

    pressed = Signal(str)

    def __init__(self) -> None:
        self._title = OneLine("", theme.BODY, theme.STRONG)
        self._coalition = OneLine("", theme.BODY, tone="ink2")
        self._time = OneLine("", theme.BODY, theme.MEDIUM, tabular=True)
        self.tag = Pill("", "screen-share", "accent")
        self.leads = verb_button("", kind="ghost", icon="user")
        self.leads.clicked.connect(lambda: self.pressed.emit("roles"))
        self.end = verb_button(_("To the closing"), "to_closing")
        self.end.clicked.connect(lambda: self.pressed.emit("to_closing"))
        self.slot = row(self.tag)
        parts = row(
            self._title,
            10,
            self._coalition,
            None,
            16,
            self.leads,
            8,
            self._time,
            16,
            row(self.slot, self.end, gap=12),  # without the button the tag stands at the margin
            margins=(24, 0, 24, 0),
        )
        super().__init__(parts, "surface")
        self.setFixedHeight(theme.px(58))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The coalition is known, the rest is not: its name stands there whole, or not at all."""
        others = (self._title, self.leads, self._time, self.tag, self.end, self._coalition)
        wanted = sum(one.sizeHint().width() for one in others if one is not self.end or not one.isHidden())
        room = self.width() - theme.px(BETWEEN)
        self._coalition.setVisible(self.width() >= theme.px(ROOMY) and wanted <= room)

    def show_meeting(self, meeting: Meeting) -> None:
        """Show which meeting it is."""
        self._title.setText(meeting.title or _("Meeting"))
        self._coalition.setText(meeting.coalition)
        self._show_who(meeting)
        closing = meeting.current is not None and meeting.current.entry.built_in == "closing"
        begun = any(item.started for item in meeting.items)
        self.end.setVisible(begun and not closing and not meeting.closed_at)
        self._fit()

    def _show_who(self, meeting: Meeting) -> None:
        name = meeting.name_of(meeting.facilitator)
        words = _("{name} facilitates").format(name=one_line(name)[:MOST_OF_A_NAME]) if name else ""
        self.leads.setText(words or _("Nobody facilitates"))
        self.leads.setToolTip(tip(_("Who facilitates, who takes notes  {key}").format(key=shown("roles"))))
        self.leads.setEnabled(not meeting.closed_at)

    def show_now(self, meeting: Meeting, now: int) -> None:
        """Show the time of day."""
        self._time.setText(clock_time(now, meeting.time_zone))
        self._time.setMinimumWidth(self._time.sizeHint().width())

    def show_call(
        self, view: PublicView, *, held: bool, blank: bool, minimised: bool, rehearsal: bool
    ) -> None:
        """Show what the call sees, in a word."""
        words, icon, tone = call_words(view, held=held, blank=blank, minimised=minimised)
        if rehearsal:
            words = _("Rehearsal. {words}").format(words=words)
        self.tag.show_state(words, icon, tone)
        self._fit()


def call_words(view: PublicView, *, held: bool, blank: bool, minimised: bool) -> tuple[str, str, str]:
    """What the call sees: words, icon and tone of the pill."""
    if minimised:
        return _("The call sees black"), "triangle-alert", "over"
    if blank:
        return _("Blank on the call"), "eye-off", "last"
    stage = {
        Stage.WELCOME: _("Call sees: welcome"),
        Stage.TEMPERATURE: _("Call sees: temperature"),
        Stage.ITEM: _("Call sees: item"),
        Stage.ROUND: _("Call sees: round"),
        Stage.PROPOSAL: _("Call sees: proposal"),
        Stage.CONSENT: _("Call sees: consent"),
        Stage.VOTE: _("Call sees: vote"),
        Stage.SELECTION: _("Call sees: nominations"),
        Stage.INTEGRATING: _("Call sees: objection"),
        Stage.RESULT: _("Call sees: result"),
        Stage.WORK_PLAN: _("Call sees: work plan"),
        Stage.BREAK: _("Call sees: break"),
        Stage.CLOSING: _("Call sees: closing"),
        Stage.CLOSED: _("Call sees: thank you"),
    }[view.stage]
    if held:
        return _("Held. {words}").format(words=stage), "pause", "last"
    return stage, "screen-share", "accent"
