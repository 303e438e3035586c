"""The lists of the public view: the agenda and who is expected, the work plan, what we take with us."""

from __future__ import annotations

from datetime import date

from coalmeet.meeting import timing
from coalmeet.meeting.publish_decision import result
from coalmeet.meeting.publish_talk import initials
from coalmeet.meeting.state import Meeting
from coalmeet.meeting.turns import speaker
from coalmeet.public import PublicLine, PublicResult, PublicTurn, Stage
from coalmeet.text import _, clock_time, long_day, minutes, ngettext, short_day


def lines(meeting: Meeting, shown: Stage, at_hand: str = "") -> tuple[PublicLine, ...]:
    """The agenda at the welcome, open actions at the work-plan review, new actions at the close.

    `at_hand` is the id of the action that is looked at, whichever would come first.
    """
    if shown is Stage.WELCOME:
        return _agenda(meeting)
    if shown is Stage.WORK_PLAN:
        order = sorted(
            range(len(meeting.open_actions)), key=lambda number: meeting.open_actions[number].id != at_hand
        )
        return tuple(_open_action(meeting, number) for number in order)
    if shown in (Stage.CLOSING, Stage.CLOSED):
        return tuple(
            PublicLine(one.text, one.owner_name or _("nobody yet"), "action", end=_due(meeting, one.due))
            for one in meeting.actions
        )
    return ()


def _agenda(meeting: Meeting) -> tuple[PublicLine, ...]:
    """With the times that follow from the timeboxes, up to the first item that has none."""
    found, begins = [], meeting.planned_start or meeting.opened_at
    for item in meeting.items:
        if item.merged_into:
            continue
        length = minutes(item.minutes) if item.minutes else ""
        at = clock_time(begins, meeting.time_zone) if begins else ""
        found.append(PublicLine(item.entry.title, length, item.entry.label, at=at))
        begins = begins + item.minutes * timing.MINUTE if begins and item.minutes else 0
    return tuple(found)


def _open_action(meeting: Meeting, number: int) -> PublicLine:
    action = meeting.open_actions[number]
    reviewed = next((one for one in meeting.reviews if one.id == action.id), None)
    whose = reviewed.owner if reviewed and reviewed.state == "handed_on" else action.owner
    owner = meeting.name_of(whose) or whose or _("nobody yet")
    due = reviewed.due if reviewed and reviewed.due else action.due
    return PublicLine(action.text, owner, reviewed.state if reviewed else "open", end=_due(meeting, due))


def _due(meeting: Meeting, due: str) -> str:
    """A date without shame: what is late "was due", and nobody counts the days."""
    if not due:
        return ""
    words = _("was due {date}") if due < meeting.date else _("due {date}")
    return words.format(date=short_day(date.fromisoformat(due)))


def expected(meeting: Meeting) -> tuple[PublicTurn, ...]:
    """Every member organisation, and whether it is here yet."""
    here = set(meeting.present_members)
    return tuple(
        PublicTurn(
            member.name,
            speaker(meeting, member.id),
            initials(member.short or member.name),
            "heard" if member.id in here else "waiting",
            _("here") if member.id in here else "",
            short=member.short,
        )
        for member in meeting.members
    )


def presence(meeting: Meeting) -> str:
    """How many organisations are here, as a sentence."""
    if not meeting.members:
        return ""
    here, whole = len(meeting.present_members), len(meeting.members)
    sentence = ngettext(
        "{here} of {whole} organisation is here.", "{here} of {whole} organisations are here.", whole
    )
    return sentence.format(here=here, whole=whole)


def when(meeting: Meeting) -> str:
    """The day, and from when to when."""
    day = long_day(date.fromisoformat(meeting.date)) if meeting.date else ""
    if not meeting.planned_start:
        return day
    start = clock_time(meeting.planned_start, meeting.time_zone)
    end = timing.planned_end(meeting)
    if not end:
        return _("{day}, {start}").format(day=day, start=start)
    return _("{day}, {start} to {end}").format(day=day, start=start, end=clock_time(end, meeting.time_zone))


def results(meeting: Meeting) -> tuple[PublicResult, ...]:
    """What was decided today; what was reopened counts through its successor."""
    decided = (one for one in meeting.proposals if one.stage == "adopted" and not one.reopened_as)
    return tuple(result(meeting, one) for one in decided)
