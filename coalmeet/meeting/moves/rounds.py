"""Moves in a round: each in turn speaks once, and it ends when nobody present is left out."""

from __future__ import annotations

from coalmeet.errors import NotAllowed
from coalmeet.meeting import events
from coalmeet.meeting.moves.asking import must_be_open, some_text, the_person, the_round
from coalmeet.meeting.state import Meeting
from coalmeet.meeting.turns import MAY_PASS, units, waiting
from coalmeet.meeting.words import listed
from coalmeet.text import _

Events = tuple[events.Event, ...]
KINDS = ("temperature", "questions", "reactions", "closing", "free")


def begin_round(meeting: Meeting, at: int, id: str, kind: str, purpose: str = "", unit: str = "") -> Events:
    """Begin a round of this kind; a temperature round goes by person, the others by organisation unless
    said.
    """
    must_be_open(meeting)
    if kind not in KINDS:
        raise NotAllowed(_("A consent round begins when you ask for consent."))
    if meeting.round is not None:
        raise NotAllowed(_("A round is going on. Let it end first."))
    by = "person" if kind == "temperature" else (unit or "organisation")
    order = units(meeting, kind, by)
    if not order:
        raise NotAllowed(_("Nobody is here yet. Note who has arrived first."))
    return (events.RoundBegun(id, kind, by, order, purpose),)


def _whose_turn(meeting: Meeting, unit: str) -> str:
    now = the_round(meeting)
    if now.kind == "consent":
        raise NotAllowed(_("This is a consent round: note what they answer."))
    left = waiting(meeting, now)
    if not unit and not left:
        raise NotAllowed(_("Everybody has been heard. End the round."))
    chosen = unit or left[0]
    if chosen not in now.order:
        raise NotAllowed(_("{name} is not in this round.").format(name=meeting.name_of(chosen)))
    return chosen


def hear(meeting: Meeting, at: int, unit: str = "") -> Events:
    """The one whose turn it is, or a named one, has been heard: on to the next."""
    return (events.Spoke(_whose_turn(meeting, unit)),)


def let_pass(meeting: Meeting, at: int, unit: str = "") -> Events:
    """Somebody passes, in a round where that is allowed."""
    chosen = _whose_turn(meeting, unit)
    if the_round(meeting).kind not in MAY_PASS:
        raise NotAllowed(_("In a reaction round everybody says a word. Come back to them at the end."))
    return (events.Passed(chosen),)


def ask_later(meeting: Meeting, at: int, unit: str = "") -> Events:
    """ "Come back to me": somebody goes to the end of the round."""
    now = the_round(meeting)
    left = waiting(meeting, now)
    chosen = unit or (left[0] if left else "")
    if chosen not in left:
        raise NotAllowed(_("Nobody is left to come back to. End the round."))
    if left[-1] == chosen:
        raise NotAllowed(_("{name} is the last one already.").format(name=meeting.name_of(chosen)))
    return (events.AskedLater(chosen),)


def end_round(meeting: Meeting, at: int, leave_out: bool = False) -> Events:
    """End the round. Nobody present is left out, unless in a temperature round, where a word may still come
    later.
    """
    now = the_round(meeting)
    left = waiting(meeting, now)
    if now.kind == "consent":
        raise NotAllowed(_("A consent round ends when all have answered. Park the proposal to stop it."))
    if left and now.kind != "temperature" and not leave_out:
        raise NotAllowed(
            _("{names} not heard yet. Call them, let them pass, or note that they have left.").format(
                names=listed([meeting.name_of(one) for one in left])
            )
        )
    return (events.RoundEnded(),)


def give_word(meeting: Meeting, at: int, person: str, word: str) -> Events:
    """Keep somebody's temperature word as typed; during the round it is their turn, later it is simply
    added.
    """
    must_be_open(meeting)
    the_person(meeting, person)
    kept = some_text(word, _("Type the word, or let them pass."))
    now = meeting.round
    spoke: Events = ()
    if now is not None and now.kind == "temperature" and person in now.order and person not in now.heard:
        spoke = (events.Spoke(person),)
    return (events.WordGiven(person, kept), *spoke)
