"""After the meeting: absent members object, windows end only when somebody says so, mandates, reviews."""

from dataclasses import replace
from datetime import date

import pytest

from coalmeet.coalition import later_life
from coalmeet.coalition.decision import Decision, DecisionEntry, state, waits
from coalmeet.coalition.waiting import decisions_waiting
from coalmeet.errors import NotAllowed

SENT = date(2026, 5, 16)  # the minutes went round; fourteen days later is 30 May
LAST, AFTER = date(2026, 5, 30), date(2026, 5, 31)
HERE, CHOIR, MILL = "here", "choir", "mill"
FUND = Decision(
    "fund", "may", "item", "D1", "Open the fund.", "provisional",
    present=(HERE,), window_days=14, absent=(CHOIR, MILL), review_date=date(2026, 11, 14),
)  # fmt: skip
KNOWN = {"fund": FUND}


def entered(*found):
    """The entries as the file would number them."""
    return tuple(replace(one, id=f"e{at}") for at, one in enumerate(found))


OPENED = DecisionEntry("o", "fund", "window_opened", SENT)


def objection(decision=FUND, entries=(OPENED,), organisation=CHOIR, on=LAST, known=KNOWN, channel="phone"):
    return later_life.object_to(
        decision, entries, known, organisation, "Harbour Choir", on=on, channel=channel, text="No ramp"
    )


def refusal(act, *args, **more):
    with pytest.raises(NotAllowed) as found:
        act(*args, **more)
    return str(found.value)


def test_the_window_begins_when_the_minutes_go_round_and_not_before():
    assert [one.kind for one in waits(FUND, (), AFTER)] == ["circulate"]
    (wait,) = waits(FUND, (OPENED,), SENT)
    assert (wait.kind, wait.day) == ("window", LAST)
    assert "14 days left" in later_life.wait_words(wait, SENT)
    assert "1 day left" in later_life.wait_words(wait, date(2026, 5, 29))


def test_at_its_end_it_stays_provisional_until_somebody_says_that_nothing_arrived():
    assert state(FUND, (OPENED,), AFTER) == "provisional"
    (wait,) = waits(FUND, (OPENED,), AFTER)
    assert "did anything arrive?" in later_life.wait_words(wait, AFTER)
    said = later_life.nothing_arrived(FUND, (OPENED,), AFTER)
    assert state(FUND, entered(OPENED, said), AFTER) == "in_force"


def test_nobody_confirms_that_nothing_arrived_while_something_still_can():
    assert "30 May 2026" in refusal(later_life.nothing_arrived, FUND, (OPENED,), LAST)
    assert "gone round" in refusal(later_life.nothing_arrived, FUND, (), AFTER)


def test_an_objection_by_phone_reopens_and_keeps_its_channel_date_and_words():
    said = objection()
    assert (said.channel, said.on, said.text, said.organisation) == ("phone", LAST, "No ramp", CHOIR)
    assert state(FUND, entered(OPENED, said), LAST) == "reopened"
    assert "mail, by phone" in refusal(objection, channel="pigeon")


def test_an_objection_that_arrived_in_time_counts_although_somebody_overlooked_it():
    over = entered(OPENED, DecisionEntry("", "fund", "none_received", AFTER))
    assert state(FUND, (*over, replace(objection(entries=over), id="x")), AFTER) == "reopened"
    assert "not provisional any more" in refusal(objection, entries=over, on=AFTER)


def test_an_absent_organisation_reopens_a_text_once():
    first = entered(OPENED, objection())
    assert "has reopened this text once" in refusal(objection, entries=first)
    repaired = replace(FUND, id="fund2", meeting="june", ancestor="fund")
    known = {**KNOWN, "fund2": repaired}
    said = refusal(objection, repaired, first, known=known)
    assert "Invite somebody from Harbour Choir to the meeting, or to the group" in said
    other = objection(repaired, first, MILL, known=known)
    assert other.organisation == MILL


