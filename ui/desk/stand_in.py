"""Whoever facilitates or takes notes is not here: the desk says so, and proposes who could stand in."""

from __future__ import annotations

from functools import partial

from coalmeet.coalition.turn import ROLES, Role
from coalmeet.meeting.missing import StandIn, is_missing, propose_stand_in
from coalmeet.meeting.moves import people
from coalmeet.meeting.rotation_both import Orders
from coalmeet.meeting.state import Meeting
from coalmeet.text import _
from ui.desk.alerts import Alerts
from ui.desk.file_facts import orders_today
from ui.desk.hands import Hands


class StandIns:
    """The order in which to ask is read from the file when somebody is missing for the first time."""

    def __init__(self, hands: Hands) -> None:
        self._hands = hands
        self._orders: tuple[str, Orders] | None = None  # and the organisation that it was reckoned for

    def found(self, role: Role) -> StandIn | None:
        """Whom to propose now; None where nobody is missing."""
        meeting = self._hands.meeting
        if not is_missing(meeting, role):
            return None
        presence = meeting.presence(meeting.facilitator)
        leads = presence.seat.organisation if presence and presence.here else ""
        if self._orders is None or self._orders[0] != leads:
            self._orders = leads, orders_today(self._hands.live, leads)
        return propose_stand_in(meeting, role, self._orders[1].get(role, ()))

    def say(self, alerts: Alerts) -> None:
        """Say it once the meeting has begun: before that people are still being noted."""
        for role in ROLES:
            found = self.found(role) if _begun(self._hands.meeting) else None
            ways = ((self._way(role, found), partial(self._take, role, found)),) if found else ()
            alerts.say(
                role, self._words(role, found), *ways, icon="hand", about=found.person if found else ""
            )

    def _words(self, role: Role, found: StandIn | None) -> str:
        if found is None:
            return ""
        meeting = self._hands.meeting
        missing = meeting.facilitator if role == "facilitator" else meeting.note_taker
        return " ".join(part for part in (missing_words(meeting, role, missing), found.why) if part)

    def _way(self, role: Role, found: StandIn) -> str:
        name = self._hands.meeting.name_of(found.person)
        words = _("{name} facilitates") if role == "facilitator" else _("{name} takes notes")
        return words.format(name=name)

    def _take(self, role: Role, found: StandIn) -> None:
        if role == "facilitator":
            self._hands.do(people.hand_over, found.person, found.reason)
        else:
            self._hands.do(people.change_note_taker, found.person)


def missing_words(meeting: Meeting, role: Role, person: str) -> str:
    """Who is missing, and for what."""
    name = meeting.name_of(person)
    if role == "note_taker":
        return (
            _("{name} is not here to take notes.").format(name=name) if name else _("Nobody takes notes yet.")
        )
    return _("{name} is not here to facilitate.").format(name=name) if name else _("Nobody facilitates yet.")


def _begun(meeting: Meeting) -> bool:
    return any(item.started for item in meeting.items)
