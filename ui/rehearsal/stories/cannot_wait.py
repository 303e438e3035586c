"""What cannot wait comes first, who is away has been heard by mail, and old decisions are looked at again."""

from __future__ import annotations

from coalmeet.meeting.events import Again, AgendaEntry
from coalmeet.meeting.moves import absent, again, emergency, flow
from coalmeet.text import _
from ui.rehearsal.cast import EVERYBODY, item, opening
from ui.rehearsal.scenes import adopt, arrive, bring, close, fix_text, signs
from ui.rehearsal.story import Line, Sitting, Story, line

AWAY = ("radio", "bikes")
HERE = tuple(one for one in EVERYBODY if one not in AWAY)
TEXT = "We pay the bail of the two tenants today."
BANNER = "Our name stands on the banner of the march."


def story() -> Story:
    """One meeting that was to be short."""
    agenda = (
        item("rota", "The rota for the van, reviewed", 5, again=_reviewed("rota", "The van has a rota.")),
        item("logo", "The logo, reviewed", 5, again=_reviewed("logo", "Our logo is a red door.")),
        item("march", "Our name on the banner", 10, proposal=BANNER, proposer="mill"),
    )
    lines = (*arrive(*HERE), *_called(), *_march(), *_reviews(), *close())
    about = _(
        "It cannot wait: an emergency comes first, absent members wrote, and two decisions are reviewed."
    )
    return Story("cannot_wait", about, (Sitting(opening(*agenda), lines),))


def _reviewed(decision: str, words: str) -> Again:
    return Again(decision, "review", words=words, date="2025-11-13")


def _called() -> tuple[Line, ...]:
    """The item is added and put first in one input; why it cannot wait is said while it runs."""
    bail = AgendaEntry("bail", "Two tenants were arrested", "decision", 10)
    return (
        line(_("It cannot wait, and comes first."), emergency.call, bail, picture="emergency"),
        line(_("On to it."), flow.next_item),
        line(
            _("Who called it, and why."), emergency.explain, "bail",
            "Legal Aid Circle", "The court sits in an hour", "Any member may call one",
        ),
        bring("bail-1", TEXT, "legal"), fix_text("round-1"), signs(*HERE), adopt("provisional"),
    )  # fmt: skip


def _march() -> tuple[Line, ...]:
    """The banner is painted tonight; two who are away have written about it."""
    return (
        line(_("The banner is painted tonight: it comes next."), emergency.put_first, "march"),
        line(_("On to it."), flow.next_item),
        bring("march-1", BANNER, "mill"),
        line(_("Safe Streets had written: they consent."), absent.answer_beforehand, "bikes", "consent"),
        line(
            _("Community Radio had a worry; Sana reads it out."), absent.answer_beforehand, "radio",
            "concern", "We must stay neutral on air", "sana", picture="beforehand",
        ),
        fix_text("round-2"), signs(*HERE), adopt("with-mail"),
    )  # fmt: skip


def _reviews() -> tuple[Line, ...]:
    """Two decisions have come back: one is kept, one is ended."""
    return (
        line(_("On to the first review."), flow.next_item),
        line(_("Nobody wants to change it: it is kept."), again.keep),
        line(_("On to the second."), flow.next_item),
        line(_("It has done its work, and is ended."), again.end, "The logo is on every door"),
    )
