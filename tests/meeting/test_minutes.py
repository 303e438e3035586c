"""From a record to minutes: what is told, in which order, and in which words."""

from __future__ import annotations

from typing import Any

from coalmeet.meeting.minutes import minutes, published
from coalmeet.meeting.minutes_values import Decision, Minutes, Standing

Record = dict[str, Any]


def of(*items: Record, **keys: object) -> Minutes:
    """The minutes of a meeting with these items."""
    whole = {"format": "coalmeet.meeting", "version": 1, "date": "2026-05-14", "agenda": list(items), **keys}
    return minutes(whole)


def decided(outcome: str, **keys: object) -> Record:
    return {
        "title": "Topic",
        "outcome": outcome,
        "decisions": [{"text": "We do it.", "outcome": outcome, **keys}],
    }


def the_decision(outcome: str, **keys: object) -> Decision:
    return of(decided(outcome, **keys)).decisions[0]


def facts(decision: Decision) -> dict[str, str]:
    return {fact.label: " ".join(fact.texts) for fact in decision.facts}


def test_what_holds_comes_first_and_what_did_not_pass_last() -> None:
    outcomes = ["not agreed", "noted", "postponed", "agreed", "recommended", "provisional"]
    told = of(*(decided(outcome) for outcome in outcomes)).decisions
    assert [one.number for one in told] == ["D4", "D6", "D5", "D2", "D3", "D1"]


def test_numbers_of_the_record_are_kept() -> None:
    assert the_decision("agreed", number="D17").number == "D17"


def test_an_objection_that_stands_is_said_so() -> None:
    one = the_decision("not agreed", objections=[{"organisation": "Legal Aid", "ending": "open"}])
    assert one.outcome == "Not passed: objection stands"
    assert facts(one)["Objections"] == "Legal Aid. It stands."


def test_how_an_objection_ended() -> None:
    raised = [
        {
            "organisation": "A",
            "reason": "too dear",
            "ground": "risk",
            "ending": "accepted",
            "answered_by_version": 2,
        },
        {"reason": "too soon.", "ending": "withdrawn"},
        {"organisation": "C", "ending": "their own words"},
    ]
    assert facts(the_decision("agreed", objections=raised))["Objections"] == (
        "A: too dear. Ground: a risk we could not undo. Resolved by version 2. "
        "An organisation: too soon. Withdrawn by the objector. C. their own words."
    )


def test_an_adopted_decision_without_responsible_says_nobody_yet_if_it_was_asked() -> None:
    assert facts(the_decision("agreed", responsible=None))["Responsible"] == "nobody yet"
    assert "Responsible" not in facts(the_decision("agreed"))
    assert "Responsible" not in facts(the_decision("not agreed", responsible=None))


def test_a_reopened_decision_does_not_count_as_adopted() -> None:
    assert the_decision("agreed", reopened=True).outcome == "Reopened after a correction"


def test_an_item_agreed_without_words_is_told_apart() -> None:
    told = of({"title": "Budget", "outcome": "agreed"}).decisions[0]
    assert (told.text, told.worded, told.standing) == ("Budget", False, Standing.HOLDS)
    assert "not noted" in told.outcome


def test_actions_of_nobody_come_first_then_by_date() -> None:
    acts = [
        {"text": "late", "owner": "Ana", "due": "2026-06-01"},
        {"text": "undated", "owner": "Ana"},
        {"text": "soon", "owner": "Ana", "due": "2026-05-20"},
        {"text": "nobody", "due": "2026-07-01"},
    ]
    told = of({"title": "T", "actions": acts}).actions
    assert [one.text for one in told] == ["nobody", "soon", "late", "undated"]
    assert told[0].who == "nobody yet"


def test_an_absent_person_is_asked_and_owns_nothing_yet() -> None:
    told = of({"title": "T", "actions": [{"text": "Print", "owner": "Ana", "asked": True}]})
    assert told.actions[0].who == "Ana, asked"
    assert told.requests[0].text == "Say whether you take on A1: Print"


