"""How a rehearsal begins: people arrive, the agenda is agreed, each says one word."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from coalmeet.ids import new_id
from coalmeet.meeting.moves import flow, people, rounds
from coalmeet.meeting.turns import waiting
from coalmeet.text import _
from ui.live import LiveMeeting
from ui.rehearsal.beat import Beat, nothing


def words_of_the_day() -> tuple[str, ...]:
    """Temperature words that people in a rehearsal say, in turn."""
    return (
        _("hopeful"), _("tired"), _("steady"), _("curious"), _("ready"), _("stretched"), _("hopeful"), _("calm"),
    )  # fmt: skip


def latecomer(live: LiveMeeting) -> str:
    """Who comes late: the only voice of the last organisation, so that it shows; "" where there are too few."""
    if len(live.meeting.members) < 3:
        return ""
    last = live.meeting.members[-1].id
    found = [
        one.seat.person for one in live.meeting.people if one.seat.organisation == last and one.has_voice
    ]
    return found[0] if found else ""


def delegates(live: LiveMeeting) -> list[str]:
    """One voice for each organisation but the latecomer's, and everybody who has none."""
    late, seen, found = latecomer(live), set(), []
    late_organisation = live.meeting.presence(late)
    for one in live.meeting.people:
        organisation = one.seat.organisation
        if late_organisation and organisation == late_organisation.seat.organisation:
            continue
        if one.has_voice and organisation in seen and one.seat.person != live.meeting.facilitator:
            continue
        seen.add(organisation if one.has_voice else one.seat.person)
        found.append(one.seat.person)
    return found


def arrivals(live: LiveMeeting) -> Iterator[Beat]:
    """Start with whom we have."""
    yield Beat(_("The meeting is opened; nobody is noted yet."), nothing, picture="opening")
    here = delegates(live)
    if here:
        first = here[0]
        yield Beat(_("The first person arrives."), lambda: live.do(people.arrive, first, "room"), 0.5)
        yield Beat(_("Start with whom we have."), lambda: live.do(people.arrive_all, here), 1, "arrived")
    taker = _who_takes_notes(live)
    if taker:
        takes = partial(live.do, people.change_note_taker, taker)
        yield Beat(_("Somebody takes notes."), takes, 0.2, inputs=3)
    yield Beat(_("The agenda is agreed."), lambda: live.do(flow.agree_agenda), 1)


def _who_takes_notes(live: LiveMeeting) -> str:
    """Somebody who is here and does not facilitate, where nobody was named beforehand."""
    found = (
        one.seat.person
        for one in live.meeting.present_people
        if one.has_voice and one.seat.person != live.meeting.facilitator
    )
    return "" if live.meeting.note_taker else next(found, "")


def temperature(live: LiveMeeting) -> Iterator[Beat]:
    """One word each; somebody passes."""
    yield Beat(
        _("A temperature round begins."), lambda: live.do(rounds.begin_round, new_id(), "temperature"), 0.2
    )
    said = words_of_the_day()
    count = len(live.meeting.round.order) if live.meeting.round else 0
    for number in range(count):
        now = live.meeting.round
        left = waiting(live.meeting, now) if now else ()
        if not left:
            break
        picture = "temperature" if number == min(3, count - 1) else ""
        yield _word(live, left[0], said[number % len(said)], number == 4, picture)
    yield Beat(_("All have said their word."), lambda: live.do(rounds.end_round), 0.2, "temperature-done")


def _word(live: LiveMeeting, person: str, word: str, passes: bool, picture: str) -> Beat:
    if passes:
        return Beat(_("Somebody passes."), lambda: live.do(rounds.let_pass, person), 0.1, picture)
    return Beat(_("One says a word."), lambda: live.do(rounds.give_word, person, word), 0.15, picture)
