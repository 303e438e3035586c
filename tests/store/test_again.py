"""From one meeting to the next through the file: what comes back, what is told once, how minutes open windows."""

from dataclasses import replace
from datetime import date

import pytest

from coalmeet.coalition.decision import DecisionEntry, state
from coalmeet.coalition.plan import PlannedItem
from coalmeet.coalition.waiting import topics_waiting
from coalmeet.errors import FileProblem, NotAllowed
from coalmeet.ids import new_id
from coalmeet.meeting import events, fold
from coalmeet.meeting.journal import Move
from coalmeet.meeting.moves import again as review
from coalmeet.meeting.moves import consent, flow, people, proposals
from coalmeet.store import (
    again,
    agenda,
    carrying,
    circulating,
    decisions,
    live_meeting,
    meetings,
    opening,
    parked,
    records,
)
from coalmeet.store.edit import edit, edit_rows

MAY, JUNE, JULY = date(2026, 5, 14), date(2026, 6, 11), date(2026, 7, 9)
TEXT = "Open the fund on 1 June."


class Held:
    """A meeting of the file, run move by move as the program does."""

    def __init__(self, file, meeting_id, now):
        self.file, self.id, self.now = file, meeting_id, now
        with file.reading() as con:
            plan = opening.plan(con, meeting_id)
        self.moves, self.meeting = (), fold.replay(())
        self._write((plan,))

    def _write(self, what):
        parent = self.moves[-1].id if self.moves else ""
        draft = Move(new_id(), parent, what, self.now)
        after = fold.after(self.meeting, self.moves, draft)
        self.moves = (*self.moves, live_meeting.write(self.file, self.id, draft, after, {}))
        self.meeting = after

    def do(self, move, *args, **more):
        self.now += 60_000
        self._write(move(self.meeting, self.now, *args, **more))
        return self


@pytest.fixture
def members(file):
    rows = {"choir": "Harbour Choir", "bus": "Night Bus", "mill": "Old Mill"}
    with file.writing() as con:
        edit_rows(con, file, "organisation", {i: {"name": n, "joined": MAY} for i, n in rows.items()})
        edit_rows(con, file, "person", {f"p-{i}": {"name": f"Person of {n}"} for i, n in rows.items()})
        edit_rows(
            con, file, "affiliation",
            {f"a-{i}": {"person": f"p-{i}", "organisation": i, "capacity": "delegate"} for i in rows},
        )  # fmt: skip
    return tuple(rows)


@pytest.fixture
def held(file, plan, members):
    """Opens a meeting on a day with these items; the people of these organisations arrive."""
    from coalmeet.text import wall

    def opened(day, *items, here=("choir", "bus"), meeting=""):
        meeting = meeting or plan(day)
        with file.writing() as con:
            agenda.insert(con, file, meeting, items)
        one = Held(file, meeting, wall(day, "14:00", "Europe/London"))
        return one.do(people.arrive_all, tuple(f"p-{who}" for who in here))

    return opened


FUND = PlannedItem("fund", 0, "", "Strike fund", "decision", 20, proposal=TEXT, topic="money")


def adopted(one, item, proposal, text=TEXT):
    one.do(flow.start_item, item).do(proposals.bring, proposal, text)
    one.do(proposals.ask_for_consent, f"r-{proposal}")
    one.do(consent.see_signs, one.meeting.voices)
    return one.do(consent.adopt)


@pytest.fixture
def window(file):
    """The charter gives absent members fourteen days."""
    with file.writing() as con:
        row = con.exec_driver_sql("SELECT id FROM coalition").scalar()
        edit(con, file, "coalition", row, window_days=14)


def kept(file, decision):
    with file.reading() as con:
        return decisions.decision(con, decision)


def stands(file, decision, day):
    with file.reading() as con:
        return state(decisions.decision(con, decision), decisions.entries(con), day)


def test_a_decision_keeps_its_window_and_who_was_absent(file, held, window):
    adopted(held(MAY, FUND), "fund", "d1").do(flow.close_meeting)
    one = kept(file, "d1")
    assert (one.outcome, one.window_days, one.absent, one.present) == (
        "provisional", 14, ("mill",), ("choir", "bus"),
    )  # fmt: skip


