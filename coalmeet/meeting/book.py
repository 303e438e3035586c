"""From a meeting to come to the facilitator's book: for one pair of eyes, and never for anybody else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from coalmeet.coalition.turn import Role
from coalmeet.meeting.ahead import Ahead, agenda
from coalmeet.meeting.ahead_asked import role
from coalmeet.meeting.ahead_items import is_decided, must_be_there, needed, window
from coalmeet.meeting.ahead_values import Agenda, Entry
from coalmeet.meeting.book_values import Book, BookItem
from coalmeet.meeting.deciding import how_decided
from coalmeet.meeting.leading import planned_organisation
from coalmeet.meeting.minutes_values import Fact, Section
from coalmeet.meeting.minutes_words import sentence, series, with_year
from coalmeet.meeting.rotation import Expectation, Standing, proposed
from coalmeet.meeting.rotation_both import Orders
from coalmeet.meeting.rotation_stand_in import stand_in
from coalmeet.meeting.rotation_words import why_first
from coalmeet.meeting.say_ahead import say_ahead
from coalmeet.meeting.stake import party_that_leads
from coalmeet.meeting.state import Item, Meeting
from coalmeet.meeting.words import listed
from coalmeet.text import _, language, speaking

_STAND_INS = 5  # organisations that are named; nobody asks more


@dataclass(frozen=True, slots=True)
class Alone:
    """A meeting to come with what only the person who facilitates may know.

    `private` are the private notes by the ids of items, `needs` people with what they need to take part. `orders` say
    whom to ask for this meeting, `later` whom for the one after it, if those come now who usually do.
    """

    ahead: Ahead
    private: Mapping[str, str] = field(default_factory=dict)
    needs: tuple[tuple[str, str], ...] = ()
    orders: Orders = field(default_factory=dict)
    later: Orders = field(default_factory=dict)
    parked: tuple[str, ...] = ()


def book(alone: Alone, *, lang: str = "") -> Book:
    """The book in words of the language `lang` (a code such as "en"; "" for the current one)."""
    with speaking(lang or language()):
        public = agenda(alone.ahead)
        meeting = alone.ahead.meeting
        return Book(
            agenda=public,
            wishes=meeting.last.changes if meeting.last else (),
            roles=tuple(fact for fact in _roles(alone) if fact.texts and fact.texts[0]),
            coming=tuple(fact for fact in _coming(alone) if fact.texts and fact.texts[0]),
            needs=tuple(Fact(name, (need,)) for name, need in alone.needs),
            items=tuple(
                _item(meeting, item, entry, alone.private.get(item.id, ""))
                for item, entry in zip(meeting.items, public.entries, strict=True)
            ),
            after=tuple(one for one in _after(alone, public) if one.texts),
        )


def _item(meeting: Meeting, item: Item, entry: Entry, note: str) -> BookItem:
    return BookItem(entry, note, tuple(_mind(meeting, item)), say_ahead(meeting, item))


def _mind(meeting: Meeting, item: Item) -> Iterator[str]:
    """What the method of a decision needs, and what stood in its way before."""
    if not is_decided(item):
        return
    how = [one for one in (how_decided(meeting, item), needed(meeting, item)) if one]
    if how:
        yield sentence(_("; ").join(how))
    if window(meeting, item):
        yield window(meeting, item)
    own = meeting.name_of(party_that_leads(meeting, item.id))
    if own and meeting.kind(item.entry.kind).method != "delegated":
        yield _(
            "{organisation} is a party in this: let somebody else lead it, or ask all whether you may."
        ).format(organisation=own)
    earlier = item.entry.earlier
    if earlier.proposal:
        names = [name for name in map(meeting.name_of, earlier.objectors) if name]
        day = with_year(earlier.date)
        yield (
            _("Consent was not reached on {day}: the objection of {names} stood. Speak with them before.")
            if names
            else _("Consent was not reached on {day}.")
        ).format(day=day, names=listed(names))
    if not item.entry.proposal.strip():
        yield _("There is no text yet: ask for one before the meeting.")


def _roles(alone: Alone) -> Iterator[Fact]:
    meeting = alone.ahead.meeting
    leads = planned_organisation(meeting)
    yield Fact(_("Facilitates"), (role(meeting, meeting.facilitator, leads) or _first(alone, "facilitator"),))
    yield Fact(_("Stand in, in this order"), (_stand_ins(alone, "facilitator", leads),))
    learner = next((one.person for one in meeting.roles if one.role == "co_facilitator"), "")
    yield Fact(_("Learns to facilitate"), (role(meeting, learner, ""),))
    notes = role(meeting, meeting.note_taker, meeting.notes_turn)
    yield Fact(_("Takes notes"), (notes or _first(alone, "note_taker"),))
    yield Fact(_("Take notes instead"), (_stand_ins(alone, "note_taker", meeting.notes_turn),))
    yield Fact(_("Next time"), tuple(_next(alone)))


def _first(alone: Alone, of: Role) -> str:
    why = why_first(alone.orders.get(of, ()))
    return _("nobody is named yet. Ask first {why}").format(why=why) if why else _("nobody is named yet")


def _stand_ins(alone: Alone, of: Role, whose: str) -> str:
    """Those to ask, the first one first, if whoever has the turn is not there."""
    order = alone.orders.get(of, ())
    left = [one.organisation.id for one in order if one.organisation.id != whose]
    named: list[str] = []
    while left and len(named) < _STAND_INS:
        chosen = stand_in(order, left)
        if chosen is None:
            break
        named.append(chosen.organisation.name)
        left.remove(chosen.organisation.id)
    return series(named)


def _next(alone: Alone) -> Iterator[str]:
    first, notes = proposed(alone.later.get("facilitator", ())), proposed(alone.later.get("note_taker", ()))
    if first is not None:
        yield _("{organisation} facilitates, as it looks now.").format(organisation=first.organisation.name)
    if notes is not None:
        yield _("{organisation} takes notes.").format(organisation=notes.organisation.name)


def _coming(alone: Alone) -> Iterator[Fact]:
    """Who is expected, by what they said and by how often they came; nobody is called unreliable here."""
    meeting = alone.ahead.meeting
    order = alone.orders.get("facilitator", ())
    if meeting.quorum:
        yield Fact(_("To decide"), (must_be_there(meeting),))
    yield Fact(_("Said they come"), (_those(order, "said_so"),))
    yield Fact(_("Said they cannot"), (_those(order, "said_away"),))
    yield Fact(_("Came lately"), (_those(order, "comes", "first_meetings"),))
    yield Fact(_("Ask them whether they come"), (_those(order, "missed_its_turn", "came_too_rarely"),))


def _those(order: Sequence[Standing], *how: Expectation) -> str:
    return series([one.organisation.name for one in order if one.expectation in how])


def _after(alone: Alone, public: Agenda) -> Iterator[Section]:
    yield Section(_("Parked for later"), alone.parked)
    yield from public.sections
