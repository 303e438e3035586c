"""The parts of the public view that every stage has: the ribbon, the item, the clock, turns and words."""

from __future__ import annotations

from coalmeet.meeting import timing, turns
from coalmeet.meeting.choosing import CHANGES, NOMINATIONS, selection_in
from coalmeet.meeting.consent import everybody_answered
from coalmeet.meeting.deciding import how_decided, is_vote
from coalmeet.meeting.emergency import words as urgent
from coalmeet.meeting.order import numbers
from coalmeet.meeting.proposal import Proposal
from coalmeet.meeting.publish_talk import initials, standing
from coalmeet.meeting.state import Item, Meeting, Round
from coalmeet.meeting.words import answer, label
from coalmeet.public import (
    ClockState,
    PublicClock,
    PublicItem,
    PublicSegment,
    PublicTurn,
    PublicWord,
    Stage,
)
from coalmeet.text import _, left_over, minutes, whole_left


def stage(meeting: Meeting, proposal: Proposal | None) -> Stage:
    """What the meeting is in the middle of."""
    if meeting.closed_at:
        return Stage.CLOSED
    if meeting.on_break or meeting.is_adjourned:
        return Stage.BREAK
    current = meeting.current
    if current is None:
        return Stage.WELCOME if not any(item.started for item in meeting.items) else Stage.ITEM
    if meeting.round and meeting.round.kind != "consent":
        if meeting.round.kind in (NOMINATIONS, CHANGES):
            return Stage.SELECTION
        return Stage.TEMPERATURE if meeting.round.kind == "temperature" else Stage.ROUND
    if proposal is not None and not proposal.decided:
        if proposal.stage == "consent" and is_vote(proposal):
            return Stage.VOTE
        return {"consent": Stage.CONSENT, "integrating": Stage.INTEGRATING}.get(
            proposal.stage, Stage.PROPOSAL
        )
    if proposal is None and selection_in(meeting, current.id) is not None:
        return Stage.SELECTION
    by_kind = {
        "opening": Stage.WELCOME,
        "temperature": Stage.TEMPERATURE,
        "work_plan": Stage.WORK_PLAN,
        "break": Stage.BREAK,
        "closing": Stage.CLOSING,
    }
    return by_kind.get(current.entry.built_in, Stage.ITEM)


def segments(meeting: Meeting, now: int) -> tuple[PublicSegment, ...]:
    """The agenda as time: what is done, now and to come."""
    number = numbers(meeting)
    return tuple(_segment(item, number[item.id], now) for item in meeting.items if not item.merged_into)


def _segment(item: Item, number: str, now: int) -> PublicSegment:
    state = "now" if item.running else "done" if item.outcome else "next"
    box = item.minutes * timing.MINUTE
    part = min(1.0, timing.used_ms(item, now) / box) if box else 0.0
    return PublicSegment(
        number, item.entry.title, item.entry.label, item.minutes, state, part, item.entry.built_in == "break"
    )


def _brought_by(meeting: Meeting, item: Item) -> str:
    """Who brought the text that is or was on the table, else who would bring one; an organisation's id."""
    brought = [one.proposer for one in meeting.proposals_of(item.id) if one.proposer]
    return brought[-1] if brought else item.entry.proposer


def item_view(meeting: Meeting, item: Item) -> PublicItem:
    """The running item in words."""
    number = numbers(meeting)
    place = _place(meeting, item)
    return PublicItem(
        number=number[item.id],
        place=place,
        label=item.entry.label,
        label_word=label(item.entry.label) if item.entry.label else "",
        title=item.entry.title,
        desired_outcome=item.entry.desired_outcome,
        presenters=", ".join(item.entry.presenters),
        brought_by=meeting.name_of(_brought_by(meeting, item)),
        how_decided=how_decided(meeting, item),
        urgent=urgent(meeting, item.id),
    )


def _place(meeting: Meeting, item: Item) -> str:
    """Which item it is and of how many; once items came and went on the way, numbers no longer say how many."""
    if not item.number:
        return ""
    if any(one.added or one.merged_into for one in meeting.items):
        return _("Item {number}").format(number=item.number)
    total = sum(1 for one in meeting.items if one.number)
    return _("Item {number} of {total}").format(number=item.number, total=total)


