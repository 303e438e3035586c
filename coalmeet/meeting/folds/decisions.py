"""Folds of proposals: versions, answers, objections and how it came out."""

from __future__ import annotations

from dataclasses import replace

from coalmeet.meeting import events
from coalmeet.meeting.folds.folding import folds, with_item, with_proposal
from coalmeet.meeting.proposal import Answer, Objection, Proposal, Translation, Version
from coalmeet.meeting.state import Meeting

OUTCOMES = {"not_agreed": "not agreed"}  # the record's words for how a proposal ended


@folds(events.ProposalBrought)
def proposal_brought(meeting: Meeting, event: events.ProposalBrought, at: int) -> Meeting:
    """A draft, open to every change."""
    proposal = Proposal(
        event.id,
        event.item,
        event.text,
        event.proposer,
        event.need,
        event.kind,
        event.ancestor,
        brought=event.text,
        profile=replace(meeting.profile, quorum=meeting.quorum),
        ruled_by=meeting.kind(event.kind),
    )
    return replace(meeting, proposals=(*meeting.proposals, proposal))


@folds(events.StageReached)
def stage_reached(meeting: Meeting, event: events.StageReached, at: int) -> Meeting:
    """Where the talk about it stands."""
    return with_proposal(
        meeting,
        event.proposal,
        lambda one: replace(one, stage=event.stage, stages=(*one.stages, event.stage), stage_since=at),
    )


@folds(events.TextAmended)
def text_amended(meeting: Meeting, event: events.TextAmended, at: int) -> Meeting:
    """A changed text is unlocked: it needs a new version before anybody can consent to it.

    Going back to the version before keeps its answers, unless an objector let go because of the change, or a vote
    was called since: what was said in the consent round is no vote.
    """

    def amended(one: Proposal) -> Proposal:
        unchanged = bool(one.versions) and one.versions[-1].text == event.text and one.fallback is None
        unchanged = unchanged and all(
            objection.ending != "accepted" or objection.version < one.version for objection in one.objections
        )
        return replace(one, text=event.text, locked=unchanged)

    return with_proposal(meeting, event.proposal, amended)


@folds(events.TranslationGiven)
def translation_given(meeting: Meeting, event: events.TranslationGiven, at: int) -> Meeting:
    """It stands for the words of the moment, and goes when they change."""
    return with_proposal(
        meeting,
        event.proposal,
        lambda one: replace(one, translation=Translation(event.language, event.text, one.text)),
    )


@folds(events.TextLocked)
def text_locked(meeting: Meeting, event: events.TextLocked, at: int) -> Meeting:
    """The text as it stands is this version, word for word."""
    return with_proposal(
        meeting,
        event.proposal,
        lambda one: replace(
            one,
            locked=True,
            stage="consent",
            versions=(*one.versions, Version(event.version, one.text, at)),
        ),
    )


@folds(events.Answered)
def answered(meeting: Meeting, event: events.Answered, at: int) -> Meeting:
    """The last answer of an organisation to a version counts; earlier ones stay in the history.

    Where it turned out that nobody had asked them there is none.
    """
    if event.answer == "unasked":
        return meeting
    answer = Answer(
        event.organisation,
        event.version,
        event.answer,
        event.person,
        event.text,
        event.how,
        at,
        event.confirm_by,
        event.reader,
    )

    def with_it(one: Proposal) -> Proposal:
        """What was written beforehand is about the words on the table, whatever they become."""
        given = replace(answer, words=one.text) if event.how == "beforehand" else answer
        return replace(one, answers=(*one.answers, given))

    return with_proposal(meeting, event.proposal, with_it)


@folds(events.ObjectionRaised)
def objection_raised(meeting: Meeting, event: events.ObjectionRaised, at: int) -> Meeting:
    """Open from now until it is withdrawn, accepted, kept as a concern or deferred."""
    objection = Objection(
        event.id,
        event.organisation,
        event.version,
        event.reason,
        event.ground,
        event.named,
        at,
        reader=event.reader,
    )
    return with_proposal(
        meeting, event.proposal, lambda one: replace(one, objections=(*one.objections, objection))
    )


def _with_objection(meeting: Meeting, objection_id: str, **changes: object) -> Meeting:
    def changed(proposal: Proposal) -> Proposal:
        if all(one.id != objection_id for one in proposal.objections):
            return proposal
        changed_ones = tuple(
            replace(one, **changes) if one.id == objection_id else one  # type: ignore[arg-type]
            for one in proposal.objections
        )
        return replace(proposal, objections=changed_ones)

    return replace(meeting, proposals=tuple(changed(proposal) for proposal in meeting.proposals))