def test_who_was_present_or_consented_beforehand_brings_it_to_the_next_meeting_instead():
    assert "was present" in refusal(objection, organisation=HERE)
    assert "beforehand" in refusal(objection, organisation="consented")


def test_a_mandate_is_confirmed_by_its_organisation_or_reopens():
    asked = replace(FUND, window_days=0, absent=(), mandates=((HERE, "2026-05-20"), (MILL, "2026-05-25")))
    assert [one.organisation for one in waits(asked, (), SENT)] == [HERE, MILL]
    yes = later_life.answer_mandate(asked, (), SENT, HERE, confirmed=True)
    assert [one.organisation for one in waits(asked, entered(yes), SENT)] == [MILL]
    no = later_life.answer_mandate(asked, entered(yes), SENT, MILL, confirmed=False)
    assert state(asked, entered(yes, no), SENT) == "reopened"
    also = later_life.answer_mandate(asked, entered(yes), SENT, MILL, confirmed=True)
    assert state(asked, entered(yes, also), SENT) == "in_force"
    assert "Nothing is to be confirmed" in refusal(
        later_life.answer_mandate, asked, entered(yes), SENT, HERE, confirmed=True
    )


def test_a_mandate_past_its_date_is_asked_about_by_name():
    asked = replace(FUND, window_days=0, mandates=((HERE, "2026-05-20"),))
    (wait,) = waits(asked, (), AFTER)
    assert later_life.wait_words(wait, AFTER, "Night Bus") == (
        "Night Bus was to confirm its consent by 20 May 2026: has it?"
    )


def test_a_slip_is_taken_back_and_both_stay():
    said = entered(OPENED, objection())
    back = replace(later_life.taken_back(said[1]), id="back")
    assert state(FUND, (*said, back), LAST) == "provisional"
    assert objection(entries=(*said, back)).organisation == CHOIR


def test_a_review_keeps_ends_or_withdraws():
    final = replace(FUND, outcome="agreed", window_days=0)
    day = date(2026, 11, 14)
    kept = later_life.keep(final, (), day, date(2027, 5, 14))
    assert state(final, entered(kept), day) == "in_force"
    assert state(final, entered(later_life.end(final, (), day)), day) == "ended"
    assert state(final, entered(later_life.withdraw(final, (), day)), day) == "withdrawn"
    assert "after today" in refusal(later_life.keep, final, (), day, day)
    ended = entered(later_life.end(final, (), day))
    assert "not in force" in refusal(later_life.keep, final, ended, day, None)
    assert "past already" in refusal(later_life.withdraw, final, ended, day)


def test_any_state_can_be_withdrawn_by_the_proposer():
    for before in ((), (OPENED,), entered(OPENED, objection())):
        said = later_life.withdraw(FUND, before, LAST)
        assert state(FUND, (*before, replace(said, id="w")), LAST) == "withdrawn"


def test_a_reopened_decision_is_not_kept_over_the_objection():
    said = entered(OPENED, objection())
    assert "open again" in refusal(later_life.keep, FUND, said, LAST, None)


def test_the_next_agenda_is_offered_what_waits_in_this_order():
    recommended = replace(FUND, id="r", outcome="recommended", text="Recommended")
    over = replace(FUND, id="w", text="Window over")
    new = replace(FUND, id="n", text="Not round")
    reopened = replace(FUND, id="x", text="Reopened")
    entries = (
        replace(OPENED, decision="w"),
        replace(OPENED, decision="x", id="o2"),
        DecisionEntry("ob", "x", "objection", LAST, CHOIR),
    )
    found = decisions_waiting((new, over, reopened, recommended), entries, AFTER)
    assert [one.kind for one in found] == ["recommended", "reopened", "confirm", "circulate"]
    taken = replace(FUND, id="r2", ancestor="r", outcome="agreed", window_days=0, review_date=None)
    assert "recommended" not in [one.kind for one in decisions_waiting((recommended, taken), (), AFTER)]
