"""A person is chosen for a role by consent: reasons, not a tally; the nominee answers last."""

from __future__ import annotations

from typing import Any

import pytest

from coalmeet.meeting import events
from coalmeet.meeting.minutes import minutes
from coalmeet.meeting.moves import consent, flow, people, proposals, rounds, selection, terms
from coalmeet.meeting.publish import publish
from coalmeet.meeting.record import record
from coalmeet.public import Stage

UNTIL = "2027-05-13"
ALL = ("o0", "o1", "o2", "o3")


@pytest.fixture
def choosing(facilitator: Any) -> Any:
    """All four are here; a treasurer is wanted, and the first round goes on."""
    facilitator.do(people.arrive_all, ["p0", "p1", "p2", "p3"]).do(flow.start_item, "fund")
    return facilitator.do(selection.begin_selection, "s", "Treasurer", "r1", UNTIL)


def named(one: Any) -> Any:
    """Three names for Ruth, one for Sana with a reason; nobody changes."""
    for voice, person, reason in (
        ("o0", "p3", ""),
        ("o1", "p3", ""),
        ("o3", "p3", ""),
        ("o2", "p2", "I kept books"),
    ):
        one.do(selection.nominate, voice, person, reason)
    return one.do(selection.begin_changes, "r2").do(selection.nobody_changes)


def test_each_is_asked_and_the_round_ends_when_all_were(choosing: Any) -> None:
    assert choosing.meeting.round.order[0] == "o0"
    choosing.do(selection.nominate, "o1", "p2", "She is fair").do(
        selection.nominate, "o0", "p0", "I have time"
    )
    assert choosing.meeting.round.heard == ("o1", "o0")
    choosing.do(rounds.let_pass, "o2").do(selection.nominate, "o3", name="Maren Holt")
    assert choosing.meeting.round is None
    assert [one.name for one in choosing.meeting.selections[0].nominations] == ["", "", "Maren Holt"]


def test_the_person_with_the_strongest_reasons_not_with_the_most_names(choosing: Any) -> None:
    named(choosing).do(selection.propose_candidate, "t", "p2", "kept books for years")
    assert choosing.meeting.proposal("t").text == "Sana Iqbal is Treasurer until 13 May 2027."
    assert choosing.meeting.proposal("t").method == "selection"


def test_nothing_anywhere_counts_the_names(choosing: Any) -> None:
    named(choosing)
    view = publish(choosing.meeting, choosing.now)
    assert view.stage is Stage.SELECTION
    assert [(one.text, one.detail) for one in view.lines][-1] == ("Sana Iqbal", "I kept books")
    said = " ".join(
        (view.sentence, *(f"{one.text} {one.detail} {one.end} {one.state}" for one in view.lines))
    )
    assert "3" not in said.replace("13 May", "")


def test_who_heard_a_better_reason_may_change(choosing: Any) -> None:
    for voice in ALL:
        choosing.do(selection.nominate, voice, "p3", "has time")
    choosing.do(selection.begin_changes, "r2").do(selection.nominate, "o1", "p2", "knows the books")
    kept = choosing.meeting.selections[0].of("o1")
    assert (kept.person, kept.before) == ("p2", "p3")
    choosing.do(selection.nobody_changes)
    assert choosing.meeting.round is None
    choosing.do(selection.propose_candidate, "t", "p2").do(proposals.ask_for_consent, "r3")
    choosing.do(consent.see_signs, ALL).do(consent.adopt)
    facts = {one.label: one.texts for one in minutes(record(choosing.meeting, {})).decisions[0].facts}
    assert "Open Maps: Sana Iqbal (first Ruth Abelson), knows the books." in facts["Nominated"]


def test_the_nominees_organisation_answers_last_after_the_facilitators(choosing: Any) -> None:
    named(choosing).do(selection.propose_candidate, "t", "p2").do(proposals.ask_for_consent, "r3")
    assert choosing.meeting.round.order[-2:] == ("o0", "o2")