def clock(item: Item, now: int, *, whole: bool = False) -> PublicClock:
    """The one clock, in digits and words; `whole` for whole minutes until the last one."""
    left = timing.left_ms(item, now)
    state = timing.clock_state(item, now)
    face = whole_left if whole and item.minutes else left_over
    digits = face(left if item.minutes else timing.used_ms(item, now))
    return PublicClock(left, item.minutes, state, digits, _caption(item, state, left))


def break_clock(meeting: Meeting, now: int, *, whole: bool = False) -> PublicClock:
    """How long the break still lasts; `whole` for whole minutes until the last one."""
    since = meeting.rest.since if meeting.rest else now
    left = meeting.rest_return - now
    state = ClockState.OVER if left < 0 else ClockState.RUNNING
    length = round((meeting.rest_return - since) / timing.MINUTE)
    caption = _("longer than agreed") if left < 0 else _("until we go on")
    return PublicClock(left, length, state, whole_left(left) if whole else left_over(left), caption)


def _caption(item: Item, state: ClockState, left: int) -> str:
    if state is ClockState.PAUSED:
        return _("Paused")
    if state is ClockState.OPEN:
        return _("so far, no time agreed")
    if left < 0:  # the digits say by how much
        return _("more than {minutes}").format(minutes=minutes(item.minutes))
    return _("left of {minutes}").format(minutes=minutes(item.minutes))


def turn_views(meeting: Meeting, speaks: str = "") -> tuple[PublicTurn, ...]:
    """Everybody in the round and how they stand; in a consent round answers appear only when all have
    answered. `speaks` is who has the word in a consent round, where that is not the first in order.
    """
    the_round = meeting.round or _just_ended(meeting)
    if the_round is None:
        return ()
    proposal = _asked(meeting, the_round)
    shown = proposal if proposal and _may_be_shown(meeting, proposal) else None
    has_word = speaks if the_round.kind == "consent" else ""
    found = tuple(_turn(meeting, the_round, unit, shown, has_word) for unit in the_round.order)
    if the_round.way == "sweep":  # those not heard are called, and nobody is shown as silent
        return tuple(one for one in found if one.state in ("now", "next"))
    return found


def _may_be_shown(meeting: Meeting, proposal: Proposal) -> bool:
    """Whether the call may see who answered what: all have, and nobody objected who did not agree to be named.

    Hiding that one answer alone would point at it, so then none is shown.
    """
    named = {one.organisation for one in proposal.objections if one.named}
    answers = [proposal.answer_of(unit) for unit in (member.id for member in meeting.members)]
    objectors = {one.organisation for one in answers if one and one.answer == "objection"}
    return everybody_answered(meeting, proposal) and objectors <= named


def _just_ended(meeting: Meeting) -> Round | None:
    """The consent round that has just been finished stays in view until the next thing happens."""
    last = meeting.rounds[-1] if meeting.rounds else None
    running = meeting.current.id if meeting.current else ""
    return last if last and last.kind == "consent" and last.item == running else None


def _asked(meeting: Meeting, the_round: Round) -> Proposal | None:
    if the_round.kind != "consent":
        return None
    asked = [one for one in meeting.proposals_of(the_round.item) if one.versions]
    return asked[-1] if asked else None


def _turn(meeting: Meeting, the_round: Round, unit: str, shown: Proposal | None, speaks: str) -> PublicTurn:
    state, note = standing(meeting, the_round, unit, speaks)
    given = shown.answer_of(unit) if shown else None
    if given:
        note = answer(given.answer)
    name = meeting.name_of(unit)
    speaker = turns.speaker(meeting, unit)
    person = meeting.presence(unit)
    detail = meeting.name_of(person.seat.organisation) if person else speaker
    if detail == name:
        detail = ""  # somebody who speaks for nobody but themselves is named once
    member = meeting.member(unit)
    return PublicTurn(
        name,
        detail,
        initials(speaker or name),
        state,
        note,
        given.answer if given else "",
        member.short if member else "",
    )


def words(meeting: Meeting) -> tuple[PublicWord, ...]:
    """Words as typed, in the order of the round; a name only where a word is still missing."""
    said = {one.person: one.word for one in meeting.words}
    order = list(_temperature_order(meeting))
    order += [one.person for one in meeting.words if one.person not in order]
    return tuple(
        PublicWord(said.get(person, ""), "" if person in said else meeting.name_of(person))
        for person in order
    )


def _temperature_order(meeting: Meeting) -> tuple[str, ...]:
    rounds = [one for one in meeting.rounds if one.kind == "temperature"]
    return rounds[-1].order if rounds else turns.units(meeting, "temperature")
