"""What the minutes say of rounds and of the stack: questions, themes, how many were heard; never how long."""

from coalmeet.exchange import record as exchange
from coalmeet.meeting.minutes import minutes
from coalmeet.meeting.moves import flow, people, rounds, stack, work
from coalmeet.meeting.record import record
from tests.meeting.conftest import Facilitator

ALL = ("p0", "p1", "p2", "p3")


def kept(table):
    """The record of the evening, after it went out and came in again."""
    table.do(flow.close_meeting)
    return exchange.read(exchange.dump(record(table.meeting, {})), "test")


def remarks(found, title):
    return next(item.remarks for item in minutes(found).items if item.title == title)


def section(found, heading):
    return next((one.texts for one in minutes(found).sections if one.heading == heading), ())


def evening():
    return Facilitator().do(people.arrive_all, ALL).do(flow.start_item, "tired")


def test_a_ready_made_round_goes_into_the_minutes_with_its_themes():
    table = evening().do(rounds.begin_round, "r", "free", ready="well_better")
    table.do(rounds.note_theme, "the leaflets.", "well").do(rounds.note_theme, "late Mondays", "better")
    table.do(rounds.hear).do(rounds.hear).do(rounds.hear).do(rounds.let_pass).do(rounds.end_round)
    assert remarks(kept(table), "How tired are we?") == (
        "Round “What is going well, what could be better?”: 3 voices heard, 1 passed.",
        "Going well: the leaflets.",
        "Could be better: late Mondays.",
    )


def test_thanks_go_into_the_minutes():
    table = evening().do(rounds.begin_round, "r", "free", ready="thanks").do(work.thank, "Ruth, for the keys")
    assert section(kept(table), "Thanks") == ("Ruth, for the keys",)


def test_a_round_that_was_broken_off_says_so_and_names_nobody():
    table = evening().do(rounds.begin_round, "r", "free").do(rounds.hear).do(flow.next_item)
    (said,) = remarks(kept(table), "How tired are we?")
    assert said == "Round: 1 voice heard; broken off, 3 not heard."


def test_who_was_cut_off_is_noted():
    table = evening().do(rounds.begin_round, "r", "free").do(people.lose_line, ("p3",))
    for _voice in range(3):
        table.do(rounds.hear)
    (said,) = remarks(kept(table.do(rounds.end_round, True)), "How tired are we?")
    assert said == "Round: 3 voices heard; line lost: Legal Aid."


def test_turns_are_counted_by_organisation_and_no_person_is():
    table = evening()
    for person in ("p1", "p1", "p2"):
        table.later(4).do(stack.give_floor, person)
    found = kept(table)
    assert found["turns"] == [
        {"organisation": "Open Maps", "turns": 2},
        {"organisation": "Mill Road", "turns": 1},
    ]
    (said,) = section(found, "Turns to speak, by organisation")
    assert said == "Open Maps 2, Mill Road 1."
    assert "Łukasz" not in said
