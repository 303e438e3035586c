"""How a rehearsal decides: the whole consent path with an objection that is integrated, and a slip taken back."""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import partial

from coalmeet.ids import new_id
from coalmeet.meeting import timing
from coalmeet.meeting.consent import answers_missing
from coalmeet.meeting.moves import agenda, clock, consent, people, proposals, rounds, stake
from coalmeet.meeting.stake import able_to_lead, party_that_leads
from coalmeet.meeting.state import Item
from coalmeet.text import _
from ui.live import LiveMeeting
from ui.rehearsal.beat import Beat
from ui.rehearsal.opening import latecomer

TO_DECIDE = 10  # minutes from asking for consent to a result that an objection delays
STEP = 5  # minutes: a group agrees on round numbers


def decide(live: LiveMeeting, item: Item) -> Iterator[Beat]:
    """Present, clarify, react, consent, objection, integration, a new version, adoption."""
    if item.entry.label != "decision":
        yield Beat(
            _("The item turns out to be a decision."), lambda: live.do(agenda.label_item, item.id, "decision")
        )
    text = item.entry.proposal or _("We try this together for three months and look at it again in spring.")
    members = live.meeting.present_members
    proposer = item.entry.proposer or (members[-1] if members else "")
    yield Beat(
        _("The proposal is brought."),
        lambda: live.do(proposals.bring, new_id(), text, proposer, item.entry.need, item.entry.kind),
        0.5,
        "proposal",
    )
    yield Beat(_("Questions, to understand it."), lambda: live.do(proposals.reach, "clarifying"), 2)
    yield Beat(_("First reactions."), lambda: live.do(proposals.reach, "reacting"), 2)
    yield from _round(live, "reactions")
    if not members:
        yield Beat(
            _("Nobody here has a voice, so it is parked."), lambda: live.do(proposals.settle, "parked")
        )
        return
    yield from _more_time(live)
    yield Beat(
        _("Consent is asked for: the text is locked as version 1."),
        lambda: live.do(proposals.ask_for_consent, new_id()),
        1,
    )
    yield from _answers_with_an_objection(live)
    yield from _integrate(live, text)


def _more_time(live: LiveMeeting) -> Iterator[Beat]:
    """Asks for what consent, an objection and a new version will need, where the timebox does not have it."""
    item = live.meeting.current
    if item is None or not item.minutes:
        return
    lacking = TO_DECIDE - timing.left_ms(item, live.now()) / timing.MINUTE
    if lacking > 0:
        more = STEP * math.ceil(lacking / STEP)
        yield Beat(
            _("More time is agreed; the meeting ends later."),
            partial(live.do, clock.change_timebox, more, "end"),
            0.5,
        )


def _round(live: LiveMeeting, kind: str) -> Iterator[Beat]:
    yield Beat(_("A round: each in turn."), lambda: live.do(rounds.begin_round, new_id(), kind), 0.1)
    for number in range(len(live.meeting.round.order) if live.meeting.round else 0):
        picture = "round" if number == 1 else ""
        yield Beat(_("One is heard."), lambda: live.do(rounds.hear), 0.5, picture)
    if live.meeting.round:
        yield Beat(_("Everybody was heard."), lambda: live.do(rounds.end_round))


def _answers_with_an_objection(live: LiveMeeting) -> Iterator[Beat]:
    order = live.meeting.round.order if live.meeting.round else ()
    objector = order[min(2, len(order) - 1)] if len(order) > 1 else ""
    for number, organisation in enumerate(order):
        said = "objection" if organisation == objector else "concern" if number == 3 else "consent"
        if number == 1:
            yield _answer(live, organisation, "aside", _("A slip: the wrong key."))
            yield Beat(_("The slip is taken back."), live.take_back, 0.1)
        yield _answer(live, organisation, said, _("One answers."), "consent" if number == 2 else "")


def _answer(live: LiveMeeting, organisation: str, said: str, words: str, picture: str = "") -> Beat:
    note = _("Please look at the costs again in autumn.") if said == "concern" else ""
    return Beat(
        words,
        lambda: live.do(consent.answer, organisation, said, text=note, objection_id=new_id()),
        0.3,
        picture,
    )


