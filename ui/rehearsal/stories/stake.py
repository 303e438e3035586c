"""A facilitator with a stake: another leads one decision and hands it back, and for one the group lets them lead."""

from __future__ import annotations

from coalmeet.meeting.moves import consent, people, roles, stake
from coalmeet.text import _
from ui.rehearsal.cast import item, opening
from ui.rehearsal.scenes import adopt, arrive, bring, close, fix_text, signs, turn_to
from ui.rehearsal.story import Line, Sitting, Story, line

OFFICE = "We rent the room above the library for a year."
KEYS = "Harbour Tenants keeps the keys of the room."


def story() -> Story:
    """Priya of Harbour Tenants facilitates, and Harbour Tenants brings both texts."""
    agenda = (
        item("room", "A room of our own", 15, proposal=OFFICE, proposer="harbour"),
        item("keys", "The keys", 5, proposal=KEYS, proposer="harbour"),
    )
    learns = line(_("Ruth learns to facilitate beside Priya."), roles.take_role, "co_facilitator", "ruth")
    lines = (*arrive(), learns, turn_to("room"), *_somebody_else(), turn_to("keys"), *_all_agree(), *close())
    about = _("A stake: somebody else leads the decision, or the group consents that the facilitator does.")
    return Story("stake", about, (Sitting(opening(*agenda), lines),))


def _somebody_else() -> tuple[Line, ...]:
    return (
        bring("room-1", OFFICE, "harbour"),
        fix_text("round-1", picture="stake"),
        signs(),
        line(_("Not while a party leads it."), consent.adopt, refused="Let somebody else lead the decision"),
        line(
            _("Luca leads this decision."), stake.lead_instead, "luca", _("Harbour Tenants brought it"),
            picture="led",
        ),
        adopt(),
        line(_("Priya facilitates again."), people.hand_over, "priya", refused="facilitates already"),
    )  # fmt: skip


def _all_agree() -> tuple[Line, ...]:
    return (
        bring("keys-1", KEYS, "harbour"),
        line(_("All agree that Priya leads this one."), stake.allow_lead),
        fix_text("round-2"),
        signs(),
        adopt(),
    )
