"""The opening: who is here, for which organisation, and whether the agenda can be worked with."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent

from coalmeet.meeting.emergency import meeting_words
from coalmeet.meeting.handed_on import wished
from coalmeet.meeting.leading import holder
from coalmeet.meeting.moves import agenda, flow, people
from coalmeet.meeting.state import VOICES, Item, Meeting, Presence
from coalmeet.meeting.told import told_words
from coalmeet.text import _, clock_time
from ui import theme
from ui.desk.attendance import ALL_IN_ONE, Attendance
from ui.desk.cards.last_minutes import waiting_words
from ui.desk.hands import Hands, gesture
from ui.desk.row_focus import step_focus
from ui.desk.step import Step
from ui.desk.tool import Tool, Verbs
from ui.shortcuts import shown
from ui.widgets.labels import Wrapped
from ui.widgets.layouts import column


class Opening(Tool):
    """Its large button begins the meeting, then agrees the agenda, then goes on to the first item."""

    def __init__(self, hands: Hands, needs: dict[str, str]) -> None:
        super().__init__(hands)
        self.attendance = Attendance(hands, needs)
        self._roles = Wrapped("", theme.DETAIL, tone="ink2")
        self.setLayout(column(self._roles, 8, self.attendance))

    def show_meeting(self, meeting: Meeting, now: int) -> None:
        self.attendance.show_meeting(meeting)
        self._show_roles()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_roles()

    def _show_roles(self) -> None:
        """Not who facilitates alone, where the head of a wide desk says it already."""
        meeting, wide = self.hands.meeting, self.width() >= theme.px(ALL_IN_ONE)
        known = facilitates(meeting) if wide else []
        self._roles.setText("\n".join(line for line in notices(meeting) if line not in known))
        self._roles.setVisible(bool(self._roles.text()))

    def step(self) -> Step:
        meeting = self.hands.meeting
        if meeting.current is None and not any(item.entry.built_in == "opening" for item in meeting.items):
            return self._agree() if not meeting.agenda_agreed else _begin(meeting)
        if meeting.current is None:
            return _begin(meeting)
        return Step(_("Next item"), "primary", "skip-forward") if meeting.agenda_agreed else self._agree()

    def others(self) -> tuple[Step, ...]:
        meeting = self.hands.meeting
        missing = [one for one in meeting.people if one.seat.capacity == "delegate" and not one.here]
        found = [Step(_("All delegates are here"), "all_here", "users")] if len(missing) > 1 else []
        if meeting.quorum and not meeting.has_quorum and decisions_first(meeting):
            found.append(Step(_("Decisions later"), "decisions_later", "clock"))
        last = waiting_words(meeting) if meeting.present_people else ""
        found += [Step(last, "last_minutes", "file-text")] if last else []
        return tuple(found)

    def verbs(self) -> Verbs:
        return {
            "primary": self._go_on,
            "all_here": self._all_here,
            "decisions_later": self._decisions_later,
            "next_row": lambda: step_focus(self.attendance.pills(), 1),
            "previous_row": lambda: step_focus(self.attendance.pills(), -1),
        }

    def _agree(self) -> Step:
        return Step(_("The agenda is agreed"), "primary", "check")

    @gesture
    def _go_on(self) -> None:
        meeting = self.hands.meeting
        if self.step().words == self._agree().words:
            self.hands.do(flow.agree_agenda)
        elif meeting.current is None and meeting.items:
            self.hands.do(flow.start_item, _first(meeting).id)
        else:
            self.hands.do(flow.next_item)

    def _all_here(self) -> None:
        away = [
            one.seat.person
            for one in self.hands.meeting.people
            if one.seat.capacity == "delegate" and not one.here
        ]
        self.hands.do(people.arrive_all, away)

    def _decisions_later(self) -> None:
        """Decisions wait behind the other items, so that those who are missing may still come."""
        for item in decisions_first(self.hands.meeting):
            meeting = self.hands.meeting
            last = next((one.id for one in meeting.items if one.entry.built_in == "closing"), "")
            self.hands.do(agenda.move_item, item.id, last, _("Too few were here to decide."))


def decisions_first(meeting: Meeting) -> tuple[Item, ...]:
    """Decision items that stand before others, which could be taken first while quorum is missing."""
    others = [
        number
        for number, item in enumerate(meeting.items)
        if item.entry.label != "decision" and not item.entry.built_in and not item.outcome
    ]
    if not others:
        return ()
    return tuple(
        item for item in meeting.items[: others[-1]] if item.entry.label == "decision" and not item.started
    )


def _first(meeting: Meeting) -> Item:
    return next((item for item in meeting.items if not item.outcome), meeting.items[0])


def _begin(meeting: Meeting) -> Step:
    if not meeting.items:
        return Step(_("Begin"), "primary", "play", _("The agenda is empty. Add an item first: press G."))
    if not meeting.present_people:
        return Step(
            _("Begin"), "primary", "play", _("Nobody is noted as here yet. Press the names of those who are.")
        )
    if meeting.quorum and not meeting.has_quorum:
        return Step(_("Start with whom we have"), "primary", "play")
    return Step(_("Begin"), "primary", "play")


def facilitates(meeting: Meeting) -> list[str]:
    """Who facilitates, as a sentence; nothing while that is open."""
    name = meeting.name_of(meeting.facilitator)
    return [_("{name} facilitates.").format(name=name)] if name else []


def notices(meeting: Meeting) -> tuple[str, ...]:
    """Who does what today, who is missing for it, and who leaves before a decision is planned."""
    facilitator, taker = meeting.name_of(meeting.facilitator), meeting.name_of(meeting.note_taker)
    said = facilitates(meeting)
    said += _missing(meeting)
    learner = meeting.name_of(holder(meeting, "co_facilitator"))
    said += [_("{name} learns beside them.").format(name=learner)] if learner and facilitator else []
    said += [_("{name} takes notes.").format(name=taker)] if taker else []
    leaving = [_leaves(meeting, one) for one in meeting.present_people if one.leaves_at]
    before = [*filter(None, [meeting_words(meeting), wished(meeting.last)]), *told_words(meeting)]
    return (*before, " ".join(said), *leaving) if said else (*before, *leaving)


def _missing(meeting: Meeting) -> list[str]:
    """Once people are here, that whoever should facilitate is not."""
    named = meeting.presence(meeting.facilitator)
    if named is None or named.here or not meeting.present_people:
        return []
    if any(item.started for item in meeting.items):
        return []  # from then on a line above says so, and who could stand in
    words = _("They are not here yet: if somebody stands in, press {key}.")
    return [words.format(key=shown("roles"))]


def _leaves(meeting: Meeting, one: Presence) -> str:
    time = clock_time(one.leaves_at, meeting.time_zone)
    last_voice = one.seat.capacity in VOICES and _only_voice(meeting, one)
    if not last_voice:
        return _("{name} leaves at {time}.").format(name=one.seat.name, time=time)
    organisation = meeting.name_of(one.seat.organisation)
    return _("{name} leaves at {time}; then nobody speaks for {organisation}.").format(
        name=one.seat.name, time=time, organisation=organisation
    )


def _only_voice(meeting: Meeting, one: Presence) -> bool:
    voices = [other for other in meeting.present_people if other.seat.organisation == one.seat.organisation]
    return len([other for other in voices if other.has_voice]) == 1
