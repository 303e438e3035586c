"""Consent by the house's own way: an objection changes the text, and everybody is asked again."""

from __future__ import annotations

from coalmeet.meeting.moves import consent, proposals
from coalmeet.text import _
from ui.rehearsal.cast import EVERYBODY, item, opening
from ui.rehearsal.scenes import adopt, answers, arrive, bring, close, fix_text, signs, turn_to
from ui.rehearsal.story import Line, Sitting, Story, line

DRAFT = "We open the shared fund on 1 June."
BETTER = "We open the shared fund on 1 June; there are seven days to apply."


def story() -> Story:
    """One decision in one meeting, from agenda to minutes."""
    agenda = (item("fund", "Shared fund", 20, proposal=DRAFT, proposer="maps"),)
    lines = (*arrive(), turn_to("fund"), *_asked(), *_integrated(), adopt(), *close())
    about = _("Consent: an objection changes the text, and everybody is asked again.")
    return Story("consent", about, (Sitting(opening(*agenda), lines),))


def _asked() -> tuple[Line, ...]:
    objects = line(
        _("Mill Road objects: its name is enough."),
        consent.answer,
        "mill",
        "objection",
        objection_id="shut-out",
    )
    others = tuple(one for one in EVERYBODY if one != "mill")
    return (
        bring("fund-1", DRAFT, "maps"),
        fix_text("round-1", picture="asked"),
        objects,
        *answers("consent", *others),
        line(_("It cannot pass now."), consent.adopt, refused="objects"),
    )


def _integrated() -> tuple[Line, ...]:
    return (
        line(_("The reason follows."), consent.understand, "shut-out", "Two days shut people out", "purpose"),
        line(_("The text is changed together."), proposals.amend, BETTER, minutes=3, picture="amended"),
        fix_text("round-2"),
        signs(),
        *answers("consent", "mill"),
    )
