"""Which objection is worked on now: the workbench, and the cards beside it, mean the same one."""

from __future__ import annotations

from coalmeet.meeting import turns
from coalmeet.meeting.proposal import Objection, Proposal
from coalmeet.meeting.state import Meeting
from ui.desk import phrases


class Bench:
    """The one that was chosen, or the first that is open."""

    def __init__(self) -> None:
        self.chosen = ""

    def objection(self, live: Proposal | None) -> Objection | None:
        """The objection on the bench, None where no objection is open."""
        open_ones = live.open_objections if live else ()
        return next((one for one in open_ones if one.id == self.chosen), open_ones[0] if open_ones else None)


def caller(meeting: Meeting, objection: Objection) -> str:
    """Whom to ask: the person who speaks for the organisation, or the organisation itself."""
    speaker = turns.speaker(meeting, objection.organisation)
    return phrases.first_name(speaker) if speaker else meeting.name_of(objection.organisation)
