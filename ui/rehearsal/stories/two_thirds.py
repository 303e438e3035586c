"""Two thirds: a budget needs two of three voices that are present, and the first count is not enough."""

from __future__ import annotations

from coalmeet.meeting.events import DecisionKind
from coalmeet.meeting.moves import consent, proposals
from coalmeet.text import _
from ui.rehearsal.cast import item, opening
from ui.rehearsal.scenes import adopt, arrive, bring, close, fix_text, turn_to, vote
from ui.rehearsal.story import Line, Sitting, Story, line

BUDGET = DecisionKind("kind-budget", _("Budget"), "two_thirds")
DRAFT = "We spend 900 on posters and 300 on rooms."
BETTER = "We spend 600 on posters, 300 on rooms and 300 on interpreters."


def story() -> Story:
    """The first text has five of eight; the changed one has six, and is adopted."""
    agenda = (item("budget", "Budget for spring", 20, kind=BUDGET.name, proposal=DRAFT, proposer="food"),)
    plan = opening(*agenda, kinds=(BUDGET,))
    lines = (*arrive(), turn_to("budget"), *_first_count(), *_second_count(), adopt(), *close())
    about = _("Two thirds: five of eight are too few; the text is changed, and six of eight are enough.")
    return Story("two_thirds", about, (Sitting(plan, lines),))


def _first_count() -> tuple[Line, ...]:
    return (
        bring("budget-1", DRAFT, "food", BUDGET.name),
        fix_text("round-1", picture="vote"),
        *vote("yes", "food", "radio", "harbour", "maps", "bikes", picture="voting"),
        *vote("no", "mill", "legal", "garden"),
        line(
            _("Five of eight are not two thirds."),
            consent.adopt,
            refused="two thirds are 6",
            picture="too-few",
        ),
    )


def _second_count() -> tuple[Line, ...]:
    return (
        line(_("The text is changed together."), proposals.amend, BETTER, minutes=4),
        line(_("What was said to the old text does not count."), consent.adopt, refused="not fixed"),
        fix_text("round-2"),
        *vote("yes", "food", "radio", "harbour", "maps", "mill", "legal"),
        *vote("no", "garden"),
        *vote("abstain", "bikes"),
    )
