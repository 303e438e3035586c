"""Which states of a meeting are one to a walk through all of them: those that go on alike, whatever happens next.

Two states are one when no move that the walk makes, and no rule that it checks, can tell them apart. So the key of a
state holds what moves and rules read, and nothing else; each part of it is held only where the walk has a step that
reads it. What is left out, and why no path is lost by it:

- *Which* organisation it is. Moves and rules know organisations by what they did, by their protected voice and by
  who leads; so the organisations stand in the key as a sorted list. Names and ids decide only the words of a refusal.
  For the same reason it is enough that one does something, of those whose part of the key is the same.
- Times, ids, numbers of versions, how an objection ended, who said what to an earlier version: nothing asks for them.
- Concern or consent: both let the text pass. An objection that was let go lets it pass, too, and one that stands is
  in the key itself; so an answer is yes, aside, no or none.
- How many more than two of one kind of objection an organisation has: letting one go leaves two or more, or is the
  step from two to one.
- Of a draft that cannot go back to the words of the version before (`back` is false, or a vote has been called): the
  answers to that version. No answer counts until the next one.
- The round and the stage of the talk, unless somebody may stay silent: an answer counts with and without a round.
- How far an objection is understood and tested, where the walk makes the whole test one step (see `every_path`).
- Everything, once the text was decided and no other is brought: nothing can change a decision then.

`test_every_state` goes at random through meetings and compares what follows from states that are one by their key.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from coalmeet.meeting.leading import deputy, regular
from coalmeet.meeting.proposal import Objection, Proposal
from coalmeet.meeting.state import Meeting

MANY = 2


@dataclass(frozen=True, slots=True)
class Reads:
    """What the steps of a walk can read; `back` says that a text may become the version before again."""

    back: bool = True
    silent: bool = True
    mails: bool = True
    leads: bool = True
    brings: bool = True
    selects: bool = False
    lives: bool = True


def key(meeting: Meeting, reads: Reads) -> object:
    """What decides how it goes on, the same for meetings in which organisations have changed places."""
    whole, each = _parts(meeting, reads)
    return (whole, tuple(sorted(each.values())))


def one_of_each(meeting: Meeting, reads: Reads) -> tuple[str, ...]:
    """An organisation for each way in which they stand: what another in the same place does, leads to the same state.

    Nobody, once nothing can change any more.
    """
    _whole_meeting, each = _parts(meeting, reads)
    return tuple({place: one for one, place in reversed(each.items())}.values())


def _parts(meeting: Meeting, reads: Reads) -> tuple[object, dict[str, tuple[Any, ...]]]:
    """What is not of one organisation, and the place of each, by its id."""
    live = meeting.live_proposal("fund")
    if live is None and not reads.brings:
        return (), {}
    draft = live is not None and not live.locked and (not reads.back or live.fallback is not None)
    here = frozenset(meeting.present_members)
    before = regular(meeting) if reads.leads else None
    each = {
        member.id: (
            member.protected,
            member.id in here,
            _leads(meeting, member.id.replace("o", "p"), before.person if before else "", reads),
            _in_the_round(meeting, member.id) if reads.silent else 0,
            _said(meeting, live, member.id, draft, reads) if live else (),
            _put_aside(meeting, member.id) if reads.brings else (),
        )
        for member in meeting.members
    }
    return _whole(meeting, live, draft, reads), each


def _leads(meeting: Meeting, person: str, otherwise: str, reads: Reads) -> tuple[bool, bool, bool]:
    """Whether they lead now, lead the meeting otherwise, and may lead although they have a stake."""
    allowed = reads.leads and ("fund", person) in meeting.leads_allowed
    return (meeting.facilitator == person, otherwise == person, allowed)


def _in_the_round(meeting: Meeting, organisation: str) -> int:
    """0 where no round waits for them, 1 until they are called, 2 when they were called once without an answer.

    Whoever arrives joins the round, so that it waits for the absent as well.
    """
    now = meeting.round
    if now is None or organisation in (*now.heard, *now.passed):
        return 0
    return 2 if organisation in now.unanswered else 1


def _whole(meeting: Meeting, live: Proposal | None, draft: bool, reads: Reads) -> object:
    """What is not of one organisation: the text, how often it may be changed, by which method it is decided."""
    called = (meeting.round is not None, bool(live) and live.stage == "consent") if reads.silent else ()
    if live is None:
        led = deputy(meeting) if reads.leads else None
        handing_back = led is not None and any(one.decided_at >= led.since for one in meeting.proposals)
        return (called, handing_back)
    left = counted = 0
    if live.profile.loops:
        left = max(-1, live.profile.loops + live.loops_allowed - live.loops)
        objected = {one.version for one in live.answers if one.answer == "objection"}
        counted = live.version in objected | {one.version for one in live.objections}
    return (called, draft, live.locked, live.version > 0, _texts(live, reads), left, counted, live.method)


def _texts(live: Proposal, reads: Reads) -> tuple[object, ...]:
    """Which words are the same ones: the last version's, those on the table, and those that went round."""
    last = live.versions[-1].text if live.versions else ""
    if reads.brings or reads.selects:
        return (last, live.text, live.brought)
    same: dict[str, int] = {}
    for words in (*([live.brought] if reads.mails else []), last, live.text):
        same.setdefault(words, len(same))
    return (same[last], same[live.text])


