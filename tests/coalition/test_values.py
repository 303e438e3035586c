"""Small rules of coalition values: who belongs when, what an agenda asks for, what waits, how decisions stand."""

from datetime import date, timedelta
from itertools import permutations

import pytest

from coalmeet.coalition.action import Action, work_plan
from coalmeet.coalition.coalition import Coalition, quorum_of
from coalmeet.coalition.decision import Decision, DecisionEntry, review_of, state
from coalmeet.coalition.organisation import Organisation, members_on
from coalmeet.coalition.parked import Parked
from coalmeet.coalition.person import Affiliation, Person, belonging
from coalmeet.coalition.plan import PlannedItem, PlannedMeeting, overbooked, total
from coalmeet.meeting.events import Profile

DAY = date(2026, 5, 14)
REED = Organisation("reed", "Reed Cooperative", "Reed", joined=date(2024, 1, 1))
MILL = Organisation("mill", "Mill Road", left=DAY)
GUEST = Organisation("city", "City Council", member=False)


def test_a_member_belongs_from_joining_until_the_day_before_it_left() -> None:
    assert members_on((REED, MILL, GUEST), DAY) == (REED,)
    assert members_on((REED, MILL, GUEST), DAY - timedelta(days=1)) == (REED, MILL)
    assert members_on((REED,), date(2023, 12, 31)) == ()
    assert (REED.label, MILL.label) == ("Reed", "Mill Road")


def test_an_affiliation_holds_from_a_day_to_a_day() -> None:
    ana, bo, cy = Person("ana", "Ana"), Person("bo", "Bo"), Person("cy", "Cy")
    affiliations = (
        Affiliation("1", "ana", "mill", until=DAY),
        Affiliation("2", "ana", "reed", "alternate", since=DAY),
        Affiliation("3", "bo", "city"),
        Affiliation("4", "bo", "gone"),
    )
    found = belonging((ana, bo, cy), (REED, MILL, GUEST), affiliations, DAY)
    assert [(one.person.id, one.organisation and one.organisation.id, one.capacity) for one in found] == [
        ("ana", "reed", "alternate"), ("bo", "city", "delegate"), ("cy", None, "guest"),
    ]  # fmt: skip
    assert [one.has_voice for one in found] == [True, False, False]


def test_interpreters_have_no_voice() -> None:
    (one,) = belonging((Person("a", "A"),), (REED,), (Affiliation("1", "a", "reed", "interpreter"),), DAY)
    assert not one.has_voice


@pytest.mark.parametrize(
    ("members", "quorum", "needed"), [(8, 0, 5), (7, 0, 4), (1, 0, 1), (0, 0, 1), (8, 3, 3)]
)
def test_a_quorum_is_more_than_half_unless_the_coalition_says_otherwise(
    members: int, quorum: int, needed: int
) -> None:
    assert quorum_of(Coalition("c", "River", profile=Profile(quorum=quorum)), members) == needed


def item(title: str, minutes: int | None, **more: str) -> PlannedItem:
    return PlannedItem(
        "i", 0, title=title, minutes=minutes, **{"label": "update", "desired_outcome": "x", **more}
    )  # type: ignore[arg-type]


MEETING = PlannedMeeting("m", "Spring", DAY, "14:00", 60)


def test_an_agenda_that_fits_asks_for_nothing() -> None:
    assert overbooked(MEETING, (item("A", 30), item("B", 30))) == ()
    assert overbooked(PlannedMeeting("m", "Open end", DAY), (item("A", 70),)) == ()
    assert overbooked(MEETING, ()) == ()


def test_an_overbooked_agenda_says_by_how_much() -> None:
    assert total((item("A", 40), item("B", None), item("C", 25))) == 65
    (sentence,) = overbooked(MEETING, (item("A", 40), item("C", 25)))
    assert "5 minutes more" in sentence
    (sentence,) = overbooked(MEETING, (item("A", 61),))
    assert "1 minute more" in sentence


