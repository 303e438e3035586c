"""Three objections and their own lives: one is measured by the text, one becomes a concern, one waits."""

from __future__ import annotations

from coalmeet.meeting.moves import consent, objections, terms
from coalmeet.text import _
from ui.rehearsal.cast import EVERYBODY, item, opening
from ui.rehearsal.scenes import adopt, answers, arrive, bring, close, fix_text, turn_to
from ui.rehearsal.story import Line, Sitting, Story, line

DRAFT = "We publish the rents of all our members’ houses."
TOLD = {
    "legal": ("privacy", "Some of our clients are hiding from somebody", "risk"),
    "radio": ("wording", "“All” sounds as if we had asked everybody", "improvement"),
    "bikes": ("cost", "Nobody has said who pays for the printing", "charter"),
}
OTHERS = tuple(one for one in EVERYBODY if one not in TOLD)


def story() -> Story:
    """Three objections to one text, and three ways in which they end."""
    agenda = (item("rents", "A list of rents", 30, proposal=DRAFT, proposer="maps"),)
    lines = (
        *arrive(), turn_to("rents"), bring("rents-1", DRAFT, "maps"), fix_text("round-1"),
        *_raised(), *_understood(), *_tested(), *_set_aside(), *_measured(), adopt(), *close(),
    )  # fmt: skip
    about = _(
        "Objections: tested with the group, set aside until a date, and one that the text then measures."
    )
    return Story("objections", about, (Sitting(opening(*agenda), lines),))


def _raised() -> tuple[Line, ...]:
    """Two object when they are asked, one by chat before its turn; the round is still finished."""
    by_chat = line(_("One writes it in the chat."), consent.raise_objection, "bikes", "cost")
    aloud = tuple(
        line(
            _("An objection: the name is enough."),
            consent.answer,
            who,
            "objection",
            objection_id=TOLD[who][0],
        )
        for who in ("legal", "radio")
    )
    return (by_chat, *aloud, *answers("consent", *OTHERS))


def _understood() -> tuple[Line, ...]:
    """The reasons follow, with the group's help; before that nothing can be tested."""
    too_early = line(
        _("Nobody tests what is not understood."),
        objections.weigh,
        "privacy",
        (),
        True,
        refused="Write down the reason",
    )
    return (
        too_early,
        *(
            line(_("The reason is found together."), consent.understand, *told, minutes=1.5, picture=told[0])
            for told in TOLD.values()
        ),
    )


def _tested() -> tuple[Line, ...]:
    """The facilitator cannot end one alone; the group can, when nobody disagrees and the objector agrees aloud."""
    return (
        line(_("The facilitator alone?"), consent.end_objection, "wording", "withdrawn", refused="only they"),
        line(_("All agree, and Radio too: a concern."), objections.weigh, "wording", (), True, minutes=2),
        line(_("Food Bank thinks that this one stands."), objections.weigh, "privacy", ("food",), minutes=2),
    )


def _set_aside() -> tuple[Line, ...]:
    return (
        line(
            _("Safe Streets agree that finance looks at it first."),
            objections.defer_objection, "cost", "Finance group", "2026-06-11", agreed=True, minutes=2,
        ),
    )  # fmt: skip


def _measured() -> tuple[Line, ...]:
    """The worry goes into the text, and everybody is asked about the new words; Legal Aid answers itself."""
    return (
        line(
            _("The worry is watched."),
            terms.measure, "whether a house can be told from the list", "one house can", minutes=3, picture="measured",
        ),
        fix_text("round-2"),
        *answers("consent", *(one for one in EVERYBODY if one != "legal"), "legal"),
    )  # fmt: skip