def test_absent_members_are_told_what_they_may_object_to_and_until_when() -> None:
    told = of(
        decided("provisional", provisional_until="2026-05-28", left_before=["Mill Road"]),
        members=[
            {"organisation": "Quayside", "present": False},
            {"organisation": "Harbour", "present": True},
        ],
    )
    (asked,) = told.requests
    assert asked.text.startswith("Read D1 and say whether anything in it would do harm")
    assert asked.who == "Quayside, Mill Road"
    assert asked.until == "by Thu 28 May"


def test_an_organisation_whose_delegate_took_it_home_is_asked_on_page_one() -> None:
    home = [{"organisation": "Legal Aid", "until": "2026-05-28"}]
    (asked,) = of(decided("provisional", mandates=home, number="D4")).requests
    assert asked.text == "Say whether you confirm D4, which your delegate took home: We do it."
    assert (asked.who, asked.until) == ("Legal Aid", "by Thu 28 May")
    away = [{"organisation": "Radio", "present": False}]
    both = of(decided("provisional", mandates=home), members=away).requests
    assert [one.who for one in both] == ["Radio", "Legal Aid"], "who was away may object, too"


def test_in_one_minute_is_put_together_from_the_record() -> None:
    told = of(
        {
            **decided("agreed"),
            "title": "Fund",
            "actions": [{"text": "a", "due": "2026-05-21"}, {"text": "b"}],
        },
        {**decided("not agreed"), "title": "Landlords"},
        {**decided("postponed"), "title": "Picnic"},
    )
    assert told.in_one_minute == (
        "Adopted: Fund.",
        "Not passed: Landlords.",
        "Still open: Picnic.",
        "2 actions came out of it, the first due Thu 21 May.",
        "Nobody has taken them on yet.",
    )


def test_what_was_not_finished_is_still_open_even_where_no_proposal_says_so() -> None:
    told = of(
        {**decided("agreed"), "title": "Fund"},
        {"title": "Map", "outcome": "not reached"},
        {"title": "Walk", "outcome": "noted"},
        {"title": "Open day", "outcome": "postponed"},
        {"title": "Closing", "built_in": "closing", "outcome": "not reached"},
    )
    assert told.in_one_minute == ("Adopted: Fund.", "Still open: Map; Open day.")
    only = of({"title": "Map", "outcome": "not reached"})
    assert "no decision is recorded" in only.in_one_minute[0]
    assert only.in_one_minute[-1] == "Still open: Map."


def test_a_title_that_is_a_sentence_does_not_end_the_sentence_it_stands_in() -> None:
    told = of(
        {**decided("agreed"), "title": "Look again: We ask for a night bus."},
        {**decided("agreed"), "title": "Fund"},
    )
    assert told.in_one_minute[0] == "Adopted: Look again: We ask for a night bus; Fund."


def test_a_summary_that_a_person_wrote_stands_instead() -> None:
    assert of(decided("agreed"), summary="We opened the fund.").in_one_minute == ("We opened the fund.",)


def test_nothing_recorded_is_said_honestly() -> None:
    assert of().in_one_minute == ("Nothing is recorded of this meeting but that it took place.",)
    assert "no decision is recorded" in of({"title": "Talk", "outcome": "noted"}).in_one_minute[0]


def test_notes_off_the_record_are_left_out_and_their_place_is_marked() -> None:
    item = {"title": "Tired", "notes": "in confidence", "off_record": True, "outcome": "noted"}
    told = of(item).items[0]
    assert told.notes == ""
    assert told.remarks == ("Off the record: the notes of this item are left out.",)
    assert "notes" not in published({"agenda": [item]})["agenda"][0]


def test_times_in_words() -> None:
    items = [{"title": "T", "minutes": 10, "minutes_used": used} for used in (8, 12.4, None)]
    assert [one.time.words for one in of(*items).items] == [
        "8 min of 10 planned",
        "12 min, planned 10",
        "10 min planned",
    ]


