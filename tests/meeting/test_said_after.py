"""What goes on being said once something else is true: a term edited out of a text, reactions that were heard."""

import pytest

from coalmeet.meeting.moves import consent, flow, people, proposals, rounds, terms
from coalmeet.meeting.publish import publish
from coalmeet.meeting.say import say
from coalmeet.meeting.term import left_over, left_over_words

TEXT = "Open the fund on 1 June."


@pytest.fixture
def on_the_table(facilitator):
    facilitator.do(people.arrive_all, ("p0", "p1", "p2", "p3")).do(flow.start_item, "fund")
    return facilitator.do(proposals.bring, "fund1", TEXT, "o1")


def live(table):
    return table.meeting.proposals[0]


def test_a_shorter_term_that_was_edited_out_of_the_text_is_told_and_offered_to_go(on_the_table):
    table = on_the_table.do(terms.shorten_term, "2026-08-01")
    assert left_over(live(table)) == ""
    table.do(proposals.amend, TEXT)
    assert left_over(live(table)) == "2026-08-01"
    assert left_over_words("2026-08-01").startswith(
        "The text does not say any more that it holds until 1 August 2026"
    )
    table.do(terms.set_review, "fund1", "")
    assert left_over(live(table)) == ""
    table.do(proposals.ask_for_consent, "r").do(consent.see_signs, ("o0", "o1", "o2", "o3"))
    assert table.do(consent.adopt).meeting.proposals[0].review_date == "2026-11-12", (
        "the charter's usual term"
    )


def test_the_same_day_in_other_words_is_the_same_term(on_the_table):
    table = on_the_table.do(terms.shorten_term, "2026-08-01")
    table.do(proposals.amend, f"{TEXT} This is a trial until 1 August 2026.")
    assert left_over(live(table)) == ""


def test_once_each_has_reacted_nobody_is_asked_for_a_first_reaction(on_the_table):
    table = on_the_table.do(proposals.reach, "reacting").do(rounds.begin_round, "r", "reactions")
    assert "first reaction" in publish(table.meeting, table.now).sentence
    for _voice in range(4):
        table.later(1).do(rounds.hear)
    table.do(rounds.end_round) if table.meeting.round else None
    assert "first reaction" not in publish(table.meeting, table.now).sentence
    assert "first reaction" not in " ".join(say(table.meeting, table.now))
    assert "ask for consent" in say(table.meeting, table.now)[0]


def test_who_goes_back_to_reactions_asks_for_them_again(on_the_table):
    table = on_the_table.do(proposals.reach, "reacting").do(rounds.begin_round, "r", "reactions")
    table.later(1).do(rounds.end_round, True).later(1).do(proposals.amend, "Open the fund on 1 July.")
    table.later(1).do(proposals.reach, "reacting")
    assert "first reaction" in publish(table.meeting, table.now).sentence
