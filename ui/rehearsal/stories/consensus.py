"""Consensus: a new partner joins only when each organisation present says yes."""

from __future__ import annotations

from coalmeet.meeting.events import DecisionKind
from coalmeet.meeting.moves import consent, proposals
from coalmeet.text import _
from ui.rehearsal.cast import item, opening
from ui.rehearsal.scenes import adopt, arrive, bring, close, fix_text, turn_to, vote
from ui.rehearsal.story import Line, Sitting, Story, line

PARTNER = DecisionKind("kind-partner", _("New partner"), "consensus", critical=True)
DRAFT = "The River Swimmers join us."
BETTER = "The River Swimmers join us as guests for six months, then we ask again."
HERE = ("harbour", "maps", "mill", "legal", "garden")


def story() -> Story:
    """Five of eight are here, and one of them cannot say yes to the first text."""
    agenda = (item("partner", "The swimmers ask to join", 20, kind=PARTNER.name, proposal=DRAFT),)
    plan = opening(*agenda, kinds=(PARTNER,))
    lines = (*arrive(*HERE), turn_to("partner"), *_first_text(), *_second_text(), adopt(), *close())
    about = _("Consensus: each organisation present says yes; an abstention is none.")
    return Story("consensus", about, (Sitting(plan, lines),))


def _first_text() -> tuple[Line, ...]:
    return (
        bring("partner-1", DRAFT, "maps", PARTNER.name),
        fix_text("round-1"),
        *vote("yes", "harbour", "maps", "mill", "garden"),
        line(_("Four have said yes; one was not asked."), consent.adopt, refused="has not been asked"),
        *vote("abstain", "legal"),
        line(_("An abstention is no yes."), consent.adopt, refused="4 of 5 say yes", picture="not-yet"),
    )


def _second_text() -> tuple[Line, ...]:
    return (
        line(_("The text is changed together."), proposals.amend, BETTER, minutes=3),
        fix_text("round-2"),
        *vote("yes", "harbour", "maps", "mill", "garden", "legal"),
    )
