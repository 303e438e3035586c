"""Decisions that come back to an agenda: their words are the draft, and recommendations stand first."""

from coalmeet.coalition.again import again, first_place
from coalmeet.coalition.decision import Decision
from coalmeet.coalition.plan import PlannedItem


def built_in(code):
    return PlannedItem(code, 0, code, code)


FUND = PlannedItem("fund", 0, title="Strike fund")


def test_a_decision_that_comes_back_is_named_and_its_words_are_the_draft():
    words = (
        "Open the fund on 1 June, " + "and tell every tenant of every house so that nobody is left out" * 2
    )
    one = Decision("d1", "m", "i", "D1", words, "provisional", kind="Public statement", proposed_by="bus")
    item = again("reopened", one, "new")
    assert (item.ancestor, item.proposal, item.label) == ("d1", words, "decision")
    assert (item.kind, item.proposer) == ("Public statement", "bus")
    assert item.title.startswith("Repair with the objection: Open the fund")
    assert len(item.title) < 120
    assert again("overdue", one, "new").title.startswith("Look again")


def test_a_recommendation_stands_before_every_other_item_and_behind_the_opening():
    whole = (built_in("opening"), built_in("temperature"), FUND, built_in("work_plan"), built_in("closing"))
    assert first_place(whole) == 2
    assert first_place((FUND, built_in("closing"))) == 0
    assert first_place((built_in("opening"), built_in("closing"))) == 1
    assert first_place(()) == 0
