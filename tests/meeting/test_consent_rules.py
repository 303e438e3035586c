"""The finer rules of consent: how answers are given, what ends an objection, how often a text is mended."""

import pytest

from coalmeet.meeting import events
from coalmeet.meeting.consent import unsound
from coalmeet.meeting.moves import calling, consent, flow, objections, people, proposals, terms

EVERYBODY = ("p0", "p1", "p2", "p3")
OTHERS = ("o0", "o1", "o3")
CRITICAL = (events.DecisionKind("k", "Public statement", critical=True),)


@pytest.fixture
def deciding(facilitating):
    """All four are asked about the first version of a proposal, under a charter with these settings."""

    def begin(kind="", kinds=(), **settings):
        profile = events.Profile(**settings)
        one = facilitating(profile=profile, kinds=kinds)
        one.do(people.arrive_all, EVERYBODY).do(flow.start_item, "fund")
        one.do(proposals.bring, "fund1", "Open the fund on 1 June.", "o1", "", kind)
        return one.do(proposals.ask_for_consent, "round")

    return begin


def proposal(facilitator):
    return facilitator.meeting.proposals[-1]


def objected(facilitator, reason="48 hours shut people out", ground="purpose"):
    facilitator.do(consent.answer, "o2", "objection", objection_id="x")
    for organisation in ("o1", "o3", "o0"):
        facilitator.do(consent.answer, organisation, "consent")
    return facilitator.do(consent.understand, "x", reason, ground) if reason else facilitator


# How answers are given


def test_a_critical_kind_is_called_in_turn_whatever_the_charter_says(deciding):
    meeting = deciding("public statement", CRITICAL)
    assert "call each by name" in meeting.refused(consent.see_signs, OTHERS)
    assert "call each by name" in meeting.refused(consent.nobody_objects)


def test_a_charter_may_want_each_called_in_turn(deciding):
    assert "By the charter" in deciding(answers="turn").refused(consent.see_signs, OTHERS)


def test_quick_consent_asks_all_at_once_and_adopts_in_one_input(deciding):
    meeting = deciding().do(consent.nobody_objects)
    assert proposal(meeting).outcome == "agreed"
    assert proposal(meeting).quick
    assert {one.how for one in proposal(meeting).answers} == {"quick"}


def test_quick_consent_never_passes_over_whoever_objected_before(deciding):
    meeting = objected(deciding()).do(proposals.amend, "Open the fund on 8 June.")
    meeting.do(proposals.ask_for_consent, "again")
    assert "Mill Road has not been asked" in meeting.refused(consent.nobody_objects)
    assert proposal(meeting).outcome == ""


def test_stages_that_were_held_make_it_no_quick_consent(facilitator):
    facilitator.do(people.arrive_all, EVERYBODY).do(flow.start_item, "fund")
    facilitator.do(proposals.bring, "fund1", "Open the fund.").do(proposals.reach, "clarifying")
    facilitator.do(proposals.ask_for_consent, "round").do(consent.see_signs, (*OTHERS, "o2"))
    assert not proposal(facilitator).quick


@pytest.mark.parametrize(("setting", "answer"), [("concerns", "concern"), ("stand_aside", "aside")])
def test_a_charter_without_concerns_or_standing_aside_says_what_to_do_instead(deciding, setting, answer):
    assert "charter" in deciding(**{setting: False}).refused(consent.answer, "o1", answer)


