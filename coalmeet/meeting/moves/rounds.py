"""Moves in a round: each in turn speaks once, and it ends when nobody present is left out."""

from __future__ import annotations

from coalmeet.errors import NotAllowed
from coalmeet.meeting import events
from coalmeet.meeting.moves.asking import must_be_on_record, must_be_open, some_text, the_person, the_round
from coalmeet.meeting.stack import speaking
from coalmeet.meeting.state import Meeting, Round
from coalmeet.meeting.timing import MINUTE
from coalmeet.meeting.turns import MAY_PASS, UNCALLED, cut_off, to_take_up, units, waiting
from coalmeet.meeting.words import listed
from coalmeet.text import _, clock_time

Events = tuple[events.Event, ...]
KINDS = ("temperature", "questions", "reactions", "closing", "free")
WAYS = ("turn", "popcorn", "sign", "groups")
READY = ("well_better", "stronger", "thanks", "")
SIDES = ("well", "better", "")
BY_SIGN = ("temperature", "questions", "closing", "free")  # a reaction is words
LONGEST_GROUPS = 120  # minutes
LONGEST_TURN = 600  # seconds


def begin_round(
    meeting: Meeting,
    at: int,
    id: str,
    kind: str,
    purpose: str = "",
    unit: str = "",
    way: str = "turn",
    ready: str = "",
    minutes: int = 0,
    turn_seconds: int = 0,
) -> Events:
    """Begin a round of this kind; a temperature round goes by person, the others by organisation unless
    said.

    `way` and `ready` are those of events.RoundBegun; `minutes` is how long small groups take; `turn_seconds`
    is the time for each, 0 for none.
    """
    must_be_open(meeting)
    if kind not in KINDS:
        raise NotAllowed(_("A consent round begins with its text. Ask for consent instead."))
    if meeting.round is not None:
        raise NotAllowed(_("A round is going on. Let it end first."))
    if way not in WAYS or ready not in READY:
        raise NotAllowed(
            _("Choose how people speak: in turn, as they wish, by sign, or first in small groups.")
        )
    if way == "sign" and kind not in BY_SIGN:
        raise NotAllowed(_("A reaction is said in words. Go around, or let people speak as they wish."))
    if not 0 <= turn_seconds <= LONGEST_TURN:
        raise NotAllowed(_("A turn takes ten minutes at most. Leave the time out, or make it shorter."))
    by = "person" if kind == "temperature" else (unit or "organisation")
    order = units(meeting, kind, by)
    if not order:
        raise NotAllowed(_("Nobody is here yet. Note who has arrived first."))
    freed: Events = (events.FloorFreed(),) if speaking(meeting) else ()
    begun = events.RoundBegun(id, kind, by, order, purpose, way, ready, turn_seconds)
    groups: Events = (_groups(at, minutes),) if way == "groups" else ()
    return (*freed, begun, *groups)


def _groups(at: int, minutes: int) -> events.GroupsFormed:
    if not 1 <= minutes <= LONGEST_GROUPS:
        raise NotAllowed(_("Say how many minutes the small groups have, two hours at most."))
    return events.GroupsFormed(at + minutes * MINUTE)


def _talking(meeting: Meeting) -> Round:
    """The round that is going on, while all are together."""
    now = the_round(meeting)
    if now.kind == "consent":
        raise NotAllowed(_("This is a consent round: note what they answer."))
    if now.groups_until:
        raise NotAllowed(
            _("People are in small groups until {time}. Bring them back first.").format(
                time=clock_time(now.groups_until, meeting.time_zone)
            )
        )
    return now


def _whose_turn(meeting: Meeting, unit: str) -> str:
    now = _talking(meeting)
    left = waiting(meeting, now)
    if not unit and not left:
        raise NotAllowed(_("Everybody has been heard. End the round."))
    if not unit and now.way in UNCALLED:
        raise NotAllowed(_("Nobody is called in this round. Choose who spoke, or call those not yet heard."))
    chosen = unit or left[0]
    if chosen not in now.order:
        raise NotAllowed(
            _("{name} is not in this round. Choose somebody who is.").format(name=meeting.name_of(chosen))
        )
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


