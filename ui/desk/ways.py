"""What can be found from the desk: the step of the moment, every verb that means something now, items, people."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from coalmeet.meeting.order import numbers
from coalmeet.text import _
from ui import shortcuts
from ui.desk.cards.agenda import AgendaCard
from ui.desk.cards.attendance import AttendanceCard
from ui.desk.desk_verbs import desk_verbs
from ui.desk.step import Step
from ui.desk.tools.opening import Opening
from ui.widgets.palette import Way

if TYPE_CHECKING:
    from ui.desk.window import DeskWindow

# They move within a list or put something away: nobody looks for them by name.
_UNSOUGHT = frozenset({"next_row", "previous_row", "dismiss", "find"})


def ways(desk: DeskWindow) -> tuple[Way, ...]:
    """Everything that can be done or looked at now, the large button first."""
    return (*_verbs(desk), *_items(desk), *_people(desk))


def _verbs(desk: DeskWindow) -> Iterator[Way]:
    parts, told = desk.parts, set(_UNSOUGHT)
    places = tuple(place for place in (parts.beside.card, parts.tools.tool) if place is not None)
    for place in places:
        for step in (*filter(None, (place.step(),)), *place.others()):
            if step.verb not in told:
                told.add(step.verb)
                yield _way(desk, step.words, step.verb, _("Now"), step)
    now = {verb for place in places for verb in place.verbs()}
    here = {*desk_verbs(parts.hands, desk.open_card), *desk.own_verbs()}
    for verb, words in shortcuts.words().items():
        if verb in now | here and verb not in told:
            told.add(verb)
            yield _way(desk, words, verb, _("Now") if verb in now else _("Command"))


def _way(desk: DeskWindow, words: str, verb: str, kind: str, step: Step | None = None) -> Way:
    icon = step.icon if step is not None and step.icon else "chevron-right"
    also = shortcuts.words().get(verb, "")
    return Way(
        words[:1].upper() + words[1:], kind, icon, partial(desk.press, verb), shortcuts.shown(verb), also
    )


def _items(desk: DeskWindow) -> Iterator[Way]:
    meeting = desk.live.meeting
    number = numbers(meeting)
    for item in meeting.items:
        words = _("{number} {title}").format(number=number[item.id], title=item.entry.title).strip()
        yield Way(
            words,
            _("Agenda item"),
            "list-ordered",
            partial(look_at, desk, item.id),
            also=item.entry.desired_outcome,
        )


def _people(desk: DeskWindow) -> Iterator[Way]:
    meeting = desk.live.meeting
    for one in meeting.people:
        member = meeting.name_of(one.seat.organisation) if one.seat.organisation else _("Guest")
        icon = "user" if one.here else "user-x"
        yield Way(one.seat.name, member, icon, partial(_show_person, desk, one.seat.name), also=member)


def look_at(desk: DeskWindow, item: str) -> None:
    """The agenda, with this item open; looking at it stops nothing."""
    if desk.parts.beside.name != "agenda":
        desk.open_card("agenda")
    card = desk.parts.beside.card
    if isinstance(card, AgendaCard):
        card.open_item(item)


def _show_person(desk: DeskWindow, name: str) -> None:
    """Who is here, with this person found: Enter notes that they come, a click when they leave."""
    if not isinstance(desk.parts.tools.tool, Opening) and desk.parts.beside.name != "attendance":
        desk.open_card("attendance")
    place = desk.parts.tools.tool if isinstance(desk.parts.tools.tool, Opening) else desk.parts.beside.card
    if isinstance(place, Opening | AttendanceCard):
        place.attendance.add.box.setText(name)
        place.attendance.add.box.setFocus()
