"""Fallback: consent fails in May; in June, announced, two thirds decide, and the minutes name it."""

from __future__ import annotations

from coalmeet.meeting.events import DecisionKind, EarlierTry, Profile
from coalmeet.meeting.moves import consent, proposals, votes
from coalmeet.text import _
from ui.rehearsal.cast import EVERYBODY, item, opening
from ui.rehearsal.scenes import adopt, answers, arrive, bring, close, fix_text, turn_to, vote
from ui.rehearsal.story import Line, Sitting, Story, line

CHARTER = Profile(fallback="two_thirds")
STATEMENT = DecisionKind("kind-statement", _("Public statement"), critical=True)
TEXT = "We ask the council to close the river road to cars."
REASON = "Our carers reach people by car"


def story() -> Story:
    """Two meetings: the objection of the Allotment Union stands, and it is not a protected voice."""
    about = _("Fallback vote: consent fails, and a later meeting votes, announced; the minutes name it.")
    return Story("fallback", about, (_may(), _june()))


def _may() -> Sitting:
    agenda = (item("road-may", "The river road", 20, kind=STATEMENT.name, proposal=TEXT, topic="road"),)
    plan = opening(*agenda, kinds=(STATEMENT,), profile=CHARTER, protected=("legal",))
    return Sitting(plan, (*arrive(), turn_to("road-may"), *_no_consent(), *close()))


def _no_consent() -> tuple[Line, ...]:
    others = tuple(one for one in EVERYBODY if one != "garden")
    return (
        bring("road-1", TEXT, "bikes", STATEMENT.name),
        line(_("No vote before consent was asked for."), votes.fall_back, refused="Consent has not failed"),
        fix_text("round-1"),
        *answers("consent", *others),
        line(_("The Allotment Union objects."), consent.answer, "garden", "objection", objection_id="carers"),
        line(
            _("The reason is written down."),
            consent.understand,
            "carers",
            REASON,
            "purpose",
            picture="objection",
        ),
        line(_("And not on the same evening."), votes.fall_back, refused="at a later meeting"),
        line(_("The text is parked until June."), proposals.settle, "parked", "2026-06-11"),
    )


def _june() -> Sitting:
    earlier = EarlierTry("road-1", "2026-05-14", ("garden",))
    agenda = (
        item(
            "road-june", "The river road", 20, kind=STATEMENT.name, proposal=TEXT, topic="road",
            earlier=earlier, vote_announced=True,
        ),
    )  # fmt: skip
    plan = opening(*agenda, date="2026-06-11", kinds=(STATEMENT,), profile=CHARTER, protected=("legal",))
    return Sitting(plan, (*arrive(), turn_to("road-june"), *_vote(), adopt(), *close()))


def _vote() -> tuple[Line, ...]:
    return (
        bring("road-2", TEXT, "bikes", STATEMENT.name),
        line(_("The vote takes the place of consent."), votes.fall_back, picture="fallback"),
        fix_text("round-2", picture="vote"),
        line(_("Critical: no signs."), votes.see_votes, "yes", EVERYBODY, refused="critical"),
        *vote("yes", "harbour", "maps", "mill", "legal", "radio", "bikes"),
        *vote("abstain", "food"),
        *vote("no", "garden"),
    )