@folds(events.ObjectionUnderstood)
def objection_understood(meeting: Meeting, event: events.ObjectionUnderstood, at: int) -> Meeting:
    """Reason, ground and whether it may be named, as the objector has them now."""
    return _with_objection(meeting, event.id, reason=event.reason, ground=event.ground, named=event.named)


@folds(events.ObjectionEnded)
def objection_ended(meeting: Meeting, event: events.ObjectionEnded, at: int) -> Meeting:
    """How it ended, and which version was on the table then."""
    owner = next((p for p in meeting.proposals if any(o.id == event.id for o in p.objections)), None)
    version = owner.version if owner else 0
    return _with_objection(
        meeting,
        event.id,
        ending=event.ending,
        note=event.note,
        ended_in_version=version,
        to=event.to,
        until=event.until,
    )


@folds(events.ObjectionTested)
def objection_tested(meeting: Meeting, event: events.ObjectionTested, at: int) -> Meeting:
    """What the group thinks of it; the last test counts, and it ends nothing by itself."""
    return _with_objection(meeting, event.id, tested=True, disagree=event.disagree)


@folds(events.LoopAllowed)
def loop_allowed(meeting: Meeting, event: events.LoopAllowed, at: int) -> Meeting:
    """One more version than the charter foresees."""
    return with_proposal(
        meeting, event.proposal, lambda one: replace(one, loops_allowed=one.loops_allowed + 1)
    )


@folds(events.CriteriaSet)
def criteria_set(meeting: Meeting, event: events.CriteriaSet, at: int) -> Meeting:
    """What will be measured, and when it stops."""
    return with_proposal(
        meeting,
        event.proposal,
        lambda one: replace(one, success=event.success, stop_if=event.stop_if, tell=event.tell),
    )


@folds(events.ProposalAdopted)
def proposal_adopted(meeting: Meeting, event: events.ProposalAdopted, at: int) -> Meeting:
    """Exact words and who was present are frozen into it."""
    return with_proposal(
        meeting,
        event.proposal,
        lambda one: replace(
            one,
            stage="adopted",
            outcome="provisional" if event.provisional_until or event.window_days else "agreed",
            words=event.words,
            present=event.present,
            present_then=event.present,
            left_before=event.left_before,
            review_date=event.review_date,
            provisional_until=event.provisional_until,
            decided_by=event.decided_by,
            authority=event.authority,
            window_days=event.window_days,
            window_then=event.window_days,
            leader=meeting.facilitator,
            decided_at=at,
        ),
    )


@folds(events.ProposalSettled)
def proposal_settled(meeting: Meeting, event: events.ProposalSettled, at: int) -> Meeting:
    """An end that is not adoption is an outcome too."""
    return with_proposal(
        meeting,
        event.proposal,
        lambda one: replace(
            one,
            stage="settled",
            outcome=OUTCOMES.get(event.outcome, event.outcome),
            words=one.text,
            present=event.present,
            present_then=event.present,
            until=event.until,
            to=event.to,
            decided_at=at,
        ),
    )


@folds(events.ReviewSet)
def review_set(meeting: Meeting, event: events.ReviewSet, at: int) -> Meeting:
    """When it comes back."""
    return with_proposal(meeting, event.proposal, lambda one: replace(one, review_date=event.date))


@folds(events.ResponsibleNamed)
def responsible_named(meeting: Meeting, event: events.ResponsibleNamed, at: int) -> Meeting:
    """Who looks after it."""
    return with_proposal(meeting, event.proposal, lambda one: replace(one, responsible=event.name))


@folds(events.DecisionReopened)
def decision_reopened(meeting: Meeting, event: events.DecisionReopened, at: int) -> Meeting:
    """The old result stays in the history; a new proposal with the same text takes its place on the table.

    Its item is open again: an outcome that rested on the old result no longer holds.
    """
    old = meeting.proposal(event.proposal)
    if old is None:
        return meeting
    marked = with_proposal(
        meeting,
        event.proposal,
        lambda one: replace(one, reopened_as=event.successor, reopened_why=event.reason),
    )
    successor = Proposal(
        event.successor,
        old.item,
        old.text,
        old.proposer,
        old.need,
        old.kind,
        ancestor=old.id,
        stage="presented",
        brought=old.brought,
        profile=old.profile,
        ruled_by=old.ruled_by,
        fallback=old.fallback,
    )
    reopened = with_item(marked, old.item, lambda item: replace(item, outcome="", reason=""))
    return replace(reopened, proposals=(*reopened.proposals, successor))
