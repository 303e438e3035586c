"""How a rehearsal decides what the matrix gives to a vote, or to others."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from coalmeet.ids import new_id
from coalmeet.meeting.consent import answers_missing, why_not_adoptable
from coalmeet.meeting.moves import consent, proposals, votes
from coalmeet.meeting.state import Item
from coalmeet.text import _
from ui.live import LiveMeeting
from ui.rehearsal.beat import Beat
from ui.rehearsal.deciding import without_a_stake


def decide_otherwise(live: LiveMeeting, item: Item) -> Iterator[Beat]:
    """The text is put on the table; a group has decided it, or each votes, one against it."""
    entry = item.entry
    text = entry.proposal or _("We try this together for three months and look at it again in spring.")
    bring = partial(live.do, proposals.bring, new_id(), text, entry.proposer, entry.need, entry.kind)
    yield Beat(_("The proposal is brought."), bring, 0.5, "proposal")
    live_one = live.meeting.live_proposal(item.id)
    if live_one is not None and live_one.method == "delegated":
        group = live_one.ruled_by.decider or _("A group of three")
        yield Beat(
            _("What the group decided is noted."), partial(live.do, votes.note_decision_of, group), 1, "told"
        )
        return
    yield Beat(
        _("The text is fixed, and each is asked."), lambda: live.do(proposals.ask_for_consent, new_id()), 1
    )
    yield from _votes(live, item)
    yield from without_a_stake(live)
    found = live.meeting.live_proposal(item.id)
    if found is not None and why_not_adoptable(live.meeting, found):
        yield Beat(_("It is not enough, so it is parked."), lambda: live.do(proposals.settle, "parked"), 0.5)
        return
    yield Beat(_("The decision is adopted in exact words."), lambda: live.do(consent.adopt), 0.3)


def _votes(live: LiveMeeting, item: Item) -> Iterator[Beat]:
    found = live.meeting.live_proposal(item.id)
    for number, voice in enumerate(answers_missing(live.meeting, found) if found else ()):
        against = number == 1 and found is not None and found.method != "consensus"
        said = "no" if against and len(live.meeting.voices) > 3 else "yes"
        cast = partial(live.do, votes.vote, voice, said)
        yield Beat(_("One answers."), cast, 0.2, "vote" if number == 2 else "")
