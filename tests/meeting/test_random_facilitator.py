"""A facilitator who does anything at any time, takes it back, and whose laptop crashes: no rule is ever broken."""

import os
from dataclasses import replace
from datetime import date

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, rule

from coalmeet.errors import NotAllowed
from coalmeet.meeting import events, fold, timing
from coalmeet.meeting.consent import unsound
from coalmeet.meeting.leaving import quorum_warning
from coalmeet.meeting.moves import (
    agenda,
    clock,
    consent,
    correct,
    flow,
    people,
    proposals,
    put_right,
    rounds,
    work,
)
from coalmeet.meeting.publish import publish
from coalmeet.meeting.record import record
from coalmeet.meeting.say import say
from coalmeet.meeting.so_far import so_far
from coalmeet.meeting.stack import asking, line
from coalmeet.store import codec
from coalmeet.store.log import Move
from coalmeet.text import local, wall
from tests.meeting.conftest import Facilitator, plan
from tests.meeting.talking import Talking
from ui.desk.reading import reading

ORGANISATIONS = st.sampled_from(["o0", "o1", "o2", "o3"])
PERSONS = st.sampled_from(["p0", "p1", "p2", "p3"])
ITEMS = st.sampled_from(["temperature", "fund", "news", "tired", "close"])
ANSWERS = st.sampled_from(["consent", "consent", "concern", "objection", "aside"])
OUTCOMES = st.sampled_from(["", "noted", "postponed", "dropped"])
WORDS = st.characters(exclude_categories=["Cs"], exclude_characters="\0")
ENDINGS = st.sampled_from(["withdrawn", "accepted", "concern", "deferred"])
ANY = st.integers(0, 20)  # any item, also those that came on the way


WHOLE = os.environ.get("COALMEET_EXAMPLES") == "full"
FREE = ("grace", "correction", "given_back")  # minutes that nobody pays for

# An ordinary evening, one that goes on past midnight, and the two nights on which the clocks are changed.
OPENINGS = [
    wall(date(2026, 5, 14), "18:00", "Europe/London"),
    wall(date(2026, 5, 14), "23:20", "Europe/London"),
    wall(date(2026, 3, 29), "00:30", "Europe/London"),
    wall(date(2026, 10, 25), "00:30", "Europe/London"),
]


