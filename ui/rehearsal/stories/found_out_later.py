"""What is found out later: a line that broke, somebody who was not there, and who really brought a text."""

from __future__ import annotations

from collections.abc import Callable

from coalmeet.meeting import events
from coalmeet.meeting.events import Profile
from coalmeet.meeting.moves import calling, consent, flow, people, stake
from coalmeet.meeting.moves.correct import entries
from coalmeet.text import _
from ui.rehearsal.cast import EVERYBODY, item, opening
from ui.rehearsal.scenes import adopt, answers, arrive, bring, close, fix_text, signs, turn_to
from ui.rehearsal.story import Line, Sitting, Story, Table, line

LEAFLETS = "We print two thousand leaflets."
VAN = "The van is washed once a month."
ROOM = "We rent the small room from September."


def story() -> Story:
    """Three decisions; of each something comes out afterwards that was not known when it was made."""
    agenda = (
        item("leaflets", "Leaflets", 10, proposal=LEAFLETS, proposer="maps"),
        item("van", "The van", 5, proposal=VAN, proposer="bikes"),
        item("room", "A room", 10, proposal=ROOM, proposer="garden"),
    )
    plan = opening(*agenda, profile=Profile(window_days=14))
    lines = (*arrive(), *_two_lines_break(), *_nobody_was_there(), *_who_brought_it(), *close())
    about = _("Found out later: what is put right afterwards changes what rested on it, and nothing else.")
    return Story("found_out_later", about, (Sitting(plan, lines),))


def _two_lines_break() -> tuple[Line, ...]:
    """Ruth had answered and stands by it; Luca had not, and does not come back."""
    others = tuple(one for one in EVERYBODY if one not in ("legal", "maps"))
    return (
        turn_to("leaflets"),
        bring("leaflets-1", LEAFLETS, "maps"),
        fix_text("round-1"),
        *answers("consent", "legal"),
        line(_("Two lines break."), people.lose_line, ("luca", "ruth"), picture="lines-broken"),
        signs(*others),
        line(_("Luca has not been asked."), consent.adopt, refused="broke before they were asked"),
        line(_("Ruth is back."), people.come_back, ("ruth",), minutes=2, picture="asked-whether-it-stands"),
        line(_("She stands by what she said."), calling.answers_stand),
        line(_("Luca stays away: the others go on."), people.go_on_without, picture="went-on"),
        adopt("provisional"),
        line(_("Luca is back."), people.arrive, "luca", "phone", minutes=2),
    )


def _nobody_was_there() -> tuple[Line, ...]:
    """Nils had been noted as here, and had not come: his organisation is owed the window."""
    return (
        turn_to("van"),
        bring("van-1", VAN, "mill"),
        fix_text("round-2"),
        signs(),
        adopt(),
        Line(_("Nils was not there at all."), _nils_was_not_there, 3, "was-not-there"),
    )


def _nils_was_not_there(table: Table) -> object:
    found = next(one for one in entries(table.moves) if _came(one.event, "nils"))
    return table.correct(found.move, found.index, "mistaken", 1)


def _came(event: events.Event, person: str) -> bool:
    return isinstance(event, events.Arrived) and event.person == person


def _who_brought_it() -> tuple[Line, ...]:
    """Both texts came from Harbour Tenants, and Priya of Harbour Tenants led both decisions."""
    here = tuple(one for one in EVERYBODY if one != "bikes")
    return (
        turn_to("room"),
        bring("room-1", ROOM, "garden"),
        fix_text("round-3"),
        signs(*here),
        adopt(),
        Line(_("Harbour Tenants brought this text."), _harbour_brought("room-1"), 1, "a-party-led"),
        line(_("The group would rather take it up again."), stake.take_up_again, "room-1", "room-2"),
        line(_("Luca leads it."), stake.lead_instead, "luca", _("Harbour Tenants brought it")),
        fix_text("round-4"),
        signs(*here),
        adopt(),
        Line(_("And the one about the van, too."), _harbour_brought("van-1"), 1),
        line(_("All agree: that one stands."), stake.let_stand, "van-1"),
        line(_("On to the closing."), flow.leave_item),
    )


def _harbour_brought(proposal: str) -> Callable[[Table], object]:
    """Puts right who brought a text."""

    def put_right(table: Table) -> object:
        found = next(one for one in entries(table.moves) if getattr(one.event, "id", "") == proposal)
        return table.correct(found.move, found.index, "proposer", "harbour")

    return put_right
