"""Windows: who was absent objects by mail, comes to the next meeting, and the text is repaired with them."""

from __future__ import annotations

from coalmeet.meeting.events import Again, DecisionKind, DecisionTold, EmergencyCalled, Profile, Raised
from coalmeet.meeting.moves import consent, flow, people, proposals
from coalmeet.text import _
from ui.rehearsal.cast import EVERYBODY, delegates, item, opening
from ui.rehearsal.scenes import adopt, answers, arrive, bring, close, fix_text, signs, turn_to
from ui.rehearsal.story import Line, Sitting, Story, line

CHARTER = Profile(window_days=14)
STATEMENT = DecisionKind("kind-statement", _("Public statement"), critical=True)
AWAY = ("legal", "radio")
HERE = tuple(one for one in EVERYBODY if one not in AWAY)
HALL = "We hire the Lower Hall for the congress."
BETTER = "We hire the Lower Hall, once it has a ramp."
PRESS = "The press group speaks for us."


def story() -> Story:
    """In May two organisations are away, and a text can only be recommended; in June one of the two is there."""
    about = _(
        "Windows: an objection by mail reopens a decision, and its organisation repairs it with the others."
    )
    return Story("windows", about, (_may(), _june()))


def _may() -> Sitting:
    agenda = (
        item("hall-may", "A hall for the congress", 15, proposal=HALL, topic="hall"),
        item("press-may", "Who speaks for us", 10, kind=STATEMENT.name, proposal=PRESS, topic="press"),
    )
    plan = opening(*agenda, kinds=(STATEMENT,), profile=CHARTER, protected=("legal",))
    lines = (
        *arrive(*HERE),
        turn_to("hall-may"),
        *_provisional(),
        turn_to("press-may"),
        *_too_few(),
        *close(),
    )
    return Sitting(plan, lines)


def _provisional() -> tuple[Line, ...]:
    """Who is away has two weeks, and one of those here has to ask at home."""
    others = tuple(one for one in HERE if one != "food")
    return (
        bring("hall-1", HALL, "mill"),
        fix_text("round-1"),
        line(
            _("Grace has no mandate: the Food Bank confirms by the end of the month."),
            consent.answer,
            "food",
            "consent",
            confirm_by="2026-05-31",
        ),
        signs(*others),
        adopt("window"),
    )


def _too_few() -> tuple[Line, ...]:
    """Two leave: what remains can only recommend, and keeps the concern."""
    leaving = ("food", "bikes")
    left = tuple(one for one in HERE if one not in leaving)
    gone = tuple(
        line(_("One more has to leave."), people.depart, person, minutes=0.1)
        for person in delegates(*leaving)
    )
    return (
        bring("press-1", PRESS, "maps", STATEMENT.name),
        fix_text("round-2"),
        *gone,
        *answers("consent", *(one for one in left if one != "garden")),
        line(
            _("Tomas has a concern."), consent.answer, "garden", "concern", text="Who speaks for the group?"
        ),
        line(_("Too few to decide."), consent.adopt, refused="Keep it as a recommendation"),
        line(_("It is recommended."), proposals.settle, "recommended", picture="recommended"),
    )


def _june() -> Sitting:
    letter = Raised("objection", "legal", "There is no ramp", "", "2026-05-26", "mail")
    worry = Raised("concern", "garden", "Who speaks for the group?")
    agenda = (
        item(
            "press-june", "Decide what was recommended", 10, kind=STATEMENT.name, proposal=PRESS, topic="press",
            again=Again("press-1", "recommended", "D2", PRESS, "2026-05-14", (worry,)),
        ),
        item(
            "hall-june", "Repair with the objection", 15, proposal=HALL, topic="hall",
            again=Again("hall-1", "reopened", "D1", HALL, "2026-05-14", (letter,)),
        ),
    )  # fmt: skip
    told = DecisionTold("paint", "80 for paint.", "Grace Boateng", _("the charter, up to 100"), "2026-06-02")
    called = EmergencyCalled(
        "", "Harbour Tenants", _("The hall is let on Friday"), _("three members may call one")
    )
    plan = opening(
        *agenda, date="2026-06-11", kinds=(STATEMENT,), profile=CHARTER, protected=("legal",),
        told=(told,), emergency=called,
    )  # fmt: skip
    here = tuple(one for one in EVERYBODY if one != "radio")
    lines = (*arrive(*here, picture="told"), *_decided(here), *_repaired(here), *close())
    return Sitting(plan, lines)


def _decided(here: tuple[str, ...]) -> tuple[Line, ...]:
    return (
        turn_to("press-june"),
        bring("press-2", PRESS, "maps", STATEMENT.name),
        fix_text("round-3"),
        *answers("consent", *here),
        adopt("recommended-decided"),
    )


def _repaired(here: tuple[str, ...]) -> tuple[Line, ...]:
    """Legal Aid has come: the text is changed until the objection no longer holds."""
    return (
        line(_("On to the hall."), flow.next_item),
        line(
            _("The text comes back with its objection."), proposals.bring, "hall-2", HALL, picture="reopened"
        ),
        line(_("Nobody passes over it."), consent.adopt, refused="not fixed yet"),
        line(_("The text is changed together."), proposals.amend, BETTER, minutes=4),
        fix_text("round-4"),
        line(_("Ruth lets the new text pass."), consent.answer, "legal", "consent"),
        signs(*(one for one in here if one != "legal")),
        adopt("repaired"),
    )
