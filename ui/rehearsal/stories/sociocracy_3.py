"""Sociocracy 3.0: nobody stands aside; the group tests what counts as an objection; concerns are kept with the text."""

from __future__ import annotations

from coalmeet.meeting.moves import consent, objections, proposals, rounds
from coalmeet.text import _
from ui.rehearsal.cast import EVERYBODY, item, opening
from ui.rehearsal.scenes import adopt, arrive, bring, close, fix_text, signs, turn_to
from ui.rehearsal.story import Line, Sitting, Story, line
from ui.rehearsal.traditions import charter_of

TEXT = "We meet by video every second month."


def story() -> Story:
    """One decision: a concern is heard, an argument is tested, and it turns out to be a concern too."""
    agenda = (item("video", "Meeting by video", 25, proposal=TEXT, proposer="bikes"),)
    lines = (*arrive(), turn_to("video"), *_talk(), *_answers(), *_tested(), adopt(), *close())
    about = _("Sociocracy 3.0: the group tests an objection; nobody stands aside.")
    return Story("sociocracy_3", about, (Sitting(opening(*agenda, profile=charter_of("s3")), lines),))


def _talk() -> tuple[Line, ...]:
    return (
        bring("video-1", TEXT, "bikes"),
        line(_("Questions, to understand it."), proposals.reach, "clarifying", minutes=2),
        line(_("First reactions, in a round."), proposals.reach, "reacting", minutes=2),
        line(_("A round: each in turn."), rounds.begin_round, "round-1", "reactions"),
        *(line(_("One is heard."), rounds.hear, minutes=0.4) for _one in EVERYBODY),
        line(_("Everybody was heard."), rounds.end_round),
    )


def _answers() -> tuple[Line, ...]:
    return (
        fix_text("round-2", picture="asked"),
        line(_("Standing aside is not known here."), consent.answer, "radio", "aside", refused="no standing aside"),
        line(
            _("The radio consents, with a concern."), consent.answer, "radio", "concern",
            text="Our old laptops are slow",
        ),
        line(
            _("Mill Road has an argument against it."), consent.answer, "mill", "objection",
            objection_id="no-screen", text="Three of ours have no screen at all",
        ),
        signs(),
    )  # fmt: skip


def _tested() -> tuple[Line, ...]:
    reason = "Three of ours have no screen at all"
    return (
        line(
            _("Untested it is no concern."), consent.end_objection, "no-screen", "concern", agreed=True,
            refused="Write",
        ),
        line(_("What it is about is written down."), consent.understand, "no-screen", reason, "purpose"),
        line(
            _("Two think that it stands: the phone is an answer."), objections.weigh, "no-screen", ("food", "legal"),
            picture="tested",
        ),
        line(
            _("So it is not set aside."), consent.end_objection, "no-screen", "concern", agreed=True,
            refused="Ask the group first",
        ),
        line(
            _("The library lends three screens: asked again, nobody disagrees, Mill Road last."),
            objections.weigh, "no-screen", agreed=True, minutes=3,
        ),
    )  # fmt: skip
