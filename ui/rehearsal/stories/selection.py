"""Selection: a treasurer is chosen by consent, for the reasons that were heard and not for the most names."""

from __future__ import annotations

from coalmeet.meeting.events import DecisionKind
from coalmeet.meeting.moves import consent, rounds, selection
from coalmeet.text import _
from ui.rehearsal.cast import EVERYBODY, item, opening
from ui.rehearsal.scenes import adopt, answers, arrive, close, fix_text, turn_to
from ui.rehearsal.story import Line, Sitting, Story, line

ROLE = DecisionKind("kind-role", _("Person for a role"), "selection")
UNTIL = "2027-05-13"
NAMED = (
    ("maps", "grace", "She kept the books of the food bank for six years"),
    ("mill", "nils", "He answers every mail within a day"),
    ("legal", "nils", ""),
    ("garden", "nils", "He has time this year"),
    ("radio", "grace", "She says no to spending when she must"),
    ("food", "nils", "He asked good questions about the fund"),
)


def story() -> Story:
    """Nominations, one changes its mind, an objection shortens the term, and the nominee answers last."""
    agenda = (item("treasurer", "Who is our treasurer?", 25, kind=ROLE.name),)
    lines = (
        *arrive(), turn_to("treasurer"), *_nominate(), *_change(), *_propose(), *_shorter(), *close()
    )  # fmt: skip
    about = _("Selection by consent: nominations with reasons, a round for changes, the nominee last.")
    return Story("selection", about, (Sitting(opening(*agenda, kinds=(ROLE,)), lines),))


def _nominate() -> tuple[Line, ...]:
    named = tuple(
        line(_("One is named, and why."), selection.nominate, one, person, reason, minutes=0.7)
        for one, person, reason in NAMED
    )
    return (
        line(
            _("For which role, and until when."),
            selection.begin_selection, "chosen", _("Treasurer"), "round-1", UNTIL, picture="nominate",
        ),
        *named,
        line(_("Priya passes."), rounds.let_pass, "harbour"),
        line(
            _("Nils names himself."),
            selection.nominate, "bikes", "nils", "I would learn it", picture="named",
        ),
    )  # fmt: skip


def _change() -> tuple[Line, ...]:
    return (
        line(_("Who would name another now?"), selection.begin_changes, "round-2"),
        line(
            _("Tomas heard a reason that changes his mind."),
            selection.nominate, "garden", "grace", "Six years with books weigh more", picture="changes",
        ),
        line(_("Nobody else changes."), selection.nobody_changes),
    )  # fmt: skip


def _propose() -> tuple[Line, ...]:
    others = tuple(one for one in EVERYBODY if one not in ("harbour", "food", "mill"))
    return (
        line(
            _("Whom nobody named cannot be proposed."),
            selection.propose_candidate, "t-1", "ruth", refused="Nobody named them",
        ),
        line(
            _("Grace is proposed, for her reasons; Nils was named as often."),
            selection.propose_candidate, "t-1", "grace", _("six years with the books"), picture="candidate",
        ),
        fix_text("round-3", picture="asked"),
        *answers("consent", *others),
        line(
            _("Mill Road objects to so long a term."),
            consent.answer, "mill", "objection", "", "A year is long for a first time", "long",
        ),
        *answers("consent", "harbour", "food"),
    )  # fmt: skip


def _shorter() -> tuple[Line, ...]:
    return (
        line(_("The term is shortened together."), selection.change_term, "2026-11-12", picture="shorter"),
        fix_text("round-4"),
        *answers("consent", *(one for one in EVERYBODY if one != "food")),
        *answers("consent", "food"),
        adopt(picture="chosen"),
    )
