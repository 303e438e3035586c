"""An emergency meeting, marked so: who called it, why it cannot wait, under which rule; each may be said later."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coalmeet.coalition.plan import PlannedMeeting
from coalmeet.text import _
from ui import theme
from ui.widgets.fields import Field, Tick
from ui.widgets.labels import Wrapped
from ui.widgets.layouts import column, widget
from ui.widgets.texts import TextLine


class UrgentPart(QWidget):
    """`changed` carries a field of PlannedMeeting and its value. Until it is ticked, it is one line."""

    changed = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self.tick = Tick(_("Emergency meeting"))
        self.fields = {
            "called_by": TextLine(_("may be said later")),
            "cannot_wait": TextLine(_("may be said later")),
            "charter_rule": TextLine(_("may be said later")),
        }
        words = {
            "called_by": _("Who called it"),
            "cannot_wait": _("Why it cannot wait"),
            "charter_rule": _("Under which rule of the charter"),
        }
        self.note = Wrapped(
            _(
                "What it decides is provisional: absent members can object for two weeks, or as the charter says."
            ),
            theme.META,
            tone="ink2",
        )
        named = [Field(words[code], field) for code, field in self.fields.items()]
        self._more = widget(column(6, self.note, 10, named[0], 12, named[1], 12, named[2]))
        self._more.hide()
        self.setLayout(column(self.tick, self._more))
        self.tick.clicked.connect(self._mark)
        for code, field in self.fields.items():
            field.settled.connect(lambda text, code=code: self.changed.emit(code, text))

    def show_meeting(self, frame: PlannedMeeting) -> None:
        """Show how this meeting is marked."""
        self.tick.setChecked(frame.emergency)
        self._more.setVisible(frame.emergency)
        for code, field in self.fields.items():
            field.show_text(getattr(frame, code))

    def _mark(self, on: bool) -> None:
        self._more.setVisible(on)
        self.changed.emit("emergency", on)
