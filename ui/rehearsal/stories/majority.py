"""Majority: the colour of the banner needs no more than half of those who are here, and one more."""

from __future__ import annotations

from coalmeet.meeting.events import DecisionKind
from coalmeet.meeting.moves import consent, people, votes
from coalmeet.text import _
from ui.rehearsal.cast import delegates, item, opening
from ui.rehearsal.scenes import adopt, arrive, bring, close, fix_text, turn_to, vote
from ui.rehearsal.story import Line, Sitting, Story, line

ROUTINE = DecisionKind("kind-routine", _("How we look"), "majority")
DRAFT = "Our banner is yellow."


def story() -> Story:
    """Signs for many, names for the others; one leaves in the middle, and who is present counts."""
    agenda = (item("banner", "The banner", 10, kind=ROUTINE.name, proposal=DRAFT),)
    plan = opening(*agenda, kinds=(ROUTINE,))
    lines = (*arrive(), turn_to("banner"), *_votes(), adopt(), *close())
    about = _("Majority: more than half of those present; signs for many, and one leaves in the middle.")
    return Story("majority", about, (Sitting(plan, lines),))


def _votes() -> tuple[Line, ...]:
    yes = ("harbour", "maps", "mill", "legal")
    return (
        bring("banner-1", DRAFT, "radio", ROUTINE.name),
        fix_text("round-1", picture="vote"),
        line(
            _("Who answers a vote does not consent."), consent.answer, "maps", "consent", refused="by a vote"
        ),
        line(_("Four signs are seen, in one input."), votes.see_votes, "yes", yes, picture="signs"),
        *vote("no", "garden", "radio"),
        *vote("abstain", "food"),
        line(_("One was not asked."), consent.adopt, refused="Safe Streets has not been asked"),
        line(_("Their delegate has to go."), people.depart, *delegates("bikes")),
        line(_("The vote of one who is here is put right."), votes.vote, "food", "yes"),
    )