class RandomFacilitator(Talking):
    """Each rule tries one thing; a refusal must be a sentence and change nothing."""

    @initialize(at=st.sampled_from(OPENINGS))
    def opens(self, at):
        day = local(at, "Europe/London").date().isoformat()
        self.table = Facilitator(replace(plan(), planned_start=at, date=day), at)
        self.start = self.table.meeting
        self.refusals = ()
        self.unchanged = True

    def tries(self, move, *args, **kwargs):
        before = self.table.meeting
        try:
            self.table.do(move, *args, **kwargs)
        except NotAllowed as refusal:
            self.refusals = (*self.refusals, str(refusal))
            self.unchanged = self.table.meeting is before

    def proposal(self):
        current = self.table.meeting.current
        return self.table.meeting.live_proposal(current.id) if current else None

    @rule(seconds=st.integers(0, 900))
    def waits(self, seconds):
        self.table.later(seconds / 60)

    @rule(person=PERSONS, channel=st.sampled_from(["", "room", "video"]))
    def somebody_arrives(self, person, channel):
        self.tries(people.arrive, person, channel)

    @rule()
    def all_arrive(self):
        self.tries(people.arrive_all, ("p0", "p1", "p2", "p3"))

    @rule(person=PERSONS)
    def somebody_leaves(self, person):
        self.tries(people.depart, person)

    @rule(person=PERSONS)
    def facilitation_is_handed_over(self, person):
        self.tries(people.hand_over, person)

    @rule(item=ITEMS, ago=st.integers(0, 300_000))
    def starts(self, item, ago):
        self.tries(flow.start_item, item, ago)

    @rule(outcome=OUTCOMES)
    def goes_on(self, outcome):
        self.tries(flow.next_item, outcome)

    @rule()
    def leaves_the_item(self):
        self.tries(flow.leave_item)

    def some_item(self, number):
        items = self.table.meeting.items
        return items[number % len(items)].id

    @rule(item=ANY, before=ANY)
    def moves_an_item(self, item, before):
        self.tries(agenda.move_item, self.some_item(item), self.some_item(before), "It fits better")

    @rule(before=ANY, minutes=st.integers(0, 20), built_in=st.sampled_from(["", "", "break"]))
    def adds_an_item(self, before, minutes, built_in):
        entry = events.AgendaEntry(self.table.new_id(), "One more", "", minutes, built_in=built_in)
        self.tries(agenda.add_item, entry, self.some_item(before))

    @rule(item=ANY, minutes=st.one_of(st.none(), st.integers(0, 20)))
    def splits_an_item(self, item, minutes):
        self.tries(agenda.split_item, self.some_item(item), self.table.new_id(), "The other half", minutes)

    @rule(item=ANY, into=ANY)
    def joins_two_items(self, item, into):
        self.tries(agenda.merge_items, self.some_item(item), self.some_item(into))

    @rule(item=ANY, label=st.sampled_from(["decision", "update", ""]))
    def labels_an_item(self, item, label):
        self.tries(agenda.label_item, self.some_item(item), label)

    @rule(item=ANY, title=st.sampled_from(["As it turned out", ""]), topic=st.sampled_from(["before", ""]))
    def finds_out_what_it_is_about(self, item, title, topic):
        self.tries(agenda.rename_item, self.some_item(item), title)
        self.tries(agenda.choose_topic, self.some_item(item), topic, "Before")

    @rule(item=ANY, outcome=st.sampled_from(["dropped", "postponed", "referred"]))
    def puts_an_item_off(self, item, outcome):
        self.tries(flow.settle_item, self.some_item(item), outcome, "No time")

    @rule(item=ANY)
    def starts_any_item(self, item):
        self.tries(flow.start_item, self.some_item(item))

    @rule(day=st.sampled_from(["", "2027-01-05"]))
    def stops_for_the_day(self, day):
        self.tries(flow.adjourn, day)

    @rule()
    def goes_on_another_day(self):
        self.table.later(60 * 22)
        self.tries(flow.go_on)

    @rule(seconds=st.integers(60, 4000))
    def sleeps(self, seconds):
        since = self.table.now
        self.table.later(seconds / 60)
        self.tries(clock.count_gap, since, self.table.now)

    @rule(
        by=st.integers(1_000, 400_000),
        what=st.sampled_from([put_right.began_earlier, put_right.ended_earlier]),
    )
    def puts_the_clock_right(self, by, what):
        self.tries(what, self.table.log, by)

    @rule(minutes=st.integers(-5, 10), payer=st.sampled_from(clock.PAYERS), who=ANY)
    def changes_the_time(self, minutes, payer, who):
        self.tries(clock.change_timebox, minutes, payer, self.some_item(who))

    @rule(minutes=st.sampled_from([5, -5, 20]))
    def moves_the_return(self, minutes):
        self.tries(clock.move_return, minutes)

    @rule(what=st.sampled_from([clock.pause, clock.resume, clock.begin_break, clock.end_break]))
    def stops_or_starts_the_clock(self, what):
        self.tries(what)

    @rule(what=st.sampled_from([agenda.suspend_record, agenda.resume_record]))
    def on_or_off_the_record(self, what):
        self.tries(what)

    @rule(kind=st.sampled_from(rounds.KINDS))
    def begins_a_round(self, kind):
        self.tries(rounds.begin_round, self.table.new_id(), kind)

    @rule(
        what=st.sampled_from([rounds.hear, rounds.hear, rounds.let_pass, rounds.ask_later, rounds.end_round])
    )
    def goes_around(self, what):
        self.tries(what)

    @rule(person=PERSONS, word=st.text(WORDS, min_size=1, max_size=5))
    def hears_a_word(self, person, word):
        self.tries(rounds.give_word, person, word)

    @rule(owner=st.sampled_from(["", "p0", "p3"]))
    def agrees_on_work(self, owner):
        self.tries(work.agree_action, self.table.new_id(), "Do it", owner)

    @rule(text=st.sampled_from(["A.", "B.", "C."]), proposer=ORGANISATIONS)
    def brings_a_proposal(self, text, proposer):
        self.tries(proposals.bring, self.table.new_id(), text, proposer)

    @rule(text=st.sampled_from(["A.", "B.", "C."]))
    def amends(self, text):
        self.tries(proposals.amend, text)

    @rule()
    def asks_for_consent(self):
        self.tries(proposals.ask_for_consent, self.table.new_id())

    @rule(organisation=ORGANISATIONS, said=ANSWERS)
    def hears_an_answer(self, organisation, said):
        self.tries(consent.answer, organisation, said, objection_id=self.table.new_id())

    @rule()
    def sees_signs(self):
        self.tries(consent.see_signs, ("o0", "o1", "o2", "o3"))

    @rule(organisation=ORGANISATIONS)
    def hears_an_objection(self, organisation):
        self.tries(consent.raise_objection, organisation, self.table.new_id())

    @rule(ending=ENDINGS, agreed=st.booleans())
    def ends_an_objection(self, ending, agreed):
        for proposal in self.table.meeting.proposals:
            for objection in proposal.open_objections[:1]:
                self.tries(consent.end_objection, objection.id, ending, "understood", agreed)

    @rule()
    def adopts(self):
        before = self.proposal()
        had_objections = before.open_objections if before else ()
        self.tries(consent.adopt)
        after = self.table.meeting.proposal(before.id) if before else None
        assert not (had_objections and after and after.stage == "adopted")

    @rule(outcome=st.sampled_from(proposals.ENDINGS))
    def puts_a_proposal_aside(self, outcome):
        self.tries(proposals.settle, outcome)

    @rule(
        number=st.integers(0, 50),
        value=st.sampled_from(["consent", "objection", "hopeful", "noted"]),
        ago=st.integers(0, 1800),
    )
    def corrects(self, number, value, ago):
        entries = correct.entries(self.table.log)
        if not entries:
            return
        entry = entries[number % len(entries)]
        field = entry.fields[0]
        if field in ("at", "ago"):
            value = self.table.now - ago * 1000 if field == "at" else 60_000
        log, meeting = self.table.log, self.table.meeting
        try:
            what = correct.correct(
                meeting, self.table.now, log, entry.move, entry.index, field, value, self.table.new_id()
            )
        except NotAllowed:
            return
        self.table._write(what)

    @rule()
    def takes_back(self):
        if len(fold.effective(self.table.log)) > 1:
            before = self.table.meeting
            self.table.take_back()
            self.table.restore()
            assert self.table.meeting == before
            self.table.take_back()

    @rule()
    def the_laptop_crashes(self):
        written = [(move, codec.dumps(move.events)) for move in self.table.log]
        read = tuple(Move(move.id, move.parent, codec.loads(text), move.at) for move, text in written)
        assert fold.replay(read) == self.table.meeting
        self.table.log = read

    @rule()
    def closes_and_opens_again(self):
        self.tries(flow.close_meeting)
        self.tries(flow.reopen_meeting, "Something was forgotten")

    def teardown(self):
        """Taking everything back gives the start, bringing everything back gives the end."""
        if not hasattr(self, "table"):
            return
        end, made = self.table.meeting, len(fold.effective(self.table.log)) - 1
        if made % 4 and not WHOLE:
            return  # each costs as much as the meeting itself
        for _ in range(made):
            self.table.take_back()
        assert self.table.meeting == self.start
        for _ in range(made):
            self.table.restore()
        assert self.table.meeting == end

    @invariant()
    def a_refusal_is_a_sentence_and_changes_nothing(self):
        assert self.unchanged
        assert all(sentence.endswith((".", "!", "?")) for sentence in self.refusals)

    @invariant()
    def state_is_what_the_log_says(self):
        meeting = self.table.meeting
        assert fold.replay(self.table.log) == meeting

    @invariant()
    def nothing_passes_over_an_objection_or_somebody_here(self):
        meeting = self.table.meeting
        assert unsound(meeting) == ()
        for proposal in meeting.proposals:
            if proposal.stage == "adopted" and not proposal.reopened_as:
                assert not proposal.open_objections
                assert proposal.words == proposal.versions[-1].text
                assert all(proposal.answer_of(organisation) for organisation in proposal.present)
                assert len(proposal.present) >= meeting.quorum

    @invariant()
    def at_most_one_item_runs_and_no_time_is_negative(self):
        meeting, now = self.table.meeting, self.table.now
        assert sum(item.running for item in meeting.items) <= 1
        for item in meeting.items:
            assert timing.used_ms(item, now) >= 0
            assert sum(span.length(now) for span in item.slices) <= now - meeting.opened_at
        assert timing.projected_end(meeting, now) >= 0

    @invariant()
    def nothing_is_in_two_items_at_once(self):
        assert timing.overlap_ms(self.table.meeting) == 0

    @invariant()
    def minutes_that_somebody_pays_are_conserved(self):
        items = self.table.meeting.items
        parts = {one.payer_item for item in items for one in item.extensions if one.payer == "split"}
        planned = sum(item.entry.minutes for item in items if item.id not in parts)
        given = sum(one.minutes for item in items for one in item.extensions if one.payer in FREE)
        paid = timing.paid_by_end(self.table.meeting)
        assert sum(item.minutes for item in items) == planned + given + paid

    @invariant()
    def a_number_means_one_item(self):
        said = [item.number for item in self.table.meeting.items if item.number]
        assert len(said) == len(set(said))
        known = {item.id: item.number for item in self.start.items}
        assert known == {item.id: item.number for item in self.table.meeting.items if item.id in known}

    @invariant()
    def desk_call_and_minutes_agree_to_the_second(self):
        meeting, now = self.table.meeting, self.table.now
        current, view, desk = meeting.current, publish(meeting, now), reading(meeting, now)
        if meeting.closed_at or meeting.is_adjourned:
            assert (view.clock, desk.digits) == (None, "")
        elif current is not None:
            assert view.clock.digits == desk.digits
        if current is not None and not meeting.on_break:
            ended = fold.apply(meeting, events.ItemEnded(current.id, "noted"), now)
            place = [item.id for item in meeting.items].index(current.id)
            kept = record(fold.apply(ended, events.MeetingClosed(), now), {})["agenda"][place]
            used = current.minutes * 60 - view.clock.left_ms / 1000
            assert abs(kept["minutes_used"] * 60 - used) < 0.05

    @invariant()
    def nobody_is_here_twice_at_once(self):
        for presence in self.table.meeting.people:
            edges = [edge for span in presence.spans for edge in (span.since, span.until)]
            known = [edge for edge in edges if edge is not None]
            assert known == sorted(known)

    @invariant()
    def every_window_and_the_record_can_be_made(self):
        meeting, now = self.table.meeting, self.table.now
        view = publish(meeting, now)
        assert view.sentence
        assert all(say(meeting, now))
        assert all(part.lines for part in so_far(meeting, now))
        assert quorum_warning(meeting, now).endswith(".") or not quorum_warning(meeting, now)
        assert sorted(one.person for one in line(meeting)) == sorted(one.person for one in asking(meeting))
        live = self.proposal()
        if live and live.stage == "consent" and any(turn.answer for turn in view.turns):
            assert all(live.answer_of(organisation) for organisation in meeting.present_members)
        kept = record(meeting, {"fund": "note"})
        assert len(kept["agenda"]) == len(meeting.items)


TestRandomFacilitator = RandomFacilitator.TestCase
if WHOLE:  # fewer meetings, but of hundreds of moves
    TestRandomFacilitator.settings = settings(max_examples=100, stateful_step_count=300)
