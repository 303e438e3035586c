"""What somebody who comes late is told: outcomes and exact words, and nothing that the call has not seen."""

from coalmeet.meeting import events
from coalmeet.meeting.moves import consent, flow, people, proposals, rounds, work
from coalmeet.meeting.so_far import as_text, so_far
from tests.meeting.conftest import Facilitator

ALL = ("p0", "p1", "p2")


def evening():
    """An evening that has decided, heard and taken on something, when Ruth comes in."""
    table = Facilitator().do(people.arrive_all, ALL).do(flow.start_item, "temperature")
    table.do(rounds.begin_round, "t", "temperature").do(rounds.give_word, "p1", "SECRETLY-TIRED")
    table.do(rounds.end_round).do(flow.start_item, "fund")
    table.do(proposals.bring, "x", "We open the strike fund on 1 June.", "o1")
    table.do(proposals.ask_for_consent, "r")
    table.do(consent.answer, "o2", "concern", text="WORRIED about the bank")
    table.do(consent.see_signs, ("o0", "o1")).do(consent.adopt, "2026-12-01")
    table.do(work.agree_action, "a", "Open the account", "p1", due="2026-05-29").do(flow.next_item)
    table.do(rounds.begin_round, "w", "free", ready="well_better")
    table.do(rounds.note_theme, "the leaflets", "well").do(rounds.note_theme, "late Mondays", "better")
    return table.later(4)


def told(table):
    return as_text(so_far(table.meeting, table.now))


def test_a_latecomer_hears_what_was_decided_said_and_taken_on():
    text = told(evening())
    assert "We are at “News”, with 6 min left." in text
    assert "Agreed: We open the strike fund on 1 June. (review on " in text
    assert "What is going well, what could be better? Going well: the leaflets." in text
    assert "Łukasz Zieliński: Open the account, by " in text
    assert "A round is going on. Whoever comes now is asked at its end." in text


def test_nobodys_word_and_nobodys_answer_is_in_it():
    text = told(evening())
    assert "SECRETLY" not in text and "WORRIED" not in text and "concern" not in text


def test_a_text_on_the_table_is_told_with_its_version_and_an_objection_without_a_name():
    table = Facilitator().do(people.arrive_all, ALL).do(flow.start_item, "fund")
    table.do(proposals.bring, "x", "Open it.", "o1").do(proposals.ask_for_consent, "r")
    table.do(consent.answer, "o2", "objection", text="HARM", objection_id="b")
    text = told(table)
    assert "On the table, version 1, text fixed: Open it." in text
    assert "There is an objection" in text
    assert "Mill Road" not in text and "HARM" not in text


def test_before_anything_happened_there_is_nothing_to_tell():
    assert so_far(Facilitator().meeting, 0) == ()


def test_a_decision_that_was_reopened_is_not_told_as_decided():
    table = Facilitator().do(people.arrive_all, ALL).do(flow.start_item, "fund")
    table.do(proposals.bring, "x", "Open it.", "o1").do(proposals.ask_for_consent, "r")
    table.do(consent.see_signs, ("o0", "o1", "o2")).do(consent.adopt)
    assert "Agreed" in told(table)
    table.correct(events.Answered, "answer", "objection")
    assert "Agreed" not in told(table)
