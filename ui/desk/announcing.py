"""What a screen reader is told without being asked: item start, last minute, time up, whose turn; never a second."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from coalmeet.meeting import stack, turns
from coalmeet.meeting.state import Meeting
from coalmeet.meeting.talk import Floor
from coalmeet.meeting.words import outcome
from coalmeet.text import _, ngettext
from ui.desk.heading import spoken_item
from ui.desk.reading import Reading
from ui.widgets.spoken import announce


class Announcer:
    """Compares with what was the case before, and says what is new."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._item, self._speaker, self._state = "", "", ""
        self._decided = 0
        self._floor: Floor | None = None

    def follow(self, meeting: Meeting) -> None:
        """After a move: a new item, a new speaker, a decision."""
        item = meeting.current.id if meeting.current else ""
        if item != self._item:
            self._item = item
            announce(self._window, spoken_item(meeting))
        left = turns.called(meeting, meeting.round) if meeting.round else ()
        speaker = left[0] if left else ""
        if speaker != self._speaker:
            self._speaker = speaker
            if speaker:
                announce(self._window, _("It is the turn of {name}").format(name=meeting.name_of(speaker)))
        floor = stack.speaking(meeting)
        if floor is not self._floor and floor is not None:
            announce(self._window, _("{name} has the floor").format(name=meeting.name_of(floor.person)))
        self._floor = floor
        decided = [one for one in meeting.proposals if one.decided]
        if len(decided) > self._decided:
            announce(self._window, _("Result: {outcome}").format(outcome=outcome(decided[-1].outcome)))
        self._decided = len(decided)

    def follow_clock(self, reading: Reading, passed: int = -1) -> None:
        """After a second: only the thresholds are said. `passed` is one that was passed now, in minutes left."""
        if passed > 1:
            announce(
                self._window,
                ngettext("{count} minute left", "{count} minutes left", passed).format(count=passed),
            )
        if reading.state != self._state:
            self._state = reading.state
            words = {"last minute": _("Last minute"), "over": _("Time is up"), "paused": _("Paused")}
            if reading.state in words:
                announce(self._window, words[reading.state])
