"""The public view carries plain values only, and nothing private can reach it."""

import dataclasses
import enum
import typing

from coalmeet import public
from coalmeet.meeting import events
from coalmeet.meeting.moves import clock, consent, flow, people, proposals, rounds
from coalmeet.meeting.publish import RESULT_WAITS, publish
from coalmeet.public import PublicView, Stage

PLAIN = (str, int, bool, float, type(None))


def walk(hint, seen):
    """Every type that can be reached from a type hint."""
    for part in typing.get_args(hint):
        if part is not Ellipsis:
            yield from walk(part, seen)
    if not typing.get_args(hint):
        yield hint
    if dataclasses.is_dataclass(hint) and hint not in seen:
        seen.add(hint)
        for kind in typing.get_type_hints(hint).values():
            yield from walk(kind, seen)


def is_plain(kind):
    if kind in PLAIN or (isinstance(kind, type) and issubclass(kind, enum.Enum)):
        return True
    return dataclasses.is_dataclass(kind) and kind.__module__ == public.__name__


def test_it_holds_nothing_but_plain_values():
    assert all(is_plain(kind) for kind in walk(PublicView, set()))


def test_the_check_would_notice_a_meeting_in_it():
    @dataclasses.dataclass
    class Leaky:
        meeting: events.MeetingOpened

    kinds = [
        kind for hint in typing.get_type_hints(Leaky, None, locals()).values() for kind in walk(hint, set())
    ]
    assert not all(is_plain(kind) for kind in kinds)


def asked(facilitator):
    facilitator.do(people.arrive_all, ("p0", "p1", "p2", "p3")).do(flow.start_item, "fund")
    return facilitator.do(proposals.bring, "x", "Open it.", "o1").do(proposals.ask_for_consent, "r")


def test_nobody_sees_an_answer_before_all_have_given_theirs(facilitator):
    asked(facilitator).do(consent.answer, "o2", "concern", text="SECRET until all have answered")
    view = publish(facilitator.meeting, facilitator.now)
    assert view.stage is Stage.CONSENT
    assert {turn.answer for turn in view.turns} == {""}
    assert "SECRET" not in repr(view)
    facilitator.do(consent.see_signs, ("o0", "o1", "o3"))
    view = publish(facilitator.meeting, facilitator.now)
    assert {turn.answer for turn in view.turns} == {"consent", "concern"}


def test_while_an_objector_still_speaks_the_call_sees_nobody_else_called(facilitator):
    asked(facilitator).do(consent.answer, "o1", "consent").do(
        consent.answer, "o2", "objection", objection_id="x1"
    )
    view = publish(facilitator.meeting, facilitator.now, at_hand="o2")
    states = {turn.name: turn.state for turn in view.turns}
    assert states["Mill Road"] == "now"
    assert list(states.values()).count("now") == 1
    assert list(states.values()).count("next") == 1
    assert {turn.answer for turn in view.turns} == {""}
    gone_on = publish(facilitator.meeting, facilitator.now)
    assert {turn.name: turn.state for turn in gone_on.turns}["Mill Road"] == "heard"


def test_an_objector_is_named_only_if_they_agree(facilitator):
    asked(facilitator).do(consent.answer, "o2", "objection", objection_id="x1")
    facilitator.do(consent.see_signs, ("o0", "o1", "o3")).do(consent.understand, "x1", "It shuts people out")
    view = publish(facilitator.meeting, facilitator.now)
    assert view.stage is Stage.INTEGRATING
    assert view.objections[0].who == ""
    assert {turn.answer for turn in view.turns} == {""}
    facilitator.do(consent.understand, "x1", "It shuts people out", "purpose", named=True)
    view = publish(facilitator.meeting, facilitator.now)
    assert view.objections[0].who == "Mill Road"
    assert {turn.answer for turn in view.turns} == {"consent", "objection"}


def test_a_break_is_named_once_and_asks_nothing_of_anybody(facilitator):
    facilitator.do(flow.start_item, "news").do(clock.begin_break, 10)
    view = publish(facilitator.meeting, facilitator.now)
    assert view.return_time
    assert "break" not in view.sentence.lower(), "the picture says so in large letters"


def test_a_break_shows_how_long_it_still_lasts(facilitator):
    facilitator.do(flow.start_item, "news").do(clock.begin_break, 10).later(3)
    view = publish(facilitator.meeting, facilitator.now)
    assert view.return_time == "18:10"
    assert view.clock.digits == "7:00"


def test_a_result_waits_two_seconds_so_that_a_slip_can_be_taken_back(facilitator):
    asked(facilitator).do(consent.see_signs, ("o0", "o1", "o2", "o3")).do(consent.adopt)
    assert publish(facilitator.meeting, facilitator.now + RESULT_WAITS - 1).stage is Stage.CONSENT
    view = publish(facilitator.meeting, facilitator.now + RESULT_WAITS)
    assert view.stage is Stage.RESULT
    assert view.result.text == "Open it."


def test_a_text_that_is_put_aside_shows_so_at_once_and_asks_nobody_for_consent_again(facilitator):
    asked(facilitator).do(consent.see_signs, ("o0", "o1", "o2")).do(consent.raise_objection, "o3", "x1")
    facilitator.do(proposals.settle, "parked", "2026-06-11")
    view = publish(facilitator.meeting, facilitator.now)
    assert (view.stage, view.can_say) == (Stage.RESULT, ())


def test_words_appear_without_names_and_names_only_where_a_word_is_missing(facilitator):
    facilitator.do(people.arrive_all, ("p0", "p1")).do(flow.start_item, "temperature")
    facilitator.do(rounds.begin_round, "t", "temperature").do(rounds.give_word, "p0", "tired")
    words = publish(facilitator.meeting, facilitator.now).words
    assert [(word.word, word.name) for word in words] == [("tired", ""), ("", "Łukasz Zieliński")]


def test_when_a_correction_reopens_a_decision_both_windows_say_so(facilitator):
    asked(facilitator).do(consent.see_signs, ("o0", "o1", "o2", "o3")).do(consent.adopt)
    facilitator.correct(events.Answered, "answer", "objection")
    assert "open again" in publish(facilitator.meeting, facilitator.now).news


def test_much_later_is_said_in_hours_and_with_the_day(facilitator):
    facilitator.do(flow.start_item, "fund").later(5)
    soon = publish(facilitator.meeting, facilitator.now)
    assert "," not in soon.ends
    facilitator.later(27 * 60)
    late = publish(facilitator.meeting, facilitator.now)
    assert ", " in late.ends, "the end is on another day"
    assert " h late" in late.ends_note and "min" not in late.ends_note


def test_the_call_knows_the_short_name_of_each_organisation_too(facilitator):
    meeting = asked(facilitator).meeting
    named = tuple(dataclasses.replace(one, short=one.id.upper()) for one in meeting.members)
    view = publish(dataclasses.replace(meeting, members=named), facilitator.now)
    assert {turn.short for turn in view.turns} == {"O0", "O1", "O2", "O3"}
