"""Who is heard: a stack that asks first who spoke least, rounds of every way, a line that breaks."""

from __future__ import annotations

from coalmeet.meeting.events import Seat
from coalmeet.meeting.moves import flow, people, rounds, stack, work
from coalmeet.text import _
from ui.rehearsal.cast import item, opening
from ui.rehearsal.scenes import adopt, bring, close, fix_text, signs, turn_to
from ui.rehearsal.story import Line, Sitting, Story, line

TEXT = "We share one press officer until the summer, for eight hours a week."
# Who began a round at earlier meetings, the latest last: so another begins today.
BEFORE = ("legal", "garden", "radio", "food", "bikes", "harbour", "maps")


def story() -> Story:
    """One evening: a discussion, a look back, and a decision that must come before somebody leaves."""
    agenda = (
        item("press", "Shared press officer", 40, "discussion"),
        item("decide", "Who speaks to the press", 20, proposal=TEXT, proposer="maps"),
        item("back", "Looking back on the spring", 40, "discussion"),
    )
    lines = (
        *_coming(),
        *_stack(),
        *_others(),
        *_deciding(),
        *_groups(),
        *_broken_line(),
        *_thanks(),
        *close(),
    )
    about = _("Who is heard: the stack, rounds of every way, small groups, a line that breaks, a late guest.")
    whole = opening(*agenda, quorum=8, began=BEFORE)
    return Story("voices", about, (Sitting(whole, lines),))


def _coming() -> tuple[Line, ...]:
    """Some in the room, some far away; one says until when she stays."""
    in_room = ("priya", "sana", "tomas", "jun", "grace")
    return (
        line(_("Some are in the room."), people.arrive_all, in_room),
        line(_("Luca is on the phone."), people.arrive, "luca", "phone"),
        line(_("Ruth comes by video."), people.arrive, "ruth", "video"),
        line(_("Nils comes by video."), people.arrive, "nils", "video"),
        line(_("Grace has to leave early."), people.announce_departure, "grace", _until(40)),
        line(_("The agenda is agreed."), flow.agree_agenda),
    )


def _until(minutes: int) -> int:
    return opening().planned_start + minutes * 60_000


def _stack() -> tuple[Line, ...]:
    """Hands go up, and those heard least come first."""
    return (
        turn_to("press"),
        line(_("Tomas raises a hand."), stack.join, "tomas"),
        line(_("Sana raises a hand."), stack.join, "sana"),
        line(_("Tomas has the floor."), stack.give_floor, minutes=1, picture="stack"),
        line(_("Nils asks what that word means."), stack.join, "nils", "question"),
        line(_("Tomas would like to say more."), stack.join, "tomas", minutes=1),
        line(_("A question to understand goes first."), stack.give_floor, picture="question"),
        line(_("Tomas answers him."), stack.join, "tomas", "reply", minutes=1),
        line(_("Grace raises a hand."), stack.join, "grace"),
        line(_("And withdraws it."), stack.withdraw, "grace"),
        line(_("Jun has to go to the studio."), stack.join, "jun"),
        line(_("So he comes first."), stack.move, "jun", "tomas", _("goes on air")),
        *(line(_("On to the next."), stack.give_floor, minutes=1) for _name in range(3)),
        line(_("Nobody is left in the stack."), stack.give_floor),
    )


def _others() -> tuple[Line, ...]:
    """Those not heard are called, and nobody is named who was silent; then how all feel about it, by hand."""
    return (
        line(_("Let us hear others."), stack.hear_others, "sweep", picture="sweep"),
        line(_("The stack waits for the round."), stack.give_floor, refused="A round is going on"),
        line(_("The first is heard."), rounds.hear, minutes=1),
        line(_("One more thinks about it."), rounds.ask_later),
        *(line(_("The next is heard."), rounds.hear) for _voice in range(2)),
        line(_("And one passes."), rounds.let_pass),
        line(_("All have been heard."), rounds.end_round),
        line(_("How does it feel? Thumbs."), rounds.begin_round, "thumbs", "free", _("Shall we try it?"), way="sign"),
        line(_("All signs seen but one."), rounds.count_signs, ("food",), picture="signs"),
        line(_("Grace is asked by name."), rounds.hear),
        line(_("That was everybody."), rounds.end_round),
    )  # fmt: skip


def _deciding() -> tuple[Line, ...]:
    """Quorum depends on Grace: the desk says it, and the decision comes before she leaves."""
    return (
        line(_("The desk warns in time."), flow.end_item, minutes=1, picture="warning"),
        turn_to("decide"),
        bring("press-1", TEXT, "maps"),
        fix_text("round-1", picture="quorum"),
        signs(),
        adopt(),
        line(_("Grace leaves, and it is decided."), people.depart, "grace", minutes=1),
    )


def _groups() -> tuple[Line, ...]:
    """A ready-made round that begins in small groups, and a guest who comes in the middle."""
    guest = Seat("ines", "Ines Roth", "", "guest")
    return (
        turn_to("back"),
        line(
            _("What goes well, what could be better?"),
            rounds.begin_round, "well", "free", "", "person", ready="well_better",
        ),
        line(_("First in twos and threes."), rounds.form_groups, 6, picture="groups"),
        line(_("Ines comes in, and is told what was so far."), people.add_person, guest, "room", minutes=4),
        line(_("They are back together."), rounds.bring_back, minutes=2),
        line(_("The first one tells."), rounds.note_theme, _("the leaflets"), "well"),
        line(_("On to the next."), rounds.hear, minutes=1),
        line(_("And something to change."), rounds.note_theme, _("we begin too late"), "better", picture="themes"),
        line(_("The other way around, for once."), rounds.turn_around),
        line(_("On to the next."), rounds.hear),
    )  # fmt: skip


def _broken_line() -> tuple[Line, ...]:
    """The line breaks in the middle: the clock stops, the round goes on, and they are asked again."""
    return (
        line(_("The line breaks."), people.lose_line, ("luca", "ruth", "nils"), picture="line-lost"),
        *(line(_("In the room it goes on."), rounds.hear) for _voice in range(4)),
        line(
            _("Those whose line broke are not forgotten."),
            rounds.end_round,
            refused="broke before they were heard",
        ),
        line(_("The group ends the round for now."), rounds.end_round, True),
        line(_("They are back."), people.come_back, minutes=3),
        line(_("And are asked."), rounds.take_up, picture="asked-again"),
        *(line(_("Heard after all."), rounds.hear) for _voice in range(2)),
        line(_("Now everybody has been heard."), rounds.end_round),
    )


def _thanks() -> tuple[Line, ...]:
    """Thanks, as people wish; then those are called who said nothing."""
    return (
        line(
            _("Thanks, whoever wishes."), rounds.begin_round, "thanks", "free", way="popcorn", ready="thanks"
        ),
        line(_("Sana thanks Jun."), rounds.hear, "mill"),
        line(_("It goes into the minutes."), work.thank, _("Jun, for the studio"), picture="thanks"),
        line(_("Would somebody else?"), rounds.sweep),
        *(line(_("Heard, or passed."), rounds.let_pass) for _voice in range(6)),
        line(_("Thank you all."), rounds.end_round),
    )
