"""Silence is no consent: still here?, called twice without an answer, back again; and quick consent for routine."""

from __future__ import annotations

from coalmeet.meeting.moves import calling, consent, proposals, terms
from coalmeet.text import _
from ui.rehearsal.cast import EVERYBODY, item, opening
from ui.rehearsal.scenes import adopt, answers, arrive, bring, close, fix_text, signs, turn_to
from ui.rehearsal.story import Line, Sitting, Story, line

ROUTINE = "We meet on the second Thursday of each month."
WEIGHTY = "We share our members’ addresses with the campaign."


def story() -> Story:
    """Two decisions in one meeting: one in two inputs, and one in which a line has gone quiet."""
    agenda = (
        item("day", "Day of meeting", 5, proposal=ROUTINE, proposer="maps"),
        item("share", "Sharing addresses", 20, proposal=WEIGHTY, proposer="radio"),
    )
    lines = (*arrive(), *_quickly(), *_with_a_quiet_line(), *close())
    about = _("Silence: quick consent for routine, and somebody who is called twice and does not answer.")
    return Story("silence", about, (Sitting(opening(*agenda), lines),))


def _quickly() -> tuple[Line, ...]:
    return (
        turn_to("day"),
        bring("day-1", ROUTINE, "maps"),
        fix_text("round-1", picture="quick"),
        line(
            _("“Anything unsafe to try?” A pause; nobody objects."),
            consent.nobody_objects,
            picture="adopted-quickly",
        ),
        line(_("Somebody looks after it."), terms.name_responsible, "day-1", "Luca Ferri"),
        line(_("It comes back after the summer."), terms.set_review, "day-1", "2026-09-10"),
    )


def _with_a_quiet_line() -> tuple[Line, ...]:
    others = tuple(one for one in EVERYBODY if one not in ("food", "harbour"))
    return (
        turn_to("share"),
        bring("share-1", WEIGHTY, "radio"),
        line(_("First the questions."), proposals.reach, "clarifying", minutes=3),
        fix_text("round-2"),
        line(_("“Is everybody still here?”"), calling.still_here, picture="still-here"),
        line(_("Grace is called, and does not answer."), calling.no_answer, "food", minutes=0.3),
        signs(*others),
        line(_("Called again at the end: counted as left."), calling.no_answer, "food", minutes=0.3),
        line(_("Not everybody has been asked."), consent.adopt, refused="has not been asked"),
        line(_("Her line is back."), calling.back_again, "food", picture="back"),
        *answers("consent", "food", "harbour"),
        adopt(),
        line(
            _("How we shall see whether it works."),
            terms.set_criteria, "share-1", "fifty more people come", "one person complains", "everybody on the list",
        ),
    )  # fmt: skip
