"""The charter and the matrix in words: what the file knows, in the coalition's own settings, and nothing invented."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest

from coalmeet.coalition.charter import Charter, Known, Part, charter, rhythm
from coalmeet.coalition.coalition import Coalition
from coalmeet.coalition.decision import Decision, DecisionEntry
from coalmeet.coalition.matrix import Matrix
from coalmeet.coalition.meeting_row import MeetingRow
from coalmeet.coalition.organisation import Organisation
from coalmeet.meeting.events import DecisionKind, Profile, Telling

TODAY = date(2026, 11, 22)
THREE = tuple(Organisation(code, name) for code, name in (("a", "Acorn"), ("b", "Beech"), ("c", "Cedar")))
KINDS = (
    DecisionKind("k", "Public statement", critical=True, window_days=7),
    DecisionKind("p", "Press line", method="delegated", decider="Press group"),
    DecisionKind("m", "Money", method="majority"),
)


def meeting(id: str, day: date, state: str = "closed") -> MeetingRow:
    return MeetingRow(id, day, "", "18:00", None, "Hall", "", "", state, "live", ())  # type: ignore[arg-type]


def known(
    members: Sequence[Organisation] = THREE, kinds: Sequence[DecisionKind] = KINDS, **coalition: object
) -> Known:
    here = Coalition("c", "Woodland", **coalition)  # type: ignore[arg-type]
    return Known(here, tuple(kinds), tuple(members), (), (), (), TODAY)


def part(of: Charter, heading: str) -> Part:
    return next(one for one in of.parts if one.heading == heading)


def test_it_tells_who_belongs_how_we_decide_and_who_facilitates() -> None:
    told = charter(known(purpose="Trees for all.", turn_meetings=3))
    assert told.purpose == "Trees for all."
    assert part(told, "Members").texts == ("3 member organisations: Acorn; Beech; Cedar.",)
    assert "To decide, 2 of 3 member organisations must be present." in part(told, "How we decide").texts
    assert part(told, "Who facilitates").texts[-1] == "A turn lasts 3 meetings."
    assert part(told, "Kinds of decision").rows == (
        ("Public statement", "by consent, critical, those who are absent have 7 days"),
        ("Press line", "Press group decides"),
        ("Money", "by a majority of those present"),
    )


def test_what_the_file_does_not_know_is_left_out() -> None:
    headings = [one.heading for one in charter(known(members=(), kinds=())).parts]
    assert headings == ["How we decide", "What minutes tell", "Language and time"]


def test_an_organisation_that_does_not_facilitate_is_not_asked_to() -> None:
    members = (*THREE[:2], replace(THREE[2], facilitates=False))
    (said,) = part(charter(known(members)), "Who facilitates").texts
    assert said.endswith("names its person: Acorn; Beech.")


def test_protected_voices_are_named_with_the_day_on_which_they_are_looked_at_again() -> None:
    members = (replace(THREE[0], protected=True, protection_review=date(2027, 4, 1)), *THREE[1:])
    (said,) = part(charter(known(members)), "Protected voices").texts
    assert (
        said
        == "On critical kinds no vote passes over an objection of: Acorn (looked at again on 1 April 2027)."
    )


@pytest.mark.parametrize(
    ("gaps", "said"),
    [
        ((14, 14, 14, 15, 28), "Of the last 6 meetings most were 14 days apart."),
        ((3, 40, 90, 200), ""),
        ((14, 14), ""),
    ],
)
def test_a_rhythm_is_told_only_where_there_is_one(gaps: tuple[int, ...], said: str) -> None:
    days = [TODAY]
    for gap in gaps:
        days.append(days[-1] + timedelta(days=gap))
    assert rhythm(days) == said


def test_it_tells_what_minutes_tell_of_who_said_what() -> None:
    told = part(charter(known(telling=Telling("none", "organisation"))), "What minutes tell")
    assert told.rows == (
        ("Temperature round", "The minutes tell no word of it."),
        (
            "Objections and concerns",
            "The minutes name the organisation and no person, not even who read it out.",
        ),
    )


def test_the_next_meeting_is_the_nearest_that_is_planned() -> None:
    rows = (
        meeting("b", date(2027, 1, 9), "planned"),
        meeting("a", date(2026, 12, 3), "planned"),
        meeting("x", date(2026, 1, 3), "planned"),
    )
    said = part(charter(replace(known(), meetings=rows)), "When we meet").texts
    assert said == ("The next meeting: Thursday 3 December 2026, 18:00, Hall.",)


def test_since_when_it_holds_is_what_the_register_says() -> None:
    changed = Decision("d", "m", "", "D2", "Windows are ten days.", "agreed", kind="change of the Charter")
    rows = (meeting("m", date(2026, 3, 5)),)
    told = charter(replace(known(), meetings=rows, decisions=(changed,)))
    assert told.adopted[0] == "Last changed on 5 March 2026: Windows are ten days."
    ended = DecisionEntry("e", "d", "ended", date(2026, 4, 1))
    told = charter(replace(known(), meetings=rows, decisions=(changed,), entries=(ended,)))
    assert told.adopted[0].startswith("The file does not say when this was adopted.")


def cells(of: Matrix, name: str) -> tuple[str, ...]:
    row = next(one for one in of.rows if one.name == name)
    return (row.critical, row.how, row.who, row.absent, row.otherwise)


def test_each_kind_says_how_who_the_absent_and_what_if_it_fails() -> None:
    told = known(profile=Profile(fallback="two_thirds")).matrix
    assert cells(told, "Public statement") == (
        "Critical",
        "By consent: adopted when nobody present objects.",
        "The coalition, when 2 of 3 members are present.",
        "May object for 7 days after the minutes went round.",
        "A later meeting may vote, if announced; two thirds must say yes.",
    )
    assert cells(told, "Press line")[2] == "Press group"
    assert cells(told, "Money")[4] == "It is not adopted."
    assert cells(told, "Everything else")[1].startswith("By consent")


def test_without_kinds_it_says_that_all_are_decided_in_one_way() -> None:
    told = known(kinds=()).matrix
    assert "by consent" in told.beginning
    assert [one.name for one in told.rows] == ["Every decision"]


def test_words_are_explained_where_rows_use_them() -> None:
    protected = (replace(THREE[0], protected=True), *THREE[1:])
    meanings = dict(known(protected).matrix.meanings)
    assert "No vote passes over an objection of a protected member: Acorn." in meanings["Critical"]
    assert "Silence of somebody who was not there is never consent." in meanings["Absent"]
    assert list(dict(known(kinds=()).matrix.meanings)) == ["Consent"]


def test_a_coalition_of_people_counts_voices() -> None:
    told = known(profile=Profile(unit="person", quorum=5)).matrix
    assert cells(told, "Money")[1:3] == (
        "By vote: more than half of the people present say yes.",
        "The coalition, when 5 voices are present.",
    )