def test_titles_with_numbers_of_their_own_are_not_numbered_again() -> None:
    assert [one.heading for one in of({"title": "6. Budget"}, {"title": "7. Hall"}).items] == [
        "6. Budget",
        "7. Hall",
    ]
    assert [one.heading for one in of({"title": "Budget"}, {"title": "7. Hall"}, {"title": "Picnic"}).items] == [
        "1. Budget", "2. 7. Hall", "3. Picnic",
    ]  # fmt: skip


def test_people_stand_with_their_organisation_and_their_times() -> None:
    people = [
        {"name": "Ana", "organisation": "Harbour", "present": True, "arrived": "18:12"},
        {
            "name": "Ben",
            "organisation": "Harbour",
            "present": True,
            "presence": [["18:00", "18:30"], ["19:00", None]],
        },
        {"name": "Chi", "present": True, "left": "19:00"},
        {"name": "Dee", "organisation": "OpenMaps", "present": False},
    ]
    told = of(people=people).attendance
    assert told.summary == "3 people."
    assert told.names[0].texts == (
        "Harbour: Ana (from 18:12), Ben (18:00–18:30, from 19:00); Chi (until 19:00)",
    )
    assert told.names[1].texts == ("OpenMaps: Dee",)


def test_temperature_words_are_counted_as_typed_and_carry_no_names() -> None:
    words = [
        {"name": "Ana", "word": "hopeful"},
        {"name": "Ben", "word": "hopeful"},
        {"name": "Chi", "word": "Tired"},
    ]
    told = of(temperature=words).temperature
    assert told is not None
    assert told.words == (("hopeful", 2), ("Tired", 1))
    assert told.sentence == "One word each at the start, from 3 people: hopeful ×2, the others once."


def test_a_meeting_still_to_come_is_an_agenda_and_no_draft() -> None:
    draft = {"text": "We buy a boat."}
    told = of(
        {"title": "Boats", "minutes": 20, "decisions": [draft]},
        {"title": "Hall", "minutes": 10},
        state="draft",
    )
    assert told.planned
    assert told.in_one_minute == (
        "This meeting is still to come: 2 items on its agenda.",
        "30 minutes are planned.",
        "Up for decision: Boats.",
    )
    assert told.decisions[0].outcome == "Draft proposal"
    assert told.approval == ()


def test_another_time_zone_than_the_coalition_s_is_named() -> None:
    record = {"format": "x", "date": "2026-05-14", "start": "18:00", "timezone": "Asia/Tokyo", "agenda": []}
    assert minutes(record, time_zone="Europe/London").when == "Thursday 14 May 2026, from 18:00, Asia/Tokyo"
    assert minutes(record, time_zone="Asia/Tokyo").when == "Thursday 14 May 2026, from 18:00"


def test_the_coalition_of_the_file_stands_in_for_a_missing_one() -> None:
    assert minutes({"date": "2026-05-14", "agenda": []}, coalition="Renters").title == "Renters"


def test_an_organisation_that_came_is_named_even_where_nobody_noted_who_came_for_it() -> None:
    told = of(
        people=[{"name": "Mara", "organisation": "Harbour Choir", "present": True}],
        members=[
            {"organisation": "Harbour Choir", "present": True, "people": ["Mara"]},
            {"organisation": "Night Bus Riders", "present": True},
            {"organisation": "Allotment Society", "present": False},
        ],
    ).attendance
    assert told.names[0].texts == ("Harbour Choir: Mara; Night Bus Riders",)
    assert told.names[1].texts == ("Allotment Society",)


def test_what_a_meeting_was_about_is_not_what_every_meeting_has() -> None:
    opening = {"title": "Opening", "built_in": "opening"}
    told = of(opening, {"title": "The sluice", "outcome": "noted"}).in_one_minute
    assert told[1] == "It was about: The sluice."
    assert not any("It was about" in one for one in of(opening).in_one_minute)


def test_a_meeting_was_not_about_what_it_did_not_come_to() -> None:
    boats = {"title": "Boats", "outcome": "not reached"}
    told = of({"title": "The sluice", "outcome": "noted"}, boats).in_one_minute
    assert told[1:] == ("It was about: The sluice.", "Still open: Boats.")
    assert of(boats).in_one_minute[1:] == ("Still open: Boats.",)
