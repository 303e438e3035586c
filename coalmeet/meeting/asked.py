"""What holds for every method of deciding: everybody who is here is asked, and enough are here."""

from __future__ import annotations

from collections.abc import Iterable

from coalmeet.meeting.absent import window_days
from coalmeet.meeting.proposal import Proposal
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


def cut_off_unasked(meeting: Meeting, proposal: Proposal) -> tuple[str, ...]:
    """Voices whose line broke before they were asked about the version on the table, and who are not back."""
    cut = [one.seat for one in meeting.people if one.cut_off and one.has_voice]
    if meeting.profile.unit == "person":
        away = [seat.person for seat in cut]
    else:
        organisations = {seat.organisation for seat in cut}
        away = [member.id for member in meeting.members if member.id in organisations]
    return tuple(one for one in away if one not in meeting.voices and proposal.answer_of(one) is None)


def lines_broken(meeting: Meeting, proposal: Proposal) -> str:
    """The sentence that names whose line broke before they were asked, and the two ways on; "" where none did.

    Nobody is left out because of a cable; and whoever does not come back blocks nothing.
    """
    names = [meeting.name_of(one) for one in cut_off_unasked(meeting, proposal)]
    if not names:
        return ""
    if window_days(meeting, proposal):
        words = ngettext(
            "The line of {names} broke before they were asked. Wait for them, or go on without them: "
            "they count as left, and can object after the meeting.",
            "The lines of {names} broke before they were asked. Wait for them, or go on without them: "
            "they count as left, and can object after the meeting.",
            len(names),
        )
    else:
        words = ngettext(
            "The line of {names} broke before they were asked. Wait for them, or go on without them: "
            "they count as left from then on.",
            "The lines of {names} broke before they were asked. Wait for them, or go on without them: "
            "they count as left from then on.",
            len(names),
        )
    return words.format(names=listed(names))


def to_ask_again(meeting: Meeting, proposal: Proposal) -> tuple[str, ...]:
    """Voices that are back, and had answered the version on the table before their line broke.

    Their answer stays, and stops nothing; they missed what was said since, so they are asked whether it stands.
    """
    if not proposal.locked or proposal.decided:
        return ()
    return tuple(one for one in meeting.voices if _missed_something(meeting, proposal, one))


def _missed_something(meeting: Meeting, proposal: Proposal, unit: str) -> bool:
    answer = proposal.answer_of(unit)
    if answer is None:
        return False
    here = [
        one
        for one in meeting.present_people
        if one.has_voice and unit in (one.seat.person, one.seat.organisation)
    ]
    stayed = any(one.spans[-1].since <= answer.at for one in here)
    return not stayed and any(one.cut_at > answer.at for one in here)


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
