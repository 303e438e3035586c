"""Finding somebody by a few letters, as one types while they raise a hand: of their name, initials or organisation."""

from __future__ import annotations

from coalmeet.meeting.stack import KINDS
from coalmeet.meeting.state import Meeting, Presence
from coalmeet.plain import plain

CHOICES = ("new", "reply", "question", "process")  # the kinds by the digit that is typed after a name: 1 to 4
assert set(CHOICES) == set(KINDS)


def found(meeting: Meeting, typed: str, *, absent: bool = False, everybody: bool = False) -> tuple[str, ...]:
    """Ids of those here, or with `absent` of all, whom the letters may mean, the likeliest first; nobody for nothing.

    The beginning of a word of the name goes before initials, these before the organisation, and that before letters
    in the middle of a name. Accents need not be typed. Interpreters speak for others: whoever types the name that is
    heard means the voice behind it, so that it is offered for its organisation's interpreter too, last of all. Only
    where `everybody` is meant is an interpreter offered as such.
    """
    wanted = plain(typed).strip()
    if not wanted:
        return ()
    people = meeting.people if absent else meeting.present_people
    heard = {one.seat.organisation for one in people if _interprets(one) and _named(one, wanted)} - {""}
    ranked = [
        (rank, place, one.seat.person)
        for place, one in enumerate(people)
        if (everybody or not _interprets(one))
        and (
            rank := _rank(meeting, one, wanted)
            or (5 if one.seat.organisation in heard and one.has_voice else 0)
        )
    ]
    return tuple(person for _rank_, _place, person in sorted(ranked))


def interpreting(meeting: Meeting, typed: str) -> str:
    """The interpreter here whom the letters mean, by name; "" for nobody. They have no turn of their own."""
    wanted = plain(typed).strip()
    named = [one.seat.name for one in meeting.present_people if _interprets(one) and _named(one, wanted)]
    return named[0] if wanted and named else ""


def _interprets(one: Presence) -> bool:
    return one.seat.capacity == "interpreter"


def _named(one: Presence, wanted: str) -> bool:
    return any(word.startswith(wanted) for word in (plain(one.seat.name), *plain(one.seat.name).split()))


def _rank(meeting: Meeting, one: Presence, wanted: str) -> int:
    """1 for the likeliest match, 0 for none."""
    name = plain(one.seat.name)
    member = meeting.member(one.seat.organisation)
    organisation = f"{plain(member.name)}\n{plain(member.short)}" if member else ""
    words = name.replace("-", " ").split()
    if name.startswith(wanted) or any(word.startswith(wanted) for word in words):
        return 1
    if "".join(word[0] for word in words) == wanted:
        return 2
    if any(word.startswith(wanted) for word in organisation.split()) or wanted in organisation.split("\n"):
        return 3
    return 4 if len(wanted) > 1 and wanted in name else 0


def asked(meeting: Meeting, typed: str) -> tuple[tuple[str, ...], str]:
    """Whom the letters may mean, and the kind of point that a digit after them says: "ro2" is a reply of Rosa.

    A digit that belongs to a name, as in a handle, is no kind.
    """
    whole = found(meeting, typed)
    if whole or not typed.strip():
        return whole, "new"
    letters, digit = typed.strip()[:-1], typed.strip()[-1]
    if digit in {str(number) for number in range(1, len(CHOICES) + 1)}:
        return found(meeting, letters), CHOICES[int(digit) - 1]
    return (), "new"
