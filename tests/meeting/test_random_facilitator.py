"""A facilitator who does anything at any time, takes it back, and whose laptop crashes: no rule is ever broken."""

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from coalmeet.errors import NotAllowed
from coalmeet.meeting import fold, timing
from coalmeet.meeting.consent import unsound
from coalmeet.meeting.moves import agenda, clock, consent, correct, flow, people, proposals, rounds, work
from coalmeet.meeting.publish import publish
from coalmeet.meeting.record import record
from coalmeet.meeting.say import say
from coalmeet.store import codec
from coalmeet.store.log import Move
from tests.meeting.conftest import Facilitator

ORGANISATIONS = st.sampled_from(["o0", "o1", "o2", "o3"])
PERSONS = st.sampled_from(["p0", "p1", "p2", "p3"])
ITEMS = st.sampled_from(["temperature", "fund", "news", "tired", "close"])
ANSWERS = st.sampled_from(["consent", "consent", "concern", "objection", "aside"])
OUTCOMES = st.sampled_from(["", "noted", "postponed", "dropped"])
WORDS = st.characters(exclude_categories=["Cs"], exclude_characters="\0")
ENDINGS = st.sampled_from(["withdrawn", "accepted", "concern", "deferred"])


class RandomFacilitator(RuleBasedStateMachine):
    """Each rule tries one thing; a refusal must be a sentence and change nothing."""

    @initialize()
    def opens(self):
        self.table = Facilitator()
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

    @rule(item=ITEMS, before=ITEMS)
    def moves_an_item(self, item, before):
        self.tries(agenda.move_item, item, before)

    @rule(minutes=st.integers(-5, 10), payer=st.sampled_from(["grace", "end", "item"]), who=ITEMS)
    def changes_the_time(self, minutes, payer, who):
        self.tries(clock.change_timebox, minutes, payer, who)

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
        live = self.proposal()
        if live and live.stage == "consent" and any(turn.answer for turn in view.turns):
            assert all(live.answer_of(organisation) for organisation in meeting.present_members)
        kept = record(meeting, {"fund": "note"})
        assert len(kept["agenda"]) == len(meeting.items)


TestRandomFacilitator = RandomFacilitator.TestCase
