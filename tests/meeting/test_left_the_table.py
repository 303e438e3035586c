"""How a text leaves the table is said as it was: nobody hears “we have decided” where nothing was decided."""

from __future__ import annotations

import pytest

from coalmeet.meeting import events
from coalmeet.meeting.moves import consent, flow, people, proposals, stake, terms, votes
from coalmeet.meeting.publish import publish
from coalmeet.meeting.say import say

EVERYBODY = ("p0", "p1", "p2", "p3")
VOICES = ("o0", "o1", "o2", "o3")


@pytest.fixture
def decided(facilitating):
    """A text brought to the table, asked about or not, and ended in this way."""

    def by(method="consent", here=4, *, ended="", window=-1, **more):
        row = events.DecisionKind("k", "Money", method, "Press group", window_days=window)
        one = facilitating(kinds=(row,), quorum=3)
        one.do(people.arrive_all, EVERYBODY[:here]).do(flow.start_item, "fund")
        one.do(proposals.bring, "fund1", "Open the fund.", "o1", kind="money")
        if method == "delegated":
            one.do(votes.note_decision_of)
        elif ended:
            one.do(proposals.settle, ended, **more)
        else:
            one.do(proposals.ask_for_consent, "round").do(consent.see_signs, VOICES).do(consent.adopt)
        return one.later(1)

    return by


def heard(one):
    """What the facilitator can say, and what stands on the shared window."""
    return say(one.meeting, one.now)[0], publish(one.meeting, one.now).sentence


def test_what_was_adopted_was_decided(decided):
    assert heard(decided()) == ("We have decided. Thank you all.", "This is what we decided, in these words.")


def test_what_waits_for_the_absent_is_decided_for_now(decided):
    said, seen = heard(decided(here=3, window=7))
    assert "for now" in said
    assert "for now" in seen


def test_what_a_group_decided_is_said_to_be_theirs(decided):
    assert heard(decided("delegated")) == (
        "Press group decided this for us. Thank you.",
        "This is what Press group decided, in these words.",
    )


@pytest.mark.parametrize(
    ("ended", "more", "words"),
    [
        ("parked", {"until": "2026-06-11"}, "comes back on 11 June 2026"),
        ("referred", {"to": "The house group"}, "The house group will work on the text"),
        ("dropped", {}, "We let this go."),
        ("withdrawn", {}, "The proposal is withdrawn."),
        ("not_agreed", {}, "We did not agree on this today."),
    ],
)
def test_what_was_not_decided_is_never_said_to_be(decided, ended, more, words):
    one = decided(ended=ended, **more)
    said, seen = heard(one)
    assert words in said
    lines = publish(one.meeting, one.now).result.lines
    assert not [line for line in lines if line.startswith("Review on")], (
        "what is not in force is not reviewed"
    )
    assert "decided" not in said + seen


def test_what_is_not_in_force_is_not_reviewed(facilitating):
    one = facilitating()
    one.do(people.arrive_all, EVERYBODY).do(flow.start_item, "fund").do(
        proposals.bring, "x", "Open it.", "o1"
    )
    one.do(terms.shorten_term, "2026-07-11").do(proposals.settle, "parked", until="2026-06-11").later(1)
    shown = publish(one.meeting, one.now).result
    assert shown.lines == ("Comes back on 11 June 2026",)


def test_what_too_few_agree_on_is_recommended(facilitating):
    one = facilitating(quorum=3)
    one.do(people.arrive_all, EVERYBODY[:2]).do(flow.start_item, "fund")
    one.do(proposals.bring, "fund1", "Open the fund.", "o1").do(proposals.ask_for_consent, "round")
    one.do(consent.see_signs, VOICES).do(proposals.settle, "recommended").later(1)
    said, seen = heard(one)
    assert "we recommend" in said
    assert "we recommend" in seen


@pytest.mark.parametrize(
    ("method", "words", "how"),
    [
        ("consent", "We want to decide this together.", "Decided by consent"),
        ("two_thirds", "We want to decide this together.", "Decided by two thirds of those here"),
        ("delegated", "We hear what was decided for us.", "A group or a person decides"),
        ("selection", "We choose a person for a role together.", "Chosen by consent"),
    ],
)
def test_an_item_says_once_how_it_is_decided(facilitating, method, words, how):
    entry = events.AgendaEntry("fund", "Strike fund", "decision", 20, kind="Money")
    one = facilitating(items=(entry,), kinds=(events.DecisionKind("k", "Money", method),))
    one.do(people.arrive_all, EVERYBODY).do(flow.start_item, "fund")
    view = publish(one.meeting, one.now)
    assert (view.sentence, view.item.how_decided) == (words, how)


def test_whoever_says_no_to_a_consensus_is_not_pressed(facilitating):
    one = facilitating(kinds=(events.DecisionKind("k", "Money", "consensus"),))
    one.do(people.arrive_all, EVERYBODY).do(flow.start_item, "fund")
    one.do(proposals.bring, "fund1", "Open the fund.", "o1", kind="money").do(proposals.ask_for_consent, "r")
    one.do(votes.vote, "o2", "no").do(votes.see_votes, "yes", VOICES)
    assert "nobody has to" in say(one.meeting, one.now)[0]


def test_a_facilitator_with_a_stake_does_not_announce_the_result(facilitating):
    one = facilitating(kinds=(events.DecisionKind("k", "Money", "majority"),))
    one.do(people.arrive_all, EVERYBODY).do(flow.start_item, "fund")
    one.do(proposals.bring, "fund1", "Open the fund.", "o0", kind="money").do(proposals.ask_for_consent, "r")
    one.do(votes.see_votes, "yes", VOICES)
    assert "who leads the decision in my place?" in say(one.meeting, one.now)[0]
    one.do(stake.allow_lead)
    assert "The text is adopted" in say(one.meeting, one.now)[0]


def test_too_few_hear_that_they_recommend_before_it_is_kept_so(facilitating):
    one = facilitating(quorum=3)
    one.do(people.arrive_all, EVERYBODY[:2]).do(flow.start_item, "fund")
    one.do(proposals.bring, "fund1", "Open the fund.", "o1").do(proposals.ask_for_consent, "round")
    one.do(consent.see_signs, VOICES)
    assert "keep this as what we recommend?" in say(one.meeting, one.now)[0]
