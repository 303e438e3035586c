"""Protected voice: no vote passes over the objection of the organisation closest to the problem, on a critical kind."""

from __future__ import annotations

from dataclasses import replace

from coalmeet.meeting.events import EarlierTry
from coalmeet.meeting.moves import consent, proposals, votes
from coalmeet.text import _
from ui.rehearsal.cast import EVERYBODY, item, opening
from ui.rehearsal.scenes import adopt, answers, arrive, bring, close, fix_text, turn_to
from ui.rehearsal.stories.fallback import CHARTER, STATEMENT, TEXT
from ui.rehearsal.story import Line, Sitting, Story, line

BETTER = "We ask the council to close the river road to cars, but not to carers and carts."
LATE = "The council votes on 12 June"


def story() -> Story:
    """The protected objector is heard: the text is changed, and consent is reached after all."""
    earlier = EarlierTry("road-1", "2026-05-14", ("legal",))
    road = item("road", "The river road", 20, kind=STATEMENT.name, proposal=TEXT)
    agenda = (replace(road, earlier=earlier, vote_announced=True),)
    plan = opening(*agenda, date="2026-06-11", kinds=(STATEMENT,), profile=CHARTER, protected=("legal",))
    lines = (*arrive(), turn_to("road"), *_no_vote(), *_heard(), adopt(), *close())
    about = _("Protected voice: no vote passes over it on a critical kind; the text is changed instead.")
    return Story("protected_voice", about, (Sitting(plan, lines),))


def _no_vote() -> tuple[Line, ...]:
    return (
        bring("road-2", TEXT, "bikes", STATEMENT.name),
        line(_("The vote was announced."), votes.fall_back, refused="protected voice"),
        line(_("A date from outside changes nothing."), votes.fall_back, LATE, refused="protected voice"),
    )


def _heard() -> tuple[Line, ...]:
    others = tuple(one for one in EVERYBODY if one != "legal")
    return (
        fix_text("round-1"),
        line(_("Legal Aid objects again."), consent.answer, "legal", "objection", objection_id="carts"),
        *answers("consent", *others),
        line(_("The text is changed together."), proposals.amend, BETTER, minutes=5),
        fix_text("round-2"),
        *answers("consent", *EVERYBODY),
    )
