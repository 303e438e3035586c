"""A long evening: the clock with all that happens to it, an agenda that changes by consent, and a second day."""

from __future__ import annotations

from functools import wraps

from coalmeet.meeting.events import AgendaEntry, Event
from coalmeet.meeting.moves import agenda, clock, flow, people, put_right
from coalmeet.meeting.state import Meeting
from coalmeet.text import _
from ui.rehearsal.cast import delegates, item, opening
from ui.rehearsal.scenes import arrive, close
from ui.rehearsal.story import Line, Sitting, Story, Table, line

MINUTE = 60_000  # milliseconds
HERE = ("harbour", "maps", "mill", "legal", "garden", "radio")
PRESS = AgendaEntry("press", "A journalist has called", minutes=5)


def story() -> Story:
    """Six of eight are here; the evening is too short, and the rest of it is held the next day."""
    items = (
        item("money", _("Money so far"), 15, "update", topic="money"),
        item("fair", _("Summer fair"), 30, "discussion", presenters=("Sana Iqbal",)),
        item("hall", _("A hall of our own"), 25, "discussion"),
        item("flags", _("Flags"), 10, "discussion"),
        item("leaflet", _("Leaflet"), 10, "discussion"),
        item("closing", _("Closing"), 10, "", built_in="closing"),
    )
    lines = (*_the_clock(), *_the_agenda(), *_before_the_end(), *_the_next_day(), *close())
    about = _(
        "A long evening: extensions and who pays, times put right, an agenda that changes, a second day."
    )
    return Story("long_evening", about, (Sitting(opening(*items), lines),))


def _the_clock() -> tuple[Line, ...]:
    return (
        *arrive(*HERE),
        line(_("They began ninety seconds ago."), flow.start_item, "money", ago=90_000, minutes=2),
        line(_("The line is bad: the clock stands."), clock.pause, minutes=4),
        line(_("It goes on."), clock.resume, minutes=3),
        line(_("A grace minute."), clock.change_timebox, 1, minutes=8),
        line(_("The laptop had slept, and nobody was at it."), _slept, minutes=12),
        line(_("Five minutes more, and the summer fair gives them."), clock.change_timebox, 5, "item", "fair",
             minutes=1, picture="extended"),
        line(_("The closing gives none."), clock.change_timebox, 5, "item", "closing",
             refused="keeps its minutes"),
        line(_("On to the summer fair."), flow.next_item, minutes=4),
        Line(_("The money had ended two minutes before."), _ended_earlier, 1),
        line(_("The facilitator had set a wrong time."), clock.change_timebox, -5, "correction"),
        line(_("Two of the minutes are not needed."), clock.change_timebox, -2, "given_back"),
    )  # fmt: skip


@wraps(clock.count_gap)
def _slept(meeting: Meeting, at: int) -> tuple[Event, ...]:
    """The last ten minutes were nobody's."""
    return clock.count_gap(meeting, at, at - 10 * MINUTE, at)


def _ended_earlier(table: Table) -> object:
    return table.do(put_right.ended_earlier, table.moves, 2 * MINUTE)


def _began_earlier(table: Table) -> object:
    return table.do(put_right.began_earlier, table.moves, 90_000)


def _the_agenda() -> tuple[Line, ...]:
    return (
        line(_("Somebody has to answer tonight."), agenda.add_item, PRESS, "flags", _("It is in print tomorrow")),
        line(_("It is a decision."), agenda.label_item, "press", "decision", _("We must answer")),
        line(_("It is about one newspaper only."), agenda.rename_item, "press", _("The call from the Herald"),
             _("The others have not asked"), minutes=0),
        line(_("It was with them before, under another name."), agenda.choose_topic, "press", "calls",
             _("When a newspaper calls"), minutes=0),
        line(_("The hall is two questions."), agenda.split_item, "hall", "rent", _("Who pays the rent?"), 10,
             _("Two questions in one"), picture="split"),
        line(_("Flags and leaflet are one matter."), agenda.merge_items, "flags", "leaflet",
             _("Both are printed")),
        line(_("The leaflet comes before the hall."), agenda.move_item, "leaflet", "hall",
             _("The printer closes")),
        line(_("Nobody talks about this in public."), agenda.suspend_record),
        line(_("Nothing is changed meanwhile."), agenda.label_item, "hall", "decision", refused="off the record"),
        line(_("On the record again."), agenda.resume_record, minutes=6),
        line(_("A break of ten minutes."), clock.begin_break, 10, minutes=4, picture="break"),
        line(_("They take five minutes more."), clock.move_return, 5, minutes=0),
        line(_("On we go."), clock.end_break, minutes=11),
    )  # fmt: skip


def _before_the_end() -> tuple[Line, ...]:
    return (
        line(_("The leaflet may wait."), flow.settle_item, "leaflet", "postponed", _("The printer has closed")),
        line(_("A group takes the rent."), flow.settle_item, "rent", "referred", _("Finance group")),
        line(_("The fair is done."), flow.end_item, "noted", minutes=6),
        line(_("On to the hall."), flow.start_item, "hall"),
        line(_("It is late: they go on tomorrow."), flow.adjourn, "2026-05-15", "18:30", minutes=7,
             picture="adjourned"),
    )  # fmt: skip


def _the_next_day() -> tuple[Line, ...]:
    return (
        line(_("The next day, four are back."), people.arrive_all, delegates(*HERE[:4]), minutes=23 * 60),
        line(_("They go on."), flow.go_on),
        line(_("Where they had stopped."), flow.next_item, minutes=2),
        Line(_("They had begun at once."), _began_earlier, 3, picture="second-day"),
        line(_("They leave it open for a moment."), flow.leave_item, minutes=5),
        line(_("The journalist is answered."), flow.start_item, "press"),
        line(_("Back to the hall."), flow.start_item, "hall", minutes=3),
        line(_("The closing."), flow.start_item, "closing", minutes=4),
    )
