"""A new meeting with everything that can be known beforehand: people correct it instead of filling it in."""

from __future__ import annotations

from coalmeet.text import _
from ui.open_file import OpenFile


def plan_meeting(book: OpenFile) -> str:
    """Plan the next meeting, with the built-in items on its agenda; returns its id. Raises FileProblem."""
    from coalmeet.store import again, agenda, meetings, planning

    frame = book.read(planning.next_frame, book.today())
    with book.step(_("Plan a meeting")) as writing:
        writing.do(meetings.save, frame)
        writing.do(agenda.insert, frame.id, planning.frame_items())
        writing.do(again.put_recommended_first, frame.id, book.today())
    return frame.id
