"""Both roles for one meeting: whom to ask to facilitate, and whom then to take notes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from coalmeet.coalition.organisation import Organisation
from coalmeet.coalition.turn import Role, Turn, TurnNote
from coalmeet.meeting.rotation import Standing, proposed, standings

Orders = dict[Role, tuple[Standing, ...]]


def both(
    history: Iterable[Turn],
    organisations: Iterable[Organisation],
    day: date,
    notes: Iterable[TurnNote] = (),
    meeting: str | None = None,
    term: int = 1,
    leads: str = "",
) -> Orders:
    """Where each organisation stands in both roles; the arguments are those of `standings`.

    `leads` is the organisation that facilitates, as agreed; "" where the one that is proposed is to be reckoned with.
    """
    turns, members, said = tuple(history), tuple(organisations), tuple(notes)
    leading = standings(turns, members, day, said, meeting, term)
    first = proposed(leading)
    leads = leads or (first.organisation.id if first else "")
    return {
        "facilitator": leading,
        "note_taker": standings(turns, members, day, said, meeting, term, "note_taker", leads),
    }