def _integrate(live: LiveMeeting, text: str) -> Iterator[Beat]:
    proposal = live.meeting.live_proposal(live.meeting.current.id) if live.meeting.current else None
    if proposal is None:
        return
    for objection in proposal.open_objections:
        yield from _one_objection(live, objection.id, text)
    late = latecomer(live)
    presence = live.meeting.presence(late)
    if presence and not presence.here:
        yield Beat(
            _("Somebody arrives late, by video."), lambda: live.do(people.arrive, late, "video"), 0.2, "late"
        )
    yield from _all_consent(live)
    yield from without_a_stake(live)
    yield Beat(_("The decision is adopted in exact words."), lambda: live.do(consent.adopt), 0.3)
    yield Beat(_("The result shows."), live.tick, 0.1, "result", 0)


def _one_objection(live: LiveMeeting, objection: str, text: str) -> Iterator[Beat]:
    reason = _("As it stands, members without their own office would be left out.")
    understand = partial(live.do, consent.understand, objection, reason, "purpose")
    yield Beat(_("The objection is understood."), understand, 1, "objection")
    better = _("{text} Members without an office of their own take part through a partner.").format(text=text)
    yield Beat(_("The text is changed together."), partial(live.do, proposals.amend, better), 3, "amended", 2)
    yield Beat(_("Consent is asked for again."), lambda: live.do(proposals.ask_for_consent, new_id()), 0.5)


def _all_consent(live: LiveMeeting) -> Iterator[Beat]:
    """Signs in one input where the coalition allows it; each of the others by name."""
    proposal = live.meeting.live_proposal(live.meeting.current.id) if live.meeting.current else None
    if proposal is None:
        return
    if not proposal.ruled_by.critical and proposal.profile.answers != "turn":
        here = live.meeting.voices
        yield Beat(_("All signs seen, in one input."), lambda: live.do(consent.see_signs, here), 0.5)
        proposal = live.meeting.live_proposal(live.meeting.current.id) if live.meeting.current else None
    for organisation in answers_missing(live.meeting, proposal) if proposal else ():
        yield _answer(live, organisation, "consent", _("One who was asked by name consents."))


def without_a_stake(live: LiveMeeting) -> Iterator[Beat]:
    """Somebody else leads it where the facilitator's organisation is a party; where nobody can, the group is asked."""
    item = live.meeting.current
    if item is None or not party_that_leads(live.meeting, item.id):
        return
    able = able_to_lead(live.meeting, item.id)
    if able:
        reason = _("Their organisation is a party in the decision.")
        leads = partial(live.do, stake.lead_instead, able[0].seat.person, reason)
        yield Beat(_("The facilitator has a stake: somebody else leads this decision."), leads, 0.2, "stake")
    else:
        asked = _("The facilitator has a stake, and nobody else could lead: all agree that they do.")
        yield Beat(asked, lambda: live.do(stake.allow_lead), 0.2)


def decide_quickly(live: LiveMeeting, item: Item) -> Iterator[Beat]:
    """A routine decision: text, signs, adopted."""
    text = item.entry.proposal or _("We go on as before with this: {title}").format(title=item.entry.title)
    yield Beat(
        _("A routine proposal."),
        lambda: live.do(proposals.bring, new_id(), text, item.entry.proposer, kind=item.entry.kind),
        0.5,
    )
    if not live.meeting.present_members:
        yield Beat(
            _("Nobody here has a voice, so it is parked."), lambda: live.do(proposals.settle, "parked")
        )
        return
    yield Beat(_("Anything unsafe to try?"), lambda: live.do(proposals.ask_for_consent, new_id()), 0.5)
    yield from without_a_stake(live)
    proposal = live.meeting.live_proposal(item.id)
    if proposal is not None and not proposal.ruled_by.critical and proposal.profile.answers != "turn":
        yield Beat(_("A pause; nobody objects: adopted."), lambda: live.do(consent.nobody_objects), 0.7)
        return
    yield from _all_consent(live)
    yield Beat(_("Adopted."), lambda: live.do(consent.adopt), 0.2)
