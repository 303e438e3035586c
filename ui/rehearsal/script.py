"""The script of a rehearsal: what a facilitator would do with this agenda, whatever it holds."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial

from coalmeet.ids import new_id
from coalmeet.meeting import timing
from coalmeet.meeting.deciding import method_of
from coalmeet.meeting.moves import clock, closing, flow, proposals, rounds, work
from coalmeet.meeting.state import Item
from coalmeet.meeting.turns import facilitating_organisation
from coalmeet.meeting.voting import VOTED
from coalmeet.text import _
from ui.live import LiveMeeting
from ui.rehearsal.beat import Beat, nothing
from ui.rehearsal.deciding import decide, decide_quickly
from ui.rehearsal.opening import arrivals, temperature
from ui.rehearsal.voting import decide_otherwise

SHORT = 0.4  # of its timebox: how long an ordinary item takes, so that the one that overruns can be paid for


def script(live: LiveMeeting) -> Iterator[Beat]:
    """Every beat from the opening to the close; each looks at the meeting as it then stands."""
    yield from arrivals(live)
    decider = _the_decision(live)
    decisions = 0
    first_talk = True
    while True:
        item = _next(live)
        if item is None:
            break
        yield from _go_on(live, item)
        if not _running(live, item):
            break  # the meeting cannot go on by itself: better to stop than to ask for ever
        kind = item.entry.built_in
        if kind == "temperature":
            yield from temperature(live)
        elif kind == "work_plan":
            yield from _work_plan(live)
        elif kind == "closing":
            yield from _closing(live)
        elif kind == "break":
            yield from _break(live)
        elif item.entry.label == "decision" and method_of(live.meeting, item) in (*VOTED, "delegated"):
            yield from decide_otherwise(live, item)
        elif item.id == decider or item.entry.label == "decision":
            yield from (decide if not decisions else decide_quickly)(live, item)
            decisions += 1
        else:
            yield from _talk(live, item, overruns=first_talk and not kind)
            first_talk = first_talk and bool(kind)
    yield Beat(_("The meeting is closed."), lambda: live.do(flow.close_meeting), 0.5, "closed")


def _go_on(live: LiveMeeting, item: Item) -> Iterator[Beat]:
    """On to the item; what still holds the one before is parked, as a facilitator would who has to go on."""
    go_on = Beat(_("On to “{title}”.").format(title=item.entry.title), lambda: live.do(flow.next_item), 0.1)
    yield go_on
    if not _running(live, item):
        yield Beat(_("What is open waits for another meeting."), lambda: live.do(proposals.settle, "parked"))
        yield go_on


def _running(live: LiveMeeting, item: Item) -> bool:
    return live.meeting.current is not None and live.meeting.current.id == item.id


def _next(live: LiveMeeting) -> Item | None:
    return next((item for item in live.meeting.items if not item.outcome and not item.running), None)


def _the_decision(live: LiveMeeting) -> str:
    """The item that is decided with all steps: the first decision, else the second that is not built in."""
    labelled = [item.id for item in live.meeting.items if item.entry.label == "decision"]
    ordinary = [item.id for item in live.meeting.items if not item.entry.built_in]
    return (labelled or ordinary[1:2] or ordinary or [""])[0]


def _talk(live: LiveMeeting, item: Item, overruns: bool) -> Iterator[Beat]:
    """Notes, an action, a round in the longer ones, and once a clock that runs over and is extended."""
    yield Beat(
        _("A note is typed."), lambda: live.write_note(item.id, _note(live)), 1, "item" if overruns else "", 0
    )
    if overruns:
        yield from _round_and_overtime(live, item)
    else:
        yield Beat(_("Time goes by."), nothing, min(5.0, item.minutes * SHORT), inputs=0)
    people_here = [one for one in live.meeting.present_people if one.has_voice]
    if people_here and not item.entry.built_in:
        number = len(live.meeting.actions)
        owner = people_here[number % len(people_here)].seat.person
        due = (date.fromisoformat(live.meeting.date) + timedelta(days=8 + 3 * number)).isoformat()
        agree = partial(live.do, work.agree_action, new_id(), _task(number), owner, due=due)
        yield Beat(_("An action with an owner."), agree)


def _note(live: LiveMeeting) -> str:
    """What is typed into the notes, in turn."""
    notes = (
        _("We heard where things stand. Two members asked for the figures in writing."),
        _("Three members told what they had seen since last time. Nobody asked for a decision today."),
        _("The costs are known until summer. What comes after depends on the answer that we get in spring."),
    )
    return notes[len(live.meeting.actions) % len(notes)]


def _task(number: int) -> str:
    """What somebody takes on, in turn."""
    tasks = (
        _("Send the figures to all members"),
        _("Ask two neighbours what they would need"),
        _("Write down in half a page what we heard"),
        _("Find out who pays until summer"),
    )
    return tasks[number % len(tasks)]


def _round_and_overtime(live: LiveMeeting, item: Item) -> Iterator[Beat]:
    yield Beat(_("A round begins."), lambda: live.do(rounds.begin_round, new_id(), "free"), 0.2)
    for number in range(len(live.meeting.round.order) if live.meeting.round else 0):
        picture = "free-round" if number == 2 else ""
        yield Beat(_("One is heard."), lambda: live.do(rounds.hear), 0.4, picture)
    if live.meeting.round:
        yield Beat(_("Everybody was heard."), lambda: live.do(rounds.end_round))
    if not item.minutes:
        return
    left = max(0.0, timing.left_ms(live.meeting.current or item, live.now()) / timing.MINUTE)
    yield Beat(_("The time runs out."), live.tick, max(0.0, left - 0.6), "last-minute", 0)
    yield Beat(_("The item is over its time."), live.tick, 2, "over", 0)
    yield Beat(_("A grace minute."), lambda: live.do(clock.change_timebox, 1))
    payer = _payer(live, item)
    more = partial(live.do, clock.change_timebox, 5, "item" if payer else "end", payer)
    yield Beat(_("Five minutes more, and who pays."), more, 0.5, "extended", 2)
    yield Beat(
        _("A topic is parked."),
        partial(live.do, work.park_topic, new_id(), _("A shared calendar for all members")),
        2,
    )


def _payer(live: LiveMeeting, item: Item) -> str:
    later = [
        one.id
        for one in live.meeting.items
        if not one.outcome and one.id != item.id and one.minutes >= 10 and one.entry.built_in != "closing"
    ]
    return later[-1] if later else ""


def _work_plan(live: LiveMeeting) -> Iterator[Beat]:
    for number, action in enumerate(live.meeting.open_actions[:4]):
        state = ("done", "moved", "done", "dropped")[number]
        due = (
            (date.fromisoformat(live.meeting.date) + timedelta(days=14)).isoformat()
            if state == "moved"
            else ""
        )
        yield Beat(
            _("An action is looked at."),
            partial(live.do, work.review_action, action.id, state, due),
            0.7,
            "work-plan" if number == 1 else "",
        )


def _break(live: LiveMeeting) -> Iterator[Beat]:
    yield Beat(_("A break, and when it ends."), lambda: live.do(clock.begin_break, 10), 0.2, "break")
    yield Beat(_("The break is over."), lambda: live.do(clock.end_break), 10)


def _closing(live: LiveMeeting) -> Iterator[Beat]:
    then = (date.fromisoformat(live.meeting.date) + timedelta(days=28)).isoformat()
    yield Beat(_("The next date."), lambda: live.do(closing.agree_next_meeting, then), 1)
    own = facilitating_organisation(live.meeting)
    others = [one for one in live.meeting.present_members if one != own and _able(live, one)]
    if others:
        yield Beat(
            _("Who facilitates next."), lambda: live.do(closing.agree_next_facilitator, others[0]), 0.5
        )
    if others[1:]:
        takes_notes = partial(live.do, closing.agree_next_note_taker, others[1])
        yield Beat(_("Who takes notes next."), takes_notes, 0.3)
    keep, change = _("The one-word round"), _("Shorter updates")
    for organisation in live.meeting.present_members[:3]:
        evaluate = partial(live.do, work.evaluate, organisation, keep, change)
        yield Beat(_("One thing to keep, one to change."), evaluate, 0.5)
    yield Beat(
        _("Thanks."), lambda: live.do(work.thank, _("To the note takers of this year")), 0.3, "closing"
    )


def _able(live: LiveMeeting, organisation: str) -> bool:
    member = live.meeting.member(organisation)
    return member is not None and member.facilitates
