"""What holds for every method of deciding: everybody who is here is asked, and enough are here."""

from __future__ import annotations

from collections.abc import Iterable

from coalmeet.meeting.state import Meeting
from coalmeet.meeting.words import listed
from coalmeet.text import _, ngettext


def left_out(meeting: Meeting, missing: Iterable[str]) -> str:
    """The sentence that names the voices still to be asked; "" where there is none."""
    names = [meeting.name_of(one) for one in missing]
    if not names:
        return ""
    return ngettext(
        "{names} has not been asked yet. Call them, or note that they have left.",
        "{names} have not been asked yet. Call them, or note that they have left.",
        len(names),
    ).format(names=listed(names))


def too_few(meeting: Meeting) -> str:
    """The sentence that says how many are missing to decide; "" with a quorum."""
    if meeting.has_quorum:
        return ""
    if meeting.profile.unit == "person":
        words = _(
            "{present} people with a voice are here and {needed} are needed to decide. "
            "Keep it as a recommendation for the next meeting."
        )
    else:
        words = _(
            "{present} organisations are here and {needed} are needed to decide. "
            "Keep it as a recommendation for the next meeting."
        )
    return words.format(present=len(meeting.voices), needed=meeting.quorum)
