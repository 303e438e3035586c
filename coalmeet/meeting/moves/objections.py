"""Moves on an objection that is understood: the group tests it, or sets it aside until a date, with the objector."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from coalmeet.errors import NotAllowed
from coalmeet.meeting import events
from coalmeet.meeting.fold import apply
from coalmeet.meeting.moves.asking import on_the_record, the_objection
from coalmeet.meeting.moves.consent import end_objection
from coalmeet.meeting.moves.work import a_date
from coalmeet.meeting.state import Meeting
from coalmeet.text import _

Events = tuple[events.Event, ...]


def weigh(
    meeting: Meeting, at: int, objection: str, disagree: Sequence[str] = (), agreed: bool = False
) -> Events:
    """The group is asked whether the objection is a concern; who disagrees keeps it open.

    The objector speaks last: with nobody disagreeing and the objector agreeing aloud (`agreed`) it is kept as a
    concern. Silence of the objector, leaving or a lost line keeps it open.
    """
    on_the_record(meeting)
    proposal, found = the_objection(meeting, objection)
    name = meeting.name_of(found.organisation)
    if found.ending:
        raise NotAllowed(_("This objection is not open any more. Raise it again if it still holds."))
    if not (found.reason and found.ground):
        raise NotAllowed(_("Write down the reason and what it is about first, with the group’s help."))
    if proposal.profile.tested_by == "objector" and disagree:
        raise NotAllowed(
            _("By the charter only {name} says whether it stands. Ask them alone.").format(name=name)
        )
    tested = events.ObjectionTested(objection, tuple(disagree))
    if disagree or not agreed:
        return (tested,)
    after = apply(meeting, tested, at)
    return (tested, *end_objection(after, at, objection, "concern", agreed=True))


def defer_objection(
    meeting: Meeting, at: int, objection: str, to: str, until: str, agreed: bool = False
) -> Events:
    """Set an objection aside with the objector's agreement: `to` looks at it again by the date `until` (ISO)."""
    if not to.strip() or not until:
        raise NotAllowed(_("Say who looks at it again, and by when."))
    ended, *others = end_objection(meeting, at, objection, "deferred", agreed=agreed)
    assert isinstance(ended, events.ObjectionEnded)
    return (replace(ended, to=to.strip(), until=a_date(until)), *others)