def test_where_the_charter_counts_people_each_of_them_is_asked(facilitating):
    seats = (
        *(events.Seat(f"p{n}", f"Person {n}", f"o{n}") for n in range(2)),
        events.Seat("p2", "Alternate", "o1", "alternate"),
        events.Seat("p3", "A guest", "", "guest"),
    )
    meeting = facilitating(profile=events.Profile(unit="person"), items=None, quorum=3, people=seats)
    meeting.do(people.arrive_all, EVERYBODY).do(flow.start_item, "fund")
    meeting.do(proposals.bring, "fund1", "Open the fund.").do(proposals.ask_for_consent, "round")
    assert meeting.meeting.round.order == ("p1", "p2", "p0")  # the facilitator’s own organisation last
    meeting.do(consent.answer, "p1", "consent").do(consent.see_signs, ("p0",))
    assert "Alternate" in meeting.refused(consent.adopt)
    meeting.do(consent.answer, "p2", "consent").do(consent.adopt)
    assert proposal(meeting).present == ("p0", "p1", "p2")
    assert unsound(meeting.meeting) == ()


# Calling


def test_all_are_asked_in_one_input_whether_they_are_still_here(deciding):
    meeting = deciding().do(calling.still_here)
    assert meeting.meeting.round.seen == ("o0", "o1", "o2", "o3")
    assert "asked already" in meeting.refused(calling.still_here)


def test_whoever_is_called_twice_without_answer_counts_as_left_and_blocks_nothing(deciding):
    meeting = deciding().do(calling.no_answer, "o3")
    assert meeting.meeting.round.order[-1] == "o3"
    assert "o3" in meeting.meeting.present_members
    meeting.do(calling.no_answer, "o3")
    assert "o3" not in meeting.meeting.present_members
    meeting.do(consent.see_signs, ("o0", "o1", "o2")).do(consent.adopt)
    assert proposal(meeting).left_before == ("o3",)


def test_one_key_brings_them_back_and_then_they_are_asked(deciding):
    meeting = deciding().do(calling.no_answer, "o3").do(calling.no_answer, "o3")
    meeting.do(consent.see_signs, ("o0", "o1", "o2")).do(calling.back_again, "o3")
    assert "Legal Aid" in meeting.refused(consent.adopt)
    meeting.do(consent.answer, "o3", "consent").do(consent.adopt)


def test_back_again_is_only_for_whom_silence_sent_away(deciding):
    meeting = deciding().do(people.depart, "p3")
    assert "arrival" in meeting.refused(calling.back_again, "o3")


def test_the_silence_of_an_objector_keeps_the_objection_open(deciding):
    meeting = deciding().do(consent.answer, "o2", "objection", objection_id="x")
    for organisation in OTHERS:
        meeting.do(consent.answer, organisation, "consent")
    meeting.do(consent.understand, "x", "too soon", "risk").do(proposals.amend, "Open the fund on 8 June.")
    meeting.do(proposals.ask_for_consent, "again")
    meeting.do(calling.no_answer, "o2").do(calling.no_answer, "o2").do(consent.see_signs, OTHERS)
    assert proposal(meeting).open_objections
    assert "Mill Road objects" in meeting.refused(consent.adopt)


# An objection's own life


def test_an_objection_is_raised_then_understood_then_tested(deciding):
    meeting = objected(deciding(), reason="")
    assert proposal(meeting).objections[0].life == "raised"
    assert "reason" in meeting.refused(objections.weigh, "x", (), True)
    meeting.do(consent.understand, "x", "48 hours shut people out", "purpose")
    assert proposal(meeting).objections[0].life == "understood"
    meeting.do(objections.weigh, "x", ("o1",))
    assert proposal(meeting).objections[0].life == "tested"
    assert "Mill Road objects" in meeting.refused(consent.adopt)


def test_it_is_kept_as_a_concern_when_nobody_disagrees_and_the_objector_agrees(deciding):
    meeting = objected(deciding()).do(objections.weigh, "x", (), True)
    assert proposal(meeting).objections[0].life == "concern"
    meeting.do(consent.adopt)


def test_the_objector_speaks_last_and_silence_keeps_it_open(deciding):
    meeting = objected(deciding()).do(objections.weigh, "x")
    assert proposal(meeting).open_objections
    meeting.do(people.depart, "p2")
    assert "only they" in meeting.refused(objections.weigh, "x", (), True)