def test_missing_labels_timeboxes_and_outcomes_are_named() -> None:
    said = overbooked(
        MEETING,
        (item("Boats", None, label="", desired_outcome=""), item("Opening", 5, built_in="opening", label="")),
    )
    assert len(said) == 3
    assert all("“Boats”" in sentence for sentence in said)


def test_a_break_is_asked_for_after_seventy_five_minutes() -> None:
    long = PlannedMeeting("m", "Long", DAY, "14:00", 180)
    items = (item("A", 40), item("B", 35), item("C", 30))
    (sentence,) = overbooked(long, items)
    assert "“C”" in sentence
    assert overbooked(long, (*items[:2], item("Break", 10, built_in="break"), items[2])) == ()


def test_the_work_plan_shows_first_what_nobody_took() -> None:
    late = Action("a", "m", "A1", "Late", owner_name="Ana", due=date(2026, 5, 1))
    soon = Action("b", "m", "A2", "Soon", owner_name="Bo", due=date(2026, 5, 20))
    undated = Action("c", "m", "A3", "Some day", owner_name="Cy")
    nobody = Action("d", "m", "A4", "Nobody")
    done = Action("e", "m", "A5", "Done", due=DAY, done=True)
    assert work_plan((undated, soon, done, late, nobody)) == (nobody, late, soon, undated)
    assert [one.is_overdue(DAY) for one in (late, soon, undated, done)] == [True, False, False, False]


def test_a_parked_topic_waits_until_it_is_taken_up_or_dropped() -> None:
    assert Parked("k", "Mooring").waits
    assert not Parked("k", "Mooring", taken_up="m2").waits
    assert not Parked("k", "Mooring", dropped=True).waits


DECISION = Decision("d", "m", "i", "D1", "We go.", "agreed", review_date=date(2026, 11, 14))


def entry(kind: str, number: int = 1, **more: object) -> DecisionEntry:
    return DecisionEntry(f"{kind}{number}", "d", kind, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2026, 10, 30), "in_force"),
        (date(2026, 10, 31), "review_due"),
        (date(2026, 11, 14), "review_due"),
        (date(2026, 11, 15), "overdue"),
    ],
)
def test_a_decision_comes_back_at_its_review(today: date, expected: str) -> None:
    assert state(DECISION, (), today) == expected


def test_keeping_a_decision_sets_the_next_review() -> None:
    kept = entry("kept", review_date=date(2027, 5, 14))
    assert state(DECISION, (kept,), date(2026, 12, 1)) == "in_force"
    assert review_of(DECISION, (kept,)) == date(2027, 5, 14)


def test_an_objection_in_any_order_reopens_until_it_is_resolved() -> None:
    objection, silence = entry("objection"), entry("none_received")
    solved = entry("objection_resolved", answers=objection.id)
    provisional = Decision("d", "m", "i", "D1", "We go.", "provisional", provisional_until=DAY)
    assert state(provisional, (), DAY) == "provisional"
    assert state(provisional, (silence,), DAY) == "in_force"
    for order in permutations((objection, silence)):
        assert state(provisional, order, DAY) == "reopened"
    for whole in permutations((objection, silence, solved)):
        assert state(provisional, whole, DAY) == "in_force"


@pytest.mark.parametrize(
    ("kind", "expected"), [("ended", "ended"), ("replaced", "replaced"), ("withdrawn", "withdrawn")]
)
def test_an_end_is_the_last_word(kind: str, expected: str) -> None:
    assert state(DECISION, (entry("objection"), entry(kind)), DAY) == expected


def test_what_was_not_adopted_keeps_its_outcome() -> None:
    assert state(Decision("d", "m", "i", "D1", "No.", "not agreed"), (), DAY) == "not agreed"


def test_entries_of_other_decisions_do_not_count() -> None:
    assert state(DECISION, (DecisionEntry("x", "another", "ended"),), DAY) == "in_force"
