"""What a random facilitator does with rounds, the stack and lines that break; part of the search in its own file."""

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule

from coalmeet.meeting.moves import people, rounds, stack
from coalmeet.meeting.stack import KINDS

PERSONS = st.sampled_from(["p0", "p1", "p2", "p3"])
WORDS = st.characters(exclude_categories=["Cs"], exclude_characters="\0")


class Talking(RuleBasedStateMachine):
    """Whoever plays has a `table` and `tries` moves on it."""

    @rule(kind=st.sampled_from(rounds.KINDS), way=st.sampled_from(rounds.WAYS))
    def begins_a_round_in_another_way(self, kind, way):
        self.tries(rounds.begin_round, self.table.new_id(), kind, way=way, ready="well_better", minutes=5)

    @rule(
        what=st.sampled_from(
            [rounds.sweep, rounds.count_signs, rounds.bring_back, rounds.turn_around, rounds.take_up]
        )
    )
    def goes_around_in_another_way(self, what):
        self.tries(what)

    @rule(minutes=st.integers(1, 9), text=st.text(WORDS, min_size=1, max_size=5))
    def goes_into_small_groups(self, minutes, text):
        self.tries(rounds.form_groups, minutes)
        self.tries(rounds.note_theme, text, "well")

    @rule(person=PERSONS, kind=st.sampled_from(KINDS))
    def asks_to_speak(self, person, kind):
        self.tries(stack.join, person, kind)

    @rule(person=PERSONS, before=PERSONS)
    def changes_the_stack(self, person, before):
        self.tries(stack.move, person, before)
        self.tries(stack.withdraw, before)

    @rule(what=st.sampled_from([stack.give_floor, stack.give_floor, stack.hear_others]))
    def goes_on_in_the_stack(self, what):
        self.tries(what, *([self.table.new_id()] if what is stack.hear_others else []))

    @rule(person=PERSONS, minutes=st.integers(-5, 60))
    def says_until_when(self, person, minutes):
        self.tries(people.announce_departure, person, self.table.now + minutes * 60_000)

    @rule(person=PERSONS)
    def loses_the_line_or_is_back(self, person):
        self.tries(people.lose_line, (person,))
        self.tries(people.come_back)

    @rule(person=PERSONS)
    def loses_the_line(self, person):
        self.tries(people.lose_line, (person,))