def test_a_single_voice_in_the_group_keeps_it_open_though_the_objector_gives_in(deciding):
    meeting = objected(deciding()).do(objections.weigh, "x", ("o3",), True)
    assert proposal(meeting).open_objections
    assert "whether anybody disagrees" in meeting.refused(consent.end_objection, "x", "concern", agreed=True)


def test_a_charter_may_leave_the_test_to_the_objector_alone(deciding):
    meeting = objected(deciding(tested_by="objector"))
    assert "only Mill Road" in meeting.refused(objections.weigh, "x", ("o1",))
    meeting.do(consent.end_objection, "x", "concern", agreed=True).do(consent.adopt)


def test_a_deferred_objection_says_who_looks_at_it_and_until_when(deciding):
    meeting = objected(deciding())
    assert "by when" in meeting.refused(objections.defer_objection, "x", "", "", True)
    assert "only they" in meeting.refused(objections.defer_objection, "x", "Finance", "2026-06-30")
    meeting.do(objections.defer_objection, "x", "Finance", "2026-06-30", True).do(consent.adopt)
    found = proposal(meeting).objections[0]
    assert (found.life, found.to, found.until) == ("deferred", "Finance", "2026-06-30")


# Loops


def test_a_text_is_mended_as_often_as_the_charter_allows_and_once_more_if_all_want_it(deciding):
    meeting = objected(deciding(loops=1))
    meeting.do(proposals.amend, "Open the fund on 8 June.").do(proposals.ask_for_consent, "second")
    meeting.do(consent.answer, "o2", "objection", objection_id="y")
    meeting.do(consent.see_signs, OTHERS).do(proposals.amend, "Open the fund on 15 June.")
    # The first objection is open still; Mill Road has not accepted the second text.
    assert "as often as the charter allows" in meeting.refused(proposals.ask_for_consent, "third")
    meeting.do(proposals.allow_loop).do(proposals.ask_for_consent, "third")
    assert proposal(meeting).version == 3


def test_changes_that_no_objection_asked_for_are_no_loop(deciding):
    meeting = deciding(loops=1)
    for number in range(2, 5):
        meeting.do(proposals.amend, f"Open the fund on {number} June.")
        meeting.do(proposals.ask_for_consent, f"round {number}")
    assert proposal(meeting).version == 4


# Three repairs


def test_a_shorter_term_is_in_the_words_and_in_the_review_date(deciding):
    meeting = objected(deciding()).do(terms.shorten_term, "2026-06-14")
    assert (
        proposal(meeting).text == "Open the fund on 1 June. It holds until 14 June 2026 and comes back then."
    )
    meeting.do(proposals.ask_for_consent, "again").do(consent.see_signs, OTHERS)
    meeting.do(consent.answer, "o2", "consent").do(consent.adopt)
    assert proposal(meeting).review_date == "2026-06-14"


def test_a_worry_can_be_measured_and_the_text_says_when_it_stops(deciding):
    meeting = objected(deciding())
    assert "look at" in meeting.refused(terms.measure, "", "nobody applies")
    meeting.do(terms.measure, "how many apply in the first week", "fewer than five applied")
    assert proposal(meeting).text.endswith(
        "We watch: how many apply in the first week. We stop if: fewer than five applied."
    )
    assert proposal(meeting).stop_if == "fewer than five applied"
    assert not proposal(meeting).locked


def test_who_must_be_told_is_asked_when_it_is_decided_and_stops_nothing(deciding):
    meeting = deciding("public statement", CRITICAL)
    for organisation in ("o1", "o2", "o3", "o0"):
        meeting.do(consent.answer, organisation, "consent")
    meeting.do(consent.adopt).do(terms.set_criteria, "fund1", "fifty apply", "nobody does", "the press list")
    assert (proposal(meeting).success, proposal(meeting).tell) == ("fifty apply", "the press list")
