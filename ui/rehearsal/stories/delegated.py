"""Delegated: the press group decides about press releases; the coalition hears it, and the minutes say who decided."""

from __future__ import annotations

from coalmeet.meeting.events import DecisionKind
from coalmeet.meeting.moves import proposals, votes
from coalmeet.text import _
from ui.rehearsal.cast import item, opening
from ui.rehearsal.scenes import arrive, bring, close, turn_to
from ui.rehearsal.story import Line, Sitting, Story, line

PRESS = DecisionKind("kind-press", _("Press release"), "delegated", "Press group")
OPEN = DecisionKind("kind-small", _("Small spending"), "delegated")
TEXT = "We invite the press to the river on 3 June."
SPENDING = "80 for paint."


def story() -> Story:
    """One matter that the matrix gives to a group, and one where somebody has to say who decides."""
    agenda = (
        item("press", "Press release", 10, kind=PRESS.name, proposal=TEXT),
        item("paint", "Paint for the banner", 5, kind=OPEN.name, proposal=SPENDING),
    )
    plan = opening(*agenda, kinds=(PRESS, OPEN))
    lines = (*arrive(), turn_to("press"), *_press(), turn_to("paint"), *_paint(), *close())
    about = _("Delegated: a group decides, under its mandate; the coalition hears it and asks nobody.")
    return Story("delegated", about, (Sitting(plan, lines),))


def _press() -> tuple[Line, ...]:
    return (
        bring("press-1", TEXT, "radio", PRESS.name),
        line(_("Nobody is asked."), proposals.ask_for_consent, "round", refused="Press group decides"),
        line(
            _("What the group decided is noted."),
            votes.note_decision_of,
            authority=_("mandate of 3 March"),
            picture="delegated",
        ),
    )


def _paint() -> tuple[Line, ...]:
    return (
        bring("paint-1", SPENDING, "mill", OPEN.name),
        line(_("Who decides this?"), votes.note_decision_of, refused="Say who decides"),
        line(
            _("The treasurer decides."),
            votes.note_decision_of,
            "Grace Boateng",
            _("up to 100, by the charter"),
        ),
    )