def turn_around(meeting: Meeting, at: int) -> Events:
    """Change the direction: whoever speaks goes on, then the others come from the other end."""
    now = the_round(meeting)
    if len(waiting(meeting, now)) < 3:
        raise NotAllowed(_("Nobody would come at another time. Go on as it is."))
    return (events.DirectionTurned(),)


def sweep(meeting: Meeting, at: int) -> Events:
    """After those who wished have spoken: call those who have not been heard, one after the other."""
    now = _talking(meeting)
    if now.way not in UNCALLED:
        raise NotAllowed(_("They are being called one after the other already."))
    if not waiting(meeting, now):
        raise NotAllowed(_("Everybody has been heard. End the round."))
    return (events.SweepBegun(),)


def count_signs(meeting: Meeting, at: int, but: tuple[str, ...] = ()) -> Events:
    """One input for all whose sign was seen: everybody not heard yet, but for those who are named."""
    now = _talking(meeting)
    if now.kind not in BY_SIGN:
        raise NotAllowed(_("In a reaction round everybody says a word. Call them one after the other."))
    seen = tuple(unit for unit in waiting(meeting, now) if unit not in but)
    if not seen:
        raise NotAllowed(
            _("Nobody is left whose sign could count. Ask the others by name, or end the round.")
        )
    named = any(unit in but for unit in waiting(meeting, now)) and now.way in UNCALLED
    return (events.SignsSeen(seen), events.SweepBegun()) if named else (events.SignsSeen(seen),)


def form_groups(meeting: Meeting, at: int, minutes: int) -> Events:
    """Send people into small groups for some minutes; the round waits, with what was said in it."""
    if _talking(meeting).kind == "temperature":
        raise NotAllowed(_("A word from each takes no groups. Go around, or ask for a sign."))
    return (_groups(at, minutes),)


def bring_back(meeting: Meeting, at: int) -> Events:
    """The small groups are back, and the round goes on."""
    if not the_round(meeting).groups_until:
        raise NotAllowed(_("Nobody is in small groups. Go on with the round."))
    return (events.GroupsReturned(),)


def take_up(meeting: Meeting, at: int) -> Events:
    """Go on with the last round of this item, for those who are here and were not heard in it."""
    must_be_open(meeting)
    if meeting.round is not None:
        raise NotAllowed(_("A round is going on. Let it end first."))
    found = to_take_up(meeting)
    if found is None:
        raise NotAllowed(_("Everybody who is here was heard. Begin another round if you wish."))
    freed: Events = (events.FloorFreed(),) if speaking(meeting) else ()
    return (*freed, events.RoundTakenUp(found.id))


def note_theme(meeting: Meeting, at: int, text: str, side: str = "") -> Events:
    """Write down in a few words what was said: what goes well, what could be better, or simply a theme."""
    must_be_open(meeting)
    if not meeting.rounds:
        raise NotAllowed(_("Themes belong to a round. Begin one first."))
    if meeting.current is not None and meeting.current.is_off_record:
        raise NotAllowed(_("This part is off the record: nothing is written. Go on the record first."))
    if side not in SIDES:
        raise NotAllowed(_("Choose whether the theme goes well or could be better."))
    return (events.ThemeNoted(some_text(text, _("Write the theme in a few words.")), side),)


def end_round(meeting: Meeting, at: int, leave_out: bool = False) -> Events:
    """End the round. Nobody present is left out, unless in a temperature round, where a word may still come
    later, or where the group agrees to break it off.
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
    if not leave_out and now.kind != "temperature":
        _all_lines_hold(meeting, now)
    return (events.RoundEnded(),)


def _all_lines_hold(meeting: Meeting, now: Round) -> None:
    names = [meeting.name_of(one) for one in cut_off(meeting, now)]
    if names:
        raise NotAllowed(
            _(
                "The line of {names} broke before they were heard. "
                "Wait for them, or note that they have left."
            ).format(names=listed(names))
        )


def give_word(meeting: Meeting, at: int, person: str, word: str) -> Events:
    """Keep somebody's temperature word as typed; during the round it is their turn, later it is simply
    added.
    """
    must_be_on_record(meeting)
    the_person(meeting, person)
    kept = some_text(word, _("Type the word, or let them pass."))
    now = meeting.round
    spoke: Events = ()
    if now is not None and now.kind == "temperature" and person in now.order and person not in now.heard:
        spoke = (events.Spoke(person),)
    return (events.WordGiven(person, kept), *spoke)
