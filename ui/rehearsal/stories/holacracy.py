"""Holacracy: only objections are asked for; nobody judges the reasons, and no date brings the decision back."""

from __future__ import annotations

from coalmeet.meeting.moves import consent, objections
from coalmeet.text import _
from ui.rehearsal.cast import EVERYBODY, item, opening
from ui.rehearsal.scenes import adopt, answers, arrive, bring, close, fix_text, turn_to
from ui.rehearsal.story import Line, Sitting, Story, line
from ui.rehearsal.traditions import charter_of

TEXT = "The role of press officer may answer the press without asking us."


def story() -> Story:
    """An objection that the objector, asked for reasons, finds to be none."""
    agenda = (item("role", "Press officer", 20, proposal=TEXT, proposer="radio"),)
    lines = (*arrive(), turn_to("role"), *_objections(), adopt(), *close())
    about = _("Holacracy: only objections count; the objector alone says whether a reason holds.")
    return Story("holacracy", about, (Sitting(opening(*agenda, profile=charter_of("holacracy")), lines),))


def _objections() -> tuple[Line, ...]:
    others = tuple(one for one in EVERYBODY if one != "garden")
    reason = "They may say what we did not decide"
    return (
        bring("role-1", TEXT, "radio"),
        fix_text("round-1", picture="asked"),
        line(_("No standing aside."), consent.answer, "maps", "aside", refused="no standing aside"),
        *answers("consent", *others),
        line(_("The allotments object."), consent.answer, "garden", "objection", objection_id="loose"),
        line(_("The facilitator ends nothing."), consent.end_objection, "loose", "withdrawn", refused="only they"),
        line(_("They are asked for the reason."), consent.understand, "loose", reason, "charter", picture="reason"),
        line(_("Others do not judge it."), objections.weigh, "loose", ("bikes",), refused="Ask them alone"),
        line(
            _("They see that the charter bounds the role, and let it go."),
            consent.end_objection, "loose", "withdrawn", agreed=True, minutes=2,
        ),
    )  # fmt: skip
