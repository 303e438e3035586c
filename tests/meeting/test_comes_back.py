"""Texts that come back to a meeting, and emergencies: what stood against a text stands, who is away has a window."""

from dataclasses import replace

import pytest

from coalmeet.meeting import events
from coalmeet.meeting.absent import warning
from coalmeet.meeting.emergency import displaced
from coalmeet.meeting.minutes import minutes
from coalmeet.meeting.moves import absent, again, consent, emergency, flow, people, proposals
from coalmeet.meeting.record import record

TEXT, BETTER = "Open the fund on 1 June.", "Open the fund on 1 September."
LETTER = events.Raised("objection", "o3", "Too soon for us", "", "2026-05-20", "mail")
REOPENED = events.Again("d1", "reopened", "D1", TEXT, "2026-04-09", (LETTER,))


@pytest.fixture
def back(facilitating):
    """Three of four are here; the item takes an earlier decision up again, with this draft."""

    def begin(before=REOPENED, draft=TEXT, here=("p0", "p1", "p2"), **more):
        item = events.AgendaEntry("fund", "Strike fund", "decision", 20, proposal=draft, again=before)
        one = facilitating(items=(item, events.AgendaEntry("news", "News", "update", 10)), **more)
        return one.do(people.arrive_all, here).do(flow.start_item, "fund")

    return begin


def on_the_table(meeting):
    return meeting.meeting.proposals[-1]


def test_a_reopened_text_cannot_pass_over_the_letter_that_reopened_it(back):
    meeting = back().do(proposals.bring, "d2", TEXT)
    assert on_the_table(meeting).ancestor == "d1"
    meeting.do(proposals.ask_for_consent, "r")
    meeting.do(consent.see_signs, ("o0", "o1", "o2"))
    assert "Legal Aid objects" in meeting.refused(consent.adopt)
    assert "only they can let it go" in meeting.refused(
        consent.end_objection, "o3-d2", "withdrawn", agreed=True
    )


@pytest.mark.parametrize(("draft", "ending"), [(TEXT, "withdrawn"), (BETTER, "accepted")])
def test_who_wrote_it_may_write_that_the_words_pass_now(back, draft, ending):
    meeting = back(draft=draft).do(proposals.bring, "d2", draft)
    meeting.do(absent.answer_beforehand, "o3", "consent")
    assert [one.ending for one in on_the_table(meeting).objections] == [ending]


def test_what_stood_against_it_is_carried_once(back):
    meeting = back().do(proposals.bring, "d2", TEXT).do(proposals.settle, "parked")
    meeting.do(proposals.bring, "d3", TEXT)
    assert len(on_the_table(meeting).open_objections) == 1


def test_a_text_that_is_open_again_is_neither_kept_nor_ended_by_a_key(back):
    assert "Put it on the table" in back().refused(again.keep)
    assert "Put it on the table" in back().refused(again.end)


def test_without_a_review_there_is_nothing_to_keep(back):
    assert "No decision is under review" in back(before=events.NOTHING_BEFORE).refused(again.keep)


def test_a_review_is_not_kept_while_another_text_is_on_the_table(back):
    meeting = back(before=replace(REOPENED, why="review", raised=())).do(proposals.bring, "d2", BETTER)
    assert "on the table" in meeting.refused(again.keep)
    assert "after today" in back(before=replace(REOPENED, why="review")).refused(again.keep, "2026-05-14")


def test_an_emergency_gives_whoever_is_away_a_window_where_the_charter_names_none(back):
    meeting = back(before=events.NOTHING_BEFORE).do(emergency.put_first, "fund")
    meeting.do(proposals.bring, "d2", TEXT).do(proposals.ask_for_consent, "r")
    meeting.do(consent.see_signs, ("o0", "o1", "o2")).do(consent.adopt)
    assert (on_the_table(meeting).outcome, on_the_table(meeting).window_days) == ("provisional", 14)


def test_with_everybody_here_an_emergency_is_final(back):
    meeting = back(before=events.NOTHING_BEFORE, here=("p0", "p1", "p2", "p3")).do(
        emergency.put_first, "fund"
    )
    meeting.do(proposals.bring, "d2", TEXT).do(proposals.ask_for_consent, "r")
    meeting.do(consent.see_signs, ("o0", "o1", "o2", "o3")).do(consent.adopt)
    assert on_the_table(meeting).outcome == "agreed"


def test_an_emergency_says_what_it_displaces_and_what_becomes_of_the_end(back):
    meeting = back()
    assert (
        displaced(meeting.meeting, meeting.now, 5)
        == "It comes before “News”. The meeting still ends in time."
    )
    late = displaced(meeting.meeting, meeting.now, 45)
    assert "15 min late: “News” may not be reached." in late
    assert "was not called" in meeting.refused(emergency.explain, "news", why="x")


def test_a_protected_voice_that_is_away_is_named_before_a_critical_decision(back):
    kinds = (events.DecisionKind("s", "Statement", critical=True),)
    meeting = back(kinds=kinds)
    members = tuple(replace(one, protected=one.id == "o3") for one in meeting.meeting.members)
    whole = replace(meeting.meeting, members=members)
    item = whole.current
    assert warning(whole, item) == ""
    critical = replace(item, entry=replace(item.entry, kind="Statement"))
    assert warning(whole, critical).startswith("Legal Aid has a protected voice and is not here")


WORRY = events.Raised("concern", "o1", "Who keeps the books?", "", "2026-04-09")


def test_a_concern_that_comes_back_with_its_text_is_one_of_the_text_and_no_remark_of_the_item(back):
    meeting = back(before=replace(REOPENED, raised=(WORRY, LETTER)))
    assert any("Who keeps the books?" in one for one in minutes(record(meeting.meeting, {})).items[0].remarks)
    meeting.do(proposals.bring, "d2", TEXT)
    kept = minutes(record(meeting.meeting, {}))
    facts = {one.label: " ".join(one.texts) for one in kept.decisions[0].facts}
    said = "Open Maps: Who keeps the books? It came back with the text of 9 April 2026."
    assert facts["Concerns"] == said
    assert not any("Who keeps the books?" in one for one in kept.items[0].remarks)
    assert any("Too soon for us" in one for one in kept.items[0].remarks), "who wrote and when stays told"
