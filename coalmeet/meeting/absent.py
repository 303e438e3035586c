"""What absent organisations are owed: their answer beforehand, a window to object in, and a protected one always.

The silence of somebody who was not there is never consent, in any sociocratic tradition; consent given beforehand
holds for the very words that they had.
"""

from __future__ import annotations

from datetime import date

from coalmeet.meeting.emergency import emergency_of
from coalmeet.meeting.proposal import Answer, Proposal
from coalmeet.meeting.state import Item, Meeting
from coalmeet.meeting.turns import organisation_of
from coalmeet.meeting.words import listed
from coalmeet.text import _, ngettext, plain_day

USUAL_WINDOW = 14  # days, where a window is owed and the charter names none: two weeks reach a monthly board


def absent_members(meeting: Meeting) -> tuple[str, ...]:
    """Ids of the member organisations that have nobody with a voice here."""
    here = meeting.present_members
    return tuple(member.id for member in meeting.members if member.id not in here)


def beforehand(proposal: Proposal) -> tuple[Answer, ...]:
    """The last answer of each organisation that answered beforehand."""
    found = {answer.organisation: answer for answer in proposal.answers if answer.how == "beforehand"}
    return tuple(found.values())


def consented_beforehand(proposal: Proposal) -> tuple[str, ...]:
    """Organisations whose consent, given beforehand, holds for the words on the table."""
    words = proposal.versions[-1].text if proposal.versions else proposal.text
    return tuple(
        answer.organisation
        for answer in beforehand(proposal)
        if answer.answer in ("consent", "concern") and answer.words == words
    )


def owed_a_window(
    meeting: Meeting, proposal: Proposal, there: tuple[str, ...] | None = None
) -> tuple[str, ...]:
    """Absent organisations that have not consented beforehand to these words; `there` are the voices that decide or
    decided, those here now unless it is given.
    """
    voices = meeting.voices if there is None else there
    here = {organisation_of(meeting, one) for one in voices}
    consented = consented_beforehand(proposal)
    return tuple(one.id for one in meeting.members if one.id not in here and one.id not in consented)


def window_days(meeting: Meeting, proposal: Proposal) -> int:
    """How many days the organisations that are absent now have, from when the minutes go round; 0 for no window."""
    return days_owed(meeting, proposal, meeting.voices)


def days_owed(meeting: Meeting, proposal: Proposal, there: tuple[str, ...]) -> int:
    """How many days those have who are not among these voices, from when the minutes go round; 0 for no window.

    The matrix says it for the kind, else the charter. On critical kinds a protected organisation always has one,
    and so has everybody who is absent when an emergency is decided. What the coalition gave away to a group or a
    person has a window only where the row of its kind names one, and in these two cases.
    """
    owed = owed_a_window(meeting, proposal, there)
    kind, urgent = proposal.ruled_by, emergency_of(meeting, proposal.item) is not None
    if not owed or (proposal.method == "delegated" and not (kind.window_days > 0 or kind.critical or urgent)):
        return 0
    days = kind.window_days if kind.window_days >= 0 else proposal.profile.window_days
    protected = kind.critical and any(member.protected for member in meeting.members if member.id in owed)
    return days or (USUAL_WINDOW if protected or urgent else 0)


def warning(meeting: Meeting, item: Item) -> str:
    """Names the protected organisations that are absent while a critical kind is decided; "" where none is.

    To be said before the decision: it may wait for them, and else they always have a window.
    """
    proposals = meeting.proposals_of(item.id)
    kind = proposals[-1].ruled_by if proposals else meeting.kind(item.entry.kind)
    away = absent_members(meeting)
    names = [one.name for one in meeting.members if one.protected and one.id in away]
    if not kind.critical or not names:
        return ""
    return ngettext(
        "{names} has a protected voice and is not here: it can object after the meeting.",
        "{names} have a protected voice and are not here: they can object after the meeting.",
        len(names),
    ).format(names=listed(names))


def provisional_lines(meeting: Meeting, proposal: Proposal) -> tuple[str, ...]:
    """Why an adopted text is provisional, in words: the window of absent members, and who is to confirm."""
    found = []
    days = proposal.window_days
    if days:
        said = ngettext(
            "Provisional: absent members can object for {count} day, from when the minutes go round",
            "Provisional: absent members can object for {count} days, from when the minutes go round",
            days,
        )
        found.append(said.format(count=days))
    to_confirm = mandates(proposal) if proposal.stage == "adopted" else ()
    for one, day in to_confirm:
        words = _("{name} confirms its consent by {day}")
        found.append(words.format(name=meeting.name_of(one), day=plain_day(date.fromisoformat(day))))
    if not found and proposal.provisional_until:
        day = plain_day(date.fromisoformat(proposal.provisional_until))
        found.append(_("Absent members can object until {date}").format(date=day))
    return tuple(found)


def mandates(proposal: Proposal) -> tuple[tuple[str, str], ...]:
    """Who consented to the version on the table subject to confirmation, and until which date (ISO)."""
    said = {answer.organisation: answer for answer in proposal.answers if answer.version == proposal.version}
    return tuple((one, answer.confirm_by) for one, answer in said.items() if answer.confirm_by)
