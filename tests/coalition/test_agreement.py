"""How a coalition decides: the traditions differ where they differ, and the profile reads as sentences."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coalmeet.coalition.agreement import METHODS, profile_words, ready_made
from coalmeet.coalition.traditions import tradition_of, traditions
from coalmeet.meeting.events import HOUSE, Profile
from coalmeet.meeting.words import method


def test_which_tradition_is_in_force_follows_from_the_settings() -> None:
    assert tradition_of(HOUSE) == "house"
    for one in traditions():
        assert tradition_of(replace(HOUSE, **one.settings)) == one.code
    assert tradition_of(replace(HOUSE, loops=5)) == ""


def test_quorum_window_unit_and_fallback_are_the_coalitions_own() -> None:
    own = replace(HOUSE, quorum=4, window_days=10, unit="person", fallback="majority")
    assert tradition_of(own) == "house"
    sociocracy = next(one for one in traditions() if one.code == "s3")
    after = replace(own, **sociocracy.settings)
    assert (after.quorum, after.window_days, after.unit, after.fallback) == (4, 10, "person", "majority")


def test_the_traditions_disagree_where_they_do() -> None:
    by_code = {one.code: Profile(**one.settings) for one in traditions()}
    assert by_code["s3"].tested_by == "group"
    assert not by_code["s3"].stand_aside
    assert by_code["mvos"].answers == "turn"
    assert not by_code["mvos"].concerns
    assert by_code["holacracy"].tested_by == "objector"
    assert by_code["holacracy"].review_days == 0


@pytest.mark.parametrize(
    ("profile", "said"),
    [
        (HOUSE, "To decide, 5 of 8 member organisations must be present."),
        (Profile(quorum=3), "To decide, 3 of 8 member organisations must be present."),
        (Profile(unit="person"), "Each person who speaks for a member has one voice."),
        (Profile(answers="turn"), "Each is called by name and answers."),
        (Profile(concerns=False, stand_aside=False), "One consents or objects, and nothing between."),
        (Profile(tested_by="objector"), "Only the objector can say that an objection is a concern."),
        (Profile(window_days=7), "Absent organisations may object for 7 days after the minutes went round."),
        (Profile(review_days=0), "A decision holds until somebody brings a change."),
        (Profile(loops=1), "A text is changed 1 time at most."),
        (Profile(fallback="two_thirds"), "Without consent a later meeting may vote, announced: two thirds"),
    ],
)
def test_each_setting_is_a_sentence(profile: Profile, said: str) -> None:
    assert said in " ".join(profile_words(profile, 8))


def test_rows_to_begin_with_name_known_methods_and_nobody_twice() -> None:
    rows = ready_made()
    assert len({one.name for one in rows}) == len(rows)
    assert {one.method for one in rows} <= set(METHODS)
    assert all(method(code) != code for code in METHODS)
    assert all(one.decider for one in rows if one.method == "delegated")


def test_before_there_are_members_the_quorum_is_said_in_words() -> None:
    assert "more than half of the member organisations" in profile_words(HOUSE, 0)[1]
    assert "2 of 3" in profile_words(HOUSE, 3)[1]
