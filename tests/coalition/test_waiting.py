"""What waits for the next agenda: reviews, items not reached, the parking lot, overdue work."""

from datetime import date

from coalmeet.coalition.action import Action
from coalmeet.coalition.decision import Decision, DecisionEntry
from coalmeet.coalition.organisation import Organisation
from coalmeet.coalition.parked import Parked
from coalmeet.coalition.waiting import (
    NotReached,
    actions_waiting,
    decisions_waiting,
    protection_waiting,
    topics_waiting,
)

TODAY = date(2026, 11, 22)


def test_an_objection_by_mail_comes_before_a_review_and_a_window():
    decisions = [
        Decision("logo", "m", "i", "D1", "Use the logo", "provisional", provisional_until=date(2026, 11, 28)),
        Decision("voice", "m", "i", "D2", "One spokesperson", "agreed", review_date=date(2026, 11, 30)),
        Decision("fee", "m", "i", "D3", "Forty a month", "agreed", review_date=date(2027, 5, 1)),
        Decision("hall", "m", "i", "D4", "Rent the hall", "agreed"),
    ]
    mail = DecisionEntry("e", "hall", "objection", date(2026, 11, 20), "choir", "mail", "No ramp")
    waiting = decisions_waiting(decisions, [mail], TODAY)
    assert [(one.kind, one.title) for one in waiting] == [
        ("reopened", "Rent the hall"),
        ("review", "One spokesperson"),
        ("provisional", "Use the logo"),
    ]


def test_an_item_not_reached_twice_is_offered_once_and_never_when_it_is_on_the_agenda():
    missed = [
        NotReached("i1", "Summer camp", date(2026, 9, 1), topic="camp"),
        NotReached("i2", "Summer camp", date(2026, 10, 1), topic="camp"),
        NotReached("i3", "Keys", date(2026, 10, 1)),
    ]
    parked = [Parked("p1", "Guests"), Parked("p2", "Logo", taken_up="m9")]
    waiting = topics_waiting(parked, missed, [("", "KEYS")])
    assert [(one.kind, one.id) for one in waiting] == [("not_reached", "i2"), ("parked", "p1")]


def test_work_of_nobody_comes_before_work_past_its_date():
    actions = [
        Action("a", "m", "A1", "Book the hall", "p", "Rosa", due=date(2026, 11, 14)),
        Action("b", "m", "A2", "Find a key"),
        Action("c", "m", "A3", "Write", "p", "Rosa", due=date(2026, 12, 14)),
    ]
    assert [(one.kind, one.id) for one in actions_waiting(actions, TODAY)] == [
        ("nobody", "b"),
        ("overdue", "a"),
    ]


def test_a_protected_voice_is_looked_at_again_each_year():
    members = [
        Organisation("legal", "Legal Aid", protected=True, protection_review=date(2026, 11, 30)),
        Organisation("choir", "Choir", protected=True, protection_review=date(2027, 11, 30)),
        Organisation("mill", "Mill Road", protection_review=date(2026, 1, 1)),
    ]
    waiting = protection_waiting(members, TODAY)
    assert [(one.kind, one.id, one.day) for one in waiting] == [("protection", "legal", date(2026, 11, 30))]
