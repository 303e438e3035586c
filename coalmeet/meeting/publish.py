"""The only road to the shared window: from a meeting to the plain values that the call may see."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from coalmeet.meeting import timing
from coalmeet.meeting.deciding import is_vote
from coalmeet.meeting.leading import holder
from coalmeet.meeting.order import coming_item
from coalmeet.meeting.proposal import Proposal
from coalmeet.meeting.publish_changes import agenda_news
from coalmeet.meeting.publish_decision import objections, proposal_view, result, sayings, tally_line
from coalmeet.meeting.publish_lists import expected, lines, presence, results, when
from coalmeet.meeting.publish_parts import break_clock, clock, item_view, segments, stage, turn_views, words
from coalmeet.meeting.publish_selection import nominations
from coalmeet.meeting.publish_talk import as_turns, asking, groups_until, themes
from coalmeet.meeting.put_right_news import changed_news, news
from coalmeet.meeting.sentences import sentence
from coalmeet.meeting.stack import rule
from coalmeet.meeting.state import Meeting
from coalmeet.meeting.told import comes_back, told_words
from coalmeet.public import PublicAsking, PublicClock, PublicLine, PublicTurn, PublicView, Stage
from coalmeet.text import _, clock_time, local, long_day, ngettext, short_day

HOUR = 60  # minutes, from which hours are easier to grasp
RESULT_WAITS = 2_000  # milliseconds, so that a slip can be taken back before the call sees a result
WAYS_OUT = ("parked", "referred", "dropped", "withdrawn")  # outcomes that no round of answers led to


def publish(
    meeting: Meeting,
    now: int,
    rehearsal: bool = False,
    asked: str = "",
    *,
    whole_minutes: bool = False,
    at_hand: str = "",
) -> PublicView:
    """What the shared window shows at this wall time; `asked` is a question to the group that goes before news,
    `whole_minutes`: no seconds until the last one, `at_hand`: the voice or the action that the desk has called up.
    """
    shown = shown_stage(meeting, now)
    proposal, current = on_show(meeting, now), meeting.current
    asked_for = asking(meeting, shown)
    view = PublicView(
        coalition=meeting.coalition,
        meeting=meeting.title or _("Meeting"),
        facilitator=_facilitator(meeting),
        stage=shown,
        sentence=sentence(meeting, shown),
        ends=_ends(meeting, now),
        ends_note=ends_note(meeting, now),
        segments=segments(meeting, now),
        item=item_view(meeting, current) if current else None,
        clock=_clock(meeting, now, whole=whole_minutes),
        next_title=_next_title(meeting),
        turns=_turns(meeting, shown, asked_for, at_hand),
        words=words(meeting) if shown is Stage.TEMPERATURE else (),
        proposal=proposal_view(meeting, proposal) if proposal and shown is not Stage.RESULT else None,
        can_say=sayings(shown),
        objections=objections(meeting, proposal) if shown is Stage.INTEGRATING and proposal else (),
        result=result(meeting, proposal) if proposal and shown is Stage.RESULT else None,
        lines=_lines(meeting, shown, at_hand),
        news=asked or _news(meeting, now),
        off_record=bool(current and current.is_off_record),
        return_time=return_words(meeting, now),
        another_day=meeting.is_adjourned,
        next_meeting=_next_meeting(meeting),
        next_facilitator=_next(meeting, "facilitator"),
        next_note_taker=_next(meeting, "note_taker"),
        rehearsal=rehearsal,
        results=results(meeting) if shown in (Stage.CLOSING, Stage.CLOSED) else (),
        asking=asked_for,
        asking_rule=rule(meeting) if asked_for else "",
        groups_until=groups_until(meeting),
        themes=themes(meeting),
        tally=tally_line(meeting, proposal) if shown is Stage.VOTE and proposal else "",
    )
    return _welcoming(meeting, view) if shown is Stage.WELCOME else view


def _welcoming(meeting: Meeting, view: PublicView) -> PublicView:
    return replace(
        view,
        co_facilitator=meeting.name_of(holder(meeting, "co_facilitator")),
        when=when(meeting),
        presence=presence(meeting),
        told=told_words(meeting),
    )


def _lines(meeting: Meeting, shown: Stage, at_hand: str) -> tuple[PublicLine, ...]:
    return nominations(meeting) if shown is Stage.SELECTION else lines(meeting, shown, at_hand)


def _news(meeting: Meeting, now: int) -> str:
    """What is new: an entry put right, a change of the agenda, a text that comes back."""
    return news(meeting) or changed_news(meeting, now) or agenda_news(meeting, now) or comes_back(meeting)


def _turns(
    meeting: Meeting, shown: Stage, asked_for: tuple[PublicAsking, ...], speaks: str
) -> tuple[PublicTurn, ...]:
    """Who is expected, who speaks in the round, or who has the floor beside a proposal."""
    if shown is Stage.WELCOME:
        return expected(meeting)
    return turn_views(meeting, speaks) or (as_turns(asked_for) if shown is Stage.PROPOSAL else ())


def _clock(meeting: Meeting, now: int, *, whole: bool) -> PublicClock | None:
    if meeting.on_break:
        return break_clock(meeting, now, whole=whole)
    return clock(meeting.current, now, whole=whole) if meeting.current else None


def on_show(meeting: Meeting, now: int) -> Proposal | None:
    """The proposal that the call is looking at: the live one, or the last decided one of the running item."""
    current = meeting.current
    if current is None:
        return None
    live = meeting.live_proposal(current.id)
    if live is not None:
        return live
    decided = [one for one in meeting.proposals_of(current.id) if one.decided]
    return decided[-1] if decided else None


def shown_stage(meeting: Meeting, now: int) -> Stage:
    """What kind of picture the call sees; a fresh result waits two seconds as the consent round that it
    ended.
    """
    proposal = on_show(meeting, now)
    if (
        proposal is not None
        and proposal.decided
        and not meeting.round
        and meeting.is_open
        and not meeting.on_break
    ):
        fresh = now - proposal.decided_at < RESULT_WAITS and proposal.outcome not in WAYS_OUT
        if fresh and proposal.versions and proposal.method != "delegated":
            return Stage.VOTE if is_vote(proposal) else Stage.CONSENT
        return Stage.RESULT
    return stage(meeting, proposal)


def _facilitator(meeting: Meeting) -> str:
    presence = meeting.presence(meeting.facilitator)
    if presence is None:
        return ""
    organisation = meeting.name_of(presence.seat.organisation)
    if organisation in ("", presence.seat.name):
        return presence.seat.name
    return _("{name}, {organisation}").format(name=presence.seat.name, organisation=organisation)


def return_words(meeting: Meeting, now: int) -> str:
    """When all are asked back: the time of day, with its day where that is another one; "" outside a break."""
    moment = timing.return_time(meeting, now)
    return end_words(meeting, moment) if moment else ""


def _ends(meeting: Meeting, now: int) -> str:
    if meeting.is_adjourned:
        return ""
    end = timing.projected_end(meeting, now)
    return end_words(meeting, end) if end else ""


def end_words(meeting: Meeting, end: int) -> str:
    """The time of day of an end, with its day where it is not the day of the start: "Fri 27 Nov, 02:10"."""
    time, day = clock_time(end, meeting.time_zone), local(end, meeting.time_zone).date()
    went_on = [one.until for one in meeting.adjournments if one.until is not None]
    start = went_on[-1] if went_on else meeting.planned_start or meeting.opened_at
    if not start or day == local(start, meeting.time_zone).date():
        return time
    return _("{day}, {time}").format(day=short_day(day), time=time)


def ends_note(meeting: Meeting, now: int) -> str:
    """How far ahead or behind the meeting is, in words; "" when nobody said when it should end, or it is on
    time.
    """
    late = 0 if meeting.is_adjourned else timing.late_minutes(meeting, now)
    hours = round(abs(late) / 60)
    if late >= HOUR:
        return ngettext("{count} h late", "{count} h late", hours).format(count=hours)
    if late <= -HOUR:
        return ngettext("{count} h early", "{count} h early", hours).format(count=hours)
    if late > 0:
        return ngettext("{count} min late", "{count} min late", late).format(count=late)
    if late < 0:
        return ngettext("{count} min early", "{count} min early", -late).format(count=-late)
    return ""


def _next_title(meeting: Meeting) -> str:
    """What comes after this; after a break that interrupts an item, that item."""
    current = meeting.current
    if meeting.on_break and current is not None and current.entry.built_in != "break":
        return current.entry.title
    following = coming_item(meeting)
    return following.entry.title if following else ""


def _next_meeting(meeting: Meeting) -> str:
    then = meeting.next_time
    if not then.date:
        return ""
    day = long_day(date.fromisoformat(then.date))
    return _("{day}, {time}").format(day=day, time=then.start) if then.start else day


def _next(meeting: Meeting, role: str) -> str:
    then = meeting.next_time.turn(role)
    organisation = meeting.name_of(then.organisation)
    person = meeting.name_of(then.person)
    if organisation and person:
        return _("{name}, {organisation}").format(name=person, organisation=organisation)
    return organisation or person
