"""What both windows say, and the minutes list, when an entry that was put right changes what rested on it."""

from __future__ import annotations

from coalmeet.meeting import stake
from coalmeet.meeting.absent import owed_a_window
from coalmeet.meeting.consent import why_fallen
from coalmeet.meeting.proposal import Proposal
from coalmeet.meeting.state import Meeting
from coalmeet.meeting.turns import organisation_of
from coalmeet.meeting.words import listed
from coalmeet.text import _, ngettext

STAYS = 20_000  # milliseconds for which the call is told of it: long enough to be read aloud
BEARING = ("Arrived", "Departed", "ProposalBrought")  # kinds of entry on which it rests who is owed a window


def news(meeting: Meeting) -> str:
    """The sentence that both windows show until it is settled: a decision that is open again, or one that a party
    led; "" where there is none.
    """
    waiting = _waiting(meeting)
    if waiting:
        return _reopened(meeting, waiting[-1])
    led = stake.led_by_a_party(meeting) if meeting.is_open else ()
    return _led(meeting, led[-1]) if led else ""


def open_again(meeting: Meeting) -> str:
    """That a decision is open again and why, until there is another; "" where none is."""
    waiting = _waiting(meeting)
    if not waiting:
        return ""
    said, why = _reopened(meeting, waiting[-1]), why_fallen(meeting, waiting[-1])
    led = waiting[-1].reopened_why == "stake"
    return _("{said} {why}").format(said=said, why=why) if why and not led else said


def _waiting(meeting: Meeting) -> list[Proposal]:
    return [one for one in meeting.proposals if one.reopened_as and not _settled_again(meeting, one)]


def _settled_again(meeting: Meeting, proposal: Proposal) -> bool:
    successor = meeting.proposal(proposal.reopened_as)
    return successor is None or successor.decided


def _reopened(meeting: Meeting, proposal: Proposal) -> str:
    title = _title(meeting, proposal)
    if proposal.reopened_why == "stake":
        return _("A party led the decision on “{title}”, so it is open again.").format(title=title)
    return _("An entry was corrected, so the decision on “{title}” is open again.").format(title=title)


def _led(meeting: Meeting, proposal: Proposal) -> str:
    """In a line, as the call has it: what is asked is said aloud."""
    own = meeting.name_of(organisation_of(meeting, proposal.leader))
    words = _("{organisation} is a party in “{title}”, and led it. Does the decision stand?")
    return words.format(organisation=own, title=_title(meeting, proposal))


def led_words(meeting: Meeting, proposal: Proposal) -> str:
    """That a party led a decision, as it turned out, and what the group is asked."""
    return _(
        "{organisation} is a party in the decision on “{title}”, and {name} led it. "
        "Does it stand all the same, or do we take it up again?"
    ).format(
        organisation=meeting.name_of(organisation_of(meeting, proposal.leader)),
        title=_title(meeting, proposal),
        name=meeting.name_of(proposal.leader),
    )


def changed(meeting: Meeting) -> tuple[Proposal, ...]:
    """Adopted texts for which absent members may object otherwise than was noted when they were adopted."""
    found = (one for one in meeting.proposals if one.stage == "adopted" and not one.reopened_as)
    return tuple(one for one in found if _window(meeting, one) != _window_then(meeting, one))


def _window(meeting: Meeting, one: Proposal) -> tuple[int, tuple[str, ...]]:
    return (one.window_days, owed_a_window(meeting, one, one.present) if one.window_days else ())


def _window_then(meeting: Meeting, one: Proposal) -> tuple[int, tuple[str, ...]]:
    return (one.window_then, owed_a_window(meeting, one, one.present_then) if one.window_then else ())


def changed_words(meeting: Meeting, proposal: Proposal) -> str:
    """What has become of the window of an adopted text."""
    title = _title(meeting, proposal)
    if not proposal.window_days:
        return _(
            "An entry was corrected: nobody was missing in the decision on “{title}”, so nobody’s answer is awaited."
        ).format(title=title)
    names = [meeting.name_of(one) for one in owed_a_window(meeting, proposal, proposal.present)]
    return ngettext(
        "An entry was corrected: the decision on “{title}” is provisional. "
        "{names} was not there, and can object once the minutes have gone round.",
        "An entry was corrected: the decision on “{title}” is provisional. "
        "{names} were not there, and can object once the minutes have gone round.",
        len(names),
    ).format(title=title, names=listed(names))


def changed_news(meeting: Meeting, now: int) -> str:
    """What the call is told of it, for a while after the entry was put right or came late."""
    if not meeting.is_open:
        return ""
    fresh = [one for one in changed(meeting) if 0 <= now - _noted(meeting, one) < STAYS]
    if not fresh:
        return ""
    title = _title(meeting, fresh[-1])
    if fresh[-1].window_days:
        words = _("An entry was corrected: the decision on “{title}” is provisional.")
    else:
        words = _("An entry was corrected: nobody was missing in the decision on “{title}”.")
    return words.format(title=title)


def _noted(meeting: Meeting, proposal: Proposal) -> int:
    """When the entry was put right, or came late, by which its window changed: wall time."""
    moved = set(proposal.present) ^ set(proposal.present_then)
    theirs = [one.noted for one in meeting.people if {one.seat.person, one.seat.organisation} & moved]
    return max([*theirs, *(one.noted for one in meeting.mendings if one.kind in BEARING)], default=0)


def _title(meeting: Meeting, proposal: Proposal) -> str:
    item = meeting.item(proposal.item)
    return item.entry.title if item else ""