def test_the_nominee_may_say_no_and_another_is_proposed(choosing: Any) -> None:
    named(choosing).do(selection.propose_candidate, "t", "p3").do(proposals.ask_for_consent, "r3")
    choosing.do(consent.see_signs, ("o0", "o1", "o2"))
    choosing.do(consent.answer, "o3", "objection", "p3", "I have no time", "no")
    assert "Legal Aid objects" in choosing.refused(consent.adopt)
    choosing.do(selection.propose_candidate, "", "p2", "kept books")
    assert choosing.meeting.proposal("t").text.startswith("Sana Iqbal is Treasurer")
    choosing.do(proposals.ask_for_consent, "r4").do(consent.see_signs, ("o0", "o1", "o2"))
    choosing.do(consent.answer, "o3", "consent").do(consent.adopt)
    found = minutes(record(choosing.meeting, {})).decisions[0]
    assert (found.text, found.outcome) == ("Sana Iqbal is Treasurer until 13 May 2027.", "Chosen by consent")


def test_the_term_is_when_it_comes_back(choosing: Any) -> None:
    named(choosing).do(selection.propose_candidate, "t", "p2").do(proposals.ask_for_consent, "r3")
    choosing.do(consent.see_signs, ALL).do(consent.adopt)
    assert choosing.meeting.proposal("t").review_date == UNTIL


def test_a_shorter_term_answers_an_objection_and_it_comes_back_then(choosing: Any) -> None:
    named(choosing).do(selection.propose_candidate, "t", "p2").do(proposals.ask_for_consent, "r3")
    choosing.do(consent.raise_objection, "o1", "long").do(terms.shorten_term, "2026-11-12")
    assert choosing.meeting.proposal("t").text == "Sana Iqbal is Treasurer until 12 November 2026."
    choosing.do(proposals.ask_for_consent, "r4")
    for one in ALL:
        choosing.do(consent.answer, one, "consent")
    choosing.do(consent.adopt)
    assert choosing.meeting.proposal("t").review_date == "2026-11-12"
    assert "2026" not in choosing.meeting.proposal("t").until


def test_without_a_date_the_usual_term_holds(facilitator: Any) -> None:
    facilitator.do(people.arrive_all, ["p0", "p1"]).do(flow.start_item, "fund")
    facilitator.do(selection.begin_selection, "s", "Treasurer", "r1")
    assert facilitator.meeting.selections[0].until == "2026-11-12"


def test_what_is_refused_says_what_to_do(choosing: Any) -> None:
    assert "Say whom they nominate" in choosing.refused(selection.nominate, "o0")
    assert "not on the list" in choosing.refused(selection.nominate, "o0", "nobody")
    assert "Nobody is nominated yet" in choosing.refused(selection.begin_changes, "r2")
    assert "already" in choosing.refused(selection.begin_selection, "x", "Clerk", "r9")
    choosing.do(selection.nominate, "o0", "p3")
    assert "The round is going on" in choosing.refused(selection.propose_candidate, "t", "p3")
    choosing.do(rounds.let_pass).do(rounds.let_pass).do(rounds.let_pass)
    assert "Nobody named them" in choosing.refused(selection.propose_candidate, "t", "p1")


def test_a_nominated_facilitator_hands_the_decision_over(choosing: Any) -> None:
    for voice in ALL:
        choosing.do(selection.nominate, voice, "p0", "has led us well")
    choosing.do(selection.propose_candidate, "t", "p0").do(proposals.ask_for_consent, "r3")
    choosing.do(consent.see_signs, ALL)
    assert "Harbour Union is a party in this" in choosing.refused(consent.adopt)


def test_who_comes_in_the_middle_is_asked_too(facilitating: Any) -> None:
    late = facilitating()
    late.do(people.arrive_all, ["p0", "p1"]).do(flow.start_item, "fund")
    late.do(selection.begin_selection, "s", "Treasurer", "r1", UNTIL).do(people.arrive, "p2")
    late.do(selection.nominate, "o0", "p1").do(selection.nominate, "o1", "p0")
    assert late.meeting.round is not None
    late.do(selection.nominate, "o2", "p1")
    assert late.meeting.round is None


def test_a_guest_without_a_voice_nominates_nobody(choosing: Any) -> None:
    choosing.do(people.add_person, events.Seat("guest", "Ines Roth", "", "guest"))
    assert "not here with a voice" in choosing.refused(selection.nominate, "guest", "p1")