def test_the_minutes_go_round_and_open_the_window_and_back(file, held, window):
    one = adopted(held(MAY, FUND), "fund", "d1").do(flow.close_meeting)
    with file.writing() as con:
        (entry,) = circulating.went_round(con, file, one.id, date(2026, 5, 16))
        assert (entry.kind, entry.on) == ("window_opened", date(2026, 5, 16))
        assert circulating.standing(con, one.id).day == "2026-05-16"
        assert records.read(con, one.id)["circulated_on"] == "2026-05-16"
        assert meetings.row(con, one.id).state == "closed"
    with file.writing() as con, pytest.raises(NotAllowed, match="gone round already"):
        circulating.went_round(con, file, one.id, date(2026, 5, 17))
    with file.writing() as con:
        circulating.not_round_yet(con, file, one.id)
        assert circulating.standing(con, one.id) == circulating.Circulated("draft")
        circulating.went_round(con, file, one.id, date(2026, 5, 18))
    assert stands(file, "d1", date(2026, 6, 2)) == "provisional"


def test_minutes_do_not_go_round_before_their_meeting(file, held):
    one = held(MAY, FUND).do(flow.close_meeting)
    with file.writing() as con, pytest.raises(NotAllowed, match="after their meeting"):
        circulating.went_round(con, file, one.id, date(2026, 5, 13))


def test_a_reopened_decision_comes_back_with_its_objection_open_and_is_replaced(file, held, window):
    first = adopted(held(MAY, FUND), "fund", "d1").do(flow.close_meeting)
    with file.writing() as con:
        circulating.went_round(con, file, first.id, date(2026, 5, 16))
        decisions.enter(
            con,
            file,
            DecisionEntry("", "d1", "objection", date(2026, 5, 20), "mill", "mail", "Too soon for us"),
        )
    again_item = replace(FUND, id="again", ancestor="d1")
    second = held(JUNE, again_item, here=("choir", "bus", "mill"))
    entry = second.meeting.item("again").entry
    assert (entry.again.why, entry.again.number, entry.again.date) == ("reopened", "D1", "2026-05-14")
    second.do(flow.start_item, "again").do(proposals.bring, "d2", TEXT)
    (objection,) = second.meeting.proposal("d2").open_objections
    assert (objection.organisation, objection.reason) == ("mill", "Too soon for us")
    second.do(proposals.amend, "Open the fund on 1 September.").do(proposals.ask_for_consent, "r2")
    second.do(consent.answer, "mill", "consent")
    second.do(consent.see_signs, second.meeting.voices).do(consent.adopt).do(flow.close_meeting)
    assert stands(file, "d1", JUNE) == "replaced"
    assert (kept(file, "d2").ancestor, kept(file, "d2").outcome) == ("d1", "agreed")
    with file.reading() as con:
        told = records.read(con, second.id)["agenda"][0]
    assert told["decisions"][0]["follows"] == "D1 of 14 May 2026"
    assert told["again"]["raised"][0]["channel"] == "mail"


def test_a_recommendation_comes_first_at_the_next_meeting_with_what_was_said(file, held, plan):
    coming = plan(JUNE)
    with file.writing() as con:
        agenda.insert(con, file, coming, [PlannedItem("news", 0, "", "News"), PlannedItem("o", 0, "closing")])
    one = held(MAY, FUND, here=("choir",)).do(flow.start_item, "fund").do(proposals.bring, "d1", TEXT)
    one.do(proposals.ask_for_consent, "r").do(consent.answer, "choir", "concern", text="Is it enough?")
    one.do(proposals.settle, "recommended").do(flow.close_meeting)
    with file.reading() as con:
        first = agenda.items(con, coming)[0]
    assert (first.ancestor, first.proposal, first.topic) == ("d1", TEXT, "money")
    then = held(JUNE, here=("choir", "bus"), meeting=coming)
    (concern,) = then.meeting.item(first.id).entry.again.raised
    assert (concern.kind, concern.organisation, concern.text) == ("concern", "choir", "Is it enough?")
    later = plan(JULY)
    with file.writing() as con:
        assert again.put_recommended_first(con, file, later, JUNE) == ()


def test_what_comes_back_is_decided_as_critically_as_before(file, held, plan):
    """A kind that was lost on the way would lose the protected voice and the window with it."""
    with file.writing() as con:
        edit(con, file, "decision_kind", "k", name="Public statement", critical=True, window_days=7)
    said = replace(FUND, kind="Public statement", proposer="bus")
    one = held(MAY, said).do(flow.start_item, "fund")
    one.do(proposals.bring, "d1", TEXT, said.proposer, kind=said.kind).do(proposals.ask_for_consent, "r")
    for voice in ("choir", "bus"):
        one.do(consent.answer, voice, "consent")
    one.do(consent.adopt).do(flow.close_meeting)
    with file.writing() as con:
        circulating.went_round(con, file, one.id, date(2026, 5, 16))
        decisions.enter(con, file, DecisionEntry("", "d1", "objection", date(2026, 5, 20), "mill", "mail"))
    with file.reading() as con:
        item = again.coming_back(con, "d1", "reopened", "again")
        assert (item.kind, item.proposer, item.topic) == ("Public statement", "bus", "money")
        with pytest.raises(FileProblem):
            again.coming_back(con, "gone", "reopened", "again")
    then = held(JUNE, item, here=("choir", "bus", "mill")).do(flow.start_item, "again")
    then.do(proposals.bring, "d2", TEXT, item.proposer, kind=item.kind)
    assert then.meeting.proposal("d2").ruled_by.critical


