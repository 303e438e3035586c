"""What every tool and every card of the desk is: shows the meeting, offers a step, listens to verbs."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coalmeet.meeting.state import Meeting
from ui.desk.hands import Hands
from ui.desk.step import Step

Verbs = Mapping[str, Callable[[], object]]


class Tool(QWidget):
    """`restated` says that step or verbs changed without the meeting; `opens` asks for a card by its name."""

    restated = Signal()
    opens = Signal(str)

    def __init__(self, hands: Hands) -> None:
        super().__init__()
        self.hands = hands

    def show_meeting(self, meeting: Meeting, now: int) -> None:
        """Show the meeting as it stands at this wall time; nothing is redrawn that shows the same as before."""
        raise NotImplementedError

    def show_now(self, meeting: Meeting, now: int) -> None:
        """Follow the clock, once a second; most tools have nothing that ticks."""

    def step(self) -> Step | None:
        """What the large button does, or None where nothing is to be pressed."""
        return None

    def others(self) -> tuple[Step, ...]:
        """Lesser things to do, beside the large button."""
        return ()

    def verbs(self) -> Verbs:
        """What the keys do here, by verb."""
        return {}

    def says(self) -> tuple[str, ...]:
        """What the facilitator may say while this card is open, in place of the usual sentence."""
        return ()

    def first_field(self) -> QWidget | None:
        """Where one begins to write in a card, or None where there is nothing to write."""
        return None

    def keep_written(self) -> bool:
        """Keep what is being written before the meeting goes elsewhere. False where it is refused, with a sentence."""
        return True

    def put_away(self) -> None:
        """The card is put away: whatever it asked of the call is not asked any more."""

    def title(self) -> str:
        """What a card is called; tools stand below the item's title and need none."""
        return ""
