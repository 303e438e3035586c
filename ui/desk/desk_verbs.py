"""What the keys of the desk do wherever the meeting is: the clock, the agenda, the call, undo, writing."""

from __future__ import annotations

from collections.abc import Callable

from coalmeet.ids import new_id
from coalmeet.meeting.events import AgendaEntry
from coalmeet.meeting.moves import agenda, clock, flow, proposals, stack
from coalmeet.meeting.turns import usual_unit
from coalmeet.meeting.words import built_in
from ui.desk.hands import Hands
from ui.desk.tool import Verbs
from ui.desk.tools.item import leave

CLOSING_MINUTES = 5
BREAK_MINUTES = 10


def desk_verbs(hands: Hands, open_card: Callable[[str], object]) -> Verbs:
    """The verbs that act on the meeting; those of the window itself are the window's."""
    return {
        "next_item": lambda: leave(hands) if hands.meeting.current else hands.do(flow.next_item),
        "pause": lambda: pause(hands),
        "grace": lambda: hands.do(clock.change_timebox, 1),
        "less": lambda: hands.do(clock.change_timebox, -1),
        "break": lambda: rest(hands),
        "park_item": lambda: park(hands),
        "off_record": lambda: off_record(hands),
        "to_closing": lambda: to_closing(hands),
        "take_back": lambda: hands.act(hands.live.take_back),
        "restore": lambda: hands.act(hands.live.restore),
        "agenda": lambda: open_card("agenda"),
        "absent": lambda: open_card("absent"),
        "emergency": lambda: open_card("emergency"),
        "attendance": lambda: open_card("attendance"),
        "roles": lambda: open_card("roles"),
        "extend": lambda: open_card("extension"),
        "candidates": lambda: open_card("candidates"),
        "last_minutes": lambda: open_card("last_minutes"),
        "clock": lambda: open_card("clock"),
        "another_day": lambda: open_card("another_day"),
        "entries": lambda: open_card("entries"),
        "keys": lambda: open_card("keys"),
        "free_round": lambda: open_card("this_round" if hands.meeting.round else "round"),
        "stack": lambda: open_card("stack"),
        "next_speaker": lambda: hands.do(stack.give_floor),
        "hear_others": lambda: hands.do(stack.hear_others, new_id(), usual_unit(hands.meeting)),
        "so_far": lambda: open_card("so_far"),
        "line_lost": lambda: open_card("line"),
    }


def pause(hands: Hands) -> None:
    """Stop the clock, or let it go on."""
    current = hands.meeting.current
    stands = hands.meeting.on_break or (current is not None and current.paused)
    hands.do(clock.resume if stands else clock.pause)


def rest(hands: Hands) -> None:
    """A break of the usual length, or its end."""
    if hands.meeting.on_break:
        hands.do(clock.end_break)
    else:
        hands.do(clock.begin_break, BREAK_MINUTES)


def park(hands: Hands) -> None:
    """The item comes back at a later meeting, with the proposal that is on its table."""
    current = hands.meeting.current
    if current is None:
        return
    if hands.meeting.live_proposal(current.id) is not None and not hands.do(proposals.settle, "parked"):
        return
    leave(hands, "parked")


def off_record(hands: Hands) -> None:
    """Off the record, and back."""
    current = hands.meeting.current
    off = current is not None and current.is_off_record
    hands.do(agenda.resume_record if off else agenda.suspend_record)


def to_closing(hands: Hands) -> None:
    """Turn to the closing; an agenda without one gets one."""
    closing = next((item for item in hands.meeting.items if item.entry.built_in == "closing"), None)
    if closing is not None:
        hands.do(flow.start_item, closing.id)
        return
    entry = AgendaEntry(new_id(), built_in("closing"), minutes=CLOSING_MINUTES, built_in="closing")
    if hands.do(agenda.add_item, entry):
        hands.do(flow.start_item, entry.id)
