"""What was entered wrongly is put right: at once, a moment later, and after the close; a decision reopens by itself."""

from __future__ import annotations

from operator import methodcaller

from coalmeet.meeting import events
from coalmeet.meeting.moves import closing, flow, people, proposals, terms, work
from coalmeet.meeting.moves.correct import entries
from coalmeet.text import _
from ui.rehearsal.cast import EVERYBODY, item, opening
from ui.rehearsal.scenes import adopt, answers, arrive, bring, close, fix_text, signs, turn_to
from ui.rehearsal.story import Line, Sitting, Story, Table, line

DRAFT = "We lend the van to members for two days."
BETTER = "We lend the van to members for two days; food deliveries go first."


def story() -> Story:
    """One meeting with a slip of every kind."""
    agenda = (
        item("van", "The shared van", 20, proposal=DRAFT, proposer="bikes"),
        item("end", "Next time", 10),
    )
    lines = (*arrive(), turn_to("van"), *_decided(), *_slips(), *_reopened(), *_ended())
    about = _("Put right: what was entered wrongly, from a slip of the hand to an answer that was misheard.")
    return Story("put_right", about, (Sitting(opening(*agenda), lines),))


def _decided() -> tuple[Line, ...]:
    second = line(
        _("Some read it in Spanish; the first text stays the binding one."),
        terms.translate,
        "Español",
        "Prestamos la furgoneta a los miembros por dos días.",
    )
    return (bring("van-1", DRAFT, "bikes"), second, fix_text("round-1"), signs(), adopt())


def _slips() -> tuple[Line, ...]:
    return (
        line(_("Luca facilitates from here: Priya has a cough."), people.hand_over, "luca", "A cough"),
        line(_("An action is noted."), work.agree_action, "keys", "Copy the keys", "nils"),
        Line(_("It is taken back…"), methodcaller("take_back"), 0.2),
        Line(_("…and counts again."), methodcaller("restore"), 0.2),
        line(_("The keys are there already: it is struck out."), work.drop_action, "keys", minutes=2),
    )


def _reopened() -> tuple[Line, ...]:
    others = tuple(one for one in EVERYBODY if one != "food")
    return (
        Line(_("Grace had not given a sign: she objects."), _food_objected, 2, "reopened"),
        line(_("Her reason is heard, and the text is changed."), proposals.amend, BETTER, minutes=3),
        fix_text("round-2"),
        signs(*others),
        *answers("consent", "food"),
        adopt("adopted-again"),
    )


def _food_objected(table: Table) -> object:
    """The entry of a sign that nobody gave is put right; what rested on it reopens."""
    signs_seen = [one for one in entries(table.moves) if isinstance(one.event, events.Answered)]
    found = next(one for one in signs_seen if getattr(one.event, "organisation", "") == "food")
    return table.correct(found.move, found.index, "answer", "objection")


def _ended() -> tuple[Line, ...]:
    return (
        turn_to("end"),
        line(_("Allotment Union would skip its turn…"), closing.skip_next_turn, "garden"),
        line(_("…and finds that it can."), closing.keep_next_turn, "garden", minutes=1),
        *close(),
        line(
            _("Somebody remembers the date: it is opened again."), flow.reopen_meeting, "The date was missing"
        ),
        line(_("The date is agreed."), closing.agree_next_meeting, "2026-06-11"),
        *close(),
    )
