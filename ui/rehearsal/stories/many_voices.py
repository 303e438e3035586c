"""Many Voices One Song: each is called in a round; a worry is an objection, and its owner says when it is met."""

from __future__ import annotations

from coalmeet.meeting.moves import consent, objections, proposals
from coalmeet.text import _
from ui.rehearsal.cast import EVERYBODY, item, opening
from ui.rehearsal.scenes import adopt, answers, arrive, bring, close, fix_text, turn_to
from ui.rehearsal.story import Line, Sitting, Story, line
from ui.rehearsal.traditions import charter_of

TEXT = "The fund pays interpreters first."
TERM = "The fund pays interpreters first, for six months; in June we count what was left for others."


def story() -> Story:
    """A concern beside consent is not known here: the term is shortened and the worry measured instead."""
    agenda = (item("fund", "What the fund pays first", 25, proposal=TEXT, proposer="legal"),)
    lines = (*arrive(), turn_to("fund"), *_worry(), *_repaired(), adopt(), *close())
    about = _("Many Voices One Song: in rounds; a worry is an objection, met by a term and a measure.")
    return Story("many_voices", about, (Sitting(opening(*agenda, profile=charter_of("mvos")), lines),))


def _worry() -> tuple[Line, ...]:
    others = tuple(one for one in EVERYBODY if one != "food")
    return (
        bring("fund-1", TEXT, "legal"),
        fix_text("round-1", picture="round"),
        line(_("Signs are not enough here."), consent.see_signs, EVERYBODY, refused="called in turn"),
        *answers("consent", *others),
        line(
            _("A concern beside consent is not known here."),
            consent.answer,
            "food",
            "concern",
            refused="no concerns",
        ),
        line(_("So the worry is an objection."), consent.answer, "food", "objection", objection_id="empty"),
    )


def _repaired() -> tuple[Line, ...]:
    return (
        line(_("It is understood."), consent.understand, "empty", "Nothing may be left for rooms", "risk"),
        line(
            _("The group does not overrule it."),
            objections.weigh,
            "empty",
            ("maps",),
            refused="Ask them alone",
        ),
        line(_("A shorter term, and a measure."), proposals.amend, TERM, minutes=3, picture="repaired"),
        fix_text("round-2"),
        *answers("consent", *EVERYBODY),
        line(
            _("And nobody is asked twice by a sign."), consent.see_signs, EVERYBODY, refused="called in turn"
        ),
    )