def _said(
    meeting: Meeting, live: Proposal, organisation: str, draft: bool, reads: Reads
) -> tuple[object, ...]:
    """Their answer to the version on the table, their objections, and what else follows from what they did."""
    own = [one for one in live.objections if one.organisation == organisation]
    person = organisation.replace("o", "p")
    party = bool(own) and (reads.leads or meeting.facilitator == person)
    chosen = reads.selects and any(
        one.proposal == live.id and one.person == person for one in meeting.selections
    )
    stood = bool(live.fallback and organisation in live.fallback.objectors)
    return (
        "" if draft else _answer(live, organisation),
        _many(_open_one(live, one, reads) for one in own if not one.ending),
        _many(
            _open_one(live, one, reads)[:2]
            for one in (comes_back(live) if own else ())
            if one.organisation == organisation
        ),
        not draft and any(one.ending == "accepted" and one.version == live.version for one in own),
        party,
        chosen,
        stood and not own,  # else they have let go, or object still
        reads.mails and _consented_beforehand(meeting, live, organisation),
    )


def _answer(live: Proposal, organisation: str) -> str:
    """A no is an answer to a vote alone; who objects has answered, and lets the text pass once they let go."""
    answer = live.answer_of(organisation)
    if answer is None:
        return ""
    return answer.answer if answer.answer in ("aside", "no", "yes") else "consent"


def _open_one(live: Proposal, one: Objection, reads: Reads) -> tuple[bool, bool, bool]:
    """Whether it is of the version on the table, understood, and tested with nobody disagreeing."""
    understood = reads.lives and bool(one.reason and one.ground)
    tested = reads.lives and one.tested and not one.disagree
    return (one.version == live.version, understood, tested)


def comes_back(live: Proposal) -> list[Objection]:
    """Objections whose objector accepted a draft: another change of the text raises them again."""
    ids = {one.id for one in live.objections}
    return [
        one
        for one in live.objections
        if one.ending == "accepted" and one.ended_in_version == one.version and f"{one.id}-again" not in ids
    ]


def _many(kinds: Iterable[tuple[bool, ...]]) -> tuple[object, ...]:
    """Each kind, and how many there are of it: one, or two and more."""
    kinds = list(kinds)
    if not kinds:
        return ()
    return tuple(sorted((kind, min(number, MANY)) for kind, number in Counter(kinds).items()))


def _consented_beforehand(meeting: Meeting, live: Proposal, organisation: str) -> bool:
    """Where that decides about a window: of a protected organisation on a critical kind."""
    member = meeting.member(organisation)
    if not live.ruled_by.critical or member is None or not member.protected:
        return False
    wrote = [one for one in live.answers if one.organisation == organisation and one.how == "beforehand"]
    return bool(wrote) and wrote[-1].answer in ("consent", "concern")


def _put_aside(meeting: Meeting, organisation: str) -> tuple[object, ...]:
    """Of each text that was put aside: whether their objections come back with it, and how far these have come."""
    latest = {one.text: one for one in meeting.proposals if one.decided and not one.reopened_as}
    return tuple(
        (text, raised)
        for text, one in sorted(latest.items())
        if (
            raised := _many(
                (bool(each.reason and each.ground),)
                for each in one.open_objections
                if each.organisation == organisation
            )
        )
    )
