"""Who will have left by a moment, and whether there are still enough to decide."""

from __future__ import annotations

from coalmeet.meeting import timing
from coalmeet.meeting.state import Meeting
from coalmeet.meeting.words import listed
from coalmeet.text import _, ngettext


def leaves_first(meeting: Meeting, moment: int) -> str:
    """Who will have left by then, and whether quorum still holds; "" when nobody will."""
    going = timing.leaving_before(meeting, moment)
    if not going:
        return ""
    names = listed([one.seat.name for one in going])
    staying = {one.seat.organisation for one in meeting.present_people if one.has_voice and one not in going}
    sentence = ngettext(
        "{names} leaves before; {stay} of {all} organisations stay.",
        "{names} leave before; {stay} of {all} organisations stay.",
        len(going),
    ).format(names=names, stay=len(staying), all=len(meeting.present_members))
    if meeting.quorum and len(staying) < meeting.quorum:
        return _("{sentence} That is too few to decide.").format(sentence=sentence)
    return sentence
