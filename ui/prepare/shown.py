"""What the agenda page says about a meeting: its head, its rows, whose turn to facilitate it is."""

from __future__ import annotations

from coalmeet import text
from coalmeet.coalition.fitting import ends, starts
from coalmeet.text import _
from ui.prepare.look import PrepareLook
from ui.prepare.rows import AgendaRow


def head_line(seen: PrepareLook) -> str:
    """The line below the title: day, time, who facilitates."""
    frame = seen.frame
    day = text.long_day(frame.date)
    if frame.start and frame.minutes:
        end = ends(frame, frame.minutes)
        when = _("{day}, {start} to {end}").format(day=day, start=frame.start, end=end)
    elif frame.start:
        when = _("{day}, {start}").format(day=day, start=frame.start)
    else:
        when = day
    name = seen.name_of(frame.facilitator)
    who = _("{name} facilitates").format(name=name) if name else _("nobody is named to facilitate yet")
    return f"{when} · {who}"


def agenda_rows(seen: PrepareLook) -> list[AgendaRow]:
    """The items as rows, with their times; those that begin after the agreed end are late."""
    rows = []
    number = used = 0
    for item, start in zip(seen.items, starts(seen.frame, seen.items), strict=True):
        number += item.built_in != "break"
        late = bool(seen.frame.minutes) and used >= (seen.frame.minutes or 0)
        rows.append(AgendaRow(item, start, 0 if item.built_in == "break" else number, late))
        used += item.minutes or 0
    return rows


def turn_line(seen: PrepareLook) -> str:
    """Whose turn it is, as a sentence below the choice of a facilitator; "" where nobody can say."""
    if not seen.turn:
        return ""
    people = [
        one.person.name for one in seen.belongings if one.organisation and one.organisation.id == seen.turn_of
    ]
    if not people:
        return seen.turn
    return _("{why} From there: {people}.").format(why=seen.turn, people=", ".join(people))