def test_a_text_that_was_parked_comes_back_as_it_stood(file, held, plan):
    said = replace(FUND, kind="Budget", proposer="bus", vote_announced=True)
    one = held(MAY, said).do(flow.start_item, "fund").do(proposals.bring, "d1", TEXT, "bus", kind="Budget")
    one.do(proposals.amend, "Open the fund on 1 July.").do(proposals.settle, "parked").do(flow.close_meeting)
    coming = plan(JUNE)
    with file.writing() as con:
        (waiting,) = topics_waiting(parked.parked(con, waiting_only=True), (), ())
        carrying.take_up(con, file, coming, waiting, "again", minutes=10)
        (item,) = agenda.items(con, coming)
        assert parked.parked(con, waiting_only=True) == ()
    assert (item.title, item.label, item.minutes, item.topic) == ("Strike fund", "decision", 20, "money")
    assert (item.proposal, item.kind, item.proposer) == ("Open the fund on 1 July.", "Budget", "bus")
    assert not item.vote_announced, "a vote is announced for one meeting"


@pytest.mark.parametrize(("how", "expected"), [(review.keep, "in_force"), (review.end, "ended")])
def test_a_review_keeps_or_ends_a_decision(file, held, how, expected):
    adopted(held(MAY, FUND), "fund", "d1").do(flow.close_meeting)
    then = held(JUNE, replace(FUND, id="again", ancestor="d1")).do(flow.start_item, "again").do(how)
    then.do(flow.close_meeting)
    assert stands(file, "d1", JUNE) == expected


def test_a_review_that_changes_the_text_replaces_the_decision(file, held):
    adopted(held(MAY, FUND), "fund", "d1").do(flow.close_meeting)
    then = held(JUNE, replace(FUND, id="again", ancestor="d1"))
    adopted(then, "again", "d2", "Open the fund on 1 September.").do(flow.close_meeting)
    assert stands(file, "d1", JUNE) == "replaced"
    assert kept(file, "d2").ancestor == "d1"


def test_a_changed_text_that_is_dropped_leaves_the_decision_in_force(file, held):
    adopted(held(MAY, FUND), "fund", "d1").do(flow.close_meeting)
    then = held(JUNE, replace(FUND, id="again", ancestor="d1")).do(flow.start_item, "again")
    then.do(proposals.bring, "d2", "Close the fund.").do(proposals.settle, "dropped").do(flow.close_meeting)
    assert stands(file, "d1", JUNE) == "in_force"


def test_a_meeting_closed_once_more_takes_back_what_it_no_longer_says(file, held):
    adopted(held(MAY, FUND), "fund", "d1").do(flow.close_meeting)
    then = held(JUNE, replace(FUND, id="again", ancestor="d1")).do(flow.start_item, "again").do(review.end)
    then.do(flow.close_meeting).do(flow.reopen_meeting, "It was kept")
    then.do(flow.start_item, "again").do(review.keep).do(flow.close_meeting)
    assert stands(file, "d1", JUNE) == "in_force"
    then.do(flow.reopen_meeting, "Nothing new").do(flow.close_meeting)
    with file.reading() as con:
        kinds = [one.kind for one in decisions.entries(con, "d1")]
    assert sorted(kinds) == ["ended", "kept", "taken_back"]


def test_a_decision_taken_outside_a_meeting_is_told_once_at_the_next(file, held):
    with file.writing() as con:
        edit(
            con, file, "decision", "out", text="80 for paint.", outcome="agreed", decided_on=MAY,
            decided_by="Ines", authority="the charter",
        )  # fmt: skip
    first = held(JUNE, FUND)
    assert first.meeting.told == (
        events.DecisionTold("out", "80 for paint.", "Ines", "the charter", "2026-05-14"),
    )
    first.do(flow.close_meeting)
    assert held(JULY, replace(FUND, id="later")).meeting.told == ()


def test_an_emergency_meeting_is_opened_as_one(file, held, plan):
    meeting = plan(MAY)
    with file.writing() as con:
        edit(
            con, file, "meeting", meeting, emergency=True, called_by="Ines", cannot_wait="The vote is tonight"
        )
    one = adopted(held(MAY, FUND, meeting=meeting), "fund", "d1").do(flow.close_meeting)
    assert one.meeting.emergencies[0].why == "The vote is tonight"
    assert kept(file, "d1").window_days == 14
